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
void let_go_of_moved(std::vector<record::ConferenceBookedRow>& bookings,
                     const record::Reading& reading, PersonId child) {
    if (bookings.size() < 2) {
        return;
    }
    const auto entries = reading.about(child.uuid, 0);
    const auto history = protection::conferences_of(child, entries, std::nullopt);
    for (const auto& conference : history.conferences) {
        for (std::size_t at = 0; at + 1 < conference.bookings.size(); ++at) {
            std::erase_if(bookings, [&](const auto& row) {
                return row.entry == conference.bookings[at].entry.uuid;
            });
        }
    }
}

} // namespace

Ties read_ties(const record::Reading& reading, PersonId asked) {
    const PersonId child{reading.kept_for(asked.uuid)};
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
    let_go_of_moved(ties.bookings, reading, child);
    ties.hand_overs = reading.hand_overs_of(child.uuid);
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

Facts read_facts(const record::Reading& reading, PersonId asked) {
    Facts facts;
    static_cast<Ties&>(facts) = read_ties(reading, asked);
    const auto child = facts.child;
    facts.version = reading.version_of(child.uuid);
    facts.addresses = reading.addresses_of(child.uuid);
    facts.entries = reading.about(child.uuid, 0);
    facts.history = protection::history_of(child, facts.entries, std::nullopt);
    facts.enquiries = protection::enquiries_of(child, facts.entries, std::nullopt);
    facts.moves = protection::moves_of(child, facts.entries, std::nullopt);
    facts.coverage = coverage_of(reading, facts);
    facts.age_as_given = age_as_given(reading, facts);
    return facts;
}

FactsKept::Kept FactsKept::kept_of(PersonId child) {
    const std::lock_guard lock{mutex_};
    const auto found = kept_.find(child);
    return found == kept_.end() ? Kept{} : found->second;
}

bool FactsKept::still_so(const record::Reading& reading, const Kept& kept, std::int64_t head) {
    if (!kept.facts || kept.good_at_head > head) {
        return false;
    }
    return kept.good_at_head == head ||
           (reading.version_of(kept.facts->child.uuid) == kept.facts->version &&
            newest_of_family(reading, *kept.facts) == kept.family_version);
}

std::shared_ptr<const Facts> FactsKept::of(const record::Writing& writing, PersonId child) {
    const auto kept = kept_of(child);
    return still_so(writing, kept, writing.head())
               ? kept.facts
               : std::make_shared<const Facts>(read_facts(writing, child));
}

std::shared_ptr<const Facts> FactsKept::of(const record::Reading& reading, PersonId child) {
    const std::int64_t head = reading.head();
    auto known = kept_of(child);
    if (known.facts && known.good_at_head == head) {
        return known.facts;
    }
    if (!still_so(reading, known, head)) {
        known.facts = std::make_shared<const Facts>(read_facts(reading, child));
        known.family_version = newest_of_family(reading, *known.facts);
    }
    // A reader with an older snapshot must not put back what a newer one has replaced.
    const std::lock_guard lock{mutex_};
    if (kept_.size() >= most_children) {
        kept_.clear();
    }
    auto& place = kept_[child];
    if (place.good_at_head <= head) {
        known.good_at_head = head;
        place = known;
    }
    return known.facts;
}

} // namespace gweld::casework
