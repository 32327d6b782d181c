// examining.h - what is wrong with a file beside its two chains: pages, the tables and triggers as
// they were made, rows of nobody, the keys of what was sent, the rows kept beside the record. For
// `gweld check`; a large record takes minutes. Knows no words.
#pragma once

#include "store/sqlite/sqlite_store.h"

#include <vector>

namespace gweld::store {

enum class Ill {
    page,           // SQLite's own check; `name` is what it says
    made_otherwise, // a table, an index or a trigger is missing, added or changed
    of_nobody,      // a row in table `name` is not this authority's
    key_of_entry,   // what entry `name` (its id) was sent as is not what it says
    file_size,      // the kept file with digest `name` is not as long as it is said to be
    row,            // a row of table `name` was changed after it was written
};
struct Finding {
    Ill ill = Ill::page;
    std::string name;
};

// Empty: nothing. Reads only; the record may be in use.
base::Result<std::vector<Finding>, OpenRefused> examine(const std::string& record);

} // namespace gweld::store
