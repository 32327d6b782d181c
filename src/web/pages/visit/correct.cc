#include "record/codec.h"
#include "web/components/back_link.h"
#include "web/components/button.h"
#include "web/components/spoken.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/questions.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

// The entry to correct, and the family it is about as far as this person may correct it.
struct Correcting {
    record::Entry entry;
    VisitFamily family;
};
using Opened = base::Result<Correcting, casework::OpenRefused>;

std::optional<record::Entry> read_entry(const Caller& caller, base::EntryId id) {
    std::optional<record::Entry> entry;
    static_cast<void>(caller.office().store.read(
        [&](const record::Reading& reading) { entry = reading.entry(id.uuid); }));
    const bool visit = entry && (entry->kind == record::Named<record::VisitMade>::name ||
                                 entry->kind == record::Named<record::VisitAttempted>::name);
    return visit ? entry : std::nullopt;
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
    return base::Ok{Correcting{std::move(*entry), std::move(family).value()}};
}

FormView view_for(const Caller& caller, const Correcting& correcting) {
    FormView view;
    view.heading = caller.say.say("Correct a visit: {name}",
                                  {{"name", family_name(caller, correcting.family)}});
    view.above = caller.say.say(
        "Recorded by {name} at {moment}. Change what is wrong and say why; what stood before is "
        "kept.",
        {{"name", correcting.entry.recorded_by.name},
         {"moment", caller.say.moment(correcting.entry.recorded_at)}});
    const auto id = base::to_text(correcting.entry.id);
    view.action = caller.to("entry.correct", {{"id", id}});
    view.back =
        caller.to("child.timeline", {{"id", base::to_text(correcting.entry.about.front())}});
    return view;
}

// A visit saved in a minute and written up later is put right as one: its account and the
// children's words come from the write-up where it left them out itself.
void write_up_into(record::VisitMade& visit, const Correcting& correcting) {
    for (const auto& entry : correcting.family.children.front()->entries) {
        if (entry.kind != record::Named<record::VisitWrittenUp>::name) {
            continue;
        }
        const auto written = record::body_of<record::VisitWrittenUp>(entry);
        if (written.visit.uuid != correcting.entry.id) {
            continue;
        }
        visit.account = visit.account.empty() ? written.account : visit.account;
        for (auto& part : visit.children) {
            const auto said =
                std::ranges::find(written.words, part.child, &record::ChildsWords::child);
            if (said != written.words.end() && part.words.empty()) {
                part.words = said->words;
                part.words_language = said->words_language;
            }
        }
    }
}

VisitForm form_of(const Caller& caller, const Correcting& correcting) {
    auto form = blank_form(caller, correcting.family, Purpose::correcting);
    if (correcting.entry.kind == record::Named<record::VisitMade>::name) {
        auto visit = record::body_of<record::VisitMade>(correcting.entry);
        write_up_into(visit, correcting);
        fill(form, visit);
    } else {
        fill(form, record::body_of<record::VisitAttempted>(correcting.entry));
    }
    return form;
}

Response show(const Caller& caller) {
    const auto opened = open(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& correcting = opened.value();
    auto form = form_of(caller, correcting);
    fill_as_begun(caller, form);
    return show_form(caller, form, view_for(caller, correcting), correcting.family.children);
}

// A correction keeps the kind: a visit that was really an attempt is withdrawn and recorded anew.
bool keeps_kind(const ParsedVisit& visit, const record::Entry& entry) {
    const bool made = std::holds_alternative<record::VisitMade>(visit);
    return made == (entry.kind == record::Named<record::VisitMade>::name);
}

casework::VisitAnswer write(const Caller& caller, const Correcting& correcting,
                            const ParsedVisit& visit, const VisitForm& form) {
    const base::EntryId corrected{correcting.entry.id};
    const auto saw = saw_by(form, visit);
    return std::visit(base::overloaded{
                          [&](const record::VisitMade& made) {
                              return casework::correct_visit(caller.office(), caller.viewer,
                                                             corrected, made, form.reason, saw);
                          },
                          [&](const record::VisitAttempted& attempt) {
                              return casework::correct_attempt(caller.office(), caller.viewer,
                                                               corrected, attempt, form.reason,
                                                               saw);
                          },
                      },
                      visit);
}

Response save(const Caller& caller) {
    const auto opened = open(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& correcting = opened.value();
    auto form = blank_form(caller, correcting.family, Purpose::correcting);
    form.versions.clear();
    fill_as_shown(form, caller.request.form, caller.today());
    auto view = view_for(caller, correcting);
    const auto parsed = parse(form, caller.today());
    if (!parsed.ok() || !keeps_kind(parsed.value(), correcting.entry)) {
        if (parsed.ok()) {
            view.faults.push_back(
                {"outcome",
                 words::mark("A visit cannot become an attempt, nor an attempt a visit: withdraw "
                             "this entry and record the right one"),
                 {}});
        } else {
            view.faults = parsed.error();
        }
        view.status = 422;
        return show_form(caller, form, view, correcting.family.children);
    }
    const auto answer = write(caller, correcting, parsed.value(), form);
    if (answer.ok()) {
        return saved(caller, correcting.family.children.front()->child, "correction");
    }
    return not_saved(caller, answer.error(), {form, view, correcting.family});
}

} // namespace

void add_correction_pages(Site& site) {
    add_page(site, Method::get, "entry.correct", "/entry/{id}/correct", show);
    add_page(site, Method::post, "entry.correct", "/entry/{id}/correct", save);
}

} // namespace gweld::web::pages
