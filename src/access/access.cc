#include "access/access.h"

#include "access/barriers.h"

#include <algorithm>
#include <limits>

namespace gweld::access {

namespace {

using record::AllocationRow;
using record::Role;

bool any_held_by(std::span<const AllocationRow> rows, Uuid worker, CivilDate today) {
    return std::ranges::any_of(
        rows, [&](const auto& row) { return row.worker == worker && holds_on(row, today); });
}

bool any_in_team(std::span<const AllocationRow> rows, const std::optional<Uuid>& team,
                 CivilDate today) {
    return team && std::ranges::any_of(rows, [&](const auto& row) {
               return row.team == team && holds_on(row, today);
           });
}

bool has_allocated_worker(std::span<const AllocationRow> rows, CivilDate today) {
    return std::ranges::any_of(rows, [&](const auto& row) {
        return row.as == "allocated_worker" && holds_on(row, today);
    });
}

// `rows`: at least one.
bool ended_last_in(const std::optional<Uuid>& team, std::span<const AllocationRow> rows) {
    const auto last = std::ranges::max_element(rows, {}, [](const auto& row) {
        return row.until_day.value_or(std::numeric_limits<std::int64_t>::max());
    });
    return team && last->team == team;
}

bool waits_for_a_worker(const Viewer& viewer, const Bearing& bearing, CivilDate today) {
    if (has_allocated_worker(bearing.of_child, today)) {
        return false;
    }
    const std::int64_t n = today.day_number();
    const bool handed_on = std::ranges::any_of(
        bearing.hand_overs, [](const auto& row) { return row.lacks != "discussion"; });
    return bearing.of_child.empty() || handed_on || ended_last_in(viewer.team, bearing.of_child) ||
           std::ranges::any_of(bearing.registrations, [&](const auto& row) {
               return row.start_day <= n && (!row.end_day || n < *row.end_day);
           });
}

// Of those for days past only the last: whoever chairs now is a chair of this child's.
bool chairs_for(Uuid worker, std::span<const record::ConferenceBookedRow> bookings,
                CivilDate today) {
    const std::int64_t n = today.day_number();
    const record::ConferenceBookedRow* last = nullptr;
    for (const auto& booking : bookings) {
        if (booking.on_day >= n && booking.chair_worker == worker) {
            return true;
        }
        if (booking.on_day < n && (last == nullptr || last->on_day <= booking.on_day)) {
            last = &booking;
        }
    }
    return last != nullptr && last->chair_worker == worker;
}

Ground relationship(const Viewer& viewer, const Bearing& bearing, CivilDate today) {
    if (any_held_by(bearing.of_child, viewer.worker, today)) {
        return Ground::own_allocation;
    }
    if (viewer.role == Role::social_worker &&
        any_held_by(bearing.of_family, viewer.worker, today)) {
        return Ground::family_allocation;
    }
    if (any_in_team(bearing.of_child, viewer.team, today)) {
        return Ground::team_allocation;
    }
    if (viewer.role == Role::team_manager && waits_for_a_worker(viewer, bearing, today)) {
        return Ground::nobody_allocated;
    }
    if (viewer.role == Role::head_of_service) {
        return Ground::whole_service;
    }
    if (viewer.role == Role::duty_worker) {
        return Ground::duty_desk;
    }
    if (viewer.role == Role::reviewing_officer &&
        chairs_for(viewer.worker, bearing.bookings, today)) {
        return Ground::chairs_conference;
    }
    return Ground::none;
}

// Whoever lets people in, and whoever asks why people looked, looks at nobody, whatever is theirs
// besides.
bool reads_records(Role role) {
    switch (role) {
    case Role::social_worker:
    case Role::team_manager:
    case Role::head_of_service:
    case Role::duty_worker:
    case Role::reviewing_officer:
        return true;
    case Role::administrator:
    case Role::guardian:
        break;
    }
    return false;
}

Ground bearing_on_contact(const Viewer& viewer, const ContactBearing& bearing, CivilDate today) {
    switch (viewer.role) {
    case Role::duty_worker:
        return Ground::duty_desk;
    case Role::team_manager:
        return Ground::front_door;
    case Role::head_of_service:
        return Ground::whole_service;
    case Role::social_worker:
    case Role::reviewing_officer:
    case Role::administrator:
    case Role::guardian:
        break;
    }
    return any_held_by(bearing.of_children, viewer.worker, today) ? Ground::own_allocation
                                                                  : Ground::none;
}

bool role_permits(Role role, ContactAction action) {
    switch (action) {
    case ContactAction::see:
        return true;
    case ContactAction::work:
        return role == Role::duty_worker || role == Role::team_manager;
    case ContactAction::extend:
    case ContactAction::let_go:
        return role == Role::team_manager || role == Role::head_of_service;
    }
    return false;
}

// Whoever works with the child or the family, and their manager.
bool may_write_plan(Role role, Ground ground) {
    return role == Role::team_manager ||
           (role == Role::social_worker &&
            (ground == Ground::own_allocation || ground == Ground::family_allocation));
}

// Whoever works with the child or the family, their manager, the duty desk; not every colleague of
// the team, and not the head of service, who decides on exceptions.
bool may_record_enquiry(Role role, Ground ground) {
    switch (role) {
    case Role::social_worker:
        return ground == Ground::own_allocation || ground == Ground::family_allocation ||
               ground == Ground::emergency;
    case Role::team_manager:
    case Role::duty_worker:
        return true;
    case Role::head_of_service:
    case Role::reviewing_officer:
    case Role::administrator:
    case Role::guardian:
        break;
    }
    return false;
}

// Whoever visits, whoever sends them, and at night the duty desk: not every colleague who may read
// the record, and nobody for whom it is enough to know that there is an address.
bool may_go_there(Role role, Ground ground) {
    return role == Role::team_manager || role == Role::duty_worker ||
           ground == Ground::own_allocation || ground == Ground::family_allocation ||
           ground == Ground::emergency;
}

bool role_permits(Role role, Action action, Ground ground) {
    switch (action) {
    case Action::see_record:
        return true;
    case Action::record_meeting:
    case Action::record_visit:
    case Action::record_story:
        // A head of service and a chair read; whoever visits records.
        return role != Role::head_of_service && role != Role::reviewing_officer;
    case Action::allocate:
    case Action::keep_register:
        return role == Role::team_manager || role == Role::head_of_service;
    case Action::correct_entry:
        return role == Role::team_manager || ground == Ground::own_allocation;
    case Action::record_enquiry:
        return may_record_enquiry(role, ground);
    case Action::record_assessment:
        return may_record_enquiry(role, ground);
    case Action::allow_gap:
        return role == Role::team_manager;
    case Action::sign:
        return role == Role::team_manager || role == Role::head_of_service ||
               ground == Ground::chairs_conference;
    case Action::accept_meeting:
        return role == Role::head_of_service;
    case Action::write_plan:
        return may_write_plan(role, ground);
    case Action::merge_people:
        // It changes whose record everything is: whoever answers for the work, not whoever does it.
        return role == Role::team_manager || role == Role::head_of_service;
    case Action::bar:
        return ground == Ground::own_allocation || role == Role::team_manager ||
               role == Role::head_of_service;
    case Action::unbar: // whoever answers for the work, and not whoever let themselves in
        return ground != Ground::emergency &&
               (role == Role::team_manager || role == Role::head_of_service);
    case Action::see_protected_address:
        return may_go_there(role, ground);
    case Action::answer_for_record:
        return ground != Ground::emergency &&
               (role == Role::team_manager || role == Role::head_of_service);
    case Action::run_conference:
        return ground == Ground::chairs_conference || may_record_enquiry(role, ground);
    }
    return false;
}

} // namespace

std::string_view name_of(Ground ground) {
    switch (ground) {
    case Ground::none:
        break;
    case Ground::own_allocation:
        return "own-allocation";
    case Ground::family_allocation:
        return "family-allocation";
    case Ground::team_allocation:
        return "team-allocation";
    case Ground::nobody_allocated:
        return "nobody-allocated";
    case Ground::whole_service:
        return "whole-service";
    case Ground::duty_desk:
        return "duty-desk";
    case Ground::partners_form:
        return "partners-form";
    case Ground::chairs_conference:
        return "chairs-conference";
    case Ground::front_door:
        return "front-door";
    case Ground::emergency:
        return "emergency";
    }
    return "none";
}

std::string_view name_of(Bar bar) {
    switch (bar) {
    case Bar::none:
        break;
    case Bar::excluded:
        return "excluded";
    case Bar::restricted:
        return "restricted";
    }
    return "none";
}

bool holds_on(const AllocationRow& allocation, CivilDate day) {
    const std::int64_t n = day.day_number();
    return allocation.from_day <= n && (!allocation.until_day || n < *allocation.until_day);
}

Decision decide(const Viewer& viewer, Action action, const Bearing& bearing, const When& now) {
    // 1 account: a Viewer exists only for a live session of an open account (casework/sign_in).
    // 2 authority: a store holds one authority; nothing of another can be named here.
    if (!reads_records(viewer.role)) {
        return {Ground::none};
    }
    // 3 exclusion
    if (excludes(bearing.barriers, viewer.worker, now.at)) {
        return {Ground::none, Bar::excluded};
    }
    // 4 seal: NOT MODELLED, because no such entry exists yet.
    // 5 restriction, 6 relationship, and an opening in an emergency where one of them refuses
    Ground ground = relationship(viewer, bearing, now.today);
    const bool restricted = is_restricted_for(viewer, bearing.barriers, ground, now.at);
    if (restricted || ground == Ground::none) {
        if (!opened_in_emergency(bearing.barriers, viewer.worker, now.at)) {
            return {Ground::none, restricted ? Bar::restricted : Bar::none};
        }
        ground = Ground::emergency;
    }
    // 7 role
    return {role_permits(viewer.role, action, ground) ? ground : Ground::none};
}

Decision decide(const Viewer& viewer, ContactAction action, const ContactBearing& bearing,
                const When& now) {
    if (!reads_records(viewer.role)) {
        return {Ground::none};
    }
    if (excludes(bearing.barriers, viewer.worker, now.at)) {
        return {Ground::none, Bar::excluded};
    }
    const Ground ground = bearing_on_contact(viewer, bearing, now.today);
    const bool of_their_team = viewer.role == Role::team_manager &&
                               any_in_team(bearing.of_children, viewer.team, now.today);
    const Ground of_allocation = of_their_team ? Ground::team_allocation : ground;
    if (bearing.stands == ContactStands::decided &&
        is_shut_to(viewer, bearing.barriers, of_allocation, now.at)) {
        return {Ground::none, Bar::restricted};
    }
    return {role_permits(viewer.role, action) ? ground : Ground::none};
}

bool may_open_in_emergency(const Viewer& viewer) { return reads_records(viewer.role); }

bool may_review(const Viewer& viewer, Uuid opened_by) {
    return may_enter(viewer, Place::emergencies) && viewer.worker != opened_by;
}

Decision decide(PublicAction action) {
    switch (action) {
    case PublicAction::refer:
    case PublicAction::answer_question: // who knows the reference and its code; casework asks
        return {Ground::partners_form};
    }
    return {Ground::none};
}

bool may_enter(const Viewer& viewer, Place place) {
    if (viewer.role == Role::administrator || place == Place::accounts) {
        return viewer.role == Role::administrator && place == Place::accounts;
    }
    if (viewer.role == Role::guardian || place == Place::unusual_looks) {
        return viewer.role == Role::guardian &&
               (place == Place::unusual_looks || place == Place::emergencies);
    }
    switch (place) {
    case Place::accounts:
    case Place::unusual_looks:
        break;
    case Place::my_work:
        return viewer.role == Role::social_worker || viewer.role == Role::duty_worker;
    case Place::my_team:
    case Place::enquiries:
        return viewer.role == Role::team_manager || viewer.role == Role::head_of_service;
    case Place::front_door:
        return viewer.role != Role::social_worker && viewer.role != Role::reviewing_officer;
    case Place::signing:
    case Place::conferences:
        return viewer.role == Role::team_manager || viewer.role == Role::head_of_service ||
               viewer.role == Role::reviewing_officer;
    case Place::emergencies:
        return viewer.role == Role::team_manager || viewer.role == Role::head_of_service;
    case Place::out_of_hours:
        return viewer.role == Role::duty_worker || viewer.role == Role::team_manager ||
               viewer.role == Role::head_of_service;
    case Place::own_records:
        return viewer.role == Role::team_manager || viewer.role == Role::head_of_service;
    case Place::conference_practice:
    case Place::whole_service:
        return viewer.role == Role::head_of_service;
    case Place::every_record:
        return viewer.role == Role::head_of_service || viewer.role == Role::duty_worker;
    case Place::figures:
    case Place::search:
    case Place::alerts:
        return true;
    }
    return false;
}

bool may_keep_diary(const Viewer& viewer, Uuid chair) {
    return viewer.role == Role::team_manager || viewer.role == Role::head_of_service ||
           (viewer.role == Role::reviewing_officer && viewer.worker == chair);
}

} // namespace gweld::access
