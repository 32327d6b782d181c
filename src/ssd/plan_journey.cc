// From the front door to the conferences: contacts, early help, episodes, assessments, enquiries.
// Where one of our kinds says the same as the row it is used; what a row does not say (how a
// contact came in, what an enquiry found in our terms, the strategy discussion before it) stays
// unsaid.
#include "ssd/planner.h"

#include <algorithm>

namespace gweld::ssd {
namespace {

std::string joined(const std::vector<std::string>& codes) {
    std::string text;
    for (const auto& code : codes) {
        text.append(text.empty() ? "" : ", ").append(code);
    }
    return text;
}

std::string name_of(const record::PersonDescribed& person) {
    return person.forename + (person.forename.empty() || person.surname.empty() ? "" : " ") +
           person.surname;
}

} // namespace

void Planner::put_contacts() {
    std::unordered_map<std::string_view, std::string> names;
    for (const auto& person : extract_.people) {
        names.emplace(person.described.number, name_of(person.described));
    }
    for (const auto& row : extract_.contacts) {
        count(Table::contacts, key_of(row.id), put_contact(row, names[row.person]));
    }
}

// A contact without an outcome waits here as it waited there. One with an outcome was decided, on a
// day and by somebody the dataset does not name.
Became Planner::put_contact(const ContactRow& row, const std::string& name) {
    const auto key = key_of(row.id);
    const auto contact = contact_id(authority_, row.id);
    const auto child = person(row.person);
    record::ContactReceived in;
    in.contact = contact;
    in.on = row.on;
    in.at = clock_text(row.minute_of_day);
    in.channel = record::Channel::not_recorded;
    in.source = record::ContactSource::not_recorded;
    in.organisation = row.source;
    in.harm = record::SignificantHarm::not_recorded;
    in.children.push_back({child, {}, {}, {}, {}, {}, {}});
    auto what = said(Table::contacts, key, in);
    // What the person is called now is no news about the contact.
    in.children.front().name = name;
    what.body = record::encode(in);
    what.about = {contact.uuid, child.uuid};
    what.effective = row.on;
    const auto received = put(std::move(what)).became;
    if (row.outcomes.empty()) {
        return put_or_take_back_end(Table::contacts, key, received, std::nullopt);
    }
    auto outcome =
        said(Table::contacts, end_key(key), record::ContactOutcomeImported{contact, row.outcomes});
    outcome.about = {contact.uuid, child.uuid};
    outcome.effective = row.on;
    return put_or_take_back_end(Table::contacts, key, received, std::move(outcome));
}

void Planner::put_early_help() {
    for (const auto& row : extract_.early_help) {
        auto what = said(Table::early_help_episodes, key_of(row.given.number), row.given);
        what.about = {person(row.person).uuid};
        what.effective = row.given.from;
        const auto key = what.key;
        count(Table::early_help_episodes, key, put(std::move(what)).became);
    }
}

void Planner::put_episodes() {
    for (const auto& row : extract_.episodes) {
        auto what = said(Table::cin_episodes, key_of(row.episode.number), row.episode);
        what.about = {person(row.person).uuid};
        what.effective = row.episode.from;
        const auto key = what.key;
        count(Table::cin_episodes, key, put(std::move(what)).became);
    }
}

void Planner::put_assessments() {
    for (const auto& row : extract_.assessments) {
        const auto child = person(row.person);
        auto what = said(Table::cin_assessments, key_of(row.made.number), row.made);
        what.about = {child.uuid};
        what.effective = row.made.started;
        const auto key = what.key;
        const auto standing = put(std::move(what));
        assessments_.emplace(
            row.made.number,
            AssessmentKnown{child, standing.entry, row.made.authorised.value_or(row.made.started)});
        count(Table::cin_assessments, key, standing.became);
    }
}

void Planner::put_factors() {
    for (const auto& row : extract_.factors) {
        const auto& [child, assessment, on] = assessments_.at(row.assessment);
        auto what = said(Table::assessment_factors, key_of(row.id),
                         record::AssessmentFactorsImported{base::EntryId{assessment}, row.factors});
        what.about = {child.uuid};
        what.effective = on; // the dataset: as understood at the end of the assessment
        what.content = row.assessment + ": " + joined(row.factors);
        const auto key = what.key;
        count(Table::assessment_factors, key, put(std::move(what)).became);
    }
}

void Planner::put_enquiries() {
    for (const auto& row : extract_.enquiries) {
        count(Table::s47_enquiry, key_of(row.id), put_enquiry(row));
    }
}

// The dataset gives one day for the strategy discussion and the start, and not who came: whether it
// was a strategy discussion cannot be said, so the enquiry names none and starts no clock.
Became Planner::put_enquiry(const EnquiryRow& row) {
    const auto key = key_of(row.id);
    const auto child = person(row.person);
    auto what =
        said(Table::s47_enquiry, key,
             record::EnquiryStarted{base::EntryId{}, row.from, record::EnquiryBy::not_recorded});
    what.about = {child.uuid};
    what.effective = row.from;
    const auto started = put(std::move(what));
    if (!row.until) {
        return put_or_take_back_end(Table::s47_enquiry, key, started.became, std::nullopt);
    }
    const auto follows = joined(row.outcomes);
    record::EnquiryConcluded concluded{base::EntryId{started.entry}, *row.until, {}};
    concluded.children.push_back({child, record::Determination::not_recorded, {}, follows});
    auto end = said(Table::s47_enquiry, end_key(key), concluded);
    end.about = {child.uuid};
    end.effective = *row.until;
    end.content = time::to_iso(*row.until) + " " + follows;
    return put_or_take_back_end(Table::s47_enquiry, key, started.became, std::move(end));
}

void Planner::put_conferences(Table table, const std::vector<ConferenceRow>& rows) {
    for (const auto& row : rows) {
        const auto child = person(row.person);
        record::ConferenceHeld held;
        held.type = row.type;
        held.on = row.on;
        held.children.push_back({child, row.decision, {}, {}, row.participation});
        auto what = said(table, key_of(row.id), held);
        what.about = {child.uuid};
        what.effective = row.on;
        const auto key = what.key;
        count(table, key, put(std::move(what)).became);
    }
}

} // namespace gweld::ssd
