// scanner.h - cuts a template file into what is written as it stands, {{ values }} and
// {% directives %}. Knows neither HTML nor C++ beyond strings and brackets.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::templates {

// What stops the build, at its line in the template.
struct Mistake : std::runtime_error {
    Mistake(int at, const std::string& why) : std::runtime_error{why}, line{at} {}
    int line;
};

enum class TokenKind { text, value, directive };

struct Token {
    TokenKind kind;
    std::string text; // of a value or directive: trimmed, without its braces
    int line;
};

struct Include {
    std::string file;
    int line;
};

struct TemplateSource {
    std::string name;
    std::string parameters; // as written between the brackets
    int line;
    std::vector<Token> body;
};

struct FileSource {
    std::vector<Include> includes;
    std::vector<TemplateSource> templates;
};

// Reads "@include" and "@template" lines and the bodies below them. A {# comment #} vanishes; so
// does the rest of a line on which nothing but a comment, if, elif, else, for or end stands.
FileSource scan(std::string_view file);

std::string_view trimmed(std::string_view text);
// The length of the C++ expression at the front of `text`, up to the first `stop` (any of its
// characters) outside quotes and brackets, or up to the end.
std::size_t expression_length(std::string_view text, std::string_view stop);

} // namespace gweld::templates
