#include "web/pages/child/wording.h"

#include "casework/standing.h"

#include <charconv>
#include <cstdlib>
#include <map>

namespace gweld::web::pages::child_record {

namespace {

using words::mark;

constexpr int half_a_year = 182;

bool is_far(CivilDate day, CivilDate today) {
    return std::abs(time::days_between(day, today)) > half_a_year;
}

} // namespace

std::string near_day(const Words& say, CivilDate day, CivilDate today) {
    return is_far(day, today) ? say.short_date_year(day) : say.short_date(day);
}

std::string near_moment(const Words& say, time::Instant moment, CivilDate today) {
    return is_far(time::date_in_wales(moment), today) ? say.moment_year(moment)
                                                      : say.moment(moment);
}

std::string plain_date(const Words& say, CivilDate day) {
    const auto long_date = say.long_date(day);
    const auto digits = long_date.find_first_of("0123456789");
    return digits == std::string::npos ? long_date : long_date.substr(digits);
}

std::string time_of_day(const std::string& arrived) {
    constexpr std::size_t shape = 5; // HH:MM
    if (arrived.size() != shape || arrived[2] != ':') {
        return arrived;
    }
    int hour = 0;
    const auto [end, problem] = std::from_chars(arrived.data(), arrived.data() + 2, hour);
    if (problem != std::errc{} || end != arrived.data() + 2 || hour > 23) {
        return arrived;
    }
    const auto minutes = arrived.substr(3);
    return std::to_string(hour % 12 == 0 ? 12 : hour % 12) +
           (minutes == "00" ? "" : ":" + minutes) + (hour < 12 ? "am" : "pm");
}

CivilDate day_numbered(std::int64_t day) {
    return CivilDate::from_day_number(static_cast<std::int32_t>(day));
}

std::string_view for_sex(const record::PersonRow& person, const BySex& sentences) {
    if (person.sex == "female") {
        return sentences.female;
    }
    return person.sex == "male" ? sentences.male : sentences.not_known;
}

std::string age(const Words& say, const record::PersonRow& person, CivilDate today) {
    constexpr int months_until_years = 24;
    const auto months = casework::age_in_months_on(person, today);
    if (!months) {
        return {};
    }
    if (*months < months_until_years) {
        return say.say_n("1 month old", "{n} months old", *months);
    }
    return say.say_n("1 year old", "{n} years old", *months / 12);
}

std::string born(const Words& say, const record::PersonRow& person) {
    if (person.born) {
        return say.say("born {date}", {{"date", plain_date(say, day_numbered(*person.born))}});
    }
    if (person.expected) {
        return say.say("expected {date}",
                       {{"date", plain_date(say, day_numbered(*person.expected))}});
    }
    return {};
}

std::string speaks(const Words& say, const std::string& language) {
    static const std::map<std::string, std::string_view, std::less<>> sentences = {
        {"cy", mark("Prefers to speak Welsh")},
        {"en", mark("Prefers to speak English")},
        {"pl", mark("Prefers to speak Polish")},
        {"pt", mark("Prefers to speak Portuguese")},
        {"bn", mark("Prefers to speak Bengali")},
        {"ar", mark("Prefers to speak Arabic")},
        {"ur", mark("Prefers to speak Urdu")},
        {"uk", mark("Prefers to speak Ukrainian")},
        {"ro", mark("Prefers to speak Romanian")},
        {"bfi", mark("Prefers to use British Sign Language")},
    };
    if (language.empty()) {
        return {};
    }
    const auto found = sentences.find(language);
    if (found != sentences.end()) {
        return say.say(found->second);
    }
    return say.say("Prefers to speak another language (code {code})", {{"code", language}});
}

std::string said_seen(const Words& say, record::Answer answer) {
    switch (answer) {
    case record::Answer::yes:
        return say.say("Seen");
    case record::Answer::no:
        return say.say("Not seen");
    case record::Answer::not_recorded:
        break;
    }
    return say.say("Not recorded");
}

std::string said_alone(const Words& say, record::Answer answer) {
    switch (answer) {
    case record::Answer::yes:
        return say.say("Alone");
    case record::Answer::no:
        return say.say("Not alone");
    case record::Answer::not_recorded:
        break;
    }
    return say.say("Not recorded");
}

std::string said(const Words& say, record::Category category) {
    switch (category) {
    case record::Category::neglect:
        return say.say("neglect");
    case record::Category::physical_abuse:
        return say.say("physical abuse");
    case record::Category::sexual_abuse:
        return say.say("sexual abuse");
    case record::Category::emotional_or_psychological_abuse:
        return say.say("emotional or psychological abuse");
    case record::Category::financial_abuse:
        break;
    }
    return say.say("financial abuse");
}

std::string said(const Words& say, record::Place place) {
    switch (place) {
    case record::Place::home:
        return say.say("Home");
    case record::Place::school:
        return say.say("School");
    case record::Place::office:
        return say.say("Office");
    case record::Place::other:
        return say.say("Somewhere else");
    case record::Place::not_recorded:
        break;
    }
    return say.say("Not recorded");
}

std::string said(const Words& say, record::Announced announced) {
    switch (announced) {
    case record::Announced::announced:
        return say.say("Announced");
    case record::Announced::unannounced:
        return say.say("Unannounced");
    case record::Announced::not_recorded:
        break;
    }
    return say.say("Not recorded");
}

std::string said(const Words& say, record::AttemptFailed because) {
    switch (because) {
    case record::AttemptFailed::nobody_home:
        return say.say("Nobody was at home.");
    case record::AttemptFailed::refused_entry:
        return say.say("The worker was not let in.");
    case record::AttemptFailed::child_not_there:
        return say.say("The child was not there.");
    case record::AttemptFailed::unsafe_to_go_in:
        return say.say("It was not safe to go in.");
    case record::AttemptFailed::other:
        break;
    }
    return say.say("It failed for another reason.");
}

std::string said(const Words& say, record::GroundForRemoval ground) {
    switch (ground) {
    case record::GroundForRemoval::decided_at_review_conference:
        return say.say("A review conference decided it.");
    case record::GroundForRemoval::moved_to_another_authority:
        return say.say("The child moved to another authority.");
    case record::GroundForRemoval::reached_eighteen:
        return say.say("The young person turned 18.");
    case record::GroundForRemoval::died:
        return say.say("The child died.");
    case record::GroundForRemoval::not_given_by_source:
        break;
    }
    return say.say("Where this was imported from does not say why.");
}

std::string visit_at(const Words& say, record::Place place) {
    switch (place) {
    case record::Place::home:
        return say.say("Home visit");
    case record::Place::school:
        return say.say("Visit at school");
    case record::Place::office:
        return say.say("Visit at an office");
    case record::Place::other:
        return say.say("Visit somewhere else");
    case record::Place::not_recorded:
        break;
    }
    return say.say("Visit, place not recorded");
}

std::string seen_as(const Words& say, const record::PersonRow& person,
                    const record::ChildAtVisit& part) {
    if (part.seen == record::Answer::not_recorded) {
        return say.say("not recorded whether seen");
    }
    if (part.seen == record::Answer::no) {
        return say.say("not seen");
    }
    switch (part.alone) {
    case record::Answer::yes:
        return say.say(for_sex(
            person, {mark("seen on her own"), mark("seen on his own"), mark("seen alone")}));
    case record::Answer::no:
        return say.say("seen with others there");
    case record::Answer::not_recorded:
        break;
    }
    return say.say("seen, not recorded whether alone");
}

std::string all_of(const Words& say, const std::vector<record::Category>& categories) {
    std::string list;
    for (const auto category : categories) {
        list.append(list.empty() ? "" : ", ").append(said(say, category));
    }
    return list.empty() ? say.say("category not recorded") : list;
}

std::string role_in_words(const Words& say, std::string_view role) {
    static const std::map<std::string_view, std::string_view> roles = {
        {"social_worker", mark("social worker")},         {"team_manager", mark("team manager")},
        {"head_of_service", mark("head of service")},     {"duty_worker", mark("duty worker")},
        {"reviewing_officer", mark("reviewing officer")}, {"administrator", mark("administrator")},
        {"guardian", mark("Caldicott guardian")},
    };
    const auto found = roles.find(role);
    return found == roles.end() ? std::string{role} : say.say(found->second);
}

std::string writer(const Words& say, const record::Recorder& recorder) {
    if (recorder.worker.is_nil()) {
        return recorder.role == "system" ? recorder.name
                                         : say.say("brought in from another system");
    }
    std::string text = recorder.name;
    for (const auto& part : {role_in_words(say, recorder.role), recorder.team}) {
        text.append(part.empty() || text.empty() ? "" : ", ").append(part);
    }
    return text;
}

std::string when_recorded(const Words& say, const record::Entry& entry, CivilDate today) {
    if (!entry.provenance) {
        return say.say("Recorded at {moment}.",
                       {{"moment", near_moment(say, entry.recorded_at, today)}});
    }
    const auto& from = *entry.provenance;
    if (!from.recorded_at) {
        return say.say("Imported from {file}, which does not say when it was recorded.",
                       {{"file", from.file}});
    }
    return say.say("Imported from {file}; recorded there at {moment}.",
                   {{"file", from.file}, {"moment", near_moment(say, *from.recorded_at, today)}});
}

std::string lang_other_than(const Words& say, const std::string& language) {
    return language == words::tag_of(say.language()) ? std::string{} : language;
}

} // namespace gweld::web::pages::child_record
