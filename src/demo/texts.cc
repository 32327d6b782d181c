#include "demo/texts.h"

#include "demo/embedded.h"

#include <charconv>
#include <stdexcept>

namespace gweld::demo {

namespace {

struct Line {
    std::string_view section;
    std::string_view text;
};

[[noreturn]] void malformed(std::string_view text) {
    throw std::runtime_error{"demo: cannot read the line: " + std::string{text}};
}

// Lines with something on them, each with the [section] it stands in.
std::vector<Line> lines_of(std::string_view file) {
    std::vector<Line> lines;
    std::string_view section;
    while (!file.empty()) {
        const auto text = file.substr(0, file.find('\n'));
        file.remove_prefix(std::min(text.size() + 1, file.size()));
        if (text.empty() || text.starts_with('#')) {
            continue;
        }
        if (text.starts_with('[')) {
            section = text.substr(1, text.find(']') - 1);
        } else {
            lines.push_back({section, text});
        }
    }
    return lines;
}

int number(std::string_view text) {
    int n = 0;
    const auto [stopped, problem] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (problem != std::errc{} || stopped != text.data() + text.size()) {
        malformed(text);
    }
    return n;
}

std::vector<std::string> split(std::string_view text) {
    constexpr std::string_view comma = ", ";
    std::vector<std::string> parts;
    for (;;) {
        const auto at = text.find(comma);
        parts.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + comma.size());
    }
}

void put(Tradition& tradition, std::string_view text) {
    const auto space = text.find(' ');
    const auto what = text.substr(0, space);
    const auto rest = text.substr(std::min(space, text.size() - 1) + 1);
    const std::map<std::string_view, std::vector<std::string>*> lists{
        {"girls", &tradition.girls},         {"boys", &tradition.boys},
        {"surnames", &tradition.surnames},   {"sons", &tradition.sons},
        {"daughters", &tradition.daughters}, {"carers", &tradition.carers}};
    if (const auto list = lists.find(what); list != lists.end()) {
        *list->second = split(rest);
    } else if (what == "language") {
        tradition.language = rest;
    } else if (what == "ethnicity") {
        tradition.ethnicity = rest;
    } else if (what == "weight") {
        tradition.weight = number(rest);
    } else {
        malformed(text);
    }
}

std::vector<Tradition> read_names() {
    std::vector<Tradition> traditions;
    for (const auto& line : lines_of(embedded::names)) {
        if (traditions.empty() || traditions.back().name != line.section) {
            traditions.emplace_back();
            traditions.back().name = line.section;
        }
        put(traditions.back(), line.text);
    }
    for (const auto& tradition : traditions) {
        if (tradition.surnames.empty() &&
            (tradition.sons.empty() || tradition.sons.size() != tradition.daughters.size())) {
            malformed(tradition.name);
        }
    }
    return traditions;
}

// "[cy 6-8]": what children of six to eight said in Welsh.
std::vector<Saying> read_sayings() {
    std::vector<Saying> sayings;
    for (const auto& line : lines_of(embedded::childrens_words)) {
        const auto space = line.section.find(' ');
        const auto dash = line.section.find('-', space);
        if (space == std::string_view::npos || dash == std::string_view::npos) {
            malformed(line.section);
        }
        const bool siblings = line.text.starts_with("+ ");
        sayings.push_back({std::string{line.section.substr(0, space)},
                           number(line.section.substr(space + 1, dash - space - 1)),
                           number(line.section.substr(dash + 1)), siblings,
                           std::string{line.text.substr(siblings ? 2 : 0)}});
    }
    return sayings;
}

std::vector<std::string> section_of(std::string_view file, std::string_view section) {
    std::vector<std::string> found;
    for (const auto& line : lines_of(file)) {
        if (line.section == section) {
            found.emplace_back(line.text);
        }
    }
    if (found.empty()) {
        malformed(section);
    }
    return found;
}

Texts read_texts() {
    Texts all;
    all.traditions = read_names();
    all.villages = section_of(embedded::places, "villages");
    all.streets = section_of(embedded::places, "streets");
    all.houses = section_of(embedded::places, "houses");
    all.postcodes = section_of(embedded::postcodes, "");
    all.sayings = read_sayings();
    for (const auto& line : lines_of(embedded::accounts)) {
        all.accounts[std::string{line.section}].emplace_back(line.text);
    }
    return all;
}

void replace(std::string& text, std::string_view slot, std::string_view value) {
    for (auto at = text.find(slot); at != std::string::npos; at = text.find(slot, at)) {
        text.replace(at, slot.size(), value);
        at += value.size();
    }
}

} // namespace

const Texts& texts() {
    static const Texts read = read_texts();
    return read;
}

std::string filled(std::string_view sentence, const Slots& slots) {
    std::string text{sentence};
    replace(text, "{child}", slots.child);
    replace(text, "{carer}", slots.carer);
    replace(text, "{friend}", slots.other_child);
    return text;
}

} // namespace gweld::demo
