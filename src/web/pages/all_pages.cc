#include "web/pages/accounts/accounts.h"
#include "web/pages/alerts/alerts.h"
#include "web/pages/allocate/allocate.h"
#include "web/pages/assessments/assessments.h"
#include "web/pages/brought_in/brought_in.h"
#include "web/pages/child/child.h"
#include "web/pages/conferences/conferences.h"
#include "web/pages/continuity/continuity.h"
#include "web/pages/enquiries/enquiries.h"
#include "web/pages/figures/figures.h"
#include "web/pages/front_door/front_door.h"
#include "web/pages/guarding/guarding.h"
#include "web/pages/information/information.h"
#include "web/pages/looking/looking.h"
#include "web/pages/meetings/core_group.h"
#include "web/pages/merging/merging.h"
#include "web/pages/offline/offline.h"
#include "web/pages/own_records/own_records.h"
#include "web/pages/plans/plans.h"
#include "web/pages/refer/refer.h"
#include "web/pages/register/register.h"
#include "web/pages/rule/rule.h"
#include "web/pages/search/search.h"
#include "web/pages/sign_in/my_sign_ins.h"
#include "web/pages/sign_in/own_password.h"
#include "web/pages/sign_in/second_factor.h"
#include "web/pages/sign_in/sign_in.h"
#include "web/pages/sign_in/step_up.h"
#include "web/pages/signing/signing.h"
#include "web/pages/site.h"
#include "web/pages/story/story.h"
#include "web/pages/taking_back/taking_back.h"
#include "web/pages/team/team.h"
#include "web/pages/unsaved/unsaved_form.h"
#include "web/pages/uploads_taken.h"
#include "web/pages/visit/visit.h"
#include "web/pages/work/work.h"

namespace gweld::web::pages {

void add_all_pages(Site& site) {
    add_sign_in_pages(site);
    add_my_sign_in_pages(site);
    add_second_factor_pages(site);
    add_step_up_pages(site);
    add_own_password_pages(site);
    add_account_pages(site);
    add_information_pages(site);
    add_work_pages(site);
    add_looking_pages(site);
    add_unusual_pages(site);
    add_unsaved_pages(site);
    add_alert_pages(site);
    add_child_pages(site);
    add_story_pages(site);
    add_visit_pages(site);
    add_offline_pages(site);
    add_taking_back_pages(site);
    add_core_group_pages(site);
    add_plan_pages(site);
    add_register_pages(site);
    add_search_pages(site);
    add_guarding_pages(site);
    add_own_record_pages(site);
    add_continuity_pages(site);
    add_merging_pages(site);
    add_team_pages(site);
    add_allocation_pages(site);
    add_front_door_pages(site);
    add_refer_pages(site);
    add_enquiry_pages(site);
    add_assessment_pages(site);
    add_brought_in_pages(site);
    add_signing_pages(site);
    add_conferences_pages(site);
    add_figure_pages(site);
    add_rule_pages(site);
}

std::optional<UploadLimits> takes_files(const Request& request) {
    if (auto limits = takes_reports(request)) {
        return limits;
    }
    auto limits = takes_documents(request);
    return limits ? limits : takes_looks(request);
}

} // namespace gweld::web::pages
