// county.h - the record every simulated world begins with: three children, five workers who can
// sign in. Knows no server and no fault.
#pragma once

#include "../casework/small_office.h"
#include "store/sqlite/sqlite_store.h"

namespace gweld::simulation {

using casework::thing;

inline const std::string authority = "X00000001";
inline constexpr std::string_view password = "a password of nobody";

std::string id_of(std::string_view name); // as it stands in an address

// catrin and huw see children; rhian gives them out; gwyn and mared are at the front door.
enum class Works { with_children, over_a_team, at_the_front_door };
struct Worker {
    access::Viewer viewer;
    Works works = Works::with_children;
};
const std::vector<Worker>& workers();

inline const std::vector<std::string> children{"ffion", "osian", "seren"};

store::SqliteOptions one_thread();

// A file that nobody has open, made once for all worlds of this process; the caller copies it.
const std::string& county_file();

} // namespace gweld::simulation
