// One page to know a child by: what a worker who has never met them reads before going in.
#include "web/pages/story/story.h"

#include "web/pages/child/record_page.h"
#include "web/pages/problems/problems.h"
#include "web/pages/story/court.h"
#include "web/pages/story/story.html.h"
#include "web/pages/story/story_sections.h"

namespace gweld::web::pages::story {

namespace {

using child_record::Shown;

constexpr std::string_view route = "child.story";

Html story(const Reading& reading) {
    StoryParts parts;
    parts.name = reading.shown.called();
    parts.left = {who(reading), why(reading)};
    if (auto voice = says(reading); !voice.extra.empty()) {
        parts.left.push_back(std::move(voice));
    }
    parts.left.push_back(people(reading));
    parts.left.push_back(events(reading));
    parts.right = {due(reading), workers(reading), before_visiting(reading), not_known(reading)};
    parts.to_chronology = reading.shown.to("child.chronology");
    parts.to_genogram = reading.shown.to("child.genogram");
    return child_story(reading.say(), parts);
}

Response page_of(const Shown& shown) {
    const auto& caller = shown.caller;
    const auto logs = casework::family_logs(caller.office(), shown.facts());
    if (!logs.ok()) {
        return store_says(caller, logs.error());
    }
    auto worry = casework::last_worry(caller.office(), caller.viewer, shown.facts());
    if (!worry.ok()) {
        return store_says(caller, worry.error());
    }
    const auto kin = casework::kin_of(logs.value());
    const Reading reading{
        shown, std::make_shared<const Chronology>(chronology_of(shown.standing().facts)),
        casework::family_on(kin, shown.facts(), shown.record.family(), shown.today,
                            casework::open_to(caller.viewer, caller.when())),
        std::move(worry).value()};
    return child_record::record_page(shown, route, caller.say.say("Story"), story(reading));
}

} // namespace

void add_story_page(Site& site) {
    add_page(site, Method::get, std::string{route}, "/child/{id}/story",
             [](const Caller& caller) { return with_record(caller, route, page_of); });
}

} // namespace gweld::web::pages::story
