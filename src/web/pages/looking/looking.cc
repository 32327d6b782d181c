#include "web/pages/looking/looking.h"

#include "casework/looking.h"
#include "web/components/card_table.h"
#include "web/components/link.h"
#include "web/pages/child/visits.html.h"
#include "web/pages/child/wording.h"
#include "web/pages/frame/frame.h"
#include "web/pages/frame/page_turns.h"
#include "web/pages/look_words.h"
#include "web/pages/looking/looking.html.h"
#include "web/pages/problems/problems.h"

namespace gweld::web::pages {

namespace {

using casework::LookedHow;
using casework::Onlooking;
using words::mark;

constexpr std::size_t rows_on_a_page = 100;

Content on_what_ground(const Words& say, const Onlooking& what) {
    const std::string ground = what.ground.empty() ? say.say("Refused: no ground to look")
                                                   : ground_in_words(say, what.ground);
    std::string beside;
    if (what.how == LookedHow::found) {
        beside = say.say("Found by a search, and not opened");
    } else if (what.refused > 0 && !what.ground.empty()) {
        beside = say.say_n("Refused 1 time", "Refused {n} times", static_cast<long>(what.refused));
    }
    return beside.empty() ? Content{ground} : two_lines(say, ground, beside);
}

Content record_cell(const Caller& caller, const Onlooking& what) {
    return what.subject_name.empty()
               ? Content{caller.say.say("A record that is not yours to open")}
               : Content{ours::link(caller.to("child", {{"id", base::to_text(what.subject)}}),
                                    what.subject_name)};
}

ours::CardTable table_of(const Words& say, std::string_view caption,
                         std::initializer_list<std::string_view> heads) {
    ours::CardTable table;
    table.caption = say.say(caption);
    table.caption_classes = "govuk-visually-hidden";
    for (const auto head : heads) {
        table.columns.push_back({say.say(head), {}, ours::Column::text});
    }
    return table;
}

Html onlookers(const Caller& caller, const std::vector<Onlooking>& all, std::string_view caption) {
    if (all.empty()) {
        return {};
    }
    const auto& say = caller.say;
    auto table = table_of(say, caption,
                          {mark("Child"), mark("Who"), mark("On what ground"), mark("How often"),
                           mark("The last time")});
    for (const auto& one : all) {
        ours::CardRow row;
        row.cells = {record_cell(caller, one),
                     two_lines(say, one.name, child_record::role_in_words(say, one.role)),
                     on_what_ground(say, one),
                     say.say_n("1 time", "{n} times", static_cast<long>(one.times)),
                     child_record::near_moment(say, one.newest, caller.today())};
        table.rows.push_back(std::move(row));
    }
    return ours::render(table);
}

Response show_cases(const Caller& caller) {
    const auto& viewer = caller.viewer;
    if (!access::may_enter(viewer, access::Place::my_work) &&
        viewer.role != record::Role::team_manager) {
        return not_for_you(caller);
    }
    const auto read = casework::looks_at_my_cases(caller.office(), viewer);
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    const auto& all = read.value();
    const auto& say = caller.say;
    Frame frame;
    frame.title = say.say("Who has looked at my cases");
    frame.here = access::may_enter(viewer, access::Place::my_team) ? Nav::team : Nav::work;
    frame.content = looks_at_cases(
        say,
        say.say_n("At the record of 1 child that is yours or your team’s, in the last 90 days.",
                  "At the records of {n} children that are yours or your team’s, in the last 90 "
                  "days.",
                  static_cast<long>(all.children)),
        onlookers(caller, all.unfounded, mark("Without an allocation")),
        onlookers(caller, all.founded, mark("Who works with the child, or chairs")));
    return framed(caller, frame);
}

ours::CardRow own_row(const Caller& caller, const casework::OwnLooking& one) {
    const auto& say = caller.say;
    ours::CardRow row;
    row.cells = {child_record::near_moment(say, one.what.newest, caller.today()),
                 one.of == casework::OwnLooking::Of::contact
                     ? Content{say.say("What came in at the front door")}
                     : record_cell(caller, one.what),
                 on_what_ground(say, one.what),
                 say.say_n("1 time", "{n} times", static_cast<long>(one.what.times))};
    return row;
}

Response show_own(const Caller& caller) {
    const auto read = casework::my_own_looks(caller.office(), caller.viewer);
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    const auto& all = read.value();
    const auto& say = caller.say;
    const auto stretch =
        stretch_of(caller, caller.to("looks.own"), "page", all.size(), rows_on_a_page);
    auto table =
        table_of(say, mark("What you looked at"),
                 {mark("When"), mark("Whose record"), mark("On what ground"), mark("How often")});
    for (auto at = stretch.from; at < stretch.until; ++at) {
        table.rows.push_back(own_row(caller, all[at]));
    }
    Markup content;
    content.put(own_looks(say, all.empty() ? Html{} : ours::render(table), caller.to("signed-in")))
        .put(stretch.turns);
    Frame frame;
    frame.title = say.say("What you looked at");
    frame.content = content.take();
    return framed(caller, frame);
}

} // namespace

void add_looking_pages(Site& site) {
    add_page(site, Method::get, "looked", "/looked", show_cases);
    add_page(site, Method::get, "looks.own", "/looks/own", show_own);
}

} // namespace gweld::web::pages
