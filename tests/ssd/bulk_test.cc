#include "folder.h"
#include "ssd/csv.h"
#include "ssd/extract.h"

#include <algorithm>
#include <array>
#include <random>
#include <sstream>

namespace {

using namespace gweld;
using namespace gweld::ssd;
using namespace gweld::ssd::test;

// Runs in proportion to its length, or nobody waits for this test.
TEST(Bulk, twenty_thousand_visits_are_imported_and_recognised) {
    constexpr int children = 200;
    constexpr int visits = 100;
    std::string people = "pers_person_id,pers_forename,pers_surname,pers_dob\n";
    std::string rows = "cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen,"
                       "cppv_cp_visit_seen_alone,gweld_place\n";
    const auto start = time::day(1, std::chrono::January, 2020);
    for (int c = 0; c < children; ++c) {
        people += "c" + std::to_string(c) + ",Nest,Hopcyn,2015-03-01\n";
        for (int v = 0; v < visits; ++v) {
            rows += "v" + std::to_string(c / 2 * visits + v) + ",c" + std::to_string(c) + "," +
                    time::to_iso(start.plus_days(v * 7)) + ",Y,Y,home\n";
        }
    }
    Folder folder;
    folder.file("ssd_person.csv", people).file("ssd_cp_visits.csv", rows);
    const auto store = empty_store();
    const auto report = import_into(*store, folder.path());
    EXPECT_EQ(report.of(Table::cp_visits).plan.added, children * visits);
    EXPECT_EQ(entries_of_kind<record::VisitMade>(*store).size(), children / 2 * visits);
    EXPECT_EQ(import_into(*store, folder.path()).outcome, ImportOutcome::nothing_new);
}

// Twenty thousand rows that are all wrong are read to the end all the same.
TEST(Bulk, a_file_of_nothing_but_faults_is_read_to_its_end) {
    Folder folder;
    put_small(folder);
    std::string rows = small.find("ssd_cp_visits.csv")->second;
    for (int i = 0; i < 20'000; ++i) {
        rows += "v,nobody,never,x,y,z,moon,noon\n";
    }
    folder.file("ssd_cp_visits.csv", rows);
    const auto extract = read_extract(folder.path(), now);
    EXPECT_EQ(extract.findings.refused_lines(Table::cp_visits).size(), 20'000U);
    EXPECT_EQ(extract.findings.faults().back().line, 20'004);
}

class Noise {
  public:
    explicit Noise(unsigned seed) : engine_{seed} {}
    std::size_t below(std::size_t n) { return engine_() % n; }

  private:
    std::mt19937 engine_; // the same numbers on every machine
};

void read_without_harm(const Folder& folder) {
    const auto store = empty_store();
    for (const auto bad_rows : {BadRows::refuse_all, BadRows::accept_valid}) {
        const auto result = import_extract(*store, folder.path(), options(bad_rows));
        ASSERT_TRUE(result.ok());
        for (const auto& fault : result.value().faults) {
            EXPECT_EQ(first_not_utf8(fault.value), std::string::npos);
            EXPECT_FALSE(told(fault, words::in(words::Language::welsh)).empty());
        }
        EXPECT_FALSE(told(result.value(), words::in(words::Language::english)).empty());
    }
}

TEST(Noise, random_bytes_never_do_harm) {
    for (unsigned seed = 0; seed < 150; ++seed) {
        Noise noise{seed};
        Folder folder;
        put_small(folder);
        const auto table = all_tables.at(noise.below(table_count));
        std::string text = seed % 2 == 0 ? small.find(file_of(table))->second : "";
        const auto length = noise.below(400);
        for (std::size_t i = 0; i < length; ++i) {
            text += static_cast<char>(noise.below(256));
        }
        folder.file(file_of(table), text);
        read_without_harm(folder);
    }
}

TEST(Noise, changed_bytes_never_do_harm) {
    using namespace std::string_view_literals; // a view that keeps its NUL
    constexpr auto telling = "\",\n\r;/-:0129NULL{}[]\\ \xC3\xA2\xE2\0"sv;
    for (unsigned seed = 0; seed < 300; ++seed) {
        Noise noise{seed};
        Folder folder;
        put_small(folder);
        for (int change = 0; change < 4; ++change) {
            const auto file = file_of(all_tables.at(noise.below(table_count)));
            auto text = folder.read(file);
            text.at(noise.below(text.size())) = telling[noise.below(telling.size())];
            folder.file(file, text);
        }
        read_without_harm(folder);
    }
}

} // namespace
