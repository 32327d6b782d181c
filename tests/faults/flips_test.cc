// A bit of the record, of its write-ahead log, of a file in it: whatever the flip changes that
// anybody could see, `gweld check` finds, and says where.
#include "deeds.h"

#include <array>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <sqlite3.h>
#include <sys/wait.h>

namespace gweld::faults {
namespace {

namespace fs = std::filesystem;

int flips_made = 0;
int flips_seen = 0; // that changed something visible
int flips_found = 0;

class FlipFigures : public testing::Environment {
  public:
    void TearDown() override {
        std::printf("figures {\"flips\": {\"flips\": %d, \"visible\": %d, \"found\": %d}}\n",
                    flips_made, flips_seen, flips_found);
    }
};
const auto* flip_figures = testing::AddGlobalTestEnvironment(new FlipFigures);

int number_from(const char* variable, int otherwise) {
    const char* text = std::getenv(variable);
    return text == nullptr ? otherwise : std::atoi(text);
}

std::string bytes_of(const std::string& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

void write_bytes(const std::string& path, const std::string& bytes) {
    std::ofstream{path, std::ios::binary | std::ios::trunc} << bytes;
}

int append_row(void* text, int columns, char** cells, char**) {
    for (int i = 0; i < columns; ++i) {
        static_cast<std::string*>(text)->append(cells[i] == nullptr ? "\\N" : cells[i]) += '|';
    }
    *static_cast<std::string*>(text) += '\n';
    return 0;
}

// Every row of every table, in the order in which whoever asks would get them. The figures for the
// planner change how fast an answer comes and nothing in it.
std::string seen_in(const std::string& path) {
    sqlite3* db = nullptr;
    sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READWRITE, nullptr);
    std::string text;
    std::string tables;
    int code = sqlite3_exec(db,
                            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                            "'sqlite_stat%' ORDER BY name",
                            append_row, &tables, nullptr);
    sqlite3_exec(db, "SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2", append_row, &text,
                 nullptr);
    sqlite3_exec(db, "PRAGMA user_version; PRAGMA application_id", append_row, &text, nullptr);
    std::string quoted_rows;
    for (std::size_t at = 0; at < tables.size(); at = tables.find('\n', at) + 1) {
        const auto table = tables.substr(at, tables.find('|', at) - at);
        std::string columns;
        sqlite3_exec(db,
                     ("SELECT group_concat('quote(\"' || name || '\")', ' || '','' || ') FROM "
                      "pragma_table_info('" +
                      table + "')")
                         .c_str(),
                     append_row, &columns, nullptr);
        text += table + '\n';
        columns = columns.substr(0, columns.rfind("|\n"));
        const auto sql = "SELECT " + columns + " FROM \"" + table + "\" ORDER BY 1";
        code |= sqlite3_exec(db, sql.c_str(), append_row, &text, nullptr);
    }
    sqlite3_close(db);
    return text + std::to_string(code);
}

struct Checked {
    int code = -1;
    std::string said;
};
Checked check(const std::string& path) {
    Checked checked;
    auto* pipe =
        ::popen((std::string{GWELD_PROGRAM} + " check --data " + path + " 2>&1").c_str(), "r");
    std::array<char, 4096> part{};
    while (const auto got = std::fread(part.data(), 1, part.size(), pipe)) {
        checked.said.append(part.data(), got);
    }
    const int status = ::pclose(pipe);
    checked.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return checked;
}

// Long enough to be hit.
record::UnsavedFormRow begun_form() {
    record::UnsavedFormRow form;
    form.writer.bytes[0] = 7;
    form.key = "of the form";
    form.address = "/children/visits/new";
    form.heading = "Record a visit";
    for (int line = 0; line < 200; ++line) {
        form.fields += "account=She+showed+me+the+kitten+" + std::to_string(line);
    }
    return form;
}

struct Flipped : testing::Test {
    Folder folder;
    std::string path = folder.file();
    std::string good;
    std::string log; // beside it, not yet moved into it
    std::string seen;
    std::mt19937_64 chance{static_cast<std::uint64_t>(number_from("GWELD_SEED", 1))};

    Flipped() {
        make_record(path);
        {
            const auto opened = store::open_sqlite(path, authority, opening());
            const auto& store = opened.value();
            // Not the last: a transaction without an entry whose end is damaged reads like one that
            // the power cut in two, and the browser sends a form again within seconds.
            EXPECT_TRUE(store
                            ->write([](record::Writing& tx) {
                                tx.put_unsaved_form(begun_form());
                                return record::Keep::yes;
                            })
                            .ok());
            for (const auto& deed : deeds()) {
                AppendResult said;
                EXPECT_TRUE(attempt(*store, deed, said).ok());
            }
            good = bytes_of(path);
            log = bytes_of(path + "-wal"); // as a kill would leave them
        }
    }

    void put(const std::string& bytes, const std::string& beside) {
        fs::remove(path + "-shm");
        write_bytes(path, bytes);
        if (beside.empty()) {
            fs::remove(path + "-wal");
        } else {
            write_bytes(path + "-wal", beside);
        }
    }

    void flip_and_check(const std::string& what, const std::string& bytes,
                        const std::string& beside) {
        put(bytes, beside);
        const auto checked = check(path);
        put(bytes, beside);
        const bool changed = seen_in(path) != seen;
        ++flips_made;
        flips_seen += changed ? 1 : 0;
        flips_found += changed && checked.code == 1 ? 1 : 0;
        ASSERT_TRUE(checked.code == 0 || checked.code == 1) << what << ": " << checked.said;
        EXPECT_TRUE(!changed || checked.code == 1) << what << " changed something unseen";
        if (checked.code == 1) {
            EXPECT_GT(checked.said.size(), 20U) << what;
        }
    }
};

TEST_F(Flipped, in_the_record) {
    const auto whole = [&] { // with nothing left beside it
        put(good, log);
        static_cast<void>(store::open_sqlite(path, authority, opening()));
        return bytes_of(path);
    }();
    put(whole, "");
    ASSERT_EQ(check(path).code, 0) << check(path).said;
    seen = seen_in(path);
    for (int n = number_from("GWELD_FLIPS", 60); n > 0; --n) {
        auto bytes = whole;
        const auto place = chance() % bytes.size();
        bytes[place] = static_cast<char>(bytes[place] ^ (1 << chance() % 8));
        flip_and_check("bit flipped in byte " + std::to_string(place), bytes, "");
    }
}

TEST_F(Flipped, in_the_log_beside_it) {
    ASSERT_FALSE(log.empty());
    put(good, log);
    ASSERT_EQ(check(path).code, 0) << check(path).said;
    put(good, log);
    seen = seen_in(path);
    for (int n = number_from("GWELD_FLIPS", 60) / 2; n > 0; --n) {
        auto bytes = log;
        const auto place = chance() % bytes.size();
        bytes[place] = static_cast<char>(bytes[place] ^ (1 << chance() % 8));
        flip_and_check("bit flipped in byte " + std::to_string(place) + " of the log", good, bytes);
    }
}

TEST_F(Flipped, in_a_letter) {
    put(good, log);
    static_cast<void>(store::open_sqlite(path, authority, opening()));
    const auto whole = bytes_of(path);
    put(whole, "");
    seen = seen_in(path);
    const auto letter = whole.find(std::string(600, 'l'));
    ASSERT_NE(letter, std::string::npos);
    for (int n = 0; n < 5; ++n) {
        auto bytes = whole;
        bytes[letter + chance() % 600] ^= 1;
        put(bytes, "");
        const auto checked = check(path);
        EXPECT_EQ(checked.code, 1);
        EXPECT_NE(checked.said.find("letter.txt"), std::string::npos) << checked.said;
        ++flips_made, ++flips_seen, ++flips_found;
    }
}

} // namespace
} // namespace gweld::faults
