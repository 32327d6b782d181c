// The chairs' load: who chairs whom, how full each week is, what falls due, what cannot be held in
// time.
#include "casework/conference_load.h"
#include "casework/standing.h"
#include "web/components/button.h"
#include "web/components/card_table.h"
#include "web/components/figures.h"
#include "web/components/link.h"
#include "web/pages/child/wording.h"
#include "web/pages/conferences/conference_words.h"
#include "web/pages/conferences/conferences.h"
#include "web/pages/conferences/load.html.h"
#include "web/pages/conferences/load_words.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.h"
#include "web/pages/standing_words.h"

namespace gweld::web::pages {

namespace {

using casework::ConferenceLoad;
using casework::MayOpen;

constexpr int days_of_reports = 21;

struct Shown {
    const Caller& caller;
    const ConferenceLoad& load;
    const Words& say() const { return caller.say; }
    std::string day(time::CivilDate date) const { return near_date(caller, date); }
};

using Children = std::vector<std::shared_ptr<const casework::Facts>>;

Content who(const Shown& shown, const Children& children, MayOpen open) {
    if (open == MayOpen::no) {
        return shown.say().say_n("1 child whose record you may not open",
                                 "{n} children whose records you may not open",
                                 static_cast<long>(children.size()));
    }
    return ours::link(
        shown.caller.to("child.protection", {{"id", base::to_text(children.front()->child.uuid)}}),
        names_of(children), {});
}

Children children_of(const casework::BookedMeeting& meeting) {
    Children children;
    for (const auto& child : meeting.children) {
        children.push_back(child.facts);
    }
    return children;
}

Content two_lines(const Shown& shown, const std::string& first, const std::string& second) {
    return two_lines_of(shown.say(), first, second);
}

// ---- what cannot be held in time

Content forecast_of(const Shown& shown, const casework::DutyToBook& duty) {
    const auto& say = shown.say();
    if (!duty.slot) {
        return ours::render(
            ours::Status{ours::Tone::overdue, say.say("No slot is left in the twelve weeks"), {}});
    }
    const auto day = shown.day(duty.slot->slot.on);
    if (!duty.breach()) {
        return ours::render(ours::Status{ours::Tone::ok, say.say("Can be held in time"),
                                         say.say("a slot is free {date}", {{"date", day}})});
    }
    return ours::render(ours::Status{ours::Tone::overdue, say.say("Cannot be held in time"),
                                     say.say("the next slot left is {date}", {{"date", day}})});
}

Html duties_table(const Shown& shown) {
    if (shown.load.duties.empty()) {
        return {};
    }
    const auto& say = shown.say();
    ours::CardTable table;
    table.caption = say.say("Due and not booked");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Children"), {}},
                     {say.say("Conference"), {}},
                     {say.say("Due by"), {}},
                     {say.say("With the slots that are free"), {}}};
    for (const auto& duty : shown.load.duties) {
        table.rows.push_back({{who(shown, duty.children, duty.open), short_type(say, duty.type),
                               shown.day(duty.due_by), forecast_of(shown, duty)},
                              duty.breach() ? ours::Tone::overdue : ours::Tone::waiting,
                              {}});
    }
    return ours::render(table);
}

Html late_table(const Shown& shown) {
    if (shown.load.late.empty()) {
        return {};
    }
    const auto& say = shown.say();
    ours::CardTable table;
    table.caption = say.say("Booked for too late a day");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Children"), {}},
                     {say.say("Conference"), {}},
                     {say.say("Due by"), {}},
                     {say.say("Booked for"), {}},
                     {say.say("Why, as was said when it was booked"), {}}};
    for (const auto& late : shown.load.late) {
        const auto& booked = late.meeting.booked;
        const auto why = booked.late_because.empty() ? say.say("Not said") : booked.late_because;
        table.rows.push_back(
            {{who(shown, children_of(late.meeting), late.open), short_type(say, booked.type),
              shown.day(late.due_by), shown.day(booked.on), late.open == MayOpen::yes ? why : "–"},
             ours::Tone::overdue,
             {}});
    }
    return ours::render(table);
}

// ---- the chairs

Content chair_name(const Shown& shown, const casework::ChairLoad& chair) {
    if (!access::may_keep_diary(shown.caller.viewer, chair.worker.worker)) {
        return chair.worker.name;
    }
    return ours::link(
        shown.caller.to("conferences.diary", {{"worker", base::to_text(chair.worker.worker)}}),
        chair.worker.name, {});
}

Html chairs_table(const Shown& shown) {
    if (shown.load.chairs.empty()) {
        return {};
    }
    const auto& say = shown.say();
    ours::CardTable table;
    table.caption = say.say("Chairs");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Chair"), {}},
                     {say.say("Children on the register"), {}, ours::Column::number},
                     {say.say("Families"), {}, ours::Column::number},
                     {say.say("Reviews due in twelve weeks, children"), {}, ours::Column::number},
                     {say.say("Meetings booked"), {}, ours::Column::number},
                     {say.say("Free slots"), {}, ours::Column::number}};
    for (const auto& chair : shown.load.chairs) {
        int meetings = 0;
        int free = 0;
        for (const auto& week : chair.weeks) {
            meetings += week.meetings;
            free += week.free_slots;
        }
        table.rows.push_back(
            {{chair_name(shown, chair), std::to_string(chair.children_now),
              std::to_string(chair.families_now), std::to_string(chair.reviews_due),
              std::to_string(meetings), std::to_string(free)},
             ours::Tone::waiting,
             {}});
    }
    return ours::render(table);
}

Html weeks_table(const Shown& shown) {
    if (shown.load.chairs.empty()) {
        return {};
    }
    const auto& say = shown.say();
    ours::CardTable table;
    table.caption = say.say("Week by week");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Week from"), {}}};
    for (const auto& chair : shown.load.chairs) {
        table.columns.push_back({chair.worker.name, {}});
    }
    table.columns.push_back({say.say("Other chairs"), {}, ours::Column::number});
    table.columns.push_back({say.say("Due and not booked"), {}, ours::Column::number});
    for (std::size_t week = 0; week < shown.load.mondays.size(); ++week) {
        ours::CardRow row;
        row.cells.emplace_back(shown.day(shown.load.mondays[week]));
        int free = 0;
        bool over = false;
        for (const auto& chair : shown.load.chairs) {
            const auto& of = chair.weeks[week];
            row.cells.push_back(two_lines(shown, booked_words(say, of), more_words(say, of)));
            free += of.free_slots;
            over = over || of.booked_minutes > of.slot_minutes;
        }
        row.cells.emplace_back(std::to_string(shown.load.elsewhere[week]));
        const auto due = shown.load.due_unbooked[week];
        row.cells.emplace_back(std::to_string(due));
        row.tone = over || due > free ? ours::Tone::soon : ours::Tone::waiting;
        table.rows.push_back(std::move(row));
    }
    return ours::render(table);
}

// ---- what comes, what is to be sent out

Html to_come_table(const Shown& shown) {
    if (shown.load.to_come.empty()) {
        return {};
    }
    const auto& say = shown.say();
    ours::CardTable table;
    table.caption = say.say("Booked");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("When"), {}},
                     {say.say("Children"), {}},
                     {say.say("Conference"), {}},
                     {say.say("Chair"), {}},
                     {say.say("Reports missing"), {}, ours::Column::number}};
    for (const auto& meeting : shown.load.to_come) {
        const auto& booked = meeting.booked;
        const auto missing =
            protection::reports_missing(meeting.children.front().conference).size();
        const bool near = booked.on <= shown.caller.today().plus_days(days_of_reports);
        const auto names = names_of(children_of(meeting));
        table.rows.push_back(
            {{ours::link(shown.caller.to("conference", {{"id", base::to_text(meeting.entry.uuid)}}),
                         shown.day(booked.on) +
                             (booked.at.empty() ? "" : ", " + child_record::time_of_day(booked.at)),
                         names),
              names, short_type(say, booked.type), booked.chair,
              near ? std::to_string(missing) : std::string{"–"}},
             ours::Tone::waiting,
             {}});
    }
    return ours::render(table);
}

Html papers_table(const Shown& shown) {
    if (shown.load.papers.empty()) {
        return {};
    }
    const auto& say = shown.say();
    ours::CardTable table;
    table.caption = say.say("To be sent out");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Conference"), {}},
                     {say.say("Child"), {}},
                     {say.say("What"), {}},
                     {say.say("Chair"), {}},
                     {say.say("By when"), {}}};
    for (const auto& owed : shown.load.papers) {
        const bool over = owed.clock.state == protection::PaperState::overdue;
        const auto date = shown.day(*owed.clock.due_by);
        auto child = casework::full_name(*owed.child->person);
        if (owed.children > 1) {
            child +=
                " " + say.say_n("and 1 more", "and {n} more", static_cast<long>(owed.children) - 1);
        }
        table.rows.push_back(
            {{ours::link(
                  shown.caller.to("conference", {{"id", base::to_text(owed.conference.uuid)}}),
                  shown.day(owed.clock.held_on), child),
              child, said(say, owed.clock.paper), owed.chair,
              ours::render(ours::Status{over ? ours::Tone::overdue : ours::Tone::waiting,
                                        over ? say.say("Overdue") : say.say("Not sent yet"),
                                        over ? say.say("was due {date}", {{"date", date}})
                                             : say.say("by {date}", {{"date", date}})})},
             over ? ours::Tone::overdue : ours::Tone::waiting,
             {}});
    }
    return ours::render(table);
}

// ---- the page

Html right_now(const Shown& shown) {
    const auto& say = shown.say();
    const auto figure = [&](std::size_t count, const std::string& words, std::string_view section,
                            const std::string& link) {
        return ours::RightNowFigure{
            std::to_string(count), {}, load_figure(say, words, Url::fragment(section), link)};
    };
    const auto overdue = shown.load.papers_overdue;
    return ours::render(std::vector<ours::RightNowFigure>{
        figure(shown.load.breaches(),
               say.say_n("conference cannot be held in time.",
                         "conferences cannot be held in time.",
                         static_cast<long>(shown.load.breaches())),
               "due", say.say("See which")),
        figure(shown.load.duties.size(),
               say.say_n("conference is due in twelve weeks and not booked.",
                         "conferences are due in twelve weeks and not booked.",
                         static_cast<long>(shown.load.duties.size())),
               "due", say.say("See which")),
        figure(overdue,
               say.say_n("paper should have been sent out.", "papers should have been sent out.",
                         static_cast<long>(overdue)),
               "papers", say.say("See which"))});
}

Html link_button(const Url& href, const std::string& words) {
    govuk::Button button;
    button.content = words;
    button.href = href;
    button.classes = "govuk-button--secondary";
    return govuk::render(button);
}

std::vector<LoadSection> sections_of(const Shown& shown) {
    const auto& say = shown.say();
    std::vector<LoadSection> sections;
    sections.push_back(
        {"due", say.say("Due and not booked"),
         say.say(
             "How this is worked out: the conference that is due first takes the earliest slot "
             "that is free in any chair’s diary from tomorrow on, then the next, and so on. One "
             "that finds no slot by its day takes the next slot all the same and is late. "
             "Brothers and sisters due on the same day need one slot. Rooms, interpreters and "
             "travel are not counted."),
         duties_table(shown), say.say("Everything due in the next twelve weeks is booked.")});
    sections.push_back({"late", say.say("Booked for too late a day"),
                        say.say("Booked, and for a day after the one by which it is due."),
                        late_table(shown), say.say("Nothing is booked for too late a day.")});
    LoadSection chairs{"chairs",
                       say.say("Chairs"),
                       {},
                       chairs_table(shown),
                       say.say("No chair’s diary is kept here yet."),
                       {}};
    if (shown.load.without_a_chair > 0) {
        chairs.note = say.say_n(
            "For 1 child on the register no conference says which of these chairs it was.",
            "For {n} children on the register no conference says which of these chairs it was.",
            shown.load.without_a_chair);
    }
    if (access::may_enter(shown.caller.viewer, access::Place::conference_practice)) {
        chairs.below = link_button(shown.caller.to("conferences.practice"),
                                   say.say("How this council holds conferences"));
    }
    sections.push_back(std::move(chairs));
    sections.push_back({"weeks", say.say("Week by week"),
                        say.say("Minutes booked of the minutes in the slots. Brothers and sisters "
                                "are one meeting; each is counted as a child."),
                        weeks_table(shown), say.say("No chair’s diary is kept here yet.")});
    sections.push_back({"booked", say.say("Booked"),
                        say.say("Conferences of children whose record you may open, next first. "
                                "Missing reports are counted for the next three weeks."),
                        to_come_table(shown),
                        say.say("No conference of a child whose record you may open is "
                                "booked.")});
    sections.push_back({"papers", say.say("To be sent out"),
                        say.say("Of children whose record you may open; longest first."),
                        papers_table(shown),
                        say.say("No paper of a child whose record you may open is to "
                                "be sent out.")});
    return sections;
}

Response show(const Caller& caller) {
    if (!access::may_enter(caller.viewer, access::Place::conferences)) {
        return not_for_you(caller);
    }
    const auto read = casework::conference_load(caller.office(), caller.viewer);
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    const Shown shown{caller, *read.value()};
    const auto& say = caller.say;
    LoadParts parts;
    parts.saved = saved_banner(caller);
    parts.heading = say.say("Conferences");
    parts.lede_first =
        shown.load.breaches() == 0
            ? say.say("Every conference due in the next twelve weeks can be held in time.")
            : say.say_n("1 conference cannot be held by the day it is due.",
                        "{n} conferences cannot be held by the day they are due.",
                        static_cast<long>(shown.load.breaches()));
    parts.lede_rest = say.say("The figures count every child of the service and are the same for "
                              "every reader; the lists below name children whose record you may "
                              "open, so they can be shorter.");
    parts.right_now = right_now(shown);
    parts.sections = sections_of(shown);
    Frame frame;
    frame.title = parts.heading;
    frame.here = Nav::conferences;
    frame.content = load_page(say, parts);
    return framed(caller, frame);
}

} // namespace

void add_conference_load_page(Site& site) {
    add_page(site, Method::get, "conferences", "/conferences", show);
}

} // namespace gweld::web::pages
