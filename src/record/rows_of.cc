#include "record/rows_of.h"

#include <boost/describe/enum_to_string.hpp>

namespace gweld::record {

namespace {

template <class Enum> std::string text_of(Enum value) {
    return boost::describe::enum_to_string(value, "");
}

std::optional<std::int64_t> number_of(const std::optional<CivilDate>& date) {
    return date ? std::optional<std::int64_t>{date->day_number()} : std::nullopt;
}

// about is never empty (the store refuses it), and whom a description describes comes first.
Uuid subject_of(const Entry& entry) { return entry.about.at(0); }

VisitRow visit_row(const Entry& entry, Uuid child, CivilDate on) {
    VisitRow row;
    row.entry = entry.id;
    row.child = child;
    row.on_day = on.day_number();
    row.worker = entry.recorded_by.worker;
    row.recorded_at = entry.recorded_at.time_since_epoch().count();
    if (entry.provenance && entry.provenance->recorded_at) {
        row.source_recorded_at = entry.provenance->recorded_at->time_since_epoch().count();
    }
    return row;
}

std::vector<MeetingRow> one_row_each(const Entry& entry, const std::string& meeting, CivilDate on) {
    std::vector<MeetingRow> rows;
    rows.reserve(entry.about.size());
    for (const auto& child : entry.about) {
        rows.push_back({entry.id, child, meeting, on.day_number()});
    }
    return rows;
}

// Of several people of one agency it is enough that one came.
std::string came_for(const std::vector<AgencyAtMeeting>& invited, Agency agency) {
    std::optional<Came> best;
    for (const auto& person : invited) {
        if (person.agency == agency && (!best || person.came < *best)) {
            best = person.came;
        }
    }
    return best ? text_of(*best) : "not_invited";
}

// Enough for a line of a list; a word that does not fit is left out whole.
std::string beginning_of(const std::string& text) {
    constexpr std::size_t longest = 200;
    if (text.size() <= longest) {
        return text;
    }
    const auto space = text.rfind(' ', longest);
    if (space != std::string::npos && space > 0) {
        return text.substr(0, space);
    }
    std::size_t end = longest;
    const auto inside_a_letter = [&] {
        return (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U;
    };
    while (end > 0 && inside_a_letter()) {
        --end;
    }
    return text.substr(0, end);
}

} // namespace

std::string names_of(const std::vector<Category>& categories) {
    std::string names;
    for (const auto category : categories) {
        names += (names.empty() ? "" : ",") + text_of(category);
    }
    return names;
}

PersonRow person_row(const Entry& entry, const PersonDescribed& body) {
    return {.person = subject_of(entry),
            .number = body.number,
            .forename = body.forename,
            .surname = body.surname,
            .sex = text_of(body.sex),
            .born = number_of(body.born),
            .expected = number_of(body.expected),
            .died = number_of(body.died),
            .ethnicity = body.ethnicity,
            .language = body.language};
}

FamilyMemberRow family_member_row(const Entry& entry, const FamilyMemberNamed& body) {
    return {.family = body.family.uuid, .person = subject_of(entry)};
}

AddressRow address_row(const Entry& entry, const AddressLivedAt& body) {
    return {.entry = entry.id,
            .person = subject_of(entry),
            .kind = text_of(body.kind),
            .lines = body.lines,
            .postcode = body.postcode,
            .from_day = body.from.day_number(),
            .until_day = number_of(body.until)};
}

TeamRow team_row(const Entry& entry, const TeamDescribed& body) {
    return {.team = subject_of(entry),
            .number = body.number,
            .name = body.name,
            .parent_number = body.parent_number};
}

WorkerRow worker_row(const Entry& entry, const WorkerDescribed& body) {
    return {.worker = subject_of(entry),
            .number = body.number,
            .name = body.name,
            .job_title = body.job_title,
            .registration = body.registration,
            .team = body.team};
}

AllocationRow allocation_row(const Entry& entry, const Allocated& body) {
    return {.entry = entry.id,
            .child = body.child.uuid,
            .worker = body.worker.uuid,
            .team = body.team ? std::optional{body.team->uuid} : std::nullopt,
            .as = text_of(body.as),
            .from_day = body.from.day_number(),
            .until_day = number_of(body.until)};
}

RegistrationRow registration_row(const Entry& entry, const PlacedOnRegister& body) {
    return {.entry = entry.id,
            .child = subject_of(entry),
            .start_day = body.on.day_number(),
            .end_day = std::nullopt,
            .categories = names_of(body.categories),
            .plan_number = body.plan_number,
            .ground = {}};
}

std::vector<VisitRow> visit_rows(const Entry& entry, const VisitMade& body) {
    std::vector<VisitRow> rows;
    for (const auto& part : body.children) {
        VisitRow row = visit_row(entry, part.child.uuid, body.on);
        row.made = "made";
        row.place = text_of(body.place);
        row.announced = text_of(body.announced);
        row.seen = text_of(part.seen);
        row.alone = text_of(part.alone);
        row.bedroom = text_of(part.bedroom);
        row.write_up = text_of(body.write_up);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<VisitRow> visit_rows(const Entry& entry, const VisitAttempted& body) {
    std::vector<VisitRow> rows;
    for (const auto& child : body.children) {
        VisitRow row = visit_row(entry, child.uuid, body.on);
        row.made = "attempted";
        row.place = text_of(body.place);
        row.announced = text_of(body.announced);
        row.because = text_of(body.because);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<MeetingRow> meeting_rows(const Entry& entry, const ConferenceHeld& body) {
    return one_row_each(entry, "conference." + text_of(body.type), body.on);
}

std::vector<MeetingRow> meeting_rows(const Entry& entry, const CoreGroupMet& body) {
    return one_row_each(entry, "core-group", body.on);
}

std::vector<StrategyDiscussionRow> discussion_rows(const Entry& entry,
                                                   const StrategyDiscussionHeld& body) {
    std::vector<StrategyDiscussionRow> rows;
    for (const auto& part : body.children) {
        rows.push_back({.entry = entry.id,
                        .child = part.child.uuid,
                        .on_day = body.on.day_number(),
                        .childrens_services = came_for(body.invited, Agency::childrens_services),
                        .police = came_for(body.invited, Agency::police),
                        .threshold = text_of(part.threshold),
                        .enquiry = body.enquiry ? text_of(*body.enquiry) : std::string{},
                        .accepted_day = std::nullopt});
    }
    return rows;
}

std::vector<EnquiryRow> enquiry_rows(const Entry& entry, const EnquiryStarted& body) {
    std::vector<EnquiryRow> rows;
    for (const auto& child : entry.about) {
        rows.push_back({.entry = entry.id,
                        .child = child,
                        .discussion = body.discussion.uuid,
                        .on_day = body.on.day_number(),
                        .by = text_of(body.by),
                        .concluded_day = std::nullopt,
                        .determination = {}});
    }
    return rows;
}

std::vector<ConferenceBookedRow> booking_rows(const Entry& entry, const ConferenceBooked& body) {
    std::vector<ConferenceBookedRow> rows;
    for (const auto& child : entry.about) {
        rows.push_back({.entry = entry.id,
                        .child = child,
                        .type = text_of(body.type),
                        .on_day = body.on.day_number(),
                        .at = body.at,
                        .place = body.place,
                        .chair = body.chair,
                        .chair_worker = body.chair_worker ? std::optional{body.chair_worker->uuid}
                                                          : std::nullopt,
                        .minutes = body.minutes});
    }
    return rows;
}

ContactRow contact_row(const Entry& entry, const ContactReceived& body) {
    ContactRow row;
    row.contact = body.contact.uuid;
    row.entry = entry.id;
    row.received_day = body.on.day_number();
    row.received_time = body.at;
    row.channel = text_of(body.channel);
    row.source = text_of(body.source);
    row.organisation = body.organisation;
    row.referrer = body.referrer;
    row.referrer_role = body.referrer_role;
    row.harm = text_of(body.harm);
    row.worry_begins = beginning_of(body.worry);
    row.worry_language = body.worry_language;
    row.children = static_cast<std::int64_t>(body.children.size());
    return row;
}

std::vector<ContactChildRow> contact_child_rows(const ContactReceived& body) {
    std::vector<ContactChildRow> rows;
    for (const auto& child : body.children) {
        ContactChildRow row;
        row.contact = body.contact.uuid;
        row.nth = static_cast<std::int64_t>(rows.size()) + 1;
        row.person = child.person ? std::optional{child.person->uuid} : std::nullopt;
        row.name = child.name;
        row.born = number_of(child.born);
        row.age = child.age;
        row.expected = number_of(child.expected);
        row.address = child.address;
        row.postcode = child.postcode;
        rows.push_back(std::move(row));
    }
    return rows;
}

void note(ContactRow& row, const Entry&, const ContactTaken& body) {
    row.worker = body.worker.uuid;
    row.worker_name = body.name;
}

void note(ContactRow& row, const Entry&, const ContactWaits& body) {
    row.waits_for = body.waits_for;
    row.waits_from = body.from;
    row.waits_until = body.until.day_number();
    ++row.waits;
}

void note(ContactRow& row, const Entry& entry, const ContactDecided& body) {
    row.outcome = text_of(body.outcome);
    row.decided_day = body.on.day_number();
    row.decided_at = entry.recorded_at.time_since_epoch().count();
    row.decided_by = entry.recorded_by.name;
}

void note(ContactRow& row, const Entry&, const ContactOutcomeImported&) {
    if (row.outcome.empty()) {
        row.outcome = outcome_in_earlier_system;
    }
}

void note(std::vector<ContactChildRow>& rows, const Entry& entry, const ContactChildMatched& body) {
    if (body.nth >= 1 && body.nth <= static_cast<int>(rows.size())) {
        auto& row = rows[static_cast<std::size_t>(body.nth) - 1];
        row.person = body.person.uuid;
        row.matched_by = entry.id;
    }
}

ProvenanceRow provenance_row(const Entry& entry, const Provenance& provenance) {
    return {.source = provenance.source,
            .file = provenance.file,
            .key = provenance.key,
            .entry = entry.id,
            .fingerprint = provenance.fingerprint};
}

} // namespace gweld::record
