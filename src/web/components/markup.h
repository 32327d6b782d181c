// markup.h - how a component writes itself, and the attributes every component takes. Knows no
// component.
#pragma once

#include "web/html.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::web {

struct Attribute {
    std::string name;
    std::optional<std::string> value = {}; // none: the bare name, as in `hidden`
};
using Attributes = std::vector<Attribute>;

// Written in order, never edited. What comes in as text is escaped; raw() is for markup spelt out
// in our own source.
class Markup {
  public:
    Markup& raw(std::string_view markup);
    Markup& text(std::string_view plain);
    Markup& number(long value);
    Markup& put(const Content& content);
    Markup& put(const Html& html);

    Markup& attribute(std::string_view name, std::string_view value);
    // Written only when there is a value.
    Markup& attribute_if(std::string_view name, std::string_view value);
    Markup& flag_if(std::string_view name, bool present);
    Markup& attributes(const Attributes& attributes);
    // class="first second ..."; empty ones are left out.
    Markup& classes(std::initializer_list<std::string_view> names);

    Html take() { return out_.take(); }

  private:
    Out out_;
};

// "first second", for aria-describedby and class lists; empty parts are left out.
std::string joined(std::string_view first, std::string_view second);

} // namespace gweld::web
