#include "templates/scanner.h"

#include <algorithm>

namespace gweld::templates {

namespace {

constexpr std::string_view blank = " \t";

int lines_in(std::string_view text) {
    return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

// Past the closing quote; the end when there is none.
std::size_t after_quoted(std::string_view text, std::size_t at) {
    const char quote = text[at];
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == quote) {
            return at + 1;
        }
    }
    return text.size();
}

// Writes nothing where it stands.
bool is_silent(const Token& token) {
    const auto word = token.text.substr(0, token.text.find_first_of(" \t\n"));
    constexpr std::string_view silent[] = {"if", "elif", "else", "for", "end"};
    return token.kind == TokenKind::directive &&
           std::find(std::begin(silent), std::end(silent), word) != std::end(silent);
}

class BodyScanner {
  public:
    BodyScanner(std::string_view text, int line) : text_{text}, line_{line} {}

    std::vector<Token> tokens() {
        while (at_ < text_.size()) {
            next();
        }
        return std::move(tokens_);
    }

  private:
    void next() {
        const auto open = opening();
        push_text(open);
        if (open == text_.size()) {
            return;
        }
        switch (text_[open + 1]) {
        case '{':
            return take(TokenKind::value, "}}");
        case '%':
            return take(TokenKind::directive, "%}");
        default:
            return take_comment();
        }
    }

    std::size_t opening() const {
        for (auto open = text_.find('{', at_); open != std::string_view::npos;
             open = text_.find('{', open + 1)) {
            const auto next = text_.substr(open + 1, 1);
            if (next == "{" || next == "%" || next == "#") {
                return open;
            }
        }
        return text_.size();
    }

    void take(TokenKind kind, std::string_view close) {
        std::size_t end = at_ + 2;
        while (true) {
            end += expression_length(text_.substr(end), close.substr(0, 1));
            if (end >= text_.size()) {
                throw Mistake{line_, "no " + std::string{close} + " closes what opens here"};
            }
            if (text_.substr(end).starts_with(close)) {
                break;
            }
            ++end;
        }
        Token token{kind, std::string{trimmed(text_.substr(at_ + 2, end - at_ - 2))}, line_};
        if (token.text.empty()) {
            throw Mistake{line_, "there is nothing between these braces"};
        }
        const bool silent = is_silent(token);
        tokens_.push_back(std::move(token));
        leave(end + 2, silent);
    }

    void take_comment() {
        const auto close = text_.find("#}", at_);
        if (close == std::string_view::npos) {
            throw Mistake{line_, "no #} closes this comment"};
        }
        leave(close + 2, true);
    }

    // A line on which nothing but something silent stands is not written at all.
    void leave(std::size_t end, bool silent) {
        if (silent && line_is_blank_before(at_)) {
            const auto next = std::min(text_.find_first_not_of(blank, end), text_.size());
            if (next == text_.size() || text_[next] == '\n') {
                trim_last_text();
                end = std::min(text_.size(), next + 1);
            }
        }
        advance(end);
    }

    bool line_is_blank_before(std::size_t at) const {
        const auto last = text_.substr(0, at).find_last_not_of(blank);
        return last == std::string_view::npos || text_[last] == '\n';
    }

    void trim_last_text() {
        for (auto token = tokens_.rbegin(); token != tokens_.rend() && token - tokens_.rbegin() < 2;
             ++token) {
            if (token->kind == TokenKind::text) {
                token->text.resize(token->text.find_last_not_of(blank) + 1);
                return;
            }
        }
    }

    void push_text(std::size_t end) {
        if (end > at_) {
            tokens_.push_back({TokenKind::text, std::string{text_.substr(at_, end - at_)}, line_});
        }
        advance(end);
    }

    void advance(std::size_t end) {
        line_ += lines_in(text_.substr(at_, end - at_));
        at_ = end;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_;
    std::vector<Token> tokens_;
};

TemplateSource heading(std::string_view line, int number) {
    const auto open = line.find('(');
    if (open == std::string_view::npos || !line.ends_with(')')) {
        throw Mistake{number, "write @template name(parameters)"};
    }
    return {std::string{trimmed(line.substr(0, open))},
            std::string{trimmed(line.substr(open + 1, line.size() - open - 2))},
            number,
            {}};
}

std::size_t next_heading(std::string_view text) {
    if (text.starts_with("@template ")) {
        return 0;
    }
    const auto at = text.find("\n@template ");
    return at == std::string_view::npos ? text.size() : at + 1;
}

} // namespace

std::string_view trimmed(std::string_view text) {
    const auto from = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    text.remove_prefix(from);
    return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

std::size_t expression_length(std::string_view text, std::string_view stop) {
    int depth = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (depth == 0 && stop.find(c) != std::string_view::npos) {
            return at;
        }
        if (c == '"' || c == '\'') {
            at = after_quoted(text, at);
            continue;
        }
        depth += c == '(' || c == '[' || c == '{' ? 1 : 0;
        depth -= (c == ')' || c == ']' || c == '}') && depth > 0 ? 1 : 0;
        ++at;
    }
    return at;
}

FileSource scan(std::string_view file) {
    FileSource source;
    int line = 1;
    while (!file.empty()) {
        const auto first = file.substr(0, file.find('\n'));
        const auto text = trimmed(first);
        if (text.starts_with("@template ")) {
            auto found = heading(trimmed(text.substr(10)), line);
            file.remove_prefix(std::min(file.size(), first.size() + 1));
            ++line;
            const auto body = file.substr(0, next_heading(file));
            found.body = BodyScanner{body, line}.tokens();
            source.templates.push_back(std::move(found));
            line += lines_in(body);
            file.remove_prefix(body.size());
            continue;
        }
        if (text.starts_with("@include ")) {
            source.includes.push_back({std::string{trimmed(text.substr(9))}, line});
        } else if (!text.empty() && !(text.starts_with("{#") && text.ends_with("#}"))) {
            throw Mistake{line, "only @include, @template and comments stand before a template"};
        }
        file.remove_prefix(std::min(file.size(), first.size() + 1));
        ++line;
    }
    return source;
}

} // namespace gweld::templates
