#include "web/pages/forms/answers.h"

#include "web/pages/forms/typed.h"
#include "words/words.h"

#include <algorithm>
#include <charconv>
#include <memory>

namespace gweld::web::pages {

std::string Answers::text(std::string_view name) const { return trimmed(posted_.text(name)); }

std::string Answers::text(std::string_view name, std::string_view when_empty) {
    auto typed = text(name);
    if (typed.empty()) {
        fault_unless_empty(name, when_empty);
    }
    return typed;
}

std::optional<time::CivilDate> Answers::date(std::string_view name, std::string_view when_empty,
                                             std::string_view question) {
    const std::string prefix{name};
    const auto day = text(prefix + "-day");
    const auto month = text(prefix + "-month");
    const auto year = text(prefix + "-year");
    if (day.empty() && month.empty() && year.empty()) {
        fault_unless_empty(prefix + "-day", when_empty);
        return std::nullopt;
    }
    auto date = day_typed(day, month, year);
    if (!date) {
        fault({prefix + "-day",
               words::mark("Enter a day, a month and a year, for example 24 11 2026"),
               {},
               {},
               question});
    }
    return date;
}

std::optional<time::CivilDate> Answers::past_date(std::string_view name,
                                                  std::string_view when_empty,
                                                  std::string_view when_future,
                                                  std::string_view question) {
    const auto found = date(name, when_empty, question);
    if (found && *found > today_) {
        fault({std::string{name} + "-day", when_future, {}, {}, question});
        return std::nullopt;
    }
    return found;
}

std::string Answers::time_of_day(std::string_view name) {
    const auto typed = text(name);
    if (typed.empty()) {
        return {};
    }
    const auto read = time_typed(typed);
    if (!read) {
        fault(name, words::mark("Enter a time of day, for example 15:10"));
    }
    return read.value_or("");
}

bool Answers::is_ticked(std::string_view name, std::string_view value) const {
    return std::ranges::count(posted_.all(name), value) > 0;
}

void Answers::fault(std::string_view field, std::string_view sentence, std::string name) {
    faults_.push_back({std::string{field}, sentence, std::move(name)});
}

void Answers::fault_unless_empty(std::string_view field, std::string_view sentence) {
    if (!sentence.empty()) {
        fault(field, sentence);
    }
}

bool take_typed(const Caller& caller, Fields& typed, std::string& key) {
    const auto* there = caller.typed();
    if (there == nullptr) {
        return false;
    }
    typed = *there;
    key = std::string{typed.text("key")};
    return true;
}

casework::Saw saw_in(const Fields& posted) {
    casework::Saw saw{std::string{posted.text("key")}, {}};
    for (const auto seen : posted.all("saw")) {
        const auto colon = seen.find(':');
        const auto subject = base::parse_uuid(seen.substr(0, colon));
        if (!subject || colon == std::string_view::npos) {
            continue;
        }
        const auto number = seen.substr(colon + 1);
        std::int64_t version = 0;
        std::from_chars(std::to_address(number.begin()), std::to_address(number.end()), version);
        saw.versions.push_back({*subject, version});
    }
    return saw;
}

} // namespace gweld::web::pages
