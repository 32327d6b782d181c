#include "whitespace.h"

#include <algorithm>
#include <array>

namespace gweld::test {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string_view name_of(std::string_view tag) {
    tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
    const auto end =
        std::ranges::find_if(tag, [](char c) { return is_space(c) || c == '>' || c == '/'; });
    return tag.substr(0, static_cast<std::size_t>(end - tag.begin()));
}

bool is_inline(std::string_view name) {
    constexpr std::array inline_elements{"a",     "abbr", "b",      "code", "em", "i",
                                         "small", "span", "strong", "time", "kbd"};
    return std::ranges::find(inline_elements, name) != inline_elements.end();
}

class Layout {
  public:
    void text(std::string_view words) {
        for (const char c : words) {
            if (is_space(c)) {
                space_due_ = !line_start_;
                continue;
            }
            if (space_due_) {
                out_ += ' ';
            }
            out_ += c;
            space_due_ = line_start_ = false;
        }
    }
    void tag(std::string_view tag) {
        if (!is_inline(name_of(tag))) {
            space_due_ = false;
            line_start_ = true;
        }
        put_tag(tag);
    }
    void verbatim(std::string_view text) { out_ += text; }
    std::string take() { return std::move(out_); }

  private:
    void put_tag(std::string_view tag) {
        bool space = false;
        for (const char c : tag) {
            if (is_space(c)) {
                space = true;
                continue;
            }
            if (space && c != '>') {
                out_ += ' ';
            }
            space = false;
            out_ += c;
        }
    }
    std::string out_;
    bool space_due_ = false;
    bool line_start_ = true;
};

// A '>' inside a quoted attribute does not end the tag.
std::size_t end_of_tag(std::string_view markup, std::size_t at) {
    char quote = 0;
    for (; at < markup.size(); ++at) {
        const char c = markup[at];
        if (quote != 0) {
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return at + 1;
        }
    }
    return markup.size();
}

} // namespace

std::string laid_out(std::string_view markup) {
    Layout layout;
    std::size_t at = 0;
    while (at < markup.size()) {
        if (markup[at] != '<') {
            const auto end = std::min(markup.find('<', at), markup.size());
            layout.text(markup.substr(at, end - at));
            at = end;
            continue;
        }
        const auto end = end_of_tag(markup, at);
        const auto tag = markup.substr(at, end - at);
        layout.tag(tag);
        at = end;
        if (tag.starts_with("<textarea")) {
            const auto close = std::min(markup.find("</textarea", at), markup.size());
            layout.verbatim(markup.substr(at, close - at));
            at = close;
        }
    }
    return layout.take();
}

} // namespace gweld::test
