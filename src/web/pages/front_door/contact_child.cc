#include "web/components/link.h"
#include "web/components/tone.h"
#include "web/pages/front_door/contact_view.h"
#include "web/pages/front_door/handed_on.h"
#include "web/pages/front_door/wording.h"

#include <algorithm>

namespace gweld::web::pages::door {

namespace {

using casework::ContactChild;
using casework::May;
using casework::OpenContact;

struct Shown {
    const Caller& caller;
    const OpenContact& open;
    const Words& say() const { return caller.say; }
    Url to(std::string_view route) const {
        return caller.to(route, {{"id", base::to_text(open.row.contact)}});
    }
};

std::vector<std::string> as_given(const Words& say, const record::ContactChildRow& row) {
    std::vector<std::string> facts;
    if (row.born) {
        facts.push_back(say.say("Born {date}", {{"date", say.long_date(day_of(*row.born))}}));
    }
    if (row.expected) {
        facts.push_back(say.say("Not born yet, expected {date}",
                                {{"date", say.long_date(day_of(*row.expected))}}));
    }
    const auto address =
        row.address + (row.address.empty() || row.postcode.empty() ? "" : ", ") + row.postcode;
    if (!address.empty()) {
        facts.push_back(address);
    }
    return facts;
}

SuggestedChild suggested(const Shown& shown, const casework::Suggestion& suggestion) {
    const auto& say = shown.say();
    const auto& person = suggestion.person;
    SuggestedChild out;
    out.name = casework::full_name(person);
    if (person.born) {
        out.about = say.say("born {date}", {{"date", say.short_date_year(day_of(*person.born))}});
    }
    if (!person.number.empty()) {
        out.about += (out.about.empty() ? "" : ", ") + person.number;
    }
    out.why = say.say("Why it might be:") + " " + alike_words(say, suggestion.alike);
    out.person = base::to_text(person.person);
    return out;
}

std::vector<std::string> standing_of(const Words& say, const ContactChild& child) {
    std::vector<std::string> lines;
    if (child.on_register) {
        lines.push_back(say.say("On the child protection register"));
    }
    lines.push_back(child.worker.empty()
                        ? say.say("Nobody is allocated today.")
                        : say.say("Allocated to {name}", {{"name", child.worker}}));
    return lines;
}

bool is_one_of(record::Role role, std::initializer_list<record::Role> roles) {
    return std::ranges::find(roles, role) != roles.end();
}

// Where to go from here, for whoever may.
Html to_do_for(const Shown& shown, const ContactChild& child) {
    using enum record::Role;
    const auto& say = shown.say();
    const auto role = shown.caller.viewer.role;
    const auto child_id = base::to_text(child.person->person);
    const auto name = casework::full_name(*child.person);
    Markup list;
    const auto add = [&](const Url& to, const std::string& words) {
        list.raw("<p class=\"govuk-body\">");
        list.put(ours::link(to, words, name));
        list.raw("</p>");
    };
    const bool opens = child.open_record == May::yes;
    if (opens && child.lacks != "worker" && is_one_of(role, {team_manager, duty_worker})) {
        add(shown.caller.to("discussion.new", {{"id", child_id}}),
            say.say("Record the strategy discussion"));
    }
    if (opens && child.lacks != "discussion" && is_one_of(role, {team_manager, head_of_service})) {
        add(shown.caller.to("allocate", {{"id", child_id}}), say.say("Allocate a worker"));
    }
    if (shown.open.let_go == May::yes) {
        add(Url::path(shown.to("contact.let-go").text() + "?nth=" + std::to_string(child.row.nth)),
            let_go_words(say, child.lacks));
    }
    return list.take();
}

} // namespace

ContactChildShown child_of_contact(const Caller& caller, const OpenContact& open,
                                   const ContactChild& child) {
    const Shown shown{caller, open};

    const auto& say = shown.say();
    ContactChildShown out;
    out.heading = child_words(say, child.row, shown.caller.today());
    out.facts = as_given(say, child.row);
    out.nth = std::to_string(child.row.nth);
    if (child.person) {
        out.known =
            say.say("Known to us as {name}.", {{"name", casework::full_name(*child.person)}});
        out.record = shown.caller.to("child", {{"id", base::to_text(child.person->person)}});
        out.may_open = child.open_record == May::yes;
        out.standing = standing_of(say, child);
        if (!child.lacks.empty()) {
            out.lacks =
                ours::render(ours::Status{ours::Tone::overdue, lacks_words(say, child.lacks), {}});
            out.to_do = to_do_for(shown, child);
        }
        out.let_go_because = child.let_go_because;
        if (!child.let_go_because.empty() && shown.open.let_go == May::yes) {
            out.take_back =
                ours::link(Url::path(shown.to("contact.let-go.back").text() + "?nth=" + out.nth),
                           say.say("It is needed after all"), out.heading);
        }
        out.may_unmatch = shown.open.work == May::yes && child.row.matched_by;
        out.unmatch = Url::path(shown.to("contact.unmatch").text() + "?nth=" + out.nth);
    }
    out.may_match = shown.open.work == May::yes;
    for (const auto& suggestion : child.suggestions) {
        out.suggestions.push_back(suggested(shown, suggestion));
    }
    return out;
}

} // namespace gweld::web::pages::door
