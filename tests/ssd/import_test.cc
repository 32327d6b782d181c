#include "folder.h"

#include "protection/history.h"
#include "record/codec.h"
#include "ssd/csv.h"
#include "ssd/ids.h"

#include <algorithm>
#include <sstream>

namespace {

using namespace gweld;
using namespace gweld::ssd;
using namespace gweld::ssd::test;
using std::chrono::January;
using std::chrono::June;
using time::day;

base::Uuid child(std::string_view number) { return person_id("powys-test", number).uuid; }

protection::History history_of(const record::Store& store, std::string_view number) {
    protection::History history;
    EXPECT_TRUE(store
                    .read([&](const record::Reading& reading) {
                        history = protection::history_of({child(number)},
                                                         reading.about(child(number), 0), {});
                    })
                    .ok());
    return history;
}

TEST(Import, the_good_folder_becomes_the_record) {
    const auto store = empty_store();
    const auto report = import_into(*store, good_folder);
    EXPECT_EQ(report.outcome, ImportOutcome::imported);
    EXPECT_EQ(report.of(Table::person).plan.added, 40);
    EXPECT_EQ(report.of(Table::family).plan.added, 40);
    EXPECT_EQ(report.of(Table::address).plan.added, 40);
    EXPECT_EQ(report.of(Table::involvements).plan.added, 52);
    EXPECT_EQ(report.of(Table::cp_plans).plan.added, 33);
    EXPECT_EQ(report.of(Table::cp_visits).plan.added, 231);
    EXPECT_EQ(report.of(Table::department).plan.added, 3);
    EXPECT_EQ(report.of(Table::professionals).plan.added, 8);
    EXPECT_EQ(report.of(Table::contacts).plan.added, 76);
    EXPECT_EQ(report.of(Table::early_help_episodes).plan.added, 9);
    EXPECT_EQ(report.of(Table::cin_episodes).plan.added, 33);
    EXPECT_EQ(report.of(Table::cin_assessments).plan.added, 33);
    EXPECT_EQ(report.of(Table::assessment_factors).plan.added, 33);
    EXPECT_EQ(report.of(Table::s47_enquiry).plan.added, 34);
    EXPECT_EQ(report.of(Table::initial_cp_conference).plan.added, 33);
    EXPECT_EQ(report.of(Table::cp_reviews).plan.added, 51);
    EXPECT_EQ(entries_of_kind<record::VisitMade>(*store).size(), 98U);
    EXPECT_EQ(entries_of_kind<record::ExtractRead>(*store).size(), 1U);
    EXPECT_EQ(static_cast<std::int64_t>(entries_of(*store).size()), report.entries_recorded);
    for (const auto& table : report.tables) {
        EXPECT_TRUE(table.in_folder);
        EXPECT_EQ(table.rows_read, table.plan.added + table.passed_over);
        EXPECT_EQ(table.refused, 0);
    }
}

TEST(Import, entries_say_where_they_come_from_and_who_wrote_them) {
    Folder folder;
    put_small(folder);
    const auto store = empty_store();
    import_into(*store, folder.path());
    for (const auto& entry : entries_of(*store)) {
        EXPECT_EQ(entry.recorded_at, now);
        EXPECT_EQ(entry.recorded_by, (record::Recorder{{}, "Import", "system", ""}));
        EXPECT_FALSE(entry.corrects);
        if (entry.kind == "extract.read") {
            EXPECT_EQ(entry.about, std::vector{authority_id("powys-test")});
            continue;
        }
        ASSERT_TRUE(entry.provenance);
        EXPECT_EQ(entry.provenance->source, "ssd");
        EXPECT_EQ(entry.provenance->fingerprint.size(), 32U);
        EXPECT_EQ(entry.provenance->recorded_at.has_value(), entry.kind == "visit.made");
    }
    EXPECT_TRUE(store
                    ->read([](const record::Reading& reading) {
                        EXPECT_TRUE(reading.provenance("ssd", "ssd_cp_visits.csv", "v1"));
                        EXPECT_TRUE(reading.provenance("ssd", "ssd_family.csv", "f1/c2"));
                        EXPECT_EQ(reading.person(child("c1"))->surname, "Hopcyn");
                        EXPECT_EQ(reading.people_numbered("c2").size(), 1U);
                        EXPECT_EQ(reading.families_of(child("c1")).size(), 1U);
                        EXPECT_EQ(reading.addresses_of(child("c1")).at(0).lines, "3 Maes-y-coed");
                        EXPECT_EQ(reading.addresses_of(child("c1")).at(0).postcode, "NP25 3XX");
                        EXPECT_EQ(reading.allocations_of(child("c1")).size(), 1U);
                        EXPECT_EQ(reading.teams().size(), 2U);
                        EXPECT_EQ(reading.workers().size(), 1U);
                    })
                    .ok());
}

TEST(Import, a_visit_to_brother_and_sister_is_one_entry) {
    Folder folder;
    put_small(folder);
    const auto store = empty_store();
    import_into(*store, folder.path());
    const auto visits = entries_of_kind<record::VisitMade>(*store);
    ASSERT_EQ(visits.size(), 2U);
    const auto made = record::body_of<record::VisitMade>(visits[0]);
    EXPECT_EQ(visits[0].effective, day(15, January, 2026));
    EXPECT_EQ(visits[0].about.size(), 2U);
    EXPECT_EQ(made.place, record::Place::home);
    EXPECT_EQ(made.arrived, "");
    ASSERT_EQ(made.children.size(), 2U);
    for (const auto& part : made.children) {
        EXPECT_EQ(part.alone,
                  part.child.uuid == child("c1") ? record::Answer::yes : record::Answer::no);
    }
    EXPECT_EQ(time::to_rfc3339(*visits[0].provenance->recorded_at), "2026-01-16T09:00:00.000Z");
    EXPECT_EQ(record::known_from(visits[0]), *visits[0].provenance->recorded_at);
}

TEST(Import, rows_of_one_visit_that_disagree_are_visits_of_their_own) {
    Folder folder;
    put_small(folder);
    folder.change("ssd_cp_visits.csv", "v1,c2,2026-01-15,", "v1,c2,2026-01-16 14:05,");
    const auto store = empty_store();
    import_into(*store, folder.path());
    const auto visits = entries_of_kind<record::VisitMade>(*store);
    ASSERT_EQ(visits.size(), 3U);
    EXPECT_EQ(history_of(*store, "c2").visits.size(), 1U);
    EXPECT_EQ(history_of(*store, "c2").visits[0].believed().on, day(16, January, 2026));
    EXPECT_EQ(history_of(*store, "c1").visits.size(), 2U);
    EXPECT_EQ(import_into(*store, folder.path()).outcome, ImportOutcome::nothing_new);
}

TEST(Import, a_time_of_day_is_kept_and_midnight_is_none) {
    Folder folder;
    put_small_with(folder, "ssd_cp_visits.csv", "v3,c1,2026-06-16 14:05:30,Y,Y,N,school,\n");
    const auto store = empty_store();
    import_into(*store, folder.path());
    const auto visits = entries_of_kind<record::VisitMade>(*store);
    ASSERT_EQ(visits.size(), 3U);
    EXPECT_EQ(record::body_of<record::VisitMade>(visits[2]).arrived, "14:05");
    EXPECT_EQ(time::to_rfc3339(*visits[2].effective_at), "2026-06-16T13:05:00.000Z");
    EXPECT_FALSE(visits[0].effective_at);
    EXPECT_FALSE(visits[2].provenance->recorded_at);
    EXPECT_EQ(record::known_from(visits[2]), record::beginning_of_time);
}

TEST(Import, a_plan_with_an_end_is_a_placing_and_a_removal) {
    Folder folder;
    put_small(folder);
    folder.change("ssd_cp_plans.csv", "p1,c1,2026-01-10,,Neglect,Neglect",
                  "p1,c1,2026-01-10,2026-06-10,Neglect,\"Multiple: [Neglect, Physical abuse]\"");
    const auto store = empty_store();
    import_into(*store, folder.path());
    const auto history = history_of(*store, "c1");
    ASSERT_EQ(history.registrations.size(), 1U);
    EXPECT_EQ(history.registrations[0].start, day(10, January, 2026));
    EXPECT_EQ(history.registrations[0].end, day(10, June, 2026));
    EXPECT_EQ(history.registrations[0].categories.size(), 2U);
    EXPECT_EQ(history.registrations[0].plan_number, "p1");
    EXPECT_TRUE(history.imported);
    EXPECT_EQ(history_of(*store, "c2").registrations[0].end, std::nullopt);
}

std::string with_mark(std::string text) { return "\xEF\xBB\xBF" + text; }
std::string with_crlf(std::string text) {
    std::string result;
    for (const char c : text) {
        result += c == '\n' ? "\r\n" : std::string(1, c);
    }
    return result;
}
// Every value in quotes, the columns in reverse, capital column names with spaces round them, and
// a column nobody knows.
std::string rewritten(const std::string& text) {
    std::istringstream in{text};
    CsvReader csv{in};
    std::string result;
    bool header = true;
    while (csv.next() == CsvReader::Step::row) {
        std::string line = header ? "unknown column" : "x";
        for (auto i = csv.size(); i-- > 0;) {
            std::string cell{csv.cell(i)};
            if (header) {
                std::ranges::transform(cell, cell.begin(), [](char c) {
                    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
                });
                cell = "  " + cell + " ";
            }
            line += ",\"";
            for (const char c : cell) {
                line.append(c == '"' ? 2 : 1, c);
            }
            line += "\"";
        }
        result += line + "\r";
        header = false;
    }
    return result;
}

TEST(Import, however_the_same_tables_are_written_the_record_is_the_same) {
    const auto store = empty_store();
    import_into(*store, good_folder);
    using Rewrite = std::string (*)(std::string);
    const std::vector<Rewrite> ways = {with_mark, with_crlf,
                                       [](std::string text) { return with_mark(with_crlf(text)); },
                                       [](std::string text) { return rewritten(text); },
                                       [](std::string text) { return with_mark(rewritten(text)); }};
    for (const auto& way : ways) {
        Folder folder;
        for (const auto table : all_tables) {
            const auto name = std::string{file_of(table)};
            folder.file(name, way(contents_of(good_folder / name)));
        }
        const auto other = empty_store();
        EXPECT_EQ(import_into(*other, folder.path()).outcome, ImportOutcome::imported);
        EXPECT_EQ(log_of(*other), log_of(*store));
        EXPECT_EQ(tables_of(*other), tables_of(*store));
        EXPECT_EQ(import_into(*store, folder.path()).outcome, ImportOutcome::nothing_new);
    }
}

TEST(Import, ids_and_order_do_not_depend_on_chance) {
    const auto a = empty_store();
    const auto b = empty_store();
    import_into(*a, good_folder);
    import_into(*b, good_folder);
    const auto of_a = entries_of(*a);
    const auto of_b = entries_of(*b);
    ASSERT_EQ(of_a.size(), of_b.size());
    for (std::size_t i = 0; i < of_a.size(); ++i) {
        EXPECT_EQ(of_a[i].id, of_b[i].id);
    }
}

TEST(Import, one_bad_row_and_nothing_is_imported) {
    Folder folder;
    folder.copy_of(good_folder);
    folder.change("ssd_cp_visits.csv", "V50,1021,", ",1021,");
    const auto store = empty_store();
    const auto report = import_into(*store, folder.path());
    EXPECT_EQ(report.outcome, ImportOutcome::refused);
    ASSERT_EQ(report.faults.size(), 1U);
    EXPECT_EQ(report.faults[0].reason, Reason::value_missing);
    EXPECT_EQ(report.of(Table::cp_visits).refused, 1);
    EXPECT_TRUE(entries_of(*store).empty());
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "refused-ssd_cp_visits.csv"));
}

TEST(Import, accept_valid_takes_the_rest_and_saves_the_refused_rows) {
    Folder folder;
    put_small_with(folder, "ssd_cp_visits.csv",
                   "v3,c9,2026-02-30,Y,Y,N,home,\n"
                   "v4,c1,2026-03-01,Y,Y,N,home,,surplus\n"
                   "=1+1,c1,\"Tues\n\"\"day\"\"\",Y,Y,N,home,\n"
                   "v5,c1,2026-03-01,Y,Y,N,home,\n");
    const auto store = empty_store();
    const auto report = import_into(*store, folder.path(), BadRows::accept_valid);
    EXPECT_EQ(report.outcome, ImportOutcome::imported);
    EXPECT_EQ(report.of(Table::cp_visits).refused, 3);
    EXPECT_EQ(report.of(Table::cp_visits).plan.added, 4);
    EXPECT_EQ(report.of(Table::cp_visits).rows_read, 7);
    EXPECT_EQ(entries_of_kind<record::VisitMade>(*store).size(), 3U);
    ASSERT_TRUE(report.of(Table::cp_visits).refused_file);
    EXPECT_FALSE(report.of(Table::person).refused_file);
    EXPECT_EQ(contents_of(*report.of(Table::cp_visits).refused_file),
              "\xEF\xBB\xBF"
              "cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen,"
              "cppv_cp_visit_seen_alone,cppv_cp_visit_bedroom,gweld_place,gweld_recorded_at,"
              "reason,file,line\r\n"
              "v3,c9,2026-02-30,Y,Y,N,home,,"
              "cppv_person_id: Nobody in ssd_person.csv has this number. "
              "cppv_cp_visit_date: There is no such day or time.,ssd_cp_visits.csv,5\r\n"
              "v4,c1,2026-03-01,Y,Y,N,home,,"
              "This row does not have as many values as there are columns.,"
              "ssd_cp_visits.csv,6,surplus\r\n"
              "\"'=1+1\",c1,\"Tues\n\"\"day\"\"\",Y,Y,N,home,,"
              "cppv_cp_visit_date: This is not a date. Write it like 2026-03-04 or 04/03/2026.,"
              "ssd_cp_visits.csv,7\r\n");
    const auto read = entries_of_kind<record::ExtractRead>(*store);
    ASSERT_EQ(read.size(), 1U);
    const auto body = record::body_of<record::ExtractRead>(read[0]);
    EXPECT_EQ(body.rows_refused, 3);
    EXPECT_EQ(body.rows_accepted, 15);
    EXPECT_EQ(body.tables.size(), table_count);
    EXPECT_EQ(import_into(*store, folder.path(), BadRows::accept_valid).outcome,
              ImportOutcome::nothing_new);
}

TEST(Import, accept_valid_does_not_take_a_file_that_cannot_be_read) {
    Folder folder;
    put_small(folder);
    folder.file("ssd_cp_visits.csv", "cppv_cp_visit_id\nv1\n");
    const auto store = empty_store();
    const auto report = import_into(*store, folder.path(), BadRows::accept_valid);
    EXPECT_EQ(report.outcome, ImportOutcome::refused);
    EXPECT_TRUE(entries_of(*store).empty());
}

TEST(Import, refused_rows_that_cannot_be_saved_stop_the_import) {
    Folder folder;
    put_small_with(folder, "ssd_cp_visits.csv", "v3,c9,2026-02-03,Y,Y,N,home,\n");
    std::filesystem::create_directory(folder.path() / "refused-ssd_cp_visits.csv");
    const auto store = empty_store();
    const auto report = import_into(*store, folder.path(), BadRows::accept_valid);
    EXPECT_EQ(report.outcome, ImportOutcome::refused_rows_unsaved);
    EXPECT_EQ(report.unsaved, folder.path() / "refused-ssd_cp_visits.csv");
    EXPECT_TRUE(entries_of(*store).empty());
}

} // namespace
