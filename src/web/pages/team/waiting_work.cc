#include "web/pages/team/waiting_work.h"

#include "web/components/card_table.h"
#include "web/components/link.h"
#include "web/pages/front_door/handed_on.h"
#include "web/pages/guarding/openings.h"
#include "web/pages/own_records/asked_table.h"
#include "web/pages/signing/signing_words.h"

namespace gweld::web::pages {

Html unsigned_table(const Caller& caller, const std::vector<casework::UnsignedCount>& counts) {
    if (counts.empty()) {
        return {};
    }
    const auto& say = caller.say;
    ours::CardTable table;
    table.caption = say.say("Waiting for a signature");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("What"), {}},
                     {say.say("Waiting"), {}, ours::Column::number},
                     {say.say("Over a week"), {}, ours::Column::number},
                     {say.say("Over four weeks"), {}, ours::Column::number},
                     {say.say("What to do"), {}}};
    for (const auto& count : counts) {
        const auto what = decision_words(say, count.decision);
        const auto to = caller.to("signing").text() + "?show=all&decision=" + count.decision;
        table.rows.push_back(
            {{what, std::to_string(count.waiting), std::to_string(count.over_a_week),
              std::to_string(count.over_four_weeks),
              ours::link(Url::path(to), say.say("See which"), what)},
             count.over_four_weeks > 0 ? ours::Tone::soon : ours::Tone::waiting,
             {}});
    }
    return ours::render(table);
}

TeamSection emergencies_section(const Caller& caller, const casework::Openings& openings) {
    const auto& say = caller.say;
    const auto waiting = openings_table(caller, openings.waiting, review_so_far);
    Markup content;
    if (!waiting.empty() || !openings.reviewed.empty()) {
        content.put(waiting).raw("<p class=\"govuk-body\">");
        content.put(
            ours::link(caller.to("emergencies"), say.say("Review them, and see those reviewed")));
        content.raw("</p>");
    }
    return {"emergencies", say.say("Opened in an emergency, to be reviewed"),
            say.say("Of the whole service. Nobody reviews their own."), content.take(),
            say.say("Nothing waits for a review.")};
}

void add_own_records_section(const Caller& caller, std::vector<TeamSection>& sections) {
    const auto& say = caller.say;
    auto asked = casework::own_records_asked(caller.office(), caller.viewer);
    if (asked.ok() && asked.value().empty()) {
        return;
    }
    Markup content;
    if (asked.ok()) {
        std::erase_if(asked.value(), [](const auto& one) { return one.row.given_day.has_value(); });
        content.put(asked_table(caller, asked.value())).raw("<p class=\"govuk-body\">");
        content.put(ours::link(caller.to("own-records"), say.say("All copies, given ones too")));
        content.raw("</p>");
    }
    sections.push_back({"own-records", say.say("Copies of people’s own records"),
                        say.say("Each is due within a month."), content.take(),
                        say.say("It cannot be read at the moment. Try again in a minute.")});
}

TeamSection handed_on_section(const Caller& caller, const casework::HandedOnList& list) {
    const auto& say = caller.say;
    Markup content;
    if (list.all > 0) {
        content.put(door::handed_on_table(caller, list));
    }
    if (list.all > list.page.size()) {
        content.raw("<p class=\"govuk-body\">");
        content.put(ours::link(caller.to("front-door.handed-on"),
                               say.say_n("See all {n}", "See all {n}", static_cast<long>(list.all)),
                               say.say(" children handed on")));
        content.raw("</p>");
    }
    return {
        "handed-on", say.say("Handed on by the front door, and waiting for somebody"),
        say.say("Decided as a referral or a strategy discussion. Whoever has nobody is shown to "
                "every manager. Possible harm first, then the longest decided."),
        content.take(), say.say("Every child whom a decision handed on has somebody.")};
}

} // namespace gweld::web::pages
