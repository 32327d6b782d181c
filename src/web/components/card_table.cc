#include "web/components/card_table.h"

namespace gweld::web::ours {
namespace {

void column_heads(Markup& out, const std::vector<CardColumn>& columns) {
    out.raw("<thead role=\"rowgroup\"><tr role=\"row\">");
    for (const auto& column : columns) {
        out.raw("<th scope=\"col\" role=\"columnheader\"");
        if (column.kind == Column::number) {
            out.classes({"app-table__number"});
        }
        out.raw(">").text(column.head);
        if (!column.spoken_after.empty()) {
            out.raw("<span class=\"govuk-visually-hidden\"> ").text(column.spoken_after);
            out.raw("</span>");
        }
        out.raw("</th>");
    }
    out.raw("</tr></thead>");
}

void group_row(Markup& out, const std::string& group, std::size_t columns) {
    out.raw("<tr class=\"app-table__group\" role=\"row\"><th scope=\"rowgroup\" "
            "role=\"rowheader\" colspan=\"");
    out.number(static_cast<long>(columns)).raw("\">").text(group).raw("</th></tr>");
}

void put_cell(Markup& out, const CardColumn& column, const Content& content) {
    out.raw("<td role=\"cell\"").attribute("data-label", column.head);
    if (column.kind == Column::number) {
        out.classes({"app-table__number"});
    }
    out.raw(">").put(content).raw("</td>");
}

void put_row(Markup& out, const CardTable& table, const CardRow& row) {
    out.raw("<tr role=\"row\"");
    if (row.tone == Tone::overdue || row.tone == Tone::soon) {
        out.classes({"app-table__" + std::string{name_of(row.tone)}});
    }
    out.raw(">");
    for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
        if (i == 0) {
            out.raw("<th scope=\"row\" role=\"rowheader\">").put(row.cells[i]).raw("</th>");
        } else {
            put_cell(out, table.columns[i], row.cells[i]);
        }
    }
    out.raw("</tr>");
}

} // namespace

Html render(const CardTable& table) {
    Markup out;
    out.raw("<table").classes({table.classes}).raw(" role=\"table\">");
    if (!table.caption.empty()) {
        out.raw("<caption");
        if (!table.caption_classes.empty()) {
            out.classes({table.caption_classes});
        }
        out.raw(">").put(table.caption).raw("</caption>");
    }
    column_heads(out, table.columns);
    out.raw("<tbody role=\"rowgroup\">");
    for (const auto& row : table.rows) {
        if (row.group.empty()) {
            put_row(out, table, row);
        } else {
            group_row(out, row.group, table.columns.size());
        }
    }
    return out.raw("</tbody></table>").take();
}

} // namespace gweld::web::ours
