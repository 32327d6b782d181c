// memory_store.h - the whole record in this process's memory, for tests and for trying things out.
// Keeps nothing when it goes.
#pragma once

#include "record/projection.h"
#include "record/store.h"

#include <memory>
#include <string>

namespace gweld::store {

std::unique_ptr<record::Store> open_memory(std::string authority, record::NameKeys name_keys);

} // namespace gweld::store
