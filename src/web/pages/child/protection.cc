#include "web/pages/child/protection.html.h"

#include "casework/register_changes.h"
#include "protection/next_step.h"
#include "web/components/button.h"
#include "web/components/ours.h"
#include "web/pages/child/duty_words.h"
#include "web/pages/child/parts.h"
#include "web/pages/child/telling.h"
#include "web/pages/child/wording.h"

#include <algorithm>

namespace gweld::web::pages::child_record {

namespace {

using protection::ConferenceClock;
using protection::Enquiry;
using protection::EnquiryHistory;
using protection::NextStep;
using words::mark;

struct Way { // the child's, as every part of the page sees it
    const Shown& shown;
    const EnquiryHistory& history;
    NextStep next;
    const Words& say() const { return shown.say(); }
};

// ---- what comes next
// -----------------------------------------------------------------------------

struct Button {
    NextStep step;
    access::Action action;
    std::string_view route;
    std::string_view query;
    std::string_view words;
};
constexpr Button buttons[] = {
    {NextStep::start_enquiry, access::Action::record_enquiry, "enquiry.new", "",
     mark("Start a section 47 enquiry")},
    {NextStep::book_conference, access::Action::run_conference, "conference.book", "?type=initial",
     mark("Book an initial conference")},
    {NextStep::hold_conference, access::Action::run_conference, "conference.book", "?type=initial",
     mark("Book another day for the conference")},
    {NextStep::record_conference, access::Action::run_conference, "conference.record",
     "?type=initial", mark("Record the initial conference")},
    {NextStep::book_review, access::Action::run_conference, "conference.book", "?type=review",
     mark("Book a review conference")},
    {NextStep::hold_review, access::Action::run_conference, "conference.book", "?type=review",
     mark("Book another day for the conference")},
    {NextStep::record_review, access::Action::run_conference, "conference.record", "?type=review",
     mark("Record the review conference")},
};

enum class Weight { primary, secondary };

Html link_button(const Url& to, const std::string& words, Weight weight) {
    govuk::Button button;
    button.content = words;
    button.href = to;
    button.classes = weight == Weight::primary ? "" : "govuk-button--secondary";
    return govuk::render(button);
}

Html next_button(const Way& way) {
    const auto& caller = way.shown.caller;
    if (way.next == NextStep::conclude_enquiry && way.shown.may(access::Action::record_enquiry)) {
        return link_button(
            caller.to("enquiry.conclude",
                      {{"id", base::to_text(way.history.enquiries.back().entry.uuid)}}),
            way.say().say("Record what the enquiry found"), Weight::primary);
    }
    const auto* found = std::ranges::find(buttons, way.next, &Button::step);
    if (found == std::end(buttons) || !way.shown.may(found->action)) {
        return {};
    }
    const auto to = way.shown.to(found->route).text() + std::string{found->query};
    return link_button(Url::path(to), way.say().say(found->words), Weight::primary);
}

std::vector<Html> buttons_of(const Way& way) {
    std::vector<Html> row;
    if (auto next = next_button(way); !next.empty()) {
        row.push_back(std::move(next));
    }
    if (!way.shown.may(access::Action::record_enquiry)) {
        return row;
    }
    row.push_back(link_button(way.shown.to("discussion.new"),
                              way.say().say("Record a strategy discussion"),
                              row.empty() ? Weight::primary : Weight::secondary));
    if (way.next == NextStep::record_discussion) {
        row.push_back(
            link_button(Url::path(way.shown.to("conference.record").text() + "?type=transfer_in"),
                        way.say().say("Record a conference on moving here"), Weight::secondary));
    }
    return row;
}

// ---- where things stand
// ----------------------------------------------------------------------------

// The earliest day on which the front door decided on one that has not come.
std::optional<CivilDate> discussion_asked_for(const Way& way) {
    std::optional<std::int64_t> day;
    for (const auto& row : way.shown.facts().hand_overs) {
        if (row.lacks != "worker" && (!day || row.decided_day < *day)) {
            day = row.decided_day;
        }
    }
    return day ? std::optional{child_record::day_numbered(*day)} : std::nullopt;
}

std::string stands(const Way& way) {
    const auto& say = way.say();
    switch (way.next) {
    case NextStep::record_discussion:
        if (const auto asked = discussion_asked_for(way)) {
            return say.say("A strategy discussion was decided on at the front door on {date}. None "
                           "has been recorded since.",
                           {{"date", child_record::near_day(say, *asked, way.shown.today)}});
        }
        return say.say("Nothing is under way for {name}.", {{"name", way.shown.called()}});
    case NextStep::start_enquiry:
        return say.say("The threshold of significant harm was met, and no section 47 enquiry has "
                       "been started.");
    case NextStep::conclude_enquiry:
        return say.say("A section 47 enquiry is open.");
    case NextStep::book_conference:
        return say.say(
            "{name} is at continuing risk of significant harm, and no initial conference "
            "is booked.",
            {{"name", way.shown.called()}});
    case NextStep::hold_conference:
        return say.say("An initial conference is booked.");
    case NextStep::record_conference:
        return say.say("The day booked for the initial conference has come. It has not been "
                       "recorded.");
    case NextStep::book_review:
        return say.say("{name} is on the register, and no review conference is booked.",
                       {{"name", way.shown.called()}});
    case NextStep::hold_review:
        return say.say("{name} is on the register, and a review conference is booked.",
                       {{"name", way.shown.called()}});
    case NextStep::record_review:
        break;
    }
    return say.say("The day booked for the review conference has come. It has not been recorded.");
}

std::vector<std::string> answer_for(const Way& way) {
    const auto& say = way.say();
    std::vector<std::string> answer{stands(way)};
    const auto* stay = way.shown.standing().registration;
    if (stay != nullptr && stay->end) {
        answer.push_back(
            say.say("The name of {name} leaves the register on {date}.",
                    {{"name", way.shown.called()},
                     {"date", child_record::near_day(say, *stay->end, way.shown.today)}}));
    }
    for (const auto& gap :
         protection::gaps_of(way.history, way.shown.caller.office().book, way.shown.today)) {
        if (gap.gap == protection::Gap::conference_due_not_held) {
            answer.push_back(
                say.say("The initial conference was due by {date} and has not been held.",
                        {{"date", near_day(say, gap.since, way.shown.today)}}));
        }
    }
    const auto meetings = std::ranges::count_if(way.history.discussions, [](const auto& meeting) {
        return meeting.kind == protection::MeetingKind::internal_meeting && !meeting.accepted;
    });
    if (meetings > 0) {
        answer.push_back(say.say_n(
            "1 meeting was held without the police: it does not count as a strategy discussion.",
            "{n} meetings were held without the police: they do not count as strategy discussions.",
            static_cast<long>(meetings)));
    }
    return answer;
}

// ---- the time to the conference
// ----------------------------------------------------------------------

Html status_of(const Way& way, const ConferenceClock& clock) {
    const auto& say = way.say();
    if (clock.held != nullptr) {
        const bool late = clock.due_by && clock.held->on > *clock.due_by;
        return ours::render(ours::Status{late ? ours::Tone::soon : ours::Tone::ok,
                                         late ? say.say("Held late") : say.say("Held in time"),
                                         near_day(say, clock.held->on, way.shown.today)});
    }
    if (!clock.due_by) {
        return ours::render(ours::Status{ours::Tone::unknown, say.say("Cannot be worked out"), {}});
    }
    const auto date = near_day(say, *clock.due_by, way.shown.today);
    const bool over = *clock.due_by < way.shown.today;
    return ours::render(ours::Status{over ? ours::Tone::overdue : ours::Tone::waiting,
                                     over ? say.say("Overdue") : say.say("Not held yet"),
                                     over ? say.say("was due {date}", {{"date", date}})
                                          : say.say("by {date}", {{"date", date}})});
}

std::string note_of(const Way& way, const Enquiry& enquiry) {
    if (!enquiry.concluded) {
        return way.say().say("No national time limit for the enquiry itself is known. A conference "
                             "has to be held if the enquiry finds continuing risk of significant "
                             "harm.");
    }
    if (enquiry.finding_unknown()) {
        return way.say().say("What the enquiry found is not in the earlier system’s extract, so "
                             "whether a conference had to be held cannot be said here.");
    }
    return enquiry.continuing_risk()
               ? std::string{}
               : way.say().say(
                     "The enquiry did not find continuing risk of significant harm, so no "
                     "conference has to be held.");
}

std::vector<std::string> days_of(const Way& way, const ConferenceClock& clock) {
    const auto& say = way.say();
    std::string days;
    for (const auto* discussion : clock.discussions) {
        days += (days.empty() ? "" : ", ") + near_day(say, discussion->on, way.shown.today);
    }
    std::vector<std::string> facts;
    if (clock.anchor) {
        facts.push_back(say.say(
            "Strategy discussions that count: {days}. The time runs from the last; that day "
            "is not counted.",
            {{"days", days}}));
    }
    if (clock.due_by) {
        facts.push_back(say.say("The last day on which it is on time is {date}.",
                                {{"date", say.long_date(*clock.due_by)}}));
    }
    return facts;
}

std::vector<ConferenceTime> time_of(const Way& way) {
    const auto& book = way.shown.caller.office().book;
    const auto* card = book.card("cp.conference.initial");
    if (card == nullptr || way.history.enquiries.empty()) {
        return {};
    }
    const auto& enquiry = way.history.enquiries.back();
    const auto clock = protection::conference_clock(way.history, enquiry, book, way.shown.today);
    const bool runs = !enquiry.concluded || enquiry.continuing_risk();
    ConferenceTime time;
    time.sentence = spoken(way.say(), card->sentence);
    time.status = runs ? status_of(way, clock) : Html{};
    time.facts = days_of(way, clock);
    if (enquiry.began_elsewhere() && !clock.anchor) {
        time.facts.push_back(way.say().say(
            "The enquiry comes from an earlier system, whose extract does not hold strategy "
            "discussions. By when a conference is due cannot be worked out from it."));
    }
    if (clock.anchor) {
        time.working = working_of(way.say(), way.shown.today, card->interval, *clock.anchor,
                                  book.calendar(card->calendar), clock.due_by);
    }
    time.note = note_of(way, enquiry);
    time.rule = way.shown.caller.to("rule", {{"rule", card->id}});
    return {time};
}

// ---- what happened
// -----------------------------------------------------------------------------------

Html events_of(const Way& way, const std::vector<Happening>& happenings,
               std::initializer_list<std::string_view> kinds) {
    const Teller teller{way.shown, happenings};
    ours::Timeline line;
    line.significant = way.say().say("(important event)");
    for (const auto& happening : happenings) {
        const auto& kind = happening.believed().kind;
        if (std::ranges::any_of(kinds, [&](auto prefix) { return kind.starts_with(prefix); })) {
            line.events.push_back(teller.event(happening));
        }
    }
    return line.events.empty() ? Html{} : ours::render(line);
}

// What may change about a name on the register between conferences.
std::vector<Html> register_buttons(const Way& way) {
    const auto& shown = way.shown;
    const auto* stay = shown.standing().registration;
    std::vector<Html> row;
    if (stay == nullptr || !shown.may(access::Action::keep_register)) {
        return row;
    }
    const auto add = [&](std::string_view route, std::string_view words) {
        row.push_back(link_button(shown.to(route), way.say().say(words), Weight::secondary));
    };
    const auto& moves = shown.facts().moves;
    add("register.category", mark("Change the category"));
    if (protection::away_on(moves, stay->entry, shown.today) != nullptr) {
        add("register.back", mark("Back from a move"));
    } else {
        add("register.away", mark("A move for a time"));
    }
    if (protection::leaving_from(moves, stay->entry) != nullptr) {
        add("register.received", mark("Their conference was held"));
    } else {
        add("register.leaving", mark("A move for good"));
    }
    return row;
}

std::vector<ProtectionParts::Section> sections_of(const Way& way) {
    const auto& say = way.say();
    const auto all = happenings_of(way.shown.facts());
    return {
        {"discussions", say.say("Strategy discussions and meetings"),
         events_of(way, all, {"strategy-discussion.", "internal-meeting."}),
         say.say("No strategy discussion is recorded here.")},
        {"enquiries", say.say("Section 47 enquiries"), events_of(way, all, {"enquiry."}),
         say.say("No section 47 enquiry is recorded here.")},
        {"conferences", say.say("Child protection conferences"),
         events_of(way, all, {"conference."}),
         say.say("No conference is booked or recorded here.")},
        {"on-register", say.say("On the child protection register"),
         events_of(way, all, {"register."}),
         say.say("{name} has never been on the register here.", {{"name", way.shown.called()}}),
         register_buttons(way)},
    };
}

} // namespace

Html protection_of(const Shown& shown) {
    const auto& history = shown.facts().enquiries;
    const auto next = protection::next_step(history, shown.standing().registration, shown.today);
    const Way way{shown, history, next};
    ProtectionParts parts;
    parts.answer = answer_for(way);
    parts.buttons = buttons_of(way);
    parts.time = time_of(way);
    parts.sections = sections_of(way);
    return child_protection(shown.say(), parts);
}

} // namespace gweld::web::pages::child_record
