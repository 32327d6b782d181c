#include "web/pages/child/timeline.html.h"

#include "web/components/ours.h"
#include "web/pages/child/parts.h"
#include "web/pages/child/telling.h"
#include "web/pages/child/wording.h"
#include "web/pages/frame/page_turns.h"

#include <array>

namespace gweld::web::pages::child_record {

namespace {

constexpr std::size_t events_on_a_page = 40;

struct Choice {
    std::string_view value; // of ?show=; empty: everything
    std::string_view words;
    std::optional<Theme> theme;
};
const std::array<Choice, 4>& choices() {
    static const std::array<Choice, 4> all{
        Choice{"", words::mark("Everything"), std::nullopt},
        Choice{"visits", words::mark("Visits"), Theme::visits},
        Choice{"register", words::mark("Register and meetings"), Theme::register_and_meetings},
        Choice{"workers", words::mark("Workers"), Theme::workers}};
    return all;
}

const Choice& chosen(const Shown& shown) {
    const auto asked = shown.caller.request.query.text("show");
    for (const auto& choice : choices()) {
        if (choice.value == asked) {
            return choice;
        }
    }
    return choices().front();
}

Html filters(const Shown& shown, const Choice& now) {
    ours::Filters filters;
    filters.label = shown.say().say("Show");
    const auto here = shown.to("child.timeline");
    for (const auto& choice : choices()) {
        const auto url = choice.value.empty()
                             ? here
                             : Url::path(here.text() + "?show=" + std::string{choice.value});
        filters.links.push_back({shown.say().say(choice.words), url, choice.value == now.value});
    }
    return ours::render(filters);
}

std::string how_many(const Shown& shown, const std::vector<const Happening*>& happenings) {
    const auto& say = shown.say();
    if (happenings.empty()) {
        return say.say("Nothing of this kind is recorded.");
    }
    return say.say_n("1 event, on {date}. The newest comes first.",
                     "{n} events since {date}. The newest comes first.",
                     static_cast<long>(happenings.size()),
                     {{"date", plain_date(say, happenings.back()->on())}});
}

} // namespace

Html timeline(const Shown& shown) {
    const auto& say = shown.say();
    const auto all = happenings_of(shown.facts());
    const auto& choice = chosen(shown);
    std::vector<const Happening*> some;
    for (const auto& happening : all) {
        if (!choice.theme || happening.theme == *choice.theme) {
            some.push_back(&happening);
        }
    }
    const auto stretch =
        stretch_of(shown.caller, shown.to("child.timeline"), "page", some.size(), events_on_a_page);
    const Teller teller{shown, all};
    ours::Timeline line;
    line.significant = say.say("(important event)");
    for (auto at = stretch.from; at < stretch.until; ++at) {
        line.events.push_back(teller.event(*some[at]));
    }
    const auto events = line.events.empty() ? Html{} : ours::render(line);
    return child_timeline(say, how_many(shown, some), filters(shown, choice), events,
                          stretch.turns);
}

} // namespace gweld::web::pages::child_record
