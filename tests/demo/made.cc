#include "made.h"

#include "people/names.h"
#include "protection/duties.h"
#include "record/codec.h"
#include "store/memory/memory_store.h"

#include <algorithm>
#include <stdexcept>

namespace gweld::demo {

namespace {

void read_all(MadeCounty& county, const record::Reading& reading) {
    reading.each_entry(0, [&](const record::Entry& entry) {
        county.entries.push_back(entry);
        return true;
    });
    for (const auto& entry : county.entries) {
        if (entry.kind == record::Named<record::PersonDescribed>::name) {
            const auto id = entry.about.front();
            county.people[id] = *reading.person(id);
        }
    }
    for (const auto& [id, person] : county.people) {
        const auto rows = reading.allocations_of(id);
        county.allocations.insert(county.allocations.end(), rows.begin(), rows.end());
    }
    county.workers = reading.workers();
    county.teams = reading.teams();
}

} // namespace

const law::Book& book() {
    static const law::Book loaded = law::load_book(GWELD_TREE "/law").value();
    return loaded;
}

const time::Calendar& working_days() { return *book().calendar("england-and-wales"); }

MadeCounty made_at(std::string_view now, std::uint64_t seed) {
    MadeCounty county;
    county.store = store::open_memory(std::string{authority}, people::name_keys);
    county.now = *time::parse_rfc3339(now);
    county.today = time::date_in_wales(county.now);
    const auto made = make_county(
        *county.store, {county.now, {seed}, working_days(), "maesgwyn", [](std::string_view p) {
                            return "cheap:" + std::string{p};
                        }});
    county.report = made.value();
    const auto read =
        county.store->read([&](const record::Reading& reading) { read_all(county, reading); });
    if (!read.ok()) {
        throw std::runtime_error{"the store could not be read"};
    }
    return county;
}

const MadeCounty& usual_county() {
    static const MadeCounty county = made_at("2026-11-24T09:00:00Z");
    return county;
}

const protection::History& MadeCounty::history(base::Uuid child) const {
    if (const auto found = read.find(child); found != read.end()) {
        return found->second;
    }
    const auto done = store->read([&](const record::Reading& reading) {
        read[child] =
            protection::history_of(base::PersonId{child}, reading.about(child, 0), std::nullopt);
    });
    return done.ok() ? read.at(child) : throw std::runtime_error{"the store could not be read"};
}

std::size_t MadeCounty::registered_on(time::CivilDate day) const {
    std::size_t children = 0;
    for (const auto& [id, person] : people) {
        const auto& registrations = history(id).registrations;
        children += std::ranges::any_of(registrations, [&](const protection::Registration& r) {
            return r.start <= day && (!r.end || day < *r.end);
        });
    }
    return children;
}

const record::WorkerRow& MadeCounty::worker(std::string_view name) const {
    return *std::ranges::find(workers, name, &record::WorkerRow::name);
}

base::Uuid MadeCounty::child(std::string_view forename, std::string_view surname) const {
    for (const auto& [id, person] : people) {
        if (person.forename == forename && person.surname == surname && on_register(id)) {
            return id;
        }
    }
    throw std::runtime_error{"no such child: " + std::string{forename}};
}

bool MadeCounty::on_register(base::Uuid child) const {
    const auto& registrations = history(child).registrations;
    return std::ranges::any_of(registrations, [&](const protection::Registration& r) {
        return r.start <= today && (!r.end || today < *r.end);
    });
}

protection::Duty MadeCounty::open_duty(base::Uuid child, std::string_view rule) const {
    return protection::duties_of(history(child), *book().card(rule), book(), today, {}).back();
}

int MadeCounty::days_left(base::Uuid child, std::string_view rule) const {
    return working_days()
        .working_days_between(today, open_duty(child, rule).due_by.value())
        .value();
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

std::vector<base::Uuid> MadeCounty::held_by(std::string_view name) const {
    const auto id = worker(name).worker;
    const auto day = today.day_number();
    std::vector<base::Uuid> held;
    for (const auto& row : allocations) {
        if (row.worker == id && row.from_day <= day && (!row.until_day || day < *row.until_day)) {
            held.push_back(row.child);
        }
    }
    return held;
}

} // namespace gweld::demo
