// words.h - every sentence the user sees, in English and Welsh. Knows no page.
#pragma once

#include "time/civil_date.h"
#include "time/instant.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace gweld::words {

enum class Language { english, welsh };

std::string_view tag_of(Language language); // "en", "cy"

struct Slot {
    std::string_view name;
    std::string value;
};

// One language's catalogue. The key is the English sentence itself (gettext msgid). A sentence
// without its Welsh is a failing test, not a run-time fallback, though at run time the English is
// shown rather than nothing. Slots are written {name}; only numbers, dates and names of people and
// places go into slots, never nouns: Welsh mutates.
class Words {
  public:
    virtual ~Words() = default;
    virtual Language language() const = 0;
    virtual std::string say(std::string_view sentence) const = 0;
    virtual std::string say(std::string_view sentence, std::initializer_list<Slot> slots) const = 0;
    // Whole sentences per plural form. {n} is filled by itself. Welsh has six forms.
    virtual std::string say_n(std::string_view one, std::string_view many, long n,
                              std::initializer_list<Slot> slots = {}) const = 0;

    // "Tuesday 24 November 2026", "dydd Mawrth 24 Tachwedd 2026"
    virtual std::string long_date(time::CivilDate date) const = 0;
    // "Tue 24 Nov", "Maw 24 Tach". For dates within half a year of today; with the year:
    // short_date_year.
    virtual std::string short_date(time::CivilDate date) const = 0;
    virtual std::string short_date_year(time::CivilDate date) const = 0;
    virtual std::string month_year(time::CivilDate any_day_in_it) const = 0;  // "October 2026"
    virtual std::string short_month(time::CivilDate any_day_in_it) const = 0; // "Oct"
    // "10:40pm on Mon 23 Nov"; the time in Wales.
    virtual std::string moment(time::Instant moment) const = 0;
    // "10:40pm on Mon 23 Nov 2026": for moments more than half a year from today.
    virtual std::string moment_year(time::Instant moment) const = 0;
};

// Marks a sentence for extraction where it is not spoken at once (tables of labels).
constexpr std::string_view mark(std::string_view sentence) { return sentence; }

// The two catalogues, compiled into the program.
const Words& in(Language language);

} // namespace gweld::words
