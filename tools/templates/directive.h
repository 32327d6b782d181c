// directive.h - reads what stands between {% and %}. Knows no HTML and writes no C++.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gweld::templates {

struct If {
    std::string condition;
};
struct Elif {
    std::string condition;
};
struct Else {};
struct For {
    std::string loop; // "const auto& child : children"
};
struct End {};
struct Call {
    std::string function; // "partials::child_row"
    std::string arguments;
};
struct SlotValue {
    std::string name;
    std::string expression;
};
struct Say {              // {% t "One sentence about {name}" name=child.name %}
    std::string sentence; // a C++ string literal, with its quotes
    std::vector<SlotValue> slots;
};
struct SayCount { // {% tn count "One child" "{n} children" %}
    std::string count;
    std::string one;
    std::string many;
    std::vector<SlotValue> slots;
};
using Directive = std::variant<If, Elif, Else, For, End, Call, Say, SayCount>;

// Throws Mistake (scanner.h) with `line` for what is none of these, and where the {slots} of a
// sentence and the values given for them differ.
Directive read_directive(std::string_view text, int line);

} // namespace gweld::templates
