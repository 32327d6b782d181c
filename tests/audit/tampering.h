// tampering.h - what somebody could do who has the file: with the sqlite3 program, or with a
// program that knows how the chain is made and makes all of it again behind the change.
#pragma once

#include "store/sql/records.h"
#include "store/sql/table_sql.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/schema.h"
#include "witnessed.h"

namespace gweld::audit {

// splitmix64
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : state_{seed} {}
    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }
    std::int64_t below(std::int64_t n) {
        return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(n));
    }

  private:
    std::uint64_t state_;
};

// Changes so that something is different, and no more.
inline void change(Chance& chance, std::int64_t& number) {
    number ^= std::int64_t{1} << chance.below(63);
}
inline void change(Chance& chance, std::string& text) {
    if (text.empty() || chance.below(4) == 0) {
        text += "x";
    } else if (chance.below(4) == 0) {
        text.pop_back();
    } else {
        auto& letter =
            text[static_cast<std::size_t>(chance.below(static_cast<std::int64_t>(text.size())))];
        letter = static_cast<char>(letter == 'a' ? 'b' : 'a');
    }
}
inline void change(Chance& chance, store::sql::Blob& bytes) {
    if (bytes.empty() || chance.below(4) == 0) {
        bytes.push_back(0);
    } else {
        bytes[static_cast<std::size_t>(chance.below(static_cast<std::int64_t>(bytes.size())))] ^=
            static_cast<std::uint8_t>(1U << static_cast<unsigned>(chance.below(8)));
    }
}
template <std::size_t N> void change(Chance& chance, std::array<std::uint8_t, N>& bytes) {
    bytes[static_cast<std::size_t>(chance.below(N))] ^=
        static_cast<std::uint8_t>(1U << static_cast<unsigned>(chance.below(8)));
}
inline void change(Chance& chance, base::Uuid& id) { change(chance, id.bytes); }
template <class T> void change(Chance& chance, std::optional<T>& value) {
    if (!value) {
        value.emplace();
        if (chance.below(2) == 0) {
            change(chance, *value);
        }
    } else if (chance.below(2) == 0) {
        value.reset();
    } else {
        change(chance, *value);
    }
}

inline void make_links_again(record::Entry& entry, const Hash& previous) {
    entry.previous = previous;
    entry.body_commitment = record::commitment_to(entry.body_salt, entry.body);
    entry.hash = hash_of(entry);
}
inline void make_links_again(record::ChainedLook& look, const Hash& previous) {
    look.previous = previous;
    look.hash = hash_of(look);
}
inline record::Entry unpacked(store::sql::EntryRow row) {
    return store::sql::entry_of(std::move(row), made_up::authority);
}
inline record::ChainedLook unpacked(store::sql::LookRow row) {
    return store::sql::look_of(std::move(row));
}

// The rows of one of the two logs, changed in memory and written whole.
template <class Row> class Tampered {
  public:
    explicit Tampered(store::sqlite::Connection& connection)
        : connection_{connection},
          rows{store::sql::all_rows<Row>(connection, everything(), made_up::authority)} {}

    std::int64_t size() const { return static_cast<std::int64_t>(rows.size()); }

    // Of a row, any column; answers the number of the first link that is not what it was.
    std::int64_t change_a_cell(Chance& chance) {
        const auto at = chance.below(size());
        auto& row = rows[static_cast<std::size_t>(at)];
        auto column = chance.below(static_cast<std::int64_t>(store::column_count<Row>));
        boost::mp11::mp_for_each<store::Columns<Row>>([&](auto described) {
            if (column-- == 0) {
                change(chance, row.*described.pointer);
            }
        });
        const auto same =
            std::ranges::count_if(rows, [&](const Row& one) { return one.seq == row.seq; });
        if (same > 1) {
            row.seq += 2 * size(); // no table has a number twice
        }
        return at + 1;
    }
    std::int64_t take_one_out(Chance& chance) {
        const auto at = chance.below(size());
        rows.erase(rows.begin() + at);
        return at + 1;
    }
    std::int64_t put_one_in(Chance& chance) {
        const auto at = chance.below(size());
        auto copy = rows[static_cast<std::size_t>(chance.below(size()))];
        change(chance, copy_id(copy));
        rows.insert(rows.begin() + at, copy);
        number_again();
        return at + 1;
    }
    std::int64_t change_places(Chance& chance) {
        const auto first = chance.below(size() - 1);
        const auto second = first + 1 + chance.below(size() - first - 1);
        std::swap(rows[static_cast<std::size_t>(first)], rows[static_cast<std::size_t>(second)]);
        number_again();
        return first + 1;
    }
    std::int64_t cut(Chance& chance) {
        const auto left = chance.below(size());
        rows.resize(static_cast<std::size_t>(left));
        return left + 1;
    }
    // What a forger does who knows how the chain is made.
    void make_the_chain_again() {
        number_again();
        Hash previous{};
        for (auto& row : rows) {
            auto link = unpacked(row);
            make_links_again(link, previous);
            previous = link.hash;
            row = store::sql::row_of(link);
        }
    }

    void write() {
        connection_.script("BEGIN; DELETE FROM " + store::sql::table_name<Row>());
        for (const auto& row : rows) {
            store::sql::insert(connection_, made_up::authority, row);
        }
        connection_.script("COMMIT");
    }

  private:
    static const std::string& everything() {
        static const std::string sql = store::sql::select_sql<Row>("ORDER BY seq");
        return sql;
    }
    static base::Uuid& copy_id(store::sql::EntryRow& row) { return row.id; }
    static base::Uuid& copy_id(store::sql::LookRow& row) { return row.subject; }
    void number_again() {
        for (std::size_t n = 0; n < rows.size(); ++n) {
            rows[n].seq = static_cast<std::int64_t>(n) + 1;
        }
    }

    store::sqlite::Connection& connection_;

  public:
    std::vector<Row> rows;
};

} // namespace gweld::audit
