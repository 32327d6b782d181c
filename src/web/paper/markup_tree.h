// markup_tree.h - our own markup as a tree. Not for markup from anywhere else.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::web {

struct Element {
    std::string tag;  // empty: text
    std::string text; // with its entities read; of an element empty
    std::string classes;
    std::string lang;
    std::vector<Element> children;

    bool is(std::string_view name) const { return tag == name; }
    bool has_class(std::string_view name) const;
};

// An element that holds all of it.
Element markup_tree(std::string_view markup);

} // namespace gweld::web
