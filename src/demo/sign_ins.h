// sign_ins.h - whom one may sign in as in the made-up county, and what to try there.
#pragma once

#include "demo/county.h"
#include "demo/staff.h"

#include <vector>

namespace gweld::demo {

std::vector<DemoSignIn> sign_ins(const Staff& staff);
std::vector<record::Account> accounts_of(const Staff& staff, const CountyWish& wish);

} // namespace gweld::demo
