#include "web/pages/child/working.h"

#include "law/clock.h"
#include "web/pages/child/wording.h"

namespace gweld::web::pages::child_record {

namespace {

std::string reason_skipped(const Words& say, const law::Calendar& calendar, CivilDate day) {
    if (const auto* holiday = calendar.holiday_on(day)) {
        const bool welsh = say.language() == words::Language::welsh;
        return say.say("bank holiday, {name}",
                       {{"name", welsh ? holiday->name_cy : holiday->name_en}});
    }
    return say.say("weekend");
}

} // namespace

Working working_of(const Words& say, CivilDate today, const law::Interval& interval,
                   CivilDate anchor, const law::Calendar* calendar,
                   const std::optional<CivilDate>& due_by) {
    Working said;
    const auto answer = law::due_after(interval, anchor, calendar);
    const auto* due = std::get_if<law::Due>(&answer);
    if (due == nullptr || !due->working || calendar == nullptr || due->by != due_by ||
        due->working->counted.empty()) {
        return said;
    }
    const auto& working = *due->working;
    said.counted = say.say_n("1 working day was counted: {first}.",
                             "{n} working days were counted, {first} to {last}.",
                             static_cast<long>(working.counted.size()),
                             {{"first", near_day(say, working.counted.front(), today)},
                              {"last", near_day(say, working.counted.back(), today)}});
    for (const auto day : working.skipped) {
        said.skipped.push_back({near_day(say, day, today), reason_skipped(say, *calendar, day)});
    }
    return said;
}

} // namespace gweld::web::pages::child_record
