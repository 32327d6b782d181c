#include "web/components/card_table.h"
#include "web/pages/child/looks.html.h"
#include "web/pages/child/parts.h"
#include "web/pages/child/visits.html.h"
#include "web/pages/child/wording.h"
#include "web/pages/frame/page_turns.h"

#include <map>
#include <set>

namespace gweld::web::pages::child_record {

namespace {

using words::mark;

constexpr std::size_t looks_on_a_page = 50;

std::string page_in_words(const Words& say, std::string_view page) {
    static const std::map<std::string_view, std::string_view> pages = {
        {"child", mark("The summary of the record")},
        {"child.timeline", mark("The timeline")},
        {"child.visits", mark("The visits")},
        {"child.people", mark("The family and people")},
        {"child.due", mark("What is due")},
        {"child.looks", mark("Who has looked")},
        {"record-visit", mark("Recording a visit")},
        {"visit.new", mark("Recording a visit")},
        {"visit.write-up", mark("Writing up a visit")},
        {"entry.correct", mark("Correcting an entry")},
        {"allocate", mark("Allocating a worker")},
        {"continuity-pack", mark("The out-of-hours pack, while Gweld was out of reach")},
        {"search-result", mark("Found by a search")},
        {"emergency", mark("Opening it in an emergency")},
        {"exclude", mark("Excluding somebody")},
        {"restrict", mark("Restricting the record")},
        {"lift-barrier", mark("Lifting an exclusion or a restriction")},
    };
    const auto found = pages.find(page);
    return found == pages.end() ? say.say("Another page ({page})", {{"page", std::string{page}}})
                                : say.say(found->second);
}

std::string ground_in_words(const Words& say, std::string_view ground) {
    static const std::map<std::string_view, std::string_view> grounds = {
        {"own-allocation", mark("Allocated to the child that day")},
        {"family-allocation", mark("Allocated to a brother or sister that day")},
        {"team-allocation", mark("The child was with their team that day")},
        {"nobody-allocated", mark("A manager, while the child had no allocated worker")},
        {"whole-service", mark("Head of service")},
        {"partners-form", mark("Partners’ form: anybody may report")},
        {"front-door", mark("Manager at the front door: whatever came in must be decided")},
        {"chairs-conference", mark("Chairs the child’s conferences")},
        {"emergency", mark("In an emergency, with a reason")},
        {"duty-desk", mark("Duty and out of hours: any child may need to be found")},
    };
    const auto found = grounds.find(ground);
    return found == grounds.end() ? say.say("No ground") : say.say(found->second);
}

ours::CardRow row_of(const Shown& shown, const record::ChainedLook& look) {
    const auto& say = shown.say();
    ours::CardRow row;
    row.cells = {near_moment(say, look.at, shown.today),
                 two_lines(say, look.name, role_in_words(say, look.role)),
                 page_in_words(say, look.page),
                 look.allowed ? Content{ground_in_words(say, look.ground)}
                              : Content{say.say("Refused: no ground to look")}};
    return row;
}

std::string how_many(const Shown& shown, const std::vector<record::ChainedLook>& looks) {
    std::set<record::Uuid> people;
    for (const auto& look : looks) {
        people.insert(look.worker);
    }
    const auto& say = shown.say();
    if (looks.empty()) {
        return say.say("Nobody has looked yet.");
    }
    return say.say_n("1 person has looked at this record since {date}.",
                     "{n} people have looked at this record since {date}.",
                     static_cast<long>(people.size()),
                     {{"date", plain_date(say, time::date_in_wales(looks.back().at))}});
}

} // namespace

Html who_has_looked(const Shown& shown, const std::vector<record::ChainedLook>& looks) {
    const auto& say = shown.say();
    const auto stretch =
        stretch_of(shown.caller, shown.to("child.looks"), "page", looks.size(), looks_on_a_page);
    ours::CardTable table;
    table.caption = say.say("Looks at this record, newest first");
    table.caption_classes = "govuk-visually-hidden";
    for (const auto head : {mark("When"), mark("Who"), mark("What"), mark("On what ground")}) {
        table.columns.push_back({say.say(head), {}, ours::Column::text});
    }
    for (auto at = stretch.from; at < stretch.until; ++at) {
        table.rows.push_back(row_of(shown, looks[at]));
    }
    return child_looks(say, who_may_see_it(shown), how_many(shown, looks), ours::render(table),
                       stretch.turns);
}

} // namespace gweld::web::pages::child_record
