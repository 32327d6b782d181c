// kept_summaries.h - the summary of a child's record as one reader saw it last, given out again
// while nothing it is made from has changed: the record of the child and of who stands around, the
// day, the reader's own rights, the language. Knows no permission: the record was opened first.
#pragma once

#include "web/html.h"
#include "web/pages/child/shown.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>

namespace gweld::web::pages::child_record {

class KeptSummaries {
  public:
    Html of(const Shown& shown);

  private:
    // The reader is part of the key, so that nobody is ever given what was made for someone else.
    using Key = std::tuple<record::Uuid, std::string, words::Language>;
    struct Kept {
        std::shared_ptr<const casework::Surroundings> around;
        CivilDate today;
        access::Viewer viewer;
        std::shared_ptr<const Html> html;
    };
    std::shared_ptr<const Html> kept_of(const Key& key, const Shown& shown);
    void keep(const Key& key, Kept kept);

    // About 10 KB each; beyond it all are let go and made again as asked for.
    static constexpr std::size_t most = 2000;
    std::mutex mutex_;
    std::map<Key, Kept> kept_;
};

} // namespace gweld::web::pages::child_record
