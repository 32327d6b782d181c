#include "store/sql/records.h"

#include <cstring>
#include <utility>

namespace gweld::store::sql {

using record::Instant;

namespace {

std::int64_t number_of(Instant moment) { return moment.time_since_epoch().count(); }

Instant moment_of(std::int64_t number) { return Instant{std::chrono::milliseconds{number}}; }

std::optional<std::int64_t> number_of(const std::optional<Instant>& moment) {
    return moment ? std::optional{number_of(*moment)} : std::nullopt;
}

std::optional<Instant> moment_of(const std::optional<std::int64_t>& number) {
    return number ? std::optional{moment_of(*number)} : std::nullopt;
}

// What the entry has no place for would be passed over, and a change of it seen by no hash.
void check_written_by_us(const EntryRow& row) {
    const auto fits = [](std::int64_t number) {
        return number == static_cast<std::int32_t>(number);
    };
    const bool from_elsewhere = !row.source_file.empty() || !row.source_key.empty() ||
                                !row.source_fingerprint.empty() || row.source_recorded_at;
    if (!fits(row.effective_day) || !fits(row.kind_version) || (!row.source && from_elsewhere)) {
        throw changed_row("an entry with what no entry has");
    }
}

} // namespace

Blob joined(const std::vector<Uuid>& ids) {
    Blob bytes;
    bytes.reserve(ids.size() * 16);
    for (const auto& id : ids) {
        bytes.insert(bytes.end(), id.bytes.begin(), id.bytes.end());
    }
    return bytes;
}

std::vector<Uuid> split(const Blob& ids) {
    if (ids.size() % 16 != 0) {
        throw changed_row("a list of ids of the wrong length");
    }
    std::vector<Uuid> list(ids.size() / 16);
    for (std::size_t i = 0; i < list.size(); ++i) {
        std::memcpy(list[i].bytes.data(), ids.data() + i * 16, 16);
    }
    return list;
}

EntryRow row_of(const record::Entry& entry) {
    EntryRow row;
    row.seq = entry.seq;
    row.id = entry.id;
    row.kind = entry.kind;
    row.kind_version = entry.kind_version;
    row.about = joined(entry.about);
    row.effective_day = entry.effective.day_number();
    row.effective_at = number_of(entry.effective_at);
    row.recorded_at = number_of(entry.recorded_at);
    row.recorder = entry.recorded_by.worker;
    row.recorder_name = entry.recorded_by.name;
    row.recorder_role = entry.recorded_by.role;
    row.recorder_team = entry.recorded_by.team;
    row.corrects = entry.corrects;
    row.reason = entry.reason;
    if (entry.provenance) {
        row.source = entry.provenance->source;
        row.source_file = entry.provenance->file;
        row.source_key = entry.provenance->key;
        row.source_fingerprint = entry.provenance->fingerprint;
        row.source_recorded_at = number_of(entry.provenance->recorded_at);
    }
    row.body = entry.body;
    row.body_salt = entry.body_salt;
    row.body_commitment = entry.body_commitment;
    row.previous = entry.previous;
    row.hash = entry.hash;
    return row;
}

record::Entry entry_of(EntryRow row, const std::string& authority) {
    check_written_by_us(row);
    record::Entry entry;
    entry.seq = row.seq;
    entry.authority = authority;
    entry.id = row.id;
    entry.kind = std::move(row.kind);
    entry.kind_version = static_cast<int>(row.kind_version);
    entry.about = split(row.about);
    entry.effective =
        record::CivilDate::from_day_number(static_cast<std::int32_t>(row.effective_day));
    entry.effective_at = moment_of(row.effective_at);
    entry.recorded_at = moment_of(row.recorded_at);
    entry.recorded_by = {row.recorder, std::move(row.recorder_name), std::move(row.recorder_role),
                         std::move(row.recorder_team)};
    entry.corrects = row.corrects;
    entry.reason = std::move(row.reason);
    if (row.source) {
        entry.provenance = record::Provenance{
            std::move(*row.source), std::move(row.source_file), std::move(row.source_key),
            std::move(row.source_fingerprint), moment_of(row.source_recorded_at)};
    }
    entry.body = std::move(row.body);
    entry.body_salt = row.body_salt;
    entry.body_commitment = row.body_commitment;
    entry.previous = row.previous;
    entry.hash = row.hash;
    return entry;
}

LookRow row_of(const record::ChainedLook& look) {
    return {
        look.seq,  number_of(look.at), look.worker,          look.name,     look.role, look.subject,
        look.page, look.ground,        look.allowed ? 1 : 0, look.previous, look.hash};
}

record::ChainedLook look_of(LookRow row) {
    if (row.allowed != 0 && row.allowed != 1) {
        throw changed_row("a look that is neither allowed nor refused");
    }
    record::ChainedLook look;
    look.at = moment_of(row.at);
    look.worker = row.worker;
    look.name = std::move(row.name);
    look.role = std::move(row.role);
    look.subject = row.subject;
    look.page = std::move(row.page);
    look.ground = std::move(row.ground);
    look.allowed = row.allowed == 1;
    look.seq = row.seq;
    look.previous = row.previous;
    look.hash = row.hash;
    return look;
}

AccountRow row_of(const record::Account& account) {
    return {account.sign_in_name,  account.worker,
            account.display_name,  std::string{record::name_of(account.role)},
            account.team,          account.team_name,
            account.password_hash, account.closed ? 1 : 0};
}

AccountUseRow use_of(const record::Account& account) {
    return {account.sign_in_name, number_of(account.opened_at), number_of(account.signed_in_at)};
}

record::Account account_of(AccountRow row, const std::optional<AccountUseRow>& use) {
    const auto role = record::role_named(row.role);
    if (!role) {
        throw changed_row("an account with a role that is none");
    }
    return {std::move(row.sign_in_name),
            row.worker,
            std::move(row.display_name),
            *role,
            row.team,
            std::move(row.team_name),
            std::move(row.password_hash),
            row.closed == 1,
            use ? moment_of(use->opened_at) : std::nullopt,
            use ? moment_of(use->signed_in_at) : std::nullopt};
}

SessionRow row_of(const record::Session& session) {
    return {session.token_hash, session.sign_in_name, number_of(session.signed_in_at),
            number_of(session.last_used_at), number_of(session.expires_at)};
}

SessionUseRow use_of(const record::Session& session) {
    return {session.token_hash,
            session.signed_in == record::SignedIn::whole ? 1 : 0,
            session.browser,
            session.system,
            number_of(session.proved_at),
            number_of(session.before)};
}

record::Session session_of(SessionRow row, std::optional<SessionUseRow> use) {
    record::Session session{row.token_hash, std::move(row.sign_in_name),
                            moment_of(row.signed_in_at), moment_of(row.last_used_at),
                            moment_of(row.expires_at)};
    if (use) {
        session.signed_in = use->whole == 1 ? record::SignedIn::whole : record::SignedIn::half;
        session.browser = std::move(use->browser);
        session.system = std::move(use->system);
        session.proved_at = moment_of(use->proved_at);
        session.before = moment_of(use->before);
    }
    return session;
}

SecondFactorRow row_of(const record::SecondFactor& factor) {
    SecondFactorRow row{
        factor.sign_in_name, factor.secret, number_of(factor.confirmed_at), factor.newest_step, {}};
    for (const auto& code : factor.recovery) {
        row.recovery.insert(row.recovery.end(), code.begin(), code.end());
    }
    return row;
}

record::SecondFactor factor_of(SecondFactorRow row) {
    record::SecondFactor factor{std::move(row.sign_in_name), std::move(row.secret),
                                moment_of(row.confirmed_at), row.newest_step};
    constexpr auto length = std::tuple_size_v<Hash>;
    if (row.recovery.size() % length != 0) {
        throw changed_row("a list of recovery codes of the wrong length");
    }
    factor.recovery.resize(row.recovery.size() / length);
    for (std::size_t i = 0; i < factor.recovery.size(); ++i) {
        std::memcpy(factor.recovery[i].data(), row.recovery.data() + i * length, length);
    }
    return factor;
}

KnownBrowserRow row_of(const record::KnownBrowser& browser) {
    return {browser.token_hash, browser.sign_in_name, number_of(browser.used_at), browser.failures,
            number_of(browser.last_failed_at)};
}

record::KnownBrowser browser_of(KnownBrowserRow row) {
    return {row.token_hash, std::move(row.sign_in_name), moment_of(row.used_at), row.failures,
            moment_of(row.last_failed_at)};
}

} // namespace gweld::store::sql
