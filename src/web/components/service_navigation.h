// service_navigation.h - the places this person works in. GOV.UK Frontend "service navigation".
#pragma once

#include "web/components/markup.h"

#include <cstdint>

namespace gweld::web::govuk {

enum class Here : std::uint8_t {
    no,
    page,   // the very page
    section // a page below it
};

struct NavigationItem {
    Content content = {};
    std::optional<Url> href = {};
    Here here = Here::no;
    Attributes attributes = {};
};

struct NavigationSlots {
    Html start = {};
    Html end = {};
    bool end_inline = false;
    Html navigation_start = {};
    Html navigation_end = {};
};

struct ServiceNavigation {
    std::string service_name = {};
    std::optional<Url> service_url = {};
    std::string label = {}; // "Service information"
    std::vector<NavigationItem> navigation = {};
    std::string navigation_id = "navigation";
    std::string navigation_classes = {};
    std::string menu_button_text = {}; // "Menu"
    std::string menu_button_label = {};
    std::string navigation_label = {}; // empty: as the menu button
    // None: folded away on a phone when there is more than one. Ours never folds: with three or
    // four places it only moves the page about.
    std::optional<bool> collapse_on_phone = {};
    NavigationSlots slots = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const ServiceNavigation& navigation);

} // namespace gweld::web::govuk
