#include "web/components/markup.h"

namespace gweld::web {

Markup& Markup::raw(std::string_view markup) {
    out_.raw(markup);
    return *this;
}

Markup& Markup::text(std::string_view plain) {
    put_text(out_, plain);
    return *this;
}

Markup& Markup::number(long value) {
    put_text(out_, value);
    return *this;
}

Markup& Markup::put(const Content& content) { return raw(content.markup()); }

Markup& Markup::put(const Html& html) { return raw(html.markup()); }

Markup& Markup::attribute(std::string_view name, std::string_view value) {
    return raw(" ").raw(name).raw("=\"").text(value).raw("\"");
}

Markup& Markup::attribute_if(std::string_view name, std::string_view value) {
    return value.empty() ? *this : attribute(name, value);
}

Markup& Markup::flag_if(std::string_view name, bool present) {
    return present ? raw(" ").text(name) : *this;
}

Markup& Markup::attributes(const Attributes& attributes) {
    for (const auto& [name, value] : attributes) {
        if (value) {
            attribute(name, *value);
        } else {
            flag_if(name, true);
        }
    }
    return *this;
}

Markup& Markup::classes(std::initializer_list<std::string_view> names) {
    raw(" class=\"");
    bool first = true;
    for (const auto name : names) {
        if (name.empty()) {
            continue;
        }
        raw(first ? "" : " ").text(name);
        first = false;
    }
    return raw("\"");
}

std::string joined(std::string_view first, std::string_view second) {
    std::string both{first};
    if (!first.empty() && !second.empty()) {
        both += ' ';
    }
    both += second;
    return both;
}

} // namespace gweld::web
