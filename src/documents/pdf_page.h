// pdf_page.h - sheets of A4 filled from the top with tagged text; a new one is begun where the last
// is full. Knows no document.
#pragma once

#include <cairo.h>
#include <memory>
#include <pango/pangocairo.h>
#include <string>
#include <vector>

namespace gweld::documents {

struct Freed {
    void operator()(cairo_t* one) const { cairo_destroy(one); }
    void operator()(cairo_surface_t* one) const { cairo_surface_destroy(one); }
    void operator()(PangoLayout* one) const { g_object_unref(one); }
    void operator()(PangoFontDescription* one) const { pango_font_description_free(one); }
};
template <class T> using Held = std::unique_ptr<T, Freed>;

enum class Letter : unsigned char { regular, bold, italic };
struct Script {
    double size = 11; // points
    Letter letter = Letter::regular;
    std::string language = {}; // BCP 47; empty: the document's
};

class PdfPages {
  public:
    struct Foot {
        std::string text;
        std::string page; // "Page {n} of {all}"
        int all = 0;      // 0: not known yet
    };
    PdfPages(std::string& into, std::string language, Foot foot);
    PdfPages(const PdfPages&) = delete;
    PdfPages& operator=(const PdfPages&) = delete;

    void say_about(const std::string& title, const std::string& made_at);
    // Tags stay open over the end of a page, but for those that hold text themselves.
    void open(const char* tag);
    void close(const char* tag);
    // Text below what is there, under this tag, again on each page it goes over.
    void write(const char* tag, const std::string& text, const Script& script, double indent = 0);
    // Cells beside each other under TH or TD, or only drawn; there has to be room for them.
    enum class Tagged : unsigned char { yes, no };
    void write_cells(const char* tag, const std::vector<std::string>& cells,
                     const std::vector<double>& widths, const Script& script, Tagged tagged);
    double height_of(const std::string& text, const Script& script, double width) const;
    double width_of(const std::string& text, const Script& script) const; // on one line
    double height_of_cells(const std::vector<std::string>& cells, const std::vector<double>& widths,
                           const Script& script) const;

    void space(double points);
    double left_over() const;
    void new_page();
    int pages() const { return page_; }
    void finish(); // the bytes are whole

    static double text_width();
    static double text_height();

  private:
    struct Line {
        std::string text;
        double height = 0;
    };
    Held<PangoLayout> layout(const std::string& text, const Script& script, double width) const;
    std::vector<Line> lines_of(const std::string& text, const Script& script, double width) const;
    void draw(const Line& line, const Script& script, double x, double y);
    void draw_foot();
    void line_across();

    std::string language_;
    Foot foot_;
    Held<cairo_surface_t> surface_;
    Held<cairo_t> cairo_;
    double y_;
    int page_ = 1;
};

} // namespace gweld::documents
