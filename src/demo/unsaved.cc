#include "demo/unsaved.h"

#include "words/words.h"

#include <algorithm>
#include <stdexcept>

namespace gweld::demo {

namespace {

const Child& of_the_lead_story(const Made& made) {
    for (const auto& family : made.cases) {
        const auto& children = family.household.children;
        if (family.script != nullptr && children.front().forename == "Ffion") {
            return children.front();
        }
    }
    throw std::logic_error{"demo: nobody in the lead story"};
}

} // namespace

record::UnsavedFormRow begun_and_not_saved(const Made& made, Instant now) {
    const auto& child = of_the_lead_story(made);
    const auto id = base::to_text(child.id.uuid);
    const auto kept = now - std::chrono::hours{16};
    record::UnsavedFormRow form;
    form.writer = made.staff.workers[made.staff.named("Catrin Hughes")].id.uuid;
    form.key = base::to_text(base::uuid_of("gweld", "begun in the demo county", id));
    form.address = "/child/" + id + "/event/new";
    form.heading =
        words::in(words::Language::english).say("Add an event: {name}", {{"name", child.forename}});
    form.fields = "child=" + id +
                  "&on-day=&on-month=10&on-year=2024"
                  "&what=The%20health%20visitor%E2%80%99s%20file%20says%20that%20the%20family%20"
                  "moved%20twice%20that%20autumn.%20Ask%20Carys%20whether"
                  "&source=The%20health%20visitor%E2%80%99s%20file";
    form.begun_at = (kept - std::chrono::minutes{7}).time_since_epoch().count();
    form.kept_at = kept.time_since_epoch().count();
    return form;
}

} // namespace gweld::demo
