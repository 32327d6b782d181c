// newest_note.h - FILE-newest: which entry and which look were the newest that anybody was told is
// saved. Written after each flush and never flushed itself, so it costs nothing; after a power cut
// it may be older than the record, never newer. It shows that the end of the record was lost or
// that an older copy was put in its place, which the chain alone cannot. Knows no SQL.
#pragma once

#include "store/sql/newest.h"

#include <optional>
#include <string>

namespace gweld::store::sqlite {

using sql::Newest;

// None: there is no note, or it cannot be read; then it says nothing.
std::optional<Newest> noted_newest(const std::string& record);

class NewestNote {
  public:
    explicit NewestNote(const std::string& record);
    ~NewestNote();
    NewestNote(const NewestNote&) = delete;
    NewestNote& operator=(const NewestNote&) = delete;

    // A witness that cannot write is no reason to stop the work: nothing is said.
    void write(const Newest& newest) const;

  private:
    int descriptor_;
};

} // namespace gweld::store::sqlite
