#include "casework/conference_load.h"

#include "casework/conference_checks.h"
#include "casework/rows.h"
#include "protection/next_step.h"

#include <algorithm>
#include <map>
#include <set>

namespace gweld::casework {

namespace {

using protection::Conference;
using record::ConferenceType;

constexpr int days_a_week = 7;
constexpr int days_ahead = static_cast<int>(weeks_ahead) * days_a_week;
constexpr int year_and_more = 400;

// On the register today, and those at continuing risk who may wait for an initial conference.
std::set<Uuid> children_to_read(const record::Reading& reading, CivilDate today) {
    std::set<Uuid> children;
    const auto n = today.day_number();
    for (const auto& row : reading.registrations_between(n, n + 1)) {
        children.insert(row.child);
    }
    for (const auto& row : reading.enquiries_between(n - year_and_more, n + 1)) {
        if (row.determination == continuing_risk) {
            children.insert(row.child);
        }
    }
    return children;
}

struct ChildNow {
    std::shared_ptr<const Facts> facts;
    protection::EnquiryHistory enquiries;
    protection::ConferenceHistory conferences;
    bool registered = false;
};

// The worker who chairs the next conference or chaired the last one; none: nobody's diary.
std::optional<Uuid> chair_of(const ChildNow& child) {
    for (auto at = child.conferences.conferences.rbegin();
         at != child.conferences.conferences.rend(); ++at) {
        const auto* booked = at->booking();
        if (booked != nullptr && booked->chair_worker) {
            return booked->chair_worker->uuid;
        }
    }
    return std::nullopt;
}

// Brothers and sisters have one key.
Uuid family_key(const Facts& child) {
    auto key = child.child.uuid;
    for (const auto& member : child.family) {
        key = std::min(key, member);
    }
    return key;
}

std::optional<ConferenceType> duty_not_booked(const ChildNow& child, CivilDate today) {
    const auto type = child.registered ? ConferenceType::review : ConferenceType::initial;
    if (protection::booked_and_not_held(child.enquiries, type, today) != nullptr) {
        return std::nullopt;
    }
    const bool waits = child.registered || protection::next_step(child.enquiries, nullptr, today) ==
                                               protection::NextStep::book_conference;
    return waits ? std::optional{type} : std::nullopt;
}

class FillingLoad {
  public:
    FillingLoad(Office& office, const record::Reading& reading, const access::Viewer& viewer)
        : office_{office}, reading_{reading}, viewer_{viewer}, now_{office.when()},
          today_{now_.today}, first_{protection::monday_of(today_)} {
        for (std::size_t week = 0; week < weeks_ahead; ++week) {
            load_.mondays.push_back(first_.plus_days(static_cast<int>(week) * days_a_week));
        }
        load_.due_unbooked.resize(weeks_ahead);
        load_.elsewhere.resize(weeks_ahead);
        for (const auto& chair : chairs_in(reading, today_)) {
            load_.chairs.push_back({chair.worker, 0, 0, 0, std::vector<WeekOfChair>(weeks_ahead)});
            add_slots(chair);
        }
    }

    std::shared_ptr<const ConferenceLoad> result() {
        meetings();
        children();
        free_slots_and_forecast();
        load_.papers_overdue = overdue_.size();
        std::ranges::stable_sort(load_.papers, {},
                                 [](const PaperOwed& paper) { return paper.clock.held_on; });
        return std::make_shared<const ConferenceLoad>(std::move(load_));
    }

  private:
    std::optional<std::size_t> week_with(CivilDate day) const {
        const auto week = time::days_between(first_, day) / days_a_week;
        return day < first_ || week >= static_cast<int>(weeks_ahead)
                   ? std::nullopt
                   : std::optional{static_cast<std::size_t>(week)};
    }
    ChairLoad* load_of(const std::optional<base::WorkerId>& chair) {
        const auto found = std::ranges::find_if(load_.chairs, [&](const ChairLoad& one) {
            return chair && one.worker.worker == chair->uuid;
        });
        return found == load_.chairs.end() ? nullptr : &*found;
    }
    MayOpen may_open(const std::vector<std::shared_ptr<const Facts>>& children) const {
        const bool all = std::ranges::all_of(children, [&](const auto& child) {
            return access::decide(viewer_, access::Action::see_record, child->bearing(), now_)
                .allowed();
        });
        return all ? MayOpen::yes : MayOpen::no;
    }
    static std::vector<std::shared_ptr<const Facts>> facts_of(const BookedMeeting& meeting) {
        std::vector<std::shared_ptr<const Facts>> facts;
        for (const auto& child : meeting.children) {
            facts.push_back(child.facts);
        }
        return facts;
    }

    void add_slots(const Chair& chair) {
        const auto* calendar = office_.book.calendar("england-and-wales");
        for (int day = 0; calendar != nullptr && day < days_ahead; ++day) {
            for (const auto& slot : chair.diary.slots_on(first_.plus_days(day), *calendar)) {
                load_.chairs.back()
                    .weeks[static_cast<std::size_t>(day / days_a_week)]
                    .slot_minutes += slot.minutes;
            }
        }
    }

    // ---- what is booked
    void meetings() {
        for (auto& meeting :
             meetings_between(office_, reading_, first_, first_.plus_days(days_ahead))) {
            count(meeting);
            if (meeting.booked.on < today_ || meeting.held()) {
                continue;
            }
            const auto facts = facts_of(meeting);
            const auto open = may_open(facts);
            const auto due = due_for_all(facts, meeting.booked, office_.book, today_);
            if (due && *due < meeting.booked.on) {
                load_.late.push_back({meeting, *due, open});
            }
            if (open == MayOpen::yes) {
                load_.to_come.push_back(std::move(meeting));
            }
        }
    }
    void count(const BookedMeeting& meeting) {
        const auto week = week_with(meeting.booked.on);
        if (!week) {
            return;
        }
        auto* chair = load_of(meeting.booked.chair_worker);
        if (chair == nullptr) {
            ++load_.elsewhere[*week];
            return;
        }
        auto& counted = chair->weeks[*week];
        ++counted.meetings;
        counted.children += static_cast<int>(meeting.children.size());
        counted.booked_minutes += meeting.booked.minutes.value_or(0);
        counted.length_unknown += meeting.booked.minutes ? 0 : 1;
        counted.travel_minutes += meeting.booked.travel_minutes.value_or(0);
        counted.travel_unknown += meeting.booked.travel_minutes ? 0 : 1;
    }

    // ---- what is due
    void children() {
        std::map<Uuid, std::set<Uuid>> families; // by chair
        for (const auto& id : children_to_read(reading_, today_)) {
            ChildNow child;
            child.facts = office_.facts.of(reading_, PersonId{id});
            if (!child.facts->person) {
                continue;
            }
            child.enquiries = child.facts->enquiries;
            child.conferences =
                protection::conferences_of(child.facts->child, child.facts->entries, std::nullopt);
            child.registered = on_register(*child.facts, today_);
            const auto due = review_due(child);
            charge(child, due, families);
            to_book(child);
            papers(child);
        }
        for (auto& chair : load_.chairs) {
            chair.families_now = static_cast<int>(families[chair.worker.worker].size());
        }
    }

    std::optional<CivilDate> review_due(const ChildNow& child) const {
        return child.registered
                   ? protection::due_of(ConferenceType::review, nullptr, child.enquiries,
                                        child.facts->history, office_.book, today_)
                         .due_by
                   : std::nullopt;
    }
    void charge(const ChildNow& child, const std::optional<CivilDate>& due,
                std::map<Uuid, std::set<Uuid>>& families) {
        if (!child.registered) {
            return;
        }
        const auto chair = chair_of(child);
        auto* load = chair ? load_of(base::WorkerId{*chair}) : nullptr;
        if (load == nullptr) {
            ++load_.without_a_chair;
            return;
        }
        ++load->children_now;
        families[*chair].insert(family_key(*child.facts));
        load->reviews_due += due && *due < first_.plus_days(days_ahead) ? 1 : 0;
    }
    void to_book(const ChildNow& child) {
        const auto type = duty_not_booked(child, today_);
        if (!type) {
            return;
        }
        const auto due = protection::due_of(*type, nullptr, child.enquiries, child.facts->history,
                                            office_.book, today_)
                             .due_by;
        if (!due || *due >= first_.plus_days(days_ahead)) {
            return;
        }
        auto& duty = duties_[{*due, *type, family_key(*child.facts)}];
        duty.type = *type;
        duty.due_by = *due;
        duty.children.push_back(child.facts);
    }
    void papers(const ChildNow& child) {
        for (const auto& conference : child.conferences.conferences) {
            if (!conference.held) {
                continue;
            }
            const auto open = may_open({child.facts});
            for (const auto& clock : protection::paper_clocks(conference, office_.book, today_)) {
                if (!clock.sent_on && clock.state == protection::PaperState::overdue) {
                    overdue_.emplace(conference.entry().uuid, clock.paper);
                }
                if (open == MayOpen::yes) {
                    owe(child, conference, clock);
                }
            }
        }
    }
    void owe(const ChildNow& child, const Conference& conference,
             const protection::PaperClock& clock) {
        if (clock.sent_on || clock.state == protection::PaperState::cannot_say) {
            return;
        }
        const auto same = std::ranges::find_if(load_.papers, [&](const PaperOwed& owed) {
            return owed.conference == conference.entry() && owed.clock.paper == clock.paper;
        });
        if (same != load_.papers.end()) {
            ++same->children;
            return;
        }
        load_.papers.push_back(
            {child.facts, 1, conference.entry(), clock, conference.held->body.chair});
    }

    // ---- what can still be held in time
    void free_slots_and_forecast() {
        const auto free = free_slots(office_, reading_, today_.next_day(),
                                     first_.plus_days(days_ahead), SlotLength::usual);
        std::vector<protection::Slot> slots;
        for (const auto& one : free) {
            slots.push_back(one.slot);
            if (const auto week = week_with(one.slot.on)) {
                ++load_of(base::WorkerId{one.slot.chair})->weeks[*week].free_slots;
            }
        }
        std::vector<CivilDate> due;
        for (auto& [key, duty] : duties_) {
            due.push_back(duty.due_by);
            duty.open = may_open(duty.children);
            ++load_.due_unbooked[week_with(duty.due_by).value_or(0)];
            load_.duties.push_back(std::move(duty));
        }
        const auto taken = protection::earliest_due_first(due, slots);
        for (std::size_t i = 0; i < taken.size(); ++i) {
            if (taken[i]) {
                load_.duties[i].slot = free[*taken[i]];
            }
        }
    }

    Office& office_;
    const record::Reading& reading_;
    const access::Viewer& viewer_;
    access::When now_;
    CivilDate today_;
    CivilDate first_;
    ConferenceLoad load_;
    std::map<std::tuple<CivilDate, ConferenceType, Uuid>, DutyToBook> duties_; // due first first
    std::set<std::pair<Uuid, record::ConferencePaper>> overdue_;
};

} // namespace

std::size_t ConferenceLoad::breaches() const {
    return late.size() + static_cast<std::size_t>(std::ranges::count_if(
                             duties, [](const DutyToBook& duty) { return duty.breach(); }));
}

base::Result<std::shared_ptr<const ConferenceLoad>, record::StoreFault>
conference_load(Office& office, const access::Viewer& viewer) {
    std::shared_ptr<const ConferenceLoad> load;
    const auto read = office.store.read([&](const record::Reading& reading) {
        load = office.conferences.of(key_of(viewer), {reading.head(), office.today()},
                                     [&] { return FillingLoad{office, reading, viewer}.result(); });
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(load)};
}

} // namespace gweld::casework
