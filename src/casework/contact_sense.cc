#include "casework/contacts.h"
#include "casework/standing.h"

#include <algorithm>
#include <set>

namespace gweld::casework {

namespace {

std::optional<std::chrono::minutes> minutes_of(const std::string& at) {
    const auto digit = [&](std::size_t i) { return at[i] >= '0' && at[i] <= '9'; };
    if (at.size() != 5 || at[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) {
        return std::nullopt;
    }
    const auto value = [&](std::size_t i) { return at[i] - '0'; };
    const int hours = value(0) * 10 + value(1);
    const int minutes = value(3) * 10 + value(4);
    return hours < 24 && minutes < 60
               ? std::optional{std::chrono::hours{hours} + std::chrono::minutes{minutes}}
               : std::nullopt;
}

std::optional<ContactNonsense> nonsense_in_when(const record::ContactReceived& contact,
                                                time::Instant now) {
    const auto at = minutes_of(contact.at);
    if (!at) {
        return ContactNonsense::no_time;
    }
    const auto wall = time::wall_time_in_wales(now);
    if (time::days_between(contact.on, wall.date) > longest_ago_days) {
        return ContactNonsense::too_long_ago;
    }
    const bool later_today = contact.on == wall.date && *at > wall.since_midnight;
    return contact.on > wall.date || later_today ? std::optional{ContactNonsense::in_the_future}
                                                 : std::nullopt;
}

std::optional<ContactNonsense> nonsense_in_child(const record::ChildInContact& child,
                                                 CivilDate on) {
    if (child.name.empty() && !child.person) {
        return ContactNonsense::no_name;
    }
    if (letters_in(child.name) > longest_name) {
        return ContactNonsense::name_too_long;
    }
    if (child.born && *child.born > on) {
        return ContactNonsense::born_after_contact;
    }
    return adult_on(child, on) ? std::optional{ContactNonsense::born_an_adult} : std::nullopt;
}

std::optional<ContactNonsense> nonsense_in_children(const record::ContactReceived& contact) {
    if (contact.children.empty()) {
        return ContactNonsense::no_children;
    }
    if (contact.children.size() > most_children_in_a_contact) {
        return ContactNonsense::too_many_children;
    }
    std::set<PersonId> known;
    for (const auto& child : contact.children) {
        if (const auto wrong = nonsense_in_child(child, contact.on)) {
            return wrong;
        }
        if (child.person && !known.insert(*child.person).second) {
            return ContactNonsense::same_child_twice;
        }
    }
    return std::nullopt;
}

} // namespace

// Source: Children Act 1989 s.105(1), a child is a person under the age of eighteen.
std::optional<int> adult_on(const record::ChildInContact& child, CivilDate day) {
    constexpr int of_age = 18;
    record::PersonRow person;
    person.born = child.born ? std::optional<std::int64_t>{child.born->day_number()} : std::nullopt;
    const auto years = age_on(person, day);
    return years && *years >= of_age ? years : std::nullopt;
}

std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::optional<ContactNonsense> nonsense_in(const record::ContactReceived& contact,
                                           time::Instant now) {
    if (const auto wrong = nonsense_in_children(contact)) {
        return wrong;
    }
    if (const auto wrong = nonsense_in_when(contact, now)) {
        return wrong;
    }
    if (is_professional(contact.source) && contact.referrer.empty()) {
        return ContactNonsense::professional_not_named;
    }
    return contact.worry.empty() ? std::optional{ContactNonsense::no_worry} : std::nullopt;
}

} // namespace gweld::casework
