// merged_store.h - a store in which whoever was said to be one person is one. Knows no storage: it
// stands before one.
#pragma once

#include "record/store.h"

#include <memory>

namespace gweld::store {

// What open_sqlite and open_memory hand out.
std::unique_ptr<record::Store> as_one_person_each(std::unique_ptr<record::Store> written);

} // namespace gweld::store
