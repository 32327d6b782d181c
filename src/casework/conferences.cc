#include "casework/conferences.h"

#include "casework/rows.h"

namespace gweld::casework {

namespace {

using protection::Conference;
using WrongConference = std::optional<ConferenceNonsense>;

struct Taken { // what every one of these steps has
    std::string_view page;
    base::EntryId conference;
    CivilDate on;
};

// `check` sees the conference as it is recorded about each child.
template <class Kind, class Check>
ConferenceAnswer take(Office& office, const access::Viewer& viewer, const Taken& taken,
                      const Kind& body, const AboutChildren& children, const Saw& saw,
                      const Check& check) {
    if (children.empty()) {
        return base::Err{StepRefused<ConferenceNonsense>{NotFoundOrNotYours{}}};
    }
    const auto about = uuids_of(children);
    const auto wrong_for = [&](const Facts& child) -> WrongConference {
        const auto history = protection::conferences_of(child.child, child.entries, std::nullopt);
        const auto* conference = history.of(taken.conference);
        if (conference == nullptr) {
            return ConferenceNonsense::no_such_conference;
        }
        return taken.on > office.today() ? WrongConference{ConferenceNonsense::date_in_future}
                                         : check(*conference);
    };
    return take_step<ConferenceNonsense>(
        office, viewer, {access::Action::run_conference, taken.page, about}, saw,
        [&](const FamilyFacts& facts) {
            for (const auto& child : facts) {
                if (const auto wrong = wrong_for(*child)) {
                    return wrong;
                }
            }
            return WrongConference{};
        },
        [&](const FamilyFacts&) {
            return std::vector{draft_about(office, viewer, about, taken.on, body)};
        });
}

WrongConference not_after(const Conference& conference, CivilDate on) {
    if (!conference.held) {
        return ConferenceNonsense::not_held_yet;
    }
    return on < conference.held->body.on
               ? WrongConference{ConferenceNonsense::before_the_conference}
               : std::nullopt;
}

bool record_was_sent(const Conference& conference, CivilDate by) {
    return std::ranges::any_of(conference.papers, [&](const auto& sent) {
        return sent.body.paper == record::ConferencePaper::full_record && sent.body.on <= by;
    });
}

bool says_nothing(const record::ConferenceFeedbackGiven& feedback) {
    using record::Felt;
    const auto silent = [](Felt felt) { return felt == Felt::not_answered; };
    return silent(feedback.prepared) && silent(feedback.understood) && silent(feedback.listened) &&
           silent(feedback.know_next) && feedback.good.empty() && feedback.better.empty();
}

// The conference one of whose reports this is, by any of the children; nil: none.
base::EntryId conference_of_report(Office& office, base::EntryId report) {
    base::EntryId conference;
    static_cast<void>(office.store.read([&](const record::Reading& reading) {
        const auto entry = reading.entry(report.uuid);
        if (entry && entry->kind == record::Named<record::ConferenceReportReceived>::name) {
            conference = record::body_of<record::ConferenceReportReceived>(*entry).conference;
        }
    }));
    return conference;
}

WrongConference cannot_share(const Conference& conference,
                             const record::ConferenceReportShared& shared) {
    const auto found = std::ranges::find_if(
        conference.reports, [&](const auto& in) { return in.received.entry == shared.report; });
    if (found == conference.reports.end()) {
        return ConferenceNonsense::no_such_report;
    }
    if (found->shared) {
        return ConferenceNonsense::shared_already;
    }
    return shared.on < found->received.body.received_on
               ? WrongConference{ConferenceNonsense::shared_before_it_came}
               : std::nullopt;
}

} // namespace

ConferenceAnswer record_report(Office& office, const access::Viewer& viewer,
                               const record::ConferenceReportReceived& report,
                               const AboutChildren& children, const Saw& saw) {
    return take(office, viewer, {"conference-report", report.conference, report.received_on},
                report, children, saw, [&](const Conference&) {
                    if (report.name.empty()) {
                        return WrongConference{ConferenceNonsense::nobody_named};
                    }
                    return report.worries.empty() || report.risk.empty()
                               ? WrongConference{ConferenceNonsense::nothing_written}
                               : std::nullopt;
                });
}

ConferenceAnswer share_report(Office& office, const access::Viewer& viewer,
                              const record::ConferenceReportShared& shared,
                              const AboutChildren& children, const Saw& saw) {
    return take(office, viewer,
                {"conference-report", conference_of_report(office, shared.report), shared.on},
                shared, children, saw,
                [&](const Conference& conference) { return cannot_share(conference, shared); });
}

ConferenceAnswer send_paper(Office& office, const access::Viewer& viewer,
                            const record::ConferencePaperSent& sent, const AboutChildren& children,
                            const Saw& saw) {
    return take(office, viewer, {"conference-paper", sent.conference, sent.on}, sent, children, saw,
                [&](const Conference& conference) {
                    const auto wrong = not_after(conference, sent.on);
                    return !wrong && sent.to.empty()
                               ? WrongConference{ConferenceNonsense::nobody_named}
                               : wrong;
                });
}

ConferenceAnswer record_dissent(Office& office, const access::Viewer& viewer,
                                const record::DissentRecorded& dissent,
                                const AboutChildren& children, const Saw& saw) {
    return take(office, viewer, {"conference-dissent", dissent.conference, dissent.on}, dissent,
                children, saw, [&](const Conference& conference) -> WrongConference {
                    if (const auto wrong = not_after(conference, dissent.on)) {
                        return wrong;
                    }
                    if (dissent.name.empty()) {
                        return ConferenceNonsense::nobody_named;
                    }
                    return dissent.reason.empty()
                               ? WrongConference{ConferenceNonsense::nothing_written}
                               : std::nullopt;
                });
}

ConferenceAnswer answer_record(Office& office, const access::Viewer& viewer,
                               const record::ConferenceRecordAnswered& answer,
                               const AboutChildren& children, const Saw& saw) {
    return take(office, viewer, {"conference-answer", answer.conference, answer.on}, answer,
                children, saw, [&](const Conference& conference) -> WrongConference {
                    if (!record_was_sent(conference, answer.on)) {
                        return ConferenceNonsense::record_not_sent;
                    }
                    if (answer.name.empty()) {
                        return ConferenceNonsense::nobody_named;
                    }
                    const bool says_what =
                        answer.answer == record::RecordAnswer::agreed || !answer.words.empty();
                    return says_what ? std::nullopt
                                     : WrongConference{ConferenceNonsense::nothing_written};
                });
}

ConferenceAnswer give_feedback(Office& office, const access::Viewer& viewer,
                               const record::ConferenceFeedbackGiven& feedback,
                               const AboutChildren& children, const Saw& saw) {
    return take(office, viewer, {"conference-feedback", feedback.conference, feedback.on}, feedback,
                children, saw, [&](const Conference& conference) {
                    const auto wrong = not_after(conference, feedback.on);
                    return !wrong && says_nothing(feedback)
                               ? WrongConference{ConferenceNonsense::nothing_written}
                               : wrong;
                });
}

} // namespace gweld::casework
