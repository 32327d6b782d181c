// earlier.h - what earlier extracts left in the record: which entry speaks for which row. Knows no
// file.
#pragma once

#include "record/store.h"
#include "ssd/tables.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace gweld::ssd {

inline constexpr std::string_view source_name = "ssd"; // in every provenance

// 128 bits of BLAKE2b: two different texts have never been seen to share them.
using Mark = std::array<std::uint8_t, 16>;
Mark mark_of(std::string_view text);

struct Left {
    record::Uuid entry;
    Mark fingerprint{};
    Table table = Table::person;
    bool withdrawn = false; // the newest entry of this row withdraws it
    bool is_end = false;    // see end_key
    bool seen = false;      // spoken for by the extract being read
};

// One pass over the whole log: about 80 bytes kept for each row ever imported.
class Earlier {
  public:
    explicit Earlier(const record::Reading& reading);

    // The newest entry of the row; null when there was none.
    Left* find(Table table, std::string_view key);
    // Somebody here has put the entry right or withdrawn it: the extract does not overrule them.
    bool changed_by_hand(const record::Uuid& entry) const { return by_hand_.contains(entry); }
    // Further entries made of one visit's rows, where those disagreed about the visit.
    const std::vector<std::string>& parts_of_visit(std::string_view visit_key) const;
    // Rows no longer in an extract that had the table's file.
    std::vector<const Left*> not_seen(Table table) const;

  private:
    void note(const record::Entry& entry);

    struct MarkHash {
        std::size_t operator()(const Mark& mark) const noexcept;
    };
    std::unordered_map<Mark, Left, MarkHash> left_;
    std::unordered_map<Mark, std::vector<std::string>, MarkHash> parts_;
    std::unordered_set<record::Uuid, base::UuidHash> by_hand_;
};

// The key of the entry that ends what a row began.
std::string end_key(std::string_view key);

} // namespace gweld::ssd
