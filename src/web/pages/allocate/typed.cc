#include "web/pages/allocate/typed.h"

#include "web/pages/forms/typed.h"
#include "words/words.h"

#include <algorithm>

namespace gweld::web::pages {

AllocationTyped allocation_typed(const Fields& posted) {
    const auto text = [&](std::string_view name) { return trimmed(posted.text(name)); };
    return {text("worker"), text("from"), text("first-day"), text("first-month"),
            text("first-year")};
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
    const auto date = typed.from == "today" ? std::optional{today}
                                            : day_typed(typed.day, typed.month, typed.year);
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
