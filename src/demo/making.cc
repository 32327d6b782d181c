#include "demo/making.h"

#include "demo/assessing.h"
#include "demo/bringing.h"
#include "demo/conferring.h"
#include "demo/enquiring.h"
#include "demo/front_door.h"
#include "demo/kin.h"
#include "demo/lead_story.h"
#include "demo/meeting.h"
#include "demo/phones.h"
#include "demo/recorded_twice.h"
#include "demo/register_plan.h"
#include "demo/story_events.h"

namespace gweld::demo {

namespace {

struct Planted {
    PlantedGaps gaps;
    PlantedMoves moves;
};

void tell_family(const County& county, const Case& family, const Planted& planted, Scribe& scribe,
                 const Chance& chance) {
    describe_family(county, family, scribe, chance.branch("people"));
    tell_allocations(county, family, scribe);
    tell_enquiries(county, family, scribe, chance.branch("enquiries"));
    tell_register(county, family, planted.moves, scribe, chance.branch("register"));
    tell_coordinators(county, family, planted.gaps, scribe);
    tell_core_groups(county, family, scribe, chance.branch("core-groups"));
    tell_what_followed(county, family, scribe, chance.branch("plans"));
    tell_visits(county, family, scribe, chance.branch("visits"));
    tell_kin(county, family, scribe, chance.branch("kin"));
    tell_story_events(county, family, scribe, chance.branch("story"));
}

// Somebody comes on duty at the very end, so that the newest entry tells when the county was made.
void tell_of_now(const County& county, Scribe& scribe) {
    const auto& worker = county.staff.workers[county.staff.duty_worker()];
    scribe.write(record::WorkerDescribed{worker.number, worker.name, worker.job_title,
                                         worker.registration, ""},
                 {{worker.id.uuid}, county.days.today},
                 {county.days.now, county.staff.head_of_service()});
}

} // namespace

Made made_from(const CountyWish& wish) {
    const Chance chance{wish.seed.value};
    Made made;
    const StoryDays days{wish.now};
    made.staff = staff_of(days, chance.branch("staff"));
    const County county{days, Workdays{wish.working_days}, made.staff};
    made.cases = scripted_cases(days, county.workdays, made.staff, chance.branch("script"));
    fill_register(made.cases, days, county.workdays, chance.branch("register"));
    allocate(made.cases, days, county.workdays, made.staff, chance.branch("allocation"));
    number_all(made.cases, chance.branch("numbers"));
    Scribe scribe{made.staff, wish.now, chance.branch("ids")};
    describe_staff(county, scribe);
    const Planted planted{gaps_planted(county, made.cases), moves_planted(county, made.cases)};
    for (std::size_t i = 0; i < made.cases.size(); ++i) {
        name_family(county, made.cases[i], scribe);
        tell_family(county, made.cases[i], planted, scribe, chance.branch("family", i));
    }
    tell_front_door(county, made.cases, scribe, wish.front_door_days, chance.branch("front-door"));
    tell_new_worries(county, made.cases, scribe);
    tell_assessments(county, made.cases, scribe, chance);
    tell_documents(county, made.cases, scribe);
    tell_signatures(county, scribe, chance.branch("signatures"));
    tell_diaries(county, scribe);
    tell_reviews_to_come(county, made.cases, scribe, chance.branch("conferences"));
    tell_recorded_twice(county, made.cases, scribe);
    tell_phones(county, made.cases, scribe);
    tell_of_now(county, scribe);
    made.files = scribe.files();
    made.drafts = std::move(scribe).in_order();
    return made;
}

} // namespace gweld::demo
