#include "web/pages/story/chronology.h"

#include "web/pages/story/event_forms.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace gweld::web::pages::story {

namespace {

using child_record::Happening;

struct AreaOf {
    std::string_view kinds; // how their names begin
    Area area;
};
constexpr std::array areas{
    AreaOf{"visit.", Area::visits},
    AreaOf{"contact.", Area::contacts},
    AreaOf{"allocation.", Area::workers},
    AreaOf{"event.", Area::added},
    AreaOf{"address.", Area::family_and_home},
    AreaOf{"person.", Area::family_and_home},
    AreaOf{"family.", Area::family_and_home},
};

Area area_of(std::string_view kind) {
    const auto* const found =
        std::ranges::find_if(areas, [&](const auto& area) { return kind.starts_with(area.kinds); });
    return found == areas.end() ? Area::protection : found->area;
}

ChronologyEvent event_of(const Happening& happening, const casework::Weighings& weighings) {
    const auto& entry = happening.believed();
    ChronologyEvent event{&happening, known_day(entry), area_of(entry.kind), {}, std::nullopt};
    if (const auto* held = weighings.held(happening.versions)) {
        event.weighed = *held;
        event.weight = held->weight;
    } else {
        event.weight = casework::usual_weight(entry);
    }
    return event;
}

auto place_of(const ChronologyEvent& event) {
    return std::tuple{event.on.on, event.happening->first().seq};
}

} // namespace

Chronology chronology_of(std::shared_ptr<const casework::Facts> facts) {
    Chronology chronology{std::move(facts), {}, {}, 0};
    chronology.happenings = child_record::happenings_of(*chronology.facts);
    const casework::Weighings weighings{*chronology.facts};
    chronology.events.reserve(chronology.happenings.size());
    for (const auto& happening : chronology.happenings) {
        if (!casework::is_event(happening.first().kind)) {
            continue;
        }
        if (happening.withdrawn != nullptr) {
            ++chronology.withdrawn;
            continue;
        }
        chronology.events.push_back(event_of(happening, weighings));
    }
    std::ranges::stable_sort(chronology.events, {}, place_of);
    return chronology;
}

std::shared_ptr<const Chronology>
KeptChronologies::of(const std::shared_ptr<const casework::Facts>& facts) {
    {
        const std::lock_guard lock{mutex_};
        const auto found = kept_.find(facts->child);
        if (found != kept_.end() && found->second->facts == facts) {
            return found->second;
        }
    }
    auto made = std::make_shared<const Chronology>(chronology_of(facts));
    const std::lock_guard lock{mutex_};
    if (kept_.size() >= most) {
        kept_.clear();
    }
    kept_.insert_or_assign(facts->child, made);
    return made;
}

bool is_wanted(const ChronologyEvent& event, const Wanted& wanted) {
    const bool by_weight = wanted.which == Which::all ? event.weight != record::Weight::left_out
                           : wanted.which == Which::left_out
                               ? event.weight == record::Weight::left_out
                               : event.weight == record::Weight::significant;
    return by_weight && (!wanted.area || event.area == *wanted.area) &&
           (!wanted.from || event.on.latest() >= *wanted.from) &&
           (!wanted.until || event.on.on <= *wanted.until);
}

std::vector<SharedEvent> shared_events(const std::vector<const Chronology*>& children,
                                       const Wanted& wanted) {
    std::vector<SharedEvent> shared;
    std::map<record::Uuid, std::size_t> place; // by the first version
    for (std::size_t child = 0; child < children.size(); ++child) {
        for (const auto& event : children[child]->events) {
            if (!is_wanted(event, wanted)) {
                continue;
            }
            const auto& id = event.happening->first().id;
            const auto known =
                event.area == Area::visits || children.size() == 1 ? place.end() : place.find(id);
            if (known != place.end()) {
                shared[known->second].of.push_back(child);
                continue;
            }
            if (children.size() > 1) {
                place.emplace(id, shared.size());
            }
            shared.push_back({&event, {child}});
        }
    }
    if (children.size() > 1) {
        std::ranges::stable_sort(shared, {}, [](const auto& one) { return place_of(*one.event); });
    }
    return shared;
}

} // namespace gweld::web::pages::story
