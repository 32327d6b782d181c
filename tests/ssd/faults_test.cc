#include "folder.h"
#include "ssd/csv.h"
#include "ssd/extract.h"

#include <algorithm>

namespace {

using namespace gweld::ssd;
using namespace gweld::ssd::test;
using Faults = std::vector<RowFault>;

Faults faults_in(const Folder& folder) {
    return read_extract(folder.path(), now).findings.faults();
}

// The one fault of the small folder with these rows added to a table.
void expect_fault(const char* file, const std::string& rows, const RowFault& expected) {
    Folder folder;
    put_small_with(folder, file, rows);
    EXPECT_EQ(faults_in(folder), Faults{expected}) << rows;
}

void expect_file_fault(const char* file, const std::string& text, const RowFault& expected) {
    Folder folder;
    put_small(folder);
    folder.file(file, text);
    const auto extract = read_extract(folder.path(), now);
    ASSERT_FALSE(extract.findings.faults().empty());
    EXPECT_EQ(extract.findings.faults().front(), expected) << extract.findings.faults().size();
    EXPECT_TRUE(extract.findings.everything_stops());
}

TEST(Faults, the_small_and_the_good_folder_have_none) {
    Folder folder;
    put_small(folder);
    EXPECT_EQ(faults_in(folder), Faults{});
    EXPECT_EQ(read_extract(good_folder, now).findings.faults(), Faults{});
}

TEST(Faults, of_values_name_file_line_field_and_value) {
    const std::string visits = "ssd_cp_visits.csv";
    const std::string date = "cppv_cp_visit_date";
    expect_fault("ssd_cp_visits.csv", "v3,c1,,Y,Y,N,home,\n",
                 {visits, 5, date, "", Reason::value_missing});
    expect_fault("ssd_cp_visits.csv", "v3,c1,2026-02-30,Y,Y,N,home,\n",
                 {visits, 5, date, "2026-02-30", Reason::no_such_date});
    expect_fault("ssd_cp_visits.csv", "v3,c1,Tuesday,Y,Y,N,home,\n",
                 {visits, 5, date, "Tuesday", Reason::not_a_date});
    expect_fault("ssd_cp_visits.csv", "v3,c1,1826-02-03,Y,Y,N,home,\n",
                 {visits, 5, date, "1826-02-03", Reason::year_not_believable});
    expect_fault("ssd_cp_visits.csv", "v3,c1,2026-11-25,Y,Y,N,home,\n",
                 {visits, 5, date, "2026-11-25", Reason::in_the_future});
    expect_fault("ssd_cp_visits.csv", "v3,c1,2026-11-24,ye,Y,N,home,\n",
                 {visits, 5, "cppv_cp_visit_seen", "ye", Reason::not_yes_or_no});
    expect_fault("ssd_cp_visits.csv", "v3,c1,2026-11-24,Y,2,N,home,\n",
                 {visits, 5, "cppv_cp_visit_seen_alone", "2", Reason::not_yes_or_no});
    expect_fault("ssd_cp_visits.csv", "v3,c1,2026-11-24,Y,Y,?,home,\n",
                 {visits, 5, "cppv_cp_visit_bedroom", "?", Reason::not_yes_or_no});
    expect_fault("ssd_cp_visits.csv", "v3,c1,2026-11-24,Y,Y,N,park,\n",
                 {visits, 5, "gweld_place", "park", Reason::place_not_known});
    expect_fault("ssd_cp_visits.csv", "v3,c1,2026-11-24,Y,Y,N,home,noon\n",
                 {visits, 5, "gweld_recorded_at", "noon", Reason::not_a_moment});
    expect_fault("ssd_cp_visits.csv", "v3,c1,2026-11-24,Y,Y,N,home,2026-11-24T18:00:01Z\n",
                 {visits, 5, "gweld_recorded_at", "2026-11-24T18:00:01Z", Reason::in_the_future});
    expect_fault("ssd_cp_visits.csv", ",c1,2026-11-24,Y,Y,N,home,\n",
                 {visits, 5, "cppv_cp_visit_id", "", Reason::value_missing});
    expect_fault("ssd_cp_visits.csv", "v3,c9,2026-11-24,Y,Y,N,home,\n",
                 {visits, 5, "cppv_person_id", "c9", Reason::person_not_known});
    expect_fault("ssd_person.csv", "c3,Mair,Hopcyn,Q,2015-03-01\n",
                 {"ssd_person.csv", 4, "pers_sex", "Q", Reason::sex_not_known});
    expect_fault(
        "ssd_address.csv", "a2,c1,3 Penlan,Home,2020-01-01,,\n",
        {"ssd_address.csv", 3, "addr_address_json", "3 Penlan", Reason::address_not_readable});
    expect_fault(
        "ssd_address.csv", "a2,c1,{},Home,2020-01-02,01/01/2020,NP25 3XX\n",
        {"ssd_address.csv", 3, "addr_address_end_date", "01/01/2020", Reason::end_before_start});
    expect_fault("ssd_family.csv", "f1,c9\n",
                 {"ssd_family.csv", 4, "fami_person_id", "c9", Reason::person_not_known});
}

TEST(Faults, of_plans) {
    const std::string plans = "ssd_cp_plans.csv";
    const std::string start = "cppl_cp_plan_start_date";
    expect_fault("ssd_cp_plans.csv", "p3,c1,2025-06-01,2025-05-31,Neglect,\n",
                 {plans, 4, "cppl_cp_plan_end_date", "2025-05-31", Reason::end_before_start});
    expect_fault("ssd_cp_plans.csv", "p3,c1,2026-11-25,,Neglect,\n",
                 {plans, 4, start, "2026-11-25", Reason::in_the_future});
    expect_fault("ssd_cp_plans.csv", "p3,c1,2025-06-01,2025-07-01,Worry,\n",
                 {plans, 4, "cppl_cp_plan_initial_category", "Worry", Reason::category_not_known});
    expect_fault("ssd_cp_plans.csv", "p3,c1,2026-03-01,2026-04-01,Neglect,\n",
                 {plans, 4, start, "2026-03-01", Reason::plans_overlap, 2});
    expect_fault("ssd_cp_plans.csv", "p3,c1,2025-06-01,2026-01-11,Neglect,\n",
                 {plans, 2, start, "2026-01-10", Reason::plans_overlap, 4});
    expect_fault("ssd_cp_plans.csv", "p1,c1,2025-06-01,2025-07-01,Neglect,\n",
                 {plans, 4, "cppl_cp_plan_id", "p1", Reason::row_differs, 2});
}

TEST(Faults, a_plan_may_begin_the_day_another_ends_and_cover_no_day) {
    Folder folder;
    put_small_with(folder, "ssd_cp_plans.csv",
                   "p3,c1,2025-06-01,10/01/2026,Neglect,\n"
                   "p4,c1,2026-05-01,2026-05-01,Neglect,\n");
    EXPECT_EQ(faults_in(folder), Faults{});
}

TEST(Faults, of_involvements) {
    const std::string file = "ssd_involvements.csv";
    expect_fault("ssd_involvements.csv", "i2,c1,w9,,t1,2026-01-05,\n",
                 {file, 3, "invo_professional_id", "w9", Reason::worker_not_known});
    expect_fault("ssd_involvements.csv", "i2,c1,w1,,Gorllewin,2026-01-05,\n",
                 {file, 3, "invo_professional_team", "Gorllewin", Reason::team_not_known});
    expect_fault("ssd_involvements.csv", "i2,c1,w1,,t1,2026-01-05,2026-01-04\n",
                 {file, 3, "invo_involvement_end_date", "2026-01-04", Reason::end_before_start});
    expect_fault("ssd_involvements.csv", "i2,c1,,,,2026-01-05,\n",
                 {file, 3, "invo_professional_id", "", Reason::value_missing});
    expect_fault("ssd_involvements.csv", "i1,c2,w1,,t1,2026-01-05,\n",
                 {file, 3, "invo_involvements_id", "i1", Reason::row_differs, 2});
}

TEST(Faults, a_team_may_be_named_if_only_one_has_the_name) {
    Folder folder;
    put_small_with(folder, "ssd_involvements.csv", "i2,c1,w1,,gogledd,2026-01-05,\n");
    const auto extract = read_extract(folder.path(), now);
    EXPECT_EQ(extract.findings.faults(), Faults{});
    ASSERT_EQ(extract.involvements.size(), 2U);
    EXPECT_EQ(extract.involvements[1].team, "t1");

    folder.file("ssd_department.csv", small.find("ssd_department.csv")->second + "t3,Gogledd,\n");
    EXPECT_EQ(faults_in(folder), (Faults{{"ssd_involvements.csv", 3, "invo_professional_team",
                                          "gogledd", Reason::team_name_not_unique}}));
}

TEST(Faults, one_visit_number_is_one_row_a_child) {
    expect_fault("ssd_cp_visits.csv", "v1,c1,2026-01-15,Y,N,N,home,2026-01-16T09:00:00\n",
                 {"ssd_cp_visits.csv", 5, "cppv_cp_visit_id", "v1", Reason::row_differs, 2});
    Folder folder;
    put_small_with(folder, "ssd_cp_visits.csv",
                   "v1,c1,15/01/2026,yes,1,No,HOME,2026-01-16 09:00\n");
    const auto extract = read_extract(folder.path(), now);
    EXPECT_EQ(extract.findings.faults(), Faults{});
    EXPECT_EQ(extract.visits.size(), 3U);
    EXPECT_EQ(extract.findings.warnings(),
              (std::vector<Warning>{{Notice::row_twice, Table::cp_visits, "", 5, 1}}));
}

TEST(Faults, of_shape_name_the_line_on_which_the_row_begins) {
    expect_fault("ssd_person.csv", "c3,Mair\n",
                 {"ssd_person.csv", 4, "", "2", Reason::wrong_number_of_values});
    expect_fault("ssd_person.csv", "\"c3\nc\",\"x\n\",y,F,2015-03-01\nc4,a,b,F,2015-03-01,\n",
                 {"ssd_person.csv", 7, "", "6", Reason::wrong_number_of_values});
    expect_fault("ssd_person.csv", "c3,\"Mair\" x,Hopcyn,F,2015-03-01\n",
                 {"ssd_person.csv", 4, "", "", Reason::text_after_quote});
    expect_fault("ssd_person.csv", std::string{"c3,Ma\0ir,Hopcyn,F,2015-03-01\n", 29},
                 {"ssd_person.csv", 4, "", "", Reason::zero_byte});
}

TEST(Faults, a_windows_export_is_told_by_the_line_of_its_byte) {
    expect_fault("ssd_person.csv", "c3,Si\xE2n,Hopcyn,F,2015-03-01\n",
                 {"ssd_person.csv", 4, "pers_forename", "Si\xEF\xBF\xBDn", Reason::not_utf8});
    expect_fault("ssd_person.csv", "c3,\"a\nb\nSi\xE2n\",Hopcyn,F,2015-03-01\n",
                 {"ssd_person.csv", 6, "pers_forename", "a\nb\nSi\xEF\xBF\xBDn", Reason::not_utf8});
}

TEST(Faults, of_files_stop_everything) {
    const std::string file = "ssd_person.csv";
    expect_file_fault("ssd_person.csv", "", {file, 0, "", "", Reason::file_empty});
    expect_file_fault("ssd_person.csv", "pers_person_id,pers_surname,pers_dob\n",
                      {file, 1, "pers_forename", "", Reason::column_missing});
    expect_file_fault("ssd_person.csv",
                      "pers_person_id,pers_forename,pers_surname,pers_dob, PERS_DOB \n",
                      {file, 1, "pers_dob", "", Reason::column_twice});
    expect_file_fault("ssd_person.csv", "pers_person_id;pers_forename;pers_surname\n",
                      {file, 1, "", "", Reason::separator_not_comma});
    expect_file_fault("ssd_person.csv", "pers_person_id,pers_for\xE2name\n",
                      {file, 1, "", "", Reason::header_not_text});
    expect_file_fault("ssd_person.csv", std::string{"\xFF\xFEp\0e\0", 6},
                      {file, 1, "", "", Reason::utf16});
    expect_file_fault("ssd_person.csv",
                      "pers_person_id,pers_forename,pers_surname,pers_dob\n"
                      "c1,Nest,\"Hopcyn,2015-03-01\nc2,Twm,Hopcyn,2015-03-01\n",
                      {file, 2, "", "", Reason::quote_not_closed});
}

TEST(Faults, a_table_that_others_refer_to_has_to_be_there) {
    for (const auto* file : {"ssd_professionals.csv", "ssd_department.csv"}) {
        Folder folder;
        put_small(folder);
        std::filesystem::remove(folder.path() / file);
        EXPECT_EQ(faults_in(folder), (Faults{{file, 0, "", "", Reason::file_missing}}));
    }
    Folder folder;
    put_small(folder);
    std::filesystem::remove(folder.path() / "ssd_person.csv");
    EXPECT_EQ(faults_in(folder), (Faults{{"ssd_person.csv", 0, "", "", Reason::nothing_to_read}}));
}

TEST(Faults, a_folder_that_is_none_is_told) {
    Folder folder;
    const auto nowhere = folder.path() / "nowhere";
    EXPECT_EQ(read_extract(nowhere, now).findings.faults(),
              (Faults{{nowhere.string(), 0, "", "", Reason::folder_unreadable}}));
    put_small(folder);
    const auto file = folder.path() / "ssd_person.csv";
    EXPECT_EQ(read_extract(file, now).findings.faults(),
              (Faults{{file.string(), 0, "", "", Reason::folder_unreadable}}));
    std::filesystem::remove(file);
    std::filesystem::create_directory(file);
    const auto faults = faults_in(folder);
    ASSERT_FALSE(faults.empty());
    EXPECT_EQ(faults.front(), (RowFault{"ssd_person.csv", 0, "", "", Reason::file_unreadable}));
}

TEST(Faults, several_in_one_row_are_all_told_in_the_order_of_the_file) {
    Folder folder;
    put_small_with(folder, "ssd_cp_visits.csv",
                   "v3,c9,x,y,z,N,home,\n"
                   "v4,c1,2026-01-01,Y,Y,N,moon,\n");
    EXPECT_EQ(
        faults_in(folder),
        (Faults{{"ssd_cp_visits.csv", 5, "cppv_person_id", "c9", Reason::person_not_known},
                {"ssd_cp_visits.csv", 5, "cppv_cp_visit_date", "x", Reason::not_a_date},
                {"ssd_cp_visits.csv", 5, "cppv_cp_visit_seen_alone", "z", Reason::not_yes_or_no},
                {"ssd_cp_visits.csv", 6, "gweld_place", "moon", Reason::place_not_known}}));
}

TEST(Faults, a_refused_row_takes_the_rows_that_depend_on_it) {
    Folder folder;
    put_small(folder);
    folder.change("ssd_person.csv", "c2,Twm,Hopcyn,M,2018-07-09", "c2,Twm,Hopcyn,M,2018-17-09");
    EXPECT_EQ(faults_in(folder),
              (Faults{{"ssd_person.csv", 3, "pers_dob", "2018-17-09", Reason::no_such_date},
                      {"ssd_family.csv", 3, "fami_person_id", "c2", Reason::person_refused},
                      {"ssd_cp_plans.csv", 3, "cppl_person_id", "c2", Reason::person_refused},
                      {"ssd_cp_visits.csv", 3, "cppv_person_id", "c2", Reason::person_refused}}));
}

TEST(Faults, long_values_are_cut_between_letters) {
    std::string name;
    for (int i = 0; i < 80; ++i) {
        name += "ŷ";
    }
    Folder folder;
    put_small_with(folder, "ssd_person.csv", "c3,Mair,Hopcyn,x" + name + ",2015-03-01\n");
    const auto faults = faults_in(folder);
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(first_not_utf8(faults[0].value), std::string::npos);
    EXPECT_LT(faults[0].value.size(), 110U);
    EXPECT_TRUE(faults[0].value.ends_with("ŷ…"));
}

TEST(Listing, names_what_is_read_missing_not_yet_read_and_unknown) {
    Folder folder;
    put_small(folder);
    std::filesystem::remove(folder.path() / "ssd_address.csv");
    folder.file("ssd_cla_visits.csv", "x").file("SSD_SEND.CSV", "x").file("notes.txt", "x");
    folder.file(".DS_Store", "x").file("refused-ssd_person.csv", "x").file("ssd_bogus.csv", "x");
    std::filesystem::rename(folder.path() / "ssd_person.csv", folder.path() / "SSD_Person.CSV");
    const auto extract = read_extract(folder.path(), now);
    using Names = std::vector<std::string>;
    EXPECT_EQ(extract.findings.faults(), Faults{});
    EXPECT_EQ(extract.listing.missing, Names{"ssd_address.csv"});
    EXPECT_EQ(extract.listing.not_yet_read, (Names{"SSD_SEND.CSV", "ssd_cla_visits.csv"}));
    EXPECT_EQ(extract.listing.unknown, (Names{"notes.txt", "ssd_bogus.csv"}));
    EXPECT_EQ(extract.listing.read.size(), 15U);
    folder.file("ssd_person.csv", "x");
    EXPECT_EQ(read_extract(folder.path(), now).findings.faults().front(),
              (RowFault{"ssd_person.csv", 0, "", "ssd_person.csv", Reason::file_twice}));
}

TEST(Listing, every_table_of_the_dataset_is_known) {
    const auto objects = std::filesystem::path{GWELD_TREE} / ".." / "shared" / "data" /
                         "ssd-standard-safeguarding-dataset" / "objects";
    if (!std::filesystem::exists(objects)) {
        return;
    }
    for (const auto& entry : std::filesystem::directory_iterator{objects}) {
        const auto stem = entry.path().stem().string();
        if (stem.starts_with("ssd_")) {
            EXPECT_NE(what_is(stem + ".csv").known, Known::unknown) << stem;
        }
    }
    for (const auto table : all_tables) {
        const auto fields = contents_of(objects / (std::string{name_of(table)} + ".yml"));
        for (const auto& column : columns_of(table)) {
            const auto line = "name: " + std::string{column.name} + "\n";
            EXPECT_TRUE(column.name.starts_with("gweld_") || fields.find(line) != fields.npos)
                << column.name;
        }
    }
}

TEST(Warnings, are_counted_and_stop_nothing) {
    Folder folder;
    put_small(folder);
    folder.file("ssd_person.csv",
                "pers_person_id,pers_forename,pers_surname,pers_dob,pers_expected_dob,"
                "pers_death_date,pers_upn,shoe_size\n"
                "c1,Nest,Hopcyn,2015-03-01,2015-03-02,,,\n"
                "c2,,,2027-03-01,,2026-01-01,,\n");
    folder.file("ssd_cp_visits.csv",
                "cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen,"
                "cppv_cp_visit_seen_alone,gweld_recorded_at\n"
                "v1,c1,2026-01-15,N,Y,2026-01-14\n"
                "v2,c1,2026-01-16,Y,Y,\n");
    folder.change("ssd_cp_plans.csv", "p2,c2,2026-01-10,,Neglect,Neglect",
                  "p2,c2,2026-01-10,,,Multiple");
    folder.change("ssd_department.csv", "t2,De,t1", "t2,De,t9");
    folder.change("ssd_involvements.csv", "i1,c1,w1,Allocated Worker,",
                  "i2,c2,,,t1,2026-01-05,\ni1,c1,w1,,");
    folder.change("ssd_address.csv", "np253xx", "abroad\na2,c1,{},Home,2020-01-01,,");
    const auto extract = read_extract(folder.path(), now);
    EXPECT_EQ(extract.findings.faults(), Faults{});
    const std::vector<Warning> expected = {
        {Notice::columns_not_read, Table::person, "pers_upn, shoe_size", 1, 2},
        {Notice::born_and_expected, Table::person, "", 2, 1},
        {Notice::born_in_the_future, Table::person, "", 3, 1},
        {Notice::died_before_birth, Table::person, "", 3, 1},
        {Notice::name_missing, Table::person, "", 3, 1},
        {Notice::parent_team_not_known, Table::department, "", 3, 1},
        {Notice::worker_missing, Table::involvements, "", 2, 1},
        {Notice::role_missing, Table::involvements, "", 3, 1},
        {Notice::category_list_missing, Table::cp_plans, "", 3, 1},
        {Notice::alone_but_not_seen, Table::cp_visits, "", 2, 1},
        {Notice::place_missing, Table::cp_visits, "", 2, 2},
        {Notice::recorded_at_missing, Table::cp_visits, "", 3, 1},
        {Notice::recorded_before_visit, Table::cp_visits, "", 2, 1},
        {Notice::address_without_text, Table::address, "", 3, 1},
        {Notice::postcode_unusual, Table::address, "", 2, 1},
    };
    EXPECT_EQ(extract.findings.warnings(), expected);
    EXPECT_EQ(extract.of(Table::involvements).passed_over, 1);
    EXPECT_EQ(extract.of(Table::address).passed_over, 1);
}

} // namespace
