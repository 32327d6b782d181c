// backup.h - what `gweld backup`, `restore` and `drill` have in common: saying why not, and how
// much there is.
#pragma once

#include "main/console.h"
#include "store/sqlite/backup.h"

namespace gweld::program {

std::string said_of(const Console& console, const store::BackupRefused& why);
std::string seconds(std::chrono::milliseconds time); // "1.4"

} // namespace gweld::program
