#include "record/projection.h"

#include "record/codec.h"
#include "record/conference_rows.h"
#include "record/kinds.h"
#include "record/merging_projection.h"
#include "record/referral_rows.h"
#include "record/rows_of.h"
#include "record/signing_projection.h"

#include <algorithm>
#include <array>
#include <boost/describe/enum_to_string.hpp>
#include <utility>

namespace gweld::record {

namespace {

// The record as it was when `now` had just been written.
class Projection {
  public:
    Projection(const Entry& now, TableHands& hands, NameKeys name_keys)
        : now_{now}, hands_{hands}, name_keys_{name_keys} {}

    // Brings every row that this entry bears on to where it stands.
    void restate(const Entry& entry);

  private:
    std::optional<Entry> correction_of(Uuid id) const {
        auto correction = hands_.correction_of(id);
        return correction && correction->seq <= now_.seq ? correction : std::nullopt;
    }
    // Nothing recorded earlier can name or correct the entry that is being applied.
    bool is_new(const Entry& entry) const { return entry.id == now_.id; }
    bool stands(const Entry& entry) const { return is_new(entry) || !correction_of(entry.id); }

    std::vector<Entry> versions_of(Uuid id) const;
    template <class Kind> std::vector<std::pair<Entry, Kind>> standing(Uuid subject) const {
        return standing_among<Kind>(hands_.about_of_kind(subject, Named<Kind>::name));
    }
    template <class Kind>
    std::vector<std::pair<Entry, Kind>> standing_among(const std::vector<Entry>& entries) const;
    template <class Kind, class Then>
    void each_naming(const std::vector<Entry>& versions, base::EntryId Kind::* names,
                     const Then& then) const;

    void put_all(const auto& rows) {
        std::ranges::for_each(rows, [this](const auto& row) { hands_.put(row); });
    }
    void describe_person(const Entry& entry);
    template <class Kind, class Row>
    void describe(const Entry& entry, Row (*row_of)(const Entry&, const Kind&));
    void name_family(const Entry& entry);
    void live_at(const Entry& entry);
    void allocate(Uuid allocation);
    void register_child(Uuid placed);
    void visit(Uuid visited);
    void discuss(Uuid discussion);
    void enquire(Uuid enquiry);
    void contact(Uuid contact);
    template <class Kind, class Row> void note_all(const std::vector<Entry>& all, Row& row) const;
    void referral(const ContactRow& row, std::vector<Entry> about);
    template <class Kind, class Row>
    void own_rows(const Entry& entry, std::vector<Row> (*rows_of)(const Entry&, const Kind&));
    template <class Kind, class Row, std::vector<Row> (*rows_of)(const Entry&, const Kind&)>
    static void put_own(Projection& projection, const Entry& entry) {
        projection.own_rows<Kind, Row>(entry, rows_of);
    }

    const Entry& now_;
    TableHands& hands_;
    NameKeys name_keys_;
};

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

template <class Kind>
std::vector<std::pair<Entry, Kind>>
Projection::standing_among(const std::vector<Entry>& entries) const {
    std::vector<std::pair<Entry, Kind>> found;
    for (const auto& entry : entries) {
        if (entry.seq <= now_.seq && is_a<Kind>(entry) && stands(entry)) {
            found.emplace_back(entry, body_of<Kind>(entry));
        }
    }
    return found;
}

// Standing entries of the kind that name one of the versions, in the order they were recorded.
template <class Kind, class Then>
void Projection::each_naming(const std::vector<Entry>& versions, base::EntryId Kind::* names,
                             const Then& then) const {
    if (versions.size() == 1 && is_new(versions.back())) {
        return;
    }
    std::vector<Uuid> subjects;
    for (const auto& version : versions) {
        subjects.insert(subjects.end(), version.about.begin(), version.about.end());
    }
    std::sort(subjects.begin(), subjects.end());
    subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
    std::vector<std::pair<Entry, Kind>> found;
    for (const auto& subject : subjects) {
        for (auto& candidate : standing<Kind>(subject)) {
            const auto names_it = [&](const Entry& version) {
                return version.id == (candidate.second.*names).uuid;
            };
            if (std::any_of(versions.begin(), versions.end(), names_it)) {
                found.push_back(std::move(candidate));
            }
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first.seq < b.first.seq; });
    for (const auto& [entry, body] : found) {
        then(body);
    }
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

void Projection::allocate(Uuid allocation) {
    const auto versions = versions_of(allocation);
    if (versions.empty() || !is_a<Allocated>(versions.back())) {
        return;
    }
    auto row = allocation_row(versions.back(), body_of<Allocated>(versions.back()));
    each_naming<AllocationEnded>(versions, &AllocationEnded::allocation,
                                 [&](const auto& end) { row.until_day = end.until.day_number(); });
    hands_.put(row);
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

void Projection::discuss(Uuid discussion) {
    const auto versions = versions_of(discussion);
    if (versions.empty() || !is_a<StrategyDiscussionHeld>(versions.back())) {
        return;
    }
    auto rows = discussion_rows(versions.back(), body_of<StrategyDiscussionHeld>(versions.back()));
    each_naming<InternalMeetingAccepted>(versions, &InternalMeetingAccepted::discussion,
                                         [&](const auto& accepted) {
                                             for (auto& row : rows) {
                                                 row.accepted_day = accepted.on.day_number();
                                             }
                                         });
    put_all(rows);
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

// Few entries are about one contact, so its rows are made afresh from all that stand.
void Projection::contact(Uuid contact) {
    auto all = hands_.about(contact);
    for (const auto& entry : all) {
        if (is_a<ContactReceived>(entry) && !is_new(entry)) {
            for (const auto& child : contact_child_rows(body_of<ContactReceived>(entry))) {
                hands_.remove(child);
            }
        }
    }
    ContactRow row;
    row.contact = contact;
    const auto received = standing_among<ContactReceived>(all);
    if (received.empty()) {
        hands_.remove(row);
        return referral(row, std::move(all));
    }
    row = contact_row(received.back().first, received.back().second);
    auto children = contact_child_rows(received.back().second);
    note_all<ContactChildMatched>(all, children);
    for (const auto& child : children) {
        row.matched += child.person ? 1 : 0;
        hands_.put(child);
    }
    note_all<ContactTaken>(all, row);
    note_all<ContactWaits>(all, row);
    note_all<ContactDecided>(all, row);
    note_all<ContactOutcomeImported>(all, row); // gives way to a decision made here
    hands_.put(row);
    referral(row, std::move(all));
}

void Projection::referral(const ContactRow& row, std::vector<Entry> about) {
    std::erase_if(about, [&](const auto& e) { return e.seq > now_.seq || !stands(e); });
    restate_referral(row, about, hands_);
}

template <class Kind, class Row>
void Projection::note_all(const std::vector<Entry>& all, Row& row) const {
    for (const auto& [entry, body] : standing_among<Kind>(all)) {
        note(row, entry, body);
    }
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

} // namespace

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
    if (entry.provenance) {
        hands.put(provenance_row(entry, *entry.provenance));
    }
}

} // namespace gweld::record
