#include "store/sqlite/cutting.h"

#include "record/files_of.h"
#include "store/sql/table_sql.h"
#include "store/sqlite/schema.h"

#include <set>

namespace gweld::store::sqlite {

namespace {

template <class... Args>
std::int64_t number(Connection& connection, const std::string& sql, const Args&... values) {
    std::int64_t answer = 0;
    Query query{connection, sql};
    query.bind_all(values...);
    if (query.step()) {
        query.read(0, answer);
    }
    return answer;
}

// One append is one form: half of it was never there.
struct Sent {
    std::string key;
    std::int64_t first = 0;
    std::int64_t last = 0;
};
std::vector<Sent> sent_after(Connection& connection, const std::string& authority,
                             std::int64_t seq) {
    const std::string all = select_sql<DoneRow>("");
    const std::string seq_of = "SELECT seq FROM entry WHERE authority = $1 AND id = $2";
    std::vector<Sent> list;
    each_row<DoneRow>(
        connection, all,
        [&](DoneRow row) {
            const auto ids = split(row.entries);
            if (ids.empty()) {
                return;
            }
            const auto last = number(connection, seq_of, authority, ids.back());
            if (last > seq) {
                list.push_back(
                    {std::move(row.key), number(connection, seq_of, authority, ids.front()), last});
            }
        },
        authority);
    return list;
}

void drop_files_nobody_carries(Connection& connection, const std::string& authority) {
    std::set<record::Hash> carried;
    const Reads<record::Reading> reads{connection, authority};
    reads.each_entry(0, [&](const record::Entry& entry) {
        for (const auto& file : record::files_of(entry)) {
            if (const auto digest = record::digest_from_hex(file.digest)) {
                carried.insert(*digest);
            }
        }
        return true;
    });
    const std::string all = "SELECT digest FROM kept_file WHERE authority = $1";
    std::vector<record::Hash> dropped;
    {
        Query query{connection, all};
        query.bind_all(authority);
        while (query.step()) {
            record::Hash digest{};
            query.read(0, digest);
            if (!carried.contains(digest)) {
                dropped.push_back(digest);
            }
        }
    }
    const std::string drop = "DELETE FROM kept_file WHERE authority = $1 AND digest = $2";
    for (const auto& digest : dropped) {
        run(connection, drop, authority, digest);
    }
}

} // namespace

std::optional<CutOff> cut_after(Connection& connection, const std::string& authority,
                                record::Instant until, record::NameKeys name_keys) {
    const auto moment = std::int64_t{until.time_since_epoch().count()};
    auto last = number(connection,
                       "SELECT coalesce(max(seq), 0) FROM entry WHERE authority = $1 AND "
                       "recorded_at <= $2",
                       authority, moment);
    if (last == 0) {
        return std::nullopt;
    }
    const auto sent = sent_after(connection, authority, last);
    for (const auto& one : sent) {
        if (one.first <= last) {
            last = one.last;
        }
    }
    CutOff cut;
    cut.left_out =
        number(connection, "SELECT count(*) FROM entry WHERE authority = $1 AND seq > $2",
               authority, last);
    cut.kept_though_later = number(connection,
                                   "SELECT count(*) FROM entry WHERE authority = $1 AND seq <= $2 "
                                   "AND recorded_at > $3",
                                   authority, last, moment);
    if (cut.left_out == 0) {
        return cut;
    }
    unprotect_log(connection);
    const std::string forget_key = "DELETE FROM done WHERE authority = $1 AND key = $2";
    for (const auto& one : sent) {
        if (one.last > last) {
            run(connection, forget_key, authority, one.key);
        }
    }
    const std::string forget_about = "DELETE FROM about WHERE authority = $1 AND seq > $2";
    const std::string forget_entries = "DELETE FROM entry WHERE authority = $1 AND seq > $2";
    run(connection, forget_about, authority, last);
    run(connection, forget_entries, authority, last);
    drop_files_nobody_carries(connection, authority);
    protect_log(connection);
    SqlWriting{connection, authority, name_keys}.rebuild();
    return cut;
}

} // namespace gweld::store::sqlite
