#include "made.h"

#include "protection/duties.h"
#include "record/codec.h"

#include <algorithm>
#include <stdexcept>

namespace gweld::demo {

namespace {} // namespace

const law::Book& book() {
    static const law::Book loaded = law::load_book(GWELD_TREE "/law").value();
    return loaded;
}

const time::Calendar& working_days() { return *book().calendar("england-and-wales"); }

CountyWish wish_for(std::string_view now, std::uint64_t seed, int front_door_days) {
    return {time::parse_rfc3339(now).value(),
            {seed},
            working_days(),
            "maesgwyn",
            [](std::string_view password) { return "cheap:" + std::string{password}; },
            front_door_days};
}

MadeCounty::MadeCounty(std::string_view moment, std::uint64_t seed, int front_door_days)
    : made{made_from(wish_for(moment, seed, front_door_days))},
      now{time::parse_rfc3339(moment).value()}, today{time::date_in_wales(now)} {
    entries.reserve(made.drafts.size());
    for (const auto& draft : made.drafts) {
        auto& entry = entries.emplace_back();
        static_cast<record::Draft&>(entry) = draft;
        entry.seq = static_cast<std::int64_t>(entries.size());
        learn(entry);
    }
}

void MadeCounty::learn(const record::Entry& entry) {
    for (const auto& subject : entry.about) {
        about_[subject].push_back(entry);
    }
    if (is_a<record::PersonDescribed>(entry)) {
        people[entry.about.front()] = record::body_of<record::PersonDescribed>(entry);
    } else if (is_a<record::Allocated>(entry)) {
        const auto body = record::body_of<record::Allocated>(entry);
        allocation_[entry.id] = allocations.size();
        allocations.push_back({body.child.uuid, body.worker.uuid, {body.from, std::nullopt}});
    } else if (is_a<record::AllocationEnded>(entry)) {
        const auto body = record::body_of<record::AllocationEnded>(entry);
        allocations[allocation_.at(body.allocation.uuid)].days.until = body.until;
    }
}

const MadeCounty& usual_county() {
    static const MadeCounty county{"2026-11-24T09:00:00Z", 1, two_years};
    return county;
}

const protection::History& MadeCounty::history(base::Uuid child) const {
    auto found = histories_.find(child);
    if (found == histories_.end()) {
        found = histories_
                    .emplace(child, protection::history_of(base::PersonId{child}, about_.at(child),
                                                           std::nullopt))
                    .first;
    }
    return found->second;
}

base::Uuid MadeCounty::child(std::string_view forename, std::string_view surname) const {
    for (const auto& [id, person] : people) {
        if (person.forename == forename && person.surname == surname && on_register(id)) {
            return id;
        }
    }
    throw std::runtime_error{"no such child: " + std::string{forename}};
}

std::size_t MadeCounty::registered_on(time::CivilDate day) const {
    std::size_t children = 0;
    for (const auto& [id, person] : people) {
        const auto& registrations = history(id).registrations;
        children += std::ranges::any_of(registrations, [&](const protection::Registration& r) {
            return time::Span{r.start, r.end}.contains(day);
        });
    }
    return children;
}

bool MadeCounty::on_register(base::Uuid child) const {
    const auto& registrations = history(child).registrations;
    return std::ranges::any_of(registrations, [&](const protection::Registration& r) {
        return time::Span{r.start, r.end}.contains(today);
    });
}

protection::Duty MadeCounty::open_duty(base::Uuid child, std::string_view rule) const {
    return protection::duties_of(history(child), *book().card(rule), book(), today, {}).back();
}

int MadeCounty::days_left(base::Uuid child, std::string_view rule) const {
    const auto due_by = open_duty(child, rule).due_by.value();
    return working_days().working_days_between(today, due_by).value();
}

std::vector<measure::ChildDuties> MadeCounty::duties(std::string_view rule) const {
    std::vector<measure::ChildDuties> all;
    for (const auto& [id, person] : people) {
        measure::ChildDuties child{base::PersonId{id}, {}, {}, {}};
        child.duties = protection::duties_of(history(id), *book().card(rule), book(), today, {});
        for (const auto& registration : history(id).registrations) {
            child.on_register.push_back({registration.start, registration.end});
        }
        all.push_back(std::move(child));
    }
    return all;
}

std::vector<base::Uuid> MadeCounty::held_by(std::string_view worker) const {
    const auto id = made.staff.workers[made.staff.named(worker)].id.uuid;
    std::vector<base::Uuid> children;
    for (const auto& held : allocations) {
        if (held.worker == id && held.days.contains(today)) {
            children.push_back(held.child);
        }
    }
    return children;
}

} // namespace gweld::demo
