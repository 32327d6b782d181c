#include "templates/context.h"

#include "templates/scanner.h"

#include <algorithm>
#include <array>

namespace gweld::templates {

namespace {

constexpr std::array<std::string_view, 12> url_attributes = {
    "href", "src",  "action",     "formaction", "poster", "cite",
    "data", "ping", "xlink:href", "manifest",   "srcset", "background"};

bool is_url(std::string_view attribute) {
    return std::find(url_attributes.begin(), url_attributes.end(), attribute) !=
           url_attributes.end();
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

void refuse_attribute(const std::string& name, const std::string& element, int line) {
    if (name == "style" || name.starts_with("on") || name == "srcdoc") {
        throw Mistake{line, name + "=\"\" is not allowed: the content security policy blocks it"};
    }
    if (element == "meta" && name == "http-equiv") {
        throw Mistake{line, "<meta http-equiv> is not allowed: headers are sent by the server"};
    }
}

class Walk {
  public:
    Walk(std::string_view markup, int line, Context& context)
        : markup_{markup}, line_{line}, context_{context} {}

    std::string through() {
        for (; at_ < markup_.size(); ++at_) {
            const char c = markup_[at_];
            written_ += c;
            step(c);
            line_ += c == '\n' ? 1 : 0;
        }
        return std::move(written_);
    }

  private:
    void step(char c) {
        switch (context_.place) {
        case Place::text:
            return in_text(c);
        case Place::character_data:
        case Place::raw:
            return in_data(c);
        case Place::comment:
            return in_comment();
        case Place::declaration:
            return in_declaration(c);
        case Place::tag_opening:
            return opening_tag(c);
        case Place::tag_name:
            return in_tag_name(c);
        case Place::value:
            return in_value(c);
        default:
            return between_attributes(c);
        }
    }

    void in_text(char c) {
        if (c == '<') {
            open();
        } else if (c == '\n' && !context_.preformatted) {
            while (at_ + 1 < markup_.size() &&
                   (markup_[at_ + 1] == ' ' || markup_[at_ + 1] == '\t')) {
                ++at_;
            }
        }
    }

    void open() {
        const auto rest = markup_.substr(at_);
        if (rest.starts_with("<!--")) {
            context_.place = Place::comment;
        } else if (rest.starts_with("<!")) {
            context_.place = Place::declaration;
        } else if (rest.size() == 1 || is_letter(rest[1]) || rest[1] == '/') {
            context_.place = Place::tag_opening;
            context_.element.clear();
        } else {
            throw Mistake{line_, "write &lt; for a '<' that opens no tag"};
        }
    }

    void in_data(char c) {
        if (c == '<' && closes_element()) {
            context_.place = Place::tag_opening;
            context_.element.clear();
        } else if (context_.place == Place::raw && !is_space(c)) {
            throw Mistake{line_, "nothing may stand inside <" + context_.element +
                                     ">: the content security policy blocks it"};
        }
    }

    bool closes_element() const {
        const auto rest = markup_.substr(at_ + 1);
        return rest.starts_with('/') &&
               std::equal(context_.element.begin(), context_.element.end(), rest.begin() + 1,
                          rest.begin() + 1 +
                              static_cast<std::ptrdiff_t>(
                                  std::min(context_.element.size(), rest.size() - 1)),
                          [](char a, char b) { return a == lower(b); });
    }

    void in_comment() {
        if (written_.ends_with("-->")) {
            context_.place = Place::text;
        }
    }

    void in_declaration(char c) {
        if (c == '>') {
            context_.place = Place::text;
        }
    }

    void opening_tag(char c) {
        if (!is_letter(c) && !(c == '/' && context_.element.empty())) {
            throw Mistake{line_, "a tag's name must stand here"};
        }
        context_.element += lower(c);
        context_.place = c == '/' ? Place::tag_opening : Place::tag_name;
    }

    void in_tag_name(char c) {
        if (is_space(c)) {
            context_.place = Place::in_tag;
        } else if (c == '>') {
            close();
        } else if (c != '/') {
            context_.element += lower(c);
        }
    }

    void between_attributes(char c) {
        if (c == '>') {
            need_no_value();
            finish_name();
            return close();
        }
        if (is_space(c)) {
            return at_space();
        }
        if (c == '/' && context_.place != Place::before_value) {
            finish_name();
            context_.place = Place::in_tag;
            return;
        }
        if (c == '=') {
            return at_equals();
        }
        if (context_.place == Place::before_value) {
            return at_value(c);
        }
        in_name(c);
    }

    void at_space() {
        if (context_.place == Place::attribute_name) {
            context_.place = Place::after_attribute_name;
        } else if (context_.place == Place::after_attribute) {
            context_.place = Place::in_tag;
        }
    }

    void at_equals() {
        if (context_.place != Place::attribute_name &&
            context_.place != Place::after_attribute_name) {
            throw Mistake{line_, "'=' without an attribute's name before it"};
        }
        finish_name();
        context_.place = Place::before_value;
    }

    void at_value(char c) {
        if (c != '"' && c != '\'') {
            throw Mistake{line_, "put the value of " + context_.attribute + " in quotes"};
        }
        context_.place = Place::value;
        context_.quote = c;
        context_.value_begun = false;
    }

    void in_name(char c) {
        if (context_.place == Place::after_attribute) {
            throw Mistake{line_, "put a space before the next attribute"};
        }
        if (c == '"' || c == '\'' || c == '<') {
            throw Mistake{line_, std::string{"a tag cannot hold a loose "} + c};
        }
        if (context_.place != Place::attribute_name) {
            finish_name();
            context_.attribute.clear();
            context_.place = Place::attribute_name;
        }
        context_.attribute += lower(c);
    }

    void need_no_value() const {
        if (context_.place == Place::before_value) {
            throw Mistake{line_, "put the value of " + context_.attribute + " in quotes"};
        }
    }

    void finish_name() const {
        if (context_.place == Place::attribute_name ||
            context_.place == Place::after_attribute_name) {
            refuse_attribute(context_.attribute, context_.element, line_);
        }
    }

    void in_value(char c) {
        if (c == context_.quote) {
            context_.place = Place::after_attribute;
            context_.attribute.clear();
            context_.quote = 0;
            context_.value_begun = false;
            value_stands_ = false;
            return;
        }
        if (context_.value_begun && is_url(context_.attribute) && value_stands_) {
            throw Mistake{line_, "an address is one web::Url, not pieces put together"};
        }
        context_.value_begun = true;
    }

    void close() {
        const auto& element = context_.element;
        context_.attribute.clear();
        if (element == "script" || element == "style") {
            context_.place = Place::raw;
            return;
        }
        if (element == "title" || element == "textarea") {
            context_.place = Place::character_data;
            return;
        }
        context_.preformatted = element == "pre" || (context_.preformatted && element != "/pre");
        context_.place = Place::text;
        context_.element.clear();
    }

    std::string_view markup_;
    int line_;
    Context& context_;
    std::size_t at_ = 0;
    std::string written_;
    // At the start of this piece a value stood before it in the same attribute.
    bool value_stands_ = context_.place == Place::value && context_.value_begun;
};

} // namespace

std::string move_through(std::string_view markup, int line, Context& context) {
    return Walk{markup, line, context}.through();
}

Escape escape_here(const Context& context, int line) {
    switch (context.place) {
    case Place::text:
        return Escape::text;
    case Place::character_data:
        return Escape::attribute;
    case Place::value:
        break;
    case Place::before_value:
        throw Mistake{line, "put the value of " + context.attribute + " in quotes"};
    case Place::raw:
        throw Mistake{line, "no value can stand inside <" + context.element + ">"};
    case Place::comment:
        throw Mistake{line, "no value can stand inside an HTML comment; {# #} is not sent at all"};
    default:
        throw Mistake{line, "inside a tag a value stands only between quotes"};
    }
    if (!is_url(context.attribute)) {
        return Escape::attribute;
    }
    if (context.value_begun || context.attribute == "srcset") {
        throw Mistake{line, "an address is one web::Url, not pieces put together"};
    }
    return Escape::url;
}

void after_value(Context& context) { context.value_begun = context.place == Place::value; }

void before_directive(Context& context, int line) {
    switch (context.place) {
    case Place::attribute_name:
    case Place::after_attribute_name:
        refuse_attribute(context.attribute, context.element, line);
        context.place =
            context.place == Place::attribute_name ? Place::after_attribute : Place::in_tag;
        context.attribute.clear();
        return;
    case Place::value:
        if (is_url(context.attribute)) {
            throw Mistake{line, "an address is one web::Url; choose it before it stands here"};
        }
        return;
    case Place::text:
    case Place::character_data:
    case Place::in_tag:
    case Place::after_attribute:
        return;
    default:
        throw Mistake{line, "no directive can stand here"};
    }
}

Context joined(const Context& a, const Context& b, int line) {
    Context x = a;
    Context y = b;
    x.value_begun = y.value_begun = a.value_begun || b.value_begun;
    const auto in_tag = [](const Context& c) {
        return c.place == Place::in_tag || c.place == Place::after_attribute;
    };
    if (in_tag(x) && in_tag(y)) { // the stricter of the two
        const bool tight = x.place == Place::after_attribute || y.place == Place::after_attribute;
        x.place = y.place = tight ? Place::after_attribute : Place::in_tag;
    }
    if (x != y) {
        throw Mistake{line, "the branches end in different places of the markup"};
    }
    return x;
}

} // namespace gweld::templates
