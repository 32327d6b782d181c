#include "ssd/tables.h"

#include <algorithm>
#include <string>

namespace gweld::ssd {
namespace {

using enum Needed;

struct Described {
    std::string_view name;
    std::string_view file;
    std::span<const Column> columns;
};

constexpr Column person_columns[] = {
    {"pers_person_id", yes},   {"pers_forename", yes},  {"pers_surname", yes},
    {"pers_sex", no},          {"pers_ethnicity", no},  {"pers_dob", yes},
    {"pers_expected_dob", no}, {"pers_death_date", no},
};
constexpr Column department_columns[] = {
    {"dept_team_id", yes}, {"dept_team_name", yes}, {"dept_team_parent_id", no}};
constexpr Column professionals_columns[] = {{"prof_professional_id", yes},
                                            {"prof_professional_name", yes},
                                            {"prof_social_worker_registration_no", no},
                                            {"prof_professional_job_title", no},
                                            {"prof_professional_department", no}};
constexpr Column family_columns[] = {{"fami_family_id", yes}, {"fami_person_id", yes}};
constexpr Column involvements_columns[] = {
    {"invo_involvements_id", yes},      {"invo_person_id", yes},
    {"invo_professional_id", yes},      {"invo_professional_role_id", no},
    {"invo_professional_team", no},     {"invo_involvement_start_date", yes},
    {"invo_involvement_end_date", yes},
};
constexpr Column cp_plans_columns[] = {
    {"cppl_cp_plan_id", yes},
    {"cppl_person_id", yes},
    {"cppl_cp_plan_start_date", yes},
    {"cppl_cp_plan_end_date", yes},
    {"cppl_cp_plan_initial_category", no},
    {"cppl_cp_plan_latest_category", no},
};
constexpr Column cp_visits_columns[] = {
    {"cppv_cp_visit_id", yes},   {"cppv_person_id", yes},           {"cppv_cp_visit_date", yes},
    {"cppv_cp_visit_seen", yes}, {"cppv_cp_visit_seen_alone", yes}, {"cppv_cp_visit_bedroom", no},
    {"gweld_place", no},         {"gweld_recorded_at", no},
};
constexpr Column address_columns[] = {
    {"addr_table_id", yes},        {"addr_person_id", yes},          {"addr_address_json", yes},
    {"addr_address_type", no},     {"addr_address_start_date", yes}, {"addr_address_end_date", no},
    {"addr_address_postcode", no},
};

constexpr Column contacts_columns[] = {
    {"cont_contact_id", yes},         {"cont_person_id", yes},
    {"cont_contact_date", yes},       {"cont_contact_source_code", no},
    {"cont_contact_source_desc", no}, {"cont_contact_outcome_json", yes},
};
constexpr Column early_help_episodes_columns[] = {
    {"earl_episode_id", yes},          {"earl_person_id", yes},
    {"earl_episode_start_date", yes},  {"earl_episode_end_date", yes},
    {"earl_episode_reason", no},       {"earl_episode_end_reason", no},
    {"earl_episode_organisation", no}, {"earl_episode_worker_id", no},
};
constexpr Column cin_episodes_columns[] = {
    {"cine_referral_id", yes},          {"cine_person_id", yes},
    {"cine_referral_date", yes},        {"cine_cin_primary_need_code", no},
    {"cine_referral_source_code", no},  {"cine_referral_source_desc", no},
    {"cine_referral_outcome_json", no}, {"cine_referral_nfa", no},
    {"cine_close_reason", no},          {"cine_close_date", yes},
    {"cine_referral_team", no},         {"cine_referral_worker_id", no},
};
constexpr Column cin_assessments_columns[] = {
    {"cina_assessment_id", yes},
    {"cina_person_id", yes},
    {"cina_referral_id", no},
    {"cina_assessment_start_date", yes},
    {"cina_assessment_child_seen", no},
    {"cina_assessment_auth_date", yes},
    {"cina_assessment_outcome_json", no},
    {"cina_assessment_outcome_nfa", no},
    {"cina_assessment_team", no},
    {"cina_assessment_worker_id", no},
};
constexpr Column assessment_factors_columns[] = {
    {"cinf_table_id", yes}, {"cinf_assessment_id", yes}, {"cinf_assessment_factors_json", yes}};
constexpr Column s47_enquiry_columns[] = {
    {"s47e_s47_enquiry_id", yes}, {"s47e_person_id", yes}, {"s47e_s47_start_date", yes},
    {"s47e_s47_end_date", yes},   {"s47e_s47_nfa", no},    {"s47e_s47_outcome_json", no},
};
constexpr Column initial_cp_conference_columns[] = {
    {"icpc_icpc_id", yes},         {"icpc_person_id", yes},           {"icpc_icpc_date", yes},
    {"icpc_icpc_transfer_in", no}, {"icpc_icpc_outcome_cp_flag", no},
};
constexpr Column cp_reviews_columns[] = {
    {"cppr_cp_review_id", yes},
    {"cppr_person_id", no},
    {"cppr_cp_plan_id", yes},
    {"cppr_cp_review_date", yes},
    {"cppr_cp_review_outcome_continue_cp", no},
    {"cppr_cp_review_participation", no},
};

constexpr std::array<Described, table_count> described = {{
    {"ssd_person", "ssd_person.csv", person_columns},
    {"ssd_department", "ssd_department.csv", department_columns},
    {"ssd_professionals", "ssd_professionals.csv", professionals_columns},
    {"ssd_family", "ssd_family.csv", family_columns},
    {"ssd_involvements", "ssd_involvements.csv", involvements_columns},
    {"ssd_cp_plans", "ssd_cp_plans.csv", cp_plans_columns},
    {"ssd_cp_visits", "ssd_cp_visits.csv", cp_visits_columns},
    {"ssd_address", "ssd_address.csv", address_columns},
    {"ssd_contacts", "ssd_contacts.csv", contacts_columns},
    {"ssd_early_help_episodes", "ssd_early_help_episodes.csv", early_help_episodes_columns},
    {"ssd_cin_episodes", "ssd_cin_episodes.csv", cin_episodes_columns},
    {"ssd_cin_assessments", "ssd_cin_assessments.csv", cin_assessments_columns},
    {"ssd_assessment_factors", "ssd_assessment_factors.csv", assessment_factors_columns},
    {"ssd_s47_enquiry", "ssd_s47_enquiry.csv", s47_enquiry_columns},
    {"ssd_initial_cp_conference", "ssd_initial_cp_conference.csv", initial_cp_conference_columns},
    {"ssd_cp_reviews", "ssd_cp_reviews.csv", cp_reviews_columns},
}};

constexpr std::string_view not_yet_read[] = {
    "ssd_api_data_staging",
    "ssd_care_leavers",
    "ssd_cin_plans",
    "ssd_cin_visits",
    "ssd_cla_care_plan",
    "ssd_cla_convictions",
    "ssd_cla_episodes",
    "ssd_cla_health",
    "ssd_cla_immunisations",
    "ssd_cla_placement",
    "ssd_cla_previous_permanence",
    "ssd_cla_reviews",
    "ssd_cla_substance_misuse",
    "ssd_cla_visits",
    "ssd_disability",
    "ssd_ehcp_active_plans",
    "ssd_ehcp_assessment",
    "ssd_ehcp_named_plan",
    "ssd_ehcp_requests",
    "ssd_immigration_status",
    "ssd_legal_status",
    "ssd_linked_identifiers",
    "ssd_missing",
    "ssd_mother",
    "ssd_permanence",
    "ssd_pre_proceedings",
    "ssd_s251_finance",
    "ssd_sdq_scores",
    "ssd_sen_need",
    "ssd_send",
    "ssd_version_log",
    "ssd_voice_of_child",
};

} // namespace

std::string_view name_of(Table table) { return described.at(index_of(table)).name; }
std::string_view file_of(Table table) { return described.at(index_of(table)).file; }
std::span<const Column> columns_of(Table table) { return described.at(index_of(table)).columns; }

FileName what_is(std::string_view file_name) {
    std::string name{file_name};
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    constexpr std::string_view ending = ".csv";
    if (!name.ends_with(ending)) {
        return {};
    }
    for (const auto table : all_tables) {
        if (name == file_of(table)) {
            return {Known::read_here, table};
        }
    }
    const auto stem = std::string_view{name}.substr(0, name.size() - ending.size());
    if (std::ranges::find(not_yet_read, stem) != std::end(not_yet_read)) {
        return {Known::not_yet_read, std::nullopt};
    }
    return {};
}

} // namespace gweld::ssd
