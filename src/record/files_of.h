// files_of.h - the files an entry carries, whatever its kind: found from the kind's description, so
// that a kind added later is covered without a word here.
#pragma once

#include "record/entry.h"
#include "record/kept_file.h"

#include <vector>

namespace gweld::record {

class Reading;

// Of the members of the kind itself; a file named deeper inside one is not seen.
std::vector<KeptFile> files_of(const Entry& entry);

struct FileFault {
    enum class Why { missing, altered };
    std::int64_t seq = 0; // of the entry that carries it
    KeptFile file;
    Why why = Why::missing;
};
// Every file of every entry against the bytes kept. Reads each file once for each entry that has
// it.
std::vector<FileFault> faults_in_files(const Reading& record);

} // namespace gweld::record
