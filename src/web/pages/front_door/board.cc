#include "casework/front_door.h"
#include "casework/handing_over.h"
#include "web/components/furniture.h"
#include "web/components/tone.h"
#include "web/pages/child/wording.h"
#include "web/pages/frame/frame.h"
#include "web/pages/frame/page_turns.h"
#include "web/pages/front_door/board.html.h"
#include "web/pages/front_door/front_door.h"
#include "web/pages/front_door/referral.h"
#include "web/pages/front_door/wording.h"
#include "web/pages/problems/problems.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using casework::FrontDoor;
using casework::Show;
using casework::Urgency;
using casework::WaitingContact;
using namespace door;

struct Shown {
    const Caller& caller;
    const FrontDoor& board;
    Show show;
    std::size_t handed_on = 0;
    const Words& say() const { return caller.say; }
    bool may_work() const {
        return access::decide(caller.viewer, access::ContactAction::work, {}, caller.when())
            .allowed();
    }
};

Show asked_for(const Caller& caller) {
    const auto show = caller.request.query.text("show");
    return show == "mine" ? Show::mine : show == "nobody" ? Show::nobody : Show::all;
}

// ---- one row ---------------------------------------------------------------------------------

std::string left_words(const Shown& shown, const WaitingContact& contact) {
    const auto& say = shown.say();
    if (contact.urgency == Urgency::act_now) {
        return say.say("Act now");
    }
    if (!contact.due) {
        return say.say("Cannot say");
    }
    if (*contact.due == shown.caller.today()) {
        return say.say("Today");
    }
    return say.short_date(*contact.due);
}

std::string tone_of(const WaitingContact& contact) {
    switch (contact.urgency) {
    case Urgency::act_now:
        return "now";
    case Urgency::past_due:
    case Urgency::waited:
        return "late";
    case Urgency::today:
        return "soon";
    case Urgency::later:
    case Urgency::undetermined:
        break;
    }
    return "later";
}

std::vector<KnownLine> known_lines(const Words& say, const casework::KnownOf& known) {
    std::vector<KnownLine> lines;
    if (known.on_register) {
        lines.push_back({say.say("On the child protection register"), true});
    }
    if (!known.worker.empty()) {
        lines.push_back({say.say("Allocated to {name}", {{"name", known.worker}}), false});
    }
    if (known.earlier > 0) {
        lines.push_back(
            {say.say_n("1 other contact in the last year", "{n} other contacts in the last year",
                       static_cast<long>(known.earlier)),
             false});
    }
    if (known.possible > 0) {
        lines.push_back({say.say_n("1 possible match to check", "{n} possible matches to check",
                                   static_cast<long>(known.possible)),
                         true});
    }
    if (lines.empty()) {
        lines.push_back(
            {known.matched > 0 ? say.say("Known, nothing open") : say.say("No match found"),
             false});
    }
    return lines;
}

std::string waits_words(const Shown& shown, const record::ContactRow& row) {
    if (!row.waits_until) {
        return {};
    }
    const auto date = shown.say().short_date(day_of(*row.waits_until));
    return *row.waits_until < shown.caller.today().day_number()
               ? shown.say().say("Waited for {from} until {date}",
                                 {{"from", row.waits_from}, {"date", date}})
               : shown.say().say("Waits for {from} until {date}",
                                 {{"from", row.waits_from}, {"date", date}});
}

QueueRow row_of(const Shown& shown, const WaitingContact& contact) {
    const auto& say = shown.say();
    const auto& row = contact.row;
    const auto id = base::to_text(row.contact);
    QueueRow out;
    out.tone = tone_of(contact);
    out.left = left_words(shown, contact);
    out.received = received_words(say, row, shown.caller.today());
    out.href = shown.caller.to("contact", {{"id", id}});
    out.who = children_words(say, contact.children, shown.caller.today());
    if (row.worry_begins.empty()) {
        out.worry = say.say("What was said is not in the extract it came with.");
        out.language = words::tag_of(say.language());
    } else {
        out.worry = row.worry_begins;
        out.language = row.worry_language.empty() ? "en" : row.worry_language;
    }
    out.from = row.organisation.empty() ? source_words(say, row.source) : row.organisation;
    out.channel = channel_words(say, row.channel);
    out.known = known_lines(say, contact.known);
    if (contact.form) {
        out.known.push_back({form_words(say, *contact.form), false});
        if (contact.form->answers > 0) {
            out.known.push_back({say.say("The referrer has answered"), true});
        }
    }
    out.owner = row.worker_name;
    out.waits = waits_words(shown, row);
    if (!row.worker) {
        out.nobody = ours::render(ours::Status{ours::Tone::soon, say.say("Nobody yet"), {}});
    }
    const bool take = !row.worker && shown.may_work();
    out.take = take ? id + ":" + std::to_string(contact.version) : std::string{};
    out.action = take ? say.say("Take it") : shown.may_work() ? say.say("Decide") : say.say("Open");
    return out;
}

// ---- the lists -------------------------------------------------------------------------------

struct Heading {
    std::string id;
    std::string caption;
    std::string note; // empty: how many there are
};

Heading heading_of(const Shown& shown, const WaitingContact& contact) {
    const auto& say = shown.say();
    switch (contact.urgency) {
    case Urgency::act_now:
        return {"now", say.say("Act now"),
                say.say("Possible significant harm. Do not wait for the clock.")};
    case Urgency::past_due:
        return {"late", say.say("Past the day to decide"),
                say.say("Later than one working day. Decide these first.")};
    case Urgency::waited:
        return {"waited", say.say("For the team manager"),
                say.say("The date each was to wait until has passed.")};
    case Urgency::today:
        return {"today", say.say("Decide today"), {}};
    case Urgency::later:
        return {"by-" + time::to_iso(*contact.due),
                say.say("Decide by {date}", {{"date", say.long_date(*contact.due)}}),
                {}};
    case Urgency::undetermined:
        break;
    }
    return {"cannot-say", say.say("By when cannot be said"),
            say.say("The calendar of working days does not reach so far.")};
}

std::vector<QueueSection> sections_of(const Shown& shown) {
    std::vector<QueueSection> sections;
    for (const auto& contact : shown.board.contacts) {
        auto heading = heading_of(shown, contact);
        if (sections.empty() || sections.back().id != heading.id) {
            sections.push_back({heading.id, heading.caption, heading.note, {}});
        }
        sections.back().rows.push_back(row_of(shown, contact));
    }
    for (auto& section : sections) {
        if (section.note.empty()) {
            section.note = shown.say().say_n("1 contact", "{n} contacts",
                                             static_cast<long>(section.rows.size()));
        }
    }
    return sections;
}

// ---- above them ------------------------------------------------------------------------------

std::string lede_first(const Shown& shown) {
    return shown.board.waiting == 0 ? shown.say().say("No contact is waiting for a decision.")
                                    : shown.say().say_n("1 contact is waiting for a decision.",
                                                        "{n} contacts are waiting for a decision.",
                                                        static_cast<long>(shown.board.waiting));
}

std::string lede_rest(const Shown& shown) {
    const auto& say = shown.say();
    const auto& board = shown.board;
    if (board.waiting == 0) {
        return {};
    }
    std::string rest;
    if (board.due_today > 0) {
        rest += say.say_n("1 must be decided today.", "{n} must be decided today.",
                          static_cast<long>(board.due_today)) +
                " ";
    }
    if (board.nobody > 0) {
        rest += say.say_n("Nobody has picked up 1 of them.", "Nobody has picked up {n} of them.",
                          static_cast<long>(board.nobody)) +
                " ";
    }
    if (board.late == 0 && board.waited == 0) {
        return rest + say.say("None is late.");
    }
    if (board.late > 0) {
        rest += say.say_n("1 is late.", "{n} are late.", static_cast<long>(board.late)) + " ";
    }
    if (board.waited > 0) {
        rest += say.say_n("1 has waited past the day it was to wait until.",
                          "{n} have waited past the day they were to wait until.",
                          static_cast<long>(board.waited));
    }
    return rest;
}

void put_account(const Shown& shown, BoardParts& parts) {
    const auto& say = shown.say();
    const auto& account = shown.board.account;
    const auto n = [](std::size_t count) { return static_cast<long>(count); };
    parts.carried = say.say_n("{n} carried over", "{n} carried over", n(account.carried_over));
    parts.received = say.say_n("{n} received today", "{n} received today", n(account.received));
    parts.decided = say.say_n("{n} decided today", "{n} decided today", n(account.decided));
    parts.waiting = say.say_n("{n} waiting", "{n} waiting", n(account.waiting));
    parts.adds_up = shown.board.adds_up();
    for (const auto& [channel, one] : shown.board.channels) {
        parts.channels.push_back({ours::icon(one.adds_up() ? ours::Tone::ok : ours::Tone::overdue),
                                  channel_words(say, channel) + " " + std::to_string(one.waiting)});
    }
}

Url address(const Caller& caller, std::string_view show) {
    const std::string to = caller.to("front-door").text();
    const std::vector<Field> fields{{"show", std::string{show}}};
    return Url::path(show.empty() ? to : to + "?" + encode_fields(fields));
}

std::string_view name_of(Show show) {
    return show == Show::mine ? "mine" : show == Show::nobody ? "nobody" : "";
}

Html filters(const Shown& shown) {
    const auto& say = shown.say();
    ours::Filters filters;
    filters.label = say.say("Show");
    const auto link = [&](Show show, std::string_view sentence, std::size_t count) {
        filters.links.push_back({say.say(sentence, {{"n", std::to_string(count)}}),
                                 address(shown.caller, name_of(show)), show == shown.show});
    };
    link(Show::all, words::mark("All {n}"), shown.board.waiting);
    link(Show::mine, words::mark("Mine {n}"), shown.board.mine);
    link(Show::nobody, words::mark("Nobody yet {n}"), shown.board.nobody);
    return ours::render(filters);
}

std::string now_words(const Caller& caller) {
    const auto wall = time::wall_time_in_wales(caller.office().clock.now());
    const auto minutes = static_cast<int>(wall.since_midnight.count());
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return caller.say.say(
        "{date}, {time}",
        {{"date", caller.say.long_date(wall.date)},
         {"time", child_record::time_of_day(two(minutes / 60) + ":" + two(minutes % 60))}});
}

BoardParts parts_of(const Shown& shown) {
    const auto& caller = shown.caller;
    BoardParts parts;
    parts.saved = saved_banner(caller);
    parts.date = now_words(caller);
    parts.refresh = this_page_in(caller.request.language, caller.request);
    parts.lede_first = lede_first(shown);
    parts.lede_rest = lede_rest(shown);
    put_account(shown, parts);
    for (auto& section : sections_of(shown)) {
        auto& list = section.id == "now" ? parts.urgent : parts.sections;
        list.push_back(std::move(section));
    }
    if (shown.board.shown == 0 && shown.show != Show::all) {
        parts.none = caller.say.say("No contact is here. Choose All to see the others.");
    }
    parts.filters = filters(shown);
    parts.record = caller.to("contact.new");
    parts.to_tell = caller.say.say_n("1 referrer to tell", "{n} referrers to tell",
                                     static_cast<long>(shown.board.referrers_to_tell));
    parts.to_tell_list = caller.to("front-door.to-tell");
    if (shown.handed_on > 0) {
        parts.handed_on = caller.say.say_n("1 child handed on, waiting for somebody",
                                           "{n} children handed on, waiting for somebody",
                                           static_cast<long>(shown.handed_on));
    }
    parts.pack = caller.to("continuity");
    parts.handed_on_list = caller.to("front-door.handed-on");
    parts.may_record = shown.may_work();
    parts.take = caller.to("front-door.take");
    parts.take_hidden = csrf_field(caller);
    parts.pages =
        page_turns(caller, caller.to("front-door"), "page", shown.board.page, shown.board.pages);
    return parts;
}

Response show(const Caller& caller) {
    if (!access::may_enter(caller.viewer, access::Place::front_door)) {
        return not_for_you(caller);
    }
    const auto asked = asked_for(caller);
    const auto read = casework::front_door(caller.office(), caller.viewer, asked,
                                           page_asked(caller, "page", any_page));
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    const auto handed_on = casework::handed_on(caller.office(), 0, 0);
    if (!handed_on.ok()) {
        return store_says(caller, handed_on.error());
    }
    Frame frame;
    frame.title = caller.say.say("Front door");
    frame.here = Nav::front_door;
    const auto parts = parts_of({caller, read.value(), asked, handed_on.value()->all});
    frame.content = board(caller.say, parts);
    frame.board = Board{{parts.saved.markup(), parts.date}};
    return framed(caller, frame);
}

} // namespace

void add_board_pages(Site& site) { add_page(site, Method::get, "front-door", "/front-door", show); }

void add_front_door_pages(Site& site) {
    add_board_pages(site);
    add_new_contact_pages(site);
    add_contact_pages(site);
    add_contact_forms(site);
    add_handed_on_pages(site);
    add_contact_correction_pages(site);
    add_contact_file_pages(site);
    add_referrer_pages(site);
    add_referrer_letter_pages(site);
}

} // namespace gweld::web::pages
