#include "casework/enquiry_register.h"

#include "casework/rows.h"
#include "time/calendar.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace gweld::casework {

namespace {

using protection::EnquiryHistory;

constexpr std::int64_t from_the_beginning = std::numeric_limits<std::int32_t>::min();

// A first look over the rows, so that the records of children with nothing to show are not read.
class ChildrenToRead {
  public:
    ChildrenToRead(const record::Reading& reading, CivilDate from, CivilDate to, CivilDate today)
        : reading_{reading}, from_{from.day_number()}, until_{to.day_number() + 1} {
        const auto tomorrow = today.day_number() + 1;
        for (auto& row : reading.enquiries_between(from_the_beginning, tomorrow)) {
            enquiry(row);
        }
        for (const auto& row : reading.discussions_between(from_the_beginning, tomorrow)) {
            discussion(row);
        }
        for (const auto& row : reading.registrations_between(today.day_number(), tomorrow)) {
            children_.insert(row.child);
        }
        std::ranges::stable_sort(concluded_, std::greater{}, &Concluded::on_day);
    }
    // Whose enquiry is open, or something may be missing.
    const std::set<Uuid>& children() const { return children_; }
    struct Concluded {
        std::int64_t on_day;
        Uuid child;
    };
    // In the days asked for, newest first.
    const std::vector<Concluded>& concluded() const { return concluded_; }

  private:
    void enquiry(const record::EnquiryRow& row) {
        auto& last = last_enquiry_[row.child];
        last = std::max(last, row.concluded_day.value_or(std::numeric_limits<std::int64_t>::max()));
        if (row.concluded_day && *row.concluded_day >= from_ && *row.concluded_day < until_) {
            concluded_.push_back({*row.concluded_day, row.child});
        }
        if (!row.concluded_day || (row.determination == continuing_risk && !placed_since(row))) {
            children_.insert(row.child);
        }
    }
    void discussion(const record::StrategyDiscussionRow& row) {
        const bool in_range = row.on_day >= from_ && row.on_day < until_;
        const auto last = last_enquiry_.find(row.child);
        const bool enquired = last != last_enquiry_.end() && last->second >= row.on_day;
        if ((in_range && !protection::counts(row)) ||
            (protection::counts(row) && row.threshold == "met" && !enquired)) {
            children_.insert(row.child);
        }
    }
    bool placed_since(const record::EnquiryRow& row) const {
        return std::ranges::any_of(
            reading_.registrations_of(row.child),
            [&](const auto& registration) { return registration.start_day >= row.on_day; });
    }

    const record::Reading& reading_;
    std::int64_t from_;
    std::int64_t until_;
    std::set<Uuid> children_;
    std::vector<Concluded> concluded_;
    std::map<Uuid, std::int64_t> last_enquiry_;
};

Missing missing_of(protection::Gap gap) {
    switch (gap) {
    case protection::Gap::threshold_met_no_enquiry:
        return Missing::enquiry;
    case protection::Gap::continuing_risk_no_conference_booked:
        return Missing::conference_booking;
    case protection::Gap::conference_due_not_held:
        break;
    }
    return Missing::conference;
}

class FillingRegister {
  public:
    FillingRegister(const law::Book& book, CivilDate today, EnquiryRegister& filled)
        : book_{book}, today_{today}, filled_{filled} {}

    void add(const std::shared_ptr<const Facts>& child) {
        const std::shared_ptr<const EnquiryHistory> history{child, &child->enquiries};
        for (const auto& gap : protection::gaps_of(*history, book_, today_)) {
            filled_.missing.push_back({missing_of(gap.gap), child, gap.since, gap.entry});
        }
        for (const auto& enquiry : history->enquiries) {
            line(child, history, enquiry);
        }
        for (const auto& discussion : history->discussions) {
            meeting(child, discussion);
        }
        nobody_allocated(child);
        no_discussion(child);
    }

    void finish(std::size_t most_concluded) {
        std::ranges::stable_sort(filled_.missing, {}, &MissingStep::since);
        const auto started = [](const EnquiryLine& line) { return line.enquiry->on; };
        std::ranges::stable_sort(filled_.open, {}, started);
        std::ranges::stable_sort(filled_.concluded, std::greater{}, [](const EnquiryLine& line) {
            return line.enquiry->concluded->on;
        });
        filled_.concluded.resize(std::min(filled_.concluded.size(), most_concluded));
        std::ranges::stable_sort(filled_.without_police, std::greater{}, &InternalMeetingLine::on);
        filled_.meetings_without_police = meetings_.size();
        filled_.accepted = static_cast<std::size_t>(
            std::ranges::count_if(meetings_, [](const auto& meeting) { return meeting.second; }));
    }

  private:
    void line(const std::shared_ptr<const Facts>& child,
              const std::shared_ptr<const EnquiryHistory>& history,
              const protection::Enquiry& enquiry) {
        const auto& concluded = enquiry.concluded;
        const bool shown =
            !concluded || (concluded->on >= filled_.from && concluded->on <= filled_.to);
        if (!shown || enquiry.on > today_) {
            return;
        }
        EnquiryLine line{child,
                         history,
                         &enquiry,
                         protection::conference_clock(*history, enquiry, book_, today_),
                         {}};
        if (const auto* calendar = book_.calendar("england-and-wales")) {
            line.working_days =
                calendar->working_days_between(enquiry.on, concluded ? concluded->on : today_);
        }
        (concluded ? filled_.concluded : filled_.open).push_back(std::move(line));
    }

    void meeting(const std::shared_ptr<const Facts>& child,
                 const protection::Discussion& discussion) {
        if (discussion.kind != protection::MeetingKind::internal_meeting ||
            discussion.on < filled_.from || discussion.on > filled_.to) {
            return;
        }
        const bool accepted = discussion.accepted.has_value();
        filled_.without_police.push_back({child, discussion.entry, discussion.on, accepted});
        meetings_[discussion.entry.uuid] = accepted;
    }

    void nobody_allocated(const std::shared_ptr<const Facts>& child) {
        const auto placed =
            std::ranges::find_if(child->history.registrations, [&](const auto& registration) {
                return time::Span{registration.start, registration.end}.contains(today_);
            });
        const bool somebody = std::ranges::any_of(child->allocations, [&](const auto& row) {
            return row.as == "allocated_worker" && access::holds_on(row, today_);
        });
        if (placed != child->history.registrations.end() && !somebody) {
            filled_.missing.push_back({Missing::worker, child, placed->start, std::nullopt});
        }
    }

    void no_discussion(const std::shared_ptr<const Facts>& child) {
        for (const auto& row : child->hand_overs) {
            if (row.lacks != "worker") {
                filled_.missing.push_back(
                    {Missing::discussion, child, day_of(row.decided_day), std::nullopt});
            }
        }
    }

    const law::Book& book_;
    CivilDate today_;
    EnquiryRegister& filled_;
    std::map<Uuid, bool> meetings_; // whether it was accepted, by entry
};

std::size_t concluded_since(const EnquiryRegister& filled, CivilDate day) {
    return static_cast<std::size_t>(std::ranges::count_if(
        filled.concluded, [&](const auto& line) { return line.enquiry->concluded->on >= day; }));
}

// Without reading the whole record of somebody else's child.
bool may_see(const record::Reading& reading, const access::Viewer& viewer, const Uuid& child,
             const access::When& now) {
    const auto ties = read_ties(reading, PersonId{child});
    return access::decide(viewer, access::Action::see_record, ties.bearing(), now).allowed();
}

std::shared_ptr<const EnquiryRegister> made(Office& office, const record::Reading& reading,
                                            const access::Viewer& viewer, CivilDate from,
                                            CivilDate to, std::size_t most_concluded) {
    const auto now = office.when();
    const auto today = now.today;
    auto filled = std::make_shared<EnquiryRegister>();
    filled->from = from;
    filled->to = to;
    FillingRegister filling{office.book, today, *filled};
    const ChildrenToRead to_read{reading, from, to, today};
    std::set<Uuid> added;
    const auto add = [&](const Uuid& child) {
        if (!added.insert(child).second) {
            return;
        }
        const auto facts = office.facts.of(reading, PersonId{child});
        const auto seen = access::decide(viewer, access::Action::see_record, facts->bearing(), now);
        if (facts->person && seen.allowed()) {
            filling.add(facts);
        }
    };
    for (const auto& child : to_read.children()) {
        add(child);
    }
    for (const auto& row : reading.hand_overs()) {
        add(row.child);
    }
    // Of years of concluded ones only those that are shown are read.
    for (const auto& one : to_read.concluded()) {
        if (concluded_since(*filled, day_of(one.on_day)) >= most_concluded) {
            break;
        }
        if (may_see(reading, viewer, one.child, now)) {
            add(one.child);
        }
    }
    filling.finish(most_concluded);
    return filled;
}

} // namespace

base::Result<std::shared_ptr<const EnquiryRegister>, record::StoreFault>
register_of_enquiries(Office& office, const access::Viewer& viewer, CivilDate from, CivilDate to,
                      std::size_t most_concluded) {
    std::shared_ptr<const EnquiryRegister> answer;
    const auto read = office.store.read([&](const record::Reading& reading) {
        const auto key =
            key_of(viewer) + time::to_iso(from) + time::to_iso(to) + std::to_string(most_concluded);
        answer = office.enquiries.of(key, {reading.head(), office.today()}, [&] {
            return made(office, reading, viewer, from, to, most_concluded);
        });
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(answer)};
}

} // namespace gweld::casework
