#include "casework/phone_visits.h"

#include "casework/visit_checks.h"
#include "record/codec.h"

#include <algorithm>

namespace gweld::casework {

record::Draft draft_of_visit(Office& office, const access::Viewer& viewer,
                             const WrittenVisit& visit) {
    return std::visit(
        [&]<class Kind>(const Kind& one) {
            return draft_of(office, viewer, record::Named<Kind>::name, children_of(one), one.on,
                            record::encode(one));
        },
        visit);
}

namespace {

using record::Instant;
using record::ItemId;
using record::PhoneClock;
using record::PhoneVisitHeld;
using record::PhoneVisitReceived;
using record::PhoneVisitSettled;
using record::WhyHeld;
using record::Writing;

template <class Kind> std::optional<Kind> if_a(const record::Entry& entry) {
    return is_a<Kind>(entry) ? std::optional{record::body_of<Kind>(entry)} : std::nullopt;
}

// What became of an item before.
struct Before {
    std::optional<ReceivedVisit> same; // with this text
    bool otherwise = false;            // with another text, which was finished
    std::optional<base::EntryId> unfinished;
};

Before before(const record::Reading& reading, const FromPhone& sent) {
    Before known;
    for (const auto& entry : reading.about(record::subject_of(sent.item), 0)) {
        if (const auto received = if_a<PhoneVisitReceived>(entry)) {
            if (received->content == sent.content) {
                known.same = {OnRecord{received->visit, received->same_day}, entry.recorded_at};
            }
            known.otherwise = true;
        } else if (const auto held = if_a<PhoneVisitHeld>(entry)) {
            if (held->content == sent.content) {
                known.same = {KeptForWriter{held->because}, entry.recorded_at};
            }
            if (held->because == WhyHeld::not_finished) {
                known.unfinished = base::EntryId{entry.id};
            } else {
                known.otherwise = true;
            }
        } else if (is_a<PhoneVisitSettled>(entry)) {
            known.unfinished.reset();
        }
    }
    return known;
}

// The phone's clock against ours: as it sends, and against what we know of when it can have been
// written, because a clock may be put right in between.
struct Clocks {
    PhoneClock phone = PhoneClock::agrees;
    std::optional<Instant> written; // by our clock, as far as it can be told
};

PhoneClock clock_by(std::chrono::milliseconds fast) {
    if (std::chrono::abs(fast) <= clocks_agree_within) {
        return PhoneClock::agrees;
    }
    return fast > fast.zero() ? PhoneClock::fast : PhoneClock::slow;
}

Clocks compare(const FromPhone& sent, const std::optional<ListOnPhone>& list, Instant now) {
    const auto behind = now - sent.sent; // of the phone's clock; negative: it is fast
    const auto fits = [&](Instant written) {
        return written <= now + clocks_agree_within &&
               (!list || written >= list->taken - clocks_agree_within);
    };
    const bool agrees_now = std::chrono::abs(behind) <= clocks_agree_within;
    if (agrees_now && fits(sent.written)) {
        return {clock_by(sent.fast), sent.written};
    }
    Clocks clocks;
    const bool fast = agrees_now ? sent.written > now : behind < behind.zero();
    clocks.phone = fast ? PhoneClock::fast : PhoneClock::slow;
    if (!agrees_now && fits(sent.written + behind)) {
        clocks.written = sent.written + behind;
    }
    return clocks;
}

bool day_can_be_relied_on(const FromPhone& sent, const Clocks& clocks) {
    return !sent.todays_date ||
           (clocks.written && time::date_in_wales(*clocks.written) == *sent.todays_date);
}

// A clock that agrees as well as clocks do may be some minutes fast, and the visit have been sent
// from the doorstep. The day itself is never one that has not begun.
std::optional<Nonsense> nonsense_of(const WrittenVisit& visit, Instant now) {
    const auto a_little_later = now + clocks_agree_within;
    const bool same_day = time::date_in_wales(a_little_later) == time::date_in_wales(now);
    return std::visit(
        [&](const auto& one) { return nonsense_in(one, same_day ? a_little_later : now); }, visit);
}
WhyHeld why_held(Nonsense nonsense) {
    switch (nonsense) {
    case Nonsense::no_children:
        return WhyHeld::nobody_named;
    case Nonsense::date_in_future:
    case Nonsense::time_in_future:
        return WhyHeld::in_future;
    case Nonsense::before_birth:
        return WhyHeld::not_born;
    default:
        return WhyHeld::not_complete;
    }
}
WhyHeld why_held(const VisitRefused& refused) {
    const auto* nonsense = std::get_if<Nonsense>(&refused);
    return nonsense != nullptr ? why_held(*nonsense) : WhyHeld::not_yours;
}

// Before any record is asked for.
std::optional<WhyHeld> doubt(const FromPhone& sent, const std::optional<ListOnPhone>& list,
                             const Clocks& clocks, Instant now) {
    if (const auto* why = std::get_if<WhyHeld>(&sent.visit)) {
        return *why;
    }
    if (list && list->wiped) {
        return WhyHeld::list_wiped;
    }
    const auto& visit = std::get<WrittenVisit>(sent.visit);
    if (const auto nonsense = nonsense_of(visit, now)) {
        return why_held(*nonsense);
    }
    return day_can_be_relied_on(sent, clocks) ? std::optional<WhyHeld>{} : WhyHeld::clock_wrong;
}

std::vector<base::EntryId> visits_that_day(Office& office, const Writing& tx,
                                           const std::vector<Uuid>& children, CivilDate day) {
    std::vector<base::EntryId> found;
    for (const auto& child : children) {
        const auto facts = office.facts.of(tx, PersonId{child});
        for (const auto& visit : facts->history.visits) {
            const auto& believed = visit.believed();
            if (believed.on == day && std::ranges::find(found, believed.entry) == found.end()) {
                found.push_back(believed.entry);
            }
        }
    }
    return found;
}

template <class Kind>
record::Draft about_item(Office& office, const access::Viewer& viewer, std::vector<Uuid> children,
                         ItemId item, CivilDate day, const Kind& body) {
    children.push_back(record::phones_of(viewer.worker));
    children.push_back(record::subject_of(item));
    return draft_of(office, viewer, record::Named<Kind>::name, std::move(children), day,
                    record::encode(body));
}

class Receiving {
  public:
    Receiving(Office& office, const access::Viewer& viewer, const FromPhone& sent)
        : office_{office}, viewer_{viewer}, sent_{sent} {}

    ReceivedVisit into(Writing& tx) {
        const auto known = before(tx, sent_);
        if (known.same) {
            return *known.same;
        }
        if (known.otherwise) {
            return keep(tx, WhyHeld::said_otherwise, record::PhoneClock::agrees);
        }
        const auto list = list_on_phone(tx, sent_.device);
        const auto clocks = compare(sent_, list, office_.clock.now());
        if (const auto why = doubt(sent_, list, clocks, office_.clock.now())) {
            return keep(tx, *why, clocks.phone);
        }
        const auto visit = draft_of_visit(office_, viewer_, std::get<WrittenVisit>(sent_.visit));
        const auto refused = let_in(office_, tx, viewer_, access::Action::record_visit, visit);
        return refused ? keep(tx, why_held(*refused), clocks.phone)
                       : put(tx, visit, clocks, known.unfinished);
    }

  private:
    ReceivedVisit put(Writing& tx, const record::Draft& visit, const Clocks& clocks,
                      std::optional<base::EntryId> unfinished) {
        const base::EntryId entry{visit.id};
        const auto same_day = visits_that_day(office_, tx, visit.about, visit.effective);
        std::vector<record::Draft> drafts{
            visit, about_item(office_, viewer_, visit.about, sent_.item, visit.effective,
                              PhoneVisitReceived{entry, sent_.item, sent_.device,
                                                 time::to_rfc3339(sent_.written), clocks.phone,
                                                 sent_.content, same_day})};
        if (unfinished) {
            drafts.push_back(about_item(office_, viewer_, {}, sent_.item, visit.effective,
                                        PhoneVisitSettled{*unfinished, entry, ""}));
        }
        append(tx, std::move(drafts));
        return {OnRecord{entry, same_day}, visit.recorded_at};
    }

    ReceivedVisit keep(Writing& tx, WhyHeld why, PhoneClock clock) {
        auto draft =
            about_item(office_, viewer_, {}, sent_.item, office_.today(),
                       PhoneVisitHeld{sent_.item, sent_.device, time::to_rfc3339(sent_.written),
                                      clock, sent_.content, why, sent_.said});
        const auto at = draft.recorded_at;
        append(tx, {std::move(draft)});
        return {KeptForWriter{why}, at};
    }

    // The key only matters where two programs write to one store: what came before has been read in
    // this transaction.
    void append(Writing& tx, std::vector<record::Draft> drafts) {
        const auto key = "phone " + base::to_text(sent_.item.uuid) + ' ' + sent_.content;
        if (!append_drafts(tx, std::move(drafts), {key, {}}).ok()) {
            throw std::logic_error{"a visit from a phone that was new could not be appended"};
        }
    }

    Office& office_;
    const access::Viewer& viewer_;
    const FromPhone& sent_;
};

} // namespace

base::Result<ReceivedVisit, NotReceived> receive(Office& office, const access::Viewer& viewer,
                                                 const FromPhone& sent) {
    if (sent.worker != viewer.worker) {
        return base::Err{NotReceived{SomebodyElses{}}};
    }
    std::optional<ReceivedVisit> received;
    const auto done = office.store.write([&](Writing& tx) {
        received = Receiving{office, viewer, sent}.into(tx);
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{NotReceived{done.error()}};
    }
    return base::Ok{*received};
}

std::vector<ItemId> not_here(const record::Reading& reading, const std::vector<ItemId>& items) {
    std::vector<ItemId> missing;
    std::ranges::copy_if(items, std::back_inserter(missing), [&](const auto& item) {
        return reading.version_of(record::subject_of(item)) == 0;
    });
    return missing;
}

} // namespace gweld::casework
