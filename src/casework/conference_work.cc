#include "casework/conference_work.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using protection::Conference;

constexpr int days_before = 21;

class Listing {
  public:
    Listing(const law::Book& book, CivilDate today) : book_{book}, today_{today} {}

    void child(const std::shared_ptr<const Facts>& facts) {
        const auto history = protection::conferences_of(facts->child, facts->entries, std::nullopt);
        for (const auto& conference : history.conferences) {
            if (conference.held) {
                papers(facts, conference);
            } else {
                reports(facts, conference);
            }
        }
    }
    std::vector<ConferenceTask> result() {
        std::ranges::stable_sort(tasks_, {}, &ConferenceTask::by);
        return std::move(tasks_);
    }

  private:
    void reports(const std::shared_ptr<const Facts>& facts, const Conference& conference) {
        const auto on = conference.on();
        if (on < today_ || on > today_.plus_days(days_before)) {
            return;
        }
        const auto missing = protection::reports_missing(conference);
        if (std::ranges::find(missing, record::Agency::childrens_services) != missing.end()) {
            add(ConferenceOwes::own_report, facts, conference, on);
        }
        if (std::ranges::any_of(conference.reports, [](const auto& in) { return !in.shared; })) {
            add(ConferenceOwes::sharing, facts, conference, on);
        }
    }
    void papers(const std::shared_ptr<const Facts>& facts, const Conference& conference) {
        for (const auto& clock : protection::paper_clocks(conference, book_, today_)) {
            if (!clock.sent_on && clock.due_by) {
                add(clock.paper == record::ConferencePaper::outline_plan
                        ? ConferenceOwes::outline_plan
                        : ConferenceOwes::full_record,
                    facts, conference, *clock.due_by);
            }
        }
    }
    void add(ConferenceOwes owes, const std::shared_ptr<const Facts>& facts,
             const Conference& conference, CivilDate by) {
        const auto same = std::ranges::find_if(tasks_, [&](const ConferenceTask& task) {
            return task.owes == owes && task.conference == conference.entry();
        });
        if (same != tasks_.end()) {
            same->children.push_back(facts);
        } else {
            tasks_.push_back({owes, conference.entry(), conference.on(), by, {facts}});
        }
    }

    const law::Book& book_;
    CivilDate today_;
    std::vector<ConferenceTask> tasks_;
};

} // namespace

std::vector<ConferenceTask> conference_tasks(const DaysWork& work, const law::Book& book,
                                             CivilDate today) {
    Listing listing{book, today};
    for (const auto& household : work.households) {
        for (const auto& child : household.children) {
            listing.child(child.facts);
        }
    }
    for (const auto& child : work.others) {
        listing.child(child.facts);
    }
    return listing.result();
}

} // namespace gweld::casework
