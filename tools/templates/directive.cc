#include "templates/directive.h"

#include "templates/scanner.h"

#include <algorithm>
#include <set>

namespace gweld::templates {

namespace {

std::string_view word_at(std::string_view text) {
    return text.substr(0, text.find_first_of(" \t\r\n"));
}

class Reader {
  public:
    Reader(std::string_view text, int line) : rest_{trimmed(text)}, line_{line} {}

    bool done() const { return rest_.empty(); }

    std::string literal() {
        if (!rest_.starts_with('"')) {
            throw Mistake{line_, "a sentence in \"quotes\" must stand here"};
        }
        std::size_t end = 1;
        while (end < rest_.size() && rest_[end] != '"') {
            end += rest_[end] == '\\' ? 2U : 1U;
        }
        if (end >= rest_.size() || rest_.substr(0, end).find('\n') != std::string_view::npos) {
            throw Mistake{line_, "the sentence does not end on its line"};
        }
        return take(end + 1);
    }

    std::string expression() {
        auto text = take(expression_length(rest_, " \t\r\n"));
        if (text.empty()) {
            throw Mistake{line_, "an expression must stand here"};
        }
        return text;
    }

    std::vector<SlotValue> slots() {
        std::vector<SlotValue> values;
        while (!done()) {
            const auto equals = rest_.find('=');
            const auto name = trimmed(rest_.substr(0, std::min(equals, rest_.size())));
            if (equals == std::string_view::npos || name.empty() ||
                name.find_first_of(" \"(") != std::string_view::npos) {
                throw Mistake{line_, "after the sentence come name=value pairs"};
            }
            std::string slot{name};
            take(equals + 1);
            values.push_back({std::move(slot), expression()});
        }
        return values;
    }

  private:
    std::string take(std::size_t n) {
        std::string taken{trimmed(rest_.substr(0, n))};
        rest_ = trimmed(rest_.substr(n));
        return taken;
    }

    std::string_view rest_;
    int line_;
};

std::set<std::string> slots_in(std::string_view sentence, int line) {
    std::set<std::string> names;
    for (auto open = sentence.find('{'); open != std::string_view::npos;
         open = sentence.find('{', open + 1)) {
        const auto close = sentence.find('}', open);
        if (close == std::string_view::npos) {
            throw Mistake{line, "a '{' in the sentence is never closed"};
        }
        names.emplace(sentence.substr(open + 1, close - open - 1));
    }
    return names;
}

void match_slots(const std::set<std::string>& wanted, const std::vector<SlotValue>& given,
                 int line) {
    std::set<std::string> named;
    for (const auto& slot : given) {
        if (!wanted.contains(slot.name)) {
            throw Mistake{line, "the sentence has no slot {" + slot.name + "}"};
        }
        if (!named.insert(slot.name).second) {
            throw Mistake{line, "slot {" + slot.name + "} is filled twice"};
        }
    }
    for (const auto& name : wanted) {
        if (!named.contains(name)) {
            throw Mistake{line, "nothing fills slot {" + name + "}"};
        }
    }
}

Directive read_say(std::string_view rest, int line) {
    Reader reader{rest, line};
    Say said{reader.literal(), reader.slots()};
    match_slots(slots_in(said.sentence, line), said.slots, line);
    return said;
}

Directive read_count(std::string_view rest, int line) {
    Reader reader{rest, line};
    SayCount said;
    said.count = reader.expression();
    said.one = reader.literal();
    said.many = reader.literal();
    said.slots = reader.slots();
    auto wanted = slots_in(said.many, line);
    wanted.merge(slots_in(said.one, line));
    if (!slots_in(said.many, line).contains("n")) {
        throw Mistake{line, "the sentence for many must say {n}"};
    }
    wanted.erase("n"); // filled by itself
    match_slots(wanted, said.slots, line);
    return said;
}

Directive read_call(std::string_view rest, int line) {
    const auto open = rest.find('(');
    if (open == std::string_view::npos || !rest.ends_with(')')) {
        throw Mistake{line, "write {% call template_name(arguments) %}"};
    }
    return Call{std::string{trimmed(rest.substr(0, open))},
                std::string{trimmed(rest.substr(open + 1, rest.size() - open - 2))}};
}

void need(std::string_view rest, std::string_view word, int line) {
    if (rest.empty()) {
        throw Mistake{line, "something must stand after " + std::string{word}};
    }
}

void need_nothing(std::string_view rest, std::string_view word, int line) {
    if (!rest.empty()) {
        throw Mistake{line, "nothing may stand after " + std::string{word}};
    }
}

} // namespace

Directive read_directive(std::string_view text, int line) {
    const auto word = word_at(text);
    const auto rest = trimmed(text.substr(word.size()));
    if (word == "else") {
        need_nothing(rest, word, line);
        return Else{};
    }
    if (word == "end") {
        need_nothing(rest, word, line);
        return End{};
    }
    need(rest, word, line);
    if (word == "if") {
        return If{std::string{rest}};
    }
    if (word == "elif") {
        return Elif{std::string{rest}};
    }
    if (word == "for") {
        return For{std::string{rest}};
    }
    if (word == "t") {
        return read_say(rest, line);
    }
    if (word == "tn") {
        return read_count(rest, line);
    }
    if (word == "call") {
        return read_call(rest, line);
    }
    throw Mistake{line, "there is no directive '" + std::string{word} + "'"};
}

} // namespace gweld::templates
