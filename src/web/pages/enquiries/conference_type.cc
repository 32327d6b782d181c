#include "web/pages/enquiries/conference_type.h"

#include "protection/next_step.h"

#include <algorithm>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using record::ConferenceType;

bool on_register(const casework::Facts& child, time::CivilDate day) {
    return std::ranges::any_of(child.history.registrations, [&](const auto& registration) {
        return time::Span{registration.start, registration.end}.contains(day);
    });
}

bool at_continuing_risk(const casework::Facts& child, time::CivilDate today) {
    const auto& history = child.enquiries;
    const auto next = protection::next_step(history, nullptr, today);
    using protection::NextStep;
    return next == NextStep::book_conference || next == NextStep::hold_conference ||
           next == NextStep::record_conference;
}

bool is_for(const casework::Facts& child, ConferenceType type, time::CivilDate today) {
    switch (type) {
    case ConferenceType::review:
        return on_register(child, today);
    case ConferenceType::transfer_in:
        return !on_register(child, today);
    case ConferenceType::initial:
        break;
    }
    return at_continuing_risk(child, today);
}

} // namespace

ConferenceType conference_type(const FamilyForm& form) {
    ConferenceType type{};
    for (const auto& asked : {std::string{form.typed.text("type")},
                              std::string{form.caller.request.query.text("type")}}) {
        if (!asked.empty() && boost::describe::enum_from_string(asked.c_str(), type)) {
            return type;
        }
    }
    return on_register(form.first(), form.caller.today()) ? ConferenceType::review
                                                          : ConferenceType::initial;
}

Html carried_type(ConferenceType type) {
    return hidden_field("type", boost::describe::enum_to_string(type, ""));
}

void keep_those_it_is_for(FamilyForm& form, ConferenceType type) {
    const auto others = std::ranges::remove_if(
        form.children.begin() + 1, form.children.end(), [&](const auto& child) {
            return !is_ticked(form, *child) && !is_for(*child, type, form.caller.today());
        });
    form.children.erase(others.begin(), others.end());
}

void tick_all(FamilyForm& form, std::vector<Field> fields) {
    for (const auto& child : form.children) {
        fields.push_back({"child", base::to_text(child->child.uuid)});
    }
    begin_as(form, Fields{std::move(fields)});
}

} // namespace gweld::web::pages
