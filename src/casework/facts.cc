#include "casework/facts.h"

#include "casework/rows.h"
#include "protection/conferences.h"
#include "record/codec.h"

#include <algorithm>

namespace gweld::casework {

namespace {

std::vector<Uuid> brothers_and_sisters(const record::Reading& reading, Uuid child) {
    std::vector<Uuid> found;
    for (const auto& family : reading.families_of(child)) {
        for (const auto& member : reading.members_of(family)) {
            if (member != child && std::ranges::find(found, member) == found.end()) {
                found.push_back(member);
            }
        }
    }
    return found;
}

std::vector<MergedRecord> merged_into(const record::Reading& reading, Uuid kept) {
    std::vector<MergedRecord> merged;
    for (const auto& merge : reading.merges_into(kept)) {
        merged.push_back({base::EntryId{merge.entry},
                          reading.as_recorded().person(merge.other).value_or(record::PersonRow{})});
    }
    return merged;
}

Uuid authority_of(const Facts& facts) {
    return record::authority_subject(facts.entries.front().authority);
}

// The newest version of whoever else the facts were read from.
std::int64_t newest_of_family(const record::Reading& reading, const Facts& facts) {
    std::int64_t newest = 0;
    for (const auto& family : reading.families_of(facts.child.uuid)) {
        newest = std::max(newest, reading.version_of(family));
    }
    for (const auto& member : facts.family) {
        newest = std::max(newest, reading.version_of(member));
    }
    if (facts.history.imported) {
        newest = std::max(newest, reading.version_of(authority_of(facts)));
    }
    return newest;
}

protection::Coverage coverage_of(const record::Reading& reading, const Facts& facts) {
    constexpr std::string_view reviews = "ssd_cp_reviews"; // as the dataset names the table
    protection::Coverage coverage;
    if (!facts.history.imported) {
        return coverage;
    }
    for (const auto& entry : reading.about(authority_of(facts), 0)) {
        if (entry.kind == record::Named<record::ExtractRead>::name) {
            const auto tables = record::body_of<record::ExtractRead>(entry).tables;
            coverage.reviews_imported =
                coverage.reviews_imported || std::ranges::find(tables, reviews) != tables.end();
        }
    }
    return coverage;
}

} // namespace

namespace {

// A booking that was moved is over: whoever was to chair it then has nothing to do with the child.
void let_go_of_moved(Ties& ties, const std::vector<record::Entry>& entries) {
    const auto history = protection::conferences_of(ties.child, entries, std::nullopt);
    for (const auto& conference : history.conferences) {
        for (std::size_t at = 0; at + 1 < conference.bookings.size(); ++at) {
            std::erase_if(ties.bookings, [&](const auto& row) {
                return row.entry == conference.bookings[at].entry.uuid;
            });
        }
    }
}

bool may_have_moved(const Ties& ties) { return ties.bookings.size() > 1; }

// With every booking there ever was.
Ties rows_of_ties(const record::Reading& reading, PersonId child) {
    Ties ties;
    ties.child = child;
    ties.merged = merged_into(reading, child.uuid);
    ties.person = reading.person(child.uuid);
    ties.allocations = reading.allocations_of(child.uuid);
    ties.family = brothers_and_sisters(reading, child.uuid);
    for (const auto& member : ties.family) {
        const auto rows = reading.allocations_of(member);
        ties.of_family.insert(ties.of_family.end(), rows.begin(), rows.end());
    }
    ties.registrations = reading.registrations_of(child.uuid);
    ties.bookings = reading.bookings_of(child.uuid);
    ties.hand_overs = reading.hand_overs_of(child.uuid);
    ties.barriers = reading.barriers_of(child.uuid);
    return ties;
}

} // namespace

Ties read_ties(const record::Reading& reading, PersonId asked) {
    auto ties = rows_of_ties(reading, PersonId{reading.kept_for(asked.uuid)});
    if (may_have_moved(ties)) {
        let_go_of_moved(ties, reading.about(ties.child.uuid, 0));
    }
    return ties;
}

namespace {

std::optional<AgeAsGiven> age_as_given(const record::Reading& reading, const Facts& facts) {
    std::optional<AgeAsGiven> given;
    if (!facts.person || facts.person->born || facts.person->expected) {
        return given;
    }
    for (const auto& contact : reading.contacts_of(facts.child.uuid)) {
        for (const auto& child : reading.children_of_contact(contact.contact)) {
            if (child.person == facts.child.uuid && !child.age.empty()) {
                given = {child.age, day_of(contact.received_day)};
            }
        }
    }
    return given;
}

} // namespace

namespace {

// `entries`: all about the child.
Facts facts_from(const record::Reading& reading, PersonId child,
                 std::vector<record::Entry> entries) {
    Facts facts;
    static_cast<Ties&>(facts) = rows_of_ties(reading, child);
    facts.entries = std::move(entries);
    if (may_have_moved(facts)) {
        let_go_of_moved(facts, facts.entries);
    }
    facts.version = reading.version_of(child.uuid);
    facts.addresses = reading.addresses_of(child.uuid);
    facts.history = protection::history_of(child, facts.entries, std::nullopt);
    facts.enquiries = protection::enquiries_of(child, facts.entries, std::nullopt);
    facts.moves = protection::moves_of(child, facts.entries, std::nullopt);
    facts.coverage = coverage_of(reading, facts);
    facts.age_as_given = age_as_given(reading, facts);
    return facts;
}

// What stood before stands: entries are only added. Not where somebody was merged meanwhile.
Facts read_on(const record::Reading& reading, const Facts& before) {
    auto entries = before.entries;
    std::ranges::move(reading.about(before.child.uuid, before.version),
                      std::back_inserter(entries));
    return facts_from(reading, before.child, std::move(entries));
}

// Whoever an entry is about when it changes these facts, each record by itself.
std::vector<Uuid> rests_on(const record::Reading& reading, const Facts& facts) {
    std::vector<Uuid> subjects{facts.child.uuid};
    subjects.insert(subjects.end(), facts.family.begin(), facts.family.end());
    const auto people = subjects.size();
    for (std::size_t at = 0; at < people; ++at) {
        for (const auto& merge : reading.merges_into(subjects[at])) {
            subjects.push_back(merge.other);
        }
    }
    for (const auto& family : reading.families_of(facts.child.uuid)) {
        subjects.push_back(family);
    }
    if (facts.history.imported) {
        subjects.push_back(authority_of(facts));
    }
    return subjects;
}

} // namespace

Facts read_facts(const record::Reading& reading, PersonId asked) {
    const PersonId child{reading.kept_for(asked.uuid)};
    return facts_from(reading, child, reading.about(child.uuid, 0));
}

FactsKept::Kept FactsKept::kept_of(PersonId child) {
    const std::lock_guard lock{mutex_};
    const auto found = kept_.find(child);
    return found == kept_.end() ? Kept{} : found->second;
}

template <class Tx>
News::Known FactsKept::new_since(const Tx& tx, const Kept& kept, std::int64_t head) {
    using Known = News::Known;
    if (kept.mark == 0 || kept.good_at_head > head) {
        return Known::no;
    }
    if (kept.good_at_head == head) {
        return Known::nothing_new;
    }
    const auto known = news_.about(tx, head, kept.rests_on, kept.good_at_head);
    const bool same_versions = known == Known::no && kept.facts &&
                               tx.version_of(kept.facts->child.uuid) == kept.facts->version &&
                               newest_of_family(tx, *kept.facts) == kept.family_version;
    return same_versions ? Known::nothing_new : known;
}

std::shared_ptr<const Facts> FactsKept::of(const record::Writing& writing, PersonId child) {
    const auto kept = kept_of(child);
    const auto since = kept.facts ? new_since(writing, kept, writing.head()) : News::Known::no;
    switch (since) {
    case News::Known::nothing_new:
        return kept.facts;
    case News::Known::something_new:
        return std::make_shared<const Facts>(read_on(writing, *kept.facts));
    case News::Known::no:
        break;
    }
    return std::make_shared<const Facts>(read_facts(writing, child));
}

std::shared_ptr<const Ties> FactsKept::ties_of(const record::Writing& writing, PersonId child) {
    const auto kept = kept_of(child);
    if (kept.facts && new_since(writing, kept, writing.head()) == News::Known::nothing_new) {
        return kept.facts;
    }
    return std::make_shared<const Ties>(read_ties(writing, child));
}

void FactsKept::meet(std::int64_t head) {
    auto newest = newest_head_met_.load();
    while (newest < head && !newest_head_met_.compare_exchange_weak(newest, head)) {
    }
}

std::optional<FactsKept::Mark> FactsKept::mark_of(const record::Reading& reading, PersonId child) {
    const auto kept = kept_of(child);
    const auto head = reading.head();
    meet(head);
    return new_since(reading, kept, head) == News::Known::nothing_new ? std::optional{kept.mark}
                                                                      : std::nullopt;
}

void FactsKept::let_go(PersonId child) {
    const std::lock_guard lock{mutex_};
    if (const auto found = kept_.find(child); found != kept_.end()) {
        found->second.facts = nullptr;
    }
}

// A reader with an older snapshot must not put back what a newer one has replaced.
void FactsKept::keep(PersonId child, Kept known, std::int64_t head) {
    const std::lock_guard lock{mutex_};
    if (kept_.size() >= most_children) {
        kept_.clear();
    }
    auto& place = kept_[child];
    if (place.good_at_head <= head) {
        if (known.mark == 0) {
            known.mark = ++newest_mark_;
        }
        known.good_at_head = head;
        place = std::move(known);
    }
}

std::shared_ptr<const Facts> FactsKept::of(const record::Reading& reading, PersonId child) {
    const std::int64_t head = reading.head();
    meet(head);
    auto known = kept_of(child);
    if (known.facts && known.good_at_head == head) {
        return known.facts;
    }
    const auto since = new_since(reading, known, head);
    if (since == News::Known::something_new && known.facts) {
        known.facts = std::make_shared<const Facts>(read_on(reading, *known.facts));
    } else if (since != News::Known::nothing_new || !known.facts) {
        known.facts = std::make_shared<const Facts>(read_facts(reading, child));
    }
    if (since != News::Known::nothing_new) {
        known.mark = 0;
        known.family_version = newest_of_family(reading, *known.facts);
        known.rests_on = rests_on(reading, *known.facts);
    }
    auto facts = known.facts;
    keep(child, std::move(known), head);
    return facts;
}

} // namespace gweld::casework
