// Who may see a record: what restricts it, whom it excludes, and the ways to change that.
#include "casework/guarding.h"
#include "web/components/button.h"
#include "web/components/card_table.h"
#include "web/components/link.h"
#include "web/pages/child/parts.h"
#include "web/pages/child/visits.html.h"
#include "web/pages/child/wording.h"
#include "web/pages/guarding/guarding.html.h"
#include "web/pages/guarding/guarding_words.h"

namespace gweld::web::pages::child_record {

namespace {

using words::mark;

std::string names_of(const record::RecordRestricted& what) {
    std::string names;
    for (const auto& one : what.listed) {
        names.append(names.empty() ? "" : ", ").append(one.name);
    }
    return names;
}

std::string open_to(const Shown& shown, const casework::Guarded& held) {
    const auto& say = shown.say();
    if (held.restricted.empty()) {
        return say.say("Whoever works with the child or the family, their team and its manager, "
                       "the duty desk, the chair of the conferences and the head of service.");
    }
    const auto& what = held.restricted.back().what;
    return what.open_to == record::OpenTo::listed
               ? say.say("The record is restricted. It is open only to: {names}.",
                         {{"names", names_of(what)}})
               : say.say("The record is restricted. It is open only to whoever it is allocated "
                         "to, their manager, the chair of the conferences and the head of "
                         "service.");
}

Content who_and_when(const Shown& shown, const record::Entry& entry) {
    return Content{shown.say().say(
        "{name}, {date}", {{"name", entry.recorded_by.name},
                           {"date", near_moment(shown.say(), entry.recorded_at, shown.today)}})};
}

Content way_to_lift(const Shown& shown, const record::Entry& entry, const std::string& what) {
    const auto to = shown.may(access::Action::unbar)
                        ? shown.to_if_there("child.lift", {{"id", shown.id()},
                                                           {"barrier", base::to_text(entry.id)}})
                        : std::nullopt;
    return to ? Content{ours::link(*to, shown.say().say("Lift it"), what)} : Content{"–"};
}

Html table_of(const Shown& shown, const casework::Guarded& held) {
    const auto& say = shown.say();
    if (held.excluded.empty() && held.restricted.empty()) {
        return {};
    }
    ours::CardTable table;
    table.caption = say.say("What holds for this record");
    table.caption_classes = "govuk-visually-hidden";
    for (const auto head : {mark("What"), mark("Why"), mark("Who said so"), mark("What to do")}) {
        table.columns.push_back({say.say(head), {}, ours::Column::text});
    }
    for (const auto& one : held.restricted) {
        const auto what = say.say("Restricted");
        table.rows.push_back(
            {{two_lines(say, what,
                        say.say("To be looked at again on {date}",
                                {{"date", near_day(say, one.what.review_on, shown.today)}})),
              two_lines(say, pages::said(say, one.what.because), one.what.words),
              who_and_when(shown, one.said), way_to_lift(shown, one.said, what)},
             one.what.review_on <= shown.today ? ours::Tone::soon : ours::Tone::waiting,
             {}});
    }
    for (const auto& one : held.excluded) {
        const auto what = say.say("{name} is excluded", {{"name", one.what.worker_name}});
        table.rows.push_back(
            {{what, two_lines(say, pages::said(say, one.what.because), one.what.words),
              who_and_when(shown, one.said), way_to_lift(shown, one.said, what)},
             ours::Tone::waiting,
             {}});
    }
    return ours::render(table);
}

void add_way(const Shown& shown, Markup& ways, std::string_view route, std::string_view words) {
    if (const auto to = shown.to_if_there(route, {{"id", shown.id()}})) {
        govuk::Button button;
        button.content = shown.say().say(words);
        button.href = *to;
        button.classes = "govuk-button--secondary app-button-small";
        ways.put(govuk::render(button)).raw(" ");
    }
}

} // namespace

Html who_may_see_it(const Shown& shown) {
    const auto held = casework::guarded(shown.facts(), shown.caller.office().clock.now());
    Markup ways;
    if (shown.may(access::Action::bar)) {
        add_way(shown, ways, "child.exclude", mark("Exclude somebody"));
        add_way(shown, ways, "child.restrict", mark("Restrict the record"));
    }
    if (shown.may(access::Action::answer_for_record)) {
        add_way(shown, ways, "child.own-record", mark("A copy of their own record"));
    }
    return who_may_see(shown.say(), open_to(shown, held), table_of(shown, held), ways.take());
}

} // namespace gweld::web::pages::child_record
