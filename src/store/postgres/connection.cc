#include "store/postgres/connection.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <utility>

namespace gweld::store::postgres {

namespace {

using record::StoreFault;

struct Freed {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, Freed>;

// PostgreSQL's own numbers for its types (pg_type.dat): they never change.
constexpr Oid number_type = 20; // int8
constexpr Oid text_type = 25;
constexpr Oid bytes_type = 17;
constexpr Oid asked_of_server = 0;
constexpr int binary = 1;

struct Meaning {
    std::string_view begins; // an SQLSTATE
    StoreFault fault;
    Lasts lasts;
};
// https://www.postgresql.org/docs/15/errcodes-appendix.html
constexpr std::array<Meaning, 13> meanings{{
    {"53100", StoreFault::disk_full, Lasts::for_now},
    {"53", StoreFault::too_busy, Lasts::for_now},
    {"25006", StoreFault::read_only, Lasts::for_now},
    {"25P", StoreFault::too_busy, Lasts::for_now}, // in a transaction that failed before
    {"40", StoreFault::too_busy, Lasts::for_now},  // rolled back because of another
    {"55P03", StoreFault::too_busy, Lasts::for_now},
    {"57014", StoreFault::too_busy, Lasts::for_now},
    {"58", StoreFault::disk_failed, Lasts::for_now},
    {"XX", StoreFault::damaged, Lasts::for_now},
    {"08", StoreFault::disk_failed, Lasts::for_now}, // the connection; what was sent is unknown
    {"57P", StoreFault::disk_failed, Lasts::for_now},
    {"28", StoreFault::closed, Lasts::for_now},
    {"3D", StoreFault::closed, Lasts::for_now},
}};

std::string said_by(PGconn* server) { return PQerrorMessage(server); }

// How long a server is waited for, in seconds, where the address does not say: people press again
// after half a minute, and by then another server has taken over (packaging/wales). libpq's own are
// two hours for one that vanished without a word. Whoever reads must not read from a server that
// follows either: what a page says is what somebody decides by.
// https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-PARAMKEYWORDS
constexpr std::array<std::pair<const char*, const char*>, 6> limits{{
    {"connect_timeout", "5"},
    {"keepalives", "1"},
    {"keepalives_idle", "5"},
    {"keepalives_interval", "2"},
    {"keepalives_count", "3"},
    {"tcp_user_timeout", "12000"}, // milliseconds
}};
constexpr const char* any_that_writes = "read-write";
constexpr const char* any_at_all = "any";

// What stands in the address goes before what stands here: libpq takes the last.
PGconn* connected(const std::string& where, const char* sessions) {
    std::vector<const char*> names;
    std::vector<const char*> values;
    const auto add = [&](const char* name, const char* value) {
        names.push_back(name);
        values.push_back(value);
    };
    for (const auto& [name, value] : limits) {
        add(name, value);
    }
    add("target_session_attrs", sessions);
    add("dbname", where.c_str());
    add(nullptr, nullptr);
    return PQconnectdbParams(names.data(), values.data(), 1);
}

// Once none that writes answered: whether one that only reads does.
StoreFault why_none(const std::string& where) {
    PGconn* server = connected(where, any_at_all);
    const bool answers = PQstatus(server) == CONNECTION_OK;
    PQfinish(server);
    return answers ? StoreFault::read_only : StoreFault::closed;
}

// The network order of PostgreSQL's binary numbers.
std::array<char, 8> in_order(std::int64_t value) {
    std::array<char, 8> bytes{};
    const auto plain = static_cast<std::uint64_t>(value);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes.at(i) = static_cast<char>(plain >> (8U * (7U - i)));
    }
    return bytes;
}

// One that runs has its whole answer in memory: questions are asked in pages (reads.cc).
class PostgresStatement : public Statement {
  public:
    PostgresStatement(Connection& connection, std::string name, const std::string& sql)
        : connection_{connection}, name_{std::move(name)}, sql_{sql} {}

    bool step() override {
        if (!answer_) {
            ask();
        } else if (connection_.is_row_by_row()) {
            next_row();
        }
        return ++row_ < PQntuples(answer_.get());
    }
    void reset() override {
        if (answer_ && connection_.is_row_by_row()) {
            while (const Result rest{PQgetResult(connection_.handle())}) {
            }
        }
        answer_.reset();
        row_ = -1;
        given_.clear();
    }

    void bind(int n, std::int64_t value) override {
        auto& given = place(n);
        given.number = in_order(value);
        given.type = number_type;
        given.is_number = true;
        given.size = given.number.size();
    }
    void bind(int n, std::string_view value) override {
        set(place(n), text_type, value.data(), value.size());
    }
    void bind_bytes(int n, const std::uint8_t* bytes, std::size_t size) override {
        set(place(n), bytes_type, reinterpret_cast<const char*>(bytes), size);
    }
    void bind_null(int n) override { place(n) = {}; }

    bool is_null(int column) const override {
        return PQgetisnull(answer_.get(), row_, column) == 1;
    }
    std::int64_t number(int column) const override {
        const auto raw = bytes(column);
        std::uint64_t value = 0;
        for (const char byte : raw) {
            value = value << 8U | static_cast<unsigned char>(byte);
        }
        // A 4-byte number ("SELECT 1") keeps its sign.
        return raw.size() == 4 ? static_cast<std::int32_t>(static_cast<std::uint32_t>(value))
                               : static_cast<std::int64_t>(value);
    }
    std::string_view text(int column) const override { return bytes(column); }
    std::string_view bytes(int column) const override {
        return {PQgetvalue(answer_.get(), row_, column),
                static_cast<std::size_t>(PQgetlength(answer_.get(), row_, column))};
    }

  private:
    struct Given {
        Oid type = asked_of_server;
        const char* at = nullptr; // null: NULL
        std::size_t size = 0;
        std::array<char, 8> number{};
        bool is_number = false;
    };
    Given& place(int n) {
        if (given_.size() < static_cast<std::size_t>(n)) {
            given_.resize(static_cast<std::size_t>(n));
        }
        return given_[static_cast<std::size_t>(n) - 1];
    }
    static void set(Given& given, Oid type, const char* at, std::size_t size) {
        given = {type, at == nullptr ? "" : at, size, {}, false};
    }

    // By the first run's types; a NULL leaves it to the server, which knows the column.
    void prepare() {
        std::vector<Oid> types;
        for (const auto& given : given_) {
            types.push_back(given.type);
        }
        const Result done{PQprepare(connection_.handle(), name_.c_str(), sql_.c_str(),
                                    static_cast<int>(types.size()), types.data())};
        connection_.check(done.get());
        prepared_ = true;
    }
    // A plan is made for the tables as they are at that moment: while they grow it is made again.
    void plan_again() {
        constexpr std::int64_t times = 8;
        if (++runs_ == planned_until_) {
            planned_until_ *= times;
            connection_.script("DEALLOCATE " + name_);
            prepared_ = false;
        }
    }
    void ask() {
        if (prepared_) {
            plan_again();
        }
        if (!prepared_) {
            prepare();
        }
        std::vector<const char*> values;
        std::vector<int> lengths;
        const std::vector<int> formats(given_.size(), binary);
        for (const auto& given : given_) {
            values.push_back(given.is_number ? given.number.data() : given.at);
            lengths.push_back(static_cast<int>(given.size));
        }
        if (connection_.is_row_by_row()) {
            PQsendQueryPrepared(connection_.handle(), name_.c_str(),
                                static_cast<int>(values.size()), values.data(), lengths.data(),
                                formats.data(), binary);
            PQsetSingleRowMode(connection_.handle());
            next_row();
            return;
        }
        PQsendQueryPrepared(connection_.handle(), name_.c_str(), static_cast<int>(values.size()),
                            values.data(), lengths.data(), formats.data(), binary);
        if (sql_ == "COMMIT") {
            connection_.wait_for_commit();
        }
        answer_.reset(last_answer());
        row_ = -1;
        connection_.check(answer_.get());
        connection_.check_kept(sql_, answer_.get());
    }
    // As PQexecPrepared would: an answer to one statement is one, and its end.
    PGresult* last_answer() {
        PGresult* answer = PQgetResult(connection_.handle());
        while (const Result rest{PQgetResult(connection_.handle())}) {
        }
        return answer;
    }
    // An answer without a row ends the rows.
    void next_row() {
        answer_.reset(PQgetResult(connection_.handle()));
        row_ = -1;
        connection_.check(answer_.get());
    }

    Connection& connection_;
    std::string name_;
    std::string sql_;
    bool prepared_ = false;
    std::int64_t runs_ = 0;
    std::int64_t planned_until_ = 64;
    std::vector<Given> given_;
    Result answer_;
    int row_ = -1;
};

} // namespace

Connection::Connection(const std::string& where) : server_{connected(where, any_that_writes)} {
    if (PQstatus(server_) != CONNECTION_OK) {
        const SqlFault fault{why_none(where), Lasts::for_now, 0, said_by(server_)};
        PQfinish(server_);
        throw fault;
    }
    PQsetNoticeReceiver(server_, hear, this);
    settle();
}

void Connection::hear(void* connection, const PGresult* notice) {
    const char* severity = PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
    if (severity != nullptr && std::string_view{severity} == "WARNING") {
        static_cast<Connection*>(connection)->warned_ = true;
    }
}

Connection::~Connection() {
    forget_statements();
    PQfinish(server_);
}

// Every question is answered by an index that begins with the authority. A plan made while a table
// was still empty would read it whole for ever after: an import is one long transaction.
void Connection::settle() {
    script("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;"
           "SET enable_bitmapscan = off; SET jit = off;"
           "SET idle_in_transaction_session_timeout = '10min'");
}

bool Connection::in_transaction() const {
    const auto status = PQtransactionStatus(server_);
    return status != PQTRANS_IDLE && status != PQTRANS_UNKNOWN;
}

void Connection::mend() {
    if (PQstatus(server_) == CONNECTION_OK) {
        return;
    }
    forget_statements();
    PQreset(server_);
    if (PQstatus(server_) != CONNECTION_OK) {
        raise({StoreFault::away, Lasts::for_now, 0, said_by(server_)});
    }
    settle();
}

// That the server is gone is known only when it was asked something.
void Connection::begin(const std::string& sql) {
    mend();
    try {
        script(sql);
    } catch (const SqlFault&) {
        // It began and then waited in vain for the lock: what it began must not be left open.
        leave_transaction(*this);
        if (PQstatus(server_) == CONNECTION_OK) {
            throw;
        }
        forget_fault();
        mend();
        script(sql);
    }
}

void Connection::check(const PGresult* result) {
    const auto status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_SINGLE_TUPLE ||
        status == PGRES_EMPTY_QUERY) {
        return;
    }
    const char* state = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string said = said_by(server_);
    if (state == nullptr || PQstatus(server_) != CONNECTION_OK) {
        raise({StoreFault::disk_failed, Lasts::for_now, 0, said});
    }
    const std::string_view code{state};
    for (const auto& meaning : meanings) {
        if (code.starts_with(meaning.begins)) {
            raise({meaning.fault, meaning.lasts, 0, said + " (" + std::string{code} + ")"});
        }
    }
    throw std::logic_error(said + " (" + std::string{code} + ")");
}

void Connection::wait_for_commit() {
    if (!commit_within_) {
        return;
    }
    pollfd answer{PQsocket(server_), POLLIN, 0};
    int ready = 0;
    do {
        ready = ::poll(&answer, 1, static_cast<int>(commit_within_->count()));
    } while (ready < 0 && errno == EINTR);
    if (ready == 0) {
        PGcancel* cancel = PQgetCancel(server_);
        std::array<char, 256> why_not{};
        PQcancel(cancel, why_not.data(), static_cast<int>(why_not.size()));
        PQfreeCancel(cancel);
    }
}

void Connection::script(const std::string& sql) {
    const Result done{PQexec(server_, sql.c_str())};
    check(done.get());
    check_kept(sql, done.get());
}

// Of a transaction that failed before, PostgreSQL answers COMMIT with success and takes it back.
// One whose waiting for a standby was cut short it answers with success and a warning: it is on
// this server and perhaps on no other.
// https://www.postgresql.org/docs/15/warm-standby.html#SYNCHRONOUS-REPLICATION-HA
void Connection::check_kept(const std::string& sql, PGresult* result) {
    const bool warned = std::exchange(warned_, false);
    if (sql != "COMMIT") {
        return;
    }
    if (std::string_view{PQcmdStatus(result)} != "COMMIT") {
        raise({StoreFault::disk_failed, Lasts::for_now, 0, "the transaction was taken back"});
    }
    if (warned) {
        raise({StoreFault::disk_failed, Lasts::for_now, 0, "no standby is known to have it"});
    }
}

std::unique_ptr<Statement> Connection::prepare(const std::string& sql) {
    return std::make_unique<PostgresStatement>(*this, "s" + std::to_string(++statements_), sql);
}

} // namespace gweld::store::postgres
