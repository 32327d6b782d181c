#include "casework/matching.h"

#include "people/names.h"

#include <algorithm>
#include <map>
#include <set>

namespace gweld::casework {

namespace {

using record::Uuid;

constexpr std::size_t most_read = 40;
constexpr std::size_t most_suggested = 5;
constexpr int enough = 3;

int weight(Alike alike) { return alike == Alike::part_of_name ? 1 : 2; }

class Candidates {
  public:
    explicit Candidates(const record::Reading& reading) : reading_{reading} {}

    void add(const record::PersonRow& person, Alike alike) {
        auto& found = found_.try_emplace(person.person, Suggestion{person, {}}).first->second;
        if (std::ranges::find(found.alike, alike) == found.alike.end()) {
            found.alike.push_back(alike);
        }
    }
    void add(Uuid person, Alike alike) {
        if (const auto row = reading_.person(person)) {
            add(*row, alike);
        }
    }
    void leave_out(Uuid person) { found_.erase(person); }
    // Whoever shares a word of the name with somebody found for another reason.
    void add_parts_of_names(const std::set<std::string>& words) {
        for (auto& [id, found] : found_) {
            const auto keys = people::name_keys(found.person.forename, found.person.surname);
            const bool named = std::ranges::find(found.alike, Alike::name) != found.alike.end();
            if (!named &&
                std::ranges::any_of(keys, [&](const auto& key) { return words.contains(key); })) {
                found.alike.push_back(Alike::part_of_name);
            }
        }
    }
    std::vector<Suggestion> best() && {
        std::vector<Suggestion> best;
        for (auto& [id, found] : found_) {
            if (worth(found) >= enough || is_named(found)) {
                best.push_back(std::move(found));
            }
        }
        std::ranges::stable_sort(best,
                                 [](const auto& a, const auto& b) { return worth(a) > worth(b); });
        best.resize(std::min(best.size(), most_suggested));
        return best;
    }

  private:
    static int worth(const Suggestion& found) {
        int sum = 0;
        for (const auto alike : found.alike) {
            sum += weight(alike);
        }
        return sum;
    }
    static bool is_named(const Suggestion& found) {
        return std::ranges::find(found.alike, Alike::name) != found.alike.end();
    }
    const record::Reading& reading_;
    std::map<Uuid, Suggestion> found_;
};

// A single word ("Mia") is too little to say who is meant.
bool is_a_full_name(const std::string& name) {
    const auto folded = people::fold(name);
    const auto first = folded.find_first_not_of(' ');
    return first != std::string::npos && folded.find(' ', first) != std::string::npos;
}

std::set<std::string> words_of(const std::string& name) {
    const auto keys = people::name_keys("", name);
    std::set<std::string> words;
    std::ranges::copy_if(keys, std::inserter(words, words.end()),
                         [](const auto& key) { return key.size() > 1; });
    return words;
}

void add_brothers_and_sisters(const record::Reading& reading, Uuid matched, Candidates& found) {
    for (const auto& family : reading.families_of(matched)) {
        for (const auto& member : reading.members_of(family)) {
            found.add(member, Alike::brother_or_sister);
        }
    }
}

} // namespace

std::vector<Suggestion> who_it_might_be(const record::Reading& reading,
                                        const record::ContactChildRow& child,
                                        const std::vector<record::ContactChildRow>& of_contact) {
    Candidates found{reading};
    if (is_a_full_name(child.name)) {
        for (const auto& person :
             reading.people_named(people::search_prefixes(child.name), most_read)) {
            found.add(person, Alike::name);
        }
    }
    if (child.born) {
        for (const auto& person : reading.people_born(*child.born)) {
            found.add(person, Alike::born);
        }
    }
    if (!child.postcode.empty()) {
        for (const auto& address : reading.addresses_at(child.postcode)) {
            found.add(address.person, Alike::address);
        }
    }
    for (const auto& other : of_contact) {
        if (other.person) {
            add_brothers_and_sisters(reading, *other.person, found);
        }
    }
    found.add_parts_of_names(words_of(child.name));
    for (const auto& other : of_contact) {
        if (other.person) {
            found.leave_out(*other.person);
        }
    }
    return std::move(found).best();
}

} // namespace gweld::casework
