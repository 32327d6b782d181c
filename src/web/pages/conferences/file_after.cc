// A conference's own page: who was there, what was decided, who did not agree, what was sent out
// and what people say of it.
#include "law/card.h"
#include "web/components/card_table.h"
#include "web/components/link.h"
#include "web/components/tone.h"
#include "web/pages/child/wording.h"
#include "web/pages/conferences/file.html.h"
#include "web/pages/conferences/file_sections.h"
#include "web/pages/conferences/load.html.h"
#include "web/pages/enquiries/enquiry_words.h"

#include <algorithm>
#include <array>

namespace gweld::web::pages {

namespace {

using protection::PaperState;
using protection::Quorum;

const record::ConferenceHeld& held_in(const FileShown& shown) {
    return shown.file.conference.held->body;
}

ours::CardTable table_called(const std::string& caption) {
    ours::CardTable table;
    table.caption = caption;
    table.caption_classes = "govuk-visually-hidden";
    return table;
}

// ---- who was there
// ---------------------------------------------------------------------------------

Html there_table(const FileShown& shown) {
    const auto& say = shown.say();
    if (held_in(shown).invited.empty()) {
        return {};
    }
    auto table = table_called(say.say("Who was there"));
    table.columns = {{say.say("Name"), {}},
                     {say.say("Agency"), {}},
                     {say.say("Role"), {}},
                     {say.say("There?"), {}}};
    for (const auto& person : held_in(shown).invited) {
        const auto name = person.name.empty() ? say.say("Not named") : person.name;
        table.rows.push_back({{name, said(say, person.agency), person.role, said(say, person.came)},
                              ours::Tone::waiting,
                              {}});
    }
    return ours::render(table);
}

std::vector<std::string> quorum_notes(const FileShown& shown) {
    const auto& say = shown.say();
    const auto count = shown.quorum();
    std::vector<std::string> notes;
    const auto n = std::to_string(count.agencies);
    switch (count.quorum) {
    case Quorum::attendance_unknown:
        return {say.say("Who was there is not recorded.")};
    case Quorum::no_rule:
        notes.push_back(say.say("No national quorum for Wales was found, and the council has set "
                                "none: whether it was quorate is not said."));
        break;
    case Quorum::quorate:
    case Quorum::inquorate:
        notes.push_back(say.say("Agencies there: {n}. This council’s own rule asks for {needed}, "
                                "children’s services among them. ({source})",
                                {{"n", n},
                                 {"needed", std::to_string(count.needed.value_or(0))},
                                 {"source", shown.file.practice->source}}));
        break;
    }
    if (!held_in(shown).went_ahead.empty()) {
        notes.push_back(
            say.say("Went on all the same: {text}", {{"text", held_in(shown).went_ahead}}));
    }
    return notes;
}

// ---- decisions
// -------------------------------------------------------------------------------------

std::string called(const FileShown& shown, record::PersonId child) {
    const auto found = std::ranges::find_if(
        shown.file.children, [&](const auto& facts) { return facts->child == child; });
    return found == shown.file.children.end() ? shown.say().say("Another child")
                                              : casework::full_name(*(*found)->person);
}

Html decision_of(const FileShown& shown, const record::ChildAtConference& part) {
    const auto& say = shown.say();
    std::vector<std::string> lines;
    auto decision = said(say, part.decision) + ".";
    if (!part.categories.empty()) {
        decision += " " + say.say("Category: {text}.",
                                  {{"text", child_record::all_of(say, part.categories)}});
    }
    lines.push_back(decision);
    if (!part.why.empty()) {
        lines.push_back(say.say("Why: {text}", {{"text", part.why}}));
    }
    lines.push_back(part.childs_part.empty()
                        ? say.say("How the child took part is not recorded.")
                        : say.say("The child’s part: {text}", {{"text", part.childs_part}}));
    return file_words(say, called(shown, part.child), lines);
}

// ---- what was sent out
// -----------------------------------------------------------------------------

Html state_of(const FileShown& shown, const protection::PaperClock& clock) {
    const auto& say = shown.say();
    const auto by =
        clock.due_by ? say.say("by {date}", {{"date", shown.day(*clock.due_by)}}) : std::string{};
    switch (clock.state) {
    case PaperState::sent:
        return ours::render(ours::Status{ours::Tone::ok, say.say("Sent in time"), by});
    case PaperState::sent_late:
        return ours::render(ours::Status{ours::Tone::soon, say.say("Sent late"), by});
    case PaperState::overdue:
        return ours::render(ours::Status{ours::Tone::overdue, say.say("Overdue"), by});
    case PaperState::waiting:
        return ours::render(ours::Status{ours::Tone::waiting, say.say("Not sent yet"), by});
    case PaperState::cannot_say:
        break;
    }
    return ours::render(ours::Status{ours::Tone::unknown, say.say("Cannot be worked out"), {}});
}

Html clocks_table(const FileShown& shown) {
    const auto& say = shown.say();
    const auto clocks = protection::paper_clocks(shown.file.conference, shown.caller.office().book,
                                                 shown.caller.today());
    if (clocks.empty()) {
        return {};
    }
    auto table = table_called(say.say("What is sent out"));
    table.columns = {{say.say("What"), {}}, {say.say("How it stands"), {}}, {say.say("Rule"), {}}};
    for (const auto& clock : clocks) {
        const bool over = clock.state == PaperState::overdue;
        table.rows.push_back(
            {{said(say, clock.paper), state_of(shown, clock),
              clock.card == nullptr
                  ? Content{}
                  : Content{ours::link(shown.caller.to("rule", {{"rule", clock.card->id}}),
                                       say.say("Who says so, and how it is read"),
                                       said(say, clock.paper))}},
             over ? ours::Tone::overdue : ours::Tone::waiting,
             {}});
    }
    return ours::render(table);
}

Html sent_list(const FileShown& shown) {
    const auto& say = shown.say();
    Markup all;
    for (const auto& sent : shown.file.conference.papers) {
        std::string to;
        for (const auto& name : sent.body.to) {
            to += (to.empty() ? "" : "; ") + name;
        }
        all.put(file_words(say, said(say, sent.body.paper),
                           {say.say("Sent {date} to {names}.",
                                    {{"date", shown.day(sent.body.on)}, {"names", to}})}));
    }
    return all.take();
}

// ---- what is said of the record
// --------------------------------------------------------------------

std::vector<record::Agency> agencies_there(const FileShown& shown) {
    return protection::invited_agencies(shown.file.conference);
}

Html answers_table(const FileShown& shown) {
    const auto& say = shown.say();
    auto table = table_called(say.say("What agencies say of the record"));
    table.columns = {
        {say.say("Agency"), {}}, {say.say("Answer"), {}}, {say.say("In their words"), {}}};
    const auto& answers = shown.file.conference.answers;
    for (const auto agency : agencies_there(shown)) {
        bool answered = false;
        for (const auto& given : answers) {
            if (given.body.agency != agency) {
                continue;
            }
            answered = true;
            table.rows.push_back(
                {{said(say, agency) + ": " + given.body.name,
                  said(say, given.body.answer) + ", " + shown.day(given.body.on), given.body.words},
                 ours::Tone::waiting,
                 {}});
        }
        if (!answered) {
            table.rows.push_back(
                {{said(say, agency), say.say("No answer"), ""}, ours::Tone::waiting, {}});
        }
    }
    return table.rows.empty() ? Html{} : ours::render(table);
}

// ---- feedback
// --------------------------------------------------------------------------------------

Html one_feedback(const FileShown& shown, const record::ConferenceFeedbackGiven& given) {
    const auto& say = shown.say();
    std::vector<std::string> lines;
    const auto add = [&](const std::string& question, record::Felt felt) {
        if (felt != record::Felt::not_answered) {
            lines.push_back(question + " " + said(say, felt));
        }
    };
    add(say.say("Did you know beforehand what would be talked about?"), given.prepared);
    add(say.say("Did you understand what was said?"), given.understood);
    add(say.say("Did people listen to you?"), given.listened);
    add(say.say("Do you know what happens now?"), given.know_next);
    if (!given.good.empty()) {
        lines.push_back(say.say("Good: {text}", {{"text", given.good}}));
    }
    if (!given.better.empty()) {
        lines.push_back(say.say("Could be better: {text}", {{"text", given.better}}));
    }
    auto heading = said(say, given.from);
    heading += given.name.empty() ? "" : ": " + given.name;
    return file_words(say, heading + ", " + shown.day(given.on), lines);
}

} // namespace

FileSection meeting_section(const FileShown& shown) {
    const auto& say = shown.say();
    FileSection section{"there", say.say("Who was there"), quorum_notes(shown), there_table(shown),
                        say.say("Who was there is not recorded.")};
    if (!held_in(shown).parents_part.empty()) {
        Markup content;
        content.put(section.content);
        content.put(file_words(say, say.say("The parents’ part"), {held_in(shown).parents_part}));
        section.content = content.take();
    }
    return section;
}

FileSection decisions_section(const FileShown& shown) {
    const auto& say = shown.say();
    FileSection section{"decided",
                        say.say("What was decided"),
                        {},
                        {},
                        say.say("What was decided is not recorded here.")};
    Markup content;
    for (const auto& part : held_in(shown).children) {
        content.put(decision_of(shown, part));
    }
    if (!held_in(shown).outline_plan.empty()) {
        content.put(file_words(say, say.say("Outline care and support protection plan"),
                               {held_in(shown).outline_plan}));
    }
    section.content = content.take();
    return section;
}

FileSection dissent_section(const FileShown& shown) {
    const auto& say = shown.say();
    FileSection section{"dissent",
                        say.say("Who did not agree"),
                        {},
                        {},
                        say.say("Nobody is recorded as not agreeing.")};
    Markup content;
    for (const auto& dissent : shown.file.conference.dissents) {
        content.put(file_words(say,
                               dissent.body.name + ", " + said(say, dissent.body.agency) + ", " +
                                   shown.day(dissent.body.on),
                               {dissent.body.reason}));
    }
    section.content = content.take();
    section.buttons =
        write_button(shown, "conference.dissent", say.say("Record that somebody did not agree"));
    return section;
}

FileSection papers_section(const FileShown& shown) {
    const auto& say = shown.say();
    FileSection section{"papers",
                        say.say("What is sent out"),
                        {},
                        {},
                        say.say("Only the day of this conference is recorded: what was sent out "
                                "nobody can say.")};
    Markup content;
    content.put(clocks_table(shown));
    content.put(sent_list(shown));
    section.content = content.take();
    section.buttons = write_button(shown, "conference.paper", say.say("Record what was sent out"));
    return section;
}

FileSection answers_section(const FileShown& shown) {
    const auto& say = shown.say();
    FileSection section{"answers",
                        say.say("Is the record right?"),
                        {},
                        {},
                        say.say("The record has not been sent out yet.")};
    const auto by = protection::comments_by(shown.file.conference, shown.caller.office().book);
    const bool sent = std::ranges::any_of(shown.file.conference.papers, [](const auto& paper) {
        return paper.body.paper == record::ConferencePaper::full_record;
    });
    if (!sent) {
        return section;
    }
    if (by) {
        section.notes.push_back(
            say.say("Comments are due by {date}: 10 working days from the day the record was sent. "
                    "The day each person received it is not recorded.",
                    {{"date", shown.day(*by)}}));
    }
    section.content = answers_table(shown);
    section.buttons = write_button(shown, "conference.answer", say.say("Record an answer"));
    return section;
}

FileSection feedback_section(const FileShown& shown) {
    const auto& say = shown.say();
    FileSection section{"feedback",
                        say.say("What people thought of it"),
                        {},
                        {},
                        say.say("Nobody has said what they thought of it.")};
    Markup content;
    for (const auto& given : shown.file.conference.feedback) {
        content.put(one_feedback(shown, given.body));
    }
    section.content = content.take();
    section.buttons = write_button(shown, "conference.feedback", say.say("Add what they said"));
    for (auto& blank :
         write_button(shown, "conference.feedback.blank", say.say("The form on paper"))) {
        section.buttons.push_back(std::move(blank));
    }
    return section;
}

} // namespace gweld::web::pages
