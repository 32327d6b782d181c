#include "casework/merging.h"

#include "casework/mistakes.h"
#include "casework/standing.h"
#include "record/codec.h"
#include "record/kinds.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using record::PeopleMerged;
using record::PeopleUnmerged;

// Social Services and Well-being (Wales) Act 2014, section 3; the Act is not among the texts read
// here, so this is unverified.
constexpr int adult_from = 18;

bool have_a_day_in_common(const record::RegistrationRow& a, const record::RegistrationRow& b) {
    return (!b.end_day || a.start_day < *b.end_day) && (!a.end_day || b.start_day < *a.end_day);
}

bool any_stay_in_common(const Ties& a, const Ties& b) {
    return std::ranges::any_of(a.registrations, [&](const auto& one) {
        return std::ranges::any_of(b.registrations,
                                   [&](const auto& two) { return have_a_day_in_common(one, two); });
    });
}

bool adult_and_child(const record::PersonRow& a, const record::PersonRow& b, CivilDate today) {
    const auto one = age_on(a, today);
    const auto two = age_on(b, today);
    return one && two && (*one >= adult_from) != (*two >= adult_from);
}

// The people who may be one, and the record each was asked for by.
struct Pair {
    Ties kept;
    Ties other;
};

std::optional<base::EntryId> said_already(const Pair& pair, const Merge& what) {
    const auto said = std::ranges::find_if(pair.kept.merged, [&](const MergedRecord& one) {
        return one.as_described.person == what.other.uuid;
    });
    return pair.kept.child == what.kept && said != pair.kept.merged.end()
               ? std::optional{said->merge}
               : std::nullopt;
}

struct MergeAttempt {
    std::optional<MergeRefused> refused;
    base::EntryId entry;

    // Whoever acted on the mistake is told in the same step; the entry that puts it right is last.
    void append(record::Writing& tx, std::vector<record::Draft> drafts, record::Draft draft,
                const Saw& saw) {
        drafts.push_back(std::move(draft));
        const auto done = append_drafts(tx, std::move(drafts), saw);
        if (done.ok()) {
            entry = done.value().entry;
        } else {
            refused = as_refusal<MergeRefused>(done.error());
        }
    }
    MergeAnswer answer(const base::Result<base::Nothing, record::StoreFault>& done) const {
        if (!done.ok()) {
            return base::Err{MergeRefused{done.error()}};
        }
        return refused ? MergeAnswer{base::Err{*refused}} : MergeAnswer{base::Ok{Recorded{entry}}};
    }
};

bool may_merge(Office& office, record::Writing& tx, const access::Viewer& viewer,
               const Ties& ties) {
    return ties.person &&
           look(office, tx, viewer, access::Action::merge_people, ties, "merge-people").allowed();
}

void merge_within(Office& office, record::Writing& tx, const access::Viewer& viewer,
                  const Merge& what, const Saw& saw, MergeAttempt& attempt) {
    const Pair pair{read_ties(tx, what.kept), read_ties(tx, what.other)};
    const bool kept = may_merge(office, tx, viewer, pair.kept);
    const bool other = may_merge(office, tx, viewer, pair.other);
    if (!kept || !other) {
        attempt.refused = NotFoundOrNotYours{};
        return;
    }
    if (const auto said = said_already(pair, what)) {
        attempt.entry = *said;
        return;
    }
    if (pair.other.child != what.other || pair.kept.child != what.kept) {
        attempt.refused = MergeNonsense::other_merged_already;
        return;
    }
    if (const auto nonsense = nonsense_in(pair.kept, pair.other, office.today())) {
        attempt.refused = *nonsense;
        return;
    }
    attempt.append(tx,
                   telling_who_acted(office, viewer, tx, record::Mistaken::one_for_two, what.kept,
                                     what.other,
                                     believed_two(tx, what.kept, what.other, office.clock.now())),
                   draft_of(office, viewer, record::Named<PeopleMerged>::name,
                            {what.kept.uuid, what.other.uuid}, office.today(),
                            record::encode(PeopleMerged{what.kept, what.other, what.reason})),
                   saw);
}

// What is known of the person, as a contact would bring it.
record::ContactChildRow as_a_child_of_a_contact(const Facts& facts, CivilDate today) {
    record::ContactChildRow row;
    row.name = full_name(*facts.person);
    row.born = facts.person->born;
    row.expected = facts.person->expected;
    if (const auto* home = home_of(facts, today)) {
        row.postcode = home->postcode;
    }
    return row;
}

bool says_more_than_family(const Suggestion& one) {
    return std::ranges::find(one.alike, Alike::name) != one.alike.end() ||
           std::ranges::find(one.alike, Alike::born_as_expected) != one.alike.end();
}

std::int64_t days_apart(std::int64_t a, std::int64_t b) { return a < b ? b - a : a - b; }

// Born within ten weeks of the day expected: earlier births are rare and later ones do not happen.
bool born_as_expected(const record::PersonRow& unborn, const record::PersonRow& born) {
    constexpr std::int64_t ten_weeks = 70;
    return !unborn.born && unborn.expected && born.born &&
           days_apart(*unborn.expected, *born.born) <= ten_weeks;
}

void add_births(const record::Reading& reading, const Facts& facts,
                std::vector<Suggestion>& found) {
    for (const auto& member : facts.family) {
        const auto person = reading.person(member);
        if (!person || !(born_as_expected(*facts.person, *person) ||
                         born_as_expected(*person, *facts.person))) {
            continue;
        }
        const auto known = std::ranges::find_if(
            found, [&](const Suggestion& one) { return one.person.person == member; });
        auto& suggestion =
            known == found.end() ? found.emplace_back(Suggestion{*person, {}}) : *known;
        suggestion.alike.push_back(Alike::born_as_expected);
    }
}

std::vector<Suggestion> suggested(const record::Reading& reading, const Facts& facts,
                                  CivilDate today) {
    auto found = who_it_might_be(reading, as_a_child_of_a_contact(facts, today), {});
    add_births(reading, facts, found);
    std::erase_if(found, [&](const Suggestion& one) {
        const bool family =
            std::ranges::find(facts.family, one.person.person) != facts.family.end();
        return one.person.person == facts.child.uuid || (family && !says_more_than_family(one));
    });
    return found;
}

std::vector<record::Entry> about_alone(const record::Reading& reading, PersonId one,
                                       PersonId not_the, std::int64_t after) {
    auto entries = reading.as_recorded().about(one.uuid, after);
    std::erase_if(entries, [&](const record::Entry& entry) {
        return std::ranges::find(entry.about, not_the.uuid) != entry.about.end();
    });
    return entries;
}

bool holds(const record::Reading& reading, const record::Entry& merge, const PeopleMerged& said) {
    return std::ranges::any_of(reading.merges_into(said.kept.uuid),
                               [&](const record::MergeRow& row) { return row.entry == merge.id; });
}

std::optional<OpenMerge> read_merge(const record::Reading& reading, base::EntryId id) {
    auto entry = reading.entry(id.uuid);
    if (!entry || entry->kind != record::Named<PeopleMerged>::name) {
        return std::nullopt;
    }
    OpenMerge open;
    open.said = record::body_of<PeopleMerged>(*entry);
    if (!holds(reading, *entry, open.said)) {
        return std::nullopt;
    }
    open.other = reading.as_recorded().person(open.said.other.uuid).value_or(record::PersonRow{});
    open.stay = about_alone(reading, open.said.kept, open.said.other, entry->seq);
    open.go = about_alone(reading, open.said.other, open.said.kept, entry->seq);
    open.entry = std::move(*entry);
    return open;
}

} // namespace

std::optional<MergeNonsense> nonsense_in(const Ties& kept, const Ties& other, CivilDate today) {
    if (kept.child == other.child) {
        return MergeNonsense::oneself;
    }
    if (!other.merged.empty()) {
        return MergeNonsense::other_speaks_for_more;
    }
    if (any_stay_in_common(kept, other)) {
        return MergeNonsense::both_on_register;
    }
    if (adult_and_child(*kept.person, *other.person, today)) {
        return MergeNonsense::adult_and_child;
    }
    return std::nullopt;
}

MergeAnswer merge_people(Office& office, const access::Viewer& viewer, const Merge& what,
                         const Saw& saw) {
    if (what.reason.empty()) {
        return base::Err{MergeRefused{MergeNonsense::no_reason}};
    }
    MergeAttempt attempt;
    const auto done = office.store.write([&](record::Writing& tx) {
        merge_within(office, tx, viewer, what, saw, attempt);
        return record::Keep::yes;
    });
    return attempt.answer(done);
}

base::Result<std::vector<Suggestion>, record::StoreFault>
who_may_be_the_same(Office& office, const access::Viewer& viewer, PersonId person) {
    std::vector<Suggestion> found;
    const auto done = office.store.write([&](record::Writing& tx) {
        const auto facts = office.facts.of(tx, person);
        if (!facts->person) {
            return record::Keep::no;
        }
        found = suggested(tx, *facts, office.today());
        std::erase_if(found, [&](const Suggestion& one) {
            const auto ties = read_ties(tx, PersonId{one.person.person});
            return !access::decide(viewer, access::Action::see_record, ties.bearing(),
                                   office.when())
                        .allowed() ||
                   !look(office, tx, viewer, access::Action::see_record, ties, "same-person")
                        .allowed();
        });
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{done.error()};
    }
    return base::Ok{std::move(found)};
}

base::Result<OpenMerge, std::variant<NotFoundOrNotYours, record::StoreFault>>
open_merge(Office& office, const access::Viewer& viewer, base::EntryId merge) {
    using Refused = std::variant<NotFoundOrNotYours, record::StoreFault>;
    std::optional<OpenMerge> open;
    const auto done = office.store.write([&](record::Writing& tx) {
        open = read_merge(tx, merge);
        if (open) {
            open->facts = office.facts.of(tx, open->said.kept);
            if (!may_merge(office, tx, viewer, *open->facts)) {
                open.reset();
            }
        }
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{Refused{done.error()}};
    }
    if (!open) {
        return base::Err{Refused{NotFoundOrNotYours{}}};
    }
    return base::Ok{std::move(*open)};
}

std::map<Uuid, Uuid> kept_for(const Office& office, const std::set<Uuid>& ids) {
    std::map<Uuid, Uuid> names;
    static_cast<void>(office.store.read([&](const record::Reading& reading) {
        for (const auto& id : ids) {
            if (const auto kept = reading.kept_for(id); kept != id) {
                names.emplace(id, kept);
            }
        }
    }));
    return names;
}

MergeAnswer unmerge_people(Office& office, const access::Viewer& viewer, base::EntryId merge,
                           const std::string& reason, const Saw& saw) {
    if (reason.empty()) {
        return base::Err{MergeRefused{MergeNonsense::no_reason}};
    }
    MergeAttempt attempt;
    const auto done = office.store.write([&](record::Writing& tx) {
        const auto entry = tx.entry(merge.uuid);
        if (!entry || entry->kind != record::Named<PeopleMerged>::name) {
            attempt.refused = NotFoundOrNotYours{};
            return record::Keep::no;
        }
        const auto said = record::body_of<PeopleMerged>(*entry);
        // Whoever may not open one of them may take nothing apart, nor learn that it was together.
        if (!may_merge(office, tx, viewer, read_ties(tx, said.kept)) ||
            !may_merge(office, tx, viewer, read_ties(tx, said.other))) {
            attempt.refused = NotFoundOrNotYours{};
            return record::Keep::yes;
        }
        const bool held = holds(tx, *entry, said);
        auto draft = draft_of(office, viewer, record::Named<PeopleUnmerged>::name,
                              {said.kept.uuid, said.other.uuid}, office.today(),
                              record::encode(PeopleUnmerged{merge, reason}));
        const base::EntryId fresh{draft.id};
        attempt.append(tx,
                       telling_who_acted(office, viewer, tx, record::Mistaken::two_for_one,
                                         said.kept, said.other, {entry->seq, entry->recorded_at}),
                       std::move(draft), saw);
        if (!held && !attempt.refused && attempt.entry == fresh) {
            attempt.refused = MergeNonsense::not_merged;
            return record::Keep::no;
        }
        return record::Keep::yes;
    });
    return attempt.answer(done);
}

} // namespace gweld::casework
