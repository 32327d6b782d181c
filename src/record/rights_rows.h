// rights_rows.h - rows of what people are told, what is protected, and who asked for their own
// record. Included by tables.h, which names the tables.
#pragma once

#include "base/uuid.h"

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gweld::record {

using base::Uuid;

struct MistakeToldRow { // there until the worker says that they have read it
    Uuid entry;
    Uuid worker;
    std::string mistake; // as Mistaken names it
    Uuid kept;
    Uuid other;
    std::int64_t recorded = 0;
    std::int64_t looked = 0;
    std::int64_t told_at = 0;
};
BOOST_DESCRIBE_STRUCT(MistakeToldRow, (),
                      (entry, worker, mistake, kept, other, recorded, looked, told_at))

// What stands in the place of a protected address, here and in every text (record/left_out.h).
inline constexpr std::string_view address_left_out = "\u2588\u2588\u2588\u2588";

struct ProtectedAddressRow { // that there is one, and not where; until two people lifted it
    Uuid entry;
    Uuid person;
    std::string kind;
    std::int64_t from_day = 0;
    std::string because;
    std::optional<Uuid> lift_asked; // the entry that asks for it
    std::optional<Uuid> asked_by;
};
BOOST_DESCRIBE_STRUCT(ProtectedAddressRow, (),
                      (entry, person, kind, from_day, because, lift_asked, asked_by))

struct OwnRecordRow { // somebody asked for a copy of their own record
    Uuid entry;
    Uuid person;
    std::string name; // who asked; empty: the person
    std::int64_t asked_day = 0;
    std::optional<std::int64_t> given_day;
};
BOOST_DESCRIBE_STRUCT(OwnRecordRow, (), (entry, person, name, asked_day, given_day))

} // namespace gweld::record
