// turns.h - what SQLite needs around the writer's transactions: the note of the newest entry, and
// the write-ahead log kept short.
#pragma once

#include "store/sql/writer.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/newest_note.h"

#include <chrono>

namespace gweld::store::sqlite {

class FileTurns : public Turns {
  public:
    // The connection must outlive it.
    FileTurns(Connection& connection, const std::string& path, std::chrono::milliseconds busy_wait);

    const std::string& begin() const override { return begin_; }
    void committed(SqlWriting& writing) override;
    void answered() override;

  private:
    const std::string begin_ = "BEGIN IMMEDIATE";
    Connection& connection_;
    NewestNote note_;
    Newest noted_;
    std::chrono::milliseconds busy_wait_;
    int frames_ = 0;         // in the write-ahead log after the last commit
    int frames_checked_ = 0; // in it at the last checkpoint
};

} // namespace gweld::store::sqlite
