#include "record/codec.h"
#include "web/pages/front_door/contact_view.h"
#include "web/pages/front_door/wording.h"
#include "web/pages/imported/imported_words.h"

#include <array>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages::door {

namespace {

using record::Entry;

Happened received(const Words& say, const Entry& entry) {
    return {entry.corrects ? say.say("What came in was put right") : say.say("It came in"),
            entry.reason};
}

Happened taken(const Words& say, const Entry& entry) {
    const auto body = record::body_of<record::ContactTaken>(entry);
    return {say.say("{name} took it", {{"name", body.name}}), {}};
}

Happened waits(const Words& say, const Entry& entry) {
    const auto body = record::body_of<record::ContactWaits>(entry);
    auto detail = body.waits_for;
    if (!body.because.empty()) {
        detail += " – " + body.because;
    }
    return {say.say("It waits for {from} until {date}",
                    {{"from", body.from}, {"date", say.short_date(body.until)}}),
            std::move(detail)};
}

Happened matched(const Words& say, const Entry& entry) {
    const auto body = record::body_of<record::ContactChildMatched>(entry);
    const auto nth = std::to_string(body.nth);
    return {body.because.empty()
                ? say.say("Child {n} was made known: nobody knew them before", {{"n", nth}})
                : say.say("Child {n} was matched to somebody known", {{"n", nth}}),
            body.because};
}

Happened decided(const Words& say, const Entry& entry) {
    const auto body = record::body_of<record::ContactDecided>(entry);
    const std::string outcome = boost::describe::enum_to_string(body.outcome, "");
    auto detail = outcome_words(say, outcome) + ". " + body.reason;
    if (const auto consent = consent_words(say, body); !consent.empty()) {
        detail += " " + consent;
    }
    return {say.say("It was decided"), std::move(detail)};
}

Happened nobody_needed(const Words& say, const Entry& entry) {
    const auto body = record::body_of<record::ContactNobodyNeeded>(entry);
    return {say.say("What was called for is not needed for child {n}",
                    {{"n", std::to_string(body.nth)}}),
            body.because};
}

Happened alert_seen(const Words& say, const Entry&) { return {say.say("An alert was seen"), {}}; }

Happened alert_answered(const Words& say, const Entry& entry) {
    return {say.say("An alert was answered"), record::body_of<record::AlertAnswered>(entry).did};
}

Happened decided_before(const Words& say, const Entry& entry) {
    const auto body = record::body_of<record::ContactOutcomeImported>(entry);
    return {say.say("It was decided in the earlier system"), outcomes_in_words(say, body.outcomes)};
}

Happened form_sent(const Words& say, const Entry& entry) {
    const auto body = record::body_of<record::ReferralSent>(entry);
    return {say.say("It came by the partners’ form, reference {reference}",
                    {{"reference", body.reference}}),
            {}};
}

Happened asked(const Words& say, const Entry& entry) {
    return {say.say("The referrer was asked"),
            record::body_of<record::ReferrerAsked>(entry).question};
}

Happened answered(const Words& say, const Entry& entry) {
    return {say.say("The referrer answered"),
            record::body_of<record::ReferrerAnswered>(entry).answer};
}

Happened told(const Words& say, const Entry& entry) {
    const auto body = record::body_of<record::ReferrerTold>(entry);
    return {body.how == record::ToldBy::not_told ? say.say("The referrer will not be told")
                                                 : say.say("The referrer was told"),
            body.told};
}

Happened described(const Words& say, const Entry&) {
    return {say.say("A person was described"), {}};
}

} // namespace

Happened happened(const Words& say, const Entry& entry) {
    struct Kind {
        std::string_view name;
        Happened (*tell)(const Words&, const Entry&);
    };
    using namespace record;
    static constexpr std::array kinds{
        Kind{Named<ContactReceived>::name, received},
        Kind{Named<ContactTaken>::name, taken},
        Kind{Named<ContactWaits>::name, waits},
        Kind{Named<ContactChildMatched>::name, matched},
        Kind{Named<ContactDecided>::name, decided},
        Kind{Named<ContactNobodyNeeded>::name, nobody_needed},
        Kind{Named<ContactOutcomeImported>::name, decided_before},
        Kind{Named<ReferralSent>::name, form_sent},
        Kind{Named<ReferrerAsked>::name, asked},
        Kind{Named<ReferrerAnswered>::name, answered},
        Kind{Named<ReferrerTold>::name, told},
        Kind{Named<PersonDescribed>::name, described},
        Kind{Named<AlertSeen>::name, alert_seen},
        Kind{Named<AlertAnswered>::name, alert_answered},
    };
    for (const auto& kind : kinds) {
        if (kind.name == entry.kind) {
            return kind.tell(say, entry);
        }
    }
    return {entry.kind == Named<Withdrawn>::name ? say.say("An entry was taken back")
                                                 : say.say("Something else was recorded"),
            entry.reason};
}

std::vector<std::string> happened_since(const Words& say, const std::vector<Entry>& entries) {
    std::vector<std::string> lines;
    for (const auto& entry : entries) {
        const auto told = happened(say, entry);
        lines.push_back(told.what + (told.detail.empty() ? "" : ": " + told.detail) + " (" +
                        entry.recorded_by.name + ", " + say.moment(entry.recorded_at) + ")");
    }
    return lines;
}

} // namespace gweld::web::pages::door
