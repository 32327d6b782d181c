// folder.h - folders of an extract for tests: the good one of this room, and small ones made here.
#pragma once

#include "../store/fresh_store.h"
#include "ssd/import.h"
#include "words/words.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::ssd::test {

inline time::Instant noon(time::CivilDate date) {
    return time::at_wall_time_in_wales(date, std::chrono::hours{12});
}
using namespace std::chrono_literals;
inline const time::Instant now =
    time::at_wall_time_in_wales(time::day(24, std::chrono::November, 2026), std::chrono::hours{18});

inline std::string contents_of(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

inline const std::filesystem::path good_folder =
    std::filesystem::path{GWELD_TREE} / "tests" / "ssd" / "good";

// A folder of its own that goes with the test.
class Folder {
  public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "gweld-ssd-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path_); }

    const std::filesystem::path& path() const { return path_; }
    Folder& file(std::string_view name, std::string_view text) {
        std::ofstream{path_ / name, std::ios::binary} << text;
        return *this;
    }
    std::string read(std::string_view name) const { return contents_of(path_ / name); }
    // The one place where `from` stands is to say `to`.
    Folder& change(std::string_view name, std::string_view from, std::string_view to) {
        auto text = read(name);
        const auto at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        EXPECT_EQ(text.find(from, at + 1), std::string::npos) << from;
        return file(name, text.replace(at, from.size(), to));
    }
    Folder& copy_of(const std::filesystem::path& other) {
        std::filesystem::copy(other, path_, std::filesystem::copy_options::recursive);
        return *this;
    }

  private:
    std::filesystem::path path_;
};

// A child, her brother, a worker, a team: what the single rows of a test refer to.
inline const std::map<std::string, std::string, std::less<>> small = {
    {"ssd_person.csv", "pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob\n"
                       "c1,Nest,Hopcyn,F,2015-03-01\n"
                       "c2,Twm,Hopcyn,M,2018-07-09\n"},
    {"ssd_department.csv", "dept_team_id,dept_team_name,dept_team_parent_id\n"
                           "t1,Gogledd,\n"
                           "t2,De,t1\n"},
    {"ssd_professionals.csv", "prof_professional_id,prof_professional_name\n"
                              "w1,Angharad Puw\n"},
    {"ssd_family.csv", "fami_family_id,fami_person_id\n"
                       "f1,c1\n"
                       "f1,c2\n"},
    {"ssd_involvements.csv",
     "invo_involvements_id,invo_person_id,invo_professional_id,invo_professional_role_id,invo_"
     "professional_team,invo_involvement_start_date,invo_involvement_end_date\n"
     "i1,c1,w1,Allocated Worker,t1,2026-01-05,\n"},
    {"ssd_cp_plans.csv",
     "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_"
     "initial_category,cppl_cp_plan_latest_category\n"
     "p1,c1,2026-01-10,,Neglect,Neglect\n"
     "p2,c2,2026-01-10,,Neglect,Neglect\n"},
    {"ssd_cp_visits.csv",
     "cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen,cppv_cp_visit_seen_"
     "alone,cppv_cp_visit_bedroom,gweld_place,gweld_recorded_at\n"
     "v1,c1,2026-01-15,Y,Y,N,home,2026-01-16T09:00:00\n"
     "v1,c2,2026-01-15,Y,N,N,home,2026-01-16T09:00:00\n"
     "v2,c1,2026-02-01,Y,Y,Y,home,2026-02-01T17:00:00\n"},
    {"ssd_address.csv",
     "addr_table_id,addr_person_id,addr_address_json,addr_address_type,addr_address_start_date,"
     "addr_address_end_date,addr_address_postcode\n"
     "a1,c1,\"{\"\"HOUSE\"\":\"\"3\"\",\"\"STREET\"\":\"\"Maes-y-coed\"\"}\",Home,2020-01-01,,"
     "np253xx\n"},
    // No rows: the tests of the journey add their own.
    {"ssd_contacts.csv",
     "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,"
     "cont_contact_source_desc,cont_contact_outcome_json\n"},
    {"ssd_early_help_episodes.csv",
     "earl_episode_id,earl_person_id,earl_episode_start_date,earl_episode_end_date,earl_episode_"
     "reason,earl_episode_end_reason,earl_episode_organisation,earl_episode_worker_id\n"},
    {"ssd_cin_episodes.csv",
     "cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_"
     "source_desc,cine_referral_outcome_json,cine_referral_nfa,cine_close_reason,cine_close_date,"
     "cine_referral_team,cine_referral_worker_id\n"},
    {"ssd_cin_assessments.csv",
     "cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_"
     "assessment_child_seen,cina_assessment_auth_date,cina_assessment_outcome_json,cina_"
     "assessment_outcome_nfa,cina_assessment_team,cina_assessment_worker_id\n"},
    {"ssd_assessment_factors.csv",
     "cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json\n"},
    {"ssd_s47_enquiry.csv", "s47e_s47_enquiry_id,s47e_person_id,s47e_s47_start_date,s47e_s47_end_"
                            "date,s47e_s47_nfa,s47e_s47_outcome_json\n"},
    {"ssd_initial_cp_conference.csv",
     "icpc_icpc_id,icpc_person_id,icpc_icpc_date,icpc_icpc_transfer_in,icpc_icpc_outcome_cp_flag"
     "\n"},
    {"ssd_cp_reviews.csv",
     "cppr_cp_review_id,cppr_person_id,cppr_cp_plan_id,cppr_cp_review_date,cppr_cp_review_outcome_"
     "continue_cp,cppr_cp_review_participation\n"},
};

inline void put_small(Folder& folder) {
    for (const auto& [name, text] : small) {
        folder.file(name, text);
    }
}

// The small folder with further rows in one table.
inline void put_small_with(Folder& folder, std::string_view file, std::string_view rows) {
    put_small(folder);
    folder.file(file, small.find(file)->second + std::string{rows});
}

inline std::unique_ptr<record::Store> empty_store() { return made_up::fresh_store("powys-test"); }

inline ImportOptions options(BadRows bad_rows = BadRows::refuse_all) {
    return {now, bad_rows, {}, words::in(words::Language::english), nullptr};
}

inline ImportReport import_into(record::Store& store, const std::filesystem::path& folder,
                                BadRows bad_rows = BadRows::refuse_all) {
    auto result = import_extract(store, folder, options(bad_rows));
    EXPECT_TRUE(result.ok());
    return std::move(result).value();
}

inline std::vector<record::Entry> entries_of(const record::Store& store) {
    std::vector<record::Entry> entries;
    EXPECT_TRUE(store
                    .read([&](const record::Reading& reading) {
                        reading.each_entry(0, [&](const record::Entry& entry) {
                            entries.push_back(entry);
                            return true;
                        });
                    })
                    .ok());
    return entries;
}

template <class Kind> std::vector<record::Entry> entries_of_kind(const record::Store& store) {
    auto entries = entries_of(store);
    std::erase_if(entries, [](const record::Entry& entry) {
        return entry.kind != record::Named<Kind>::name;
    });
    return entries;
}

// What was said, without the ids, salts and hashes that belong to one store.
inline std::string log_of(const record::Store& store) {
    std::string text;
    for (const auto& entry : entries_of(store)) {
        text += entry.kind + " " + time::to_iso(entry.effective) + " ";
        for (const auto& subject : entry.about) {
            text += base::to_text(subject) + " ";
        }
        if (entry.provenance) {
            text += entry.provenance->file + " " + entry.provenance->key + " " +
                    entry.provenance->fingerprint + " ";
            text += entry.provenance->recorded_at ? time::to_rfc3339(*entry.provenance->recorded_at)
                                                  : "-";
        }
        text += " " + entry.body + "\n";
    }
    return text;
}

inline std::string tables_of(const record::Store& store) {
    std::string text;
    EXPECT_TRUE(
        store.read([&](const record::Reading& reading) { text = reading.dump_tables(); }).ok());
    return text;
}

} // namespace gweld::ssd::test
