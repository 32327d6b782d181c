#include "web/pages/visit/form.h"

#include "web/pages/forms/typed.h"
#include "words/words.h"

#include <algorithm>
#include <map>

namespace gweld::web::pages {

namespace {

using record::Answer;
using words::mark;

class Faults {
  public:
    void add(std::string field, std::string_view sentence, std::string name = {}) {
        list_.push_back({std::move(field), sentence, std::move(name)});
    }
    bool none() const { return list_.empty(); }
    std::vector<FieldFault> take() { return std::move(list_); }

  private:
    std::vector<FieldFault> list_;
};

std::optional<time::CivilDate> date_of(const VisitForm& form, time::CivilDate today,
                                       Faults& faults) {
    if (form.when == "today") {
        return today;
    }
    if (form.when == "yesterday") {
        return today.plus_days(-1);
    }
    if (form.when != "other") {
        faults.add("when", mark("Say when the visit was"));
        return std::nullopt;
    }
    const auto date = day_typed(form.day, form.month, form.year);
    if (!date) {
        faults.add("date-day",
                   mark("Enter the date of the visit as a day, a month and a year. There "
                        "has to be such a day."));
    } else if (*date > today) {
        faults.add("date-day", mark("The date of the visit must be today or in the past"));
    }
    return date;
}

std::string arrived_at(const VisitForm& form, Faults& faults) {
    const auto typed = trimmed(form.arrived);
    if (typed.empty()) {
        return {};
    }
    const auto read = time_typed(typed);
    if (!read) {
        faults.add("arrived", mark("Enter the time you got there, for example 15:10"));
    }
    return read.value_or("");
}

template <class Enum>
std::optional<Enum> chosen(const std::map<std::string_view, Enum>& choices,
                           const std::string& value) {
    const auto found = choices.find(value);
    return found == choices.end() ? std::nullopt : std::optional{found->second};
}

const std::map<std::string_view, record::Place> places{{"home", record::Place::home},
                                                       {"school", record::Place::school},
                                                       {"office", record::Place::office},
                                                       {"other", record::Place::other}};
const std::map<std::string_view, record::Announced> announcements{
    {"announced", record::Announced::announced}, {"unannounced", record::Announced::unannounced}};
const std::map<std::string_view, record::AttemptFailed> failures{
    {"nobody_home", record::AttemptFailed::nobody_home},
    {"refused_entry", record::AttemptFailed::refused_entry},
    {"child_not_there", record::AttemptFailed::child_not_there},
    {"unsafe_to_go_in", record::AttemptFailed::unsafe_to_go_in},
    {"other", record::AttemptFailed::other}};
const std::map<std::string_view, Answer> answers{{"yes", Answer::yes}, {"no", Answer::no}};

record::Place place_of(const VisitForm& form, Faults& faults) {
    const auto place = chosen(places, form.place);
    if (!place) {
        faults.add("place", mark("Say where you saw them"));
    }
    return place.value_or(record::Place::not_recorded);
}

record::Announced announced_of(const VisitForm& form, Faults& faults) {
    const auto announced = chosen(announcements, form.announced);
    if (!announced && form.saving == Saving::whole) {
        faults.add("announced", mark("Say whether the family knew you were coming"));
    }
    return announced.value_or(record::Announced::not_recorded);
}

void note_words(const ChildAnswers& typed, record::ChildAtVisit& part, Faults& faults) {
    part.words = trimmed(typed.words);
    if (part.words.empty()) {
        return;
    }
    part.words_language = typed.language;
    if (part.words_language.empty()) {
        faults.add(field_of("language", typed.child), mark("Say which language {name} spoke"),
                   typed.name);
    }
}

// None: this child was not part of the visit.
std::optional<record::ChildAtVisit> part_of(const VisitForm& form, const ChildAnswers& typed,
                                            Faults& faults) {
    if (typed.seen == "not_part") {
        return std::nullopt;
    }
    record::ChildAtVisit part;
    part.child = typed.child;
    const auto seen = chosen(answers, typed.seen);
    if (!seen) {
        faults.add(field_of("seen", typed.child), mark("Say whether you saw {name}"), typed.name);
        return part;
    }
    part.seen = *seen;
    part.bedroom = chosen(answers, typed.bedroom).value_or(Answer::not_recorded);
    if (part.seen == Answer::no) {
        part.alone = Answer::no;
        note_words(typed, part, faults);
        return part;
    }
    const auto alone = chosen(answers, typed.alone);
    if (!alone) {
        faults.add(field_of("alone", typed.child), mark("Say whether you saw {name} alone"),
                   typed.name);
    }
    part.alone = alone.value_or(Answer::not_recorded);
    if (form.place == "home" && form.saving == Saving::whole &&
        part.bedroom == Answer::not_recorded) {
        faults.add(field_of("bedroom", typed.child),
                   mark("Say whether you saw the bedroom of {name}"), typed.name);
    }
    note_words(typed, part, faults);
    return part;
}

bool anything_seen(const record::VisitMade& visit) {
    return std::ranges::any_of(visit.children, [](const auto& part) {
        return part.seen == Answer::yes || part.bedroom == Answer::yes;
    });
}

record::VisitMade made(const VisitForm& form, time::CivilDate today, Faults& faults) {
    record::VisitMade visit;
    visit.on = date_of(form, today, faults).value_or(today);
    visit.arrived = arrived_at(form, faults);
    visit.place = place_of(form, faults);
    visit.announced = announced_of(form, faults);
    for (const auto& child : form.children) {
        if (auto part = part_of(form, child, faults)) {
            visit.children.push_back(std::move(*part));
        }
    }
    visit.account = trimmed(form.account);
    visit.write_up =
        form.saving == Saving::stub ? record::WriteUp::to_follow : record::WriteUp::complete;
    if (form.saving == Saving::whole && visit.account.empty()) {
        faults.add("account", mark("Write what you saw and heard, or save now and write up later"));
    }
    if (faults.none() && !anything_seen(visit)) {
        faults.add("outcome", mark("You saw no child and no bedroom: choose that nobody was seen"));
    }
    return visit;
}

record::VisitAttempted attempted(const VisitForm& form, time::CivilDate today, Faults& faults) {
    record::VisitAttempted attempt;
    attempt.on = date_of(form, today, faults).value_or(today);
    attempt.arrived = arrived_at(form, faults);
    attempt.place = place_of(form, faults);
    attempt.announced =
        chosen(announcements, form.announced).value_or(record::Announced::not_recorded);
    const auto because = chosen(failures, form.because);
    if (!because) {
        faults.add("because", mark("Say why nobody was seen"));
    }
    attempt.because = because.value_or(record::AttemptFailed::other);
    for (const auto& child : form.children) {
        if (child.seen != "not_part") {
            attempt.children.push_back(child.child);
        }
    }
    if (attempt.children.empty()) {
        faults.add("outcome", mark("Say which children the visit was for"));
    }
    attempt.account = trimmed(form.account);
    if (because == record::AttemptFailed::other && attempt.account.empty()) {
        faults.add("account", mark("Write why nobody was seen"));
    }
    return attempt;
}

std::string text_of(const Fields& posted, std::string_view name) {
    return std::string{posted.text(name)};
}

std::string name_in(const auto& choices, auto value) {
    for (const auto& [name, choice] : choices) {
        if (choice == value) {
            return std::string{name};
        }
    }
    return {};
}

void fill_date(VisitForm& form, time::CivilDate on) {
    const auto ymd = on.ymd();
    form.when = "other";
    form.day = std::to_string(static_cast<unsigned>(ymd.day()));
    form.month = std::to_string(static_cast<unsigned>(ymd.month()));
    form.year = std::to_string(static_cast<int>(ymd.year()));
}

// "Today" and "yesterday" as they were meant on that day, by their date.
void name_the_day(VisitForm& form, time::CivilDate meant_on) {
    if (form.when == "today") {
        fill_date(form, meant_on);
    } else if (form.when == "yesterday") {
        fill_date(form, meant_on.plus_days(-1));
    }
}

} // namespace

std::string field_of(std::string_view what, base::PersonId child) {
    return std::string{what} + "-" + base::to_text(child.uuid);
}

base::Result<ParsedVisit, std::vector<FieldFault>> parse(const VisitForm& form,
                                                         time::CivilDate today) {
    Faults faults;
    std::optional<ParsedVisit> visit;
    if (form.outcome == "attempted" && form.saving == Saving::whole) {
        visit = attempted(form, today, faults);
    } else {
        if (form.outcome != "made" && form.saving == Saving::whole) {
            faults.add("outcome", mark("Say whether you saw at least one child"));
        }
        visit = made(form, today, faults); // what else is missing is said at once
    }
    if (form.purpose == Purpose::correcting && trimmed(form.reason).empty()) {
        faults.add("reason", mark("Say why you are correcting this"));
    }
    if (!faults.none()) {
        return base::Err{faults.take()};
    }
    return base::Ok{std::move(*visit)};
}

void fill(VisitForm& form, const Fields& posted) {
    form.saving = posted.text("save") == "stub" ? Saving::stub : Saving::whole;
    form.outcome = text_of(posted, "outcome");
    form.when = text_of(posted, "when");
    form.day = trimmed(posted.text("date-day"));
    form.month = trimmed(posted.text("date-month"));
    form.year = trimmed(posted.text("date-year"));
    form.arrived = text_of(posted, "arrived");
    form.place = text_of(posted, "place");
    form.announced = text_of(posted, "announced");
    form.because = text_of(posted, "because");
    form.account = text_of(posted, "account");
    form.reason = text_of(posted, "reason");
    form.key = text_of(posted, "key");
    for (auto& child : form.children) {
        child.seen = text_of(posted, field_of("seen", child.child));
        child.alone = text_of(posted, field_of("alone", child.child));
        child.bedroom = text_of(posted, field_of("bedroom", child.child));
        child.words = text_of(posted, field_of("words", child.child));
        child.language = text_of(posted, field_of("language", child.child));
        const auto version = whole_number(posted.text(field_of("version", child.child)));
        form.versions.push_back({child.child.uuid, version.value_or(0)});
    }
}

void fill_as_shown(VisitForm& form, const Fields& posted, time::CivilDate today) {
    fill(form, posted);
    const auto shown = time::parse_iso(posted.text("today"));
    if (shown && *shown < today) {
        name_the_day(form, *shown);
    }
}

void fill(VisitForm& form, const record::VisitMade& visit) {
    form.outcome = "made";
    fill_date(form, visit.on);
    form.arrived = visit.arrived;
    form.place = name_in(places, visit.place);
    form.announced = name_in(announcements, visit.announced);
    form.account = visit.account;
    for (auto& child : form.children) {
        const auto part =
            std::ranges::find(visit.children, child.child, &record::ChildAtVisit::child);
        if (part == visit.children.end()) {
            child.seen = "not_part";
            continue;
        }
        child.seen = name_in(answers, part->seen);
        child.alone = name_in(answers, part->alone);
        child.bedroom = name_in(answers, part->bedroom);
        child.words = part->words;
        child.language = part->words_language;
    }
}

void fill(VisitForm& form, const record::VisitAttempted& attempt) {
    form.outcome = "attempted";
    fill_date(form, attempt.on);
    form.arrived = attempt.arrived;
    form.place = name_in(places, attempt.place);
    form.announced = name_in(announcements, attempt.announced);
    form.because = name_in(failures, attempt.because);
    form.account = attempt.account;
    for (auto& child : form.children) {
        const bool part =
            std::ranges::find(attempt.children, child.child) != attempt.children.end();
        child.seen = part ? "no" : "not_part";
    }
}

} // namespace gweld::web::pages
