#include "casework/visit_checks.h"

#include <algorithm>
#include <set>

namespace gweld::casework {

using record::Answer;

namespace {

bool no_repeats(const std::vector<Uuid>& children) {
    return std::set<Uuid>(children.begin(), children.end()).size() == children.size();
}

// "15:10", as every form keeps it; what an extract wrote in words is not compared.
std::optional<Nonsense> nonsense_in_when(CivilDate on, std::string_view arrived,
                                         time::Instant now) {
    const auto wall = time::wall_time_in_wales(now);
    if (on > wall.date) {
        return Nonsense::date_in_future;
    }
    const auto minutes = wall.since_midnight.count();
    const auto two = [](auto n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const auto face = two(minutes / 60) + ":" + two(minutes % 60);
    const bool a_time = arrived.size() == face.size() && arrived[2] == ':';
    return on == wall.date && a_time && arrived > face ? std::optional{Nonsense::time_in_future}
                                                       : std::nullopt;
}

} // namespace

std::vector<Uuid> children_of(const record::VisitMade& visit) {
    std::vector<Uuid> children;
    for (const auto& part : visit.children) {
        children.push_back(part.child.uuid);
    }
    return children;
}

std::vector<Uuid> children_of(const record::VisitAttempted& attempt) {
    std::vector<Uuid> children;
    for (const auto& child : attempt.children) {
        children.push_back(child.uuid);
    }
    return children;
}

std::optional<Nonsense> nonsense_in(const record::VisitMade& visit, time::Instant now) {
    if (visit.children.empty() || !no_repeats(children_of(visit))) {
        return Nonsense::no_children;
    }
    if (const auto wrong = nonsense_in_when(visit.on, visit.arrived, now)) {
        return wrong;
    }
    if (std::ranges::any_of(visit.children, [](const auto& part) {
            return part.alone == Answer::yes && part.seen != Answer::yes;
        })) {
        return Nonsense::alone_but_not_seen;
    }
    if (std::ranges::none_of(visit.children, [](const auto& part) {
            return part.seen == Answer::yes || part.bedroom == Answer::yes;
        })) {
        return Nonsense::nobody_seen;
    }
    return std::nullopt;
}

std::optional<Nonsense> nonsense_in(const record::VisitAttempted& attempt, time::Instant now) {
    if (attempt.children.empty() || !no_repeats(children_of(attempt))) {
        return Nonsense::no_children;
    }
    return nonsense_in_when(attempt.on, attempt.arrived, now);
}

std::optional<VisitRefused> let_in(Office& office, record::Writing& tx,
                                   const access::Viewer& viewer, access::Action action,
                                   const record::Draft& draft) {
    bool all = true;
    bool born_by_then = true;
    const auto on = draft.effective.day_number();
    for (const auto& child : draft.about) {
        const auto ties = office.facts.ties_of(tx, PersonId{child});
        all = all && ties->person &&
              look(office, tx, viewer, action, *ties, "record-visit").allowed();
        born_by_then = born_by_then && ties->person && ties->person->born.value_or(on) <= on;
    }
    if (!all) {
        return NotFoundOrNotYours{};
    }
    // A withdrawal says of itself that it should never have been so.
    const bool says_a_visit = draft.kind != record::Named<record::Withdrawn>::name;
    return says_a_visit && !born_by_then ? std::optional<VisitRefused>{Nonsense::before_birth}
                                         : std::nullopt;
}

} // namespace gweld::casework
