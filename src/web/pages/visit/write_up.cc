#include "record/codec.h"
#include "web/components/button.h"
#include "web/components/furniture.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.h"
#include "web/pages/standing_words.h"
#include "web/pages/unsaved/unsaved_form.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/questions.h"
#include "web/pages/visit/write_up.html.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

struct Stub {
    record::Entry entry;
    record::VisitMade visit;
    VisitFamily family; // the visit's children first asked for
};
using Opened = base::Result<Stub, casework::OpenRefused>;

Opened not_theirs() { return base::Err{casework::OpenRefused{casework::NotFoundOrNotYours{}}}; }

Opened open(const Caller& caller) {
    const auto id = entry_in(caller, "id");
    std::optional<record::Entry> entry;
    if (id) {
        static_cast<void>(caller.office().store.read(
            [&](const record::Reading& reading) { entry = reading.entry(id->uuid); }));
    }
    if (!entry || entry->kind != record::Named<record::VisitMade>::name) {
        return not_theirs();
    }
    auto family = family_of_entry(caller, *entry, access::Action::record_visit, "write-up");
    if (!family.ok()) {
        return base::Err{family.error()};
    }
    auto visit = record::body_of<record::VisitMade>(*entry);
    auto children = std::move(family).value();
    std::erase_if(children.children, [&](const auto& facts) {
        return std::ranges::find(entry->about, facts->child.uuid) == entry->about.end();
    });
    return base::Ok{Stub{std::move(*entry), std::move(visit), std::move(children)}};
}

struct Typed {
    std::string account;
    std::vector<record::ChildsWords> words;
    std::string key;
};

Typed typed_in(const Caller& caller, const Stub& stub) {
    static const Fields nothing;
    const auto& posted = caller.typed() == nullptr ? nothing : *caller.typed();
    Typed typed{std::string{posted.text("account")}, {}, std::string{posted.text("key")}};
    for (const auto& facts : stub.family.children) {
        typed.words.push_back({facts->child,
                               std::string{posted.text(field_of("words", facts->child))},
                               std::string{posted.text(field_of("language", facts->child))}});
    }
    return typed;
}

Html words_of(const Caller& caller, const casework::Facts& facts, const record::ChildsWords& said) {
    ChildAnswers answers;
    answers.child = facts.child;
    answers.name = facts.person->forename;
    answers.words = said.words;
    answers.language = said.words_language;
    Markup out;
    out.put(words_question(caller.say, answers, {}));
    return out.take();
}

Response show_page(const Caller& caller, const Stub& stub, const Typed& typed,
                   const std::vector<FieldFault>& faults, int status) {
    const auto& say = caller.say;
    std::vector<Html> children;
    for (std::size_t i = 0; i < stub.family.children.size(); ++i) {
        children.push_back(words_of(caller, *stub.family.children[i], typed.words.at(i)));
    }
    govuk::Button button;
    button.content = say.say("Save the write-up");
    button.prevent_double_click = true;
    Frame frame;
    frame.title = say.say("Write up a visit: {name}", {{"name", family_name(caller, stub.family)}});
    const auto action = caller.to("visit.write-up", {{"id", base::to_text(stub.entry.id)}});
    const auto unsaved = unsaved_parts(caller, frame.title, action);
    Markup hidden;
    hidden.put(csrf_field(caller)).put(hidden_field("key", typed.key)).put(unsaved.hidden);
    frame.status = status;
    frame.here = Nav::work;
    const auto what = say.say("The visit of {date}, saved by {name} at {moment}.",
                              {{"date", say.long_date(stub.visit.on)},
                               {"name", stub.entry.recorded_by.name},
                               {"moment", say.moment(stub.entry.recorded_at)}});
    Markup save;
    save.put(govuk::render(button)).put(unsaved.state);
    ours::SaveBar bar;
    bar.button = save.take();
    frame.content = write_up_form(
        say, unsaved.begun, error_summary(say, faults), frame.title, what, action, hidden.take(),
        children,
        text_box(say,
                 {"account", say.say("What did you see and hear?"),
                  say.say("Facts first, then what you think they mean."), typed.account, 10},
                 faults),
        ours::render(bar));
    return framed(caller, frame);
}

Response show(const Caller& caller) {
    const auto opened = open(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto typed = typed_in(caller, opened.value());
    if (typed.key.empty()) {
        typed.key = base::to_text(casework::fresh_id(caller.office()));
    }
    return show_page(caller, opened.value(), typed, {}, 200);
}

record::VisitWrittenUp written_from(const Stub& stub, const Typed& typed) {
    record::VisitWrittenUp written;
    written.visit = base::EntryId{stub.entry.id};
    written.account = typed.account;
    std::ranges::copy_if(typed.words, std::back_inserter(written.words),
                         [](const auto& said) { return !said.words.empty(); });
    return written;
}

Response save(const Caller& caller) {
    const auto opened = open(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& stub = opened.value();
    const auto typed = typed_in(caller, stub);
    if (typed.account.find_first_not_of(" \n\t") == std::string::npos) {
        return show_page(caller, stub, typed,
                         {{"account", sentence_of(casework::Nonsense::no_account), {}}}, 422);
    }
    const auto answer = casework::write_up(caller.office(), caller.viewer,
                                           written_from(stub, typed), {typed.key, {}});
    if (answer.ok()) {
        return saved(caller, casework::PersonId{stub.entry.about.front()}, "write-up");
    }
    if (const auto* fault = std::get_if<record::StoreFault>(&answer.error())) {
        return store_says(caller, *fault);
    }
    if (const auto* nonsense = std::get_if<casework::Nonsense>(&answer.error())) {
        return show_page(caller, stub, typed, {{"account", sentence_of(*nonsense), {}}}, 422);
    }
    return not_found(caller);
}

} // namespace

void add_write_up_pages(Site& site) {
    add_page(site, Method::get, "visit.write-up", "/visit/{id}/write-up", show);
    add_page(site, Method::post, "visit.write-up", "/visit/{id}/write-up", save);
}

} // namespace gweld::web::pages
