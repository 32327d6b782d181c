#include "main/replay.h"

#include "people/names.h"
#include "record/kinds.h"
#include "store/memory/memory_store.h"

#include <algorithm>
#include <set>

namespace gweld::program {

namespace {

bool is_there(const record::Reading& reading, const std::optional<record::Uuid>& id) {
    return !id || reading.entry(*id).has_value();
}

void replay(const record::Entry& entry, record::Writing& tx) {
    record::Draft draft{static_cast<const record::Draft&>(entry)};
    if (!is_there(tx, draft.corrects)) {
        if (draft.kind == record::Named<record::Withdrawn>::name) {
            return;
        }
        draft.corrects.reset();
        draft.reason.clear();
    }
    // As it was written: who was whom then is in the entries already.
    tx.verbatim().append({std::to_string(entry.seq), {}, {std::move(draft)}});
}

bool follow_from_entries(const record::Reading& stored, const record::Reading& replayed) {
    std::set<record::Uuid> subjects;
    stored.each_entry(0, [&](const record::Entry& entry) {
        subjects.insert(entry.about.begin(), entry.about.end());
        return true;
    });
    for (const auto& subject : subjects) {
        if (!std::ranges::equal(stored.about(subject, 0), replayed.about(subject, 0), {},
                                &record::Entry::id, &record::Entry::id)) {
            return false;
        }
    }
    return stored.dump_tables() == replayed.dump_tables();
}

} // namespace

base::Result<std::unique_ptr<record::Store>, record::StoreFault>
replayed(const record::Store& store, std::optional<record::Instant> known_at) {
    auto memory = store::open_memory(store.authority(), &people::name_keys);
    const auto read = store.read([&](const record::Reading& reading) {
        // One transaction: the memory store answers for nothing outside this process.
        static_cast<void>(memory->write([&](record::Writing& tx) {
            reading.each_entry(0, [&](const record::Entry& entry) {
                if (!known_at || record::known_from(entry) <= *known_at) {
                    replay(entry, tx);
                }
                return true;
            });
            return record::Keep::yes;
        }));
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(memory)};
}

base::Result<Tables, record::StoreFault> tables_of(const record::Store& store) {
    const auto again = replayed(store, std::nullopt);
    if (!again.ok()) {
        return base::Err{again.error()};
    }
    Tables tables = Tables::differ;
    const auto read = store.read([&](const record::Reading& stored) {
        static_cast<void>(again.value()->read([&](const record::Reading& replay) {
            tables = follow_from_entries(stored, replay) ? Tables::follow : Tables::differ;
        }));
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{tables};
}

} // namespace gweld::program
