#include "web/pages/register/register_form.h"

#include "protection/plans.h"
#include "web/pages/forms/prefill.h"

#include <algorithm>
#include <array>

namespace gweld::web::pages {

namespace {

using casework::RegisterNonsense;
using words::mark;

struct Said {
    RegisterNonsense nonsense;
    std::string_view field;
    std::string_view sentence;
};

constexpr std::array sayings{
    Said{RegisterNonsense::no_children, "child", mark("Tick at least one child")},
    Said{RegisterNonsense::date_in_future, "on-day", mark("The date must be today or in the past")},
    Said{RegisterNonsense::not_on_register, "on-day",
         mark("One of these children was not on the register on that day")},
    Said{RegisterNonsense::no_category, "category", mark("Choose at least one category")},
    Said{RegisterNonsense::same_categories, "category", mark("These are the categories already")},
    Said{RegisterNonsense::no_reason, "why", mark("Write why")},
    Said{RegisterNonsense::no_authority, "authority", mark("Enter the name of the authority")},
    Said{RegisterNonsense::back_before_leaving, "until-day",
         mark("The day they are expected back must be after the day they go")},
    Said{RegisterNonsense::away_already, "from-day",
         mark("One of these children is away already. Record first that they came back")},
    Said{RegisterNonsense::not_away, "on-day", mark("None of these children was away on that day")},
    Said{RegisterNonsense::leaving_already, "on-day",
         mark("A permanent move is recorded already, and no conference there yet")},
    Said{RegisterNonsense::not_leaving, "on-day",
         mark("Record first that the other authority was told of the move")},
    Said{RegisterNonsense::agreed_before_notified, "agreed-day",
         mark("They cannot have agreed before they were told")},
    Said{RegisterNonsense::before_the_move, "on-day",
         mark("The conference there cannot have been before they were told of the move")},
};

} // namespace

FamilyOpened open_register_form(const Caller& caller, std::string_view page) {
    auto opened = open_family(caller, access::Action::keep_register, page);
    if (!opened.ok()) {
        return opened;
    }
    auto form = std::move(opened).value();
    const auto asked_for = form.first().child;
    // Pressed twice, the first press may have taken the name off: what was ticked is answered by
    // the step itself.
    const bool posted = caller.request.method == Method::post;
    std::erase_if(form.children, [&](const auto& child) {
        return protection::stay_on(child->history, caller.today()) == nullptr &&
               !(posted && is_ticked(form, *child));
    });
    if (form.children.empty() || form.first().child != asked_for) {
        return base::Err{casework::OpenRefused{casework::NotFoundOrNotYours{}}};
    }
    return base::Ok{std::move(form)};
}

std::vector<base::PersonId> ids_of(const std::vector<std::shared_ptr<const casework::Facts>>& all) {
    std::vector<base::PersonId> ids;
    for (const auto& child : all) {
        ids.push_back(child->child);
    }
    return ids;
}

void begin(FamilyForm& form, std::initializer_list<const char*> dates_of_today,
           std::vector<Field> fields) {
    for (const auto& child : form.children) {
        fields.push_back({"child", base::to_text(child->child.uuid)});
    }
    for (const auto* date : dates_of_today) {
        put_date(fields, date, form.caller.today());
    }
    begin_as(form, Fields{std::move(fields)});
}

FieldFault fault_of_register(RegisterNonsense nonsense) {
    const auto* said = std::ranges::find(sayings, nonsense, &Said::nonsense);
    return {std::string{said->field}, said->sentence, {}};
}

} // namespace gweld::web::pages
