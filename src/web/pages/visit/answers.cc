#include "web/pages/visit/answers.h"

#include "web/pages/problems/problems.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using casework::Nonsense;

bool is_part(const ParsedVisit& visit, base::Uuid child) {
    return std::visit(base::overloaded{
                          [&](const record::VisitMade& made) {
                              return std::ranges::any_of(made.children, [&](const auto& part) {
                                  return part.child.uuid == child;
                              });
                          },
                          [&](const record::VisitAttempted& attempt) {
                              return std::ranges::any_of(attempt.children, [&](const auto& id) {
                                  return id.uuid == child;
                              });
                          },
                      },
                      visit);
}

Response again(const Caller& caller, Unsaved& unsaved, std::string field,
               std::string_view sentence) {
    unsaved.view.faults.push_back({std::move(field), sentence, {}});
    unsaved.view.status = 422;
    return show_form(caller, unsaved.form, unsaved.view, unsaved.family.children);
}

Response somebody_was_quicker(const Caller& caller, const casework::SomebodyWasQuicker& quicker,
                              Unsaved& unsaved) {
    unsaved.view.recorded_since = quicker.since;
    unsaved.view.status = 409;
    for (const auto& now : quicker.versions_now) {
        for (auto& version : unsaved.form.versions) {
            if (version.subject == now.subject) {
                version.version = now.version;
            }
        }
    }
    return show_form(caller, unsaved.form, unsaved.view, unsaved.family.children);
}

// The question that has to be answered otherwise.
std::string_view question_of(Nonsense nonsense, const VisitForm& form) {
    switch (nonsense) {
    case Nonsense::date_in_future:
    case Nonsense::before_birth:
        return form.when == "other" ? "date-day" : "when";
    case Nonsense::time_in_future:
        return "arrived";
    case Nonsense::no_reason:
        return "reason";
    case Nonsense::no_account:
    case Nonsense::not_a_stub:
        return "account";
    case Nonsense::no_children:
    case Nonsense::alone_but_not_seen:
    case Nonsense::nobody_seen:
        break;
    }
    return "outcome";
}

} // namespace

std::string_view sentence_of(Nonsense nonsense) {
    switch (nonsense) {
    case Nonsense::no_children:
        return words::mark("Say which children the visit was for");
    case Nonsense::date_in_future:
        return words::mark("The date of the visit must be today or in the past");
    case Nonsense::time_in_future:
        return words::mark("You cannot have got there later than now");
    case Nonsense::alone_but_not_seen:
        return words::mark("A child who was not seen cannot have been seen alone");
    case Nonsense::nobody_seen:
        return words::mark("You saw no child and no bedroom: choose that nobody was seen");
    case Nonsense::no_reason:
        return words::mark("Say why you are correcting this");
    case Nonsense::no_account:
        return words::mark("Write what you saw and heard");
    case Nonsense::not_a_stub:
        return words::mark("This visit has been written up already");
    case Nonsense::before_birth:
        return words::mark("The visit is before the child was born");
    }
    return {};
}

Response refusal(const Caller& caller, const casework::OpenRefused& refused) {
    if (const auto* fault = std::get_if<record::StoreFault>(&refused)) {
        return store_says(caller, *fault);
    }
    return not_found(caller);
}

casework::Saw saw_by(const VisitForm& form, const ParsedVisit& visit) {
    casework::Saw saw{form.key, {}};
    std::ranges::copy_if(form.versions, std::back_inserter(saw.versions),
                         [&](const auto& version) { return is_part(visit, version.subject); });
    return saw;
}

std::string_view what_was_saved(const VisitForm& form) {
    if (form.purpose == Purpose::correcting) {
        return "correction";
    }
    if (form.saving == Saving::stub) {
        return "stub";
    }
    return form.outcome == "attempted" ? "attempt" : "visit";
}

Response not_saved(const Caller& caller, const casework::VisitRefused& refused, Unsaved unsaved) {
    return std::visit(
        base::overloaded{
            [&](const casework::NotFoundOrNotYours&) { return not_found(caller); },
            [&](const casework::SomebodyWasQuicker& quicker) {
                return somebody_was_quicker(caller, quicker, unsaved);
            },
            [&](const casework::KeyUsedForSomethingElse&) {
                // The first press was saved and the form changed since: what is here now is news.
                unsaved.form.key = base::to_text(casework::fresh_id(caller.office()));
                return again(caller, unsaved, "outcome",
                             words::mark("This form was saved once and then changed. If both are "
                                         "right, press Save again; if not, correct the entry "
                                         "that was saved."));
            },
            [&](const casework::CorrectedAlready&) {
                return again(caller, unsaved, "reason",
                             words::mark("Somebody has corrected this entry already. Open the "
                                         "timeline and correct the newest one."));
            },
            [&](casework::Nonsense nonsense) {
                return again(caller, unsaved, std::string{question_of(nonsense, unsaved.form)},
                             sentence_of(nonsense));
            },
            [&](record::StoreFault fault) { return store_says(caller, fault); },
        },
        refused);
}

} // namespace gweld::web::pages
