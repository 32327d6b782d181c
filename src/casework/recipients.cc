#include "casework/recipients.h"

#include "people/names.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace gweld::casework {

namespace {

constexpr std::size_t the_child = 0; // the first of a FamilyOn

struct Bonds {
    bool cared = false;
    bool partner = false;
    bool was_partner = false;
};

std::set<std::size_t> carers_of(const FamilyOn& family, bool ended) {
    std::set<std::size_t> carers;
    for (const auto& relation : family.relations) {
        if (relation.of == the_child && relation.ended == ended &&
            !is_partnership(relation.kinship)) {
            carers.insert(relation.person);
        }
    }
    return carers;
}

// "Carys Davies (mother), Dean Pugh": what is no letter or figure is a gap.
std::string letters_and_gaps(std::string_view text) {
    auto folded = gweld::people::fold(text);
    std::string out;
    for (const char c : folded) {
        const bool gap = static_cast<unsigned char>(c) < 0x80U &&
                         std::isalnum(static_cast<unsigned char>(c)) == 0;
        if (!gap) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    while (!out.empty() && out.back() == ' ') {
        out.pop_back();
    }
    return out;
}

ToTheChild standing_of(const FamilyOn& family, std::size_t member) {
    if (family.members[member].died) {
        return ToTheChild::has_died;
    }
    const auto care_now = carers_of(family, false);
    if (care_now.contains(member)) {
        return ToTheChild::cares_now;
    }
    Bonds bonds;
    bonds.cared = carers_of(family, true).contains(member);
    for (const auto& relation : family.relations) {
        const bool with_carer = is_partnership(relation.kinship) &&
                                ((relation.person == member && care_now.contains(relation.of)) ||
                                 (relation.of == member && care_now.contains(relation.person)));
        bonds.partner = bonds.partner || (with_carer && !relation.ended);
        bonds.was_partner = bonds.was_partner || (with_carer && relation.ended);
    }
    if (bonds.partner) {
        return ToTheChild::partner_of_carer;
    }
    return bonds.cared || bonds.was_partner ? ToTheChild::no_longer : ToTheChild::other_relative;
}

} // namespace

std::vector<Recipient> recipients_in(const FamilyOn& family) {
    std::vector<Recipient> people;
    for (std::size_t at = 0; at < family.members.size(); ++at) {
        if (family.members[at].who == Who::relative) {
            people.push_back({family.members[at].name, standing_of(family, at), at});
        }
    }
    return people;
}

ToTheChild who_is(std::span<const Recipient> people, std::string_view line) {
    const auto written = " " + letters_and_gaps(line) + " ";
    auto found = ToTheChild::not_known;
    for (const auto& one : people) {
        if (written.find(" " + letters_and_gaps(one.name) + " ") != std::string::npos &&
            (found == ToTheChild::not_known || wants_another_look(one.now))) {
            found = one.now;
        }
    }
    return found;
}

bool wants_another_look(ToTheChild now) {
    return now == ToTheChild::no_longer || now == ToTheChild::has_died ||
           now == ToTheChild::not_known;
}

} // namespace gweld::casework
