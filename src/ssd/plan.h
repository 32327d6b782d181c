// plan.h - what reading an extract adds to the record: entries for what is new, correcting entries
// for what changed, nothing for what is as it was. Writes nothing itself.
#pragma once

#include "record/store.h"
#include "ssd/earlier.h"
#include "ssd/extract.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gweld::ssd {

// Rows by what became of them. Where brothers and sisters are rows of one visit, a change to one
// of them is a change of the visit and counts them all.
struct TablePlan {
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t kept_by_hand = 0;   // changed in the source, but also put right here: left alone
    std::int64_t not_in_extract = 0; // rows of earlier extracts; what they said stays
    std::vector<std::string> not_in_extract_keys; // the first hundred, in order
    std::vector<std::string> kept_by_hand_keys;   // the first hundred
};
struct ImportPlan {
    std::array<TablePlan, table_count> tables;
    std::int64_t entries = 0; // handed to the sink
    const TablePlan& of(Table table) const { return tables.at(index_of(table)); }
};

using DraftSink = base::FunctionRef<void(record::Draft)>;

// Entries go to the sink in the order in which they have to be recorded. The same extract, record
// and moment give the same entries with the same ids. `recorder` is who the entries are by.
ImportPlan plan_import(const record::Reading& reading, std::string_view authority,
                       const Extract& extract, record::Instant now,
                       const record::Recorder& recorder, DraftSink sink);

// The import itself: no worker, "Import", role "system".
record::Recorder import_recorder();

} // namespace gweld::ssd
