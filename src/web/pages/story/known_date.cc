#include "web/pages/story/known_date.h"

#include "web/pages/child/wording.h"
#include "web/pages/forms/typed.h"

namespace gweld::web::pages::story {

namespace {

using record::Precision;

std::optional<KnownDate> read(const std::string& day, const std::string& month,
                              const std::string& year) {
    if (month.empty() && !day.empty()) {
        return std::nullopt;
    }
    const auto to = !day.empty()     ? Precision::day
                    : !month.empty() ? Precision::month
                                     : Precision::year;
    const auto on = day_typed(day.empty() ? "1" : day, month.empty() ? "1" : month, year);
    return on ? std::optional{KnownDate{*on, to}} : std::nullopt;
}

} // namespace

std::optional<KnownDate> known_date(Answers& answers, std::string_view name,
                                    std::string_view when_empty) {
    const std::string prefix{name};
    const auto day = answers.text(prefix + "-day");
    const auto month = answers.text(prefix + "-month");
    const auto year = answers.text(prefix + "-year");
    if (day.empty() && month.empty() && year.empty()) {
        if (!when_empty.empty()) {
            answers.fault(prefix + "-day", when_empty);
        }
        return std::nullopt;
    }
    auto date = read(day, month, year);
    if (!date) {
        answers.fault(prefix + "-day", words::mark("Enter a year, a month and a year, or a day, a "
                                                   "month and a year, for example 24 11 2026"));
    }
    return date;
}

void add_fields(std::vector<Field>& fields, std::string_view name, const KnownDate& date) {
    const std::string prefix{name};
    const auto ymd = date.on.ymd();
    if (date.to == Precision::day) {
        fields.push_back({prefix + "-day", std::to_string(static_cast<unsigned>(ymd.day()))});
    }
    if (date.to != Precision::year) {
        fields.push_back({prefix + "-month", std::to_string(static_cast<unsigned>(ymd.month()))});
    }
    fields.push_back({prefix + "-year", std::to_string(static_cast<int>(ymd.year()))});
}

std::string said(const Words& say, const KnownDate& date) {
    switch (date.to) {
    case Precision::day:
        return child_record::plain_date(say, date.on);
    case Precision::month:
        return say.month_year(date.on);
    case Precision::year:
        break;
    }
    return std::to_string(static_cast<int>(date.on.ymd().year()));
}

} // namespace gweld::web::pages::story
