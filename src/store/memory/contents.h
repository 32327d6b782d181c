// contents.h - what the memory store holds, and how to take a transaction back. Knows no threads.
#pragma once

#include "record/projection.h"
#include "record/store.h"
#include "store/described.h"

#include <functional>
#include <map>
#include <set>
#include <unordered_map>

namespace gweld::store::memory {

using base::UuidHash;
using record::Uuid;

template <class Row> using Table = std::set<Row, KeyOrder<Row>>;
template <class... Rows> std::tuple<Table<Rows>...> tables_for(record::RowList<Rows...>);
using Tables = decltype(tables_for(record::AllRows{}));

struct Done { // what an idempotency key was used for
    record::Hash fingerprint{};
    std::vector<Uuid> entries;
};

struct Contents {
    std::string authority;
    record::NameKeys name_keys = nullptr;

    std::vector<record::Entry> entries; // the one with seq n at n - 1
    std::unordered_map<Uuid, std::size_t, UuidHash> by_id;
    std::unordered_map<Uuid, std::vector<std::size_t>, UuidHash> by_subject;
    std::unordered_map<Uuid, std::size_t, UuidHash> by_corrected;
    std::map<std::string, Done, std::less<>> done;
    std::vector<record::ChainedLook> looks;
    Tables tables;
    std::map<record::Hash, std::string> files;
    std::map<std::string, record::Account, std::less<>> accounts;
    std::map<record::Hash, record::Session> sessions;
    std::map<std::string, record::SignInAttempts, std::less<>> attempts;
    std::map<std::string, record::SecondFactor, std::less<>> factors;
    std::map<record::Hash, record::KnownBrowser> browsers;
    std::map<std::pair<Uuid, std::string>, record::UnsavedFormRow> unsaved; // by writer and key

    template <class Row> Table<Row>& table() { return std::get<Table<Row>>(tables); }
    template <class Row> const Table<Row>& table() const { return std::get<Table<Row>>(tables); }

    const record::Entry* find(Uuid id) const {
        const auto found = by_id.find(id);
        return found == by_id.end() ? nullptr : &entries[found->second];
    }
    const record::Entry* correction_of(Uuid id) const {
        const auto found = by_corrected.find(id);
        return found == by_corrected.end() ? nullptr : &entries[found->second];
    }
};

// How to take back what was done, newest first.
class Undo {
  public:
    void remember(std::function<void()> how) { steps_.push_back(std::move(how)); }
    void take_back() {
        while (!steps_.empty()) {
            steps_.back()();
            steps_.pop_back();
        }
    }

  private:
    std::vector<std::function<void()>> steps_;
};

// Puts a value under a key of a map and remembers what was there.
template <class Map>
void put(Map& map, const typename Map::key_type& key, typename Map::mapped_type value, Undo& undo) {
    const auto found = map.find(key);
    if (found == map.end()) {
        undo.remember([&map, key] { map.erase(key); });
    } else {
        undo.remember([&map, key, before = found->second] { map.insert_or_assign(key, before); });
    }
    map.insert_or_assign(key, std::move(value));
}

// Takes a key out of a map and remembers what was there.
template <class Map, class Key> void drop(Map& map, const Key& key, Undo& undo) {
    const auto found = map.find(key);
    if (found != map.end()) {
        undo.remember([&map, before = *found] { map.insert(before); });
        map.erase(found);
    }
}

} // namespace gweld::store::memory
