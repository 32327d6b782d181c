// signing.h - says, signed, what is in both logs now, and never what does not go on from what was
// said last. Reads of a log only what came since. Knows no command line.
#pragma once

#include "audit/folder.h"
#include "audit/links.h"
#include "audit/remembered.h"

namespace gweld::audit {

struct NotSigned {
    enum class Why : std::uint8_t {
        folder_fails,         // detail: the system's words
        not_a_checkpoint,     // something in the newest file is none: `place`
        another_key,          // the newest checkpoint is not signed with this key
        later_than_the_clock, // the newest checkpoint's moment has not come
        checkpoints_missing,  // more had been signed than is there
        log_ends_early,       // fewer are in the log than the newest checkpoint says
        not_what_was_signed,  // another log, or written anew: the newest checkpoint is of another
        broken,               // a link of the chain does not hold: `link`
        store_fails
    };
    Why why = Why::folder_fails;
    ChainName log = ChainName::entries;
    std::optional<Checkpoint> newest = {};
    std::int64_t in_log = 0; // where it ends early
    Place place = {};
    std::optional<record::BrokenLink> link = {};
    std::optional<record::StoreFault> fault = {};
    std::string detail = {};
};

class Signing {
  public:
    // Everything must outlive it. Waits while another has the folder.
    Signing(const record::Store& store, const Keys& keys, std::string folder,
            const time::Clock& clock);

    // The checkpoints made; none for a log in which nothing is new. An empty log has none.
    base::Result<std::vector<Checkpoint>, NotSigned> sign_what_is_new();

  private:
    using Problem = std::optional<NotSigned>;
    Problem take_newest();
    Problem read_on(const record::Reading& record, ChainName log);
    Problem read_to(const record::Reading& record, ChainName log, std::optional<std::int64_t> size);
    Problem add(ChainName log, Instant now, std::vector<Checkpoint>& made);

    const record::Store& store_;
    const Keys& keys_;
    std::string folder_;
    const time::Clock& clock_;
    FolderWriter writer_;
    ReachedOfLogs reached_;
    std::array<std::optional<Checkpoint>, both_logs.size()> newest_;
};

} // namespace gweld::audit
