#include "casework/emergencies.h"

#include "casework/contacts.h"
#include "casework/rows.h"
#include "casework/steps.h"

#include <algorithm>

namespace gweld::casework {

namespace {

constexpr std::string_view review_rule = "local.emergency.review";
constexpr std::chrono::hours reviewed_shown{24 * 30};
constexpr std::chrono::hours owner_told_of{24 * 14};

std::int64_t millis(time::Instant at) { return at.time_since_epoch().count(); }

template <class Refused> base::Result<Recorded, Refused> refuse(Refused why) {
    return base::Err{std::move(why)};
}

// With a key and nothing seen: what was recorded meanwhile changes nothing about it.
template <class Refused>
void append_one(record::Writing& tx, record::Draft draft, const std::string& key,
                std::optional<Refused>& refused, Recorded& recorded) {
    const auto appended = append_drafts(tx, {std::move(draft)}, {key, {}});
    if (appended.ok()) {
        recorded = appended.value();
    } else {
        refused = KeyUsedForSomethingElse{};
    }
}

void log_opening(Office& office, record::Writing& tx, const access::Viewer& viewer, PersonId child,
                 access::Ground ground) {
    tx.log_look({office.clock.now(), viewer.worker, viewer.name,
                 std::string{record::name_of(viewer.role)}, child.uuid, "emergency",
                 std::string{access::name_of(ground)}, ground != access::Ground::none});
}

Opening read_opening(Office& office, const record::Reading& reading, const access::Viewer& viewer,
                     const record::EmergencyOpeningRow& row) {
    Opening opening;
    opening.row = row;
    for (const auto& entry : reading.about(row.child, 0)) {
        if (entry.id == row.entry) {
            opening.words = record::body_of<record::OpenedInEmergency>(entry).words;
        } else if (record::is_a<record::OpeningReviewed>(entry)) {
            const auto review = record::body_of<record::OpeningReviewed>(entry);
            opening.review = review.opening.uuid == row.entry ? review.words : opening.review;
        }
    }
    const auto ties = read_ties(reading, PersonId{row.child});
    const auto seen =
        access::decide(viewer, access::Action::see_record, ties.bearing(), office.when());
    if (ties.person && seen.allowed()) {
        opening.child_name = full_name(*ties.person);
    }
    if (const auto* card = office.book.card(review_rule)) {
        opening.due = law::due_after(
            card->interval,
            time::date_in_wales(time::Instant{std::chrono::milliseconds{row.opened_at}}),
            office.book.calendar(card->calendar));
    }
    opening.may_review = row.found.empty() && access::may_review(viewer, row.worker);
    return opening;
}

} // namespace

base::Result<Recorded, EmergencyRefused>
open_in_emergency(Office& office, const access::Viewer& viewer, PersonId child,
                  record::WhyOpened because, const std::string& words, const std::string& key) {
    if (letters_in(words) < fewest_letters_of_reason) {
        return refuse(EmergencyRefused{ReasonTooShort{}});
    }
    std::optional<EmergencyRefused> refused;
    Recorded recorded;
    const auto done = office.store.write([&](record::Writing& tx) {
        const auto ties = office.facts.ties_of(tx, child);
        if (!ties->person || !access::may_open_in_emergency(viewer)) {
            refused = NotFoundOrNotYours{};
            return record::Keep::no;
        }
        const auto seen =
            access::decide(viewer, access::Action::see_record, ties->bearing(), office.when());
        if (seen.bar == access::Bar::excluded) {
            log_opening(office, tx, viewer, ties->child, access::Ground::none);
            refused = NotFoundOrNotYours{};
            return record::Keep::yes;
        }
        // The same form sent again finds what its first sending opened.
        if (seen.allowed() && !tx.was_recorded(key)) {
            refused = OpenAlready{};
            return record::Keep::no;
        }
        log_opening(office, tx, viewer, ties->child, access::Ground::emergency);
        append_one(tx,
                   draft_about(office, viewer, {ties->child.uuid}, office.today(),
                               record::OpenedInEmergency{because, words}),
                   key, refused, recorded);
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return refuse(EmergencyRefused{done.error()});
    }
    if (refused) {
        return base::Err{*refused};
    }
    return base::Ok{recorded};
}

base::Result<Openings, record::StoreFault> openings(Office& office, const access::Viewer& viewer) {
    Openings all;
    const auto read = office.store.read([&](const record::Reading& reading) {
        for (const auto& row : reading.openings_to_review()) {
            all.waiting.push_back(read_opening(office, reading, viewer, row));
        }
        for (const auto& row :
             reading.openings_since(millis(office.clock.now() - reviewed_shown))) {
            if (!row.found.empty()) {
                all.reviewed.push_back(read_opening(office, reading, viewer, row));
            }
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    std::ranges::reverse(all.reviewed);
    return base::Ok{std::move(all)};
}

base::Result<std::vector<Opening>, record::StoreFault>
openings_of_mine(Office& office, const access::Viewer& viewer) {
    std::vector<Opening> mine;
    const auto today = office.today();
    const auto read = office.store.read([&](const record::Reading& reading) {
        for (const auto& row : reading.openings_since(millis(office.clock.now() - owner_told_of))) {
            const auto held = reading.allocations_of(row.child);
            const bool theirs = std::ranges::any_of(held, [&](const auto& allocation) {
                return allocation.worker == viewer.worker && access::holds_on(allocation, today);
            });
            if (theirs && row.worker != viewer.worker) {
                mine.push_back(read_opening(office, reading, viewer, row));
            }
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    std::ranges::reverse(mine);
    return base::Ok{std::move(mine)};
}

base::Result<Recorded, ReviewRefused>
review_opening(Office& office, const access::Viewer& viewer, base::EntryId opening,
               record::OpeningFound found, const std::string& words, const std::string& key) {
    if (found != record::OpeningFound::right && words.empty()) {
        return refuse(ReviewRefused{ReviewWantsWords{}});
    }
    std::optional<ReviewRefused> refused;
    Recorded recorded;
    const auto done = office.store.write([&](record::Writing& tx) {
        const auto entry = tx.entry(opening.uuid);
        if (!entry || !record::is_a<record::OpenedInEmergency>(*entry) ||
            !access::may_review(viewer, entry->recorded_by.worker)) {
            refused = NotFoundOrNotYours{};
            return record::Keep::no;
        }
        const auto waiting = tx.openings_to_review();
        const bool waits = std::ranges::any_of(
            waiting, [&](const auto& row) { return row.entry == opening.uuid; });
        if (!waits && !tx.was_recorded(key)) {
            refused = ReviewedAlready{};
            return record::Keep::no;
        }
        append_one(tx,
                   draft_about(office, viewer, entry->about, office.today(),
                               record::OpeningReviewed{opening, found, words}),
                   key, refused, recorded);
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return refuse(ReviewRefused{done.error()});
    }
    if (refused) {
        return base::Err{*refused};
    }
    return base::Ok{recorded};
}

} // namespace gweld::casework
