#include "web/pages/figures/behind.h"

#include "web/pages/figures/figure_words.h"
#include "web/pages/standing_words.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using casework::ChildBehind;
using casework::Reason;

std::string happened(const Caller& caller, const protection::Duty& duty) {
    const auto& say = caller.say;
    if (!duty.met_on) {
        return say.say("Not met");
    }
    const auto date = near_date(caller, *duty.met_on);
    return duty.state == protection::DutyState::late
               ? say.say("Late, on {date}", {{"date", date}})
               : say.say("On time, on {date}", {{"date", date}});
}

std::string overdue_by(const Caller& caller, const ChildBehind& behind) {
    const auto* card = caller.office().book.card(behind.duty.rule);
    const auto* calendar = caller.office().book.calendar("england-and-wales");
    if (card != nullptr && !card->calendar.empty()) {
        calendar = caller.office().book.calendar(card->calendar);
    }
    const auto days = calendar == nullptr
                          ? std::nullopt
                          : calendar->working_days_between(*behind.duty.due_by, caller.today());
    return days.value_or(0) > 0 ? caller.say.say_n("1 working day overdue",
                                                   "{n} working days overdue", days.value_or(0))
                                : caller.say.say("Overdue");
}

ours::CardRow row_of(const Caller& caller, const ChildBehind& behind, Behind which) {
    const auto& say = caller.say;
    return {{name_and_age(caller, *behind.facts),
             behind.team.empty() ? say.say("No team") : behind.team,
             behind.worker.empty() ? say.say("Nobody allocated") : behind.worker,
             near_date(caller, *behind.duty.due_by),
             which == Behind::now ? overdue_by(caller, behind) : happened(caller, behind.duty)},
            which == Behind::now ? ours::Tone::overdue : ours::Tone::waiting,
            {}};
}

std::string_view words_of(Reason reason, std::string_view rule) {
    switch (reason) {
    case Reason::seen_not_alone:
        return rule == "cp.visit.bedroom-seen"
                   ? words::mark("Visited, but the bedroom was not seen")
                   : words::mark("Seen, but not alone");
    case Reason::not_at_home:
        return words::mark("Seen, but not at home");
    case Reason::family_out_or_refused:
        return words::mark("The family was out, or refused");
    case Reason::seen_late:
        return words::mark("Seen late");
    case Reason::no_visit:
        break;
    }
    return words::mark("No visit recorded");
}

// A meeting is late or not held; why, visits do not tell.
std::vector<ours::Reason> meeting_reasons(const Words& say,
                                          const std::vector<ChildBehind>& not_on_time) {
    const auto late = static_cast<long>(std::ranges::count_if(not_on_time, [](const auto& behind) {
        return behind.duty.state == protection::DutyState::late;
    }));
    std::vector<ours::Reason> reasons{
        {say.say("Held late"), late},
        {say.say("No meeting recorded"), static_cast<long>(not_on_time.size()) - late}};
    std::erase_if(reasons, [](const auto& reason) { return reason.count == 0; });
    return reasons;
}

} // namespace

ChildrenBehind children_of(const Caller& caller, const std::vector<ChildBehind>& list,
                           const std::string& caption, Behind behind) {
    const auto& say = caller.say;
    ChildrenBehind shown;
    ours::CardTable table;
    table.caption = caption;
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Child"), {}},
                     {say.say("Team"), {}},
                     {say.say("Worker"), {}},
                     {say.say("Due by"), {}},
                     {behind == Behind::now ? say.say("How long") : say.say("What happened"), {}}};
    for (const auto& child : list) {
        if (child.facts != nullptr) {
            table.rows.push_back(row_of(caller, child, behind));
        }
    }
    const auto hidden = static_cast<long>(list.size() - table.rows.size());
    if (hidden > 0) {
        shown.more =
            say.say_n("1 more is about a child whose record you may not open.",
                      "{n} more are about children whose records you may not open.", hidden);
    }
    if (!table.rows.empty()) {
        shown.table = ours::render(table);
    }
    return shown;
}

Html teams_of(const Words& say, const std::vector<measure::GroupedTally>& teams,
              const std::string& caption) {
    ours::CardTable table;
    table.caption = caption;
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Team"), {}},
                     {say.say("On time"), {}, ours::Column::number},
                     {say.say("Times due"), {}, ours::Column::number},
                     {say.say("Percent"), {}, ours::Column::number}};
    for (const auto& team : teams) {
        if (team.tally.due > 0) {
            table.rows.push_back({{team.group.empty() ? say.say("Nobody allocated") : team.group,
                                   std::to_string(team.tally.on_time_in_any_way()),
                                   std::to_string(team.tally.due), percent_of(team.tally)},
                                  ours::Tone::waiting,
                                  {}});
        }
    }
    return table.rows.empty() ? Html{} : ours::render(table);
}

Html reasons_of(const Words& say, const casework::OpenedIndicator& opened) {
    std::vector<ours::Reason> reasons;
    const std::string_view rule = opened.indicator.card->id;
    if (is_meeting(rule)) {
        reasons = meeting_reasons(say, opened.not_on_time);
    } else {
        for (const auto& reason : opened.reasons) {
            reasons.push_back({say.say(words_of(reason.reason, rule)), reason.count});
        }
    }
    return reasons.empty() ? Html{} : ours::reason_bars(reasons);
}

} // namespace gweld::web::pages
