#include "casework/alerts.h"

#include "casework/contact.h"
#include "casework/enquiry_register.h"
#include "casework/rows.h"
#include "casework/worklist.h"
#include "law/clock.h"
#include "record/codec.h"

#include <algorithm>
#include <array>
#include <set>

namespace gweld::casework {

namespace {

using record::AlertOf;

constexpr std::string_view seen_alone = "cp.visit.seen-alone";
constexpr std::array<std::string_view, 2> card_of_rung{"local.alert.to-manager",
                                                       "local.alert.to-head-of-service"};

Rung rung_of(record::Role role) {
    switch (role) {
    case record::Role::team_manager:
        return Rung::team_manager;
    case record::Role::head_of_service:
        return Rung::head_of_service;
    case record::Role::social_worker:
    case record::Role::duty_worker:
    case record::Role::reviewing_officer:
    case record::Role::administrator:
    case record::Role::guardian:
        break;
    }
    return Rung::worker;
}

Rung next(Rung rung) { return rung == Rung::worker ? Rung::team_manager : Rung::head_of_service; }

AlertOf alert_of(Missing missing) {
    switch (missing) {
    case Missing::discussion:
        return AlertOf::no_discussion;
    case Missing::enquiry:
        return AlertOf::no_enquiry;
    case Missing::conference_booking:
        return AlertOf::no_conference_booked;
    case Missing::conference:
        return AlertOf::conference_not_held;
    case Missing::worker:
        break;
    }
    return AlertOf::no_worker;
}

Alert of_child(AlertOf what, std::shared_ptr<const Facts> child, CivilDate since) {
    Alert alert;
    alert.what = what;
    alert.subject = child->child.uuid;
    alert.version = child->version;
    alert.since = since;
    alert.child = std::move(child);
    return alert;
}

void add_not_seen(const std::vector<Standing>& children, std::vector<Alert>& alerts) {
    for (const auto& child : children) {
        const auto* alone = child.condition(seen_alone);
        if (alone != nullptr && alone->overdue() && alone->duty.due_by) {
            alerts.push_back(
                of_child(AlertOf::not_seen_alone, child.facts, alone->duty.due_by->next_day()));
        }
    }
}

base::Result<base::Nothing, record::StoreFault>
add_own_children(Office& office, const access::Viewer& viewer, std::vector<Alert>& alerts) {
    const auto day = days_work(office, viewer);
    if (!day.ok()) {
        return base::Err{day.error()};
    }
    for (const auto& household : day.value().households) {
        add_not_seen(household.children, alerts);
    }
    return base::Ok{base::Nothing{}};
}

base::Result<base::Nothing, record::StoreFault>
add_team(Office& office, const access::Viewer& viewer, std::vector<Alert>& alerts) {
    const auto team = team_today(office, viewer);
    if (!team.ok()) {
        return base::Err{team.error()};
    }
    add_not_seen(team.value()->overdue, alerts);
    for (const auto& one : team.value()->without_coordinator) {
        alerts.push_back(of_child(AlertOf::no_coordinator, one.child.facts, one.coordinator.since));
    }
    return base::Ok{base::Nothing{}};
}

base::Result<base::Nothing, record::StoreFault>
add_missing(Office& office, const access::Viewer& viewer, std::vector<Alert>& alerts) {
    const auto today = office.today();
    const auto all = register_of_enquiries(office, viewer, today, today, 0);
    if (!all.ok()) {
        return base::Err{all.error()};
    }
    for (const auto& step : all.value()->missing) {
        alerts.push_back(of_child(alert_of(step.what), step.child, step.since));
    }
    return base::Ok{base::Nothing{}};
}

bool is_of_harm(const record::ContactRow& contact) {
    return contact.harm == "possible" || contact.outcome == "strategy_discussion";
}

// One for each contact, however many children wait.
void add_handed_to_nobody(const record::Reading& reading, std::vector<Alert>& alerts) {
    std::set<Uuid> known;
    for (const auto& row : reading.hand_overs()) {
        if (row.lacks == "discussion" || !known.insert(row.contact).second) {
            continue;
        }
        if (auto contact = reading.contact(row.contact)) {
            Alert alert;
            alert.what = AlertOf::handed_to_nobody;
            alert.subject = row.contact;
            alert.since = day_of(row.decided_day);
            alert.contact = std::move(*contact);
            alerts.push_back(std::move(alert));
        }
    }
}

std::optional<Alert> of_contact(const record::ContactRow& row, CivilDate today) {
    const bool waited = row.waits_until && *row.waits_until < today.day_number();
    if (!waited && row.harm != "possible") {
        return std::nullopt;
    }
    Alert alert;
    alert.what = waited ? AlertOf::contact_waited : AlertOf::contact_of_harm;
    alert.subject = row.contact;
    alert.since = waited ? day_of(*row.waits_until).next_day() : day_of(row.received_day);
    alert.contact = row;
    return alert;
}

template <class Kind>
std::optional<AlertStep> step_in(const record::Entry& entry, const Alert& of) {
    if (entry.kind != record::Named<Kind>::name) {
        return std::nullopt;
    }
    const auto body = record::body_of<Kind>(entry);
    if (body.alert != of.what || body.since != of.since) {
        return std::nullopt;
    }
    AlertStep step{entry.recorded_at, entry.recorded_by, {}, {}};
    if constexpr (requires { body.did; }) {
        step.did = body.did;
        step.again_on = body.again_on;
    }
    return step;
}

void add_steps(const std::vector<record::Entry>& entries, Alert& alert) {
    for (const auto& entry : entries) {
        auto step = step_in<record::AlertSeen>(entry, alert);
        if (!step) {
            step = step_in<record::AlertAnswered>(entry, alert);
        }
        if (step) {
            alert.steps.push_back(std::move(*step));
        }
    }
}

std::string worker_of(const record::Reading& reading, const Facts& child, CivilDate today) {
    for (const auto& row : child.allocations) {
        if (row.as == "allocated_worker" && access::holds_on(row, today)) {
            const auto worker = reading.worker(row.worker);
            return worker ? worker->name : std::string{};
        }
    }
    return {};
}

void complete(const record::Reading& reading, CivilDate today, Alert& alert) {
    if (alert.child) {
        alert.first_with = worker_of(reading, *alert.child, today);
        add_steps(alert.child->entries, alert);
        return;
    }
    alert.first_with = alert.contact->worker_name;
    alert.of_contact = reading.children_of_contact(alert.subject);
    alert.version = reading.version_of(alert.subject);
    add_steps(reading.about(alert.subject, 0), alert);
}

base::Result<base::Nothing, record::StoreFault> gather(Office& office, const access::Viewer& viewer,
                                                       std::vector<Alert>& alerts) {
    base::Result<base::Nothing, record::StoreFault> done = base::Ok{base::Nothing{}};
    if (viewer.role == record::Role::social_worker) {
        done = add_own_children(office, viewer, alerts);
    } else if (access::may_enter(viewer, access::Place::my_team)) {
        done = add_team(office, viewer, alerts);
    }
    if (done.ok() && viewer.role != record::Role::duty_worker) {
        done = add_missing(office, viewer, alerts);
    }
    return done;
}

void sort_out(std::vector<Alert> all, Rung mine, Alerts& alerts) {
    std::ranges::stable_sort(all, {}, &Alert::since);
    for (auto& alert : all) {
        if (alert.quiet_until) {
            alerts.quiet.push_back(std::move(alert));
        } else {
            auto& list = alert.rung >= mine ? alerts.to_answer : alerts.below;
            list.push_back(std::move(alert));
        }
    }
}

// The transaction is kept even when refused: the refused look stays in the access log.
bool let_in(Office& office, record::Writing& tx, const access::Viewer& viewer, const Alert& alert) {
    if (alert.contact) {
        const auto ties = read_contact_ties(tx, base::ContactId{alert.subject});
        return ties &&
               look(office, tx, viewer, access::ContactAction::see, *ties, "alert").allowed();
    }
    const auto ties = read_ties(tx, PersonId{alert.subject});
    return ties.person &&
           look(office, tx, viewer, access::Action::see_record, ties, "alert").allowed();
}

AlertAnswer write(Office& office, const access::Viewer& viewer, const Alert& alert,
                  record::Draft draft, const Saw& saw) {
    AlertAnswer answer = base::Err{AlertRefused{NotFoundOrNotYours{}}};
    const auto done = office.store.write([&](record::Writing& tx) {
        if (let_in(office, tx, viewer, alert)) {
            const auto appended = append_drafts(tx, {std::move(draft)}, saw);
            answer = appended.ok()
                         ? AlertAnswer{base::Ok{appended.value()}}
                         : AlertAnswer{base::Err{as_refusal<AlertRefused>(appended.error())}};
        }
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{AlertRefused{done.error()}};
    }
    return answer;
}

struct Climb {
    Rung rung;
    CivilDate from;
    std::optional<CivilDate> climbs_after; // none: top, or cannot say
};
Climb climbed(Climb now, const law::Book& book, CivilDate today) {
    now.climbs_after.reset();
    while (now.rung != Rung::head_of_service) {
        const auto* card = book.card(card_of_rung.at(static_cast<std::size_t>(now.rung)));
        const auto due = card == nullptr ? std::nullopt
                                         : law::due_day_after(card->interval, now.from,
                                                              book.calendar(card->calendar));
        if (!due || today <= *due) {
            now.climbs_after = due;
            break;
        }
        now.from = *due;
        now.rung = next(now.rung);
    }
    return now;
}

} // namespace

Rung first_rung(const Alert& alert) {
    switch (alert.what) {
    case AlertOf::no_coordinator:
        return Rung::head_of_service;
    case AlertOf::no_worker:
    case AlertOf::contact_of_harm:
        return Rung::team_manager;
    case AlertOf::handed_to_nobody:
        return alert.contact && is_of_harm(*alert.contact) ? Rung::team_manager : Rung::worker;
    case AlertOf::not_seen_alone:
    case AlertOf::no_discussion:
    case AlertOf::no_enquiry:
    case AlertOf::no_conference_booked:
    case AlertOf::conference_not_held:
    case AlertOf::contact_waited:
        break;
    }
    return Rung::worker;
}

void climb(Alert& alert, const law::Book& book, CivilDate today) {
    Climb now{first_rung(alert), alert.since, std::nullopt};
    for (const auto& step : alert.steps) {
        if (!step.again_on) {
            continue;
        }
        now = climbed(now, book, time::date_in_wales(step.at));
        const auto role = record::role_named(step.by.role);
        const auto by = role ? rung_of(*role) : Rung::worker;
        if (by >= now.rung) { // an answer from below the rung it has reached puts nothing off
            now = {by, *step.again_on, std::nullopt};
        }
    }
    if (now.from > today && now.from > alert.since) {
        alert.rung = now.rung;
        alert.quiet_until = now.from;
        return;
    }
    now = climbed(now, book, today);
    alert.rung = now.rung;
    alert.climbs_after = now.climbs_after;
}

base::Result<Alerts, record::StoreFault> alerts_for(Office& office, const access::Viewer& viewer) {
    std::vector<Alert> all;
    const auto gathered = gather(office, viewer, all);
    if (!gathered.ok()) {
        return base::Err{gathered.error()};
    }
    const auto today = office.today();
    const auto read = office.store.read([&](const record::Reading& reading) {
        if (access::may_enter(viewer, access::Place::front_door)) {
            for (const auto& row : reading.contacts_waiting()) {
                if (auto alert = of_contact(row, today)) {
                    all.push_back(std::move(*alert));
                }
            }
            add_handed_to_nobody(reading, all);
        }
        for (auto& alert : all) {
            complete(reading, today, alert);
            climb(alert, office.book, today);
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    Alerts alerts;
    sort_out(std::move(all), rung_of(viewer.role), alerts);
    return base::Ok{std::move(alerts)};
}

AlertAnswer note_seen(Office& office, const access::Viewer& viewer, const Alert& alert,
                      const Saw& saw) {
    return write(office, viewer, alert,
                 draft_of(office, viewer, record::Named<record::AlertSeen>::name, {alert.subject},
                          office.today(),
                          record::encode(record::AlertSeen{alert.what, alert.since})),
                 saw);
}

AlertAnswer answer_alert(Office& office, const access::Viewer& viewer, const Alert& alert,
                         const std::string& did, CivilDate again_on, const Saw& saw) {
    const auto today = office.today();
    if (did.empty()) {
        return base::Err{AlertRefused{AlertNonsense::nothing_said}};
    }
    if (again_on <= today) {
        return base::Err{AlertRefused{AlertNonsense::again_in_the_past}};
    }
    if (again_on > today.plus_days(longest_quiet_days)) {
        return base::Err{AlertRefused{AlertNonsense::again_too_late}};
    }
    return write(
        office, viewer, alert,
        draft_of(office, viewer, record::Named<record::AlertAnswered>::name, {alert.subject}, today,
                 record::encode(record::AlertAnswered{alert.what, alert.since, did, again_on})),
        saw);
}

} // namespace gweld::casework
