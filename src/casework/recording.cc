#include "casework/recording.h"

#include "casework/connections.h"

#include <algorithm>
#include <set>

namespace gweld::casework {

namespace {

// Only of what this append is about, which access has decided on, is anything told.
SomebodyWasQuicker what_changed(const record::Reading& reading, const Saw& saw,
                                const std::set<Uuid>& about,
                                const record::ChangedMeanwhile& changed) {
    SomebodyWasQuicker quicker;
    std::set<std::int64_t> shown;
    for (const auto& version : saw.versions) {
        quicker.versions_now.push_back({version.subject, reading.version_of(version.subject)});
        const bool did =
            std::ranges::find(changed.subjects, version.subject) != changed.subjects.end();
        // A form opened before its record was merged is about the kept one now.
        if (!did || !about.contains(reading.kept_for(version.subject))) {
            continue;
        }
        for (auto& entry : reading.about(version.subject, version.version)) {
            if (shown.insert(entry.seq).second) {
                quicker.since.push_back(std::move(entry));
            }
        }
    }
    return quicker;
}

} // namespace

base::Result<Recorded, NotRecorded>
append_drafts(record::Writing& tx, std::vector<record::Draft> drafts, const Saw& saw) {
    using Answer = base::Result<Recorded, NotRecorded>;
    const base::EntryId last{drafts.back().id};
    std::set<Uuid> about;
    for (const auto& draft : drafts) {
        for (const auto& subject : draft.about) {
            about.insert(tx.kept_for(subject));
        }
    }
    // A form that lost its key is recorded all the same; only pressing twice is not caught then.
    auto key = saw.idempotency_key.empty() ? base::to_text(last.uuid) : saw.idempotency_key;
    const auto writer = drafts.front().recorded_by.worker;
    const record::Append append{key, saw.versions, std::move(drafts)};
    const auto result = tx.append(append);
    // What was kept of the form goes in the transaction that saves it: never lost, never a ghost.
    if (std::holds_alternative<record::Appended>(result)) {
        tx.drop_unsaved_form(writer, key);
        bar_whoever_is_alike(tx, append.drafts);
    }
    return std::visit(
        base::overloaded{
            [&](const record::Appended&) -> Answer { return base::Ok{Recorded{last}}; },
            [](const record::AlreadyRecorded& already) -> Answer {
                return base::Ok{Recorded{base::EntryId{already.entries.back()}}};
            },
            [&](const record::ChangedMeanwhile& changed) -> Answer {
                return base::Err{NotRecorded{what_changed(tx, saw, about, changed)}};
            },
            [](const record::KeyReused&) -> Answer {
                return base::Err{NotRecorded{KeyUsedForSomethingElse{}}};
            },
            [](const record::CorrectsNothing&) -> Answer {
                return base::Err{NotRecorded{CorrectedAlready{}}};
            },
        },
        result);
}

} // namespace gweld::casework
