// deeds.h - what people do to a record, one transaction each, and whether it was done: wholly, not
// at all, or (never) in part or twice. Knows no faults.
#pragma once

#include "../store/stores.h"

#include <functional>

namespace gweld::faults {

using namespace gweld::made_up;

struct Deed {
    std::string name;
    std::vector<Draft> drafts;
    std::function<void(Writing&)> besides = [](Writing&) {};
    // Whether what was done besides is there.
    std::function<bool(const Reading&)> besides_done = nullptr;
};

// A record with a child on the register, visits and an account; closed.
void make_record(const std::string& path);
// The closed record as a program before this one would have left it: other tables beside the log.
void make_earlier(const std::string& path);
std::vector<Deed> deeds();

store::SqliteOptions opening();
// The append of a deed, with a look at the child, in one transaction.
base::Result<base::Nothing, StoreFault> attempt(Store& store, const Deed& deed, AppendResult& said);

enum class Done { wholly, not_at_all, in_part };
Done done(const Reading& reading, const Deed& deed);

// Empty: chains whole, tables as computed again, what make_record wrote still there. Else what not.
std::string unsound(Store& store);

} // namespace gweld::faults
