#include "web/components/card_table.h"
#include "web/pages/child/looks.html.h"
#include "web/pages/child/parts.h"
#include "web/pages/child/visits.html.h"
#include "web/pages/child/wording.h"
#include "web/pages/frame/page_turns.h"
#include "web/pages/look_words.h"

#include <set>

namespace gweld::web::pages::child_record {

namespace {

using words::mark;

constexpr std::size_t looks_on_a_page = 50;

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
