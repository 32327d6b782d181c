#include "demo/household.h"

#include "demo/moments.h"

#include <algorithm>
#include <array>

namespace gweld::demo {

namespace {

constexpr int eldest_of_all = 17;

const Tradition& tradition_of(Chance& chance) {
    std::vector<int> weights;
    for (const auto& tradition : texts().traditions) {
        weights.push_back(tradition.weight);
    }
    return texts().traditions[chance.weighted(weights)];
}

int youngest_age(Chance& chance) {
    struct Band {
        int from;
        int to;
    };
    constexpr std::array bands{Band{0, 0}, Band{1, 4}, Band{5, 9}, Band{10, 15}, Band{16, 16}};
    constexpr std::array weights{130, 300, 300, 240, 30};
    const auto& band = bands.at(chance.weighted(weights));
    return chance.between(band.from, band.to);
}

// Days of age on the day, the youngest first. Twins are born on one day.
std::vector<int> ages_in_days(Chance& chance) {
    constexpr std::array sizes{430, 310, 160, 70, 30};
    constexpr int nine_months = 290;
    constexpr int four_years = 4 * days_in_year;
    constexpr int twins_in_a_thousand = 30;
    constexpr int newborn = 12;
    const auto wanted = chance.weighted(sizes) + 1;
    std::vector<int> ages{youngest_age(chance) * days_in_year +
                          chance.between(newborn, days_in_year - 1)};
    while (ages.size() < wanted) {
        const int gap =
            chance.happens(twins_in_a_thousand) ? 0 : chance.between(nine_months, four_years);
        if (ages.back() + gap >= (eldest_of_all + 1) * days_in_year - days_in_year / 2) {
            break;
        }
        ages.push_back(ages.back() + gap);
    }
    return ages;
}

// Polish surnames in -ski are -ska for a girl.
std::string surname_for(const std::string& surname, const Tradition& tradition, record::Sex sex) {
    std::string own = surname;
    if (tradition.language == "pl" && sex == record::Sex::female && own.ends_with("ski")) {
        own.back() = 'a';
    }
    return own;
}

struct FamilyName {
    std::string for_girls;
    std::string for_boys;
};

FamilyName family_name(const Tradition& tradition, Chance& chance) {
    if (tradition.surnames.empty()) {
        const auto at = static_cast<std::size_t>(
            chance.between(0, static_cast<int>(tradition.sons.size()) - 1));
        return {tradition.daughters[at], tradition.sons[at]};
    }
    const auto& surname = chance.one_of(tradition.surnames);
    return {surname_for(surname, tradition, record::Sex::female), surname};
}

std::string forename_not_taken(const std::vector<std::string>& names,
                               const std::vector<Child>& taken, Chance& chance) {
    for (;;) {
        const auto& name = chance.one_of(names);
        if (std::ranges::none_of(taken, [&](const Child& c) { return c.forename == name; })) {
            return name;
        }
    }
}

Child child_of(const Tradition& tradition, const FamilyName& name, CivilDate born,
               const std::vector<Child>& siblings, Chance& chance) {
    const bool girl = chance.happens(490);
    Child child{{}, {}, {}, {}, girl ? record::Sex::female : record::Sex::male, born, {}, {}};
    child.forename = forename_not_taken(girl ? tradition.girls : tradition.boys, siblings, chance);
    child.surname = girl ? name.for_girls : name.for_boys;
    child.ethnicity = tradition.ethnicity;
    return child;
}

std::string language_at_home(const Tradition& tradition, Chance& chance) {
    // Not every family with a Welsh name speaks Welsh at home.
    constexpr int keep_in_a_thousand = 720;
    return tradition.language == "en" || chance.happens(keep_in_a_thousand) ? tradition.language
                                                                            : "en";
}

// Postcodes next to each other in the file lie in one village.
const std::string& village_of(std::size_t postcode) {
    const auto& all = texts();
    return all.villages[postcode * all.villages.size() / all.postcodes.size()];
}

std::string lines_in(const std::string& village, Chance& chance) {
    if (chance.happens(120)) {
        return chance.one_of(texts().houses) + ", " + village;
    }
    constexpr int highest = 88;
    std::string lines;
    if (chance.happens(130)) {
        lines = "Flat " + std::to_string(chance.between(1, 6)) + ", ";
    }
    return lines + std::to_string(chance.between(1, highest)) + " " +
           chance.one_of(texts().streets) + ", " + village;
}

} // namespace

int age_on(const Child& child, CivilDate day) {
    const auto born = child.born.ymd();
    const auto now = day.ymd();
    const int years = static_cast<int>(now.year()) - static_cast<int>(born.year());
    const bool birthday_to_come =
        std::pair{now.month(), now.day()} < std::pair{born.month(), born.day()};
    return birthday_to_come ? years - 1 : years;
}

bool of_school_age(const Child& child, CivilDate day) {
    constexpr int reception = 4;
    constexpr int leaves_after = 16;
    const int age = age_on(child, day);
    return age >= reception && age <= leaves_after;
}

std::string postcode_in(std::string_view village, Chance& chance) {
    const auto& postcodes = texts().postcodes;
    std::vector<std::string> there;
    for (std::size_t at = 0; at < postcodes.size(); ++at) {
        if (village_of(at) == village) {
            there.push_back(postcodes[at]);
        }
    }
    return chance.one_of(there);
}

Home home_since(CivilDate from, Chance& chance) {
    const auto& all = texts();
    const auto at =
        static_cast<std::size_t>(chance.between(0, static_cast<int>(all.postcodes.size()) - 1));
    return {lines_in(village_of(at), chance), all.postcodes[at], from, std::nullopt};
}

Household household_at(CivilDate day, Chance& chance) {
    const auto& tradition = tradition_of(chance);
    const auto name = family_name(tradition, chance);
    Household household;
    household.language = language_at_home(tradition, chance);
    household.carer = chance.one_of(tradition.carers);
    for (const int age : ages_in_days(chance)) {
        auto child = child_of(tradition, name, day.plus_days(-age), household.children, chance);
        child.language = household.language;
        household.children.insert(household.children.begin(), std::move(child));
    }
    constexpr int moved_in_a_thousand = 150;
    constexpr int longest_there = 6 * days_in_year;
    constexpr int shortest_there = 40;
    const auto moved_in = day.plus_days(-chance.between(shortest_there, longest_there));
    if (chance.happens(moved_in_a_thousand)) {
        auto before = home_since(moved_in.plus_months_clipped(-chance.between(5, 40)), chance);
        before.until = moved_in;
        household.homes.push_back(std::move(before));
    }
    household.homes.push_back(home_since(moved_in, chance));
    return household;
}

} // namespace gweld::demo
