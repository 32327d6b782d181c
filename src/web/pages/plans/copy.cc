// The family's copy: one child's plan in plain words, in the family's language whichever the page
// is read in, without an address. Made from the plan itself, so that the two cannot differ.
#include "casework/child.h"
#include "casework/family_copy.h"
#include "casework/story.h"
#include "web/components/back_link.h"
#include "web/components/button.h"
#include "web/components/spoken.h"
#include "web/pages/frame/frame.h"
#include "web/pages/paper/paper.h"
#include "web/pages/paper/recipients.h"
#include "web/pages/plans/copy.html.h"
#include "web/pages/plans/plans.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/answers.h"

namespace gweld::web::pages {

namespace {

struct Copying { // from the plan, in the family's language
    const casework::FamilyCopy& copy;
    const casework::KnownAddresses& known; // of the child and the family
    const Words& say;
    // Empty stays empty.
    std::string safe(const std::string& text) const {
        return casework::without_addresses(text, known, say.say("(address left out)"));
    }
};

std::string to_do_line(const Copying& on, const casework::FamilyCopy::ToDo& one) {
    const auto who = on.safe(one.who);
    const auto what = on.safe(one.what);
    return one.by ? on.say.say("{who}: {what}, by {date}",
                               {{"who", who}, {"what", what}, {"date", on.say.long_date(*one.by)}})
                  : on.say.say("{who}: {what}", {{"who", who}, {"what", what}});
}

void add_outcomes(const Copying& on, CopyParts& parts) {
    parts.better_heading = on.say.say("What will be better");
    parts.worry_label = on.say.say("What we are worried about:");
    parts.to_do_label = on.say.say("Who does what:");
    for (const auto& outcome : on.copy.outcomes) {
        CopyParts::Outcome part{on.safe(outcome.better), on.safe(outcome.worry), {}};
        for (const auto& one : outcome.to_do) {
            part.to_do.push_back(to_do_line(on, one));
        }
        parts.outcomes.push_back(std::move(part));
    }
}

void add_the_rest(const Copying& on, CopyParts& parts) {
    parts.if_heading = on.say.say("What happens if …");
    for (const auto& one : on.copy.contingency) {
        parts.ifs.push_back({on.safe(one.happens), on.safe(one.then)});
    }
    parts.people_heading = on.say.say("Who helps with this plan");
    for (const auto& one : on.copy.taking_part) {
        parts.people.push_back(on.safe(one.role.empty() ? one.name : one.name + ", " + one.role));
    }
    if (on.copy.review_on) {
        parts.review = on.say.say("We look at the plan together again on {date}.",
                                  {{"date", on.say.long_date(*on.copy.review_on)}});
    }
    parts.say_so = on.say.say("If something in it is wrong or hard to follow, tell us: it is your "
                              "plan too.");
}

Html print_button(const Words& say) {
    govuk::Button print;
    print.content = say.say("Print");
    print.type = "button";
    print.classes = "govuk-button--secondary app-button-small app-script-only";
    print.attributes = {{"data-print", std::nullopt}};
    return govuk::render(print);
}

const words::Words& words_of(const casework::FamilyCopy& copy) {
    return words::in(copy.language == "cy" ? Language::welsh : Language::english);
}

CopyParts parts_of(const casework::OpenRecord& open, const Copying& on) {
    const auto& theirs = on.say;
    CopyParts parts;
    parts.language = on.copy.language;
    parts.title = on.copy.kind == record::PlanKind::protection
                      ? theirs.say("The plan to keep {name} safe", {{"name", on.copy.child}})
                      : theirs.say("The plan to support {name}", {{"name", on.copy.child}});
    parts.agreed =
        theirs.say("We agreed it on {date}.", {{"date", theirs.long_date(on.copy.agreed_on)}});
    if (open.coordinator && !open.coordinator->missing()) {
        parts.leads = theirs.say("The social worker who leads this plan is {name}.",
                                 {{"name", open.coordinator->worker->name}});
    }
    add_outcomes(on, parts);
    add_the_rest(on, parts);
    return parts;
}

Response page_of(const Caller& caller, const casework::OpenRecord& open, const Copying& on) {
    const auto id = base::to_text(open.standing.facts->child.uuid);
    const auto people = people_of_child(caller, *open.standing.facts);
    if (!people.ok()) {
        return store_says(caller, people.error());
    }
    auto parts = parts_of(open, on);
    parts.recipients = who_may_have_it(caller, people.value());
    parts.back = govuk::render(govuk::back_link(caller.say, caller.to("child.plan", {{"id", id}})));
    parts.print = print_button(caller.say);
    parts.ways_out = ways_out(caller, "plan.copy.download", {{"id", id}}, parts.title);
    Frame frame;
    frame.title = parts.title;
    frame.content = family_copy(caller.say, parts);
    return framed(caller, frame);
}

// In the family's language, and without what only the office needs to read.
Response file_of(const Caller& caller, const casework::OpenRecord& open, const Copying& on) {
    auto parts = parts_of(open, on);
    const auto& facts = *open.standing.facts;
    auto content = family_copy_text(on.say, parts);
    return leave_as(caller,
                    {on.say,
                     std::move(parts.title),
                     std::move(content),
                     {facts.child},
                     file_name_of(caller, on.say.say("family copy"), facts.person->number),
                     on.say.say("Made on {date}.", {{"date", on.say.long_date(caller.today())}})});
}

using Gives = Response (*)(const Caller&, const casework::OpenRecord&, const Copying&);
Response copied(const Caller& caller, std::string_view route, Gives give) {
    const auto child = person_in(caller, "id");
    if (!child) {
        return not_found(caller);
    }
    const auto opened = casework::open_record(caller.office(), caller.viewer, *child,
                                              access::Action::see_record, route);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto copy = casework::family_copy_of(*opened.value().standing.facts);
    if (!copy) {
        return not_found(caller);
    }
    const auto known = casework::addresses_around(caller.office(), std::vector{*child});
    return known.ok() ? give(caller, opened.value(), {*copy, known.value(), words_of(*copy)})
                      : store_says(caller, known.error());
}

Response show(const Caller& caller) { return copied(caller, "plan.copy", page_of); }
Response give_file(const Caller& caller) { return copied(caller, "plan.copy.download", file_of); }

} // namespace

void add_plan_copy_pages(Site& site) {
    add_page(site, Method::get, "plan.copy", "/child/{id}/plan/copy", show);
    add_page(site, Method::get, "plan.copy.download", "/child/{id}/plan/copy/as/{format}",
             give_file);
}

} // namespace gweld::web::pages
