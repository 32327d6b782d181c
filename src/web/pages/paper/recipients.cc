#include "web/pages/paper/recipients.h"

#include "casework/protected_addresses.h"
#include "casework/story.h"
#include "web/components/card_table.h"
#include "web/pages/paper/recipients.html.h"
#include "web/pages/story/family_words.h"

namespace gweld::web::pages {

namespace {

using casework::ToTheChild;
using words::mark;

std::string what_they_are(const Words& say, const PeopleOfChild& all,
                          const casework::Recipient& one) {
    auto words = story::to_the_child(say, all.family, one.member);
    return words.empty() ? say.say("A relative") : words;
}

// A parent who lives elsewhere may be the one an address is protected from.
bool may_be_whom_they_hide_from(const PeopleOfChild& all, const casework::Recipient& one) {
    return all.protected_address &&
           all.family.members[one.member].lives != casework::Lives::with_child;
}

std::string may_have(const Words& say, const PeopleOfChild& all, const casework::Recipient& one) {
    switch (one.now) {
    case ToTheChild::cares_now:
        return may_be_whom_they_hide_from(all, one)
                   ? say.say("Not before you have made sure: an address is protected, and they are "
                             "not recorded as living with the child")
                   : say.say("May have it");
    case ToTheChild::partner_of_carer:
        return say.say("Not by themself: ask the parent or carer they live with");
    case ToTheChild::no_longer:
        return say.say("Not before you have made sure: it has ended");
    case ToTheChild::has_died:
        return say.say("Has died");
    case ToTheChild::other_relative:
    case ToTheChild::not_known:
        break;
    }
    return say.say("Not before you have made sure");
}

} // namespace

base::Result<PeopleOfChild, record::StoreFault> people_of_child(const Caller& caller,
                                                                const casework::Facts& child) {
    auto& office = caller.office();
    const auto logs = casework::family_logs(office, child);
    if (!logs.ok()) {
        return base::Err{logs.error()};
    }
    const auto held = casework::protections_of(office, child.child);
    if (!held.ok()) {
        return base::Err{held.error()};
    }
    auto family = casework::family_on(casework::kin_of(logs.value()), child, {}, caller.today(),
                                      casework::open_to(caller.viewer, caller.when()));
    auto people = casework::recipients_in(family);
    return base::Ok{PeopleOfChild{std::move(family), std::move(people), !held.value().empty()}};
}

Html who_may_have_it(const Caller& caller, const PeopleOfChild& all) {
    const auto& say = caller.say;
    ours::CardTable table;
    table.caption = say.say("Who may have it, as the record stands today");
    table.caption_classes = "govuk-visually-hidden";
    for (const auto head : {mark("Who"), mark("To the child"), mark("This paper")}) {
        table.columns.push_back({say.say(head), {}, ours::Column::text});
    }
    for (const auto& one : all.people) {
        table.rows.push_back(
            {{one.name, what_they_are(say, all, one), may_have(say, all, one)},
             casework::wants_another_look(one.now) ? ours::Tone::soon : ours::Tone::waiting,
             {}});
    }
    return recipients(say, all.people.empty() ? Html{} : ours::render(table),
                      all.protected_address
                          ? say.say("The family has a protected address. It is left out of this "
                                    "paper. Take out, too, what says where they are: a school, a "
                                    "bus, a shop, a view.")
                          : std::string{});
}

std::string doubt_about(const Words& say, const std::string& name, ToTheChild now) {
    switch (now) {
    case ToTheChild::no_longer:
        return say.say("{name}: what they were to the child or to a parent has ended.",
                       {{"name", name}});
    case ToTheChild::has_died:
        return say.say("{name}: has died.", {{"name", name}});
    default:
        return say.say("{name}: nobody of this name was invited or is recorded in the family.",
                       {{"name", name}});
    }
}

} // namespace gweld::web::pages
