#include "casework/story_step.h"

#include "casework/contacts.h"

#include "casework/standing.h"

namespace gweld::casework {

namespace {

using record::Draft;
using record::Kinship;
using record::Precision;
using record::RelationNamed;
using record::RelativeLivedAt;
using record::RelativeNamed;

void to_first_day(std::optional<CivilDate>& on, Precision to) {
    if (on) {
        on = first_day(*on, to);
    }
}

std::optional<StoryNonsense> wrong_in(const RelativeNamed& named, CivilDate today) {
    if (named.name.empty()) {
        return StoryNonsense::no_name;
    }
    if (letters_in(named.name) > longest_relatives_name) {
        return StoryNonsense::name_too_long;
    }
    if (named.born && *named.born > today) {
        return StoryNonsense::born_in_the_future;
    }
    if (named.died && *named.died > today) {
        return StoryNonsense::died_in_the_future;
    }
    if (named.died && named.life == record::Life::living) {
        return StoryNonsense::living_and_died;
    }
    const bool before =
        named.born && named.died && KnownDate{*named.died, named.died_to}.latest() < *named.born;
    return before ? std::optional{StoryNonsense::died_before_birth} : std::nullopt;
}

std::optional<StoryNonsense> wrong_in(const RelationNamed& relation, CivilDate today) {
    if (relation.person == relation.of) {
        return StoryNonsense::to_themself;
    }
    return relation.since && *relation.since > today ? std::optional{StoryNonsense::in_the_future}
                                                     : std::nullopt;
}

Kin kin_in(const StoryScene& scene) { return kin_of(family_logs(scene.reading, scene.first())); }

bool is_known(const StoryScene& scene, const Kin& kin, PersonId person) {
    const auto& child = scene.first();
    return person == child.child || kin.relative(person) != nullptr ||
           std::ranges::find(child.family, person.uuid) != child.family.end();
}

// A partner is one to the other whichever way round it was written down.
bool same_two(const Relation& a, const RelationNamed& b) {
    return (a.person == b.person && a.of == b.of) || (a.person == b.of && a.of == b.person);
}

bool related_already(const Kin& kin, const RelationNamed& relation,
                     std::optional<base::EntryId> but) {
    return std::ranges::any_of(kin.relations, [&](const auto& one) {
        const bool going_on = one.entry != but && !one.ended;
        const bool alike = one.kinship == relation.kinship ||
                           (is_partnership(one.kinship) && is_partnership(relation.kinship));
        return going_on && alike && same_two(one, relation);
    });
}

std::optional<StoryRefused> cannot_relate(const StoryScene& scene, const RelationNamed& relation,
                                          std::optional<base::EntryId> but) {
    const auto kin = kin_in(scene);
    if (!is_known(scene, kin, relation.person) || !is_known(scene, kin, relation.of)) {
        return StoryNonsense::no_such_person;
    }
    return related_already(kin, relation, but)
               ? std::optional<StoryRefused>{StoryNonsense::related_already}
               : std::nullopt;
}

// Of a month or a year: where the child lived as it began, else where as it ended.
std::optional<record::AddressRow> home_then(const StoryScene& scene, const KnownDate& when) {
    for (const auto day : {when.on, when.latest()}) {
        if (const auto* home = home_of(scene.first(), day)) {
            return *home;
        }
    }
    return std::nullopt;
}

void to_first_day(std::optional<KnownDate>& date) {
    if (date) {
        date->on = first_day(date->on, date->to);
    }
}

std::optional<StoryRefused> cannot_add(const StoryScene& scene, const NewRelative& added) {
    const auto kin = kin_in(scene);
    const bool all_known = std::ranges::all_of(
        added.to, [&](const auto& person) { return is_known(scene, kin, person); });
    if (!all_known) {
        return StoryNonsense::no_such_person;
    }
    return added.with_child_since && !home_then(scene, *added.with_child_since)
               ? std::optional<StoryRefused>{StoryNonsense::no_home}
               : std::nullopt;
}

std::vector<Draft> drafts_for(Office& office, const access::Viewer& viewer, const StoryScene& scene,
                              const NewRelative& added) {
    const auto& about = scene.about;
    const auto today = office.today();
    std::vector<Draft> drafts;
    for (const auto& person : added.to) {
        RelationNamed relation{added.named.relative, person, added.kinship, std::nullopt,
                               Precision::day};
        if (added.since) {
            relation.since = added.since->on;
            relation.since_to = added.since->to;
        }
        drafts.push_back(
            story_draft(office, viewer, about, relation.since.value_or(today), relation));
    }
    if (added.with_child_since) {
        if (const auto home = home_then(scene, *added.with_child_since)) {
            const RelativeLivedAt lived{added.named.relative, home->lines, home->postcode,
                                        added.with_child_since->on, added.with_child_since->to};
            drafts.push_back(story_draft(office, viewer, about, lived.from, lived));
        }
    }
    drafts.push_back(story_draft(office, viewer, about, today, added.named));
    return drafts;
}

StoryStep family_step(access::Action action, std::string_view page, PersonId child) {
    return {action, page, {child}, WrittenAbout::family};
}

Draft correcting(Draft draft, base::EntryId corrected, const std::string& reason) {
    draft.corrects = corrected.uuid;
    draft.reason = reason;
    return draft;
}

std::optional<StoryRefused> cannot_end(const StoryScene& scene,
                                       const record::RelationEnded& ended) {
    const auto kin = kin_in(scene);
    const auto* relation = kin.relation(ended.relation);
    if (relation == nullptr) {
        return NotFoundOrNotYours{};
    }
    if (relation->ended) {
        return StoryNonsense::ended_already;
    }
    if (relation->kinship == Kinship::parent || relation->kinship == Kinship::adoptive_parent) {
        return StoryNonsense::does_not_end;
    }
    const bool before = ended.on && relation->since &&
                        KnownDate{*ended.on, ended.on_to}.latest() < relation->since->on;
    return before ? std::optional<StoryRefused>{StoryNonsense::ended_before_it_began}
                  : std::nullopt;
}

std::optional<StoryRefused> cannot_house(const StoryScene& scene, const RelativesHome& home) {
    const auto kin = kin_in(scene);
    const auto* relative = kin.relative(home.relative);
    if (relative == nullptr) {
        return StoryNonsense::no_such_person;
    }
    if (relative->born && home.from.latest() < relative->born->on) {
        return StoryNonsense::before_birth;
    }
    return home.now == NowLives::with_child && !home_then(scene, home.from)
               ? std::optional<StoryRefused>{StoryNonsense::no_home}
               : std::nullopt;
}

RelativeLivedAt lived_at(const StoryScene& scene, const RelativesHome& home) {
    RelativeLivedAt lived{home.relative, {}, {}, home.from.on, home.from.to};
    if (home.now == NowLives::at_address) {
        lived.lines = home.lines;
        lived.postcode = home.postcode;
    } else if (const auto then = home_then(scene, home.from);
               then && home.now == NowLives::with_child) {
        lived.lines = then->lines;
        lived.postcode = then->postcode;
    }
    return lived;
}

} // namespace

Uuid family_subject(const record::Reading& reading, PersonId child) {
    const auto families = reading.families_of(child.uuid);
    return families.empty() ? child.uuid : families.front();
}

std::vector<FamilyLog> family_logs(const record::Reading& reading, const Facts& child) {
    std::vector<FamilyLog> logs;
    for (const auto& family : reading.families_of(child.child.uuid)) {
        logs.push_back({family, reading.version_of(family), reading.about(family, 0)});
    }
    // Before a family was named, or where none is, what was said of it is in the child's own log.
    FamilyLog own{child.child.uuid, child.version, {}};
    std::ranges::copy_if(child.entries, std::back_inserter(own.entries), [](const auto& entry) {
        return entry.kind.starts_with("relative.") || entry.kind.starts_with("relation.") ||
               entry.kind == record::Named<record::Withdrawn>::name;
    });
    logs.push_back(std::move(own));
    return logs;
}

base::Result<std::vector<FamilyLog>, record::StoreFault> family_logs(Office& office,
                                                                     const Facts& child) {
    std::vector<FamilyLog> logs;
    const auto read = office.store.read(
        [&](const record::Reading& reading) { logs = family_logs(reading, child); });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(logs)};
}

StoryAnswer add_relative(Office& office, const access::Viewer& viewer, PersonId child,
                         NewRelative added, const Saw& saw) {
    to_first_day(added.named.born, added.named.born_to);
    to_first_day(added.named.died, added.named.died_to);
    to_first_day(added.since);
    to_first_day(added.with_child_since);
    // From the key, so that a second press names the same relative.
    added.named.relative = PersonId{
        base::uuid_of("gweld", "relative", base::to_text(child.uuid) + saw.idempotency_key)};
    if (const auto wrong = wrong_in(added.named, office.today())) {
        return refuse(*wrong);
    }
    if (added.to.empty()) {
        return refuse(StoryNonsense::not_related);
    }
    for (const auto& date : {added.since, added.with_child_since}) {
        if (date && date->on > office.today()) {
            return refuse(StoryNonsense::in_the_future);
        }
    }
    return take_step(
        office, viewer, family_step(access::Action::record_story, "add-relative", child), saw,
        [&](const StoryScene& scene) { return cannot_add(scene, added); },
        [&](const StoryScene& scene) { return drafts_for(office, viewer, scene, added); });
}

StoryAnswer correct_relative(Office& office, const access::Viewer& viewer, PersonId child,
                             base::EntryId corrected, RelativeNamed named,
                             const std::string& reason, const Saw& saw) {
    to_first_day(named.born, named.born_to);
    to_first_day(named.died, named.died_to);
    if (reason.empty()) {
        return refuse(StoryNonsense::no_why);
    }
    if (const auto wrong = wrong_in(named, office.today())) {
        return refuse(*wrong);
    }
    return take_step(
        office, viewer, family_step(access::Action::correct_entry, "correct-relative", child), saw,
        [&](const StoryScene& scene) {
            const auto kin = kin_in(scene);
            const auto* relative = kin.relative(named.relative);
            return relative == nullptr || relative->entry != corrected
                       ? std::optional<StoryRefused>{CorrectedAlready{}}
                       : std::nullopt;
        },
        [&](const StoryScene& scene) {
            return std::vector{
                correcting(story_draft(office, viewer, scene.about, office.today(), named),
                           corrected, reason)};
        });
}

StoryAnswer relate(Office& office, const access::Viewer& viewer, PersonId child,
                   RelationNamed relation, const Saw& saw) {
    to_first_day(relation.since, relation.since_to);
    if (const auto wrong = wrong_in(relation, office.today())) {
        return refuse(*wrong);
    }
    return take_step(
        office, viewer, family_step(access::Action::record_story, "relate", child), saw,
        [&](const StoryScene& scene) { return cannot_relate(scene, relation, {}); },
        [&](const StoryScene& scene) {
            return std::vector{story_draft(office, viewer, scene.about,
                                           relation.since.value_or(office.today()), relation)};
        });
}

StoryAnswer correct_relation(Office& office, const access::Viewer& viewer, PersonId child,
                             base::EntryId corrected, RelationNamed relation,
                             const std::string& reason, const Saw& saw) {
    to_first_day(relation.since, relation.since_to);
    if (reason.empty()) {
        return refuse(StoryNonsense::no_why);
    }
    if (const auto wrong = wrong_in(relation, office.today())) {
        return refuse(*wrong);
    }
    return take_step(
        office, viewer, family_step(access::Action::correct_entry, "correct-relation", child), saw,
        [&](const StoryScene& scene) -> std::optional<StoryRefused> {
            if (kin_in(scene).relation(corrected) == nullptr) {
                return CorrectedAlready{};
            }
            return cannot_relate(scene, relation, corrected);
        },
        [&](const StoryScene& scene) {
            auto draft = story_draft(office, viewer, scene.about,
                                     relation.since.value_or(office.today()), relation);
            return std::vector{correcting(std::move(draft), corrected, reason)};
        });
}

StoryAnswer end_relation(Office& office, const access::Viewer& viewer, PersonId child,
                         record::RelationEnded ended, const Saw& saw) {
    to_first_day(ended.on, ended.on_to);
    if (ended.on && *ended.on > office.today()) {
        return refuse(StoryNonsense::in_the_future);
    }
    return take_step(
        office, viewer, family_step(access::Action::record_story, "end-relation", child), saw,
        [&](const StoryScene& scene) { return cannot_end(scene, ended); },
        [&](const StoryScene& scene) {
            return std::vector{
                story_draft(office, viewer, scene.about, ended.on.value_or(office.today()), ended)};
        });
}

StoryAnswer house_relative(Office& office, const access::Viewer& viewer, PersonId child,
                           const RelativesHome& home, const Saw& saw) {
    auto wished = home;
    wished.from.on = first_day(home.from.on, home.from.to);
    if (wished.from.on > office.today()) {
        return refuse(StoryNonsense::in_the_future);
    }
    if (wished.now == NowLives::at_address && wished.lines.empty()) {
        return refuse(StoryNonsense::nothing_written);
    }
    return take_step(
        office, viewer, family_step(access::Action::record_story, "house-relative", child), saw,
        [&](const StoryScene& scene) { return cannot_house(scene, wished); },
        [&](const StoryScene& scene) {
            return std::vector{
                story_draft(office, viewer, scene.about, wished.from.on, lived_at(scene, wished))};
        });
}

} // namespace gweld::casework
