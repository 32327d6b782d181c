#include "documents/docx_text.h"

#include "documents/docx_styles.h"

#include <algorithm>
#include <array>

namespace gweld::documents {

namespace {

using Node = pugi::xml_node;

std::string folded(std::string_view name) {
    std::string out{name};
    std::ranges::transform(out, out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    return out;
}

// "heading 2" in every language of Word; none: 0.
int level_named(std::string_view name) {
    const auto folded_name = folded(name);
    constexpr std::string_view heading = "heading ";
    if (folded_name.starts_with(heading) && folded_name.size() == heading.size() + 1) {
        const char digit = folded_name.back();
        return digit >= '1' && digit <= '9' ? digit - '0' : 0;
    }
    return 0;
}

int outline_level(Node properties) {
    const auto level = properties.child("w:outlineLvl").attribute("w:val");
    return level && level.as_int(9) < 9 ? level.as_int() + 1 : 0; // 9: text, no heading
}

bool numbered(Node properties) {
    const auto number = properties.child("w:numPr").child("w:numId").attribute("w:val");
    return number && number.as_int() != 0;
}

// Where nobody used the styles, a short line in bold by itself is what people make headings of.
bool bold_by_itself(Node paragraph) {
    constexpr std::size_t longest = 120;
    std::size_t letters = 0;
    for (const auto run : paragraph.children("w:r")) {
        const std::string_view text = run.child("w:t").text().as_string();
        letters += text.size();
        const auto bold = run.child("w:rPr").child("w:b");
        const std::string_view off = bold.attribute("w:val").as_string("1");
        if (!text.empty() && (!bold || off == "0" || off == "false")) {
            return false;
        }
    }
    return letters > 0 && letters <= longest;
}

// The elements of that name below, not below another of them nor below one named in `closed`. Of
// two renderings of the same (mc:AlternateContent) the first.
void collect(Node in, std::string_view wanted, const char* closed, std::vector<Node>& found) {
    for (const auto node : in.children()) {
        const std::string_view name = node.name();
        if (name == wanted) {
            found.push_back(node);
        } else if (name != "mc:Fallback" && (closed == nullptr || name != closed)) {
            collect(node, wanted, closed, found);
        }
    }
}

std::vector<Node> below(Node in, std::string_view wanted, const char* closed = nullptr) {
    std::vector<Node> found;
    collect(in, wanted, closed, found);
    return found;
}

void count(std::string_view name, WordText& counted) {
    if (name == "w:drawing" || name == "w:pict" || name == "w:object") {
        ++counted.pictures;
    } else if (name == "w:commentReference") {
        ++counted.comments;
    } else if (name == "w:footnoteReference" || name == "w:endnoteReference") {
        ++counted.footnotes;
    } else if (name == "w:del" || name == "w:moveFrom") {
        ++counted.deletions;
    }
}

std::string_view sign_of(std::string_view name) {
    if (name == "w:br" || name == "w:cr") {
        return "\n";
    }
    if (name == "w:tab" || name == "w:ptab") {
        return " ";
    }
    return name == "w:noBreakHyphen" ? "-" : "";
}

bool is_passed_over(std::string_view name) {
    constexpr std::array names{"w:del",   "w:moveFrom", "w:delText",   "w:instrText",
                               "w:pPr",   "w:rPr",      "mc:Fallback", "w:txbxContent",
                               "w:sdtPr", "w:sdtEndPr"};
    return std::ranges::find(names, name) != names.end();
}

void put_text(Node in, std::string& text, WordText& counted) {
    for (const auto node : in.children()) {
        const std::string_view name = node.name();
        count(name, counted);
        if (name == "w:t") {
            text += node.text().as_string();
        } else if (!is_passed_over(name)) {
            text += sign_of(name);
            put_text(node, text, counted);
        }
    }
}

} // namespace

WordStyles::WordStyles(Node styles) {
    for (const auto style : styles.children("w:style")) {
        const std::string id = style.attribute("w:styleId").as_string();
        const std::string_view name = style.child("w:name").attribute("w:val").as_string();
        const auto properties = style.child("w:pPr");
        StyleOfParagraph one;
        one.is = folded(name) == "title" ? std::string{styles::title} : id;
        one.level = level_named(name);
        if (one.level == 0) {
            one.level = outline_level(properties);
        }
        one.list = numbered(properties) || folded(name).starts_with("list bullet") ||
                   folded(name).starts_with("list number");
        known_.emplace(id, std::move(one));
    }
}

StyleOfParagraph WordStyles::of(Node paragraph) const {
    const auto properties = paragraph.child("w:pPr");
    const std::string_view id = properties.child("w:pStyle").attribute("w:val").as_string();
    StyleOfParagraph style;
    if (const auto found = known_.find(id); found != known_.end()) {
        style = found->second;
    }
    if (const auto level = outline_level(properties); level > 0) {
        style.level = level;
    }
    style.list = style.list || (numbered(properties) && style.level == 0);
    if (style.level == 0 && !style.list && style.is.empty() && bold_by_itself(paragraph)) {
        style.level = 2;
    }
    return style;
}

std::string text_of_paragraph(Node paragraph, WordText& counted) {
    std::string text;
    put_text(paragraph, text, counted);
    return text;
}

std::string trimmed_text(const std::string& text) {
    constexpr std::string_view white = " \t\r\n";
    const auto from = text.find_first_not_of(white);
    return from == std::string::npos ? std::string{}
                                     : text.substr(from, text.find_last_not_of(white) - from + 1);
}

std::vector<Node> boxes_in(Node paragraph) { return below(paragraph, "w:txbxContent"); }
std::vector<Node> paragraphs_in(Node cell) { return below(cell, "w:p"); }
std::vector<Node> rows_in(Node table) { return below(table, "w:tr", "w:tbl"); }
std::vector<Node> cells_in(Node row) { return below(row, "w:tc", "w:tbl"); }

} // namespace gweld::documents
