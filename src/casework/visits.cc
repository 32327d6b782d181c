#include "casework/visits.h"

#include "casework/visit_checks.h"
#include "record/codec.h"

#include <algorithm>
#include <optional>

namespace gweld::casework {

namespace {

using record::Draft;

using Refusal = std::optional<VisitRefused>;

struct Outcome {
    Refusal refused;
    base::EntryId entry;
};

void append(record::Writing& tx, Draft draft, const Saw& saw, Outcome& outcome) {
    const auto done = append_drafts(tx, {std::move(draft)}, saw);
    if (done.ok()) {
        outcome.entry = done.value().entry;
    } else {
        outcome.refused = as_refusal<VisitRefused>(done.error());
    }
}

VisitAnswer answer(const base::Result<base::Nothing, record::StoreFault>& done,
                   const Outcome& outcome) {
    if (!done.ok()) {
        return base::Err{VisitRefused{done.error()}};
    }
    if (outcome.refused) {
        return base::Err{*outcome.refused};
    }
    return base::Ok{Recorded{outcome.entry}};
}

// The transaction is kept even when refused: the refused look stays in the access log.
VisitAnswer write_one(Office& office, const access::Viewer& viewer, access::Action action,
                      const Draft& draft, const Saw& saw) {
    Outcome outcome;
    const auto done = office.store.write([&](record::Writing& tx) {
        outcome.refused = let_in(office, tx, viewer, action, draft);
        if (!outcome.refused) {
            append(tx, draft, saw, outcome);
        }
        return record::Keep::yes;
    });
    return answer(done, outcome);
}

// Saved in a minute, neither written up nor corrected nor withdrawn since.
bool awaits_write_up(const record::Reading& reading, const record::Entry& visit) {
    const auto history = protection::history_of(PersonId{visit.about.front()},
                                                reading.about(visit.about.front(), 0), {});
    return std::ranges::any_of(history.stubs, [&](const auto& stub) {
        return stub.visit.uuid == visit.id && !stub.written_up_on;
    });
}

VisitAnswer refuse(Nonsense nonsense) { return base::Err{VisitRefused{nonsense}}; }

// A correction is about everyone the corrected entry was about, and whoever it is about now.
VisitAnswer write_correction(Office& office, const access::Viewer& viewer, base::EntryId corrected,
                             Draft draft, const std::string& reason, const Saw& saw) {
    if (reason.empty()) {
        return refuse(Nonsense::no_reason);
    }
    draft.corrects = corrected.uuid;
    draft.reason = reason;
    Outcome outcome;
    const auto done = office.store.write([&](record::Writing& tx) {
        const auto old = tx.entry(corrected.uuid);
        if (!old) {
            outcome.refused = NotFoundOrNotYours{};
            return record::Keep::yes;
        }
        for (const auto& subject : old->about) {
            if (std::ranges::find(draft.about, subject) == draft.about.end()) {
                draft.about.push_back(subject);
            }
        }
        if (draft.kind == record::Named<record::Withdrawn>::name) {
            draft.effective = old->effective;
        }
        outcome.refused = let_in(office, tx, viewer, access::Action::correct_entry, draft);
        if (!outcome.refused) {
            append(tx, draft, saw, outcome);
        }
        return record::Keep::yes;
    });
    return answer(done, outcome);
}

} // namespace

VisitAnswer record_visit(Office& office, const access::Viewer& viewer,
                         const record::VisitMade& visit, const Saw& saw) {
    if (const auto nonsense = nonsense_in(visit, office.clock.now())) {
        return refuse(*nonsense);
    }
    return write_one(office, viewer, access::Action::record_visit,
                     draft_of(office, viewer, record::Named<record::VisitMade>::name,
                              children_of(visit), visit.on, record::encode(visit)),
                     saw);
}

VisitAnswer record_attempt(Office& office, const access::Viewer& viewer,
                           const record::VisitAttempted& attempt, const Saw& saw) {
    if (const auto nonsense = nonsense_in(attempt, office.clock.now())) {
        return refuse(*nonsense);
    }
    return write_one(office, viewer, access::Action::record_visit,
                     draft_of(office, viewer, record::Named<record::VisitAttempted>::name,
                              children_of(attempt), attempt.on, record::encode(attempt)),
                     saw);
}

VisitAnswer correct_visit(Office& office, const access::Viewer& viewer, base::EntryId corrected,
                          const record::VisitMade& visit, const std::string& reason,
                          const Saw& saw) {
    if (const auto nonsense = nonsense_in(visit, office.clock.now())) {
        return refuse(*nonsense);
    }
    return write_correction(office, viewer, corrected,
                            draft_of(office, viewer, record::Named<record::VisitMade>::name,
                                     children_of(visit), visit.on, record::encode(visit)),
                            reason, saw);
}

VisitAnswer correct_attempt(Office& office, const access::Viewer& viewer, base::EntryId corrected,
                            const record::VisitAttempted& attempt, const std::string& reason,
                            const Saw& saw) {
    if (const auto nonsense = nonsense_in(attempt, office.clock.now())) {
        return refuse(*nonsense);
    }
    return write_correction(office, viewer, corrected,
                            draft_of(office, viewer, record::Named<record::VisitAttempted>::name,
                                     children_of(attempt), attempt.on, record::encode(attempt)),
                            reason, saw);
}

VisitAnswer withdraw(Office& office, const access::Viewer& viewer, base::EntryId entry,
                     const std::string& reason, const Saw& saw) {
    return write_correction(office, viewer, entry,
                            draft_of(office, viewer, record::Named<record::Withdrawn>::name, {},
                                     office.today(), record::encode(record::Withdrawn{reason})),
                            reason, saw);
}

VisitAnswer write_up(Office& office, const access::Viewer& viewer,
                     const record::VisitWrittenUp& written, const Saw& saw) {
    if (written.account.empty()) {
        return refuse(Nonsense::no_account);
    }
    std::optional<record::Entry> visit;
    const auto read = office.store.read(
        [&](const record::Reading& reading) { visit = reading.entry(written.visit.uuid); });
    if (!read.ok()) {
        return base::Err{VisitRefused{read.error()}};
    }
    if (!visit || visit->kind != record::Named<record::VisitMade>::name) {
        return base::Err{VisitRefused{NotFoundOrNotYours{}}};
    }
    const auto draft = draft_of(office, viewer, record::Named<record::VisitWrittenUp>::name,
                                visit->about, visit->effective, record::encode(written));
    Outcome outcome;
    const auto done = office.store.write([&](record::Writing& tx) {
        outcome.refused = let_in(office, tx, viewer, access::Action::record_visit, draft);
        if (outcome.refused) {
            return record::Keep::yes;
        }
        const bool waits = awaits_write_up(tx, *visit);
        append(tx, draft, saw, outcome);
        // The same press sent again is answered as the first time.
        const bool is_new = outcome.entry == base::EntryId{draft.id};
        if (!outcome.refused && is_new && !waits) {
            outcome.refused = Nonsense::not_a_stub;
            return record::Keep::no;
        }
        return record::Keep::yes;
    });
    return answer(done, outcome);
}

} // namespace gweld::casework
