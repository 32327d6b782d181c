// context.h - where in an HTML document a template stands, so that every value can be escaped for
// that place, and markup whose place cannot be told is refused. Knows nothing of directives.
#pragma once

#include <string>
#include <string_view>

namespace gweld::templates {

enum class Place {
    text,
    character_data, // <title>, <textarea>: text in which no markup can stand
    raw,            // <script>, <style>
    comment,
    declaration, // <!doctype ...>
    tag_opening, // just after '<'
    tag_name,
    in_tag,
    after_attribute, // a space is needed before the next attribute
    attribute_name,
    after_attribute_name,
    before_value,
    value
};

struct Context {
    Place place = Place::text;
    std::string element;       // the tag we are in, or that raw or character data belong to
    std::string attribute;     // in `value`
    char quote = 0;            // in `value`
    bool value_begun = false;  // in `value`: something already stands before
    bool preformatted = false; // inside <pre>

    friend bool operator==(const Context&, const Context&) = default;
};

// Moves through one piece of markup and answers what is to be written for it: the same, but with
// the indentation of lines in running text taken away, which no reader sees. Throws Mistake (with
// the line of the fault, counting from `line`) for what cannot be escaped safely: an attribute
// without quotes; style="", on...="", <meta http-equiv> and inline scripts and styles, which the
// content security policy would block in any case.
std::string move_through(std::string_view markup, int line, Context& context);

enum class Escape { text, attribute, url };
// How a value standing here is escaped. Throws Mistake where a value may not stand.
Escape escape_here(const Context& context, int line);
// To be called when a value or a directive stands here.
void after_value(Context& context);
// Throws Mistake when a directive may not stand here.
void before_directive(Context& context, int line);
// The place where two branches meet. Throws Mistake when they end in different places.
Context joined(const Context& a, const Context& b, int line);

} // namespace gweld::templates
