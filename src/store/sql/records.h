// records.h - the tables of the log itself and of what is kept beside it, as described rows, and
// the way between them and the types of the record.
#pragma once

#include "record/store.h"
#include "store/sql/connection.h"

#include <boost/describe/class.hpp>

namespace gweld::store::sql {

using record::Hash;
using record::Uuid;

struct MetaRow {
    std::string name;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(MetaRow, (), (name, value))

struct EntryRow {
    std::int64_t seq = 0;
    Uuid id;
    std::string kind;
    std::int64_t kind_version = 1;
    Blob about; // the ids one after the other, in the order given
    std::int64_t effective_day = 0;
    std::optional<std::int64_t> effective_at;
    std::int64_t recorded_at = 0;
    Uuid recorder;
    std::string recorder_name;
    std::string recorder_role;
    std::string recorder_team;
    std::optional<Uuid> corrects;
    std::string reason;
    std::optional<std::string> source; // none: not imported
    std::string source_file;
    std::string source_key;
    std::string source_fingerprint;
    std::optional<std::int64_t> source_recorded_at;
    std::string body;
    record::Salt body_salt{};
    Hash body_commitment{};
    Hash previous{};
    Hash hash{};
};
BOOST_DESCRIBE_STRUCT(EntryRow, (),
                      (seq, id, kind, kind_version, about, effective_day, effective_at, recorded_at,
                       recorder, recorder_name, recorder_role, recorder_team, corrects, reason,
                       source, source_file, source_key, source_fingerprint, source_recorded_at,
                       body, body_salt, body_commitment, previous, hash))

struct AboutRow {
    Uuid subject;
    std::int64_t seq = 0;
};
BOOST_DESCRIBE_STRUCT(AboutRow, (), (subject, seq))

struct LookRow {
    std::int64_t seq = 0;
    std::int64_t at = 0;
    Uuid worker;
    std::string name;
    std::string role;
    Uuid subject;
    std::string page;
    std::string ground;
    std::int64_t allowed = 0; // 1: yes
    Hash previous{};
    Hash hash{};
};
BOOST_DESCRIBE_STRUCT(LookRow, (),
                      (seq, at, worker, name, role, subject, page, ground, allowed, previous, hash))

struct DoneRow { // what an idempotency key was used for
    std::string key;
    Hash fingerprint{};
    Blob entries;
    Hash seal{}; // sealing.h; written and compared wherever the row is
};
BOOST_DESCRIBE_STRUCT(DoneRow, (), (key, fingerprint, entries, seal))

struct KeptFileRow { // the bytes of a file that some entry carries by its digest
    Hash digest{};
    std::int64_t size = 0;
    Blob bytes;
};
BOOST_DESCRIBE_STRUCT(KeptFileRow, (), (digest, size, bytes))

struct AccountRow {
    std::string sign_in_name;
    Uuid worker;
    std::string display_name;
    std::string role;
    std::optional<Uuid> team;
    std::string team_name;
    std::string password_hash;
    std::int64_t closed = 0; // 1: yes
    Hash seal{};
};
BOOST_DESCRIBE_STRUCT(AccountRow, (),
                      (sign_in_name, worker, display_name, role, team, team_name, password_hash,
                       closed, seal))

struct SessionRow {
    Hash token_hash{};
    std::string sign_in_name;
    std::int64_t signed_in_at = 0;
    std::int64_t last_used_at = 0;
    std::int64_t expires_at = 0;
    Hash seal{};
};
BOOST_DESCRIBE_STRUCT(SessionRow, (),
                      (token_hash, sign_in_name, signed_in_at, last_used_at, expires_at, seal))

struct AttemptsRow {
    std::string sign_in_name;
    std::int64_t failures = 0;
    std::int64_t last_failed_at = 0;
    Hash seal{};
};
BOOST_DESCRIBE_STRUCT(AttemptsRow, (), (sign_in_name, failures, last_failed_at, seal))

// What has come since to an account and a session has tables of its own: a program before this one
// writes theirs, and still can when one goes back to it.
struct AccountUseRow {
    std::string sign_in_name;
    std::optional<std::int64_t> opened_at;
    std::optional<std::int64_t> signed_in_at;
    Hash seal{};
};
BOOST_DESCRIBE_STRUCT(AccountUseRow, (), (sign_in_name, opened_at, signed_in_at, seal))

struct SessionUseRow {
    Hash token_hash{};
    std::int64_t whole = 1; // 0: half
    std::string browser;
    std::string system;
    std::optional<std::int64_t> proved_at;
    std::optional<std::int64_t> before;
    Hash seal{};
};
BOOST_DESCRIBE_STRUCT(SessionUseRow, (),
                      (token_hash, whole, browser, system, proved_at, before, seal))

struct SecondFactorRow {
    std::string sign_in_name;
    std::string secret;
    std::optional<std::int64_t> confirmed_at;
    std::int64_t newest_step = 0;
    Blob recovery; // 32 bytes each
    Hash seal{};
};
BOOST_DESCRIBE_STRUCT(SecondFactorRow, (),
                      (sign_in_name, secret, confirmed_at, newest_step, recovery, seal))

struct KnownBrowserRow {
    Hash token_hash{};
    std::string sign_in_name;
    std::int64_t used_at = 0;
    std::int64_t failures = 0;
    std::int64_t last_failed_at = 0;
    Hash seal{};
};
BOOST_DESCRIBE_STRUCT(KnownBrowserRow, (),
                      (token_hash, sign_in_name, used_at, failures, last_failed_at, seal))

struct UnsavedRow : record::UnsavedFormRow {
    Hash seal{};
};
BOOST_DESCRIBE_STRUCT(UnsavedRow, (),
                      (writer, key, address, heading, fields, tab, begun_at, kept_at, thrown_at,
                       seal))

EntryRow row_of(const record::Entry& entry);
record::Entry entry_of(EntryRow row, const std::string& authority);
LookRow row_of(const record::ChainedLook& look);
record::ChainedLook look_of(LookRow row);
AccountRow row_of(const record::Account& account);
AccountUseRow use_of(const record::Account& account);
// Throws SqlFault on a role that is none. None: written by a program that kept none.
record::Account account_of(AccountRow row, const std::optional<AccountUseRow>& use);
SessionRow row_of(const record::Session& session);
SessionUseRow use_of(const record::Session& session);
record::Session session_of(SessionRow row, std::optional<SessionUseRow> use);
SecondFactorRow row_of(const record::SecondFactor& factor);
record::SecondFactor factor_of(SecondFactorRow row); // throws SqlFault on half a recovery code
KnownBrowserRow row_of(const record::KnownBrowser& browser);
record::KnownBrowser browser_of(KnownBrowserRow row);

Blob joined(const std::vector<Uuid>& ids);
std::vector<Uuid> split(const Blob& ids); // throws SqlFault when the length is no multiple of 16

} // namespace gweld::store::sql

namespace gweld::record {

#define GWELD_TABLE(Row, text, width)                                                              \
    template <> struct TableOf<store::sql::Row> {                                                  \
        static constexpr std::string_view name = text;                                             \
        static constexpr std::size_t key_width = width;                                            \
    };
GWELD_TABLE(MetaRow, "meta", 1)
GWELD_TABLE(EntryRow, "entry", 1)
GWELD_TABLE(AboutRow, "about", 2)
GWELD_TABLE(LookRow, "look", 1)
GWELD_TABLE(DoneRow, "done", 1)
GWELD_TABLE(KeptFileRow, "kept_file", 1)
GWELD_TABLE(AccountRow, "account", 1)
GWELD_TABLE(SessionRow, "session", 1)
GWELD_TABLE(AttemptsRow, "sign_in_attempts", 1)
GWELD_TABLE(AccountUseRow, "account_use", 1)
GWELD_TABLE(SessionUseRow, "session_use", 1)
GWELD_TABLE(SecondFactorRow, "second_factor", 1)
GWELD_TABLE(KnownBrowserRow, "known_browser", 1)
GWELD_TABLE(UnsavedRow, "unsaved_form", 2)
#undef GWELD_TABLE

} // namespace gweld::record

namespace gweld::store::sql {

using LogRows = record::RowList<MetaRow, EntryRow, AboutRow, LookRow, DoneRow, KeptFileRow,
                                AccountRow, SessionRow, AttemptsRow, UnsavedRow, AccountUseRow,
                                SessionUseRow, SecondFactorRow, KnownBrowserRow>;
using SealedRows = record::RowList<DoneRow, AccountRow, SessionRow, AttemptsRow, UnsavedRow,
                                   AccountUseRow, SessionUseRow, SecondFactorRow, KnownBrowserRow>;
// Since the tables were counted as version 7.
using SignInRows = record::RowList<AccountUseRow, SessionUseRow, SecondFactorRow, KnownBrowserRow>;

} // namespace gweld::store::sql
