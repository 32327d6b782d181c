// A conference's own page: how it was booked, who was asked for a report and who sent one.
#include "web/components/button.h"
#include "web/components/card_table.h"
#include "web/components/link.h"
#include "web/components/summary_list.h"
#include "web/components/tone.h"
#include "web/pages/child/wording.h"
#include "web/pages/child/working.h"
#include "web/pages/conferences/file.html.h"
#include "web/pages/conferences/file_sections.h"
#include "web/pages/conferences/load.html.h"
#include "web/pages/enquiries/enquiry_words.h"
#include "web/pages/paper/paper.h"
#include "web/pages/visit/questions.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using record::ConferenceType;

void add_fact(govuk::SummaryList& list, const std::string& name, const Content& value) {
    if (!value.empty()) {
        govuk::SummaryRow row;
        row.key.content = name;
        row.value.content = value;
        list.rows.push_back(std::move(row));
    }
}

Content language_named(const Words& say, const std::string& code) {
    if (code.empty()) {
        return {};
    }
    for (const auto& item : languages_heard(say)) {
        if (item.value == code) {
            return item.text;
        }
    }
    return code;
}

std::string when(const FileShown& shown, const record::ConferenceBooked& booked) {
    auto text = shown.day(booked.on);
    if (!booked.at.empty()) {
        text += ", " + child_record::time_of_day(booked.at);
    }
    if (booked.minutes) {
        text += ", " + minutes_in_words(shown.say(), *booked.minutes);
    }
    return text;
}

std::string agencies(const Words& say, const std::vector<record::Agency>& list) {
    std::string text;
    for (const auto agency : list) {
        text += (text.empty() ? "" : "; ") + said(say, agency);
    }
    return text;
}

Html booking_facts(const FileShown& shown, const record::ConferenceBooked& booked) {
    const auto& say = shown.say();
    govuk::SummaryList list;
    add_fact(list, say.say("When"), when(shown, booked));
    add_fact(list, say.say("Where"), booked.place);
    add_fact(list, say.say("Chair"), booked.chair);
    add_fact(list, say.say("What people need of the room"), booked.access_needs);
    add_fact(list, say.say("Interpreter"), language_named(say, booked.interpreter));
    add_fact(list, say.say("Agencies invited"), agencies(say, booked.invited));
    add_fact(list, say.say("Family invited"), booked.family_invited);
    add_fact(list, say.say("Why it is later than it is due"), booked.late_because);
    if (booked.travel_minutes) {
        add_fact(list, say.say("Travel of the chair"),
                 minutes_in_words(say, *booked.travel_minutes));
    }
    return govuk::render(list);
}

// How the day by which it is due is worked out.
std::vector<std::string> due_notes(const FileShown& shown) {
    const auto& say = shown.say();
    const auto& due = shown.file.due;
    std::vector<std::string> notes;
    if (due.card != nullptr && due.anchor && due.due_by) {
        notes.push_back(say.say("The time runs from {date}; that day is not counted.",
                                {{"date", say.long_date(*due.anchor)}}) +
                        " " +
                        say.say("The last day on which it is on time is {date}.",
                                {{"date", say.long_date(*due.due_by)}}));
        const auto working = child_record::working_of(
            say, shown.caller.today(), due.card->interval, *due.anchor,
            shown.caller.office().book.calendar(due.card->calendar), due.due_by);
        if (!working.counted.empty()) {
            notes.push_back(working.counted);
        }
    }
    if (!shown.file.unborn.empty()) {
        notes.push_back(
            say.say("A child of this conference was not born yet. The Wales Safeguarding "
                    "Procedures give no other time for that; they point to the region’s protocol, "
                    "which was not found. The ordinary time is shown."));
    }
    return notes;
}

// ---- reports
// ---------------------------------------------------------------------------------------

Content shared_words(const FileShown& shown, const protection::ReportIn& in) {
    const auto& say = shown.say();
    if (!in.shared) {
        return ours::render(
            ours::Status{ours::Tone::soon, say.say("Not shared with the family yet"), {}});
    }
    auto words = say.say("Shared with the family {date}", {{"date", shown.day(in.shared->on)}});
    if (!in.shared->with.empty()) {
        words += ": " + in.shared->with;
    }
    const bool after = in.shared->on > shown.file.conference.on();
    return ours::render(ours::Status{after ? ours::Tone::soon : ours::Tone::ok, words,
                                     after ? say.say("after the conference") : std::string{}});
}

std::string heading_of(const Words& say, const record::ConferenceReportReceived& report) {
    auto heading = said(say, report.agency) + ": " + report.name;
    return heading + (report.role.empty() ? "" : ", " + report.role);
}

Html share_link(const FileShown& shown, const protection::ReportIn& in) {
    const auto id = base::to_text(in.received.entry.uuid);
    return ours::link(
        shown.caller.to("conference.report.shared", {{"id", shown.id()}, {"report", id}}),
        shown.say().say("Record when the family had it"),
        heading_of(shown.say(), in.received.body));
}

Html one_report(const FileShown& shown, const protection::ReportIn& in) {
    auto report = report_of(shown, in);
    if (!in.shared && shown.may_write()) {
        Markup shared;
        shared.put(report.shared).raw(" ").put(share_link(shown, in));
        report.shared = shared.take();
    }
    report.ways_out = ways_out(
        shown.caller, "conference.report.download",
        {{"id", shown.id()}, {"report", base::to_text(in.received.entry.uuid)}}, report.heading);
    return file_report(shown.say(), report);
}

Html missing_list(const FileShown& shown) {
    std::vector<std::string> lines;
    for (const auto agency : protection::reports_missing(shown.file.conference)) {
        lines.push_back(shown.say().say("{agency}: no report has come",
                                        {{"agency", said(shown.say(), agency)}}));
    }
    return lines.empty() ? Html{} : lines_of(shown.say(), lines);
}

std::optional<int> days_before(const FileShown& shown) {
    if (!shown.file.practice) {
        return std::nullopt;
    }
    switch (shown.file.conference.type) {
    case ConferenceType::initial:
        return shown.file.practice->reports_before_initial;
    case ConferenceType::review:
        return shown.file.practice->reports_before_review;
    case ConferenceType::transfer_in:
        break;
    }
    return std::nullopt;
}

std::string report_rule(const FileShown& shown) {
    const auto& say = shown.say();
    const auto before = days_before(shown);
    const auto* calendar = shown.caller.office().book.calendar("england-and-wales");
    if (!before || calendar == nullptr) {
        return say.say(
            "The Wales Safeguarding Procedures (section 3 part 2, page 7) ask for reports "
            "beforehand. How long before could not be read, and the council has set no "
            "time of its own, so no clock is shown.");
    }
    const auto by = calendar->last_day_of(shown.file.conference.on(), -*before);
    return by ? say.say("By this council’s own rule reports are due by {date}. ({source})",
                        {{"date", shown.day(*by)}, {"source", shown.file.practice->source}})
              : std::string{};
}

} // namespace

bool FileShown::may_write() const {
    return std::ranges::all_of(file.children, [&](const auto& child) {
        return access::decide(caller.viewer, access::Action::run_conference, child->bearing(),
                              caller.when())
            .allowed();
    });
}

protection::QuorumCount FileShown::quorum() const {
    if (!file.conference.held) {
        return {};
    }
    return protection::quorum_of(file.conference.held->body,
                                 file.practice ? file.practice->quorum : std::nullopt);
}

std::vector<Html> write_button(const FileShown& shown, std::string_view route,
                               const std::string& words) {
    if (!shown.may_write()) {
        return {};
    }
    govuk::Button button;
    button.content = words;
    button.href = shown.to(route);
    button.classes = "govuk-button--secondary";
    return {govuk::render(button)};
}

FileReport report_of(const FileShown& shown, const protection::ReportIn& in) {
    const auto& say = shown.say();
    const auto& body = in.received.body;
    FileReport report{heading_of(say, body),
                      say.say("Came {date}", {{"date", shown.day(body.received_on)}}),
                      {},
                      {},
                      {}};
    Markup shared;
    report.shared = shared.put(shared_words(shown, in)).take();
    const auto add = [&](const std::string& heading, const std::string& text) {
        if (!text.empty()) {
            report.parts.push_back({heading, text});
        }
    };
    add(say.say("What is going well"), body.strengths);
    add(say.say("What the worries are"), body.worries);
    add(say.say("How the agency sees the risk"), body.risk);
    add(say.say("What should change"), body.change);
    return report;
}

FileSection booking_section(const FileShown& shown) {
    const auto& say = shown.say();
    const auto& conference = shown.file.conference;
    FileSection section{"booking",
                        say.say("Booking"),
                        due_notes(shown),
                        {},
                        say.say("It is recorded as held, without a booking.")};
    if (const auto* booked = conference.booking()) {
        section.content = booking_facts(shown, *booked);
        if (conference.bookings.size() > 1) {
            section.notes.push_back(say.say_n("It was moved once.", "It was moved {n} times.",
                                              static_cast<long>(conference.bookings.size()) - 1));
        }
    }
    return section;
}

FileSection reports_section(const FileShown& shown) {
    const auto& say = shown.say();
    FileSection section{"reports",
                        say.say("Reports to the conference"),
                        {report_rule(shown)},
                        {},
                        say.say("No report has come, and no agency is recorded as invited.")};
    Markup content;
    content.put(missing_list(shown));
    for (const auto& in : shown.file.conference.reports) {
        content.put(one_report(shown, in));
    }
    section.content = content.take();
    section.buttons = write_button(shown, "conference.report", say.say("Add a report"));
    return section;
}

} // namespace gweld::web::pages
