// Visits from a phone: those that need their writer, and those that are on the record.
#include "web/components/back_link.h"
#include "web/components/button.h"
#include "web/pages/frame/frame.h"
#include "web/pages/offline/held_answers.h"
#include "web/pages/offline/list_text.h"
#include "web/pages/offline/offline_pages.h"
#include "web/pages/offline/offline_words.h"
#include "web/pages/offline/opened_visit.h"
#include "web/pages/offline/waiting.html.h"
#include "web/pages/problems/problems.h"
#include "web/pages/unsaved/unsaved_form.h"
#include "web/pages/visit/family.h"
#include "web/pages/visit/questions.h"

#include <algorithm>
#include <set>

namespace gweld::web::pages {

namespace {

using record::PhoneClock;

// By the phone's own clock, which is what was written down; never corrected.
std::string written_words(const Words& say, const std::string& written) {
    const auto moment = time::parse_rfc3339(written);
    return moment ? say.say("Written at {moment} by the phone’s clock.",
                            {{"moment", say.moment(*moment)}})
                  : std::string{};
}
std::string received_words(const Words& say, const record::Entry& entry) {
    return say.say("Received at {moment}.", {{"moment", say.moment(entry.recorded_at)}});
}
std::string clock_words(const Words& say, PhoneClock clock) {
    switch (clock) {
    case PhoneClock::agrees:
        return {};
    case PhoneClock::fast:
        return say.say("The phone’s clock was fast. Check the date on it.");
    case PhoneClock::slow:
        return say.say("The phone’s clock was slow. Check the date on it.");
    }
    return {};
}

std::string title_of_held(const Words& say, const VisitForm& form, const Fields& said) {
    std::string names;
    for (const auto& child : form.children) {
        names += (names.empty() ? "" : ", ") + child.name;
    }
    if (names.empty()) {
        names = said.text("who");
    }
    return names.empty() ? say.say("A visit, to whom it does not say")
                         : say.say("A visit: {names}", {{"names", names}});
}

PhoneVisitShown shown(const Caller& caller, const casework::HeldVisit& held) {
    const auto said = fields_of(held.held.said);
    return {title_of_held(caller.say, form_of_item(said), said),
            why_it_waits(caller.say, held.held.because),
            written_words(caller.say, held.held.written) + " " +
                received_words(caller.say, held.entry),
            caller.to("offline.held", {{"held", base::to_text(held.entry.id)}})};
}

std::vector<std::string> others_in_words(const Caller& caller, const record::Reading& reading,
                                         const record::PhoneVisitReceived& received) {
    std::vector<std::string> lines;
    for (const auto& id : received.same_day) {
        if (const auto entry = reading.entry(id.uuid)) {
            lines.push_back(caller.say.say(
                "{name} recorded a visit of the same day at {moment}. Both are kept: if they are "
                "one visit, withdraw one of them.",
                {{"name", entry->recorded_by.name},
                 {"moment", caller.say.moment(entry->recorded_at)}}));
        }
    }
    return lines;
}

// A child's name only where this reader may still read it.
std::string names_of(const Caller& caller, const record::Reading& reading,
                     const record::Entry& entry, const record::PhoneVisitReceived& received) {
    std::string names;
    const std::set<base::Uuid> no_child{record::phones_of(caller.viewer.worker),
                                        record::subject_of(received.item)};
    for (const auto& subject : entry.about) {
        const auto ties = casework::read_ties(reading, base::PersonId{subject});
        const bool may =
            !no_child.contains(subject) && ties.person &&
            access::decide(caller.viewer, access::Action::see_record, ties.bearing(), caller.when())
                .allowed();
        if (may) {
            names += (names.empty() ? "" : ", ") + casework::full_name(*ties.person);
        }
    }
    return names;
}

void put_sent(const Caller& caller, const casework::PhoneMatters& matters, WaitingParts& parts) {
    const auto& say = caller.say;
    static_cast<void>(caller.office().store.read([&](const record::Reading& reading) {
        for (const auto& sent : matters.sent) {
            auto names = names_of(caller, reading, sent.entry, sent.received);
            if (names.empty()) {
                continue; // somebody else's children by now
            }
            SentShown row;
            row.who = say.say("{names}, visit of {date}",
                              {{"names", names}, {"date", say.short_date(sent.entry.effective)}});
            row.when =
                written_words(say, sent.received.written) + " " + received_words(say, sent.entry);
            row.clock = clock_words(say, sent.received.clock);
            row.others = others_in_words(caller, reading, sent.received);
            row.open =
                caller.to("child.timeline", {{"id", base::to_text(sent.entry.about.front())}});
            parts.sent.push_back(std::move(row));
        }
    }));
}

Response show_waiting(const Caller& caller) {
    const auto matters = casework::phone_matters(caller.office(), caller.viewer);
    if (!matters.ok()) {
        return store_says(caller, matters.error());
    }
    WaitingParts parts;
    parts.saved = saved_banner(caller);
    for (const auto& held : matters.value()->waiting) {
        parts.waiting.push_back(shown(caller, held));
    }
    put_sent(caller, *matters.value(), parts);
    parts.ready = caller.to("offline");
    Frame frame;
    frame.title = caller.say.say("Visits from your phones");
    frame.here = Nav::work;
    frame.content = phone_waiting(caller.say, parts);
    return framed(caller, frame);
}

// One way for each home; those the visit names first.
void put_ways(const Caller& caller, const casework::HeldVisit& held, const VisitForm& form,
              HeldParts& parts) {
    const auto work = casework::days_work(caller.office(), caller.viewer);
    if (!work.ok()) {
        return;
    }
    const auto id = base::to_text(held.entry.id);
    for (const auto& home : homes_to_visit(work.value())) {
        const auto named = std::ranges::find_if(home.children, [&](const auto& child) {
            return std::ranges::find(form.children, child.facts->child, &ChildAnswers::child) !=
                   form.children.end();
        });
        const bool is_named = named != home.children.end();
        const auto& child = is_named ? *named : home.children.front();
        const auto way = caller.to("offline.right",
                                   {{"held", id}, {"id", base::to_text(child.facts->child.uuid)}});
        const auto name = home_name(caller.say, home);
        if (is_named) {
            parts.ways.push_back({caller.say.say("Record it for: {name}", {{"name", name}}), way});
        } else {
            parts.other_ways.push_back({name, way});
        }
    }
}

void put_setting_aside(const Caller& caller, const casework::HeldVisit& held,
                       const std::vector<FieldFault>& faults, HeldParts& parts) {
    const auto& say = caller.say;
    const auto id = base::to_text(held.entry.id);
    parts.aside = caller.to("offline.aside", {{"held", id}});
    const auto* typed = caller.typed();
    std::string key{typed == nullptr ? "" : typed->text("key")};
    if (key.empty()) {
        key = base::to_text(casework::fresh_id(caller.office()));
    }
    const auto unsaved =
        unsaved_parts(caller, parts.title, parts.aside, caller.to("offline.held", {{"held", id}}));
    parts.begun = unsaved.begun;
    Markup hidden;
    hidden.put(csrf_field(caller)).put(hidden_field("key", key)).put(unsaved.hidden);
    parts.hidden = hidden.take();
    parts.reason = text_box(say,
                            {"reason", say.say("Why is it not to be recorded?"),
                             say.say("The text is kept, with your reason."),
                             std::string{typed == nullptr ? "" : typed->text("reason")}, 3},
                            faults);
    govuk::Button button;
    button.content = say.say("Set it aside");
    button.classes = "govuk-button--secondary";
    button.prevent_double_click = true;
    Markup buttons;
    buttons.put(govuk::render(button)).put(unsaved.state);
    parts.set_aside = buttons.take();
}

Response draw_held(const Caller& caller, const casework::HeldVisit& held,
                   const std::vector<FieldFault>& faults) {
    const auto& say = caller.say;
    const auto said = fields_of(held.held.said);
    const auto form = form_of_item(said);
    HeldParts parts;
    govuk::BackLink back;
    back.content = say.say("Back");
    back.href = caller.to("offline.waiting");
    parts.back = govuk::render(back);
    parts.errors = error_summary(say, faults);
    parts.title = title_of_held(say, form, said);
    parts.why = why_it_waits(say, held.held.because);
    parts.what_to_do = what_to_do(say, held.held.because);
    parts.written = written_words(say, held.held.written) + " " + clock_words(say, held.held.clock);
    parts.received = received_words(say, held.entry);
    parts.answers = answers_of(say, form, said);
    put_ways(caller, held, form, parts);
    put_setting_aside(caller, held, faults, parts);
    Frame frame;
    frame.title = (faults.empty() ? "" : say.say("Error") + ": ") + parts.title;
    frame.here = Nav::work;
    frame.status = faults.empty() ? 200 : 422;
    frame.content = held_visit(say, parts);
    return framed(caller, frame);
}

Response show_held(const Caller& caller) {
    const auto held = held_in(caller);
    return held ? draw_held(caller, *held, {}) : not_found(caller);
}

Response set_aside(const Caller& caller) {
    const auto held = held_in(caller);
    if (!held) {
        return not_found(caller);
    }
    const auto done =
        casework::set_aside(caller.office(), caller.viewer, base::EntryId{held->entry.id},
                            std::string{caller.request.form.text("reason")});
    if (done.ok()) {
        return see_other(Url::path(caller.to("offline.waiting").text() + "?saved=aside"));
    }
    if (const auto* fault = std::get_if<record::StoreFault>(&done.error())) {
        return store_says(caller, *fault);
    }
    return draw_held(caller, *held,
                     {{"reason", words::mark("Say why it is not to be recorded"), {}}});
}

} // namespace

std::optional<casework::HeldVisit> held_in(const Caller& caller) {
    const auto id = entry_in(caller, "held");
    const auto matters = casework::phone_matters(caller.office(), caller.viewer);
    if (!id || !matters.ok()) {
        return std::nullopt;
    }
    const auto& waiting = matters.value()->waiting;
    const auto found =
        std::ranges::find_if(waiting, [&](const auto& one) { return one.entry.id == id->uuid; });
    return found == waiting.end() ? std::nullopt : std::optional{*found};
}

void add_phone_waiting(Site& site) {
    add_page(site, Method::get, "offline.waiting", "/offline/visits", show_waiting);
    add_page(site, Method::get, "offline.held", "/offline/visits/{held}", show_held);
    add_page(site, Method::post, "offline.aside", "/offline/visits/{held}/aside", set_aside);
}

} // namespace gweld::web::pages
