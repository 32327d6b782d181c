// A conference's own page: booked, invited, reported to, held, sent out, answered.
#include "web/components/button.h"
#include "web/components/details.h"
#include "web/components/spoken.h"
#include "web/components/tone.h"
#include "web/pages/child/wording.h"
#include "web/pages/conferences/conferences.h"
#include "web/pages/conferences/file.html.h"
#include "web/pages/conferences/file_sections.h"
#include "web/pages/enquiries/enquiry_words.h"
#include "web/pages/frame/frame.h"
#include "web/pages/paper/paper.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"

namespace gweld::web::pages {

namespace {

using protection::Quorum;

std::string when_words(const FileShown& shown) {
    const auto& conference = shown.file.conference;
    const auto& say = shown.say();
    const auto day = shown.day(conference.on());
    if (conference.held) {
        return say.say("Held {date}.", {{"date", day}});
    }
    return conference.on() < shown.caller.today()
               ? say.say("It was booked for {date} and has not been recorded.", {{"date", day}})
               : say.say("Booked for {date}.", {{"date", day}});
}

std::string due_words(const FileShown& shown) {
    const auto& due = shown.file.due;
    const auto& say = shown.say();
    if (!due.due_by) {
        return say.say("By when it was due cannot be worked out.");
    }
    const auto day = shown.day(*due.due_by);
    const bool late = shown.file.conference.on() > *due.due_by;
    if (shown.file.conference.held) {
        return late ? say.say("It was due by {date}: that was late.", {{"date", day}})
                    : say.say("It was due by {date}: that was in time.", {{"date", day}});
    }
    return late ? say.say("It is due by {date}: that is too late.", {{"date", day}})
                : say.say("It is due by {date}: that is in time.", {{"date", day}});
}

std::vector<std::string> answer_of(const FileShown& shown) {
    const auto& say = shown.say();
    const auto& conference = shown.file.conference;
    std::vector<std::string> answer{when_words(shown), due_words(shown)};
    if (const auto missing = protection::reports_missing(conference).size(); missing > 0) {
        answer.push_back(say.say_n("1 agency that was invited has sent no report.",
                                   "{n} agencies that were invited have sent no report.",
                                   static_cast<long>(missing)));
    }
    for (const auto& clock :
         protection::paper_clocks(conference, shown.caller.office().book, shown.caller.today())) {
        if (clock.state == protection::PaperState::overdue) {
            answer.push_back(clock.paper == record::ConferencePaper::outline_plan
                                 ? say.say("The outline plan should have been sent out by {date}.",
                                           {{"date", shown.day(*clock.due_by)}})
                                 : say.say("The record should have been sent out by {date}.",
                                           {{"date", shown.day(*clock.due_by)}}));
        }
    }
    return answer;
}

Html warning_of(const FileShown& shown) {
    const auto& say = shown.say();
    const auto& conference = shown.file.conference;
    Markup warnings;
    if (shown.quorum().quorum == Quorum::inquorate) {
        warnings.put(govuk::render(govuk::warning_text(
            say, say.say("Too few agencies were there: by this council’s own rule the conference "
                         "was not quorate."))));
    }
    if (!conference.dissents.empty()) {
        warnings.put(govuk::render(
            govuk::warning_text(say, say.say_n("1 person did not agree with what was decided.",
                                               "{n} people did not agree with what was decided.",
                                               static_cast<long>(conference.dissents.size())))));
    }
    return warnings.take();
}

Response show(const Caller& caller) {
    const auto id = entry_in(caller, "id");
    if (!id) {
        return refusal(caller, casework::NotFoundOrNotYours{});
    }
    auto opened = casework::open_conference(caller.office(), caller.viewer, *id,
                                            access::Action::see_record, "conference");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const FileShown shown{caller, opened.value()};
    const auto& say = caller.say;
    FileParts parts;
    parts.saved = saved_banner(caller);
    parts.back = govuk::render(govuk::back_link(
        say, caller.to("child.protection",
                       {{"id", base::to_text(shown.file.children.front()->child.uuid)}})));
    parts.heading = title_of(say, shown.file) + ": " + names_of(shown.file.children);
    parts.answer = answer_of(shown);
    parts.warning = warning_of(shown);
    parts.sections = {booking_section(shown), reports_section(shown)};
    if (shown.file.conference.held) {
        for (auto section : {&meeting_section, &decisions_section, &dissent_section,
                             &papers_section, &answers_section, &feedback_section}) {
            parts.sections.push_back(section(shown));
        }
    }
    if (shown.file.conference.held) {
        parts.ways_out =
            ways_out(caller, "conference.download", {{"id", shown.id()}}, parts.heading);
    }
    Frame frame;
    frame.title = parts.heading;
    frame.content = conference_file_page(say, parts);
    if (access::may_enter(caller.viewer, access::Place::conferences)) {
        frame.here = Nav::conferences;
    }
    return framed(caller, frame);
}

} // namespace

void add_conference_file_page(Site& site) {
    add_page(site, Method::get, "conference", "/conference/{id}", show);
}

} // namespace gweld::web::pages
