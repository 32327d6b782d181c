#include "protection/enquiries.h"

#include "protection/chains.h"
#include "record/codec.h"
#include "record/hand_over.h"

#include <algorithm>

namespace gweld::protection {
namespace {

using record::Agency;
using record::ConferenceType;
using record::Entry;

constexpr std::string_view initial_conference = "cp.conference.initial";

bool came(const record::StrategyDiscussionHeld& held, Agency agency) {
    return std::ranges::any_of(held.invited, [&](const auto& person) {
        return person.agency == agency && person.came == record::Came::attended;
    });
}

template <class Part> const Part* part_of(const std::vector<Part>& parts, PersonId child) {
    const auto found = std::ranges::find(parts, child, &Part::child);
    return found == parts.end() ? nullptr : &*found;
}

class EnquiryFold {
  public:
    EnquiryFold(PersonId child, std::span<const Entry> entries, std::optional<Instant> known_at)
        : child_{child}, chains_{child, entries, known_at} {}

    EnquiryHistory result() {
        for (std::size_t at = 0; at < chains_.size(); ++at) {
            discussion(at);
            booking(at);
            conference(at);
        }
        // Both name what the first round found.
        for (std::size_t at = 0; at < chains_.size(); ++at) {
            acceptance(at);
            enquiry(at);
        }
        for (std::size_t at = 0; at < chains_.size(); ++at) {
            conclusion(at);
        }
        std::ranges::stable_sort(history_.discussions, {}, &Discussion::on);
        std::ranges::stable_sort(history_.enquiries, {}, &Enquiry::on);
        std::ranges::stable_sort(history_.conferences, {}, &ChildAtHeldConference::on);
        return std::move(history_);
    }

  private:
    template <class Kind> std::optional<Kind> body_at(std::size_t at) const {
        return chains_.of_kind<Kind>(at) ? std::optional{record::body_of<Kind>(*chains_[at].back())}
                                         : std::nullopt;
    }
    EntryId newest(std::size_t at) const { return EntryId{chains_[at].back()->id}; }
    // The newest version of what is named; as named when that is not standing.
    EntryId newest_of(EntryId named) const {
        const auto at = chains_.find(named);
        return at && !chains_[*at].empty() ? newest(*at) : named;
    }

    void discussion(std::size_t at) {
        const auto held = body_at<record::StrategyDiscussionHeld>(at);
        if (!held) {
            return;
        }
        const auto* part = part_of(held->children, child_);
        history_.discussions.push_back(
            {newest(at), held->on, kind_of_meeting(*held), std::nullopt,
             part == nullptr ? record::Threshold::not_met : part->threshold, held->enquiry});
    }

    void acceptance(std::size_t at) {
        const auto accepted = body_at<record::InternalMeetingAccepted>(at);
        if (!accepted) {
            return;
        }
        const auto named = newest_of(accepted->discussion);
        const auto found = std::ranges::find(history_.discussions, named, &Discussion::entry);
        if (found != history_.discussions.end()) {
            found->accepted = Acceptance{newest(at), accepted->on, accepted->reason,
                                         chains_[at].back()->recorded_by.name};
        }
    }

    void enquiry(std::size_t at) {
        if (const auto started = body_at<record::EnquiryStarted>(at)) {
            history_.enquiries.push_back({newest(at), newest_of(started->discussion), started->on,
                                          started->by, std::nullopt});
        }
    }

    void conclusion(std::size_t at) {
        const auto concluded = body_at<record::EnquiryConcluded>(at);
        if (!concluded) {
            return;
        }
        const auto named = newest_of(concluded->enquiry);
        const auto found = std::ranges::find(history_.enquiries, named, &Enquiry::entry);
        const auto* part = part_of(concluded->children, child_);
        if (found != history_.enquiries.end() && part != nullptr) {
            found->concluded = Conclusion{newest(at), concluded->on, part->determination,
                                          part->analysis, part->what_follows};
        }
    }

    void booking(std::size_t at) {
        if (const auto booked = body_at<record::ConferenceBooked>(at)) {
            history_.bookings.push_back(
                {newest(at), booked->type, booked->on, booked->at, booked->place, booked->chair});
        }
    }

    void conference(std::size_t at) {
        if (const auto held = body_at<record::ConferenceHeld>(at)) {
            const auto* part = part_of(held->children, child_);
            history_.conferences.push_back(
                {newest(at), held->on, held->type,
                 part == nullptr ? record::ConferenceDecision::not_recorded : part->decision});
        }
    }

    PersonId child_;
    Chains chains_;
    EnquiryHistory history_;
};

bool is_initial(const ChildAtHeldConference& conference) {
    return conference.type == ConferenceType::initial;
}

const ChildAtHeldConference* initial_since(const EnquiryHistory& history, CivilDate day,
                                           CivilDate as_of) {
    const auto found = std::ranges::find_if(history.conferences, [&](const auto& conference) {
        return is_initial(conference) && conference.on >= day && conference.on <= as_of;
    });
    return found == history.conferences.end() ? nullptr : &*found;
}

// The day of the discussion it started from; its own where that is gone.
CivilDate begins(const EnquiryHistory& history, const Enquiry& enquiry) {
    const auto* named = history.discussion(enquiry.discussion);
    return named == nullptr ? enquiry.on : std::min(named->on, enquiry.on);
}

// The last day on which a strategy discussion still belongs to this enquiry.
CivilDate last_day(const EnquiryHistory& history, const Enquiry& enquiry,
                   const ChildAtHeldConference* held, CivilDate as_of) {
    auto last = as_of;
    if (held != nullptr) {
        last = std::min(last, held->on);
    }
    if (enquiry.concluded && !enquiry.continuing_risk()) {
        last = std::min(last, enquiry.concluded->on);
    }
    for (const auto& later : history.enquiries) {
        if (later.entry != enquiry.entry && later.on > enquiry.on) {
            last = std::min(last, begins(history, later).plus_days(-1));
            break;
        }
    }
    return std::max(last, begins(history, enquiry));
}

// NOT MODELLED: which conference considers new findings about a child already on the register,
// because no page read says; any conference since the enquiry began is taken to have.
bool conferred_since(const EnquiryHistory& history, CivilDate day, CivilDate as_of) {
    return std::ranges::any_of(history.conferences, [&](const auto& conference) {
        return conference.on >= day && conference.on <= as_of;
    });
}

// A later enquiry that found no continuing risk has taken the place of this one's finding.
bool found_otherwise_later(const EnquiryHistory& history, const Enquiry& enquiry, CivilDate as_of) {
    return std::ranges::any_of(history.enquiries, [&](const auto& later) {
        return later.on > enquiry.on && later.concluded && later.concluded->on <= as_of &&
               !later.continuing_risk();
    });
}

std::optional<GapFound> gap_after(const EnquiryHistory& history, const Enquiry& enquiry,
                                  const law::Book& book, CivilDate as_of) {
    if (!enquiry.continuing_risk() || enquiry.concluded->on > as_of) {
        return std::nullopt;
    }
    if (found_otherwise_later(history, enquiry, as_of)) {
        return std::nullopt;
    }
    const auto clock = conference_clock(history, enquiry, book, as_of);
    if (conferred_since(history, enquiry.on, as_of)) {
        return std::nullopt;
    }
    if (clock.due_by && *clock.due_by < as_of) {
        return GapFound{Gap::conference_due_not_held, *clock.due_by, enquiry.entry};
    }
    const bool booked = std::ranges::any_of(
        history.bookings, [&](const auto& booking) { return booking.on >= enquiry.on; });
    if (!booked) {
        return GapFound{Gap::continuing_risk_no_conference_booked, enquiry.concluded->on,
                        enquiry.entry};
    }
    return std::nullopt;
}

} // namespace

MeetingKind kind_of_meeting(const record::StrategyDiscussionHeld& held) {
    return came(held, Agency::police) && came(held, Agency::childrens_services)
               ? MeetingKind::strategy_discussion
               : MeetingKind::internal_meeting;
}

bool counts(const record::StrategyDiscussionRow& row) { return record::was_held(row); }

const Discussion* EnquiryHistory::discussion(EntryId entry) const {
    const auto found = std::ranges::find(discussions, entry, &Discussion::entry);
    return found == discussions.end() ? nullptr : &*found;
}

const Enquiry* EnquiryHistory::enquiry(EntryId entry) const {
    const auto found = std::ranges::find(enquiries, entry, &Enquiry::entry);
    return found == enquiries.end() ? nullptr : &*found;
}

EnquiryHistory enquiries_of(PersonId child, std::span<const Entry> entries,
                            std::optional<Instant> known_at) {
    return EnquiryFold{child, entries, known_at}.result();
}

ConferenceClock conference_clock(const EnquiryHistory& history, const Enquiry& enquiry,
                                 const law::Book& book, CivilDate as_of) {
    ConferenceClock clock;
    const auto first = begins(history, enquiry);
    clock.held = initial_since(history, enquiry.on, as_of);
    const auto last = last_day(history, enquiry, clock.held, as_of);
    for (const auto& discussion : history.discussions) {
        if (discussion.counts() && first <= discussion.on && discussion.on <= last) {
            clock.discussions.push_back(&discussion);
            clock.anchor = discussion.on;
        }
    }
    for (const auto& booking : history.bookings) {
        if (booking.type == ConferenceType::initial && booking.on >= enquiry.on) {
            clock.booked = &booking;
        }
    }
    const auto* card = book.card(initial_conference);
    if (card != nullptr && clock.anchor) {
        clock.due_by =
            law::due_day_after(card->interval, *clock.anchor, book.calendar(card->calendar));
    }
    return clock;
}

const Discussion* discussion_waiting(const EnquiryHistory& history, CivilDate as_of) {
    const Discussion* last = nullptr;
    for (const auto& discussion : history.discussions) {
        if (discussion.calls_for_enquiry() && discussion.on <= as_of) {
            last = &discussion;
        }
    }
    // Of the same day nobody can say which came first: then it is shown rather than taken as done.
    if (last == nullptr || initial_since(history, last->on.next_day(), as_of) != nullptr) {
        return nullptr;
    }
    // One held while an enquiry was open belongs to that enquiry.
    const bool enquired = std::ranges::any_of(history.enquiries, [&](const auto& enquiry) {
        return enquiry.discussion == last->entry || enquiry.on >= last->on || !enquiry.concluded ||
               enquiry.concluded->on > last->on;
    });
    return enquired ? nullptr : last;
}

std::vector<GapFound> gaps_of(const EnquiryHistory& history, const law::Book& book,
                              CivilDate as_of) {
    std::vector<GapFound> gaps;
    for (const auto& enquiry : history.enquiries) {
        if (const auto gap = gap_after(history, enquiry, book, as_of)) {
            gaps.push_back(*gap);
        }
    }
    if (const auto* waiting = discussion_waiting(history, as_of)) {
        gaps.push_back({Gap::threshold_met_no_enquiry, waiting->on, waiting->entry});
    }
    std::ranges::stable_sort(gaps, {}, &GapFound::since);
    return gaps;
}

} // namespace gweld::protection
