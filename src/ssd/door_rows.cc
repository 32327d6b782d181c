// The tables from the front door to an assessment: contacts, early help, episodes, assessments.
#include "ssd/extract_reader.h"

#include "record/codec.h"

#include <algorithm>
#include <tuple>

namespace gweld::ssd {
namespace {

constexpr std::string_view no_further_action = "NFA_FLAG";

// The standalone column says what the flag of the same name says.
void add_no_further_action(RowReading& row, std::size_t column, std::vector<std::string>& flags) {
    const auto said = row.closed(column, answer_in, Reason::not_yes_or_no);
    const auto place = std::ranges::lower_bound(flags, no_further_action);
    if (said == record::Answer::yes && (place == flags.end() || *place != no_further_action)) {
        flags.emplace(place, no_further_action);
    }
}

std::string described_or_code(const RowReading& row, std::size_t described, std::size_t code) {
    return row.cell(described).empty() ? row.text(code) : row.text(described);
}

template <class Row, class Body> auto same_body(Body Row::* body) {
    return [body](const Row& a, const Row& b) {
        return a.person == b.person && record::encode(a.*body) == record::encode(b.*body);
    };
}

} // namespace

time::CivilDate ExtractReader::required_past_date(RowReading& row, std::size_t column) {
    const auto day = row.required_date(column);
    if (day > today_) {
        row.fault(column, Reason::in_the_future);
    }
    return day;
}

std::optional<time::CivilDate> ExtractReader::past_end(RowReading& row, std::size_t column,
                                                       time::CivilDate from) {
    const auto day = row.date(column);
    if (day && *day > today_) {
        row.fault(column, Reason::in_the_future);
    } else if (day && !row.refused() && *day < from) {
        row.fault(column, Reason::end_before_start);
    }
    return day;
}

std::string ExtractReader::worker_called(RowReading& row, std::size_t column) {
    auto number = row.text(column);
    const auto found = workers_.place_of.find(number);
    if (number.empty() || found == workers_.place_of.end()) {
        if (!number.empty() && !row.refused()) {
            row.warn(Notice::worker_not_listed);
        }
        return number;
    }
    const auto& name = extract_.workers[found->second].described.name;
    return name.empty() ? number : name;
}

std::string ExtractReader::team_called(RowReading& row, std::size_t column) const {
    auto said = row.text(column);
    const auto found = teams_.place_of.find(said);
    if (found == teams_.place_of.end()) {
        return said; // the dataset also allows its name
    }
    const auto& name = extract_.teams[found->second].described.name;
    return name.empty() ? said : name;
}

void ExtractReader::read_contact(RowReading& row) {
    using namespace columns::contacts;
    ContactRow contact;
    contact.id = row.required(id);
    contact.person = row.text(person);
    refer_to_person(row, person);
    contact.on = required_past_date(row, date);
    if (const auto when = moment_in(row.cell(date)); when.ok()) {
        contact.minute_of_day = minute_of(when.value());
    }
    contact.source = described_or_code(row, source, source_code);
    contact.outcomes = row.closed(outcomes, outcomes_in, Reason::outcomes_not_readable).flags;
    if (!row.refused() && contact.source.empty()) {
        row.warn(Notice::source_missing);
    }
    const auto number = contact.id;
    keep(row, extract_.contacts, contacts_, number, std::move(contact),
         [](const ContactRow& a, const ContactRow& b) {
             return std::tie(a.person, a.on, a.minute_of_day, a.source, a.outcomes) ==
                    std::tie(b.person, b.on, b.minute_of_day, b.source, b.outcomes);
         });
}

void ExtractReader::read_early_help(RowReading& row) {
    using namespace columns::early_help_episodes;
    EarlyHelpRow help;
    auto& given = help.given;
    given.number = row.required(id);
    help.person = row.text(person);
    refer_to_person(row, person);
    given.from = required_past_date(row, start);
    given.until = past_end(row, end, given.from);
    given.reason = row.text(reason);
    given.end_reason = row.text(end_reason);
    given.organisation = row.text(organisation);
    given.worker = worker_called(row, worker);
    const auto number = given.number;
    keep(row, extract_.early_help, early_help_, number, std::move(help),
         same_body(&EarlyHelpRow::given));
}

void ExtractReader::read_episode(RowReading& row) {
    using namespace columns::cin_episodes;
    EpisodeRow referred;
    auto& episode = referred.episode;
    episode.number = row.required(id);
    referred.person = row.text(person);
    refer_to_person(row, person);
    episode.from = required_past_date(row, start);
    episode.until = past_end(row, end, episode.from);
    episode.need = row.text(need);
    episode.source = described_or_code(row, source, source_code);
    episode.outcomes = row.closed(outcomes, outcomes_in, Reason::outcomes_not_readable).flags;
    add_no_further_action(row, nfa, episode.outcomes);
    episode.close_reason = row.text(close_reason);
    episode.team = team_called(row, team);
    episode.worker = worker_called(row, worker);
    const auto number = episode.number;
    keep(row, extract_.episodes, episodes_, number, std::move(referred),
         same_body(&EpisodeRow::episode));
}

void ExtractReader::read_assessment(RowReading& row) {
    using namespace columns::cin_assessments;
    AssessmentRow assessment;
    auto& made = assessment.made;
    made.number = row.required(id);
    assessment.person = row.text(person);
    refer_to_person(row, person);
    made.episode = row.text(episode);
    made.started = required_past_date(row, start);
    made.authorised = past_end(row, authorised, made.started);
    made.child_seen = row.closed(child_seen, answer_in, Reason::not_yes_or_no);
    auto said = row.closed(outcomes, outcomes_in, Reason::outcomes_not_readable);
    made.outcomes = std::move(said.flags);
    made.comments = std::move(said.comments);
    add_no_further_action(row, nfa, made.outcomes);
    made.team = team_called(row, team);
    made.worker = worker_called(row, worker);
    const auto number = made.number;
    keep(row, extract_.assessments, assessments_, number, std::move(assessment),
         same_body(&AssessmentRow::made));
}

void ExtractReader::read_factors(RowReading& row) {
    using namespace columns::assessment_factors;
    FactorsRow found;
    found.id = row.required(id);
    found.assessment = row.text(assessment);
    refer(row, assessment,
          {Table::cin_assessments, assessments_, Reason::assessment_not_known,
           Reason::assessment_refused});
    found.factors = row.closed(factors, factors_in, Reason::factors_not_readable);
    if (!row.refused() && found.factors.empty()) {
        row.warn(Notice::without_codes);
        pass_over(Table::assessment_factors);
        return;
    }
    const auto number = found.id;
    keep(row, extract_.factors, factors_, number, std::move(found),
         [](const FactorsRow& a, const FactorsRow& b) {
             return std::tie(a.assessment, a.factors) == std::tie(b.assessment, b.factors);
         });
}

void ExtractReader::read_enquiry(RowReading& row) {
    using namespace columns::s47_enquiry;
    EnquiryRow enquiry;
    enquiry.id = row.required(id);
    enquiry.person = row.text(person);
    refer_to_person(row, person);
    enquiry.from = required_past_date(row, start);
    enquiry.until = past_end(row, end, enquiry.from);
    enquiry.outcomes = row.closed(outcomes, outcomes_in, Reason::outcomes_not_readable).flags;
    add_no_further_action(row, nfa, enquiry.outcomes);
    if (!row.refused() && !enquiry.until && !enquiry.outcomes.empty()) {
        row.warn(Notice::outcome_without_end);
    }
    const auto number = enquiry.id;
    keep(row, extract_.enquiries, enquiries_, number, std::move(enquiry),
         [](const EnquiryRow& a, const EnquiryRow& b) {
             return std::tie(a.person, a.from, a.until, a.outcomes) ==
                    std::tie(b.person, b.from, b.until, b.outcomes);
         });
}

} // namespace gweld::ssd
