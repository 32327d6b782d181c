#include "casework/signing.h"
#include "casework/standing.h"
#include "web/components/card_table.h"
#include "web/components/furniture.h"
#include "web/components/link.h"
#include "web/pages/frame/frame.h"
#include "web/pages/frame/page_turns.h"
#include "web/pages/problems/problems.h"
#include "web/pages/signing/ledger.html.h"
#include "web/pages/signing/signing.h"
#include "web/pages/signing/signing_words.h"
#include "web/pages/standing_words.h"

namespace gweld::web::pages {

namespace {

using casework::Ledger;
using casework::LedgerLine;
using casework::Waiting;

struct Asked {
    Waiting waiting = Waiting::for_me;
    std::string decision;
    std::size_t page = 1;
};
struct Shown {
    const Caller& caller;
    const Asked& asked;
    const Ledger& ledger;
    const Words& say() const { return caller.say; }
};

Asked asked_in(const Caller& caller) {
    const auto& query = caller.request.query;
    Asked asked;
    asked.waiting = query.text("show") == "all" ? Waiting::everything_i_may_sign : Waiting::for_me;
    asked.decision = std::string{query.text("decision")};
    asked.page = page_asked(caller, "page", any_page);
    return asked;
}

Url to(const Caller& caller, const Asked& asked) {
    std::vector<Field> query;
    if (asked.waiting == Waiting::everything_i_may_sign) {
        query.push_back({"show", "all"});
    }
    if (!asked.decision.empty()) {
        query.push_back({"decision", asked.decision});
    }
    const auto here = caller.to("signing");
    return query.empty() ? here : Url::path(here.text() + "?" + encode_fields(query));
}

std::string names_of(const Shown& shown, const LedgerLine& line) {
    std::string names;
    for (const auto& name : line.named) {
        names += (names.empty() ? "" : ", ") + name;
    }
    for (const auto& child : line.children) {
        names += (names.empty() ? "" : ", ") + casework::full_name(*child->person);
    }
    if (line.withheld > 0) {
        names += (names.empty() ? "" : ", ") +
                 shown.say().say_n("1 child whose record is not yours",
                                   "{n} children whose records are not yours",
                                   static_cast<long>(line.withheld));
    }
    return names.empty() ? shown.say().say("Nobody known yet") : names;
}

Html lines_table(const Shown& shown) {
    if (shown.ledger.lines.empty()) {
        return {};
    }
    const auto& say = shown.say();
    ours::CardTable table;
    table.caption = say.say("Waiting for a signature, oldest first");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("What"), {}},
                     {say.say("About"), {}},
                     {say.say("Written by"), {}},
                     {say.say("Waiting"), {}}};
    for (const auto& line : shown.ledger.lines) {
        const auto names = names_of(shown, line);
        const auto status = waiting_status(shown.caller, line);
        const auto one = shown.caller.to("signing.one", {{"id", base::to_text(line.row.entry)}});
        const auto by = line.row.team.empty() ? line.row.author_name
                                              : line.row.author_name + ", " + line.row.team;
        table.rows.push_back(
            {{line.withheld > 0
                  ? Content{decision_words(say, line.row.decision)}
                  : Content{ours::link(one, decision_words(say, line.row.decision), names)},
              names, by, ours::render(status)},
             status.tone,
             {}});
    }
    return ours::render(table);
}

Html counts_table(const Shown& shown) {
    if (shown.ledger.counts.empty()) {
        return {};
    }
    const auto& say = shown.say();
    ours::CardTable table;
    table.caption = say.say("How much, and how long");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("What"), {}},
                     {say.say("Waiting"), {}, ours::Column::number},
                     {say.say("Over a week"), {}, ours::Column::number},
                     {say.say("Over four weeks"), {}, ours::Column::number}};
    for (const auto& count : shown.ledger.counts) {
        auto only = shown.asked;
        only.decision = count.decision;
        table.rows.push_back(
            {{ours::link(to(shown.caller, only), decision_words(say, count.decision),
                         say.say("show only these")),
              std::to_string(count.waiting), std::to_string(count.over_a_week),
              std::to_string(count.over_four_weeks)},
             ours::Tone::waiting,
             {}});
    }
    return ours::render(table);
}

Html whose(const Shown& shown) {
    if (shown.ledger.everything == shown.ledger.for_me && shown.asked.decision.empty()) {
        return {};
    }
    const auto& say = shown.say();
    ours::Filters filters;
    filters.label = say.say("Show");
    const auto add = [&](Waiting waiting, const std::string& words) {
        filters.links.push_back({words, to(shown.caller, {waiting, {}, 1}),
                                 shown.asked.waiting == waiting && shown.asked.decision.empty()});
    };
    add(Waiting::for_me,
        say.say("Waiting for you ({n})", {{"n", std::to_string(shown.ledger.for_me)}}));
    add(Waiting::everything_i_may_sign,
        say.say("All you may sign ({n})", {{"n", std::to_string(shown.ledger.everything)}}));
    if (!shown.asked.decision.empty()) {
        filters.links.push_back(
            {decision_words(say, shown.asked.decision), to(shown.caller, shown.asked), true});
    }
    return ours::render(filters);
}

std::string lede_first(const Shown& shown) {
    const auto& say = shown.say();
    const auto waiting = static_cast<long>(
        shown.asked.waiting == Waiting::for_me ? shown.ledger.for_me : shown.ledger.everything);
    if (waiting == 0) {
        return say.say("Nothing waits for your signature.");
    }
    return say.say_n("1 thing waits for a signature.", "{n} things wait for a signature.", waiting);
}

Response show(const Caller& caller) {
    if (!access::may_enter(caller.viewer, access::Place::signing)) {
        return not_for_you(caller);
    }
    const auto asked = asked_in(caller);
    const auto read = casework::ledger_of(caller.office(), caller.viewer, asked.waiting,
                                          asked.decision, asked.page);
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    const Shown shown{caller, asked, read.value()};
    LedgerParts parts;
    parts.saved = saved_banner(caller);
    parts.lede_first = lede_first(shown);
    parts.lede_rest =
        shown.ledger.oldest_days
            ? caller.say.say("The oldest: {days}.",
                             {{"days", days_waited(caller.say, *shown.ledger.oldest_days)}})
            : std::string{};
    parts.whose = whose(shown);
    parts.counts = counts_table(shown);
    parts.heading = caller.say.say("Oldest first");
    parts.lines = lines_table(shown);
    parts.none = caller.say.say("Nothing to show.");
    parts.turns =
        page_turns(caller, caller.to("signing"), "page", shown.ledger.page, shown.ledger.pages);
    Frame frame;
    frame.title = caller.say.say("To sign");
    frame.here = Nav::signing;
    frame.board = Board{{parts.saved.markup()}};
    frame.content = ledger_page(caller.say, parts);
    return framed(caller, frame);
}

} // namespace

void add_signing_pages(Site& site) {
    add_page(site, Method::get, "signing", "/signing", show);
    add_signing_one_pages(site);
}

} // namespace gweld::web::pages
