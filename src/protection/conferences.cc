#include "protection/conferences.h"

#include "law/clock.h"
#include "protection/chains.h"
#include "protection/duties.h"
#include "record/codec.h"

#include <algorithm>

namespace gweld::protection {

namespace {

using record::Agency;
using record::ConferenceType;
using record::Entry;

class ConferenceFold {
  public:
    ConferenceFold(PersonId child, std::span<const Entry> entries, std::optional<Instant> known_at)
        : chains_{child, entries, known_at} {}

    ConferenceHistory result() {
        for (std::size_t at = 0; at < chains_.size(); ++at) {
            booking(at);
            held(at);
        }
        for (std::size_t at = 0; at < chains_.size(); ++at) {
            report(at);
        }
        for (std::size_t at = 0; at < chains_.size(); ++at) {
            shared(at);
            add_to<record::ConferencePaperSent>(at, &Conference::papers);
            add_to<record::DissentRecorded>(at, &Conference::dissents);
            add_to<record::ConferenceRecordAnswered>(at, &Conference::answers);
            add_to<record::ConferenceFeedbackGiven>(at, &Conference::feedback);
        }
        return in_order();
    }

  private:
    template <class Kind> std::optional<Noted<Kind>> noted(std::size_t at) const {
        if (!chains_.of_kind<Kind>(at)) {
            return std::nullopt;
        }
        const auto& chain = chains_[at];
        return Noted<Kind>{EntryId{chain.back()->id}, chain.front()->effective,
                           chain.back()->recorded_by.name, record::body_of<Kind>(*chain.back())};
    }

    // The conference of this type that has been booked and not held; none: a new one.
    std::optional<std::size_t> waiting(ConferenceType type) const {
        for (std::size_t i = conferences_.size(); i-- > 0;) {
            if (conferences_[i].type == type && !conferences_[i].held) {
                return i;
            }
        }
        return std::nullopt;
    }
    std::size_t fresh(ConferenceType type) {
        conferences_.push_back({});
        conferences_.back().type = type;
        return conferences_.size() - 1;
    }
    void place(std::size_t chain, std::size_t conference) {
        for (const auto* version : chains_[chain]) {
            place_of_[version->id] = conference;
        }
    }

    void booking(std::size_t at) {
        if (auto booked = noted<record::ConferenceBooked>(at)) {
            const auto found = waiting(booked->body.type);
            const auto i = found ? *found : fresh(booked->body.type);
            place(at, i);
            conferences_[i].bookings.push_back(std::move(*booked));
        }
    }

    void held(std::size_t at) {
        auto held = noted<record::ConferenceHeld>(at);
        if (!held) {
            return;
        }
        const auto found = waiting(held->body.type);
        const bool theirs =
            found && held->body.on >= conferences_[*found].bookings.front().recorded_on;
        const auto i = theirs ? *found : fresh(held->body.type);
        place(at, i);
        conferences_[i].held = std::move(*held);
    }

    Conference* named(EntryId entry) {
        const auto found = place_of_.find(entry.uuid);
        return found == place_of_.end() ? nullptr : &conferences_[found->second];
    }

    template <class Kind> void add_to(std::size_t at, std::vector<Noted<Kind>> Conference::* list) {
        if (auto one = noted<Kind>(at)) {
            if (auto* conference = named(one->body.conference)) {
                (conference->*list).push_back(std::move(*one));
            }
        }
    }

    void report(std::size_t at) {
        if (auto received = noted<record::ConferenceReportReceived>(at)) {
            if (auto* conference = named(received->body.conference)) {
                conference->reports.push_back({std::move(*received), std::nullopt});
            }
        }
    }

    void shared(std::size_t at) {
        const auto one = noted<record::ConferenceReportShared>(at);
        const auto chain = one ? chains_.find(one->body.report) : std::nullopt;
        if (!chain || chains_[*chain].empty()) {
            return;
        }
        const EntryId report{chains_[*chain].back()->id};
        for (auto& conference : conferences_) {
            for (auto& in : conference.reports) {
                if (in.received.entry == report) {
                    in.shared = one->body;
                }
            }
        }
    }

    ConferenceHistory in_order() {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < conferences_.size(); ++i) {
            order.push_back(i);
        }
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return conferences_[i].on(); });
        ConferenceHistory history;
        std::vector<std::size_t> now_at(conferences_.size());
        for (const auto i : order) {
            now_at[i] = history.conferences.size();
            history.conferences.push_back(std::move(conferences_[i]));
            std::ranges::stable_sort(
                history.conferences.back().reports, {},
                [](const ReportIn& in) { return in.received.body.received_on; });
        }
        for (const auto& [version, i] : place_of_) {
            history.places.emplace(version, now_at[i]);
        }
        return history;
    }

    Chains chains_;
    std::vector<Conference> conferences_;
    std::map<base::Uuid, std::size_t> place_of_;
};

const Enquiry* enquiry_before(const EnquiryHistory& history, const Conference* conference) {
    for (auto at = history.enquiries.rbegin(); at != history.enquiries.rend(); ++at) {
        if (conference == nullptr || at->on <= conference->on()) {
            return &*at;
        }
    }
    return nullptr;
}

void set_initial(ConferenceDue& due, const Conference* conference, const EnquiryHistory& enquiries,
                 const law::Book& book, CivilDate as_of) {
    if (const auto* enquiry = enquiry_before(enquiries, conference)) {
        const auto clock = conference_clock(enquiries, *enquiry, book, as_of);
        due.anchor = clock.anchor;
        due.due_by = clock.due_by;
    }
}

void set_review(ConferenceDue& due, const Conference* conference, const History& history,
                const law::Book& book, CivilDate as_of) {
    const bool held = conference != nullptr && conference->held;
    for (const auto& duty : duties_of(history, *due.card, book, as_of, {})) {
        const bool its_own = held ? duty.met_by == conference->held->entry : !duty.met_on;
        if (its_own) {
            due.anchor = duty.anchor;
            due.due_by = duty.due_by;
        }
    }
}

std::string_view rule_for(ConferenceType type) {
    switch (type) {
    case ConferenceType::initial:
        return "cp.conference.initial";
    case ConferenceType::review:
        return "cp.conference.review";
    case ConferenceType::transfer_in:
        break;
    }
    return "cp.transfer.conference";
}

bool placed_somebody(const record::ConferenceHeld& held) {
    return std::ranges::any_of(held.children, [](const auto& part) {
        return part.decision == record::ConferenceDecision::placed;
    });
}

std::optional<CivilDate> first_sent(const Conference& conference, record::ConferencePaper paper,
                                    CivilDate as_of) {
    std::optional<CivilDate> first;
    for (const auto& sent : conference.papers) {
        if (sent.body.paper == paper && sent.body.on <= as_of &&
            (!first || sent.body.on < *first)) {
            first = sent.body.on;
        }
    }
    return first;
}

PaperState state_of(const PaperClock& clock, CivilDate as_of) {
    if (!clock.due_by) {
        return clock.sent_on ? PaperState::sent : PaperState::cannot_say;
    }
    if (clock.sent_on) {
        return *clock.sent_on <= *clock.due_by ? PaperState::sent : PaperState::sent_late;
    }
    return *clock.due_by < as_of ? PaperState::overdue : PaperState::waiting;
}

PaperClock clock_for(record::ConferencePaper paper, std::string_view rule,
                     const Conference& conference, const law::Book& book, CivilDate as_of) {
    PaperClock clock{paper, book.card(rule), conference.on(), {}, {}, {}};
    if (clock.card != nullptr) {
        clock.due_by = law::due_day_after(clock.card->interval, clock.held_on,
                                          book.calendar(clock.card->calendar));
    }
    clock.sent_on = first_sent(conference, paper, as_of);
    clock.state = state_of(clock, as_of);
    return clock;
}

} // namespace

const record::ConferenceBooked* Conference::booking() const {
    return bookings.empty() ? nullptr : &bookings.back().body;
}

CivilDate Conference::on() const { return held ? held->body.on : bookings.back().body.on; }

EntryId Conference::entry() const { return held ? held->entry : bookings.back().entry; }

const Conference* ConferenceHistory::of(EntryId version) const {
    const auto found = places.find(version.uuid);
    return found == places.end() ? nullptr : &conferences[found->second];
}

ConferenceHistory conferences_of(PersonId child, std::span<const Entry> entries,
                                 std::optional<Instant> known_at) {
    return ConferenceFold{child, entries, known_at}.result();
}

ConferenceDue due_of(ConferenceType type, const Conference* conference,
                     const EnquiryHistory& enquiries, const History& history, const law::Book& book,
                     CivilDate as_of) {
    ConferenceDue due;
    due.card = book.card(rule_for(type));
    if (due.card == nullptr) {
        return due;
    }
    switch (type) {
    case ConferenceType::initial:
        set_initial(due, conference, enquiries, book, as_of);
        return due;
    case ConferenceType::review:
        set_review(due, conference, history, book, as_of);
        return due;
    case ConferenceType::transfer_in:
        break;
    }
    const auto* booked = conference == nullptr ? nullptr : conference->booking();
    if (booked != nullptr && booked->move_agreed_on) {
        due.anchor = booked->move_agreed_on;
        due.due_by =
            law::due_day_after(due.card->interval, *due.anchor, book.calendar(due.card->calendar));
    }
    return due;
}

std::vector<PaperClock> paper_clocks(const Conference& conference, const law::Book& book,
                                     CivilDate as_of) {
    std::vector<PaperClock> clocks;
    if (!conference.held || conference.held->body.children.empty()) {
        return clocks;
    }
    if (placed_somebody(conference.held->body)) {
        clocks.push_back(clock_for(record::ConferencePaper::outline_plan, "cp.plan.outline",
                                   conference, book, as_of));
    }
    clocks.push_back(clock_for(record::ConferencePaper::full_record, "cp.conference.record",
                               conference, book, as_of));
    return clocks;
}

std::optional<CivilDate> comments_by(const Conference& conference, const law::Book& book) {
    const auto* card = book.card("cp.conference.record-comments");
    std::optional<CivilDate> last;
    for (const auto& sent : conference.papers) {
        if (sent.body.paper == record::ConferencePaper::full_record &&
            (!last || *last < sent.body.on)) {
            last = sent.body.on;
        }
    }
    return card != nullptr && last
               ? law::due_day_after(card->interval, *last, book.calendar(card->calendar))
               : std::nullopt;
}

QuorumCount quorum_of(const record::ConferenceHeld& held, std::optional<int> needed) {
    QuorumCount count;
    count.needed = needed;
    if (held.invited.empty()) {
        count.quorum = Quorum::attendance_unknown;
        return count;
    }
    std::vector<Agency> there;
    for (const auto& person : held.invited) {
        if (person.came == record::Came::attended &&
            std::ranges::find(there, person.agency) == there.end()) {
            there.push_back(person.agency);
        }
    }
    count.agencies = static_cast<int>(there.size());
    if (needed) {
        const bool ours = std::ranges::find(there, Agency::childrens_services) != there.end();
        count.quorum = ours && count.agencies >= *needed ? Quorum::quorate : Quorum::inquorate;
    }
    return count;
}

std::vector<Agency> invited_agencies(const Conference& conference) {
    std::vector<Agency> invited;
    if (const auto* booked = conference.booking()) {
        invited = booked->invited;
    }
    if (conference.held) {
        for (const auto& person : conference.held->body.invited) {
            if (std::ranges::find(invited, person.agency) == invited.end()) {
                invited.push_back(person.agency);
            }
        }
    }
    return invited;
}

std::vector<Agency> reports_missing(const Conference& conference) {
    auto missing = invited_agencies(conference);
    std::erase_if(missing, [&](Agency agency) {
        return std::ranges::any_of(conference.reports, [&](const ReportIn& in) {
            return in.received.body.agency == agency;
        });
    });
    return missing;
}

} // namespace gweld::protection
