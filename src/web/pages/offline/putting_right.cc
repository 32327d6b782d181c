// A visit from a phone put right in the form of a visit, and recorded.
#include "casework/child.h"
#include "record/codec.h"
#include "record/kinds.h"
#include "web/pages/kept_records.h"
#include "web/pages/offline/held_answers.h"
#include "web/pages/offline/offline.h"
#include "web/pages/offline/offline_pages.h"
#include "web/pages/offline/offline_words.h"
#include "web/pages/offline/opened_visit.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/answers.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

struct Right {
    casework::HeldVisit held;
    VisitFamily family;
};

std::optional<Right> open(const Caller& caller) {
    auto held = held_in(caller);
    const auto child = person_in(caller, "id");
    if (!held || !child) {
        return std::nullopt;
    }
    auto family = family_for(caller, *child, access::Action::record_visit, "record-visit");
    return family.ok() ? std::optional{Right{std::move(*held), std::move(family).value()}}
                       : std::nullopt;
}

FormView view_for(const Caller& caller, const Right& right) {
    FormView view;
    view.heading =
        caller.say.say("Record a visit: {name}", {{"name", family_name(caller, right.family)}});
    view.above = why_it_waits(caller.say, right.held.held.because) + " " +
                 what_to_do(caller.say, right.held.held.because);
    const auto held = base::to_text(right.held.entry.id);
    const auto child = base::to_text(right.family.children.front()->child.uuid);
    view.action = caller.to("offline.right", {{"held", held}, {"id", child}});
    view.back = caller.to("offline.held", {{"held", held}});
    return view;
}

// As it was written on the phone. The day stands as the phone took it, to be looked at.
VisitForm form_from_phone(const Caller& caller, const Right& right) {
    auto form = blank_form(caller, right.family, Purpose::recording);
    auto versions = std::move(form.versions);
    const auto key = form.key;
    auto said = fields_of(right.held.held.said);
    if (auto kept = with_kept_records(caller.site, said)) {
        said = std::move(*kept);
    }
    const auto before = form.children;
    fill(form, said);
    for (std::size_t i = 0; i < form.children.size(); ++i) {
        if (form.children[i].seen.empty()) {
            form.children[i].seen = before[i].seen;
        }
    }
    form.versions = std::move(versions);
    form.key = key;
    form.when = form.day.empty() ? "" : "other";
    if (const auto who = said.text("who"); !who.empty()) {
        form.account = std::string{who} + "\n\n" + form.account;
    }
    return form;
}

// Pressed twice: it is recorded, and waits no more.
bool settled_before(const Caller& caller) {
    const auto held = entry_in(caller, "held");
    bool theirs = false;
    static_cast<void>(caller.office().store.read([&](const record::Reading& reading) {
        const auto entry = held ? reading.entry(held->uuid) : std::nullopt;
        theirs = entry && is_a<record::PhoneVisitHeld>(*entry) &&
                 entry->recorded_by.worker == caller.viewer.worker;
    }));
    return theirs;
}

Response show_right(const Caller& caller) {
    const auto right = open(caller);
    if (!right) {
        return not_found(caller);
    }
    auto form = form_from_phone(caller, *right);
    fill_as_begun(caller, form);
    return show_form(caller, form, view_for(caller, *right), right->family.children);
}

Response save_right(const Caller& caller) {
    const auto right = open(caller);
    if (!right) {
        return settled_before(caller) ? see_other(caller.to("offline.waiting")) : not_found(caller);
    }
    auto form = blank_form(caller, right->family, Purpose::recording);
    form.versions.clear();
    fill_as_shown(form, caller.request.form, caller.today());
    auto view = view_for(caller, *right);
    const auto parsed = parse(form, caller.today());
    if (!parsed.ok()) {
        view.faults = parsed.error();
        view.status = 422;
        return show_form(caller, form, view, right->family.children);
    }
    const auto answer =
        casework::record_held(caller.office(), caller.viewer, base::EntryId{right->held.entry.id},
                              parsed.value(), saw_by(form, parsed.value()));
    if (answer.ok()) {
        return saved(caller, right->family.children.front()->child, what_was_saved(form));
    }
    return not_saved(caller, answer.error(), {form, view, right->family});
}

} // namespace

void add_putting_right(Site& site) {
    add_page(site, Method::get, "offline.right", "/offline/visits/{held}/record/{id}", show_right);
    add_page(site, Method::post, "offline.right", "/offline/visits/{held}/record/{id}", save_right);
}

void add_offline_pages(Site& site) {
    add_offline_shell(site);
    add_getting_ready(site);
    add_phone_lists(site);
    add_phone_sending(site);
    add_phone_waiting(site);
    add_putting_right(site);
}

} // namespace gweld::web::pages
