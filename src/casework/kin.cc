#include "casework/kin.h"

#include "casework/standing.h"
#include "people/names.h"
#include "protection/chains.h"
#include "record/codec.h"

#include <algorithm>
#include <map>

namespace gweld::casework {

namespace {

using record::Entry;
using record::Kinship;
using record::Life;
using record::Precision;

std::optional<KnownDate> known(const std::optional<CivilDate>& on, Precision to) {
    return on ? std::optional{KnownDate{*on, to}} : std::nullopt;
}

void add_relative(Kin& kin, const Entry& entry) {
    auto body = record::body_of<record::RelativeNamed>(entry);
    kin.relatives.push_back({base::EntryId{entry.id}, body.relative, std::move(body.name), body.sex,
                             known(body.born, body.born_to), body.life,
                             known(body.died, body.died_to), std::move(body.note)});
}

void add_relation(Kin& kin, const Entry& entry) {
    const auto body = record::body_of<record::RelationNamed>(entry);
    kin.relations.push_back({base::EntryId{entry.id}, body.person, body.of, body.kinship,
                             known(body.since, body.since_to), std::nullopt});
}

void add_stay(Kin& kin, const Entry& entry) {
    auto body = record::body_of<record::RelativeLivedAt>(entry);
    kin.stays.push_back({base::EntryId{entry.id}, body.relative, std::move(body.lines),
                         std::move(body.postcode), KnownDate{body.from, body.from_to}});
}

// The end names some version of the relation; the newest version is what ended.
void end_relation(Kin& kin, const protection::Chains& chains, const Entry& entry) {
    const auto body = record::body_of<record::RelationEnded>(entry);
    const auto at = chains.find(body.relation);
    if (!at || chains[*at].empty()) {
        return; // withdrawn since
    }
    for (auto& relation : kin.relations) {
        if (relation.entry.uuid == chains[*at].back()->id) {
            relation.ended = RelationEnd{base::EntryId{entry.id}, known(body.on, body.on_to)};
        }
    }
}

// Of somebody whose naming was taken back nothing else is told.
void let_go_of_the_nameless(Kin& kin) {
    std::map<Uuid, bool> named;
    for (const auto& stay : kin.stays) {
        named[stay.relative.uuid] = kin.relative(stay.relative) != nullptr;
    }
    std::erase_if(kin.stays, [&](const auto& stay) { return !named[stay.relative.uuid]; });
}

void read_log(Kin& kin, const FamilyLog& log) {
    const protection::Chains chains{PersonId{log.subject}, log.entries, std::nullopt};
    for (std::size_t at = 0; at < chains.size(); ++at) {
        if (chains.of_kind<record::RelativeNamed>(at)) {
            add_relative(kin, *chains[at].back());
        } else if (chains.of_kind<record::RelationNamed>(at)) {
            add_relation(kin, *chains[at].back());
        } else if (chains.of_kind<record::RelativeLivedAt>(at)) {
            add_stay(kin, *chains[at].back());
        }
    }
    for (std::size_t at = 0; at < chains.size(); ++at) {
        if (chains.of_kind<record::RelationEnded>(at)) {
            end_relation(kin, chains, *chains[at].back());
        }
    }
}

// ---- as it was on a day
// ------------------------------------------------------------------------------

struct Place {
    std::string lines;
    std::string postcode;
};

std::string without_spaces(const std::string& text) {
    std::string bare;
    std::ranges::copy_if(text, std::back_inserter(bare), [](char c) { return c != ' '; });
    return bare;
}

// As people write them: capitals, accents and spaces aside.
bool same_place(const Place& a, const Place& b) {
    const auto bare = [](const std::string& text) { return without_spaces(people::fold(text)); };
    const bool postcodes_differ =
        !a.postcode.empty() && !b.postcode.empty() && bare(a.postcode) != bare(b.postcode);
    return !a.lines.empty() && bare(a.lines) == bare(b.lines) && !postcodes_differ;
}

std::optional<Place> place_of(const Facts& facts, CivilDate on) {
    const auto* home = home_of(facts, on);
    return home == nullptr ? std::nullopt : std::optional{Place{home->lines, home->postcode}};
}

std::optional<Place> place_of(const Kin& kin, PersonId relative, CivilDate on) {
    const RelativeStay* held = nullptr;
    for (const auto& stay : kin.stays) {
        if (stay.relative == relative && stay.from.on <= on) {
            held = &stay;
        }
    }
    return held == nullptr ? std::nullopt : std::optional{Place{held->lines, held->postcode}};
}

Lives lives(const std::optional<Place>& childs, const std::optional<Place>& own) {
    if (!childs || !own) {
        return Lives::not_recorded;
    }
    return same_place(*childs, *own) ? Lives::with_child : Lives::elsewhere;
}

int years_between(CivilDate from, CivilDate to) {
    const auto a = from.ymd();
    const auto b = to.ymd();
    const int years = static_cast<int>(b.year()) - static_cast<int>(a.year());
    const bool not_yet = std::pair{b.month(), b.day()} < std::pair{a.month(), a.day()};
    return years - (not_yet ? 1 : 0);
}

// With a part of a date missing it is the usual one of two possible numbers, and says so.
void work_out_age(FamilyMember& member, CivilDate on) {
    if (!member.born || (member.died && !member.died_on)) {
        return;
    }
    const auto until = member.died ? *member.died_on : KnownDate{on};
    const bool about = member.born->to != Precision::day || until.to != Precision::day;
    const int years = years_between(member.born->on, until.on);
    if (years >= 0) {
        member.age = years;
        member.age_is_about = about;
    }
}

std::optional<CivilDate> day_of(const std::optional<std::int64_t>& n) {
    return n ? std::optional{CivilDate::from_day_number(static_cast<std::int32_t>(*n))}
             : std::nullopt;
}

record::Sex sex_named(const std::string& name) {
    if (name == "female") {
        return record::Sex::female;
    }
    return name == "male" ? record::Sex::male : record::Sex::not_known;
}

FamilyMember member_of(const Facts& facts, Who who, CivilDate on) {
    const auto& person = *facts.person;
    FamilyMember member;
    member.id = facts.child;
    member.who = who;
    member.name = full_name(person);
    member.sex = sex_named(person.sex);
    member.born = known(day_of(person.born), Precision::day);
    if (!member.born || member.born->on > on) {
        member.expected = member.born ? std::optional{member.born->on} : day_of(person.expected);
        member.born.reset();
    }
    if (const auto died = day_of(person.died); died && *died <= on) {
        member.died = true;
        member.died_on = KnownDate{*died};
    }
    work_out_age(member, on);
    return member;
}

FamilyMember name_of(const Facts& facts) {
    FamilyMember member;
    member.id = facts.child;
    member.who = Who::brother_or_sister;
    member.name = full_name(*facts.person);
    return member;
}

FamilyMember member_of(const Relative& relative, CivilDate on) {
    FamilyMember member;
    member.id = relative.id;
    member.name = relative.name;
    member.sex = relative.sex;
    member.born = relative.born;
    member.note = relative.note;
    if (relative.life == Life::died && (!relative.died || relative.died->on <= on)) {
        member.died = true;
        member.died_on = relative.died;
    }
    work_out_age(member, on);
    return member;
}

bool unborn_on(const std::optional<std::int64_t>& born, CivilDate on) {
    return born && *born > on.day_number();
}

std::optional<std::size_t> place_in(const FamilyOn& family, PersonId id) {
    const auto found = std::ranges::find(family.members, id, &FamilyMember::id);
    return found == family.members.end()
               ? std::nullopt
               : std::optional{static_cast<std::size_t>(found - family.members.begin())};
}

void add_relations(FamilyOn& family, const Kin& kin) {
    for (const auto& relation : kin.relations) {
        const auto person = place_in(family, relation.person);
        const auto of = place_in(family, relation.of);
        if (!person || !of || person == of || (relation.since && relation.since->on > family.on)) {
            continue;
        }
        RelationOn on{*person, *of, relation.kinship, relation.since, false, {}, relation.entry};
        if (relation.ended && (!relation.ended->on || relation.ended->on->latest() <= family.on)) {
            on.ended = true;
            on.ended_on = relation.ended->on;
        }
        family.relations.push_back(on);
    }
}

} // namespace

CivilDate KnownDate::latest() const {
    switch (to) {
    case Precision::day:
        return on;
    case Precision::month:
        return on.plus_months_clipped(1).plus_days(-1);
    case Precision::year:
        return on.plus_months_clipped(12).plus_days(-1);
    }
    return on;
}

const Relative* Kin::relative(PersonId id) const {
    const auto found = std::ranges::find(relatives, id, &Relative::id);
    return found == relatives.end() ? nullptr : &*found;
}

const Relation* Kin::relation(base::EntryId entry) const {
    const auto found = std::ranges::find(relations, entry, &Relation::entry);
    return found == relations.end() ? nullptr : &*found;
}

Kin kin_of(std::span<const FamilyLog> logs) {
    Kin kin;
    for (const auto& log : logs) {
        read_log(kin, log);
    }
    let_go_of_the_nameless(kin);
    std::ranges::stable_sort(kin.stays, {}, [](const auto& stay) { return stay.from.on; });
    return kin;
}

bool is_partnership(Kinship kinship) {
    return kinship == Kinship::partner || kinship == Kinship::spouse;
}

MayRead open_to(const access::Viewer& viewer, const access::When& now) {
    return [&viewer, now](const Facts& facts) {
        return access::decide(viewer, access::Action::see_record, facts.bearing(), now).allowed();
    };
}

FamilyOn family_on(const Kin& kin, const Facts& child,
                   std::span<const std::shared_ptr<const Facts>> brothers_and_sisters, CivilDate on,
                   const MayRead& may_read) {
    FamilyOn family{on, {}, {}, false};
    const auto home = place_of(child, on);
    family.home_known = home.has_value();
    family.members.push_back(member_of(child, Who::this_child, on));
    family.members.back().lives = home ? Lives::with_child : Lives::not_recorded;
    for (const auto& facts : brothers_and_sisters) {
        if (!unborn_on(facts->person->born, on)) {
            if (!may_read(*facts)) {
                family.members.push_back(name_of(*facts));
                continue;
            }
            family.members.push_back(member_of(*facts, Who::brother_or_sister, on));
            family.members.back().lives = lives(home, place_of(*facts, on));
        }
    }
    for (const auto& relative : kin.relatives) {
        if (!relative.born || relative.born->on <= on) {
            family.members.push_back(member_of(relative, on));
            family.members.back().lives = lives(home, place_of(kin, relative.id, on));
        }
    }
    for (auto& member : family.members) {
        member.lives = member.died ? Lives::nowhere : member.lives;
    }
    add_relations(family, kin);
    return family;
}

} // namespace gweld::casework
