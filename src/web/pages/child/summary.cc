#include "web/components/ours.h"
#include "web/pages/child/duty_words.h"
#include "web/pages/child/parts.h"
#include "web/pages/child/pieces.h"
#include "web/pages/child/summary.html.h"
#include "web/pages/child/telling.h"
#include "web/pages/child/wording.h"

#include <algorithm>

namespace gweld::web::pages::child_record {

namespace {

constexpr std::size_t newest_events = 8;

Html clocks(const Shown& shown) {
    std::vector<ours::Clock> list;
    for (const auto* conditions : {&shown.standing().visits, &shown.standing().meetings}) {
        for (const auto& condition : *conditions) {
            list.push_back(clock_of(shown, condition));
        }
    }
    return list.empty() ? Html{} : ours::render(list);
}

std::string said_at(const Shown& shown, const Spoken& spoken) {
    const auto& say = shown.say();
    const std::initializer_list<words::Slot> slots{{"name", shown.called()},
                                                   {"date", near_day(say, spoken.on, shown.today)},
                                                   {"worker", spoken.entry->recorded_by.name}};
    switch (spoken.place) {
    case record::Place::home:
        return say.say("{name}, at home, {date}. Written down by {worker}.", slots);
    case record::Place::school:
        return say.say("{name}, at school, {date}. Written down by {worker}.", slots);
    case record::Place::office:
        return say.say("{name}, at an office, {date}. Written down by {worker}.", slots);
    case record::Place::other:
    case record::Place::not_recorded:
        break;
    }
    return say.say("{name}, {date}. Written down by {worker}.", slots);
}

std::vector<SummaryParts::Stay> stays(const Shown& shown) {
    const auto& say = shown.say();
    std::vector<SummaryParts::Stay> list;
    const auto& registrations = shown.facts().history.registrations;
    for (auto stay = registrations.rbegin(); stay != registrations.rend(); ++stay) {
        const auto from = plain_date(say, stay->start);
        if (stay->end) {
            list.push_back(
                {say.say("From {from} to {last}",
                         {{"from", from}, {"last", plain_date(say, stay->end->plus_days(-1))}}),
                 all_of(say, stay->categories), said(say, stay->ground)});
        } else {
            list.push_back(
                {say.say("Since {date}", {{"date", from}}), all_of(say, stay->categories), {}});
        }
    }
    return list;
}

Html events(const Teller& teller, const std::vector<Happening>& happenings, const Words& say) {
    ours::Timeline timeline;
    timeline.significant = say.say("(important event)");
    for (std::size_t at = 0; at < std::min(newest_events, happenings.size()); ++at) {
        timeline.events.push_back(teller.event(happenings[at]));
    }
    return ours::render(timeline);
}

std::string since_as(const Words& say, const record::AllocationRow& held, CivilDate today) {
    const std::initializer_list<words::Slot> since{
        {"date", near_day(say, day_numbered(held.from_day), today)}};
    if (held.as == "allocated_worker") {
        return say.say("Allocated worker since {date}", since);
    }
    return held.as == "co_worker" ? say.say("Co-worker since {date}", since)
                                  : say.say("Since {date}", since);
}

} // namespace

Html voice(const Shown& shown, const std::vector<Happening>& happenings) {
    const auto spoken = newest_words(shown.facts(), happenings);
    if (spoken.entry == nullptr) {
        return {};
    }
    ours::Voice voice;
    voice.words = spoken.words;
    voice.language = lang_other_than(shown.say(), spoken.language);
    voice.said = said_at(shown, spoken);
    return ours::render(voice);
}

std::vector<SummaryParts::Helper> helpers(const Shown& shown) {
    const auto& say = shown.say();
    std::vector<SummaryParts::Helper> list;
    for (const auto& held : shown.facts().allocations) {
        if (!access::holds_on(held, shown.today)) {
            continue;
        }
        const auto worker = shown.record.workers().find(held.worker);
        const auto team =
            held.team ? shown.record.teams().find(*held.team) : shown.record.teams().end();
        SummaryParts::Helper helper{
            worker == shown.record.workers().end() ? say.say("not known") : worker->second.name,
            since_as(say, held, shown.today),
            team == shown.record.teams().end() ? std::string{} : team->second};
        const bool first = held.as == "allocated_worker";
        list.insert(first ? list.begin() : list.end(), std::move(helper));
    }
    return list;
}

Html summary(const Shown& shown) {
    const auto happenings = happenings_of(shown.facts());
    const Teller teller{shown, happenings};
    SummaryParts parts;
    parts.answer = answer_of(shown);
    parts.name = shown.called();
    parts.clocks = clocks(shown);
    parts.to_due = shown.to("child.due");
    parts.voice = voice(shown, happenings);
    parts.stays = stays(shown);
    parts.events = events(teller, happenings, shown.say());
    parts.events_in_all = static_cast<long>(happenings.size());
    parts.to_timeline = shown.to("child.timeline");
    parts.helpers = helpers(shown);
    return child_summary(shown.say(), parts);
}

} // namespace gweld::web::pages::child_record
