#include "words/words.h"

#include "words/catalogue.h"
#include "words/dates.h"
#include "words/mutation.h"
#include "words/problems.h"

#include <algorithm>
#include <set>

namespace gweld::words {

extern const std::string_view welsh_catalogue; // compiled in, from words/parts/*.po

namespace {

// Unicode CLDR 42, plural rules of Welsh: zero, one, two, few (3), many (6), other. The same six
// as in the catalogue's Plural-Forms line; tests/words compares the two.
std::size_t welsh_form(long n) {
    switch (n) {
    case 0:
    case 1:
    case 2:
    case 3:
        return static_cast<std::size_t>(n);
    case 6:
        return 4;
    default:
        return 5;
    }
}

// "1,234": commas for thousands in both languages.
std::string number_text(long n) {
    std::string digits = std::to_string(n);
    const std::ptrdiff_t first = n < 0 ? 1 : 0;
    for (auto at = std::ssize(digits) - 3; at > first; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    }
    return digits;
}

std::string filled(Language language, std::string_view sentence, std::initializer_list<Slot> slots,
                   std::string_view n = {}) {
    std::string text;
    while (!sentence.empty()) {
        const auto open = sentence.find('{');
        const auto close = open == std::string_view::npos ? open : sentence.find('}', open);
        if (close == std::string_view::npos) {
            break;
        }
        text.append(sentence.substr(0, open));
        const auto name = sentence.substr(open + 1, close - open - 1);
        const auto* slot =
            std::find_if(slots.begin(), slots.end(), [&](const Slot& s) { return s.name == name; });
        if (slot != slots.end()) {
            text = language == Language::welsh ? joined_in_welsh(std::move(text), slot->value)
                                               : text.append(slot->value);
        } else if (name == "n" && !n.empty()) {
            text.append(n);
        } else { // a slot nobody fills stays readable
            text.append(sentence.substr(open, close + 1 - open));
        }
        sentence.remove_prefix(close + 1);
    }
    return text.append(sentence);
}

class Spoken : public Words {
  public:
    explicit Spoken(Language language) : language_{language} {}

    Language language() const override { return language_; }
    std::string say(std::string_view sentence) const override {
        return std::string{text_of(sentence)};
    }
    std::string say(std::string_view sentence, std::initializer_list<Slot> slots) const override {
        return filled(language_, text_of(sentence), slots);
    }
    std::string say_n(std::string_view one, std::string_view many, long n,
                      std::initializer_list<Slot> slots) const override {
        return filled(language_, text_of(one, many, n), slots, number_text(n));
    }
    std::string long_date(time::CivilDate date) const override {
        return words::long_date(language_, date);
    }
    std::string short_date(time::CivilDate date) const override {
        return words::short_date(language_, date, Year::left_out);
    }
    std::string short_date_year(time::CivilDate date) const override {
        return words::short_date(language_, date, Year::shown);
    }
    std::string month_year(time::CivilDate any_day_in_it) const override {
        return words::month_year(language_, any_day_in_it);
    }
    std::string short_month(time::CivilDate any_day_in_it) const override {
        return words::short_month(language_, any_day_in_it);
    }
    std::string moment(time::Instant moment) const override {
        return words::moment(language_, time::wall_time_in_wales(moment), Year::left_out);
    }
    std::string moment_year(time::Instant moment) const override {
        return words::moment(language_, time::wall_time_in_wales(moment), Year::shown);
    }

  private:
    virtual std::string_view text_of(std::string_view sentence) const = 0;
    virtual std::string_view text_of(std::string_view one, std::string_view many, long n) const = 0;

    Language language_;
};

class English final : public Spoken {
  public:
    English() : Spoken{Language::english} {}

  private:
    std::string_view text_of(std::string_view sentence) const override { return sentence; }
    std::string_view text_of(std::string_view one, std::string_view many, long n) const override {
        return n == 1 ? one : many;
    }
};

class Welsh final : public Spoken {
  public:
    Welsh() : Spoken{Language::welsh}, catalogue_{welsh_catalogue} {}

    const Catalogue& catalogue() const { return catalogue_; }

  private:
    std::string_view text_of(std::string_view sentence) const override {
        const auto found = catalogue_.find(sentence);
        return found ? plural_form(*found, 0) : sentence;
    }
    std::string_view text_of(std::string_view one, std::string_view many, long n) const override {
        const auto found = catalogue_.find(one);
        if (!found) {
            return n == 1 ? one : many;
        }
        return plural_form(*found, welsh_form(n));
    }

    Catalogue catalogue_;
};

const Welsh& welsh() {
    static const Welsh words;
    return words;
}

std::set<std::string_view> slots_in(std::string_view text) {
    std::set<std::string_view> names;
    for (auto open = text.find('{'); open != std::string_view::npos;
         open = text.find('{', open + 1)) {
        const auto close = text.find('}', open);
        if (close != std::string_view::npos) {
            names.insert(text.substr(open + 1, close - open - 1));
        }
    }
    return names;
}

} // namespace

std::string_view tag_of(Language language) { return language == Language::welsh ? "cy" : "en"; }

const Words& in(Language language) {
    static const English english;
    if (language == Language::welsh) {
        return welsh();
    }
    return english;
}

std::size_t welsh_sentences() { return welsh().catalogue().size(); }

std::vector<std::string> problems() {
    std::vector<std::string> found;
    const auto& catalogue = welsh().catalogue();
    for (std::size_t i = 0; i < catalogue.size(); ++i) {
        const auto sentence = catalogue.sentence(i);
        const auto text = catalogue.text(i);
        if (sentence.empty()) {
            continue; // the header
        }
        const bool plural = sentence.find('\0') != std::string_view::npos;
        // Of a plural's six forms the last, for every other number, must have every slot.
        const auto shown = plural_form(text, plural ? welsh_form(100) : 0);
        if (shown.empty() || slots_in(shown) != slots_in(plural_form(sentence, plural ? 1 : 0))) {
            found.push_back("Welsh missing or with other slots: " +
                            std::string{plural_form(sentence, 0)});
        }
    }
    return found;
}

} // namespace gweld::words
