// The family of a child on a day: drawn and in words.
#include "web/pages/story/story.h"

#include "casework/story.h"
#include "web/components/button.h"
#include "web/draw/genogram.h"
#include "web/pages/child/record_page.h"
#include "web/pages/child/wording.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/problems/problems.h"
#include "web/pages/story/court.h"
#include "web/pages/story/family_words.h"
#include "web/pages/story/genogram.html.h"

#include <algorithm>

namespace gweld::web::pages::story {

namespace {

using casework::Who;
using child_record::Shown;
using record::Kinship;

constexpr std::string_view route = "child.genogram";

// ?on=2024-05-01 from a link, or ?on-day=&on-month=&on-year= from the form; else today.
struct DayAsked {
    CivilDate on;
    std::vector<FieldFault> faults;
};
DayAsked day_asked(const Caller& caller) {
    const auto& query = caller.request.query;
    if (const auto iso = time::parse_iso(query.text("on"))) {
        return {*iso, {}};
    }
    Answers answers{query, caller.today()};
    const auto typed = known_date(answers, "on", {});
    return {typed ? typed->latest() : caller.today(), answers.take_faults()};
}

draw::Tie tie_of(Kinship kinship) {
    switch (kinship) {
    case Kinship::parent:
        return draw::Tie::parent;
    case Kinship::adoptive_parent:
        return draw::Tie::adoptive_parent;
    case Kinship::step_parent:
        return draw::Tie::step_parent;
    case Kinship::carer:
        return draw::Tie::carer;
    case Kinship::partner:
    case Kinship::spouse:
        break;
    }
    return draw::Tie::partner;
}

draw::PersonShape shape_of(record::Sex sex) {
    switch (sex) {
    case record::Sex::female:
        return draw::PersonShape::circle;
    case record::Sex::male:
        return draw::PersonShape::square;
    case record::Sex::not_known:
        break;
    }
    return draw::PersonShape::diamond;
}

draw::Genogram drawing_of(const Words& say, const FamilyOn& family) {
    draw::Genogram drawing;
    const auto& child = family.members.front();
    drawing.title =
        say.say("Genogram of {name} on {date}",
                {{"name", child.name}, {"date", child_record::plain_date(say, family.on)}});
    drawing.description = say.say("The same facts stand in words below the drawing.");
    drawing.unrelated = say.say("It is not recorded how these are related:");
    for (const auto& member : family.members) {
        const long born = member.born ? member.born->on.day_number() : 0;
        drawing.people.push_back({shape_of(member.sex),
                                  member.name,
                                  age_inside(member),
                                  member.died ? draw::PersonLife::died : draw::PersonLife::living,
                                  {born, member.lives == casework::Lives::with_child}});
    }
    for (const auto& relation : family.relations) {
        drawing.ties.push_back({{relation.person, relation.of, tie_of(relation.kinship)},
                                relation.ended ? draw::TieState::ended : draw::TieState::goes_on});
    }
    for (std::size_t i = 1; i < family.members.size(); ++i) {
        if (family.members[i].who == Who::brother_or_sister) {
            drawing.ties.push_back({{0, i, draw::Tie::brother_or_sister}});
        }
    }
    return drawing;
}

// ---- in words
// ---------------------------------------------------------------------------------

using Way = GenogramParts::Way;

std::vector<Way> ways_of(const Shown& shown, const casework::Kin& kin, const FamilyMember& member) {
    const auto* relative = kin.relative(member.id);
    std::vector<Way> ways;
    if (relative == nullptr) {
        return ways;
    }
    const auto& say = shown.say();
    const auto person = base::to_text(member.id.uuid);
    if (shown.may(access::Action::record_story) && !member.died) {
        ways.push_back(
            {shown.caller.to("relative.home", {{"id", shown.id()}, {"relative", person}}),
             say.say("Say where they live"), member.name});
    }
    if (shown.may(access::Action::correct_entry)) {
        ways.push_back(
            {shown.caller.to("relative.correct", {{"id", shown.id()}, {"relative", person}}),
             say.say("Correct"), member.name});
        ways.push_back(
            {shown.caller.to("story.take-back",
                             {{"id", shown.id()}, {"entry", base::to_text(relative->entry.uuid)}}),
             say.say("Take back"), member.name});
    }
    return ways;
}

std::vector<Way> ways_of(const Shown& shown, const RelationOn& relation,
                         const std::string& sentence) {
    std::vector<Way> ways;
    const auto& say = shown.say();
    const auto entry = base::to_text(relation.entry.uuid);
    const bool may_end =
        relation.kinship != Kinship::parent && relation.kinship != Kinship::adoptive_parent;
    if (may_end && !relation.ended && shown.may(access::Action::record_story)) {
        ways.push_back({shown.caller.to("relation.end", {{"id", shown.id()}, {"relation", entry}}),
                        say.say("Say it ended"), sentence});
    }
    if (shown.may(access::Action::correct_entry)) {
        ways.push_back(
            {shown.caller.to("relation.correct", {{"id", shown.id()}, {"relation", entry}}),
             say.say("Correct"), sentence});
        ways.push_back({shown.caller.to("story.take-back", {{"id", shown.id()}, {"entry", entry}}),
                        say.say("Take back"), sentence});
    }
    return ways;
}

std::string who_is(const Words& say, const FamilyOn& family, std::size_t member) {
    switch (family.members[member].who) {
    case Who::this_child:
        return say.say("the child this record is about");
    case Who::brother_or_sister:
        return say.say("brother or sister");
    case Who::relative:
        break;
    }
    return to_the_child(say, family, member);
}

std::vector<GenogramParts::Person> people(const Shown& shown, const casework::Kin& kin,
                                          const FamilyOn& family) {
    const auto& say = shown.say();
    std::vector<GenogramParts::Person> list;
    for (std::size_t i = 0; i < family.members.size(); ++i) {
        const auto& member = family.members[i];
        GenogramParts::Person person{member.name,
                                     who_is(say, family, i),
                                     facts_of(say, family, member),
                                     {},
                                     ways_of(shown, kin, member)};
        for (const auto& relation : family.relations) {
            if (relation.person == i) {
                auto sentence = relation_in_words(say, family, relation);
                auto ways = ways_of(shown, relation, sentence);
                person.relations.push_back({std::move(sentence), std::move(ways)});
            }
        }
        list.push_back(std::move(person));
    }
    return list;
}

Html button_to(const Url& to, const std::string& words, std::string_view classes) {
    govuk::Button button;
    button.content = words;
    button.href = to;
    button.classes = joined("app-button-small", classes);
    return govuk::render(button);
}

Html genogram(const Shown& shown, const casework::Kin& kin) {
    const auto& say = shown.say();
    const auto asked = day_asked(shown.caller);
    const auto family =
        casework::family_on(kin, shown.facts(), shown.record.family(), asked.on,
                            casework::open_to(shown.caller.viewer, shown.caller.when()));
    GenogramParts parts;
    parts.name = shown.called();
    parts.household = household_in_words(say, family);
    if (shown.may(access::Action::record_story)) {
        parts.buttons.push_back(button_to(shown.to("relative.new"), say.say("Add a relative"), {}));
        parts.buttons.push_back(button_to(shown.to("relation.new"),
                                          say.say("Say who is what to whom"),
                                          "govuk-button--secondary"));
    }
    parts.here = shown.to(route);
    Fields typed = shown.caller.request.query;
    if (!typed.has("on-year")) {
        std::vector<Field> fields;
        add_fields(fields, "on", KnownDate{asked.on});
        typed = Fields{std::move(fields)};
    }
    const Questions ask{say, typed, asked.faults};
    parts.date = ask.date({"on", say.say("Show another day")});
    govuk::Button show;
    show.content = say.say("Show this day");
    show.classes = "govuk-button--secondary app-button-small";
    parts.show = govuk::render(show);
    const auto drawing = drawing_of(say, family);
    parts.box_label = drawing.title;
    parts.drawing = draw::genogram(drawing);
    parts.people = people(shown, kin, family);
    return child_genogram(say, parts);
}

Response show(const Caller& caller) {
    return with_record(caller, route, [&](const Shown& shown) {
        const auto logs = casework::family_logs(caller.office(), shown.facts());
        if (!logs.ok()) {
            return store_says(caller, logs.error());
        }
        return child_record::record_page(shown, route, caller.say.say("Genogram and household"),
                                         genogram(shown, casework::kin_of(logs.value())));
    });
}

} // namespace

void add_genogram_pages(Site& site) {
    add_page(site, Method::get, std::string{route}, "/child/{id}/genogram", show);
}

} // namespace gweld::web::pages::story
