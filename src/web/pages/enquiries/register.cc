#include "casework/enquiry_register.h"
#include "casework/standing.h"
#include "web/components/figures.h"
#include "web/components/furniture.h"
#include "web/pages/enquiries/enquiries.h"
#include "web/pages/enquiries/enquiry_words.h"
#include "web/pages/enquiries/register.html.h"
#include "web/pages/frame/frame.h"
#include "web/pages/frame/page_turns.h"
#include "web/pages/imported/imported_words.h"
#include "web/pages/problems/problems.h"
#include "web/pages/standing_words.h"

#include <array>

namespace gweld::web::pages {

namespace {

using casework::EnquiryLine;
using casework::EnquiryRegister;
using casework::Missing;
using casework::MissingStep;
using words::mark;

constexpr std::size_t rows_on_a_page =
    25; // of what is past; what is missing or open is shown whole

struct GoingBack {
    std::string_view value; // of ?over=
    int months;
    std::string_view words;
};
constexpr std::array going_back{GoingBack{"", 3, mark("Three months")},
                                GoingBack{"year", 12, mark("A year")},
                                GoingBack{"five-years", 60, mark("Five years")}};

const GoingBack& chosen_days(const Caller& caller) {
    const auto asked = caller.request.query.text("over");
    for (const auto& stretch : going_back) {
        if (stretch.value == asked) {
            return stretch;
        }
    }
    return going_back.front();
}

struct Shown {
    const Caller& caller;
    const EnquiryRegister& all;
    const Words& say() const { return caller.say; }
    std::string day(time::CivilDate date) const { return near_date(caller, date); }
};

Html to_child(const Shown& shown, const casework::Facts& child, std::string_view route,
              const std::string& words) {
    return register_step(shown.say(),
                         shown.caller.to(route, {{"id", base::to_text(child.child.uuid)}}), words,
                         casework::full_name(*child.person));
}

// ---- what is missing
// -------------------------------------------------------------------------------

std::string missing_words(const Words& say, Missing what) {
    switch (what) {
    case Missing::discussion:
        return say.say("Strategy discussion decided on, none held");
    case Missing::enquiry:
        return say.say("Threshold met, no enquiry started");
    case Missing::conference_booking:
        return say.say("Continuing risk, no conference booked");
    case Missing::conference:
        return say.say("Conference due and not held");
    case Missing::worker:
        break;
    }
    return say.say("On the register, no worker allocated");
}

std::string since_words(const Shown& shown, const MissingStep& step) {
    const auto day = shown.day(step.since);
    switch (step.what) {
    case Missing::discussion:
        return shown.say().say("decided {date}", {{"date", day}});
    case Missing::enquiry:
        return shown.say().say("discussed {date}", {{"date", day}});
    case Missing::conference_booking:
        return shown.say().say("enquiry concluded {date}", {{"date", day}});
    case Missing::conference:
        return shown.say().say("was due {date}", {{"date", day}});
    case Missing::worker:
        break;
    }
    return shown.say().say("on the register since {date}", {{"date", day}});
}

Html next_for(const Shown& shown, const MissingStep& step) {
    const auto& say = shown.say();
    if (step.what == Missing::worker) {
        return to_child(shown, *step.child, "allocate", say.say("Allocate a worker"));
    }
    return to_child(shown, *step.child, "child.protection", say.say("See what comes next"));
}

Html missing_table(const Shown& shown) {
    if (shown.all.missing.empty()) {
        return {};
    }
    const auto& say = shown.say();
    ours::CardTable table;
    table.caption = say.say("Missing steps");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Child"), {}},
                     {say.say("What is missing"), {}},
                     {say.say("Since"), {}},
                     {say.say("What to do"), {}}};
    for (const auto& step : shown.all.missing) {
        const bool over = step.what == Missing::conference || step.what == Missing::discussion;
        table.rows.push_back(
            {{name_and_age(shown.caller, *step.child),
              ours::render(ours::Status{over ? ours::Tone::overdue : ours::Tone::soon,
                                        missing_words(say, step.what),
                                        {}}),
              since_words(shown, step), next_for(shown, step)},
             over ? ours::Tone::overdue : ours::Tone::soon,
             {}});
    }
    return ours::render(table);
}

// ---- enquiries
// -------------------------------------------------------------------------------------

std::string days_taken(const Shown& shown, const EnquiryLine& line) {
    return line.working_days
               ? shown.say().say_n("1 working day", "{n} working days", *line.working_days)
               : shown.say().say("Cannot be worked out");
}

std::string conference_by(const Shown& shown, const EnquiryLine& line) {
    return line.conference.due_by ? shown.day(*line.conference.due_by)
                                  : shown.say().say("Cannot be worked out");
}

Html open_table(const Shown& shown) {
    if (shown.all.open.empty()) {
        return {};
    }
    const auto& say = shown.say();
    ours::CardTable table;
    table.caption = say.say("Open enquiries");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Child"), {}},
                     {say.say("Started"), {}},
                     {say.say("Open for"), {}},
                     {say.say("A conference, if one is needed, by"), {}},
                     {say.say("What to do"), {}}};
    for (const auto& line : shown.all.open) {
        const bool over = line.conference.due_by && *line.conference.due_by < shown.caller.today();
        table.rows.push_back(
            {{name_and_age(shown.caller, *line.child), shown.day(line.enquiry->on),
              days_taken(shown, line), conference_by(shown, line),
              to_child(shown, *line.child, "child.protection", say.say("See what comes next"))},
             over ? ours::Tone::soon : ours::Tone::waiting,
             {}});
    }
    return ours::render(table);
}

std::string what_followed(const Shown& shown, const EnquiryLine& line) {
    const auto& say = shown.say();
    if (const auto* held = line.conference.held) {
        const auto day = shown.day(held->on);
        switch (held->decision) {
        case record::ConferenceDecision::placed:
            return say.say("Conference {date}: name placed on the register", {{"date", day}});
        case record::ConferenceDecision::not_placed:
            return say.say("Conference {date}: name not placed on the register", {{"date", day}});
        default:
            return say.say("Conference {date}", {{"date", day}});
        }
    }
    if (line.conference.booked != nullptr && line.enquiry->continuing_risk()) {
        return say.say("Conference booked for {date}",
                       {{"date", shown.day(line.conference.booked->on)}});
    }
    if (const auto follows = what_follows(say, *line.enquiry->concluded); !follows.empty()) {
        return follows;
    }
    return say.say("Nothing is recorded");
}

struct Paged {
    Html table;
    Html turns;
};

Paged concluded_table(const Shown& shown) {
    if (shown.all.concluded.empty()) {
        return {};
    }
    const auto& say = shown.say();
    ours::CardTable table;
    table.caption = say.say("Concluded enquiries");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Child"), {}},
                     {say.say("Concluded"), {}},
                     {say.say("Took"), {}},
                     {say.say("What it found"), {}},
                     {say.say("What followed"), {}}};
    const auto stretch =
        stretch_of(shown.caller, shown.caller.to("enquiries"), "page", shown.all.concluded.size(),
                   rows_on_a_page, {"concluded", say.say("Concluded enquiries")});
    for (auto at = stretch.from; at < stretch.until; ++at) {
        const auto& line = shown.all.concluded[at];
        table.rows.push_back(
            {{name_and_age(shown.caller, *line.child), shown.day(line.enquiry->concluded->on),
              days_taken(shown, line), said(say, line.enquiry->concluded->determination),
              what_followed(shown, line)},
             ours::Tone::waiting,
             {}});
    }
    return {ours::render(table), stretch.turns};
}

Paged meetings_table(const Shown& shown) {
    if (shown.all.without_police.empty()) {
        return {};
    }
    const auto& say = shown.say();
    ours::CardTable table;
    table.caption = say.say("Meetings without the police");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Child"), {}}, {say.say("Held"), {}}, {say.say("Counts as"), {}}};
    const auto stretch = stretch_of(shown.caller, shown.caller.to("enquiries"), "meetings",
                                    shown.all.without_police.size(), rows_on_a_page,
                                    {"without-police", say.say("Meetings without the police")});
    for (auto at = stretch.from; at < stretch.until; ++at) {
        const auto& meeting = shown.all.without_police[at];
        table.rows.push_back(
            {{name_and_age(shown.caller, *meeting.child), shown.day(meeting.on),
              meeting.accepted ? say.say("Accepted as a strategy discussion by a head of service")
                               : say.say("An internal meeting")},
             ours::Tone::waiting,
             {}});
    }
    return {ours::render(table), stretch.turns};
}

// ---- the page
// --------------------------------------------------------------------------------------

Html right_now(const Shown& shown) {
    const auto& say = shown.say();
    const auto figure = [&](std::size_t count, const std::string& words, std::string_view section,
                            const std::string& link) {
        return ours::RightNowFigure{
            std::to_string(count), {}, register_figure(say, words, Url::fragment(section), link)};
    };
    return ours::render(std::vector<ours::RightNowFigure>{
        figure(shown.all.missing.size(),
               say.say_n("step is missing.", "steps are missing.",
                         static_cast<long>(shown.all.missing.size())),
               "missing", say.say("See which")),
        figure(shown.all.open.size(),
               say.say_n("child has an open section 47 enquiry.",
                         "children have an open section 47 enquiry.",
                         static_cast<long>(shown.all.open.size())),
               "open", say.say("See who")),
        figure(shown.all.meetings_without_police,
               say.say_n("meeting was held without the police in the time chosen.",
                         "meetings were held without the police in the time chosen.",
                         static_cast<long>(shown.all.meetings_without_police)),
               "without-police", say.say("See which"))});
}

Html filters(const Shown& shown) {
    const auto& now = chosen_days(shown.caller);
    ours::Filters filters;
    filters.label = shown.say().say("Going back");
    const auto here = shown.caller.to("enquiries");
    for (const auto& stretch : going_back) {
        const auto to = stretch.value.empty()
                            ? here
                            : Url::path(here.text() + "?over=" + std::string{stretch.value});
        filters.links.push_back({shown.say().say(stretch.words), to, stretch.value == now.value});
    }
    return ours::render(filters);
}

std::vector<RegisterSection> sections_now(const Shown& shown) {
    const auto& say = shown.say();
    return {{"missing",
             say.say("Missing steps"),
             say.say("Longest first."),
             missing_table(shown),
             say.say("No step is missing."),
             {}},
            {"open",
             say.say("Open enquiries"),
             say.say("No national time limit for an enquiry is known, so none is shown here. The "
                     "conference is due 15 working days after the last strategy discussion."),
             open_table(shown),
             say.say("No section 47 enquiry is open."),
             {}}};
}

std::vector<RegisterSection> sections_past(const Shown& shown) {
    const auto& say = shown.say();
    const auto concluded = concluded_table(shown);
    const auto meetings = meetings_table(shown);
    const auto since =
        say.say("Since {date}, newest first.", {{"date", shown.day(shown.all.from)}});
    return {{"concluded", say.say("Concluded enquiries"), since, concluded.table,
             say.say("No section 47 enquiry was concluded in this time."), concluded.turns},
            {"without-police", say.say("Meetings without the police"),
             since + " " +
                 say.say_n("1 of them was accepted as a strategy discussion.",
                           "{n} of them were accepted as strategy discussions.",
                           static_cast<long>(shown.all.accepted)),
             meetings.table, say.say("No meeting was held without the police in this time."),
             meetings.turns}};
}

std::string lede_first(const Shown& shown) {
    const auto& say = shown.say();
    return shown.all.missing.empty()
               ? say.say("Nothing is missing on the way to the register.")
               : say.say_n("1 step is missing on the way to the register.",
                           "{n} steps are missing on the way to the register.",
                           static_cast<long>(shown.all.missing.size()));
}

Response show(const Caller& caller) {
    if (!access::may_enter(caller.viewer, access::Place::enquiries)) {
        return not_for_you(caller);
    }
    const auto today = caller.today();
    const auto from = today.plus_months_clipped(-chosen_days(caller).months);
    const auto read =
        casework::register_of_enquiries(caller.office(), caller.viewer, from, today,
                                        page_asked(caller, "page", any_page) * rows_on_a_page +
                                            1); // one more: is there a page after it?
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    const Shown shown{caller, *read.value()};
    RegisterParts parts;
    parts.heading = caller.say.say("Section 47 enquiries");
    parts.lede_first = lede_first(shown);
    parts.lede_rest = caller.viewer.role == record::Role::head_of_service
                          ? caller.say.say("These are the children of the whole service.")
                          : caller.say.say("These are the children of your team, and those nobody "
                                           "is allocated to.");
    parts.right_now = right_now(shown);
    parts.filters = filters(shown);
    parts.now = sections_now(shown);
    parts.past = sections_past(shown);
    Frame frame;
    frame.title = parts.heading;
    frame.here = Nav::enquiries;
    frame.content = register_page(caller.say, parts);
    return framed(caller, frame);
}

} // namespace

void add_register_of_enquiries(Site& site) {
    add_page(site, Method::get, "enquiries", "/enquiries", show);
}

} // namespace gweld::web::pages
