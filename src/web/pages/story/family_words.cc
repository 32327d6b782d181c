#include "web/pages/story/family_words.h"

#include "web/pages/child/wording.h"

#include <algorithm>
#include <array>

namespace gweld::web::pages::story {

namespace {

using casework::Lives;
using casework::Who;
using record::Kinship;
using record::Sex;
using words::mark;

struct BySex { // "{name} ... {other}"
    Kinship kinship;
    std::string_view her;
    std::string_view him;
    std::string_view not_known;
    const std::string_view& of(Sex sex) const {
        if (sex == Sex::female) {
            return her;
        }
        return sex == Sex::male ? him : not_known;
    }
};

constexpr std::array going_on{
    BySex{Kinship::parent, mark("{name} is the mother of {other}."),
          mark("{name} is the father of {other}."), mark("{name} is a parent of {other}.")},
    BySex{Kinship::adoptive_parent, mark("{name} is the adoptive mother of {other}."),
          mark("{name} is the adoptive father of {other}."),
          mark("{name} is an adoptive parent of {other}.")},
    BySex{Kinship::step_parent, mark("{name} is the stepmother of {other}."),
          mark("{name} is the stepfather of {other}."),
          mark("{name} is a step-parent of {other}.")},
    BySex{Kinship::carer, mark("{name} cares for {other}."), mark("{name} cares for {other}."),
          mark("{name} cares for {other}.")},
    BySex{Kinship::partner, mark("{name} and {other} are partners."),
          mark("{name} and {other} are partners."), mark("{name} and {other} are partners.")},
    BySex{Kinship::spouse, mark("{name} and {other} are married."),
          mark("{name} and {other} are married."), mark("{name} and {other} are married.")},
};
constexpr std::array over{
    BySex{Kinship::step_parent, mark("{name} was the stepmother of {other}."),
          mark("{name} was the stepfather of {other}."),
          mark("{name} was a step-parent of {other}.")},
    BySex{Kinship::carer, mark("{name} cared for {other}."), mark("{name} cared for {other}."),
          mark("{name} cared for {other}.")},
    BySex{Kinship::partner, mark("{name} and {other} were partners."),
          mark("{name} and {other} were partners."), mark("{name} and {other} were partners.")},
    BySex{Kinship::spouse, mark("{name} and {other} were married."),
          mark("{name} and {other} were married."), mark("{name} and {other} were married.")},
};
constexpr std::array to_child{
    BySex{Kinship::parent, mark("mother"), mark("father"), mark("parent")},
    BySex{Kinship::adoptive_parent, mark("adoptive mother"), mark("adoptive father"),
          mark("adoptive parent")},
    BySex{Kinship::step_parent, mark("stepmother"), mark("stepfather"), mark("step-parent")},
    BySex{Kinship::carer, mark("carer"), mark("carer"), mark("carer")},
};

template <std::size_t N>
const BySex* sentences_for(const std::array<BySex, N>& all, Kinship kinship) {
    const auto* const found = std::ranges::find(all, kinship, &BySex::kinship);
    return found == all.end() ? nullptr : found;
}

bool died_when_it_held(const FamilyOn& family, const RelationOn& relation) {
    return casework::is_partnership(relation.kinship) &&
           (family.members[relation.person].died || family.members[relation.of].died);
}

std::string names_of(const std::vector<std::string>& names) {
    std::string list;
    for (const auto& name : names) {
        list += (list.empty() ? "" : ", ") + name;
    }
    return list;
}

std::vector<std::string> those_who(const FamilyOn& family, Lives lives) {
    std::vector<std::string> names;
    for (std::size_t i = 1; i < family.members.size(); ++i) {
        if (family.members[i].lives == lives) {
            names.push_back(family.members[i].name);
        }
    }
    return names;
}

std::string life_of(const Words& say, const FamilyMember& member) {
    if (!member.died) {
        return {};
    }
    return member.died_on ? say.say("Died {date}.", {{"date", said(say, *member.died_on)}})
                          : say.say("Has died; it is not recorded when.");
}

std::string birth_of(const Words& say, const FamilyMember& member) {
    if (member.born) {
        return say.say("Born {date}.", {{"date", said(say, *member.born)}});
    }
    if (member.expected) {
        return say.say("Expected {date}.", {{"date", said(say, KnownDate{*member.expected})}});
    }
    return say.say("The date of birth is not recorded.");
}

std::string home_of(const Words& say, const FamilyOn& family, const FamilyMember& member) {
    if (member.who == Who::this_child) {
        return family.home_known ? std::string{} : say.say("No home is recorded for this day.");
    }
    const std::initializer_list<words::Slot> name{{"name", family.members.front().name}};
    switch (member.lives) {
    case Lives::with_child:
        return say.say("Lives with {name}.", name);
    case Lives::elsewhere:
        return say.say("Lives somewhere else.");
    case Lives::not_recorded:
        return say.say("Where they live is not recorded.");
    case Lives::nowhere:
        break;
    }
    return {};
}

} // namespace

std::string age_of(const Words& say, const FamilyMember& member) {
    if (!member.age) {
        return {};
    }
    if (member.died) {
        return member.age_is_about
                   ? say.say_n("died aged about 1", "died aged about {n}", *member.age)
                   : say.say_n("died aged 1", "died aged {n}", *member.age);
    }
    if (member.age_is_about) {
        return say.say_n("about 1 year old", "about {n} years old", *member.age);
    }
    if (*member.age < 2 && member.born) {
        return {}; // told in months by whoever has the day
    }
    return say.say_n("1 year old", "{n} years old", *member.age);
}

std::string age_inside(const FamilyMember& member) {
    if (!member.age) {
        return {};
    }
    if (*member.age == 0) {
        return "<1";
    }
    return (member.age_is_about ? "c. " : "") + std::to_string(*member.age);
}

std::string relation_in_words(const Words& say, const FamilyOn& family,
                              const RelationOn& relation) {
    const auto& person = family.members[relation.person];
    const auto& other = family.members[relation.of];
    const bool ended = relation.ended || died_when_it_held(family, relation);
    const auto* sentences = ended ? sentences_for(over, relation.kinship) : nullptr;
    if (sentences == nullptr) {
        sentences = sentences_for(going_on, relation.kinship);
    }
    auto sentence =
        say.say(sentences->of(person.sex), {{"name", person.name}, {"other", other.name}});
    if (const auto period = period_of(say, relation); !period.empty()) {
        sentence += " " + period;
    }
    return sentence;
}

std::string period_of(const Words& say, const RelationOn& relation) {
    if (relation.ended && !relation.ended_on) {
        return say.say("It has ended; it is not recorded when.");
    }
    if (relation.since && relation.ended) {
        return say.say("From {from} until {until}.", {{"from", said(say, *relation.since)},
                                                      {"until", said(say, *relation.ended_on)}});
    }
    if (relation.ended) {
        return say.say("Until {date}.", {{"date", said(say, *relation.ended_on)}});
    }
    return relation.since ? say.say("Since {date}.", {{"date", said(say, *relation.since)}})
                          : std::string{};
}

std::vector<std::string> facts_of(const Words& say, const FamilyOn& family,
                                  const FamilyMember& member) {
    std::vector<std::string> facts;
    auto age = age_of(say, member);
    if (age.empty() && member.age && member.born) {
        record::PersonRow row;
        row.born = member.born->on.day_number();
        age = child_record::age(say, row, family.on);
    }
    for (auto& fact : {std::move(age), birth_of(say, member), life_of(say, member),
                       home_of(say, family, member), member.note}) {
        if (!fact.empty()) {
            facts.push_back(fact);
        }
    }
    if (!facts.empty() && !facts.front().ends_with('.')) {
        facts.front() += '.';
    }
    return facts;
}

std::vector<std::string> household_in_words(const Words& say, const FamilyOn& family) {
    const auto& child = family.members.front();
    const auto date = child_record::plain_date(say, family.on);
    if (!family.home_known) {
        return {say.say("It is not recorded where {name} lived on {date}.",
                        {{"name", child.name}, {"date", date}})};
    }
    std::vector<std::string> sentences;
    const auto together = those_who(family, Lives::with_child);
    sentences.push_back(
        together.empty()
            ? say.say("Nobody is recorded as living with {name} on {date}.",
                      {{"name", child.name}, {"date", date}})
            : say.say("On {date} {name} lives with: {names}.",
                      {{"date", date}, {"name", child.name}, {"names", names_of(together)}}));
    if (const auto unknown = those_who(family, Lives::not_recorded); !unknown.empty()) {
        sentences.push_back(say.say("It is not recorded where these live: {names}.",
                                    {{"names", names_of(unknown)}}));
    }
    return sentences;
}

std::string kinship_in_words(const Words& say, Kinship kinship) {
    switch (kinship) {
    case Kinship::parent:
        return say.say("Mother, father or parent of");
    case Kinship::adoptive_parent:
        return say.say("Adoptive parent of");
    case Kinship::step_parent:
        return say.say("Step-parent of");
    case Kinship::carer:
        return say.say("Carer of");
    case Kinship::partner:
        return say.say("Partner of");
    case Kinship::spouse:
        break;
    }
    return say.say("Married to, or in a civil partnership with");
}

std::string to_the_child(const Words& say, const FamilyOn& family, std::size_t member) {
    for (const auto& relation : family.relations) {
        const auto* named = sentences_for(to_child, relation.kinship);
        if (relation.person == member && relation.of == 0 && !relation.ended && named != nullptr) {
            return say.say(named->of(family.members[member].sex));
        }
    }
    return {};
}

} // namespace gweld::web::pages::story
