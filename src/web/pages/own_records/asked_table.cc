#include "web/pages/own_records/asked_table.h"

#include "web/components/card_table.h"
#include "web/components/link.h"
#include "web/pages/child/wording.h"

namespace gweld::web::pages {

namespace {

using words::mark;

std::string day_of(const Caller& caller, std::int64_t day) {
    return caller.say.short_date_year(child_record::day_numbered(day));
}

ours::CardRow row_of(const Caller& caller, const casework::OwnRecordAskedFor& asked) {
    const auto& say = caller.say;
    const auto* due = std::get_if<law::Due>(&asked.due);
    const bool given = asked.row.given_day.has_value();
    const bool late = !given && due != nullptr && due->by < caller.today();
    ours::CardRow row;
    row.cells = {
        Content{ours::link(caller.to("own-record", {{"request", base::to_text(asked.row.entry)}}),
                           asked.name, {})},
        asked.row.name.empty() ? say.say("The person themself") : asked.row.name,
        day_of(caller, asked.row.asked_day),
        due == nullptr ? say.say("Cannot be worked out") : say.short_date_year(due->by),
        given  ? say.say("Given {date}", {{"date", day_of(caller, *asked.row.given_day)}})
        : late ? say.say("Overdue")
               : say.say("Being read")};
    row.tone = late ? ours::Tone::overdue : ours::Tone::waiting;
    return row;
}

} // namespace

Html asked_table(const Caller& caller, const std::vector<casework::OwnRecordAskedFor>& asked) {
    if (asked.empty()) {
        return {};
    }
    const auto& say = caller.say;
    ours::CardTable table;
    table.caption = say.say("Who asked for their own record");
    table.caption_classes = "govuk-visually-hidden";
    for (const auto head :
         {mark("Whose record"), mark("Who asked"), mark("On"), mark("Due by"), mark("How it is")}) {
        table.columns.push_back({say.say(head), {}, ours::Column::text});
    }
    for (const auto& one : asked) {
        table.rows.push_back(row_of(caller, one));
    }
    return ours::render(table);
}

} // namespace gweld::web::pages
