#include "ssd/plan.h"

#include "record/digest.h"
#include "ssd/planner.h"

#include <algorithm>
#include <stdexcept>

namespace gweld::ssd {
namespace {

constexpr std::size_t most_keys_listed = 100;

std::string hex_of(std::span<const std::uint8_t> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const auto byte : bytes) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

bool same_subjects(std::vector<record::Uuid> a, std::vector<record::Uuid> b) {
    std::ranges::sort(a);
    std::ranges::sort(b);
    return a == b;
}

void add_missing(std::vector<record::Uuid>& to, const std::vector<record::Uuid>& from) {
    for (const auto& subject : from) {
        if (std::ranges::find(to, subject) == to.end()) {
            to.push_back(subject);
        }
    }
}

} // namespace

std::string fingerprint_of(const Said& what) {
    record::Digest digest{"gweld ssd row 1"};
    digest.text(what.kind).text(what.content).moment(what.recorded_at);
    for (const auto& subject : what.about) {
        digest.id(subject);
    }
    const auto hash = digest.finish();
    return hex_of(std::span{hash}.first<16>());
}

record::Recorder import_recorder() { return {{}, "Import", "system", {}}; }

ImportPlan plan_import(const record::Reading& reading, std::string_view authority,
                       const Extract& extract, record::Instant now,
                       const record::Recorder& recorder, DraftSink sink) {
    return Planner{reading, authority, extract, now, recorder, sink}.plan();
}

ImportPlan Planner::plan() {
    put_people();
    put_teams();
    put_workers();
    put_family_members();
    put_involvements();
    put_plans();
    put_visits();
    put_addresses();
    put_contacts();
    put_early_help();
    put_episodes();
    put_assessments();
    put_factors();
    put_enquiries();
    put_conferences(Table::initial_cp_conference, extract_.initial_conferences);
    put_conferences(Table::cp_reviews, extract_.reviews);
    note_not_in_extract();
    if (plan_.entries > 0) {
        put_extract_read();
    }
    return std::move(plan_);
}

// The same words in every language, because it is kept: the table and the day it was read.
std::string Planner::reason(Table table) const {
    return "SSD: " + std::string{file_of(table)} + ", " + time::to_iso(today_);
}

// Version 7 leaves ten bytes to us (of the first four bits, of the third two are taken). The place
// in the log comes first: no two entries share it, and ids that grow keep a store's tables of a
// million visits from being written all over.
record::Uuid Planner::next_id(const record::Hash& hash) const {
    const auto place = static_cast<std::uint64_t>(head_ + plan_.entries);
    const auto byte = [place](unsigned n) { return static_cast<std::uint8_t>(place >> (8U * n)); };
    const std::array<std::uint8_t, 10> noise = {0,       byte(3), 0,       byte(2), byte(1),
                                                byte(0), hash[0], hash[1], hash[2], hash[3]};
    return base::uuid_at(now_.time_since_epoch().count(), noise);
}

record::Uuid Planner::emit(const Said& what, const std::string& fingerprint,
                           std::optional<record::Uuid> corrects) {
    const auto hash = record::Digest{"gweld ssd entry 1"}
                          .text(authority_)
                          .text(file_of(what.table))
                          .text(what.key)
                          .text(what.kind)
                          .text(fingerprint)
                          .id(corrects)
                          .number(head_)
                          .finish();
    record::Draft draft;
    draft.id = next_id(hash);
    draft.kind = what.kind;
    draft.about = what.about;
    draft.effective = what.effective;
    draft.effective_at = what.effective_at;
    draft.recorded_at = now_;
    draft.recorded_by = recorder_;
    draft.corrects = corrects;
    draft.reason = corrects ? reason(what.table) : std::string{};
    draft.provenance =
        record::Provenance{std::string{source_name}, std::string{file_of(what.table)}, what.key,
                           fingerprint, what.recorded_at};
    draft.body = what.body;
    const auto id = draft.id;
    ++plan_.entries;
    sink_(std::move(draft));
    return id;
}

Standing Planner::put(Said what) {
    auto* left = earlier_.find(what.table, what.key);
    const auto fingerprint = fingerprint_of(what);
    if (left == nullptr || left->withdrawn) {
        const auto id = emit(what, fingerprint, std::nullopt);
        if (left != nullptr) {
            left->seen = true;
        }
        return {Became::added, id};
    }
    left->seen = true;
    if (left->fingerprint == mark_of(fingerprint)) {
        return {Became::unchanged, left->entry};
    }
    if (earlier_.changed_by_hand(left->entry)) {
        return {Became::kept_by_hand, left->entry};
    }
    return replace(std::move(what), *left);
}

Standing Planner::replace(Said what, Left& left) {
    const auto fingerprint = fingerprint_of(what);
    const auto before = reading_.entry(left.entry);
    if (!before) {
        throw std::logic_error("an entry just read from the log is not in the store");
    }
    // A visit says in its body whose it is; it stays about those who were in it before, so that
    // their histories see them leave. Anything else that turns out to be somebody else's is
    // withdrawn from one and recorded for the other.
    const bool says_who = what.kind == record::Named<record::VisitMade>::name;
    std::optional<record::Uuid> corrects = left.entry;
    if (says_who) {
        add_missing(what.about, before->about);
    } else if (!same_subjects(what.about, before->about)) {
        withdraw(left, what.key);
        corrects = std::nullopt;
    }
    left.entry = emit(what, fingerprint, corrects);
    left.fingerprint = mark_of(fingerprint);
    left.withdrawn = false;
    return {Became::changed, left.entry};
}

void Planner::withdraw(Left& left, const std::string& key) {
    const auto before = reading_.entry(left.entry);
    if (!before) {
        throw std::logic_error("an entry just read from the log is not in the store");
    }
    auto taken_back = said(left.table, key, record::Withdrawn{reason(left.table)});
    taken_back.about = before->about;
    taken_back.effective = before->effective;
    taken_back.recorded_at = before->provenance->recorded_at;
    left.entry = emit(taken_back, {}, left.entry);
    left.withdrawn = true;
    left.seen = true;
}

bool Planner::withdraw_end(Table table, const std::string& key) {
    const auto end = end_key(key);
    auto* left = earlier_.find(table, end);
    if (left == nullptr || left->withdrawn || earlier_.changed_by_hand(left->entry)) {
        return false;
    }
    withdraw(*left, end);
    return true;
}

void Planner::count(Table table, const std::string& key, Became became, std::int64_t rows) {
    auto& counts = plan_.tables.at(index_of(table));
    switch (became) {
    case Became::added:
        counts.added += rows;
        break;
    case Became::changed:
        counts.changed += rows;
        break;
    case Became::unchanged:
        counts.unchanged += rows;
        break;
    case Became::kept_by_hand:
        counts.kept_by_hand += rows;
        if (counts.kept_by_hand_keys.size() < most_keys_listed) {
            counts.kept_by_hand_keys.push_back(key);
        }
        break;
    }
}

void Planner::not_in_extract(Table table, std::string key) {
    auto& counts = plan_.tables.at(index_of(table));
    ++counts.not_in_extract;
    counts.not_in_extract_keys.push_back(std::move(key));
}

void Planner::note_not_in_extract() {
    for (const auto table : all_tables) {
        const auto& read = extract_.of(table);
        if (!read.path) {
            continue;
        }
        for (const auto* left : earlier_.not_seen(table)) {
            const auto entry = reading_.entry(left->entry);
            if (entry && !read.refused_keys.contains(entry->provenance->key)) {
                not_in_extract(table, entry->provenance->key);
            }
        }
        auto& keys = plan_.tables.at(index_of(table)).not_in_extract_keys;
        std::ranges::sort(keys);
        keys.resize(std::min(keys.size(), most_keys_listed));
    }
}

void Planner::put_extract_read() {
    record::ExtractRead read;
    read.source = source_name;
    for (const auto table : all_tables) {
        const auto& of = extract_.of(table);
        if (!of.path) {
            continue;
        }
        const auto refused = extract_.findings.refused_lines(table).size();
        read.tables.emplace_back(name_of(table));
        read.rows_refused += static_cast<int>(refused);
        read.rows_accepted +=
            static_cast<int>(of.rows - of.passed_over - static_cast<std::int64_t>(refused));
    }
    // Without a provenance: it is no row of the source, and is known from the moment it was read.
    record::Draft draft;
    const auto hash = record::Digest{"gweld ssd extract 1"}.text(authority_).number(head_).finish();
    draft.id = next_id(hash);
    draft.kind = record::Named<record::ExtractRead>::name;
    draft.about = {authority_id(authority_)};
    draft.effective = today_;
    draft.effective_at = now_;
    draft.recorded_at = now_;
    draft.recorded_by = recorder_;
    draft.body = record::encode(read);
    ++plan_.entries;
    sink_(std::move(draft));
}

} // namespace gweld::ssd
