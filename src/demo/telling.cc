#include "demo/telling.h"

#include <algorithm>
#include <numeric>

namespace gweld::demo {

namespace {

constexpr int walks_from = 1;
constexpr int talks_from = 3;

bool anyone_alone(const record::VisitMade& visit) {
    return std::ranges::any_of(visit.children,
                               [](const auto& part) { return part.alone == record::Answer::yes; });
}

void add(std::string& account, const std::string& sentence) {
    if (sentence.empty()) {
        return;
    }
    if (!account.empty()) {
        account += ' ';
    }
    account += sentence;
}

} // namespace

// A shuffled pack for each context, dealt out and shuffled again when empty.
std::string Telling::next_of(const std::string& key, const std::vector<std::string>& pieces) {
    auto& left = left_[key];
    if (left.empty()) {
        left.resize(pieces.size());
        std::iota(left.begin(), left.end(), std::size_t{0});
        for (std::size_t i = left.size(); i > 1; --i) {
            std::swap(left[i - 1],
                      left[static_cast<std::size_t>(chance_.between(0, static_cast<int>(i) - 1))]);
        }
    }
    const auto at = left.back();
    left.pop_back();
    return pieces[at];
}

std::string Telling::piece(std::string_view context, const Child& child, WritesIn writes_in) {
    const auto& accounts = texts().accounts;
    const bool welsh = writes_in == WritesIn::welsh && household_.language == "cy";
    auto found = accounts.find(std::string{context} + (welsh ? " cy" : " en"));
    if (found == accounts.end()) {
        return {};
    }
    const auto text = next_of(found->first, found->second);
    const auto& friends = texts().traditions.front();
    return filled(text, {child.forename, household_.carer,
                         child.sex == record::Sex::female ? chance_.one_of(friends.girls)
                                                          : chance_.one_of(friends.boys)});
}

std::string Telling::visit(const record::VisitMade& visit, const Child& child, WritesIn writes_in,
                           CivilDate day) {
    const bool alone = anyone_alone(visit);
    const int age = age_on(child, day);
    const bool at_school = visit.place == record::Place::school;
    const bool at_home = visit.place == record::Place::home;
    std::string account;
    if (age < talks_from) {
        add(account, piece(age < walks_from ? "baby" : "toddler", child, writes_in));
    } else if (at_school) {
        add(account, piece(alone ? "school-alone" : "school-together", child, writes_in));
    } else if (at_home) {
        add(account, piece(alone ? "home-alone" : "home-together", child, writes_in));
    } else {
        add(account, piece("office", child, WritesIn::english));
    }
    if (at_school && chance_.happens(700)) {
        add(account, piece("school-observed", child, writes_in));
    } else if (at_home && chance_.happens(850)) {
        add(account, piece("home-observed", child, writes_in));
    }
    if (chance_.happens(380)) {
        add(account, piece("home-next", child, writes_in));
    }
    return account;
}

std::string Telling::attempt(record::AttemptFailed because, const Child& child,
                             WritesIn writes_in) {
    using enum record::AttemptFailed;
    switch (because) {
    case nobody_home:
        return piece("attempt-nobody_home", child, writes_in);
    case refused_entry:
        return piece("attempt-refused_entry", child, WritesIn::english);
    case child_not_there:
        return piece("attempt-child_not_there", child, WritesIn::english);
    case unsafe_to_go_in:
        return piece("attempt-unsafe_to_go_in", child, WritesIn::english);
    case other:
        break;
    }
    return piece("attempt-other", child, WritesIn::english);
}

std::string Telling::stub() {
    return piece("stub", household_.children.front(), WritesIn::english);
}

std::string Telling::from_the_duty_desk() {
    return piece("duty", household_.children.front(), WritesIn::english);
}

Telling::Words Telling::saying(const Child& child, std::string_view language, int age) {
    std::vector<std::string> fitting;
    for (const auto& saying : texts().sayings) {
        const bool fits = saying.language == language && saying.from_age <= age &&
                          age <= saying.to_age &&
                          (!saying.of_brothers_and_sisters || household_.children.size() > 1);
        if (fits) {
            fitting.push_back(saying.text);
        }
    }
    if (fitting.empty()) {
        return {};
    }
    const auto key = child.number + ' ' + std::string{language} + ' ' + fitting.front();
    const auto& friends = texts().traditions.front();
    const auto text = next_of(key, fitting);
    return {filled(text, {child.forename, household_.carer,
                          chance_.one_of(chance_.happens(500) ? friends.girls : friends.boys)}),
            std::string{language}};
}

Telling::Words Telling::words_of(const Child& child, CivilDate day) {
    constexpr int in_own_language = 700;
    const int age = age_on(child, day);
    const bool own = child.language == "en" || chance_.happens(in_own_language);
    return saying(child, own ? std::string_view{child.language} : "en", age);
}

} // namespace gweld::demo
