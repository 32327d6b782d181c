#include "web/pages/conferences/load_words.h"

namespace gweld::web::pages {

std::string booked_words(const Words& say, const casework::WeekOfChair& week) {
    const auto n = [](int number) { return std::to_string(number); };
    auto text = say.say("{booked} of {slots} minutes",
                        {{"booked", n(week.booked_minutes)}, {"slots", n(week.slot_minutes)}});
    if (week.length_unknown > 0) {
        text += ", " + say.say_n("the length of 1 meeting is not known",
                                 "the length of {n} meetings is not known", week.length_unknown);
    }
    return text;
}

std::string more_words(const Words& say, const casework::WeekOfChair& week) {
    if (week.meetings == 0) {
        return say.say("no meeting");
    }
    auto text = say.say_n("1 meeting", "{n} meetings", week.meetings) + ", " +
                say.say_n("1 child", "{n} children", week.children);
    if (week.travel_minutes > 0) {
        text +=
            ", " + say.say_n("1 minute of travel", "{n} minutes of travel", week.travel_minutes);
    }
    if (week.travel_unknown > 0) {
        text += ", " + say.say_n("travel not known for 1", "travel not known for {n}",
                                 week.travel_unknown);
    }
    return text;
}

} // namespace gweld::web::pages
