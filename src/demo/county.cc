#include "demo/county.h"

#include "demo/making.h"
#include "demo/register_plan.h"
#include "demo/sign_ins.h"
#include "demo/unsaved.h"

#include <algorithm>
#include <stdexcept>

namespace gweld::demo {

namespace {

constexpr std::size_t entries_at_once = 500;

std::optional<CalendarTooShort> too_short(const StoryDays& days, const time::Calendar& calendar) {
    const CalendarTooShort needed{days.today.plus_months_clipped(-months_before_opening),
                                  days.today.plus_days(days_of_calendar_after_now)};
    const auto unknown = [&](CivilDate day) {
        return calendar.kind(day) == time::DayKind::NotYetKnown;
    };
    if (unknown(needed.needed_from) || unknown(needed.needed_until)) {
        return needed;
    }
    return std::nullopt;
}

// An idempotency key a batch, so that a store that is not sure whether it kept the transaction can
// be asked again with the same wish.
void append_all(record::Writing& tx, const Made& made, const CountyWish& wish) {
    const auto key =
        "demo " + std::to_string(wish.seed.value) + ' ' + time::to_rfc3339(wish.now) + ' ';
    for (const auto& bytes : made.files) {
        tx.keep_file(bytes);
    }
    for (std::size_t from = 0; from < made.drafts.size(); from += entries_at_once) {
        const auto until = std::min(from + entries_at_once, made.drafts.size());
        const auto result = tx.append({key + std::to_string(from),
                                       {},
                                       {made.drafts.begin() + static_cast<std::ptrdiff_t>(from),
                                        made.drafts.begin() + static_cast<std::ptrdiff_t>(until)}});
        if (!std::holds_alternative<record::Appended>(result)) {
            throw std::logic_error{"demo: the store did not take the county's entries"};
        }
    }
}

CountyReport report_of(const Made& made, const StoryDays& days) {
    CountyReport report;
    report.entries = made.drafts.size();
    report.families = made.cases.size();
    for (const auto& family : made.cases) {
        report.children += family.household.children.size();
    }
    report.workers = made.staff.workers.size();
    report.on_register = on_register(made.cases, days.today);
    report.sign_ins = sign_ins(made.staff);
    return report;
}

} // namespace

base::Result<CountyReport, NotMade> make_county(record::Store& store, const CountyWish& wish) {
    const StoryDays days{wish.now};
    if (const auto needed = too_short(days, wish.working_days)) {
        return base::Err{NotMade{*needed}};
    }
    const auto made = made_from(wish);
    const auto accounts = accounts_of(made.staff, wish);
    bool empty = true;
    const auto written = store.write([&](record::Writing& tx) {
        empty = tx.head() == 0;
        if (!empty) {
            return record::Keep::no;
        }
        append_all(tx, made, wish);
        for (const auto& account : accounts) {
            tx.put_account(account);
        }
        tx.put_unsaved_form(begun_and_not_saved(made, wish.now));
        return record::Keep::yes;
    });
    if (!written.ok()) {
        return base::Err{NotMade{written.error()}};
    }
    if (!empty) {
        return base::Err{NotMade{StoreNotEmpty{}}};
    }
    return base::Ok{report_of(made, days)};
}

} // namespace gweld::demo
