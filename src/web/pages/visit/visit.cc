#include "web/pages/visit/visit.h"

#include "casework/visits.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"
#include "web/pages/visit/form_view.h"

namespace gweld::web::pages {

namespace {

FormView view_for(const Caller& caller, const VisitFamily& family) {
    FormView view;
    view.heading =
        caller.say.say("Record a visit: {name}", {{"name", family_name(caller, family)}});
    const auto id = base::to_text(family.children.front()->child.uuid);
    view.action = caller.to("visit.new", {{"id", id}});
    view.back = caller.viewer.role == record::Role::social_worker
                    ? caller.to("work")
                    : caller.to("child", {{"id", id}});
    return view;
}

casework::VisitAnswer record(const Caller& caller, const ParsedVisit& visit,
                             const casework::Saw& saw) {
    return std::visit(
        base::overloaded{
            [&](const record::VisitMade& made) {
                return casework::record_visit(caller.office(), caller.viewer, made, saw);
            },
            [&](const record::VisitAttempted& attempt) {
                return casework::record_attempt(caller.office(), caller.viewer, attempt, saw);
            },
        },
        visit);
}

Response show_new(const Caller& caller) {
    const auto child = person_in(caller, "id");
    if (!child) {
        return not_found(caller);
    }
    const auto family = family_for(caller, *child, access::Action::record_visit, "record-visit");
    if (!family.ok()) {
        return refusal(caller, family.error());
    }
    auto form = blank_form(caller, family.value(), Purpose::recording);
    fill_as_begun(caller, form);
    return show_form(caller, form, view_for(caller, family.value()), family.value().children);
}

Response save_new(const Caller& caller) {
    const auto child = person_in(caller, "id");
    if (!child) {
        return not_found(caller);
    }
    const auto opened = family_for(caller, *child, access::Action::record_visit, "record-visit");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& family = opened.value();
    auto form = blank_form(caller, family, Purpose::recording);
    form.versions.clear();
    fill_as_shown(form, caller.request.form, caller.today());
    auto view = view_for(caller, family);
    const auto parsed = parse(form, caller.today());
    if (!parsed.ok()) {
        view.faults = parsed.error();
        view.status = 422;
        return show_form(caller, form, view, family.children);
    }
    const auto answer = record(caller, parsed.value(), saw_by(form, parsed.value()));
    if (answer.ok()) {
        return saved(caller, *child, what_was_saved(form));
    }
    return not_saved(caller, answer.error(), {form, view, family});
}

} // namespace

void add_visit_pages(Site& site) {
    add_page(site, Method::get, "visit.new", "/child/{id}/visit", show_new);
    add_page(site, Method::post, "visit.new", "/child/{id}/visit", save_new);
    add_correction_pages(site);
    add_write_up_pages(site);
}

} // namespace gweld::web::pages
