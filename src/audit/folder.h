// folder.h - checkpoints in a folder that is meant to be kept elsewhere: a file for each month,
// YYYY-MM.checkpoints, notes one after the other with an empty line between them. Knows no store
// and no key.
#pragma once

#include "audit/checkpoint.h"
#include "base/result.h"

namespace gweld::audit {

struct Place {
    std::string file; // its name in the folder
    std::int64_t line = 0;
};
struct KeptCheckpoint {
    Place place;
    Note note;
    Checkpoint says;
};
struct Kept {
    std::vector<KeptCheckpoint> checkpoints; // as they were put there, the oldest first
    std::vector<Place> unreadable;           // what is no checkpoint
    // The newest file ends in the middle of a note, as when the power goes while it is written.
    std::optional<Place> unfinished;
};

// The error: the system's own words. An empty folder holds no checkpoints.
base::Result<Kept, std::string> read_checkpoints(const std::string& folder);

// What was put there last for each of the logs in the newest files: reads no more months than it
// must.
base::Result<Kept, std::string> read_newest(const std::string& folder, std::string_view authority);

// One who puts checkpoints into a folder; a second is made to wait.
class FolderWriter {
  public:
    explicit FolderWriter(const std::string& folder); // made, where it is not there
    ~FolderWriter();
    FolderWriter(const FolderWriter&) = delete;
    FolderWriter& operator=(const FolderWriter&) = delete;

    // Takes an unfinished note away, adds this one behind the last of the month and flushes it.
    // What went wrong; empty: nothing.
    std::string add(const std::string& note, Instant at);
    const std::string& fault() const { return fault_; } // of opening

  private:
    std::string folder_;
    std::string fault_;
    int lock_ = -1;
};

} // namespace gweld::audit
