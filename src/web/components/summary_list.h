// summary_list.h - what is known, as names and values. GOV.UK Frontend "summary list".
#pragma once

#include "web/components/markup.h"

namespace gweld::web::govuk {

struct SummaryAction {
    Content content = {}; // "Change"
    Url href = Url::fragment("");
    std::string spoken_after = {}; // what is changed; heard and not seen
    std::string classes = {};
    Attributes attributes = {};
};

struct SummaryActions {
    std::vector<SummaryAction> items = {};
    std::string classes = {};
};

struct SummaryText {
    Content content = {};
    std::string classes = {};
};

struct SummaryRow {
    SummaryText key = {};
    SummaryText value = {};
    std::optional<SummaryActions> actions = {};
    std::string classes = {};
};

struct SummaryCardTitle {
    Content content = {};
    int level = 2;
    std::string classes = {};
};

struct SummaryCard {
    std::optional<SummaryCardTitle> title = {};
    SummaryActions actions = {};
    std::string classes = {};
    Attributes attributes = {};
};

struct SummaryList {
    std::vector<SummaryRow> rows = {};
    std::optional<SummaryCard> card = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const SummaryList& list);

} // namespace gweld::web::govuk
