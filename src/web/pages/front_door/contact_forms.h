// contact_forms.h - what every form about one contact does alike: opens the contact, keeps what was
// typed, says what is wrong and what somebody else did meanwhile. Knows no question.
#pragma once

#include "web/pages/forms/answers.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/front_door/contact_view.h"

#include <variant>

namespace gweld::web::pages::door {

struct Opened {
    const Caller& caller;
    casework::OpenContact open;
    Url to(std::string_view route) const {
        return caller.to(route, {{"id", base::to_text(open.row.contact)}});
    }
};

struct Typed {
    Fields fields = {};
    std::vector<FieldFault> faults = {};
    std::vector<std::string> since = {};
    casework::Saw saw = {};
    int status = 200;
};

using Show = Response (*)(const Opened&, const Typed&);
using Maybe = std::optional<casework::ContactAnswer>; // none: an answer could not be read

std::variant<Opened, Response> open(const Caller& caller);
casework::Saw saw_by(const Caller& caller);
Response saved(const Opened& opened, std::string_view what);
Sheet sheet_of(const Opened& opened, const Typed& typed);
Response not_done(const Opened& opened, const casework::ContactRefused& refused, Typed typed,
                  Show show);

// Whoever may only read a contact is shown no form that they may not send.
using Needs = bool (*)(const casework::OpenContact& open);
inline bool may_work(const casework::OpenContact& open) { return open.work == casework::May::yes; }
inline bool may_have_it_wait(const casework::OpenContact& open) {
    return may_work(open) || open.extend == casework::May::yes;
}
inline bool may_let_go(const casework::OpenContact& open) {
    return open.let_go == casework::May::yes;
}
std::variant<Opened, Response> open_for(const Caller& caller, Needs needs);

// act(opened, answers, saw) answers Maybe.
template <class Read>
Response save(const Caller& caller, std::string_view what, Show show, const Read& act,
              Needs needs = may_work) {
    const auto opening = open_for(caller, needs);
    const auto* opened = std::get_if<Opened>(&opening);
    if (opened == nullptr) {
        return std::get<Response>(opening);
    }
    Typed typed{caller.request.form, {}, {}, saw_by(caller), 200};
    Answers answers{caller.request.form, caller.today()};
    const auto done = act(*opened, answers, typed.saw);
    if (!answers.all_well()) {
        typed.faults = answers.take_faults();
        typed.status = 422;
        return show(*opened, typed);
    }
    return done->ok() ? saved(*opened, what) : not_done(*opened, done->error(), typed, show);
}

template <Show show, Needs needs = may_work> Response get_form(const Caller& caller) {
    const auto opening = open_for(caller, needs);
    const auto* opened = std::get_if<Opened>(&opening);
    if (opened == nullptr) {
        return std::get<Response>(opening);
    }
    const auto* begun = caller.typed();
    return show(*opened, begun == nullptr ? Typed{} : Typed{*begun, {}, {}, saw_in(*begun), 200});
}

} // namespace gweld::web::pages::door
