// table.h - figures side by side. GOV.UK Frontend "table". For a table that turns into cards on a
// phone see card_table.h.
#pragma once

#include "web/components/markup.h"

namespace gweld::web::govuk {

struct Cell {
    Content content = {};
    std::string format = {}; // "numeric": to the right
    int colspan = 0;         // nothing said
    int rowspan = 0;
    std::string classes = {};
    Attributes attributes = {};
};

struct Table {
    Content caption = {};
    std::string caption_classes = {};
    std::vector<Cell> head = {};
    std::vector<std::vector<Cell>> rows = {};
    bool first_cell_is_header = false;
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const Table& table);

} // namespace gweld::web::govuk
