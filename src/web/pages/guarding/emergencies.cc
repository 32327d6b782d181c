// What was opened in an emergency: the queue of whoever reviews it, and the review.
#include "casework/emergencies.h"
#include "web/components/link.h"
#include "web/components/markup.h"
#include "web/pages/forms/answers.h"
#include "web/pages/guarding/guarding.h"
#include "web/pages/guarding/guarding.html.h"
#include "web/pages/guarding/guarding_words.h"
#include "web/pages/guarding/openings.h"
#include "web/pages/problems/problems.h"

#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using casework::Opening;
using words::mark;

Content last_cell(const Caller& caller, const Opening& opening) {
    if (!opening.may_review) {
        return review_so_far(caller, opening);
    }
    Markup cell;
    cell.put(review_so_far(caller, opening)).raw("<br>");
    cell.put(ours::link(caller.to("emergency.review", {{"id", base::to_text(opening.row.entry)}}),
                        caller.say.say("Review it"), opening.row.worker_name));
    return Content{cell.take()};
}

Response show(const Caller& caller) {
    if (!access::may_enter(caller.viewer, access::Place::emergencies)) {
        return not_for_you(caller);
    }
    const auto all = casework::openings(caller.office(), caller.viewer);
    if (!all.ok()) {
        return store_says(caller, all.error());
    }
    const auto& say = caller.say;
    Frame frame;
    frame.title = say.say("Records opened in an emergency");
    frame.here = Nav::team;
    frame.content = emergencies(say, saved_banner(caller),
                                openings_table(caller, all.value().waiting, last_cell),
                                openings_table(caller, all.value().reviewed, last_cell));
    return framed(caller, frame);
}

struct Reviewing {
    const Caller& caller;
    Opening opening;
    Fields fields = {};
    std::vector<FieldFault> faults = {};
    int status = 200;
};

Response draw(const Reviewing& form) {
    const auto& caller = form.caller;
    const auto& say = caller.say;
    const Questions ask{say, form.fields, form.faults};
    Sheet sheet;
    sheet.back = caller.to("emergencies");
    sheet.heading = say.say("Review an emergency");
    sheet.lede = opening_in_words(caller, form.opening);
    using Found = record::OpeningFound;
    std::vector<Option> options;
    for (const auto found : {Found::right, Found::not_needed, Found::wrong}) {
        options.push_back({boost::describe::enum_to_string(found, ""), said(say, found)});
    }
    sheet.questions.push_back(ask.one_of({"found", say.say("What do you find?")}, options));
    sheet.questions.push_back(
        ask.box({"words", say.say("In your own words"),
                 say.say("May be left empty where it was right. Whoever opened it reads this.")},
                3));
    sheet.action = caller.to("emergency.review", {{"id", base::to_text(form.opening.row.entry)}});
    sheet.save = say.say("Save the review");
    sheet.saw = saw_in(form.fields);
    sheet.faults = form.faults;
    sheet.status = form.status;
    sheet.here = Nav::team;
    return show_sheet(caller, sheet);
}

// None: there is no such opening, or it is their own, or it was reviewed.
base::Result<std::optional<Opening>, record::StoreFault> opening_asked(const Caller& caller) {
    const auto id = base::parse_uuid(caller.param("id"));
    auto all = casework::openings(caller.office(), caller.viewer);
    if (!all.ok()) {
        return base::Err{all.error()};
    }
    for (auto& opening : all.value().waiting) {
        if (opening.row.entry == id && opening.may_review) {
            return base::Ok{std::optional{opening}};
        }
    }
    return base::Ok{std::optional<Opening>{}};
}

Response show_review(const Caller& caller) {
    auto asked = opening_asked(caller);
    if (!asked.ok()) {
        return store_says(caller, asked.error());
    }
    if (!asked.value()) {
        return not_found(caller);
    }
    Reviewing form{caller, std::move(*asked.value())};
    std::string key;
    take_typed(caller, form.fields, key);
    return draw(form);
}

Response to_the_queue(const Caller& caller, std::string_view saved) {
    return see_other(Url::path(caller.to("emergencies").text() + "?saved=" + std::string{saved}));
}

Response save_review(const Caller& caller) {
    const auto id = base::parse_uuid(caller.param("id"));
    if (!id) {
        return not_found(caller);
    }
    const auto asked = opening_asked(caller);
    if (!asked.ok()) {
        return store_says(caller, asked.error());
    }
    Answers answers{caller.request.form, caller.today()};
    const auto found = answers.choice<record::OpeningFound>("found", mark("Choose what you find"));
    const auto words = answers.text("words");
    const auto again = [&](std::vector<FieldFault> faults) {
        return asked.value()
                   ? draw({caller, *asked.value(), caller.request.form, std::move(faults), 422})
                   : not_found(caller);
    };
    if (!answers.all_well()) {
        return again(answers.take_faults());
    }
    const auto done =
        casework::review_opening(caller.office(), caller.viewer, base::EntryId{*id}, *found, words,
                                 saw_in(caller.request.form).idempotency_key);
    if (done.ok()) {
        return to_the_queue(caller, "reviewed");
    }
    return std::visit(base::overloaded{
                          [&](const casework::ReviewWantsWords&) {
                              return again(
                                  {{"words", mark("Write what was not right about it"), {}}});
                          },
                          [&](const casework::ReviewedAlready&) {
                              return to_the_queue(caller, "reviewed-already");
                          },
                          [&](record::StoreFault fault) { return store_says(caller, fault); },
                          [&](const auto&) { return not_found(caller); },
                      },
                      done.error());
}

} // namespace

void add_emergency_review_pages(Site& site) {
    add_page(site, Method::get, "emergencies", "/emergencies", show);
    add_page(site, Method::get, "emergency.review", "/emergencies/{id}", show_review);
    add_page(site, Method::post, "emergency.review", "/emergencies/{id}", save_review);
}

} // namespace gweld::web::pages
