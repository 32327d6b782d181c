#include "documents/pdf_page.h"

#include <algorithm>
#include <cairo-pdf.h>
#include <stdexcept>

#ifdef __SANITIZE_ADDRESS__
// fontconfig keeps what it has read of the fonts until the process ends and takes it for granted
// that nobody counts.
extern "C" const char* __lsan_default_suppressions();  // NOLINT(bugprone-reserved-identifier)
extern "C" const char* __lsan_default_suppressions() { // NOLINT(bugprone-reserved-identifier)
    return "leak:libfontconfig\n";
}
#endif

namespace gweld::documents {

namespace {

constexpr double a4_width = 595.276;
constexpr double a4_height = 841.89;
constexpr double side = 56.7; // 2 cm
constexpr double top = 56.7;
constexpr double bottom = 79.4; // with the foot in it
constexpr double gap = 8;       // between cells
constexpr double cell_space = 4;

cairo_status_t append_to(void* into, const unsigned char* bytes, unsigned length) {
    static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

void check(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error(std::string{"a PDF could not be drawn: "} +
                                 cairo_status_to_string(status));
    }
}

std::string filled(std::string words, std::string_view slot, int value) {
    if (const auto at = words.find(slot); at != std::string::npos) {
        words.replace(at, slot.size(), std::to_string(value));
    }
    return words;
}

} // namespace

PdfPages::PdfPages(std::string& into, std::string language, Foot foot)
    : language_{std::move(language)}, foot_{std::move(foot)},
      surface_{cairo_pdf_surface_create_for_stream(&append_to, &into, a4_width, a4_height)},
      cairo_{cairo_create(surface_.get())}, y_{top} {
    check(cairo_surface_status(surface_.get()));
}

double PdfPages::text_width() { return a4_width - 2 * side; }
double PdfPages::text_height() { return a4_height - top - bottom; }
double PdfPages::left_over() const { return a4_height - bottom - y_; }

void PdfPages::say_about(const std::string& title, const std::string& made_at) {
    auto* surface = surface_.get();
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Gweld");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made_at.c_str());
}

void PdfPages::open(const char* tag) { cairo_tag_begin(cairo_.get(), tag, nullptr); }
void PdfPages::close(const char* tag) { cairo_tag_end(cairo_.get(), tag); }
void PdfPages::space(double points) { y_ += points; }

Held<PangoLayout> PdfPages::layout(const std::string& text, const Script& script,
                                   double width) const {
    Held<PangoLayout> made{pango_cairo_create_layout(cairo_.get())};
    auto* context = pango_layout_get_context(made.get());
    pango_cairo_context_set_resolution(context, 72); // a point is a point
    const auto& language = script.language.empty() ? language_ : script.language;
    pango_context_set_language(context, pango_language_from_string(language.c_str()));
    const Held<PangoFontDescription> font{
        pango_font_description_from_string("Liberation Sans, DejaVu Sans, sans-serif")};
    pango_font_description_set_size(font.get(), static_cast<int>(script.size * PANGO_SCALE));
    if (script.letter == Letter::bold) {
        pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
    } else if (script.letter == Letter::italic) {
        pango_font_description_set_style(font.get(), PANGO_STYLE_ITALIC);
    }
    pango_layout_set_font_description(made.get(), font.get());
    pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
    if (width > 0) {
        pango_layout_set_width(made.get(), static_cast<int>(width * PANGO_SCALE));
    }
    pango_layout_set_text(made.get(), text.data(), static_cast<int>(text.size()));
    return made;
}

std::vector<PdfPages::Line> PdfPages::lines_of(const std::string& text, const Script& script,
                                               double width) const {
    constexpr double apart = 1.2;
    const auto made = layout(text, script, width);
    std::vector<Line> lines;
    const auto* whole = pango_layout_get_text(made.get());
    for (auto* each = pango_layout_get_lines_readonly(made.get()); each != nullptr;
         each = each->next) {
        auto* line = static_cast<PangoLayoutLine*>(each->data);
        PangoRectangle box;
        pango_layout_line_get_extents(line, nullptr, &box);
        lines.push_back(
            {std::string(whole + line->start_index, static_cast<std::size_t>(line->length)),
             apart * static_cast<double>(box.height) / PANGO_SCALE});
    }
    // Each is drawn by itself: of a text drawn whole the space at the end of a line is no letter in
    // the PDF, and the words on both sides of it would be read as one.
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        lines[i].text += lines[i].text.ends_with(' ') ? "" : " ";
    }
    return lines;
}

void PdfPages::draw(const Line& line, const Script& script, double x, double y) {
    const auto made = layout(line.text, script, 0);
    cairo_move_to(cairo_.get(), x, y);
    pango_cairo_show_layout(cairo_.get(), made.get());
}

double PdfPages::height_of(const std::string& text, const Script& script, double width) const {
    double height = 0;
    for (const auto& line : lines_of(text, script, width)) {
        height += line.height;
    }
    return height;
}

double PdfPages::width_of(const std::string& text, const Script& script) const {
    const auto made = layout(text, script, 0);
    int width = 0;
    pango_layout_get_size(made.get(), &width, nullptr);
    return static_cast<double>(width) / PANGO_SCALE;
}

void PdfPages::write(const char* tag, const std::string& text, const Script& script,
                     double indent) {
    bool tagged = false;
    for (const auto& line : lines_of(text, script, text_width() - indent)) {
        if (line.height > left_over()) {
            if (tagged) {
                close(tag);
                tagged = false;
            }
            new_page();
        }
        if (!tagged) {
            open(tag);
            tagged = true;
        }
        draw(line, script, side + indent, y_);
        y_ += line.height;
    }
    if (tagged) {
        close(tag);
    }
}

double PdfPages::height_of_cells(const std::vector<std::string>& cells,
                                 const std::vector<double>& widths, const Script& script) const {
    double height = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        height = std::max(height, height_of(cells[i], script, widths[i] - gap));
    }
    return height + 2 * cell_space;
}

void PdfPages::write_cells(const char* tag, const std::vector<std::string>& cells,
                           const std::vector<double>& widths, const Script& script, Tagged tagged) {
    const auto height = height_of_cells(cells, widths, script);
    double x = side;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (tagged == Tagged::yes) {
            open(tag);
        }
        double y = y_ + cell_space;
        for (const auto& line : lines_of(cells[i], script, widths[i] - gap)) {
            draw(line, script, x, y);
            y += line.height;
        }
        if (tagged == Tagged::yes) {
            close(tag);
        }
        x += widths[i];
    }
    y_ += height;
    line_across();
}

void PdfPages::line_across() {
    auto* cr = cairo_.get();
    cairo_save(cr);
    cairo_set_source_rgb(cr, 0.69, 0.71, 0.71);
    cairo_set_line_width(cr, 0.5);
    cairo_move_to(cr, side, y_);
    cairo_line_to(cr, a4_width - side, y_);
    cairo_stroke(cr);
    cairo_restore(cr);
}

void PdfPages::draw_foot() {
    constexpr double small = 8;
    const Script script{small, Letter::regular, {}};
    const auto words = filled(filled(foot_.page, "{n}", page_), "{all}", foot_.all);
    const double room = text_width() - width_of(words, script) - 2 * gap;
    const double y = a4_height - bottom + 24;
    double line_y = y;
    for (const auto& line : lines_of(foot_.text, script, room)) {
        draw(line, script, side, line_y);
        line_y += line.height;
    }
    draw({words, 0}, script, a4_width - side - width_of(words, script), y);
}

void PdfPages::new_page() {
    draw_foot();
    cairo_show_page(cairo_.get());
    ++page_;
    y_ = top;
}

void PdfPages::finish() {
    draw_foot();
    cairo_show_page(cairo_.get());
    check(cairo_status(cairo_.get()));
    cairo_.reset();
    cairo_surface_finish(surface_.get());
    check(cairo_surface_status(surface_.get()));
}

} // namespace gweld::documents
