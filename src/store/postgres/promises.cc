#include "store/postgres/promises.h"

#include "store/postgres/schema.h"

namespace gweld::store::postgres {

namespace {

struct Settings {
    std::string fsync;
    std::string full_page_writes;
    std::string synchronous_commit;
    std::string standby_names;
    std::string encoding;
    std::string read_only;
};

// Another process or another user may have set them, so each is read back.
Settings settings_of(Connection& connection) {
    static const std::string sql =
        "SELECT current_setting('fsync'), current_setting('full_page_writes'), "
        "current_setting('synchronous_commit'), current_setting('synchronous_standby_names'), "
        "current_setting('server_encoding'), current_setting('transaction_read_only')";
    Query query{connection, sql};
    Settings settings;
    if (query.step()) {
        query.read(0, settings.fsync);
        query.read(1, settings.full_page_writes);
        query.read(2, settings.synchronous_commit);
        query.read(3, settings.standby_names);
        query.read(4, settings.encoding);
        query.read(5, settings.read_only);
    }
    return settings;
}

OpenRefused refused(OpenFault fault, const std::string& name, const std::string& value) {
    return {fault, name + " is " + value};
}

} // namespace

std::optional<OpenRefused> promise_not_kept(Connection& connection, Standby standby) {
    const auto found = settings_of(connection);
    const auto& commit = found.synchronous_commit;
    if (found.fsync != "on") {
        return refused(OpenFault::not_durable_server, "fsync", found.fsync);
    }
    if (found.full_page_writes != "on") {
        return refused(OpenFault::not_durable_server, "full_page_writes", found.full_page_writes);
    }
    if (commit != "on" && commit != "remote_apply") {
        return refused(OpenFault::not_durable_server, "synchronous_commit", commit);
    }
    if (found.encoding != "UTF8") {
        return refused(OpenFault::not_a_gweld_file, "server_encoding", found.encoding);
    }
    if (found.read_only != "off") {
        return OpenRefused{OpenFault::not_a_primary, "the server only reads"};
    }
    if (standby == Standby::required && found.standby_names.empty()) {
        return OpenRefused{OpenFault::no_standby, "synchronous_standby_names is empty"};
    }
    return std::nullopt;
}

bool still_waits_for_a_standby(Connection& connection) {
    try {
        return !settings_of(connection).standby_names.empty();
    } catch (const SqlFault&) {
        return false;
    }
}

std::optional<std::string> WritingConnection::why_not() {
    if (auto refused = promise_not_kept(*this, standby_)) {
        return refused->detail;
    }
    if (schema_found(*this) != schema_version) {
        return "the tables are another version's";
    }
    return std::nullopt;
}

void WritingConnection::begin(const std::string& sql) {
    Connection::begin(sql);
    if (const auto why = why_not()) {
        leave_transaction(*this);
        raise({record::StoreFault::read_only, Lasts::for_now, 0, *why});
    }
}

} // namespace gweld::store::postgres
