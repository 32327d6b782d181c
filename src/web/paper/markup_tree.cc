#include "web/paper/markup_tree.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gweld::web {

namespace {

constexpr std::array never_closed{"br", "hr", "img", "input", "link", "meta", "path", "circle"};

std::string plain(std::string_view markup) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> entities{
        {{"&amp;", "&"},
         {"&lt;", "<"},
         {"&gt;", ">"},
         {"&quot;", "\""},
         {"&#39;", "'"},
         {"&#96;", "`"},
         {"&nbsp;", " "},
         {"&hellip;", "…"}}};
    std::string out;
    while (!markup.empty()) {
        const auto at = markup.find('&');
        out += markup.substr(0, at);
        if (at == std::string_view::npos) {
            break;
        }
        markup.remove_prefix(at);
        const auto found = std::ranges::find_if(
            entities, [&](const auto& entity) { return markup.starts_with(entity.first); });
        out += found == entities.end() ? "&" : found->second;
        markup.remove_prefix(found == entities.end() ? 1 : found->first.size());
    }
    return out;
}

// The value of NAME="..." in a tag; empty: it has none.
std::string attribute(std::string_view tag, std::string_view name) {
    const auto wanted = " " + std::string{name} + "=\"";
    const auto at = tag.find(wanted);
    if (at == std::string_view::npos) {
        return {};
    }
    const auto rest = tag.substr(at + wanted.size());
    return plain(rest.substr(0, rest.find('"')));
}

class Reader {
  public:
    explicit Reader(std::string_view markup) : rest_{markup} {}

    Element all() {
        Element top{"div", {}, {}, {}, {}};
        while (!rest_.empty()) {
            into(top);
        }
        return top;
    }

  private:
    // Reads what stands inside until its end; a tag that closes something else is passed over.
    void into(Element& parent) {
        while (!rest_.empty()) {
            if (!rest_.starts_with('<')) {
                const auto end = rest_.find('<');
                parent.children.push_back({{}, plain(rest_.substr(0, end)), {}, {}, {}});
                rest_.remove_prefix(std::min(end, rest_.size()));
            } else if (rest_.starts_with("</")) {
                const auto name = rest_.substr(2, rest_.find('>') - 2);
                rest_.remove_prefix(std::min(rest_.find('>'), rest_.size() - 1) + 1);
                if (name == parent.tag) {
                    return;
                }
            } else {
                element(parent);
            }
        }
    }

    void element(Element& parent) {
        const auto end = end_of_tag();
        const auto tag = rest_.substr(1, end - 1);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        Element made;
        made.tag = tag.substr(0, tag.find_first_of(" \n\t/"));
        made.classes = attribute(tag, "class");
        made.lang = attribute(tag, "lang");
        const bool closed =
            tag.ends_with('/') || std::ranges::find(never_closed, made.tag) != never_closed.end();
        if (!closed) {
            into(made);
        }
        parent.children.push_back(std::move(made));
    }

    std::size_t end_of_tag() const {
        bool quoted = false;
        for (std::size_t at = 0; at < rest_.size(); ++at) {
            quoted = quoted != (rest_[at] == '"');
            if (rest_[at] == '>' && !quoted) {
                return at;
            }
        }
        return rest_.size();
    }

    std::string_view rest_;
};

} // namespace

bool Element::has_class(std::string_view name) const {
    return (" " + classes + " ").find(" " + std::string{name} + " ") != std::string::npos;
}

Element markup_tree(std::string_view markup) { return Reader{markup}.all(); }

} // namespace gweld::web
