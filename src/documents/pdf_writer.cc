#include "documents/pdf_writer.h"

#include "base/result.h"
#include "documents/pdf_finish.h"
#include "documents/pdf_page.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace gweld::documents {

namespace {

constexpr double after_block = 6; // a paragraph
const Script plain{};
const Script bold{11, Letter::bold, {}};

struct Level {
    const char* tag;
    double size;
    double above;
};
constexpr std::array levels{Level{"H2", 14, 12}, Level{"H3", 12, 9}, Level{"H4", 11, 6}};

struct Making {
    PdfPages& pages;
    std::vector<std::string>& quoted_in;
};

// Not at the foot of a page without any of what it is the heading of.
void keep_with_next(Making on, double height) {
    constexpr double some_lines = 45;
    if (on.pages.left_over() < height + some_lines) {
        on.pages.new_page();
    }
}

void put(Making on, const Heading& heading) {
    const auto& level = levels.at(static_cast<std::size_t>(std::clamp(heading.level, 2, 4) - 2));
    const Script script{level.size, Letter::bold, {}};
    on.pages.space(level.above);
    const auto height = on.pages.height_of(heading.text, script, PdfPages::text_width());
    keep_with_next(on, std::min(height, PdfPages::text_height() / 2));
    on.pages.write(level.tag, heading.text, script);
    on.pages.space(3);
}

void put(Making on, const Paragraph& paragraph) {
    switch (paragraph.manner) {
    case Manner::plain:
        on.pages.write("P", paragraph.text, plain);
        break;
    case Manner::quiet:
        on.pages.write("P", paragraph.text, {9, Letter::regular, {}});
        break;
    case Manner::quoted:
        // Its language is said of the whole, which may go over several pages.
        on.pages.open("BlockQuote");
        on.pages.write("P", paragraph.text, {11, Letter::italic, paragraph.language}, 20);
        on.pages.close("BlockQuote");
        on.quoted_in.push_back(paragraph.language);
        break;
    }
    on.pages.space(after_block);
}

void put(Making on, const Bullets& bullets) {
    if (bullets.items.empty()) {
        return;
    }
    on.pages.open("L");
    for (const auto& item : bullets.items) {
        on.pages.open("LI");
        on.pages.write("LBody", "\u2022 " + item, plain, 10);
        on.pages.close("LI");
        on.pages.space(2);
    }
    on.pages.close("L");
    on.pages.space(after_block);
}

void put(Making on, const Pairs& pairs) {
    for (const auto& pair : pairs.pairs) {
        keep_with_next(on, 0);
        on.pages.write("P", pair.name, bold);
        on.pages.write("P", pair.value, plain, 14);
        on.pages.space(after_block);
    }
}

// As wide as what stands in it wants, as far as there is room.
std::vector<double> widths_of(const PdfPages& pages, const Table& table) {
    constexpr double narrow = 60;
    constexpr double wide = 260;
    std::vector<double> widths;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        double widest = pages.width_of(table.columns[i], bold);
        for (const auto& row : table.rows) {
            widest = std::max(widest, pages.width_of(row[i], plain));
        }
        widths.push_back(std::clamp(widest, narrow, wide));
    }
    const auto all = std::accumulate(widths.begin(), widths.end(), 0.0);
    for (auto& width : widths) {
        width *= PdfPages::text_width() / all;
    }
    return widths;
}

// What is too long for a row is told cell by cell: nothing of it may stand apart from its heading.
void put_as_pairs(Making on, const Table& table) {
    for (const auto& row : table.rows) {
        Pairs pairs;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (!row[i].empty()) {
                pairs.pairs.push_back({table.columns[i], row[i]});
            }
        }
        put(on, pairs);
    }
}

void put(Making on, const Table& table) {
    if (table.columns.empty()) {
        return;
    }
    if (!table.caption.empty()) {
        keep_with_next(on, 0);
        on.pages.write("P", table.caption, bold);
    }
    const auto widths = widths_of(on.pages, table);
    const auto head = on.pages.height_of_cells(table.columns, widths, bold);
    const bool fits = std::ranges::all_of(table.rows, [&](const auto& row) {
        return head + on.pages.height_of_cells(row, widths, plain) < PdfPages::text_height();
    });
    if (!fits) {
        put_as_pairs(on, table);
        return;
    }
    keep_with_next(on, head);
    on.pages.open("Table");
    on.pages.open("TR");
    on.pages.write_cells("TH", table.columns, widths, bold, PdfPages::Tagged::yes);
    on.pages.close("TR");
    for (const auto& row : table.rows) {
        if (on.pages.height_of_cells(row, widths, plain) > on.pages.left_over()) {
            on.pages.new_page();
            on.pages.write_cells("TH", table.columns, widths, bold, PdfPages::Tagged::no);
        }
        on.pages.open("TR");
        on.pages.write_cells("TD", row, widths, plain, PdfPages::Tagged::yes);
        on.pages.close("TR");
    }
    on.pages.close("Table");
    on.pages.space(after_block * 2);
}

struct Drawn {
    std::string bytes;
    int pages = 0;
    std::vector<std::string> quoted_in;
};
Drawn draw(const Document& document, int pages_in_all) {
    Drawn drawn;
    PdfPages pages{drawn.bytes, document.language, {document.footer, document.page, pages_in_all}};
    pages.say_about(document.title, document.made_at);
    const Making on{pages, drawn.quoted_in};
    pages.open("Document");
    pages.write("H1", document.title, {18, Letter::bold, {}});
    pages.space(after_block * 2);
    for (const auto& block : document.body) {
        std::visit([&](const auto& one) { put(on, one); }, block);
    }
    pages.close("Document");
    pages.finish();
    drawn.pages = pages.pages();
    return drawn;
}

} // namespace

std::string as_pdf(const Cleared& cleared) {
    const auto& document = cleared.document();
    // How many pages there are is known when they have been drawn.
    const auto counted = draw(document, 0);
    const auto drawn = draw(document, counted.pages);
    return finished_pdf(drawn.bytes, {document.language, document.title, drawn.quoted_in});
}

} // namespace gweld::documents
