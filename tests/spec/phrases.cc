#include "phrases.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

namespace gweld::spec {

namespace {

int number(std::string_view text) {
    int n = 0;
    const auto* begin = std::to_address(text.begin());
    const auto* end = begin + text.size();
    const auto [stopped, problem] = std::from_chars(begin, end, n);
    if (problem != std::errc{} || stopped != end) {
        throw Misspelt{"not a number: " + std::string{text}};
    }
    return n;
}

template <class List> auto longest_first(List list) {
    std::ranges::stable_sort(
        list, [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
    return list;
}

} // namespace

bool Line::take(std::string_view words) {
    if (!rest_.starts_with(words) || (rest_.size() > words.size() && rest_[words.size()] != ' ')) {
        return false;
    }
    rest_.remove_prefix(words.size());
    trim();
    return true;
}

void Line::trim() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r"), rest_.size()));
    rest_ = rest_.substr(0, rest_.find_last_not_of(" \t\r") + 1);
}

std::string_view Line::word() {
    const auto found = rest_.substr(0, rest_.find(' '));
    rest_.remove_prefix(found.size());
    trim();
    return found;
}

time::CivilDate Line::date() {
    static constexpr std::array<std::string_view, 12> months{
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    static constexpr std::array<std::string_view, 7> weekdays{
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    const auto weekday = word();
    const auto day_of_month = number(word());
    const auto month_name = word();
    const auto month = std::ranges::find(months, month_name) - months.begin() + 1;
    const auto ymd = std::chrono::year{number(word())} /
                     std::chrono::month{static_cast<unsigned>(month)} /
                     std::chrono::day{static_cast<unsigned>(day_of_month)};
    if (!ymd.ok()) {
        throw Misspelt{"no such day in " + std::string{month_name}};
    }
    const time::CivilDate date{ymd};
    const auto right = weekdays.at(date.weekday().c_encoding());
    if (right != weekday) {
        throw Misspelt{time::to_iso(date) + " is a " + std::string{right} + ", not a " +
                       std::string{weekday}};
    }
    return date;
}

std::span<const Happening> happenings() {
    static const auto list = longest_first(std::vector<Happening>{
        {"a report was received on", {"report-received"}},
        {"the decision on the report was recorded on", {"report-decision-recorded"}},
        {"the report was answered on", {"report-acknowledged"}},
        {"a referral was received on", {"referral-received"}},
        {"the assessment was completed on", {"assessment-completed"}},
        {"a strategy discussion was held on", {"strategy-discussion-held"}},
        {"a strategy discussion decided on enquiries on", {"enquiry-decided-on"}},
        {"the enquiries started on", {"enquiry-started"}},
        {"the initial conference was held on", {"conference-held", "initial-conference-held"}},
        {"the child was placed on the register at the conference on",
         {"conference-held", "registered-at-conference", "placed-on-register"}},
        {"the child was placed on the register on", {"placed-on-register"}},
        {"a review conference was held on", {"conference-held", "review-conference-held"}},
        {"a conference was held on", {"conference-held"}},
        {"a core group was held on", {"core-group-held"}},
        {"the child was seen alone on", {"child-seen-alone"}},
        {"the child was seen at home on", {"child-seen-at-home"}},
        {"the child was seen alone and at home on", {"child-seen-alone", "child-seen-at-home"}},
        {"the bedroom was seen on", {"bedroom-seen"}},
        {"the outline plan was sent out on", {"outline-plan-circulated"}},
        {"the record of the conference was sent out on", {"conference-record-circulated"}},
        {"the record of the conference was received on", {"conference-record-received"}},
        {"comments on the record were sent on", {"record-comments-sent"}},
        {"a co-ordinator was named on", {"coordinator-named"}},
        {"notice of a move was received on", {"move-notified"}},
        {"written information was sent on", {"written-information-sent"}},
        {"a permanent move was notified and agreed on", {"permanent-move-notified-and-agreed"}},
        {"the transfer-in conference was held on", {"transfer-conference-held"}},
        {"the child could not be found on", {"whereabouts-unknown"}},
        {"the social worker and the police were told on", {"worker-and-police-notified"}},
        {"an allegation about a practitioner was made on", {"allegation-about-practitioner"}},
        {"the designated officer was told on", {"designated-officer-informed"}},
        {"a visit was recorded in short on", {"visit-stub-recorded"}},
        {"the visit was written up on", {"visit-written-up"}},
        {"an alert was raised on", {"alert-raised"}},
        {"an alert came to the team manager on", {"alert-with-manager"}},
        {"the alert was answered on", {"alert-answered"}},
        {"a record was opened in an emergency on", {"record-opened-in-emergency"}},
        {"somebody asked for their own record on", {"own-record-asked"}},
        {"the copy of the record was given on", {"own-record-given"}},
    });
    return list;
}

std::span<const DutyName> duty_names() {
    static const auto list = longest_first(std::vector<DutyName>{
        {"the decision on the report", "report.decision"},
        {"the answer to the report", "report.acknowledgement"},
        {"the assessment", "assessment.child"},
        {"the assessment after enquiries", "assessment.section-47"},
        {"the start of the enquiries", "cp.enquiry.start"},
        {"the initial conference", "cp.conference.initial"},
        {"the review conference", "cp.conference.review"},
        {"the record of the conference", "cp.conference.record"},
        {"comments on the record", "cp.conference.record-comments"},
        {"the outline plan", "cp.plan.outline"},
        {"the core group", "cp.core-group"},
        {"naming the co-ordinator", "cp.coordinator.named"},
        {"seeing the child alone", "cp.visit.seen-alone"},
        {"seeing the child at home", "cp.visit.seen-at-home"},
        {"seeing the bedroom", "cp.visit.bedroom-seen"},
        {"writing to the other authority", "cp.transfer.information"},
        {"the transfer-in conference", "cp.transfer.conference"},
        {"telling the social worker and the police", "cp.missing.notify"},
        {"telling the designated officer", "cp.allegation.inform"},
        {"writing up the visit", "local.visit.write-up"},
        {"the worker's answer to the alert", "local.alert.to-manager"},
        {"the manager's answer to the alert", "local.alert.to-head-of-service"},
        {"the review of the emergency", "local.emergency.review"},
        {"the copy of the record", "records.own-record"},
    });
    return list;
}

} // namespace gweld::spec
