#include "ssd/earlier.h"

#include "record/digest.h"
#include "record/kinds.h"

#include <algorithm>
#include <cstring>

namespace gweld::ssd {
namespace {

constexpr std::string_view end_suffix = "/ended";

Mark row_mark(Table table, std::string_view key) {
    std::string text{name_of(table)};
    text.append(1, '/').append(key);
    return mark_of(text);
}

bool ends(Table table, std::string_view key) {
    const bool two_entries = table == Table::cp_plans || table == Table::involvements ||
                             table == Table::contacts || table == Table::s47_enquiry;
    return two_entries && key.ends_with(end_suffix);
}

} // namespace

Mark mark_of(std::string_view text) {
    const auto hash = record::Digest{"gweld ssd 1"}.text(text).finish();
    Mark mark{};
    std::copy_n(hash.begin(), mark.size(), mark.begin());
    return mark;
}

std::string end_key(std::string_view key) { return std::string{key} + std::string{end_suffix}; }

std::size_t Earlier::MarkHash::operator()(const Mark& mark) const noexcept {
    std::size_t hash = 0;
    std::memcpy(&hash, mark.data(), sizeof hash);
    return hash;
}

Earlier::Earlier(const record::Reading& reading) {
    reading.each_entry(0, [this](const record::Entry& entry) {
        note(entry);
        return true;
    });
}

void Earlier::note(const record::Entry& entry) {
    const bool ours = entry.provenance && entry.provenance->source == source_name;
    if (!ours) {
        if (entry.corrects) {
            by_hand_.insert(*entry.corrects);
        }
        return;
    }
    const auto table = what_is(entry.provenance->file).table;
    if (!table) {
        return;
    }
    const auto& key = entry.provenance->key;
    auto& left = left_[row_mark(*table, key)];
    left.entry = entry.id;
    left.fingerprint = mark_of(entry.provenance->fingerprint);
    left.table = *table;
    left.withdrawn = entry.kind == record::Named<record::Withdrawn>::name;
    left.is_end = ends(*table, key);
    const auto slash = key.find('/');
    if (*table == Table::cp_visits && slash != std::string::npos) {
        auto& parts = parts_[mark_of(key.substr(0, slash))];
        if (std::ranges::find(parts, key) == parts.end()) {
            parts.push_back(key);
        }
    }
}

Left* Earlier::find(Table table, std::string_view key) {
    const auto found = left_.find(row_mark(table, key));
    return found == left_.end() ? nullptr : &found->second;
}

const std::vector<std::string>& Earlier::parts_of_visit(std::string_view visit_key) const {
    static const std::vector<std::string> none;
    if (parts_.empty()) {
        return none;
    }
    const auto found = parts_.find(mark_of(visit_key));
    return found == parts_.end() ? none : found->second;
}

std::vector<const Left*> Earlier::not_seen(Table table) const {
    std::vector<const Left*> rows;
    for (const auto& [mark, left] : left_) {
        if (left.table == table && !left.seen && !left.withdrawn && !left.is_end &&
            !changed_by_hand(left.entry)) {
            rows.push_back(&left);
        }
    }
    return rows;
}

} // namespace gweld::ssd
