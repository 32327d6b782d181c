#include "record/projection.h"

#include "record/access_projection.h"
#include "record/conference_rows.h"
#include "record/merging_projection.h"
#include "record/restating.h"
#include "record/rights_projection.h"
#include "record/rows_of.h"
#include "record/signing_projection.h"

#include <array>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::record {

// Every version of the thing this entry is a version of, the newest last. When the last one is a
// Withdrawn, the thing is no more.
std::vector<Entry> Projection::versions_of(Uuid id) const {
    std::vector<Entry> versions;
    auto earlier = id == now_.id ? std::optional{now_} : hands_.entry(id);
    while (earlier && earlier->seq <= now_.seq) {
        versions.insert(versions.begin(), *earlier);
        earlier = earlier->corrects ? hands_.entry(*earlier->corrects) : std::nullopt;
    }
    if (versions.empty() || is_new(versions.back())) {
        return versions;
    }
    for (auto later = correction_of(versions.back().id); later;
         later = correction_of(versions.back().id)) {
        versions.push_back(*later);
    }
    return versions;
}

void Projection::describe_person(const Entry& entry) {
    describe<PersonDescribed, PersonRow>(entry, person_row);
    const Uuid person = entry.about.at(0);
    if (is_new(entry)) {
        const auto body = body_of<PersonDescribed>(entry);
        hands_.replace_name_keys(person, name_keys_(body.forename, body.surname));
        return;
    }
    const auto descriptions = standing<PersonDescribed>(person);
    std::vector<std::string> keys;
    if (!descriptions.empty()) {
        const auto& body = descriptions.back().second;
        keys = name_keys_(body.forename, body.surname);
    }
    hands_.replace_name_keys(person, keys);
}

// The latest standing description is how someone or something is now.
template <class Kind, class Row>
void Projection::describe(const Entry& entry, Row (*row_of)(const Entry&, const Kind&)) {
    if (is_new(entry)) {
        hands_.put(row_of(entry, body_of<Kind>(entry)));
        return;
    }
    const auto descriptions = standing<Kind>(entry.about.at(0));
    if (descriptions.empty()) {
        hands_.remove(row_of(entry, body_of<Kind>(entry)));
    } else {
        hands_.put(row_of(descriptions.back().first, descriptions.back().second));
    }
}

void Projection::name_family(const Entry& entry) {
    const auto row = family_member_row(entry, body_of<FamilyMemberNamed>(entry));
    if (is_new(entry)) {
        hands_.put(row);
        return;
    }
    const auto named = standing<FamilyMemberNamed>(row.person);
    const bool still = std::any_of(named.begin(), named.end(), [&](const auto& each) {
        return each.second.family.uuid == row.family;
    });
    still ? hands_.put(row) : hands_.remove(row);
}

void Projection::live_at(const Entry& entry) {
    if (stands(entry)) {
        hands_.put(address_row(entry, body_of<AddressLivedAt>(entry)));
    }
}

std::optional<AllocationRow>
Projection::allocation_after(const std::vector<Entry>& versions) const {
    if (versions.empty() || !is_a<Allocated>(versions.back())) {
        return std::nullopt;
    }
    auto row = allocation_row(versions.back(), body_of<Allocated>(versions.back()));
    // An end is about the child as well; the worker's entries are thousands.
    each_naming<AllocationEnded>(
        versions, &AllocationEnded::allocation,
        [&](const auto& end) { row.until_day = end.until.day_number(); }, row.worker);
    return row;
}

void Projection::allocate(Uuid allocation) {
    const auto versions = versions_of(allocation);
    if (const auto row = allocation_after(versions)) {
        hands_.put(*row);
    }
    for (const auto& version : versions) {
        if (is_a<Allocated>(version)) {
            hand_overs_of(body_of<Allocated>(version).child.uuid);
        }
    }
}

void Projection::register_child(Uuid placed) {
    const auto versions = versions_of(placed);
    if (versions.empty() || !is_a<PlacedOnRegister>(versions.back())) {
        return;
    }
    auto row = registration_row(versions.back(), body_of<PlacedOnRegister>(versions.back()));
    each_naming<CategoryChanged>(versions, &CategoryChanged::placed, [&](const auto& change) {
        row.categories = names_of(change.categories);
    });
    each_naming<RemovedFromRegister>(
        versions, &RemovedFromRegister::placed, [&](const auto& removal) {
            row.end_day = removal.on.day_number();
            row.ground = boost::describe::enum_to_string(removal.ground, "");
        });
    hands_.put(row);
}

void Projection::visit(Uuid visited) {
    const auto versions = versions_of(visited);
    if (versions.empty() || !is_a<VisitMade>(versions.back())) {
        return;
    }
    auto rows = visit_rows(versions.back(), body_of<VisitMade>(versions.back()));
    each_naming<VisitWrittenUp>(versions, &VisitWrittenUp::visit, [&](const auto&) {
        for (auto& row : rows) {
            row.write_up = "complete";
        }
    });
    put_all(rows);
}

std::vector<StrategyDiscussionRow>
Projection::discussion_after(const std::vector<Entry>& versions) const {
    if (versions.empty() || !is_a<StrategyDiscussionHeld>(versions.back())) {
        return {};
    }
    auto rows = discussion_rows(versions.back(), body_of<StrategyDiscussionHeld>(versions.back()));
    each_naming<InternalMeetingAccepted>(versions, &InternalMeetingAccepted::discussion,
                                         [&](const auto& accepted) {
                                             for (auto& row : rows) {
                                                 row.accepted_day = accepted.on.day_number();
                                             }
                                         });
    return rows;
}

void Projection::discuss(Uuid discussion) {
    const auto versions = versions_of(discussion);
    put_all(discussion_after(versions));
    for (const auto& version : versions) {
        if (is_a<StrategyDiscussionHeld>(version)) {
            for (const auto& part : body_of<StrategyDiscussionHeld>(version).children) {
                hand_overs_of(part.child.uuid);
            }
        }
    }
}

void Projection::enquire(Uuid enquiry) {
    const auto versions = versions_of(enquiry);
    if (versions.empty() || !is_a<EnquiryStarted>(versions.back())) {
        return;
    }
    auto rows = enquiry_rows(versions.back(), body_of<EnquiryStarted>(versions.back()));
    each_naming<EnquiryConcluded>(versions, &EnquiryConcluded::enquiry, [&](const auto& concluded) {
        for (auto& row : rows) {
            const auto part = std::ranges::find(concluded.children, base::PersonId{row.child},
                                                &ChildAtEnquiry::child);
            if (part != concluded.children.end()) {
                row.concluded_day = concluded.on.day_number();
                row.determination = boost::describe::enum_to_string(part->determination, "");
            }
        }
    });
    put_all(rows);
}

template <class Kind, class Row>
void Projection::own_rows(const Entry& entry,
                          std::vector<Row> (*rows_of)(const Entry&, const Kind&)) {
    if (stands(entry)) {
        put_all(rows_of(entry, body_of<Kind>(entry)));
    }
}

// Kinds without rows of their own and kinds of a newer program are passed over.
void Projection::restate(const Entry& entry) {
    using Restate = void (*)(Projection&, const Entry&);
    constexpr std::array<std::pair<std::string_view, Restate>, 22> by_kind{{
        {Named<PersonDescribed>::name, [](Projection& p, const Entry& e) { p.describe_person(e); }},
        {Named<FamilyMemberNamed>::name, [](Projection& p, const Entry& e) { p.name_family(e); }},
        {Named<AddressLivedAt>::name, [](Projection& p, const Entry& e) { p.live_at(e); }},
        {Named<TeamDescribed>::name,
         [](Projection& p, const Entry& e) { p.describe<TeamDescribed, TeamRow>(e, team_row); }},
        {Named<WorkerDescribed>::name,
         [](Projection& p, const Entry& e) {
             p.describe<WorkerDescribed, WorkerRow>(e, worker_row);
         }},
        {Named<Allocated>::name, [](Projection& p, const Entry& e) { p.allocate(e.id); }},
        {Named<AllocationEnded>::name,
         [](Projection& p, const Entry& e) {
             p.allocate(body_of<AllocationEnded>(e).allocation.uuid);
         }},
        {Named<PlacedOnRegister>::name,
         [](Projection& p, const Entry& e) { p.register_child(e.id); }},
        {Named<RemovedFromRegister>::name,
         [](Projection& p, const Entry& e) {
             p.register_child(body_of<RemovedFromRegister>(e).placed.uuid);
         }},
        {Named<CategoryChanged>::name,
         [](Projection& p, const Entry& e) {
             p.register_child(body_of<CategoryChanged>(e).placed.uuid);
         }},
        {Named<VisitMade>::name, [](Projection& p, const Entry& e) { p.visit(e.id); }},
        {Named<VisitAttempted>::name, put_own<VisitAttempted, VisitRow, visit_rows>},
        {Named<VisitWrittenUp>::name,
         [](Projection& p, const Entry& e) { p.visit(body_of<VisitWrittenUp>(e).visit.uuid); }},
        {Named<StrategyDiscussionHeld>::name,
         [](Projection& p, const Entry& e) { p.discuss(e.id); }},
        {Named<InternalMeetingAccepted>::name,
         [](Projection& p, const Entry& e) {
             p.discuss(body_of<InternalMeetingAccepted>(e).discussion.uuid);
         }},
        {Named<EnquiryStarted>::name, [](Projection& p, const Entry& e) { p.enquire(e.id); }},
        {Named<EnquiryConcluded>::name,
         [](Projection& p, const Entry& e) {
             p.enquire(body_of<EnquiryConcluded>(e).enquiry.uuid);
         }},
        {Named<ConferenceBooked>::name,
         put_own<ConferenceBooked, ConferenceBookedRow, booking_rows>},
        {Named<ConferenceHeld>::name, put_own<ConferenceHeld, MeetingRow, meeting_rows>},
        {Named<ChairSlotsSet>::name, put_own<ChairSlotsSet, ChairDiaryRow, diary_rows>},
        {Named<ChairAway>::name, put_own<ChairAway, ChairDiaryRow, diary_rows>},
        {Named<CoreGroupMet>::name, put_own<CoreGroupMet, MeetingRow, meeting_rows>},
    }};
    if (entry.kind.starts_with("contact.")) { // the contact itself is named first
        contact(entry.about.at(0));
        return;
    }
    for (const auto& [kind, restate_it] : by_kind) {
        if (entry.kind == kind) {
            restate_it(*this, entry);
        }
    }
}

void project(const Entry& entry, TableHands& hands, NameKeys name_keys) {
    Projection projection{entry, hands, name_keys};
    if (entry.corrects) {
        hands.remove_rows_of(*entry.corrects);
        if (const auto corrected = hands.entry(*entry.corrects)) {
            projection.restate(*corrected);
        }
    }
    projection.restate(entry);
    project_signing(entry, hands);
    project_merging(entry, hands);
    project_access(entry, hands);
    project_protected_addresses(entry, hands);
    project_rights(entry, hands);
    if (entry.provenance) {
        hands.put(provenance_row(entry, *entry.provenance));
    }
}

} // namespace gweld::record
