#include "templates/writer.h"

#include "templates/context.h"
#include "templates/directive.h"

#include <algorithm>
#include <variant>

namespace gweld::templates {

namespace {

std::string literal_of(std::string_view text) {
    std::string literal = "\"";
    for (const char c : text) {
        switch (c) {
        case '"':
        case '\\':
            literal.append(1, '\\').append(1, c);
            break;
        case '\n':
            literal += "\\n";
            break;
        case '\t':
            literal += "\\t";
            break;
        case '\r':
            break;
        default:
            literal += c;
        }
    }
    return literal + '"';
}

std::string_view put_for(Escape escape) {
    switch (escape) {
    case Escape::text:
        return "::gweld::web::put_text";
    case Escape::attribute:
        return "::gweld::web::put_attr";
    case Escape::url:
        break;
    }
    return "::gweld::web::put_url";
}

// "const Child& child, Order order = Order::by_name" -> "child, order"
std::string argument_names(std::string_view parameters, int line) {
    std::string names;
    while (!parameters.empty()) {
        auto one = trimmed(parameters.substr(0, expression_length(parameters, ",")));
        // A template argument list may hold a comma; its brackets are not counted above.
        if (std::count(one.begin(), one.end(), '<') != std::count(one.begin(), one.end(), '>')) {
            throw Mistake{line, "name a type with a comma in it by an alias"};
        }
        parameters.remove_prefix(
            std::min(parameters.size(), expression_length(parameters, ",") + 1));
        one = trimmed(one.substr(0, one.find('=')));
        const auto name = one.substr(one.find_last_of(" \t&*>") + 1);
        if (name.empty() || name.size() == one.size()) {
            throw Mistake{line, "every parameter needs a type and a name"};
        }
        names.append(", ").append(name);
    }
    return names;
}

std::string without_defaults(std::string_view parameters) {
    std::string kept;
    while (!parameters.empty()) {
        const auto length = expression_length(parameters, ",");
        const auto one = parameters.substr(0, length);
        kept.append(kept.empty() ? "" : ", ").append(trimmed(one.substr(0, one.find('='))));
        parameters.remove_prefix(std::min(parameters.size(), length + 1));
    }
    return kept;
}

struct Block {
    int line;
    bool branches; // an if, not a for
    bool has_else = false;
    Context before;               // where the block began
    std::vector<Context> endings; // of the branches closed so far
};

class Function {
  public:
    Function(const TemplateSource& source, const std::string& path)
        : source_{source}, path_{path} {}

    std::string body() {
        for (const auto& token : source_.body) {
            line_ = token.line;
            switch (token.kind) {
            case TokenKind::text:
                markup_ += move_through(token.text, token.line, context_);
                break;
            case TokenKind::value:
                put(put_for(escape_here(context_, line_)), token.text);
                after_value(context_);
                break;
            case TokenKind::directive:
                std::visit([&](const auto& directive) { write(directive); },
                           read_directive(token.text, line_));
                break;
            }
        }
        if (!blocks_.empty()) {
            throw Mistake{blocks_.back().line, "no {% end %} closes this"};
        }
        if (context_.place != Place::text) {
            throw Mistake{line_, "the template ends inside a tag"};
        }
        flush();
        return std::move(code_);
    }

    std::size_t markup_size() const { return markup_size_; }

  private:
    void flush() {
        if (markup_.empty()) {
            return;
        }
        markup_size_ += markup_.size();
        code_.append("html_out.raw(").append(literal_of(markup_)).append(");\n");
        markup_.clear();
    }

    void at_line() {
        flush();
        code_.append("#line ").append(std::to_string(line_)).append(" \"").append(path_);
        code_.append("\"\n");
    }

    void put(std::string_view function, const std::string& expression) {
        at_line();
        code_.append(function).append("(html_out, ").append(expression).append(");\n");
    }

    void open(const std::string& head, bool branches) {
        before_directive(context_, line_);
        at_line();
        code_.append(head).append(" {\n");
        blocks_.push_back({line_, branches, false, context_, {}});
    }

    void next_branch(const std::string& head, bool is_else) {
        before_directive(context_, line_);
        if (blocks_.empty() || !blocks_.back().branches || blocks_.back().has_else) {
            throw Mistake{line_, "there is no {% if %} for this"};
        }
        auto& block = blocks_.back();
        block.has_else = is_else;
        block.endings.push_back(context_);
        context_ = block.before;
        at_line();
        code_.append("} ").append(head).append(" {\n");
    }

    void write(const If& directive) { open("if (" + directive.condition + ")", true); }
    void write(const For& directive) { open("for (" + directive.loop + ")", false); }
    void write(const Elif& directive) {
        next_branch("else if (" + directive.condition + ")", false);
    }
    void write(const Else&) { next_branch("else", true); }

    void write(const End&) {
        before_directive(context_, line_);
        if (blocks_.empty()) {
            throw Mistake{line_, "there is nothing for this {% end %} to close"};
        }
        const auto block = std::move(blocks_.back());
        blocks_.pop_back();
        for (const auto& ending : block.endings) {
            context_ = joined(context_, ending, block.line);
        }
        if (!block.has_else) { // it may also be passed by
            context_ = joined(context_, block.before, block.line);
        }
        flush();
        code_ += "}\n";
    }

    void write(const Call& call) {
        if (context_.place != Place::text) {
            throw Mistake{line_, "a template can be called only in text"};
        }
        const auto last = call.function.rfind("::");
        const auto name = last == std::string::npos ? 0 : last + 2;
        at_line();
        code_.append(call.function, 0, name).append("put_").append(call.function, name);
        code_.append("(html_out, say").append(call.arguments.empty() ? "" : ", ");
        code_.append(call.arguments).append(");\n");
    }

    void write(const Say& said) { put_said("say.say(" + said.sentence + ")", said.slots); }

    void write(const SayCount& said) {
        put_said("say.say_n(" + said.one + ", " + said.many + ", static_cast<long>(" + said.count +
                     "))",
                 said.slots);
    }

    void put_said(const std::string& sentence, const std::vector<SlotValue>& slots) {
        const auto escape = escape_here(context_, line_);
        if (escape == Escape::url) {
            throw Mistake{line_, "an address is not translated: choose a web::Url"};
        }
        after_value(context_);
        if (slots.empty()) {
            return put(put_for(escape), sentence);
        }
        at_line();
        code_.append("::gweld::web::put_said(html_out, ").append(sentence);
        code_.append(", [&](std::string_view slot_asked) {\n");
        for (const auto& slot : slots) {
            code_.append("if (slot_asked == \"").append(slot.name).append("\") {\n");
            put(put_for(escape), slot.expression);
            code_.append("return true;\n}\n");
        }
        code_.append("return false;\n});\n");
    }

    const TemplateSource& source_;
    const std::string& path_;
    int line_ = 0;
    Context context_;
    std::vector<Block> blocks_;
    std::string markup_; // not yet written
    std::string code_;
    std::size_t markup_size_ = 0;
};

std::string head_of(std::string_view result, const std::string& name, std::string_view first,
                    std::string_view parameters) {
    return std::string{result}
        .append(name)
        .append("(")
        .append(first)
        .append("[[maybe_unused]] const ::gweld::words::Words& say")
        .append(parameters.empty() ? "" : ", ")
        .append(parameters)
        .append(")");
}

} // namespace

Written write_templates(const FileSource& file, const std::string& path) {
    constexpr std::string_view out = "::gweld::web::Out& html_out, ";
    Written written;
    for (const auto& source : file.templates) {
        const auto names = argument_names(source.parameters, source.line);
        const auto plain = without_defaults(source.parameters);
        const auto line = "#line " + std::to_string(source.line) + " \"" + path + "\"\n";
        Function function{source, path};
        const auto body = function.body();
        written.declarations +=
            line + head_of("void put_", source.name, out, source.parameters) + ";\n" + line +
            head_of("::gweld::web::Html ", source.name, "", source.parameters) + ";\n";
        written.definitions +=
            line + head_of("void put_", source.name, out, plain) + " {\n" + body + "}\n" + line +
            head_of("::gweld::web::Html ", source.name, "", plain) +
            " {\n::gweld::web::Out html_out;\nhtml_out.reserve(" +
            std::to_string(2 * function.markup_size() + 256) + ");\nput_" + source.name +
            "(html_out, say" + names + ");\nreturn html_out.take();\n}\n\n";
    }
    return written;
}

} // namespace gweld::templates
