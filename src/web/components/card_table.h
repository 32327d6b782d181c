// card_table.h - a table that is one card per row on a phone. Its roles are spelt out, because a
// changed `display` takes a table's meaning away in some browsers. Knows no page.
#pragma once

#include "web/components/markup.h"
#include "web/components/tone.h"

#include <cstdint>

namespace gweld::web::ours {

enum class Column : std::uint8_t { text, number };

struct CardColumn {
    std::string head = {};         // also said before the value on a phone
    std::string spoken_after = {}; // heard after the head
    Column kind = Column::text;
};

struct CardRow {
    // As many as there are columns; the first names the row.
    std::vector<Content> cells = {};
    Tone tone = Tone::waiting; // overdue and soon colour the card's edge
    std::string group = {};    // given instead of cells: a heading above the rows that follow
};

struct CardTable {
    Content caption = {};
    std::string caption_classes = {}; // "govuk-visually-hidden" where a heading stands above
    std::vector<CardColumn> columns = {};
    std::vector<CardRow> rows = {};
    std::string classes = "app-table app-table--cards";
};
Html render(const CardTable& table);

} // namespace gweld::web::ours
