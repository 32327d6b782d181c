#include "record/codec.h"
#include "web/components/back_link.h"
#include "web/components/button.h"
#include "web/components/spoken.h"
#include "web/pages/assessments/assessment_words.h"
#include "web/pages/assessments/assessments.h"
#include "web/pages/assessments/content.h"
#include "web/pages/assessments/missing.html.h"
#include "web/pages/assessments/reading.html.h"
#include "web/pages/brought_in/brought_in.h"
#include "web/pages/forms/typed.h"
#include "web/pages/frame/frame.h"
#include "web/pages/paper/on_paper.h"
#include "web/pages/paper/paper.h"
#include "web/pages/problems/problems.h"
#include "web/pages/standing_words.h"
#include "web/pages/visit/answers.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using access::Action;
using casework::OpenAssessment;

struct Reading {
    const Caller& caller;
    const OpenAssessment& open;
    const Words& say() const { return caller.say; }
    const casework::AssessmentFile& file() const { return open.file; }
    std::string id() const { return base::to_text(open.file.id.uuid); }
    bool may(Action action) const { return open.every(action, caller.viewer, caller.when()); }
};

// The first child whose record may be opened; there is one, or the page would not be shown.
const casework::Facts& first_child(const OpenAssessment& open) {
    return **std::ranges::find_if(open.children,
                                  [](const auto& facts) { return facts != nullptr; });
}

void add_due(const Reading& reading, ReadingParts& parts) {
    const auto& caller = reading.caller;
    const auto& child = first_child(reading.open);
    for (const auto& due : casework::assessments_due(child, caller.office().book, caller.today())) {
        if (due.assessment != reading.file().id) {
            continue;
        }
        const auto page = caller.to("child.due", {{"id", base::to_text(child.child.uuid)}});
        parts.due.push_back(
            {caller.say.say("Counted from {from}:", {{"from", runs_from_words(caller, due)}}),
             ours::render(due_status(caller, due)),
             Url::path(page.text() + "#" + due.condition.card->id), runs_from_words(caller, due)});
    }
}

Html button_to(const Url& url, const std::string& words, std::string_view classes) {
    govuk::Button button;
    button.content = words;
    button.href = url;
    button.classes = std::string{classes};
    return govuk::render(button);
}

void add_buttons(const Reading& reading, ReadingParts& parts) {
    const auto& caller = reading.caller;
    const auto& say = caller.say;
    const auto to = [&](std::string_view route) {
        return caller.to(route, {{"id", reading.id()}});
    };
    const bool writing = reading.file().being_written();
    constexpr std::string_view second = "govuk-button--secondary";
    const bool writes = !reading.file().withdrawn && reading.may(Action::record_assessment);
    if (writes && reading.file().finished.empty()) {
        parts.withdraw = to("assessment.withdraw");
    }
    if (writes) {
        const bool whole = writing && reading.open.gaps.empty();
        if (writing) {
            parts.buttons.push_back(
                button_to(to("assessment.finish"), say.say("Finish it"), whole ? "" : second));
        }
        parts.buttons.insert(parts.buttons.begin() + (whole ? 1 : 0),
                             button_to(to("assessment.write"),
                                       writing ? say.say("Go on writing") : say.say("Put it right"),
                                       whole || !writing ? second : ""));
    }
    if (writing && !reading.open.gaps.empty() && reading.may(Action::allow_gap)) {
        parts.buttons.push_back(
            button_to(to("assessment.gap"), say.say("Let a gap stand"), second));
    }
    const auto* stands = reading.file().stands();
    if (stands != nullptr && stands->signing && !writing && reading.may(Action::sign) &&
        casework::turn_of(caller.viewer, *stands->signing) != casework::Turn::not_theirs) {
        parts.buttons.push_back(
            button_to(caller.to("signing.one", {{"id", base::to_text(stands->entry.id)}}),
                      say.say("Sign or return it"), ""));
    }
    govuk::Button print;
    print.content = say.say("Print");
    print.type = "button";
    print.classes = "govuk-button--secondary app-script-only";
    print.attributes = {{"data-print", std::nullopt}};
    parts.buttons.push_back(govuk::render(print));
}

void add_missing(const Reading& reading, ReadingParts& parts) {
    if (!reading.file().being_written()) {
        return;
    }
    for (const auto& gap : reading.open.gaps) {
        parts.missing.push_back(gap_words(reading.say(), reading.open, gap));
    }
    std::vector<std::string> same;
    for (const auto& each : reading.open.same_words) {
        same.push_back(
            reading.say().say("{part}: {first} and {second}",
                              {{"part", said(reading.say(), each.part)},
                               {"first", child_named(reading.say(), reading.open, each.first)},
                               {"second", child_named(reading.say(), reading.open, each.second)}}));
    }
    if (!same.empty()) {
        parts.same_words = same_words_warning(reading.say(), same);
    }
}

// Every document any version of it was gone on with from.
void add_begun_with(const Reading& reading, ReadingParts& parts) {
    std::vector<base::EntryId> shown;
    for (const auto& entry : reading.file().written) {
        const auto document = record::body_of<record::AssessmentWritten>(entry).content.brought_in;
        if (!document || std::ranges::find(shown, *document) != shown.end()) {
            continue;
        }
        shown.push_back(*document);
        for (const auto& child : reading.open.children) {
            auto link = child ? begun_with(reading.caller, *child, *document) : Html{};
            if (!link.empty()) {
                parts.begun_with.push_back(std::move(link));
                break;
            }
        }
    }
}

std::string signature_words(const Words& say, const record::Entry& entry) {
    const std::initializer_list<words::Slot> who{{"name", entry.recorded_by.name},
                                                 {"moment", say.moment(entry.recorded_at)}};
    if (entry.kind == record::Named<record::Signed>::name) {
        const auto words = record::body_of<record::Signed>(entry).words;
        const auto line = say.say("Signed by {name}, {moment}.", who);
        return words.empty() ? line : line + " " + words;
    }
    return say.say("Returned for rework by {name}, {moment}:", who) + " " +
           record::body_of<record::ReturnedForRework>(entry).words;
}

struct Numbered { // every version, saved or finished, in the order recorded; counted from 1
    const record::Entry* entry = nullptr;
    const casework::FinishedVersion* finished = nullptr;
};
std::vector<Numbered> versions_of(const casework::AssessmentFile& file) {
    std::vector<Numbered> all;
    for (const auto& entry : file.written) {
        all.push_back({&entry, nullptr});
    }
    for (const auto& finished : file.finished) {
        all.push_back({&finished.entry, &finished});
    }
    std::ranges::sort(all, {}, [](const Numbered& one) { return one.entry->seq; });
    return all;
}

void add_versions(const Reading& reading, ReadingParts& parts) {
    const auto& say = reading.say();
    const auto all = versions_of(reading.file());
    for (std::size_t i = all.size(); i > 0; --i) {
        const auto& one = all[i - 1];
        const std::initializer_list<words::Slot> who{
            {"n", std::to_string(i)},
            {"name", one.entry->recorded_by.name},
            {"moment", say.moment_year(one.entry->recorded_at)}};
        ReadingParts::Version version;
        version.words = one.finished == nullptr
                            ? say.say("Version {n}: saved by {name}, {moment}.", who)
                            : say.say("Version {n}: finished by {name}, {moment}.", who);
        version.link = say.say("version {n}", {{"n", std::to_string(i)}});
        version.href = reading.caller.to("assessment.version",
                                         {{"id", reading.id()}, {"n", std::to_string(i)}});
        if (one.finished != nullptr) {
            if (!one.entry->reason.empty()) {
                version.notes.push_back(
                    say.say("What changed: {text}", {{"text", one.entry->reason}}));
            }
            for (const auto& signature : one.finished->signatures) {
                version.notes.push_back(signature_words(say, signature));
            }
        }
        parts.versions.push_back(std::move(version));
    }
}

void add_returned(const Reading& reading, ReadingParts& parts) {
    if (const auto& by = reading.file().withdrawn) {
        parts.returned.push_back(
            reading.say().say("Withdrawn by {name}, {moment}:",
                              {{"name", by->recorded_by.name},
                               {"moment", reading.say().moment(by->recorded_at)}}) +
            " " + by->reason);
    }
    if (reading.file().returned()) {
        for (const auto& signature : reading.file().stands()->signatures) {
            if (signature.kind == record::Named<record::ReturnedForRework>::name) {
                parts.returned.push_back(signature_words(reading.say(), signature));
            }
        }
    }
}

// An older version is read as it stood, with the gaps let stand when it was finished.
struct Chosen {
    record::AssessmentContent content;
    std::vector<record::GapLeft> left;
};
Chosen content_of(const Numbered& version) {
    return version.finished == nullptr
               ? Chosen{record::body_of<record::AssessmentWritten>(*version.entry).content, {}}
               : Chosen{version.finished->body.content, version.finished->body.gaps_left};
}

std::string heading_of(const Reading& reading) {
    return said(reading.say(), reading.file().content.type) + ": " +
           names_of(reading.say(), reading.open);
}

Response page(const Reading& reading, std::optional<std::size_t> older) {
    const auto& caller = reading.caller;
    const auto& say = caller.say;
    ReadingParts parts;
    auto back = govuk::back_link(
        say, caller.to("child.assessments",
                       {{"id", base::to_text(first_child(reading.open).child.uuid)}}));
    parts.back = govuk::render(back);
    parts.heading = heading_of(reading);
    parts.printed = say.say(
        "Confidential. Printed by {name}, {moment}. Put it in the confidential waste.",
        {{"name", caller.viewer.name}, {"moment", say.moment_year(caller.office().clock.now())}});
    add_versions(reading, parts);
    if (older) {
        const auto chosen = content_of(versions_of(reading.file()).at(*older - 1));
        parts.older = say.say(
            "This is version {n} of {all}, as it stood then.",
            {{"n", std::to_string(*older)}, {"all", std::to_string(parts.versions.size())}});
        parts.text = assessment_content(caller, reading.open, chosen.content, chosen.left);
    } else {
        parts.saved = saved_banner(caller);
        parts.state = ours::render(state_of(caller, reading.file()));
        add_due(reading, parts);
        add_returned(reading, parts);
        add_buttons(reading, parts);
        parts.ways_out =
            ways_out(caller, "assessment.download", {{"id", reading.id()}}, parts.heading);
        add_missing(reading, parts);
        add_begun_with(reading, parts);
        parts.text = assessment_content(caller, reading.open, reading.file().content,
                                        reading.file().allowed);
    }
    Frame frame;
    frame.title = parts.heading;
    frame.content = assessment_page(say, parts);
    return framed(caller, frame);
}

Response file(const Reading& reading) {
    const auto& caller = reading.caller;
    ReadingParts parts;
    add_versions(reading, parts);
    parts.state = ours::render(state_of(caller, reading.file()));
    add_returned(reading, parts);
    parts.text =
        assessment_content(caller, reading.open, reading.file().content, reading.file().allowed);
    Paper paper{caller.say, heading_of(reading), assessment_for_paper(caller.say, parts), {}, {}};
    for (const auto& part : reading.file().content.children) {
        paper.about.push_back(part.child);
    }
    paper.file_name = file_name_of(caller, caller.say.say("assessment"),
                                   first_child(reading.open).person->number);
    return leave_as(caller, paper);
}

template <class Show> Response opened(const Caller& caller, const Show& show) {
    const auto id = base::parse_uuid(caller.param("id"));
    if (!id) {
        return not_found(caller);
    }
    const auto open = casework::open_assessment(caller.office(), caller.viewer,
                                                casework::AssessmentId{*id}, "assessment");
    return open.ok() ? show(Reading{caller, open.value()}) : refusal(caller, open.error());
}

Response newest(const Caller& caller) {
    return opened(caller, [](const Reading& reading) { return page(reading, std::nullopt); });
}

Response give_file(const Caller& caller) {
    const OnPaper paper{caller};
    return opened(paper.caller, file);
}

Response version(const Caller& caller) {
    return opened(caller, [&](const Reading& reading) {
        const auto n = whole_number(caller.param("n"));
        const auto all = versions_of(reading.file()).size();
        return n && *n >= 1 && static_cast<std::size_t>(*n) <= all
                   ? page(reading, static_cast<std::size_t>(*n))
                   : not_found(caller);
    });
}

} // namespace

void add_assessment_reading_pages(Site& site) {
    add_page(site, Method::get, "assessment", "/assessment/{id}", newest);
    add_page(site, Method::get, "assessment.download", "/assessment/{id}/as/{format}", give_file);
    add_page(site, Method::get, "assessment.version", "/assessment/{id}/version/{n}", version);
}

} // namespace gweld::web::pages
