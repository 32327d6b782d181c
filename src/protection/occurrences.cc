#include "protection/occurrences.h"

namespace gweld::protection {
namespace {

const VisitVersion& recorded_first(const Visit& visit, Condition condition) {
    const VisitVersion* first = &visit.believed();
    for (auto at = visit.versions.rbegin(); at != visit.versions.rend(); ++at) {
        if (at->on != visit.believed().on || !meets(*at, condition)) {
            break;
        }
        first = &*at;
    }
    return *first;
}

void add(Columns& columns, CivilDate on, const std::optional<Instant>& recorded, EntryId entry) {
    columns.on.push_back(on.day_number());
    columns.recorded.push_back(day_recorded(recorded));
    columns.entries.push_back(entry);
}

} // namespace

Day day_recorded(const std::optional<Instant>& recorded) {
    return recorded ? time::date_in_wales(*recorded).day_number() : not_known;
}

bool meets(const VisitVersion& version, Condition condition) {
    const bool seen = version.seen == record::Answer::yes;
    switch (condition) {
    case Condition::seen_alone:
        return seen && version.alone == record::Answer::yes;
    case Condition::seen_at_home:
        return seen && version.place == record::Place::home;
    case Condition::bedroom_seen:
        break;
    }
    return version.bedroom == record::Answer::yes;
}

Columns visits_meeting(const History& history, Condition condition) {
    Columns columns;
    for (const Visit& visit : history.visits) {
        if (meets(visit.believed(), condition)) {
            add(columns, visit.believed().on, recorded_first(visit, condition).recorded,
                visit.believed().entry);
        }
    }
    return columns;
}

Columns core_groups(const History& history) {
    Columns columns;
    for (const Meeting& meeting : history.core_groups) {
        add(columns, meeting.on, meeting.recorded, meeting.entry);
    }
    return columns;
}

Columns review_conferences(const History& history) {
    Columns columns;
    for (const Meeting& meeting : history.conferences) {
        if (meeting.conference == record::ConferenceType::review) {
            add(columns, meeting.on, meeting.recorded, meeting.entry);
        }
    }
    return columns;
}

} // namespace gweld::protection
