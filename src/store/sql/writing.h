// writing.h - what a writer may do inside the writer thread's transaction. Knows no threads and no
// commits.
#pragma once

#include "store/sql/hands.h"
#include "store/sql/newest.h"

namespace gweld::store::sql {

struct ChainEnd {
    std::int64_t seq = 0;
    Hash hash{};
};

class SqlWriting : public Reads<record::Writing> {
  public:
    SqlWriting(Connection& connection, const std::string& authority, record::NameKeys name_keys)
        : Reads{connection, authority}, hands_{connection, authority}, name_keys_{name_keys} {}

    record::AppendResult append(const record::Append& what) override;
    void log_look(const record::Look& look) override;
    Hash keep_file(std::string_view bytes) override;
    void put_account(const record::Account& account) override;
    void put_session(const record::Session& session) override;
    void end_session(const Hash& token_hash) override;
    void put_attempts(std::string_view sign_in_name,
                      const record::SignInAttempts& attempts) override;
    // Of sign-in: defined in sign_in_writing.cc.
    void drop_sessions_before(record::Instant over) override;
    void put_second_factor(const record::SecondFactor& factor) override;
    void drop_second_factor(std::string_view sign_in_name) override;
    void put_known_browser(const record::KnownBrowser& browser) override;
    void drop_known_browsers_before(record::Instant used) override;
    void put_unsaved_form(const record::UnsavedFormRow& form) override;
    void drop_unsaved_form(Uuid writer, std::string_view key) override;
    void drop_unsaved_forms_before(std::int64_t kept, std::int64_t thrown) override;

    void rebuild();

    // The ends of both chains as they are now.
    Newest newest();

    // Another process may have written between our transactions, and a dropped savepoint takes its
    // links with it: the ends of the chains are read again when next needed.
    void forget_ends() { entries_end_.reset(), looks_end_.reset(); }

  private:
    ChainEnd& end_of(std::optional<ChainEnd>& known, const std::string& newest_sql);
    std::optional<Uuid> corrects_nothing(const std::vector<record::Draft>& drafts) const;
    std::int64_t add(const record::Draft& draft);

    Hands hands_;
    record::NameKeys name_keys_;
    std::optional<ChainEnd> entries_end_;
    std::optional<ChainEnd> looks_end_;
    std::optional<Hash> first_; // the hash of entry 1
};

} // namespace gweld::store::sql
