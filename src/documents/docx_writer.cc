#include "documents/docx_writer.h"

#include "base/result.h"
#include "documents/docx_styles.h"
#include "documents/zip_folder.h"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

namespace gweld::documents {

namespace {

using Node = pugi::xml_node;

constexpr const char* word_space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* office_relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* package = "http://schemas.openxmlformats.org/package/2006/";

std::string text_of(const pugi::xml_document& xml) {
    std::ostringstream out;
    xml.save(out, "", pugi::format_raw);
    return out.str();
}

Node root_of(pugi::xml_document& xml, const char* name) {
    auto declaration = xml.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    declaration.append_attribute("standalone") = "yes";
    auto root = xml.append_child(name);
    if (std::string_view{name}.starts_with("w:")) {
        root.append_attribute("xmlns:w") = word_space;
        root.append_attribute("xmlns:r") = office_relations;
    }
    return root;
}

// <w:NAME w:val="VALUE"/>
void say(Node in, const char* name, std::string_view value) {
    in.append_child(name).append_attribute("w:val") = std::string{value}.c_str();
}

// ---- paragraphs

void add_text(Node run, const std::string& text) {
    std::size_t from = 0;
    while (from <= text.size()) {
        const auto end = std::min(text.find('\n', from), text.size());
        if (from > 0) {
            run.append_child("w:br");
        }
        auto t = run.append_child("w:t");
        t.append_attribute("xml:space") = "preserve";
        t.text().set(text.substr(from, end - from).c_str());
        from = end + 1;
    }
}

Node styled(Node in, std::string_view style) {
    auto paragraph = in.append_child("w:p");
    if (!style.empty()) {
        say(paragraph.append_child("w:pPr"), "w:pStyle", style);
    }
    return paragraph;
}

void put(Node in, std::string_view style, const std::string& text,
         const std::string& language = {}) {
    auto run = styled(in, style).append_child("w:r");
    if (!language.empty()) {
        say(run.append_child("w:rPr"), "w:lang", language);
    }
    add_text(run, text);
}

void add_borders(Node properties) {
    auto borders = properties.append_child("w:tblBorders");
    for (const auto* side : {"w:top", "w:bottom", "w:insideH"}) {
        auto line = borders.append_child(side);
        line.append_attribute("w:val") = "single";
        line.append_attribute("w:sz") = 4;
        line.append_attribute("w:space") = 0;
        line.append_attribute("w:color") = "B1B4B6";
    }
}

void add_cell(Node row, const std::string& text, const char* bold) {
    auto cell = row.append_child("w:tc");
    auto paragraph = cell.append_child("w:p");
    auto run = paragraph.append_child("w:r");
    if (bold != nullptr) {
        run.append_child("w:rPr").append_child(bold);
    }
    add_text(run, text);
}

void put_table(Node body, const Table& table) {
    if (!table.caption.empty()) {
        put(body, styles::caption, table.caption);
    }
    auto out = body.append_child("w:tbl");
    auto properties = out.append_child("w:tblPr");
    auto width = properties.append_child("w:tblW");
    width.append_attribute("w:w") = 5000; // fiftieths of a per cent
    width.append_attribute("w:type") = "pct";
    add_borders(properties);
    properties.append_child("w:tblLook").append_attribute("w:firstRow") = "1";
    auto grid = out.append_child("w:tblGrid");
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        grid.append_child("w:gridCol");
    }
    auto head = out.append_child("w:tr");
    auto how = head.append_child("w:trPr");
    how.append_child("w:cantSplit");
    how.append_child("w:tblHeader");
    for (const auto& column : table.columns) {
        add_cell(head, column, "w:b");
    }
    for (const auto& row : table.rows) {
        auto line = out.append_child("w:tr");
        for (const auto& cell : row) {
            add_cell(line, cell, nullptr);
        }
    }
    styled(body, {}); // two tables without anything between them are one to Word
}

void put_block(Node body, const Block& block) {
    std::visit(base::overloaded{
                   [&](const Heading& heading) {
                       const auto at = std::clamp(heading.level, 2, 4) - 2;
                       put(body, styles::headings.at(static_cast<std::size_t>(at)), heading.text);
                   },
                   [&](const Paragraph& paragraph) {
                       const auto style = paragraph.manner == Manner::quoted  ? styles::quoted
                                          : paragraph.manner == Manner::quiet ? styles::quiet
                                                                              : std::string_view{};
                       put(body, style, paragraph.text, paragraph.language);
                   },
                   [&](const Bullets& bullets) {
                       for (const auto& item : bullets.items) {
                           put(body, styles::bullet, item);
                       }
                   },
                   [&](const Pairs& pairs) {
                       for (const auto& pair : pairs.pairs) {
                           put(body, styles::pair_name, pair.name);
                           put(body, styles::pair_value, pair.value);
                       }
                   },
                   [&](const Table& table) { put_table(body, table); },
               },
               block);
}

std::string body_of(const Document& document) {
    pugi::xml_document xml;
    auto body = root_of(xml, "w:document").append_child("w:body");
    put(body, styles::title, document.title);
    for (const auto& block : document.body) {
        put_block(body, block);
    }
    auto section = body.append_child("w:sectPr");
    auto footer = section.append_child("w:footerReference");
    footer.append_attribute("w:type") = "default";
    footer.append_attribute("r:id") = "footer";
    auto paper = section.append_child("w:pgSz"); // A4 in twentieths of a point
    paper.append_attribute("w:w") = 11906;
    paper.append_attribute("w:h") = 16838;
    auto margins = section.append_child("w:pgMar");
    for (const auto* side : {"w:top", "w:right", "w:bottom", "w:left"}) {
        margins.append_attribute(side) = 1134;
    }
    margins.append_attribute("w:header") = 567;
    margins.append_attribute("w:footer") = 567;
    margins.append_attribute("w:gutter") = 0;
    return text_of(xml);
}

// ---- the footer

void add_field(Node paragraph, const char* field) {
    auto simple = paragraph.append_child("w:fldSimple");
    simple.append_attribute("w:instr") = field;
    simple.append_child("w:r").append_child("w:t").text().set("1");
}

// "Page {n} of {all}" with the two slots as Word counts them.
void add_page_words(Node paragraph, std::string_view words) {
    while (!words.empty()) {
        const auto n = words.find("{n}");
        const auto all = words.find("{all}");
        const auto at = std::min(n, all);
        if (const auto plain = words.substr(0, at); !plain.empty()) {
            add_text(paragraph.append_child("w:r"), std::string{plain});
        }
        if (at == std::string_view::npos) {
            return;
        }
        add_field(paragraph, at == n ? "PAGE" : "NUMPAGES");
        words.remove_prefix(at + (at == n ? 3 : 5));
    }
}

std::string footer_of(const Document& document) {
    pugi::xml_document xml;
    auto root = root_of(xml, "w:ftr");
    put(root, styles::footer, document.footer);
    add_page_words(styled(root, styles::footer), document.page);
    return text_of(xml);
}

// ---- styles

struct Style {
    std::string_view id;
    const char* name;          // as Word knows it; in every language of Word the same
    int size = 22;             // half points
    const char* how = nullptr; // "w:b"
    int before = 0;            // twentieths of a point
    int after = 120;
    int level = -1; // of the outline
    int indent = 0; // twentieths of a point
    bool list = false;
};

void add_style(Node all, const Style& style) {
    auto out = all.append_child("w:style");
    out.append_attribute("w:type") = "paragraph";
    out.append_attribute("w:styleId") = std::string{style.id}.c_str();
    say(out, "w:name", style.name);
    say(out, "w:basedOn", "Normal");
    auto paragraph = out.append_child("w:pPr");
    if (style.level >= 0) {
        paragraph.append_child("w:keepNext");
    }
    if (style.list) {
        auto number = paragraph.append_child("w:numPr");
        say(number, "w:ilvl", "0");
        say(number, "w:numId", "1");
    }
    auto spacing = paragraph.append_child("w:spacing");
    spacing.append_attribute("w:before") = style.before;
    spacing.append_attribute("w:after") = style.after;
    if (style.indent > 0) {
        paragraph.append_child("w:ind").append_attribute("w:left") = style.indent;
    }
    if (style.level >= 0) {
        say(paragraph, "w:outlineLvl", std::to_string(style.level));
    }
    auto run = out.append_child("w:rPr");
    if (style.how != nullptr) {
        run.append_child(style.how);
    }
    say(run, "w:sz", std::to_string(style.size));
}

std::string styles_of(const Document& document) {
    pugi::xml_document xml;
    auto root = root_of(xml, "w:styles");
    auto run =
        root.append_child("w:docDefaults").append_child("w:rPrDefault").append_child("w:rPr");
    auto fonts = run.append_child("w:rFonts");
    for (const auto* script : {"w:ascii", "w:hAnsi", "w:cs"}) {
        fonts.append_attribute(script) = "Arial";
    }
    say(run, "w:sz", "22");
    say(run, "w:lang", document.language == "cy" ? "cy-GB" : "en-GB");
    auto normal = root.append_child("w:style");
    normal.append_attribute("w:type") = "paragraph";
    normal.append_attribute("w:default") = "1";
    normal.append_attribute("w:styleId") = "Normal";
    say(normal, "w:name", "Normal");
    normal.append_child("w:pPr").append_child("w:spacing").append_attribute("w:after") = 120;
    for (const auto& style : {
             Style{styles::title, "Title", 36, "w:b", 0, 200, 0},
             Style{styles::headings[0], "heading 2", 28, "w:b", 280, 100, 1},
             Style{styles::headings[1], "heading 3", 24, "w:b", 200, 80, 2},
             Style{styles::headings[2], "heading 4", 22, "w:b", 160, 60, 3},
             Style{styles::quoted, "Quote", 22, "w:i", 60, 120, -1, 567},
             Style{styles::quiet, "Gweld quiet", 18},
             Style{styles::pair_name, "Gweld pair name", 22, "w:b", 60, 0},
             Style{styles::pair_value, "Gweld pair value", 22, nullptr, 0, 100, -1, 284},
             Style{styles::bullet, "List Bullet", 22, nullptr, 0, 60, -1, 0, true},
             Style{styles::caption, "caption", 22, "w:b", 120, 60},
             Style{styles::footer, "footer", 16, nullptr, 0, 0},
         }) {
        add_style(root, style);
    }
    return text_of(xml);
}

std::string bullets_of() {
    pugi::xml_document xml;
    auto root = root_of(xml, "w:numbering");
    auto list = root.append_child("w:abstractNum");
    list.append_attribute("w:abstractNumId") = 1;
    auto level = list.append_child("w:lvl");
    level.append_attribute("w:ilvl") = 0;
    say(level, "w:start", "1");
    say(level, "w:numFmt", "bullet");
    say(level, "w:lvlText", "\u2022");
    auto indent = level.append_child("w:pPr").append_child("w:ind");
    indent.append_attribute("w:left") = 567;
    indent.append_attribute("w:hanging") = 283;
    auto number = root.append_child("w:num");
    number.append_attribute("w:numId") = 1;
    say(number, "w:abstractNumId", "1");
    return text_of(xml);
}

// ---- the package

std::string core_of(const Document& document) {
    pugi::xml_document xml;
    auto root = root_of(xml, "cp:coreProperties");
    root.append_attribute("xmlns:cp") = (std::string{package} + "metadata/core-properties").c_str();
    root.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
    root.append_attribute("xmlns:dcterms") = "http://purl.org/dc/terms/";
    root.append_attribute("xmlns:xsi") = "http://www.w3.org/2001/XMLSchema-instance";
    root.append_child("dc:title").text().set(document.title.c_str());
    root.append_child("dc:language").text().set(document.language.c_str());
    auto created = root.append_child("dcterms:created");
    created.append_attribute("xsi:type") = "dcterms:W3CDTF";
    created.text().set(document.made_at.c_str());
    return text_of(xml);
}

struct Related {
    const char* id;
    std::string type;
    const char* target;
};
std::string relations_of(const std::vector<Related>& all) {
    pugi::xml_document xml;
    auto root = root_of(xml, "Relationships");
    root.append_attribute("xmlns") = (std::string{package} + "relationships").c_str();
    for (const auto& one : all) {
        auto out = root.append_child("Relationship");
        out.append_attribute("Id") = one.id;
        out.append_attribute("Type") = one.type.c_str();
        out.append_attribute("Target") = one.target;
    }
    return text_of(xml);
}

std::string content_types() {
    constexpr const char* word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    pugi::xml_document xml;
    auto root = root_of(xml, "Types");
    root.append_attribute("xmlns") = (std::string{package} + "content-types").c_str();
    const auto by_ending = [&](const char* ending, const char* type) {
        auto out = root.append_child("Default");
        out.append_attribute("Extension") = ending;
        out.append_attribute("ContentType") = type;
    };
    const auto by_name = [&](const char* name, const std::string& type) {
        auto out = root.append_child("Override");
        out.append_attribute("PartName") = name;
        out.append_attribute("ContentType") = type.c_str();
    };
    by_ending("rels", "application/vnd.openxmlformats-package.relationships+xml");
    by_ending("xml", "application/xml");
    by_name("/word/document.xml", std::string{word} + "document.main+xml");
    by_name("/word/styles.xml", std::string{word} + "styles+xml");
    by_name("/word/numbering.xml", std::string{word} + "numbering+xml");
    by_name("/word/footer.xml", std::string{word} + "footer+xml");
    by_name("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    return text_of(xml);
}

} // namespace

std::string as_docx(const Cleared& cleared) {
    const auto& document = cleared.document();
    const std::string office = std::string{office_relations} + "/";
    return zip_of_parts(
        {{"[Content_Types].xml", content_types()},
         {"_rels/.rels",
          relations_of({{"document", office + "officeDocument", "word/document.xml"},
                        {"core", std::string{package} + "relationships/metadata/core-properties",
                         "docProps/core.xml"}})},
         {"word/document.xml", body_of(document)},
         {"word/_rels/document.xml.rels",
          relations_of({{"styles", office + "styles", "styles.xml"},
                        {"numbering", office + "numbering", "numbering.xml"},
                        {"footer", office + "footer", "footer.xml"}})},
         {"word/styles.xml", styles_of(document)},
         {"word/numbering.xml", bullets_of()},
         {"word/footer.xml", footer_of(document)},
         {"docProps/core.xml", core_of(document)}});
}

} // namespace gweld::documents
