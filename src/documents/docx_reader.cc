#include "documents/docx_reader.h"

#include "documents/docx_styles.h"
#include "documents/docx_text.h"
#include "documents/zip_folder.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <pugixml.hpp>

namespace gweld::documents {

namespace {

using Node = pugi::xml_node;

enum class XmlFault : std::uint8_t { not_xml, too_deep, declares };

// Of the tag that begins at `at`: a ">" may stand in an attribute's value.
std::size_t end_of_tag(std::string_view xml, std::size_t at) {
    char quote = '\0';
    for (; at < xml.size(); ++at) {
        const char c = xml[at];
        if (quote != '\0') {
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return at;
        }
    }
    return std::string_view::npos;
}

// Looked at before the parser: nesting costs it, and us, stack or time.
std::optional<XmlFault> fault_before_parsing(std::string_view xml) {
    if (xml.find("<!DOCTYPE") != std::string_view::npos ||
        xml.find("<!ENTITY") != std::string_view::npos) {
        return XmlFault::declares;
    }
    int depth = 0;
    for (auto at = xml.find('<'), end = at; at != std::string_view::npos; at = xml.find('<', end)) {
        end = end_of_tag(xml, at);
        if (end == std::string_view::npos) {
            return XmlFault::not_xml;
        }
        if (xml[at + 1] == '/') {
            --depth;
        } else if (xml[at + 1] != '?' && xml[at + 1] != '!' && xml[end - 1] != '/') {
            ++depth;
        }
        if (depth > deepest) {
            return XmlFault::too_deep;
        }
    }
    return std::nullopt;
}

std::optional<XmlFault> parse(const std::string& xml, pugi::xml_document& into) {
    if (const auto fault = fault_before_parsing(xml)) {
        return fault;
    }
    // White space alone is text too: between two words in different letters.
    const auto read = into.load_buffer(xml.data(), xml.size(),
                                       pugi::parse_default | pugi::parse_ws_pcdata_single);
    return read ? std::nullopt : std::optional{XmlFault::not_xml};
}

class Reader {
  public:
    explicit Reader(WordStyles known) : known_{std::move(known)} {}

    WordText read(Node body) {
        go_through(body);
        return std::move(text_);
    }

  private:
    void go_through(Node in) {
        for (const auto node : in.children()) {
            const std::string_view name = node.name();
            if (name == "w:p") {
                paragraph(node);
            } else if (name == "w:tbl") {
                table(node);
            } else {
                go_through(node); // a content control, a section
            }
        }
    }

    void paragraph(Node node) {
        const auto text = trimmed_text(text_of_paragraph(node, text_));
        if (!text.empty()) {
            add(text, known_.of(node), node);
        }
        // A text box hangs in a paragraph and has paragraphs of its own.
        for (const auto box : boxes_in(node)) {
            go_through(box);
        }
    }

    void add(const std::string& text, const StyleOfParagraph& style, Node node) {
        if (style.is == styles::title && text_.title.empty() && text_.body.empty()) {
            text_.title = text;
        } else if (style.level > 0 && !style.list) {
            text_.body.emplace_back(Heading{std::clamp(style.level, 2, 4), text});
        } else if (style.list) {
            last<Bullets>().items.push_back(text);
        } else if (style.is == styles::pair_name) {
            last<Pairs>().pairs.push_back({text, {}});
        } else if (style.is == styles::pair_value) {
            auto& pairs = last<Pairs>().pairs;
            if (pairs.empty() || !pairs.back().value.empty()) {
                pairs.emplace_back();
            }
            pairs.back().value = text;
        } else if (style.is == styles::caption) {
            caption_ = text;
            text_.body.emplace_back(Paragraph{text});
        } else {
            text_.body.emplace_back(Paragraph{text, manner_of(style), language_of(node, style)});
        }
    }

    static Manner manner_of(const StyleOfParagraph& style) {
        return style.is == styles::quoted  ? Manner::quoted
               : style.is == styles::quiet ? Manner::quiet
                                           : Manner::plain;
    }

    static std::string language_of(Node paragraph, const StyleOfParagraph& style) {
        const auto run = paragraph.child("w:r").child("w:rPr").child("w:lang");
        return style.is == styles::quoted ? run.attribute("w:val").as_string() : "";
    }

    template <class Kind> Kind& last() {
        if (text_.body.empty() || !std::holds_alternative<Kind>(text_.body.back())) {
            text_.body.emplace_back(Kind{});
        }
        return std::get<Kind>(text_.body.back());
    }

    // A table inside a cell is read as the text of the cell.
    std::string cell(Node node) {
        std::string text;
        for (const auto paragraph : paragraphs_in(node)) {
            const auto more = trimmed_text(text_of_paragraph(paragraph, text_));
            text += text.empty() || more.empty() ? "" : "\n";
            text += more;
        }
        return text;
    }

    void table(Node node) {
        std::vector<std::vector<std::string>> rows;
        std::size_t widest = 0;
        for (const auto row : rows_in(node)) {
            std::vector<std::string> cells;
            for (const auto one : cells_in(row)) {
                cells.push_back(cell(one));
            }
            widest = std::max(widest, cells.size());
            rows.push_back(std::move(cells));
        }
        if (rows.empty()) {
            return;
        }
        Table table;
        for (auto& row : rows) {
            row.resize(widest);
        }
        table.columns = std::move(rows.front());
        table.rows.assign(std::make_move_iterator(rows.begin() + 1),
                          std::make_move_iterator(rows.end()));
        if (!caption_.empty() && !text_.body.empty() &&
            text_.body.back() == Block{Paragraph{caption_}}) {
            table.caption = std::move(caption_);
            text_.body.pop_back();
        }
        caption_.clear();
        text_.body.emplace_back(std::move(table));
    }

    WordStyles known_;
    WordText text_;
    std::string caption_; // of the table that follows
};

Unread as_unread(OpenedZip::NotRead why) {
    switch (why) {
    case OpenedZip::NotRead::absent:
        return Unread::no_text;
    case OpenedZip::NotRead::too_large:
        return Unread::too_large;
    case OpenedZip::NotRead::damaged:
        break;
    }
    return Unread::damaged;
}

Unread as_unread(XmlFault why) {
    switch (why) {
    case XmlFault::too_deep:
        return Unread::too_deep;
    case XmlFault::declares:
        return Unread::not_plain_xml;
    case XmlFault::not_xml:
        break;
    }
    return Unread::damaged;
}

// Without styles, or with ones that cannot be read, a document still has its text.
WordStyles styles_in(const OpenedZip& folder) {
    constexpr std::size_t largest_styles = 4U << 20U;
    const auto xml = folder.read("word/styles.xml", largest_styles);
    pugi::xml_document styles;
    if (!xml.ok() || parse(xml.value(), styles)) {
        return {};
    }
    return WordStyles{styles.child("w:styles")};
}

} // namespace

base::Result<WordText, Unread> read_docx(std::string_view bytes) {
    const auto folder = OpenedZip::open(bytes, most_parts);
    if (!folder.ok()) {
        return base::Err{folder.error() == OpenedZip::Fault::too_many_parts ? Unread::too_many_parts
                                                                            : Unread::damaged};
    }
    const auto xml = folder.value().read("word/document.xml", largest_text);
    if (!xml.ok()) {
        return base::Err{as_unread(xml.error())};
    }
    pugi::xml_document document;
    if (const auto fault = parse(xml.value(), document)) {
        return base::Err{as_unread(*fault)};
    }
    const auto body = document.child("w:document").child("w:body");
    if (!body) {
        return base::Err{Unread::no_text};
    }
    return base::Ok{Reader{styles_in(folder.value())}.read(body)};
}

} // namespace gweld::documents
