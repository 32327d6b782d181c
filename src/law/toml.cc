// The only place that knows the TOML library; it is dear to compile.
#include "law/fields.h"

#include <algorithm>
#include <stdexcept>

// toml++ 3.3 asserts what a malformed page can make untrue ("[[a", then a letter that is no key):
// a card from a council's folder must be refused, not end the server.
namespace gweld::law {
namespace {
struct TomlBroken : std::logic_error {
    using std::logic_error::logic_error;
};
[[noreturn]] void toml_is_broken(const char* what) { throw TomlBroken{what}; }
} // namespace
} // namespace gweld::law
#define TOML_ASSERT(expression)                                                                    \
    (static_cast<bool>(expression) ? static_cast<void>(0) : gweld::law::toml_is_broken(#expression))
#include <toml++/toml.h>

namespace gweld::law {

namespace {

class Flattener {
  public:
    Flattener(std::string file, int first_line) : file_{std::move(file)}, first_line_{first_line} {}

    Flat flatten(const toml::table& table) {
        Flat flat;
        flat.line = line(table);
        add(flat, table, "");
        return flat;
    }
    const std::optional<CardFault>& fault() const { return fault_; }
    int line(const toml::node& node) const {
        const auto at = static_cast<int>(node.source().begin.line);
        return first_line_ + (at > 0 ? at - 1 : 0);
    }

  private:
    // Tables are at most two deep in every page we read.
    void add(Flat& flat, const toml::table& table, const std::string& prefix) {
        for (const auto& [name, node] : table) {
            const auto key = prefix + std::string{name.str()};
            if (const auto* inner = node.as_table(); inner != nullptr && prefix.empty()) {
                add(flat, *inner, key + '.');
            } else if (const auto* array = node.as_array(); array != nullptr && prefix.empty()) {
                add_list(flat, *array, key);
            } else {
                add_value(flat, node, key);
            }
        }
    }

    void add_list(Flat& flat, const toml::array& array, const std::string& key) {
        auto& list = flat.lists[key];
        for (const auto& node : array) {
            if (const auto* table = node.as_table()) {
                list.push_back(flatten(*table));
            } else {
                refuse(node, key);
            }
        }
    }

    void add_value(Flat& flat, const toml::node& node, const std::string& key) {
        if (const auto* text = node.as_string()) {
            flat.fields.emplace(key, Field{text->get(), line(node)});
        } else if (const auto* number = node.as_integer()) {
            flat.fields.emplace(key, Field{std::int64_t{number->get()}, line(node)});
        } else if (const auto* date = node.as_date()) {
            const auto& d = date->get();
            flat.fields.emplace(
                key, Field{time::day(d.day, std::chrono::month{d.month}, d.year), line(node)});
        } else {
            refuse(node, key);
        }
    }

    void refuse(const toml::node& node, const std::string& key) {
        if (!fault_) {
            fault_ = CardFault{file_, line(node), key + ": only text, whole numbers and dates"};
        }
    }

    std::string file_;
    int first_line_;
    std::optional<CardFault> fault_;
};

// The line, from 0, of the first character beyond ASCII that is neither in a text nor in a comment.
// TOML 1.0 has none there; toml++ 3.3 does not come back from being asked whether "ŵ" is a space.
class OutsideTexts {
  public:
    explicit OutsideTexts(std::string_view text) : rest_{text} {}

    std::optional<int> first_beyond_ascii() {
        while (!rest_.empty()) {
            const char c = rest_.front();
            if (static_cast<unsigned char>(c) >= 0x80) {
                return line_;
            }
            if (c == '#') {
                skip(rest_.find('\n'));
            } else if (c == '"' || c == '\'') {
                skip_text(c);
            } else {
                skip(1);
            }
        }
        return std::nullopt;
    }

  private:
    void skip(std::size_t n) {
        n = std::min(n, rest_.size());
        line_ += static_cast<int>(std::ranges::count(rest_.substr(0, n), '\n'));
        rest_.remove_prefix(n);
    }
    void skip_text(char quote) {
        const std::string three(3, quote);
        const std::string ends = rest_.starts_with(three) ? three : std::string(1, quote);
        skip(ends.size());
        while (!rest_.empty() && !rest_.starts_with(ends)) {
            if (ends.size() == 1 && rest_.front() == '\n') {
                return; // not closed on its line: the reader says so
            }
            skip(quote == '"' && rest_.front() == '\\' ? 2 : 1);
        }
        skip(ends.size());
    }

    std::string_view rest_;
    int line_ = 0;
};

} // namespace

base::Result<Flat, CardFault> parse_toml(std::string_view text, const std::string& file,
                                         int first_line) {
    if (const auto line = OutsideTexts{text}.first_beyond_ascii()) {
        return base::Err{CardFault{file, first_line + *line,
                                   "a letter beyond ASCII stands outside a text in quotes"}};
    }
    try {
        const auto table = toml::parse(text);
        Flattener flattener{file, first_line};
        auto flat = flattener.flatten(table);
        flat.line = first_line;
        if (flattener.fault()) {
            return base::Err{*flattener.fault()};
        }
        return base::Ok{std::move(flat)};
    } catch (const toml::parse_error& problem) {
        const auto line = static_cast<int>(problem.source().begin.line);
        return base::Err{CardFault{file, first_line + (line > 0 ? line - 1 : 0),
                                   std::string{problem.description()}}};
    } catch (const TomlBroken&) {
        return base::Err{CardFault{file, first_line, "this is no TOML"}};
    }
}

} // namespace gweld::law
