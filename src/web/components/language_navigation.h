// language_navigation.h - the same page in the other language. GOV.UK Frontend "language
// navigation".
#pragma once

#include "web/components/markup.h"

namespace gweld::web::govuk {

struct LanguageLink {
    Content content = {};
    std::optional<Url> href = {}; // none: the language of this page
    bool current = false;
    std::string lang = {};
    std::string href_lang = {}; // empty: as lang
    std::string dir = {};
    std::string spoken_after = {}; // heard and not seen, in the language it leads to
    std::string classes = {};
    Attributes attributes = {};
};

struct LanguageNavigation {
    std::vector<LanguageLink> items = {};
    std::string label = {}; // "Language"
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const LanguageNavigation& navigation);

} // namespace gweld::web::govuk
