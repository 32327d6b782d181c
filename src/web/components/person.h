// person.h - the top of a record: who this is, what must not be missed, what can be done, the parts
// of the record; and the child's own words. Knows no page.
#pragma once

#include "web/components/markup.h"

#include <cstdint>

namespace gweld::web::ours {

enum class AlertTone : std::uint8_t { information, warning, danger };

struct Alert {
    AlertTone tone = AlertTone::information;
    Content content = {};
};

struct RecordTab {
    std::string text = {};
    Url href = Url::path("/");
    bool current = false;
};

struct PersonBanner {
    Content name = {};
    std::vector<Content> facts = {};
    std::string alerts_label = {}; // heard: "Alerts"
    std::vector<Alert> alerts = {};
    std::vector<Html> actions = {}; // on a phone below the alerts: safety before anything else
    std::string tabs_label = {};    // heard: "Ffion's record"
    std::vector<RecordTab> tabs = {};
};
Html render(const PersonBanner& banner);

// Her own words in her own language; never machine-translated. A translation stands beside them
// where a person wrote one.
struct Voice {
    std::string words = {};
    std::string language = {}; // "cy": what she spoke, if not the language of the page
    Content translation = {};
    Content said = {}; // who, when, where, who wrote it down
};
Html render(const Voice& voice);

} // namespace gweld::web::ours
