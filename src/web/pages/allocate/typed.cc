#include "web/pages/allocate/typed.h"

#include "words/words.h"

#include <algorithm>
#include <charconv>
#include <memory>

namespace gweld::web::pages {

namespace {

constexpr int four_digits = 1000;

std::optional<int> whole_number(std::string_view text) {
    int n = 0;
    const auto* begin = std::to_address(text.begin());
    const auto* end = begin + text.size();
    const auto [stopped, problem] = std::from_chars(begin, end, n);
    return problem == std::errc{} && stopped == end && n > 0 ? std::optional{n} : std::nullopt;
}

std::optional<time::CivilDate> date_typed(const AllocationTyped& typed) {
    const auto day = whole_number(typed.day);
    const auto month = whole_number(typed.month);
    const auto year = whole_number(typed.year);
    if (!day || !month || !year || *year < four_digits) {
        return std::nullopt;
    }
    const std::chrono::year_month_day ymd{std::chrono::year{*year},
                                          std::chrono::month{static_cast<unsigned>(*month)},
                                          std::chrono::day{static_cast<unsigned>(*day)}};
    return ymd.ok() ? std::optional{time::CivilDate{ymd}} : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos
               ? std::string_view{}
               : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

} // namespace

AllocationTyped allocation_typed(const Fields& posted) {
    const auto text = [&](std::string_view name) {
        return std::string{trimmed(posted.text(name))};
    };
    return {text("worker"),     text("from"), text("first-day"), text("first-month"),
            text("first-year"), text("key"),  text("version")};
}

base::Result<casework::Allocate, std::vector<FieldFault>>
parse(const AllocationTyped& typed, casework::PersonId child,
      const std::vector<record::WorkerRow>& offered, time::CivilDate today) {
    std::vector<FieldFault> faults;
    casework::Allocate what;
    what.child = child;
    const auto worker = base::parse_uuid(typed.worker);
    if (!worker ||
        std::ranges::find(offered, *worker, &record::WorkerRow::worker) == offered.end()) {
        faults.push_back({"worker", words::mark("Choose a worker"), {}});
    } else {
        what.worker = *worker;
    }
    const auto date = typed.from == "today" ? std::optional{today} : date_typed(typed);
    if (typed.from != "today" && typed.from != "other") {
        faults.push_back({"from", words::mark("Choose the first day"), {}});
    } else if (!date) {
        faults.push_back({"first-day",
                          words::mark("Enter the first day as day, month and year, for example "
                                      "1 12 2026"),
                          {}});
    } else {
        what.from = *date;
    }
    if (!faults.empty()) {
        return base::Err{std::move(faults)};
    }
    return base::Ok{what};
}

} // namespace gweld::web::pages
