#include "web/pages/signing/signing_words.h"

#include "web/pages/standing_words.h"

#include <algorithm>
#include <array>

namespace gweld::web::pages {

namespace {

using words::mark;

struct Said {
    std::string_view decision;
    std::string_view words;
};
constexpr std::array all{
    Said{"assessment.finished", mark("Assessment")},
    Said{"strategy-discussion.held", mark("What a strategy discussion decided")},
    Said{"enquiry.concluded", mark("What a section 47 enquiry found")},
    Said{"conference.held", mark("What a conference decided")},
    Said{"plan.agreed", mark("A version of a plan")},
    Said{"contact.no-further-action", mark("A contact closed with no further action")},
};

} // namespace

std::string decision_words(const Words& say, std::string_view decision) {
    const auto* found = std::ranges::find(all, decision, &Said::decision);
    return found == all.end() ? std::string{decision} : say.say(found->words);
}

std::string days_waited(const Words& say, int days) {
    return days == 0 ? say.say("Since today") : say.say_n("1 day", "{n} days", days);
}

ours::Status waiting_status(const Caller& caller, const casework::LedgerLine& line) {
    const auto& say = caller.say;
    const auto day =
        time::CivilDate::from_day_number(static_cast<std::int32_t>(line.row.recorded_day));
    const auto since = say.say("since {date}", {{"date", near_date(caller, day)}});
    if (line.due) {
        const auto due = near_date(caller, *line.due);
        const bool over = *line.due < caller.today();
        return {over ? ours::Tone::overdue : ours::Tone::waiting, days_waited(say, line.days),
                over ? say.say("was due {date}", {{"date", due}})
                     : say.say("by {date}", {{"date", due}})};
    }
    constexpr int long_wait = 28; // a habit of the page, not a rule
    return {line.days > long_wait ? ours::Tone::soon : ours::Tone::waiting,
            days_waited(say, line.days), since};
}

} // namespace gweld::web::pages
