#include "casework/unusual_looks.h"
#include "protection/chair_diary.h"
#include "web/components/card_table.h"
#include "web/components/link.h"
#include "web/pages/child/visits.html.h"
#include "web/pages/child/wording.h"
#include "web/pages/frame/frame.h"
#include "web/pages/frame/page_turns.h"
#include "web/pages/look_words.h"
#include "web/pages/looking/looking.h"
#include "web/pages/looking/unusual.html.h"
#include "web/pages/problems/problems.h"

namespace gweld::web::pages {

namespace {

using casework::Unusual;
using casework::UnusualLook;
using words::mark;

std::string said(const Words& say, Unusual why) {
    switch (why) {
    case Unusual::own_surname:
        return say.say_n("Their own surname, and at most 1 person on the record has it",
                         "Their own surname, and at most {n} people on the record have it",
                         static_cast<long>(casework::few_of_a_name));
    case Unusual::own_street:
        return say.say("The child lives at the postcode of a home they declared as their own or "
                       "their family’s");
    case Unusual::colleagues_family:
        return say.say("A colleague declared the child or the home as close to them");
    case Unusual::at_night:
        return say.say("Between ten at night and six in the morning, and not at the duty desk");
    case Unusual::came_back:
        return say.say_n("Opened on 1 day or more of the week, and recorded nothing",
                         "Opened on {n} days or more of the week, and recorded nothing",
                         static_cast<long>(casework::days_come_back));
    case Unusual::refused_often:
        return say.say_n("Refused the record of 1 child or more",
                         "Refused the records of {n} different children or more",
                         static_cast<long>(casework::refused_children));
    case Unusual::many:
        return say.say_n("Opened 1 child’s record or more that is not theirs, and over three times "
                         "as many as half the others of the role",
                         "Opened {n} or more children’s records that are not theirs, and over "
                         "three times as many as half the others of the role",
                         static_cast<long>(casework::many_children));
    case Unusual::one_after_another:
        return say.say_n("Opened the record of 1 child within ten minutes",
                         "Opened the records of {n} different children within ten minutes",
                         static_cast<long>(casework::children_in_a_row));
    }
    return {};
}

Content whose(const Caller& caller, const UnusualLook& line) {
    const auto& say = caller.say;
    if (line.child == base::Uuid{}) {
        return Content{say.say_n("1 child", "{n} children", static_cast<long>(line.children))};
    }
    return two_lines(say, line.child_name, line.child_number);
}

Content reasons(const Caller& caller, const UnusualLook& line) {
    std::vector<std::string> all;
    for (const auto why : line.why) {
        all.push_back(said(caller.say, why));
    }
    return reasons_of(caller.say, all);
}

Html table_of(const Caller& caller, const casework::UnusualWeek& week) {
    if (week.lines.empty()) {
        return {};
    }
    const auto& say = caller.say;
    ours::CardTable table;
    table.caption = say.say("Looks to ask about");
    table.caption_classes = "govuk-visually-hidden";
    for (const auto head : {mark("Who"), mark("Whose record"), mark("What stands out"),
                            mark("On what ground"), mark("When")}) {
        table.columns.push_back({say.say(head), {}, ours::Column::text});
    }
    for (const auto& line : week.lines) {
        ours::CardRow row;
        row.cells = {two_lines(say, line.name, child_record::role_in_words(say, line.role)),
                     whose(caller, line), reasons(caller, line),
                     line.ground.empty() ? say.say("Refused: no ground to look")
                                         : ground_in_words(say, line.ground),
                     two_lines(say, child_record::near_moment(say, line.newest, caller.today()),
                               say.say_n("1 time", "{n} times", static_cast<long>(line.times)))};
        table.rows.push_back(std::move(row));
    }
    return ours::render(table);
}

// The Monday asked for, or this week's; not after it, and not further back than is kept to hand.
time::CivilDate monday_asked(const Caller& caller) {
    const auto newest = protection::monday_of(caller.today());
    const auto asked = time::parse_iso(caller.request.query.text("week"));
    const auto oldest = newest.plus_days(-7 * (casework::weeks_of_looks - 1));
    return asked && oldest <= *asked && *asked <= newest ? protection::monday_of(*asked) : newest;
}

// An address of another week; none: not kept to hand.
std::optional<Url> week_from(const Caller& caller, time::CivilDate monday) {
    const auto newest = protection::monday_of(caller.today());
    const auto oldest = newest.plus_days(-7 * (casework::weeks_of_looks - 1));
    if (monday < oldest || newest < monday) {
        return std::nullopt;
    }
    return with_query(caller, caller.to("looks.unusual"), {{"week", time::to_iso(monday)}});
}

Response show(const Caller& caller) {
    const auto monday = monday_asked(caller);
    const auto read = casework::unusual_looks(caller.office(), caller.viewer, monday);
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    if (!read.value()) {
        return not_for_you(caller);
    }
    const auto& week = *read.value();
    const auto& say = caller.say;
    UnusualParts parts;
    parts.week =
        say.say("From {from} to {until}", {{"from", say.long_date(week.from)},
                                           {"until", say.long_date(week.until.plus_days(-1))}});
    parts.counted = say.say_n(
        "1 look, by {people}.", "{n} looks, by {people}.", static_cast<long>(week.looks),
        {{"people", say.say_n("1 person", "{n} people", static_cast<long>(week.people))}});
    parts.table = table_of(caller, week);
    parts.before = week_from(caller, monday.plus_days(-7));
    parts.after = week_from(caller, monday.plus_days(7));
    parts.emergencies = caller.to("emergencies");
    Frame frame;
    frame.title = say.say("Looks to ask about");
    frame.here = Nav::looks;
    frame.content = unusual_page(say, parts);
    return framed(caller, frame);
}

} // namespace

void add_unusual_pages(Site& site) {
    add_page(site, Method::get, "looks.unusual", "/looks/unusual", show);
}

} // namespace gweld::web::pages
