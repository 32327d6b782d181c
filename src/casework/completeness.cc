#include "casework/completeness.h"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

namespace gweld::casework {

namespace {

struct Form {
    const record::ContactReceived& contact;
    const record::ReferralSent& more;

    template <class Given> bool every_child(Given given) const {
        return !contact.children.empty() && std::ranges::all_of(contact.children, given);
    }
    bool every_school() const {
        return std::ranges::count_if(more.schools, [](const auto& one) { return !one.empty(); }) ==
               static_cast<std::ptrdiff_t>(contact.children.size());
    }
    bool some_adult() const {
        return std::ranges::any_of(more.adults, [](const auto& one) { return !one.name.empty(); });
    }
};

bool is_given_of_contact(const Form& form, FormAsks asked) {
    const auto& contact = form.contact;
    switch (asked) {
    case FormAsks::referrer:
        return !contact.referrer.empty();
    case FormAsks::role:
        return !contact.referrer_role.empty();
    case FormAsks::organisation:
        return !contact.organisation.empty();
    case FormAsks::reach:
        return !contact.reach.empty();
    case FormAsks::childs_name:
        return form.every_child([](const auto& child) { return !child.name.empty(); });
    case FormAsks::birth:
        return form.every_child(
            [](const auto& child) { return child.born || child.expected || !child.age.empty(); });
    case FormAsks::address:
        return form.every_child(
            [](const auto& child) { return !child.address.empty() || !child.postcode.empty(); });
    case FormAsks::worry:
        return !contact.worry.empty();
    default:
        return false;
    }
}

bool is_given(const Form& form, FormAsks asked) {
    const auto& more = form.more;
    switch (asked) {
    case FormAsks::school:
        return form.every_school();
    case FormAsks::adults:
        return form.some_adult();
    case FormAsks::languages:
        return !more.languages.empty();
    case FormAsks::communication:
        return !more.communication.empty();
    case FormAsks::seen:
        return !more.seen.empty();
    case FormAsks::history:
        return !more.history.empty();
    case FormAsks::done_already:
        return !more.done_already.empty();
    case FormAsks::family_told:
        return more.family_told.has_value();
    case FormAsks::agreement:
        return more.agrees == record::Agrees::yes || !more.why_not.empty();
    default:
        return is_given_of_contact(form, asked);
    }
}

} // namespace

Completeness completeness_of(const record::ContactReceived& contact,
                             const record::ReferralSent& form) {
    Completeness sum;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<FormAsks>>(
        [&](const auto& asked) {
            ++sum.asked;
            if (is_given({contact, form}, asked.value)) {
                ++sum.given;
            } else {
                sum.missing.push_back(asked.value);
            }
        });
    return sum;
}

std::string name_of(FormAsks asked) { return boost::describe::enum_to_string(asked, ""); }

} // namespace gweld::casework
