// news.h - about whom something was recorded lately, read once for each new head of the record: so
// that of a child of whom nothing is new that need not be asked of the store, for each child and
// everybody in the family, again and again. Knows no child and no page.
#pragma once

#include "record/store.h"

#include <cstdint>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace gweld::casework {

class News {
  public:
    enum class Known { nothing_new, something_new, no };

    // Whether anything about one of the subjects stands behind `since`, as of this reading, whose
    // head is given. Subjects are records as they were written, merged ones by themselves. No: this
    // has not looked on for long enough, or who is whom may have changed since, or this has looked
    // further than the reading; the store knows. Otherwise nobody was merged since.
    Known about(const record::Reading& reading, std::int64_t head,
                const std::vector<record::Uuid>& subjects, std::int64_t since);
    // Inside a write, where what others wrote in the same group may still be taken back: nothing is
    // read on for it.
    Known about(const record::Writing& writing, std::int64_t head,
                const std::vector<record::Uuid>& subjects, std::int64_t since);

  private:
    void look_on(const record::Reading& reading, std::int64_t head);
    void begin_at(std::int64_t head);
    Known known(const std::vector<record::Uuid>& subjects, std::int64_t since) const;

    // An extract writes hundreds of thousands at once; then everybody is asked for once again.
    static constexpr std::int64_t most_at_once = 500;
    static constexpr std::size_t most_subjects = 20'000;
    std::mutex mutex_;
    std::int64_t from_ = -1; // -1: has not looked yet
    std::int64_t until_ = -1;
    std::unordered_map<record::Uuid, std::int64_t, base::UuidHash> newest_;
};

} // namespace gweld::casework
