#include "web/pages/taking_back/taking_back.h"

#include "casework/taking_back.h"
#include "casework/visits.h"
#include "web/components/back_link.h"
#include "web/components/button.h"
#include "web/components/spoken.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/forms/typed.h"
#include "web/pages/problems/problems.h"
#include "web/pages/taking_back/withdraw.html.h"
#include "web/pages/unsaved/unsaved_form.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"
#include "web/pages/visit/questions.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using casework::StandsOnIt;

bool is_a_visit(const record::Entry& entry) {
    return entry.kind == record::Named<record::VisitMade>::name ||
           entry.kind == record::Named<record::VisitAttempted>::name;
}

// The entry, and everybody it is about as far as this person may correct it.
struct Asked {
    const Caller& caller;
    record::Entry entry;
    VisitFamily family;
    std::string reason = {};
    std::string key = {}; // empty: a fresh one is made
};
using Opened = base::Result<Asked, casework::OpenRefused>;

std::optional<record::Entry> read_entry(const Caller& caller, base::EntryId id) {
    std::optional<record::Entry> entry;
    static_cast<void>(caller.office().store.read(
        [&](const record::Reading& reading) { entry = reading.entry(id.uuid); }));
    const bool offered = entry && (is_a_visit(*entry) || casework::can_be_taken_back(entry->kind));
    return offered ? entry : std::nullopt;
}

Opened open(const Caller& caller) {
    const auto id = entry_in(caller, "id");
    auto entry = id ? read_entry(caller, *id) : std::nullopt;
    if (!entry) {
        return base::Err{casework::OpenRefused{casework::NotFoundOrNotYours{}}};
    }
    auto family = family_of_entry(caller, *entry, access::Action::correct_entry, "correct-entry");
    if (!family.ok()) {
        return base::Err{family.error()};
    }
    return base::Ok{Asked{caller, std::move(*entry), std::move(family).value()}};
}

// It is taken from every child's record, so each is named.
std::string names_of(const Asked& asked) {
    std::string names;
    for (const auto& facts : asked.family.children) {
        if (std::ranges::find(asked.entry.about, facts->child.uuid) != asked.entry.about.end()) {
            names.append(names.empty() ? "" : ", ").append(casework::full_name(*facts->person));
        }
    }
    return names;
}

std::string what_is_withdrawn(const Asked& asked) {
    const auto& say = asked.caller.say;
    const auto& entry = asked.entry;
    if (is_a_visit(entry)) {
        return say.say("The visit of {date}, recorded by {name} at {moment}. It is taken from the "
                       "record of: {names}.",
                       {{"date", say.long_date(entry.effective)},
                        {"name", entry.recorded_by.name},
                        {"moment", say.moment(entry.recorded_at)},
                        {"names", names_of(asked)}});
    }
    return said_since(say, {entry}).front() + ". " +
           say.say("It is about {date} and is taken from the record of: {names}.",
                   {{"date", say.long_date(entry.effective)}, {"names", names_of(asked)}});
}

std::string what_goes_with_it(const Asked& asked) {
    return asked.entry.kind == record::Named<record::ConferenceHeld>::name
               ? asked.caller.say.say("Where the conference placed a name on the register or took "
                                      "one off it, that is withdrawn with it.")
               : std::string{};
}

Response show_form(const Asked& asked, const std::vector<FieldFault>& faults, int status) {
    const auto& caller = asked.caller;
    const auto& say = caller.say;
    govuk::Button button;
    button.content = say.say("Withdraw this entry");
    button.classes = "govuk-button--warning";
    button.prevent_double_click = true;
    Frame frame;
    frame.title = say.say("Withdraw an entry");
    const auto action = caller.to("entry.withdraw", {{"id", base::to_text(asked.entry.id)}});
    const auto unsaved = unsaved_parts(caller, frame.title, action);
    Markup hidden;
    hidden.put(csrf_field(caller))
        .put(hidden_field("key", asked.key.empty()
                                     ? base::to_text(casework::fresh_id(caller.office()))
                                     : asked.key))
        .put(unsaved.hidden);
    Markup save;
    save.put(govuk::render(button)).put(unsaved.state);
    frame.status = status;
    frame.content = withdraw(
        say, unsaved.begun,
        govuk::render(govuk::back_link(
            say, caller.to("child.timeline", {{"id", base::to_text(asked.entry.about.front())}}))),
        error_summary(say, faults), what_is_withdrawn(asked), what_goes_with_it(asked), action,
        hidden.take(),
        text_box(say,
                 {"reason", say.say("Why should this entry not be here?"),
                  say.say("For example: it was recorded on the wrong child."), asked.reason, 3},
                 faults),
        save.take());
    return framed(caller, frame);
}

std::string_view sentence_for(StandsOnIt stands) {
    switch (stands) {
    case StandsOnIt::no_reason:
        return words::mark("Say why this entry should not be here");
    case StandsOnIt::acceptance:
        return words::mark("This meeting was accepted as a strategy discussion. Withdraw the "
                           "acceptance first.");
    case StandsOnIt::enquiry:
        return words::mark("A section 47 enquiry was started from it. Withdraw the enquiry first.");
    case StandsOnIt::conclusion:
        return words::mark("What the enquiry found is recorded. Withdraw that first.");
    case StandsOnIt::conference:
        return words::mark("A conference was held because of it. Withdraw the conference first.");
    case StandsOnIt::what_belongs_to_it:
        return words::mark("A report, a paper, dissent, an answer or feedback belongs to this "
                           "conference. Withdraw those first.");
    case StandsOnIt::sharing:
        return words::mark("It is recorded when the family had this report. Withdraw that first.");
    case StandsOnIt::later_on_register:
        return words::mark("The child’s place on the register has changed since. Withdraw what "
                           "changed it first.");
    }
    return {};
}

constexpr auto corrected_already =
    words::mark("Somebody has corrected this entry already. Open the timeline and correct the "
                "newest one.");

// Both use cases refuse in the same words; only what stands on a step is one's own.
template <class Refused> Response not_withdrawn(const Asked& asked, const Refused& refused) {
    if (const auto* fault = std::get_if<record::StoreFault>(&refused)) {
        return store_says(asked.caller, *fault);
    }
    if (std::holds_alternative<casework::NotFoundOrNotYours>(refused)) {
        return not_found(asked.caller);
    }
    if constexpr (std::is_same_v<Refused, casework::TakeBackRefused>) {
        if (const auto* stands = std::get_if<StandsOnIt>(&refused)) {
            return show_form(asked, {{"reason", sentence_for(*stands), {}}}, 422);
        }
    }
    return show_form(asked, {{"reason", corrected_already, {}}}, 409);
}

Response ask_first(const Caller& caller) {
    auto opened = open(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    if (const auto* begun = caller.typed()) {
        opened.value().reason = std::string{begun->text("reason")};
        opened.value().key = std::string{begun->text("key")};
    }
    return show_form(opened.value(), {}, 200);
}

Response withdraw_it(const Caller& caller) {
    auto opened = open(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto asked = std::move(opened).value();
    asked.reason = trimmed(caller.request.form.text("reason"));
    asked.key = std::string{caller.request.form.text("key")};
    if (asked.reason.empty()) {
        return show_form(asked, {{"reason", sentence_for(StandsOnIt::no_reason), {}}}, 422);
    }
    const base::EntryId id{asked.entry.id};
    const casework::Saw saw{asked.key, {}};
    const auto child = asked.family.children.front()->child;
    if (is_a_visit(asked.entry)) {
        const auto answer =
            casework::withdraw(caller.office(), caller.viewer, id, asked.reason, saw);
        return answer.ok() ? saved(caller, child, "withdrawn")
                           : not_withdrawn(asked, answer.error());
    }
    const auto answer = casework::take_back(caller.office(), caller.viewer, id, asked.reason, saw);
    return answer.ok()
               ? see_other(Url::path(
                     caller.to("child.protection", {{"id", base::to_text(child.uuid)}}).text() +
                     "?saved=withdrawn"))
               : not_withdrawn(asked, answer.error());
}

} // namespace

void add_taking_back_pages(Site& site) {
    add_page(site, Method::get, "entry.withdraw", "/entry/{id}/withdraw", ask_first);
    add_page(site, Method::post, "entry.withdraw", "/entry/{id}/withdraw", withdraw_it);
}

} // namespace gweld::web::pages
