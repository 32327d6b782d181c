// lone_form.h - a form about something that is no child while it is being filled in: a chair's
// diary, how the council does things. Knows no question.
#pragma once

#include "casework/steps.h"
#include "web/pages/enquiries/family_form.h"
#include "web/pages/forms/answers.h"
#include "web/pages/forms/sheet.h"

#include <string>
#include <string_view>
#include <vector>

namespace gweld::web::pages {

struct LoneForm {
    const Caller& caller;
    record::SeenVersion version; // of what it is about, as it is now
    Url home;
    Fields typed = {};
    std::vector<FieldFault> faults = {};
    std::vector<std::string> since = {};
    std::string key = {};
    int status = 200;

    const Words& say() const { return caller.say; }
    Questions questions() const { return {caller.say, typed, faults}; }
};
using DrawLone = Response (*)(const LoneForm& form);

LoneForm lone_form(const Caller& caller, record::SeenVersion version, Url home);
Response show_lone(const LoneForm& form, const Page& page, std::vector<Html> questions);
Response lone_faults(LoneForm form, Answers& answers, DrawLone draw);
Response lone_drawn_again(LoneForm form, const WhyNot& why, DrawLone draw);
Response lone_home(const LoneForm& form, std::string_view saved);
// Not found, or what the store says.
Response lone_refusal(const Caller& caller, const casework::OpenRefused& refused);

// As answered() of family_form.h.
template <class Nonsense>
Response lone_answered(LoneForm form, const casework::StepAnswer<Nonsense>& answer,
                       std::string_view saved, DrawLone draw, FieldFault (*words)(Nonsense)) {
    if (answer.ok()) {
        return lone_home(form, saved);
    }
    return lone_drawn_again(std::move(form),
                            std::visit(base::overloaded{
                                           [&](Nonsense wrong) -> WhyNot { return words(wrong); },
                                           [](const auto& other) -> WhyNot { return other; },
                                       },
                                       answer.error()),
                            draw);
}

} // namespace gweld::web::pages
