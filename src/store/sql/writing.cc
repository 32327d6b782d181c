#include "store/sql/writing.h"

#include "record/chain.h"
#include "record/kept_file.h"
#include "store/append_rules.h"
#include "store/sql/table_sql.h"

#include <map>
#include <set>

namespace gweld::store::sql {

using namespace record;

namespace {

std::string newest_sql(const std::string& table) {
    return "SELECT seq, hash FROM " + table + " WHERE authority = $1 ORDER BY seq DESC LIMIT 1";
}

} // namespace

AppendResult SqlWriting::append(const Append& what) {
    static const std::string done_sql = select_sql<DoneRow>("AND key = $2");
    check_shape(what);
    const auto fingerprint = fingerprint_of(what.drafts);
    if (const auto done =
            one_row<DoneRow>(connection_, done_sql, authority_, what.idempotency_key)) {
        if (done->fingerprint != fingerprint) {
            return KeyReused{};
        }
        return AlreadyRecorded{split(done->entries)};
    }
    ChangedMeanwhile changed;
    for (const auto& seen : what.seen) {
        if (version_of(seen.subject) != seen.version) {
            changed.subjects.push_back(seen.subject);
        }
    }
    if (!changed.subjects.empty()) {
        return changed;
    }
    if (const auto nothing = corrects_nothing(what.drafts)) {
        return CorrectsNothing{*nothing};
    }
    Appended appended;
    std::vector<Uuid> entries;
    for (const auto& draft : what.drafts) {
        appended.seqs.push_back(add(draft));
        entries.push_back(draft.id);
    }
    insert(connection_, authority_, DoneRow{what.idempotency_key, fingerprint, joined(entries)});
    return appended;
}

// The first entry named by a `corrects` that is not there or was corrected already. A draft may
// correct one before it in the same append.
std::optional<Uuid> SqlWriting::corrects_nothing(const std::vector<Draft>& drafts) const {
    std::map<Uuid, std::string> kind_of;
    std::set<Uuid> corrected;
    for (const auto& draft : drafts) {
        if (draft.corrects) {
            if (!kind_of.contains(*draft.corrects)) {
                if (auto target = hands_.entry(*draft.corrects)) {
                    kind_of.emplace(*draft.corrects, std::move(target->kind));
                }
            }
            const auto kind = kind_of.find(*draft.corrects);
            if (kind == kind_of.end() || !corrected.insert(*draft.corrects).second ||
                hands_.correction_of(*draft.corrects)) {
                return draft.corrects;
            }
            check_correction(draft, kind->second);
        }
        kind_of.emplace(draft.id, draft.kind);
    }
    return std::nullopt;
}

Newest SqlWriting::newest() {
    static const std::string entries = newest_sql("entry");
    static const std::string looks = newest_sql("look");
    static const std::string first = "SELECT hash FROM entry WHERE authority = $1 AND seq = 1";
    if (!first_) {
        Query query{connection_, first};
        query.bind_all(authority_);
        if (query.step()) {
            query.read(0, first_.emplace());
        }
    }
    const auto& entry = end_of(entries_end_, entries);
    const auto& look = end_of(looks_end_, looks);
    return {first_.value_or(Hash{}), entry.seq, entry.hash, look.seq, look.hash};
}

std::int64_t SqlWriting::add(const Draft& draft) {
    static const std::string sql = newest_sql("entry");
    ChainEnd& end = end_of(entries_end_, sql);
    const Entry entry = chained(draft, authority_, end.seq + 1, fresh_salt(), end.hash);
    insert(connection_, authority_, row_of(entry));
    for (const auto& subject : entry.about) {
        insert(connection_, authority_, AboutRow{subject, entry.seq});
    }
    end = {entry.seq, entry.hash};
    project(entry, hands_, name_keys_);
    return entry.seq;
}

void SqlWriting::log_look(const Look& look) {
    static const std::string sql = newest_sql("look");
    ChainEnd& end = end_of(looks_end_, sql);
    ChainedLook link;
    static_cast<Look&>(link) = look;
    link.seq = end.seq + 1;
    link.previous = end.hash;
    link.hash = hash_of(link);
    insert(connection_, authority_, row_of(link));
    end = {link.seq, link.hash};
}

Hash SqlWriting::keep_file(std::string_view bytes) {
    static const std::string sql =
        "SELECT size FROM kept_file WHERE authority = $1 AND digest = $2";
    const auto digest = digest_of_file(bytes);
    Query query{connection_, sql};
    query.bind_all(authority_, digest);
    if (!query.step()) {
        insert(connection_, authority_,
               KeptFileRow{digest, static_cast<std::int64_t>(bytes.size()),
                           Blob{bytes.begin(), bytes.end()}});
    }
    return digest;
}

ChainEnd& SqlWriting::end_of(std::optional<ChainEnd>& known, const std::string& newest_link_sql) {
    if (!known) {
        known.emplace();
        Query query{connection_, newest_link_sql};
        query.bind_all(authority_);
        if (query.step()) {
            query.read(0, known->seq);
            query.read(1, known->hash);
        }
    }
    return *known;
}

void SqlWriting::put_unsaved_form(const UnsavedFormRow& form) {
    upsert(connection_, authority_, UnsavedRow{form, {}});
}

void SqlWriting::drop_unsaved_form(Uuid writer, std::string_view key) {
    static const std::string sql =
        "DELETE FROM unsaved_form WHERE authority = $1 AND writer = $2 AND key = $3";
    run(connection_, sql, authority_, writer, key);
}

void SqlWriting::drop_unsaved_forms_before(std::int64_t kept, std::int64_t thrown) {
    static const std::string sql =
        "DELETE FROM unsaved_form WHERE authority = $1 AND (kept_at < $2 OR thrown_at < $3)";
    run(connection_, sql, authority_, kept, thrown);
}

void SqlWriting::rebuild() {
    hands_.empty_every_table();
    each_entry(0, [&](const Entry& entry) {
        project(entry, hands_, name_keys_);
        return true;
    });
}

} // namespace gweld::store::sql
