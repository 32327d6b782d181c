// The two tables of conferences: initial ones (and those on moving here) and reviews.
#include "ssd/extract_reader.h"

#include <tuple>

namespace gweld::ssd {
namespace {

using record::Answer;
using record::ConferenceDecision;

ConferenceDecision decided(Answer answer, ConferenceDecision when_yes, ConferenceDecision when_no) {
    switch (answer) {
    case Answer::yes:
        return when_yes;
    case Answer::no:
        return when_no;
    case Answer::not_recorded:
        break;
    }
    return ConferenceDecision::not_recorded;
}

} // namespace

// NOT MODELLED: brothers and sisters considered at one conference (icpc_icpc_meeting_id,
// cppr_cp_review_meeting_id) as one entry, because the dataset does not require the number; and
// when a conference was due, which Gweld works out itself.
void ExtractReader::keep_conference(RowReading& row, std::vector<ConferenceRow>& rows,
                                    Register& known, ConferenceRow conference,
                                    std::size_t date_column) {
    if (row.cell(date_column).empty() && !row.refused()) {
        row.warn(Notice::not_held_yet);
        pass_over(row.table());
        return;
    }
    const auto number = conference.id;
    keep(row, rows, known, number, std::move(conference),
         [](const ConferenceRow& a, const ConferenceRow& b) {
             return std::tie(a.person, a.type, a.on, a.decision, a.participation) ==
                    std::tie(b.person, b.type, b.on, b.decision, b.participation);
         });
}

void ExtractReader::read_initial_conference(RowReading& row) {
    using namespace columns::initial_cp_conference;
    ConferenceRow conference;
    conference.id = row.required(id);
    conference.person = row.text(person);
    refer_to_person(row, person);
    if (!row.cell(date).empty()) {
        conference.on = required_past_date(row, date);
    }
    const auto moved = row.closed(transfer_in, answer_in, Reason::not_yes_or_no);
    conference.type = moved == Answer::yes ? record::ConferenceType::transfer_in
                                           : record::ConferenceType::initial;
    conference.decision = decided(row.closed(placed, answer_in, Reason::not_yes_or_no),
                                  ConferenceDecision::placed, ConferenceDecision::not_placed);
    keep_conference(row, extract_.initial_conferences, initial_conferences_, std::move(conference),
                    date);
}

// The dataset does not require the person: then it is the plan's.
std::string ExtractReader::person_of_review(RowReading& row) {
    using namespace columns::cp_reviews;
    if (!row.cell(person).empty()) {
        refer_to_person(row, person);
        return row.text(person);
    }
    const bool there =
        refer(row, plan, {Table::cp_plans, plans_, Reason::plan_not_known, Reason::plan_refused});
    if (!there) {
        return {};
    }
    if (child_of_plan_.empty()) {
        for (const auto& standing : extract_.plans) {
            child_of_plan_.emplace(standing.id, standing.person);
        }
    }
    const auto found = child_of_plan_.find(row.text(plan));
    if (found == child_of_plan_.end()) { // it overlapped another
        row.fault(plan, Reason::plan_refused);
        return {};
    }
    return found->second;
}

void ExtractReader::read_review(RowReading& row) {
    using namespace columns::cp_reviews;
    ConferenceRow review;
    review.id = row.required(id);
    review.person = person_of_review(row);
    review.type = record::ConferenceType::review;
    if (!row.cell(date).empty()) {
        review.on = required_past_date(row, date);
    }
    review.decision = decided(row.closed(continues, answer_in, Reason::not_yes_or_no),
                              ConferenceDecision::continued, ConferenceDecision::removed);
    review.participation = row.text(participation);
    keep_conference(row, extract_.reviews, reviews_, std::move(review), date);
}

} // namespace gweld::ssd
