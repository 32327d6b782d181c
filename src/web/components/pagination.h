// pagination.h - the pages before and after. GOV.UK Frontend "pagination".
#pragma once

#include "web/components/markup.h"

namespace gweld::web::govuk {

struct PageTurn {
    Url href = Url::fragment("");
    Content content = {};        // "Next page", in the reader's language
    std::string label_text = {}; // below it: what is there
    Attributes attributes = {};
};

struct PageLink {
    std::string number = {};
    Url href = Url::fragment("");
    std::string label = {}; // "Page 3", heard
    bool current = false;
    bool ellipsis = false;
    Attributes attributes = {};
};

struct Pagination {
    std::optional<PageTurn> previous = {};
    std::vector<PageLink> items = {};
    std::optional<PageTurn> next = {};
    std::string landmark_label = {}; // "Pagination"
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const Pagination& pagination);

} // namespace gweld::web::govuk
