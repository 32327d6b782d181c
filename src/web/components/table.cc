#include "web/components/table.h"

namespace gweld::web::govuk {
namespace {

void spans(Markup& out, const Cell& cell) {
    if (cell.colspan > 0) {
        out.raw(" colspan=\"").number(cell.colspan).raw("\"");
    }
    if (cell.rowspan > 0) {
        out.raw(" rowspan=\"").number(cell.rowspan).raw("\"");
    }
    out.attributes(cell.attributes).raw(">").put(cell.content);
}

std::string format_class(std::string_view base, const std::string& format) {
    return format.empty() ? std::string{} : std::string{base} + "--" + format;
}

void column_header(Markup& out, const Cell& cell) {
    out.raw("<th scope=\"col\"");
    out.classes(
        {"govuk-table__header", format_class("govuk-table__header", cell.format), cell.classes});
    spans(out, cell);
    out.raw("</th>");
}

void row_header(Markup& out, const Cell& cell) {
    out.raw("<th scope=\"row\"").classes({"govuk-table__header", cell.classes});
    spans(out, cell);
    out.raw("</th>");
}

void plain_cell(Markup& out, const Cell& cell) {
    out.raw("<td").classes(
        {"govuk-table__cell", format_class("govuk-table__cell", cell.format), cell.classes});
    spans(out, cell);
    out.raw("</td>");
}

} // namespace

Html render(const Table& table) {
    Markup out;
    out.raw("<table").classes({"govuk-table", table.classes}).attributes(table.attributes);
    out.raw(">");
    if (!table.caption.empty()) {
        out.raw("<caption").classes({"govuk-table__caption", table.caption_classes}).raw(">");
        out.put(table.caption).raw("</caption>");
    }
    if (!table.head.empty()) {
        out.raw("<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">");
        for (const auto& cell : table.head) {
            column_header(out, cell);
        }
        out.raw("</tr></thead>");
    }
    out.raw("<tbody class=\"govuk-table__body\">");
    for (const auto& row : table.rows) {
        out.raw("<tr class=\"govuk-table__row\">");
        for (std::size_t place = 0; place < row.size(); ++place) {
            if (place == 0 && table.first_cell_is_header) {
                row_header(out, row[place]);
            } else {
                plain_cell(out, row[place]);
            }
        }
        out.raw("</tr>");
    }
    return out.raw("</tbody></table>").take();
}

} // namespace gweld::web::govuk
