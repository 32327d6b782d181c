#include "casework/conference_practice.h"

#include "casework/lone_step.h"

namespace gweld::casework {

namespace {

constexpr int most = 30; // agencies or working days

bool is_a_number(const std::optional<int>& figure) {
    return !figure || (*figure >= 1 && *figure <= most);
}

std::optional<PracticeNonsense> wrong_in(const record::ConferencePracticeSet& practice) {
    if (!is_a_number(practice.quorum) || !is_a_number(practice.reports_before_initial) ||
        !is_a_number(practice.reports_before_review)) {
        return PracticeNonsense::not_a_number;
    }
    return practice.source.empty() ? std::optional{PracticeNonsense::no_source} : std::nullopt;
}

} // namespace

Uuid practice_about(std::string_view authority) { return record::authority_subject(authority); }

std::optional<record::ConferencePracticeSet>
practice_on(const record::Reading& reading, const std::string& authority, CivilDate day) {
    std::optional<record::ConferencePracticeSet> holds;
    for (const auto& entry : reading.about(practice_about(authority), 0)) {
        if (entry.kind != record::Named<record::ConferencePracticeSet>::name) {
            continue;
        }
        auto set = record::body_of<record::ConferencePracticeSet>(entry);
        if (set.from <= day && (!holds || holds->from <= set.from)) {
            holds = std::move(set);
        }
    }
    return holds;
}

base::Result<OpenPractice, std::variant<NotFoundOrNotYours, record::StoreFault>>
open_practice(Office& office, const access::Viewer& viewer) {
    using Refused = std::variant<NotFoundOrNotYours, record::StoreFault>;
    if (!access::may_enter(viewer, access::Place::conference_practice)) {
        return base::Err{Refused{NotFoundOrNotYours{}}};
    }
    OpenPractice open;
    const auto& authority = office.store.authority();
    const auto read = office.store.read([&](const record::Reading& reading) {
        open.now = practice_on(reading, authority, office.today());
        const auto subject = practice_about(authority);
        open.version = {subject, reading.version_of(subject)};
    });
    if (!read.ok()) {
        return base::Err{Refused{read.error()}};
    }
    return base::Ok{std::move(open)};
}

PracticeAnswer set_practice(Office& office, const access::Viewer& viewer,
                            const record::ConferencePracticeSet& practice, const Saw& saw) {
    using Refused = StepRefused<PracticeNonsense>;
    if (!access::may_enter(viewer, access::Place::conference_practice)) {
        return base::Err{Refused{NotFoundOrNotYours{}}};
    }
    if (const auto wrong = wrong_in(practice)) {
        return base::Err{Refused{*wrong}};
    }
    const auto about = std::vector{practice_about(office.store.authority())};
    return append_alone<PracticeNonsense>(
        office, draft_about(office, viewer, about, practice.from, practice), saw);
}

} // namespace gweld::casework
