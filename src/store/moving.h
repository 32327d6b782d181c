// moving.h - a record carried from one make of database to another and compared entry by entry.
#pragma once

#include "record/verify.h"
#include "store/opening.h"

#include <optional>
#include <string>
#include <variant>

namespace gweld::store {

struct Moved {
    std::int64_t entries = 0;
    std::int64_t looks = 0;
};

struct TargetThere {}; // a file, or the authority in that database
struct CameOtherwise { // what arrived is not what was sent, and stays to be looked at
    std::optional<record::BrokenLink> broken; // none: whole, but not the same
};
struct SourceRefused {
    OpenRefused why;
};
struct TargetRefused {
    OpenRefused why;
};
struct BrokeOff {
    record::StoreFault fault;
};
using MoveRefused =
    std::variant<TargetThere, CameOtherwise, SourceRefused, TargetRefused, BrokeOff>;

// Everything kept for the authority: entries, looks, files, accounts, forms begun; the tables
// beside the log are made again from it. Nobody may write to `from` meanwhile: what is recorded
// later is not in it. An SQLite file or a PostgreSQL database on either side (names_postgres).
// Empty authority: the only one there is. About 60 microseconds an entry. `standby`: of `to`.
base::Result<Moved, MoveRefused> move_record(const std::string& from, const std::string& to,
                                             const std::string& authority,
                                             record::NameKeys name_keys,
                                             Standby standby = Standby::as_it_may_be);

// Opens either make. A file has no standby.
base::Result<std::unique_ptr<record::Store>, OpenRefused>
open_any(const std::string& data, const std::string& authority, WhenMissing when_missing,
         record::NameKeys name_keys, Standby standby = Standby::as_it_may_be,
         WhenNewer when_newer = WhenNewer::refuse);

} // namespace gweld::store
