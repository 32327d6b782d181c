// sent_file.h - files somebody sends with what they record: each looked at before anything is
// recorded, and kept in the same transaction as the entry that names it. Knows no entry and no
// page.
#pragma once

#include "files/file_type.h"
#include "record/kept_file.h"
#include "record/store.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace gweld::casework {

struct SentFile {
    std::string name; // as the browser said it
    // The bytes; asked for once to look at them and once to keep them, so that not all of several
    // files are in memory at once.
    std::function<std::string()> bytes;
};

struct FileNotTaken {
    std::string name;
    files::FileRefused why;
};

// A file that was looked at and may be kept.
struct FileToKeep {
    std::string name;
    files::FileType type;
    std::function<std::string()> bytes;
};

// All of them or, where one may not be kept, which and why.
base::Result<std::vector<FileToKeep>, std::vector<FileNotTaken>>
look_at(std::span<const SentFile> files);

std::vector<record::KeptFile> keep(record::Writing& tx, std::span<const FileToKeep> files);

} // namespace gweld::casework
