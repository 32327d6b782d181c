#include "demo/phones.h"

#include "demo/moments.h"

#include <algorithm>

namespace gweld::demo {

namespace {

using record::PhoneClock;

struct OnPhone {
    std::size_t by;
    Uuid worker;
    record::DeviceId device;
};

// Her newest visit to a family of the story.
std::optional<record::Draft> newest_visit(std::span<const Case> cases, const Scribe& scribe,
                                          Uuid worker) {
    std::optional<record::Draft> newest;
    for (const auto& family : cases) {
        if (family.script == nullptr) {
            continue;
        }
        for (const auto& draft : scribe.about(family.household.children.front().id.uuid)) {
            const bool hers = draft.kind == record::Named<record::VisitMade>::name &&
                              draft.recorded_by.worker == worker;
            if (hers && (!newest || newest->recorded_at < draft.recorded_at)) {
                newest = draft;
            }
        }
    }
    return newest;
}

OnPhone take_list(const record::Draft& visit, std::size_t by, Scribe& scribe) {
    constexpr std::chrono::hours before{5};
    constexpr std::chrono::hours life{12};
    const auto at = visit.recorded_at - before;
    const OnPhone phone{by, visit.recorded_by.worker, {scribe.fresh_id(at)}};
    std::vector<base::PersonId> children;
    for (const auto& child : visit.about) {
        children.push_back({child});
    }
    scribe.write(record::PhoneListTaken{phone.device, children, time::to_rfc3339(at + life)},
                 {{record::phones_of(phone.worker), phone.device.uuid}, time::date_in_wales(at)},
                 {at, by});
    return phone;
}

void came_from(const OnPhone& phone, const record::Draft& visit, Scribe& scribe) {
    constexpr std::chrono::minutes earlier{130};
    const record::ItemId item{scribe.fresh_id(visit.recorded_at)};
    auto about = visit.about;
    about.push_back(record::phones_of(phone.worker));
    about.push_back(record::subject_of(item));
    scribe.write(record::PhoneVisitReceived{base::EntryId{visit.id},
                                            item,
                                            phone.device,
                                            time::to_rfc3339(visit.recorded_at - earlier),
                                            PhoneClock::agrees,
                                            base::to_text(item.uuid),
                                            {}},
                 {about, visit.effective}, {visit.recorded_at, phone.by});
}

void wait_for_her(const County& county, const OnPhone& phone, Scribe& scribe) {
    const auto on = county.workdays.on_or_before(county.days.today.plus_days(-1));
    const auto at = moment(on, at_time(17, 35));
    const record::ItemId item{scribe.fresh_id(at)};
    const auto ymd = on.ymd();
    record::PhoneVisitHeld held;
    held.item = item;
    held.device = phone.device;
    held.written = time::to_rfc3339(moment(on, at_time(15, 50)));
    held.content = base::to_text(item.uuid);
    held.because = record::WhyHeld::nobody_named;
    held.said = {{"who", "Kacper, at his aunt’s in the next street"},
                 {"outcome", "attempted"},
                 {"because", "child_not_there"},
                 {"when", "today"},
                 {"date-day", std::to_string(static_cast<unsigned>(ymd.day()))},
                 {"date-month", std::to_string(static_cast<unsigned>(ymd.month()))},
                 {"date-year", std::to_string(static_cast<int>(ymd.year()))},
                 {"arrived", "15:20"},
                 {"place", "other"},
                 {"announced", "unannounced"},
                 {"account", "His aunt said that they had gone to the shops and would be an hour. "
                             "No signal in the valley; I will go again on Thursday."}};
    scribe.write(held, {{record::phones_of(phone.worker), record::subject_of(item)}, on},
                 {at, phone.by});
}

} // namespace

void tell_phones(const County& county, std::span<const Case> cases, Scribe& scribe) {
    const auto by = county.staff.named("Catrin Hughes");
    const auto visit = newest_visit(cases, scribe, county.staff.workers[by].id.uuid);
    if (!visit) {
        return;
    }
    const auto phone = take_list(*visit, by, scribe);
    came_from(phone, *visit, scribe);
    wait_for_her(county, phone, scribe);
}

} // namespace gweld::demo
