#include "casework/significance.h"

#include "protection/chains.h"
#include "record/codec.h"

#include <algorithm>
#include <array>

namespace gweld::casework {

namespace {

using record::Entry;
using record::Named;
using record::Weight;

constexpr std::array always_significant{
    Named<record::PlacedOnRegister>::name,       Named<record::RemovedFromRegister>::name,
    Named<record::CategoryChanged>::name,        Named<record::ConferenceHeld>::name,
    Named<record::StrategyDiscussionHeld>::name, Named<record::InternalMeetingAccepted>::name,
    Named<record::EnquiryStarted>::name,         Named<record::EnquiryConcluded>::name,
    Named<record::AddressLivedAt>::name,         Named<record::EventNoted>::name,
};

constexpr std::array about_the_record{
    Named<record::EventWeighed>::name,      Named<record::Withdrawn>::name,
    Named<record::ExtractRead>::name,       Named<record::PersonDescribed>::name,
    Named<record::FamilyMemberNamed>::name, Named<record::ContactChildMatched>::name,
    Named<record::PeopleMerged>::name,      Named<record::PeopleUnmerged>::name,
    Named<record::VisitWrittenUp>::name, // part of its visit
};

bool matters(const Entry& event) {
    if (std::ranges::find(always_significant, event.kind) != always_significant.end()) {
        return true;
    }
    if (is_a<record::Allocated>(event)) {
        return record::body_of<record::Allocated>(event).as ==
               record::AllocatedAs::allocated_worker;
    }
    if (is_a<record::ContactReceived>(event)) {
        return record::body_of<record::ContactReceived>(event).harm ==
               record::SignificantHarm::possible;
    }
    return is_a<record::ContactDecided>(event) &&
           record::body_of<record::ContactDecided>(event).outcome ==
               record::ContactOutcome::strategy_discussion;
}

} // namespace

Weight usual_weight(const Entry& event) {
    return matters(event) ? Weight::significant : Weight::ordinary;
}

bool is_event(std::string_view kind) {
    return std::ranges::find(about_the_record, kind) == about_the_record.end() &&
           !kind.starts_with("relative.") && !kind.starts_with("relation.") &&
           !kind.starts_with("alert.") && !kind.starts_with("phone.") &&
           !kind.starts_with("access.");
}

Weighings::Weighings(const Facts& facts) {
    const bool any = std::ranges::any_of(
        facts.entries, [](const auto& entry) { return is_a<record::EventWeighed>(entry); });
    if (!any) {
        return; // most records: nothing to follow
    }
    const protection::Chains chains{facts.child, facts.entries, std::nullopt};
    for (std::size_t at = 0; at < chains.size(); ++at) {
        if (!chains.of_kind<record::EventWeighed>(at)) {
            continue;
        }
        const auto& entry = *chains[at].back();
        auto body = record::body_of<record::EventWeighed>(entry);
        Said said{{body.weight, std::move(body.why), entry.recorded_by.name, entry.recorded_at},
                  entry.seq};
        auto& place = said_[body.event.uuid];
        if (place.seq < said.seq) {
            place = std::move(said);
        }
    }
}

const Weighing* Weighings::held(const std::vector<const Entry*>& versions) const {
    const Said* latest = nullptr;
    for (const auto* version : versions) {
        const auto found = said_.find(version->id);
        if (found != said_.end() && (latest == nullptr || latest->seq < found->second.seq)) {
            latest = &found->second;
        }
    }
    return latest;
}

} // namespace gweld::casework
