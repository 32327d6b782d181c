#include "web/pages/alerts/alert_words.h"
#include "web/pages/alerts/alerts.h"
#include "web/pages/alerts/alerts.html.h"
#include "web/pages/forms/answers.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/problems/problems.h"
#include "web/pages/standing_words.h"

#include <algorithm>
#include <boost/describe/enum_from_string.hpp>

namespace gweld::web::pages {

namespace {

using casework::Alert;
using words::mark;

struct Filled {
    Fields typed = {};
    std::vector<FieldFault> faults = {};
    std::vector<std::string> since = {};
    casework::Saw saw = {};
    int status = 200;
};

bool is_asked_for(const Caller& caller, const Alert& alert) {
    const auto id = base::parse_uuid(caller.param("id"));
    record::AlertOf what{};
    const std::string named{caller.param("what")};
    return id && alert.subject == *id && time::to_iso(alert.since) == caller.param("since") &&
           boost::describe::enum_from_string(named.c_str(), what) && alert.what == what;
}

// One of this person's own lists; what is no alert any more is not found.
std::variant<Alert, Response> open(const Caller& caller) {
    auto read = casework::alerts_for(caller.office(), caller.viewer);
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    const auto& lists = read.value();
    for (const auto* list : {&lists.to_answer, &lists.below, &lists.quiet}) {
        const auto found = std::ranges::find_if(
            *list, [&](const Alert& alert) { return is_asked_for(caller, alert); });
        if (found != list->end()) {
            return *found;
        }
    }
    return not_found(caller);
}

Html story(const Caller& caller, const Alert& alert) {
    const auto& say = caller.say;
    std::vector<std::string> steps;
    std::ranges::transform(alert.steps, std::back_inserter(steps),
                           [&](const auto& step) { return step_words(caller, step); });
    return alert_story(say,
                       say.say("{name}: since {date}.", {{"name", whom(caller, alert)},
                                                         {"date", near_date(caller, alert.since)}}),
                       steps);
}

Response show_form(const Caller& caller, const Alert& alert, const Filled& filled) {
    const auto& say = caller.say;
    const Questions ask{say, filled.typed, filled.faults};
    Markup inside;
    inside.put(ask.box({"did", say.say("What did you do, or who is doing it now?"),
                        say.say("It is kept with your name. It does not end the alert: that is "
                                "done by doing what is missing.")},
                       4));
    inside.put(ask.date({"again", say.say("When should it be asked again if nothing has changed?"),
                         say.say("At most two weeks from today.")}));
    Sheet sheet;
    sheet.back = caller.to("alerts");
    sheet.heading = lacks(say, alert);
    sheet.since = filled.since;
    sheet.questions.push_back(story(caller, alert));
    sheet.questions.push_back(
        ask.one_of({"answer", say.say("Your answer"), {}},
                   {{"seen", say.say("I have seen it; it is still to be done"), {}, {}},
                    {"did", say.say("Something was done"), {}, inside.take()}}));
    sheet.action = answer_to(caller, alert);
    sheet.save = say.say("Save the answer");
    sheet.saw = filled.saw;
    sheet.faults = filled.faults;
    sheet.here = Nav::alerts;
    sheet.status = filled.status;
    return show_sheet(caller, sheet);
}

struct Wrong {
    std::string_view field;
    std::string_view sentence;
};
Wrong wrong_with(casework::AlertNonsense nonsense) {
    switch (nonsense) {
    case casework::AlertNonsense::nothing_said:
        return {"did", mark("Write what was done")};
    case casework::AlertNonsense::again_in_the_past:
        return {"again-day", mark("The day must be after today")};
    case casework::AlertNonsense::again_too_late:
        return {"again-day", mark("The day must be within two weeks")};
    }
    return {};
}

Response not_saved(const Caller& caller, const Alert& alert, const casework::AlertRefused& why,
                   Filled filled) {
    const auto fault = [&](std::string_view field, std::string_view sentence, int status) {
        filled.faults.push_back({std::string{field}, sentence, {}});
        filled.status = status;
        return show_form(caller, alert, filled);
    };
    return std::visit(base::overloaded{
                          [&](const casework::NotFoundOrNotYours&) { return not_found(caller); },
                          [&](const casework::SomebodyWasQuicker& news) {
                              filled.since = said_since(caller.say, news.since);
                              filled.saw = {{}, news.versions_now};
                              filled.status = 409;
                              return show_form(caller, alert, filled);
                          },
                          [&](const casework::KeyUsedForSomethingElse&) {
                              filled.saw.idempotency_key.clear();
                              return fault(
                                  "answer",
                                  mark("This form was saved once and then changed. If both are "
                                       "right, press Save again"),
                                  409);
                          },
                          [&](const casework::CorrectedAlready&) { return not_found(caller); },
                          [&](casework::AlertNonsense nonsense) {
                              const auto wrong = wrong_with(nonsense);
                              return fault(wrong.field, wrong.sentence, 422);
                          },
                          [&](record::StoreFault store) { return store_says(caller, store); },
                      },
                      why);
}

Response to_list(const Caller& caller, std::string_view saved) {
    return see_other(Url::path(caller.to("alerts").text() + "?saved=" + std::string{saved}));
}

Response show(const Caller& caller) {
    const auto opened = open(caller);
    const auto* alert = std::get_if<Alert>(&opened);
    if (alert == nullptr) {
        return std::get<Response>(opened);
    }
    Filled filled;
    filled.saw.versions = {{alert->subject, alert->version}};
    if (const auto* begun = caller.typed()) {
        filled.typed = *begun;
        filled.saw = saw_in(*begun);
    }
    return show_form(caller, *alert, filled);
}

Response save(const Caller& caller) {
    const auto opened = open(caller);
    const auto* alert = std::get_if<Alert>(&opened);
    if (alert == nullptr) {
        return std::get<Response>(opened);
    }
    Filled filled{caller.request.form, {}, {}, saw_in(caller.request.form), 200};
    // Whatever else was sent is none of this form's: what changed about it is not told.
    std::erase_if(filled.saw.versions,
                  [&](const auto& seen) { return seen.subject != alert->subject; });
    Answers answers{filled.typed, caller.today()};
    const auto kind = filled.typed.text("answer");
    if (kind == "seen") {
        const auto done = casework::note_seen(caller.office(), caller.viewer, *alert, filled.saw);
        return done.ok() ? to_list(caller, "alert-seen")
                         : not_saved(caller, *alert, done.error(), std::move(filled));
    }
    if (kind != "did") {
        answers.fault("answer", mark("Choose your answer"));
    }
    const auto did = answers.text("did", kind == "did" ? mark("Write what was done") : "");
    const auto again = answers.date("again", kind == "did" ? mark("Give the day on which it "
                                                                  "should be asked again")
                                                           : "");
    if (!answers.all_well()) {
        filled.faults = answers.take_faults();
        filled.status = 422;
        return show_form(caller, *alert, filled);
    }
    const auto done =
        casework::answer_alert(caller.office(), caller.viewer, *alert, did, *again, filled.saw);
    return done.ok() ? to_list(caller, "alert-answered")
                     : not_saved(caller, *alert, done.error(), std::move(filled));
}

} // namespace

void add_alert_answer_pages(Site& site) {
    add_page(site, Method::get, "alert", "/alert/{id}/{what}/{since}", show);
    add_page(site, Method::post, "alert", "/alert/{id}/{what}/{since}", save);
}

} // namespace gweld::web::pages
