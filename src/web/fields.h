// fields.h - names and values in the order they were sent: a query, a form, header lines. Knows
// neither pages nor sockets.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::web {

struct Field {
    std::string name;
    std::string value;
    friend bool operator==(const Field&, const Field&) = default;
};

// A decoded query or form. The same name may occur more than once; the order is kept.
class Fields {
  public:
    Fields() = default;
    explicit Fields(std::vector<Field> list) : list_{std::move(list)} {}

    std::span<const Field> list() const { return list_; }
    bool has(std::string_view name) const { return first(name).has_value(); }
    std::optional<std::string_view> first(std::string_view name) const;
    // Empty when the name is absent, which for a form is what an empty box sends.
    std::string_view text(std::string_view name) const { return first(name).value_or(""); }
    std::vector<std::string_view> all(std::string_view name) const;

    friend bool operator==(const Fields&, const Fields&) = default;

  private:
    std::vector<Field> list_;
};

// application/x-www-form-urlencoded (WHATWG URL, 5.1). Nothing is lost: an escape that is not one
// ("%zz") stays as typed, bytes that are not UTF-8 and NUL become U+FFFD, and line ends, which
// browsers send as CR LF, become LF as they were typed. None: more than `most` fields.
std::optional<Fields> parse_fields(std::string_view encoded, std::size_t most);
constexpr std::size_t most_fields = 2000;

std::string percent_decode(std::string_view text);        // '+' stays '+'
std::string percent_encode(std::string_view text);        // everything but A-Z a-z 0-9 - . _ ~
std::string encode_fields(std::span<const Field> fields); // for a query: "a=1&b=x%20y"
// As a form's value: repaired, line ends as they were typed.
std::string field_text(std::string text);
// Every maximal run that is not UTF-8, and NUL, replaced by U+FFFD.
std::string repair_utf8(std::string text);

// Header lines as received, in one block of memory. Names compare without regard to case.
class HeaderLines {
  public:
    void add(std::string_view name, std::string_view value);
    // The first of that name; empty when absent.
    std::string_view first(std::string_view name) const;
    std::size_t count(std::string_view name) const;
    std::size_t size() const { return lines_.size(); }
    std::string_view name(std::size_t i) const;
    std::string_view value(std::size_t i) const;

  private:
    struct Line {
        std::uint32_t name_at;
        std::uint32_t value_at;
        std::uint32_t end;
    };
    std::string text_;
    std::vector<Line> lines_;
};

bool same_header_name(std::string_view a, std::string_view b); // ASCII case folded

} // namespace gweld::web
