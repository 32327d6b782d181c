// phrases.h - the words of the spec pages: what happened, which duty, which day.
#pragma once

#include "time/civil_date.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::spec {

// A cursor over one line: take() words we know, or read a date.
class Line {
  public:
    explicit Line(std::string_view text) : rest_{text} { trim(); }

    bool take(std::string_view words);
    bool done() const { return rest_.empty(); }
    std::string_view rest() const { return rest_; }
    // "Thursday 17 December 2026". The weekday is checked: it catches the author's slips as well as
    // ours. Throws Misspelt.
    time::CivilDate date();

  private:
    void trim();
    std::string_view word();
    std::string_view rest_;
};

struct Misspelt {
    std::string why;
};

struct Happening {
    std::string_view words;               // "the child was seen alone on"
    std::vector<std::string_view> events; // names from the closed lists of the cards
};
struct DutyName {
    std::string_view words; // "seeing the child alone"
    std::string_view rule;
};

// Longest first, so that one that begins another is not mistaken for it.
std::span<const Happening> happenings();
std::span<const DutyName> duty_names();

} // namespace gweld::spec
