// backup_label.h - what a backup says of itself, as lines of text in its seal.
#pragma once

#include "store/sqlite/backup.h"

namespace gweld::store::sqlite {

std::string text_of(const BackupLabel& label);
// Without what the seal itself knows. None: not one of ours.
std::optional<BackupLabel> label_from(const std::string& text);

} // namespace gweld::store::sqlite
