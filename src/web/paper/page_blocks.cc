#include "web/paper/page_blocks.h"

#include "web/paper/markup_tree.h"

#include <algorithm>
#include <array>

namespace gweld::web {

namespace {

using documents::Block;
using documents::Manner;

template <std::size_t N>
bool is_one_of(const Element& element, const std::array<std::string_view, N>& names) {
    return std::ranges::find(names, element.tag) != names.end();
}

bool is_for_the_screen(const Element& element) {
    constexpr std::array<std::string_view, 10> tags{
        "svg", "form", "button", "nav", "script", "select", "textarea", "input", "style", "img"};
    constexpr std::array<std::string_view, 5> classes{"app-screen-only", "app-script-only",
                                                      "app-print-only", "govuk-button",
                                                      "govuk-warning-text__icon"};
    return is_one_of(element, tags) ||
           std::ranges::any_of(classes, [&](const auto& name) { return element.has_class(name); });
}

bool is_block(const Element& element) {
    constexpr std::array<std::string_view, 22> tags{
        "p",  "div",    "section", "article",    "ul",     "ol",     "li", "dl",
        "dt", "dd",     "table",   "h1",         "h2",     "h3",     "h4", "h5",
        "h6", "figure", "details", "blockquote", "header", "summary"};
    return is_one_of(element, tags);
}

bool keeps_lines(const Element& element) {
    constexpr std::array<std::string_view, 7> classes{"app-account", "app-keep-lines", "app-said",
                                                      "app-worry",   "app-as-typed",   "app-text",
                                                      "app-letter"};
    return std::ranges::any_of(classes, [&](const auto& name) { return element.has_class(name); });
}

// ---- running text
// ------------------------------------------------------------------------------------

enum class Lines : unsigned char { joined, kept };

// White space as a browser shows it.
class Running {
  public:
    void add(std::string_view text, Lines lines) {
        for (const char c : text) {
            if (c == '\n' && lines == Lines::kept) {
                new_line();
            } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
                space_ = true;
            } else {
                put_space();
                text_ += c;
            }
        }
    }
    void new_line() {
        text_ += text_.empty() ? "" : "\n";
        space_ = false;
    }
    std::string take() {
        while (text_.ends_with('\n')) {
            text_.pop_back();
        }
        space_ = false;
        return std::exchange(text_, {});
    }

  private:
    void put_space() {
        if (space_ && !text_.empty() && !text_.ends_with('\n')) {
            text_ += ' ';
        }
        space_ = false;
    }
    std::string text_;
    bool space_ = false;
};

void run(const Element& element, Lines lines, Running& into) {
    if (element.tag.empty()) {
        into.add(element.text, lines);
        return;
    }
    if (element.is("br")) {
        into.new_line();
        return;
    }
    // What is said only to somebody who listens explains a link or a heading beside it.
    if (is_for_the_screen(element) || element.has_class("govuk-visually-hidden")) {
        return;
    }
    const auto inside = keeps_lines(element) ? Lines::kept : lines;
    for (const auto& child : element.children) {
        const bool apart = is_block(child);
        if (apart) {
            into.new_line();
        }
        run(child, inside, into);
        if (apart) {
            into.new_line();
        }
    }
}

std::string text_in(const Element& element) {
    Running running;
    const auto lines = keeps_lines(element) ? Lines::kept : Lines::joined;
    for (const auto& child : element.children) {
        if (is_block(child)) {
            running.new_line();
        }
        run(child, lines, running);
    }
    return running.take();
}

// ---- blocks
// ------------------------------------------------------------------------------------------

void find_all(const Element& in, std::string_view tag, std::vector<const Element*>& found) {
    for (const auto& child : in.children) {
        if (child.is(tag)) {
            found.push_back(&child);
        } else {
            find_all(child, tag, found);
        }
    }
}

std::vector<const Element*> all_below(const Element& in, std::string_view tag) {
    std::vector<const Element*> found;
    find_all(in, tag, found);
    return found;
}

class Blocks {
  public:
    std::vector<Block> take() {
        end_line();
        return std::move(blocks_);
    }

    void inside(const Element& element) {
        for (const auto& child : element.children) {
            if (!child.tag.empty() && is_for_the_screen(child)) {
                continue;
            }
            if (child.tag.empty() || !is_block(child)) {
                run(child, Lines::joined, line_);
            } else {
                end_line();
                block(child);
            }
        }
        end_line();
    }

  private:
    void end_line() {
        if (auto text = line_.take(); !text.empty()) {
            blocks_.emplace_back(documents::Paragraph{std::move(text)});
        }
    }

    void block(const Element& element) {
        if (element.tag.size() == 2 && element.tag[0] == 'h') {
            heading(element);
        } else if (element.is("p") || element.is("summary")) {
            const bool quiet = element.has_class("app-muted") || element.has_class("app-small");
            paragraph(element, quiet ? Manner::quiet : Manner::plain);
        } else if (element.is("blockquote")) {
            paragraph(element, Manner::quoted);
        } else if (element.is("ul") || element.is("ol")) {
            list(element);
        } else if (element.is("dl")) {
            pairs(element);
        } else if (element.is("table")) {
            table(element);
        } else {
            inside(element);
        }
    }

    // One step down at a time, whatever the sizes on the page.
    void heading(const Element& element) {
        const int said = element.tag[1] - '0';
        auto text = text_in(element);
        if (said == 1 || text.empty()) {
            return;
        }
        level_ = std::min({said, level_ + 1, 4});
        blocks_.emplace_back(documents::Heading{level_, std::move(text)});
    }

    void paragraph(const Element& element, Manner manner) {
        if (auto text = text_in(element); !text.empty()) {
            blocks_.emplace_back(documents::Paragraph{
                std::move(text), manner, manner == Manner::quoted ? element.lang : std::string{}});
        }
    }

    void list(const Element& element) {
        documents::Bullets bullets;
        for (const auto& item : element.children) {
            if (!item.is("li") || is_for_the_screen(item)) {
                continue;
            }
            if (auto text = text_in(item); !text.empty()) {
                bullets.items.push_back(std::move(text));
            }
        }
        if (!bullets.items.empty()) {
            blocks_.emplace_back(std::move(bullets));
        }
    }

    void pairs(const Element& element) {
        documents::Pairs pairs;
        collect_pairs(element, pairs);
        if (!pairs.pairs.empty()) {
            blocks_.emplace_back(std::move(pairs));
        }
    }
    static void collect_pairs(const Element& element, documents::Pairs& pairs) {
        for (const auto& child : element.children) {
            if (child.is("dt")) {
                pairs.pairs.push_back({text_in(child), {}});
            } else if (child.is("dd") && !pairs.pairs.empty()) {
                auto& value = pairs.pairs.back().value;
                const auto text = text_in(child);
                value += value.empty() || text.empty() ? "" : "\n";
                value += text;
            } else if (child.is("div")) {
                collect_pairs(child, pairs);
            }
        }
    }

    void table(const Element& element) {
        documents::Table table;
        for (const auto* caption : all_below(element, "caption")) {
            table.caption = text_in(*caption);
        }
        for (const auto* head : all_below(element, "thead")) {
            for (const auto* cell : all_below(*head, "th")) {
                table.columns.push_back(text_in(*cell));
            }
        }
        for (const auto* body : all_below(element, "tbody")) {
            for (const auto* row : all_below(*body, "tr")) {
                add_row(*row, table);
            }
        }
        if (!table.columns.empty()) {
            blocks_.emplace_back(std::move(table));
        }
    }
    static void add_row(const Element& row, documents::Table& table) {
        std::vector<std::string> cells;
        for (const auto& cell : row.children) {
            if (cell.is("th") || cell.is("td")) {
                cells.push_back(text_in(cell));
            }
        }
        table.rows.push_back(std::move(cells));
    }

    std::vector<Block> blocks_;
    Running line_;
    int level_ = 1; // of the newest heading
};

} // namespace

std::vector<documents::Block> blocks_of(const Html& content) {
    Blocks blocks;
    blocks.inside(markup_tree(content.markup()));
    return blocks.take();
}

} // namespace gweld::web
