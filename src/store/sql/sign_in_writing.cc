#include "store/sql/table_sql.h"
#include "store/sql/writing.h"

namespace gweld::store::sql {

using namespace record;

void SqlWriting::put_account(const Account& account) {
    upsert(connection_, authority_, row_of(account));
    upsert(connection_, authority_, use_of(account));
}

void SqlWriting::put_session(const Session& session) {
    upsert(connection_, authority_, row_of(session));
    upsert(connection_, authority_, use_of(session));
}

void SqlWriting::end_session(const Hash& token_hash) {
    static const std::string sql = "DELETE FROM session WHERE authority = $1 AND token_hash = $2";
    static const std::string use =
        "DELETE FROM session_use WHERE authority = $1 AND token_hash = $2";
    run(connection_, sql, authority_, token_hash);
    run(connection_, use, authority_, token_hash);
}

void SqlWriting::drop_sessions_before(Instant over) {
    static const std::string sql = "DELETE FROM session WHERE authority = $1 AND expires_at <= $2";
    static const std::string use = "DELETE FROM session_use WHERE authority = $1 AND token_hash "
                                   "NOT IN (SELECT token_hash FROM session WHERE authority = $1)";
    run(connection_, sql, authority_, over.time_since_epoch().count());
    run(connection_, use, authority_);
}

void SqlWriting::put_attempts(std::string_view sign_in_name, const SignInAttempts& attempts) {
    upsert(connection_, authority_,
           AttemptsRow{std::string{sign_in_name}, attempts.failures,
                       attempts.last_failed_at.time_since_epoch().count()});
}

void SqlWriting::put_second_factor(const SecondFactor& factor) {
    upsert(connection_, authority_, row_of(factor));
}

void SqlWriting::drop_second_factor(std::string_view sign_in_name) {
    static const std::string sql =
        "DELETE FROM second_factor WHERE authority = $1 AND sign_in_name = $2";
    run(connection_, sql, authority_, sign_in_name);
}

void SqlWriting::put_known_browser(const KnownBrowser& browser) {
    upsert(connection_, authority_, row_of(browser));
}

void SqlWriting::drop_known_browsers_before(Instant used) {
    static const std::string sql =
        "DELETE FROM known_browser WHERE authority = $1 AND used_at < $2";
    run(connection_, sql, authority_, used.time_since_epoch().count());
}

} // namespace gweld::store::sql
