#include "web/pages/guarding/openings.h"

#include "web/components/card_table.h"
#include "web/components/link.h"
#include "web/components/tone.h"
#include "web/pages/child/visits.html.h"
#include "web/pages/child/wording.h"
#include "web/pages/guarding/guarding_words.h"

#include <boost/describe/enum_from_string.hpp>

namespace gweld::web::pages {

namespace {

using casework::Opening;
using words::mark;

std::string whose(const Caller& caller, const Opening& opening) {
    return opening.child_name.empty() ? caller.say.say("A record that is not yours to open")
                                      : opening.child_name;
}

std::string why(const Caller& caller, const Opening& opening) {
    record::WhyOpened because{};
    boost::describe::enum_from_string(opening.row.because.c_str(), because);
    return said(caller.say, because);
}

time::Instant opened_at(const Opening& opening) {
    return time::Instant{std::chrono::milliseconds{opening.row.opened_at}};
}

Content record_cell(const Caller& caller, const Opening& opening) {
    return opening.child_name.empty()
               ? Content{whose(caller, opening)}
               : Content{ours::link(caller.to("child", {{"id", base::to_text(opening.row.child)}}),
                                    opening.child_name)};
}

Html due_words(const Caller& caller, const Opening& opening) {
    const auto& say = caller.say;
    const auto* due = std::get_if<law::Due>(&opening.due);
    if (due == nullptr) {
        return ours::render(ours::Status{ours::Tone::waiting, say.say("Waits for a review"), {}});
    }
    const auto today = caller.today();
    const auto words =
        say.say("Review by {date}", {{"date", child_record::near_day(say, due->by, today)}});
    const auto tone = due->by < today    ? ours::Tone::overdue
                      : due->by == today ? ours::Tone::soon
                                         : ours::Tone::waiting;
    return ours::render(ours::Status{tone, words, {}});
}

Content outcome(const Caller& caller, const Opening& opening) {
    const auto& say = caller.say;
    record::OpeningFound found{};
    boost::describe::enum_from_string(opening.row.found.c_str(), found);
    const auto who = say.say(
        "{name}, {date}",
        {{"name", opening.row.reviewed_by},
         {"date", child_record::near_day(say,
                                         time::date_in_wales(time::Instant{
                                             std::chrono::milliseconds{*opening.row.reviewed_at}}),
                                         caller.today())}});
    return two_lines(say, said(say, found),
                     opening.review.empty() ? who : who + ". " + opening.review);
}

} // namespace

Content review_so_far(const Caller& caller, const Opening& opening) {
    return opening.row.found.empty() ? Content{due_words(caller, opening)}
                                     : outcome(caller, opening);
}

Html openings_table(const Caller& caller, const std::vector<Opening>& openings,
                    const LastCell& last) {
    if (openings.empty()) {
        return {};
    }
    const auto& say = caller.say;
    ours::CardTable table;
    table.caption = say.say("Records opened in an emergency");
    table.caption_classes = "govuk-visually-hidden";
    for (const auto head :
         {mark("When"), mark("Who"), mark("Whose record"), mark("Why"), mark("Review")}) {
        table.columns.push_back({say.say(head), {}, ours::Column::text});
    }
    for (const auto& opening : openings) {
        ours::CardRow row;
        row.cells = {child_record::near_moment(say, opened_at(opening), caller.today()),
                     opening.row.team.empty()
                         ? Content{opening.row.worker_name}
                         : two_lines(say, opening.row.worker_name, opening.row.team),
                     record_cell(caller, opening),
                     two_lines(say, why(caller, opening), opening.words), last(caller, opening)};
        table.rows.push_back(std::move(row));
    }
    return ours::render(table);
}

std::string opening_in_words(const Caller& caller, const Opening& opening) {
    return caller.say.say(
        "{name} opened this record at {moment}: {whose}. {why}: “{words}”",
        {{"name", opening.row.worker_name},
         {"moment", child_record::near_moment(caller.say, opened_at(opening), caller.today())},
         {"whose", whose(caller, opening)},
         {"why", why(caller, opening)},
         {"words", opening.words}});
}

} // namespace gweld::web::pages
