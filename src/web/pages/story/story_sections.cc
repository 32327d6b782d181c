#include "web/pages/story/story_sections.h"

#include "record/codec.h"
#include "web/pages/child/duty_words.h"
#include "web/pages/child/pieces.h"
#include "web/pages/child/telling.h"
#include "web/pages/story/known_date.h"

#include <algorithm>

namespace gweld::web::pages::story {

namespace {

using child_record::Happening;
using words::mark;

constexpr std::size_t events_told = 5;

std::optional<std::string> conference_reasons(const Reading& reading) {
    const auto& events = reading.chronology->events;
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        const auto& entry = event->happening->believed();
        if (!record::is_a<record::ConferenceHeld>(entry)) {
            continue;
        }
        const auto held = record::body_of<record::ConferenceHeld>(entry);
        const auto part = std::ranges::find(held.children, reading.shown.facts().child,
                                            &record::ChildAtConference::child);
        if (part != held.children.end() && !part->why.empty()) {
            return reading.say().say("The conference of {date}: {reason}",
                                     {{"date", reading.near(held.on)}, {"reason", part->why}});
        }
    }
    return std::nullopt;
}

void add_worry(const Reading& reading, Section& section) {
    const auto& say = reading.say();
    if (!reading.worry) {
        return;
    }
    if (!reading.worry->received) {
        section.sentences.push_back(say.say("A contact came in on {date}. It is not open to you.",
                                            {{"date", reading.near(reading.worry->on)}}));
        return;
    }
    section.sentences.push_back(
        say.say("The last contact about {name}, of {date}, in the caller’s "
                "words:",
                {{"name", reading.shown.called()}, {"date", reading.near(reading.worry->on)}}));
    section.quoted = reading.worry->received->worry;
    section.quoted_language =
        child_record::lang_other_than(say, reading.worry->received->worry_language);
}

// Those somebody marked come first, then the newest; told in the order they happened.
std::vector<const ChronologyEvent*> most_significant(const Chronology& chronology) {
    std::vector<const ChronologyEvent*> events;
    for (const auto& event : chronology.events) {
        if (event.weight == record::Weight::significant) {
            events.push_back(&event);
        }
    }
    std::ranges::stable_sort(events, std::greater{}, [](const auto* event) {
        const bool by_hand = event->weighed.has_value() || event->area == Area::added;
        return std::pair{by_hand, event->on.on};
    });
    events.resize(std::min(events.size(), events_told));
    std::ranges::stable_sort(events, {}, [](const auto* event) { return event->on.on; });
    return events;
}

bool any_parent(const FamilyOn& family) {
    return std::ranges::any_of(family.relations, [](const auto& relation) {
        return relation.of == 0 && (relation.kinship == record::Kinship::parent ||
                                    relation.kinship == record::Kinship::adoptive_parent);
    });
}

} // namespace
Section who(const Reading& reading) {
    const auto& say = reading.say();
    const auto& person = reading.shown.person();
    Section section{"who", say.say("Who this is"), {}, {}, {}, {}, {}};
    std::string line = casework::full_name(person);
    for (const auto& part :
         {child_record::age(say, person, reading.shown.today), child_record::born(say, person)}) {
        line += part.empty() ? "" : ", " + part;
    }
    section.sentences.push_back(line + ".");
    if (const auto speaks = child_record::speaks(say, person.language); !speaks.empty()) {
        section.sentences.push_back(speaks + ".");
    }
    return section;
}

Section why(const Reading& reading) {
    const auto& say = reading.say();
    const auto& shown = reading.shown;
    Section section{"why", say.say("Why we are involved"), {}, {}, {}, {}, {}};
    if (const auto* stay = shown.standing().registration) {
        section.sentences.push_back(
            say.say("On the child protection register since {date}:",
                    {{"date", child_record::plain_date(say, stay->start)}}) +
            " " + child_record::all_of(say, stay->categories) + ".");
    } else {
        section.sentences.push_back(
            shown.facts().history.registrations.empty()
                ? say.say("{name} has never been on the register here.", {{"name", shown.called()}})
                : say.say("{name} is not on the register now.", {{"name", shown.called()}}));
    }
    if (auto reasons = conference_reasons(reading)) {
        section.sentences.push_back(std::move(*reasons));
    }
    add_worry(reading, section);
    return section;
}

Section says(const Reading& reading) {
    const auto& say = reading.say();
    Section section{"says",
                    say.say("What {name} says", {{"name", reading.shown.called()}}),
                    child_record::voice(reading.shown, reading.chronology->happenings),
                    {},
                    {},
                    {},
                    {}};
    return section;
}

Section people(const Reading& reading) {
    const auto& say = reading.say();
    Section section{
        "people",
        say.say("Who lives with {name}, and who matters", {{"name", reading.shown.called()}}),
        {},
        household_in_words(say, reading.family),
        {},
        {},
        {}};
    for (const auto& relation : reading.family.relations) {
        if (relation.of == 0 && !relation.ended) {
            auto line = relation_in_words(say, reading.family, relation);
            const auto& note = reading.family.members[relation.person].note;
            section.list.push_back(note.empty() ? line : line + " " + note);
        }
    }
    return section;
}

Section workers(const Reading& reading) {
    const auto& say = reading.say();
    const auto& shown = reading.shown;
    Section section{
        "workers", say.say("Who works with {name}", {{"name", shown.called()}}), {}, {}, {}, {},
        {}};
    for (const auto& helper : child_record::helpers(shown)) {
        section.list.push_back(helper.name + (helper.team.empty() ? "" : ", " + helper.team) +
                               ". " + helper.what + ".");
    }
    const auto counted = casework::workers_counted(shown.facts(), shown.today);
    section.sentences.push_back(say.say_n("1 allocated worker in the last 12 months.",
                                          "{n} allocated workers in the last 12 months.",
                                          static_cast<long>(counted.in_twelve_months)));
    section.sentences.push_back(
        say.say_n("1 in all.", "{n} in all.", static_cast<long>(counted.in_all)));
    return section;
}

Section due(const Reading& reading) {
    Section section{"due", reading.say().say("What is due and overdue"), {}, {}, {}, {}, {}};
    section.sentences = child_record::answer_of(reading.shown);
    return section;
}

Section events(const Reading& reading) {
    const auto& say = reading.say();
    Section section{"events", say.say("The most significant events"), {}, {}, {}, {}, {}};
    const auto chosen = most_significant(*reading.chronology);
    std::vector<Happening> happenings;
    std::ranges::transform(chosen, std::back_inserter(happenings),
                           [](const auto* event) { return *event->happening; });
    const child_record::Teller teller{reading.shown, happenings};
    for (const auto* event : chosen) {
        const auto& entry = event->happening->believed();
        const auto told = teller.tell(entry);
        const bool noted = record::is_a<record::EventNoted>(entry);
        section.list.push_back(
            say.say("{date}: {title}", {{"date", said(say, event->on)},
                                        {"title", noted ? told.account : told.title}}));
    }
    if (chosen.empty()) {
        section.sentences.push_back(say.say("No event is marked significant yet."));
    }
    return section;
}

// NOT MODELLED: a warning kept for whoever visits, because no kind of entry and nobody's task
// stands for it yet; what visits themselves say is shown.
Section before_visiting(const Reading& reading) {
    const auto& say = reading.say();
    Section section{"visiting", say.say("Before you visit"), {}, {}, {}, {}, {}};
    const auto year_ago = reading.shown.today.plus_months_clipped(-12);
    for (const auto& event : reading.chronology->events) {
        const auto& entry = event.happening->believed();
        if (event.on.on < year_ago || !record::is_a<record::VisitAttempted>(entry)) {
            continue;
        }
        const auto attempt = record::body_of<record::VisitAttempted>(entry);
        if (attempt.because == record::AttemptFailed::unsafe_to_go_in ||
            attempt.because == record::AttemptFailed::refused_entry) {
            section.list.push_back(
                say.say("{date}: {title}",
                        {{"date", reading.near(attempt.on)},
                         {"title", child_record::said(say, attempt.because) +
                                       (attempt.account.empty() ? "" : " " + attempt.account)}}));
        }
    }
    if (section.list.empty()) {
        section.sentences.push_back(
            say.say("No visit of the last 12 months was refused or unsafe."));
    }
    section.sentences.push_back(
        say.say("Gweld keeps no warnings about a home yet: ask the worker or the manager."));
    return section;
}

Section not_known(const Reading& reading) {
    const auto& say = reading.say();
    const auto& shown = reading.shown;
    const auto& person = shown.person();
    Section section{"gaps", say.say("What is not known"), {}, {}, {}, {}, {}};
    const auto gap = [&](std::string_view sentence) {
        section.list.push_back(say.say(sentence, {{"name", shown.called()}}));
    };
    if (!person.born) {
        gap(mark("The date of birth of {name} is not recorded."));
    }
    if (person.language.empty()) {
        gap(mark("It is not recorded which language {name} prefers to speak."));
    }
    if (child_record::newest_words(shown.facts(), reading.chronology->happenings).entry ==
        nullptr) {
        gap(mark("No words of {name}’s own are recorded yet."));
    }
    if (!reading.family.home_known) {
        gap(mark("It is not recorded where {name} lives."));
    }
    for (const auto& member : reading.family.members) {
        if (member.who != casework::Who::this_child &&
            member.lives == casework::Lives::not_recorded) {
            section.list.push_back(
                say.say("It is not recorded where {name} lives.", {{"name", member.name}}));
        }
    }
    if (!any_parent(reading.family)) {
        gap(mark("No parent of {name} is recorded."));
    }
    if (std::ranges::none_of(reading.family.members, [](const auto& member) {
            return member.who == casework::Who::relative &&
                   member.lives == casework::Lives::with_child;
        })) {
        gap(mark("No grown-up is recorded as living with {name}."));
    }
    if (shown.standing().allocated == nullptr) {
        gap(mark("Nobody is allocated to {name}."));
    }
    if (!reading.worry && !conference_reasons(reading)) {
        gap(mark("Neither a contact about {name} nor the reasons of a conference are recorded."));
    }
    if (section.list.empty()) {
        section.sentences.push_back(say.say("Nothing this page asks for is missing."));
    }
    return section;
}

} // namespace gweld::web::pages::story
