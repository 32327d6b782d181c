// fields.h - the key = value pairs of one page, taken one by one until none is left over. Knows no
// TOML library and no card.
#pragma once

#include "law/card.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gweld::law {

struct Field {
    std::variant<std::string, std::int64_t, CivilDate> value;
    int line = 0;
};

// Tables are flattened: "title.en". Arrays of tables are lists of the same.
struct Flat {
    int line = 0;
    std::map<std::string, Field> fields;
    std::map<std::string, std::vector<Flat>> lists;
};

// The text as TOML, of which only strings, whole numbers, dates, tables and arrays of tables are
// used; anything else is a fault. Line numbers are those of the page: the text starts on
// first_line.
base::Result<Flat, CardFault> parse_toml(std::string_view text, const std::string& file,
                                         int first_line);

// Takes fields by name and writes down every fault: missing, of the wrong shape, or left over.
class Fields {
  public:
    Fields(Flat flat, std::string file, std::vector<CardFault>& faults)
        : flat_{std::move(flat)}, file_{std::move(file)}, faults_{&faults} {}

    bool has(std::string_view key) const;
    bool has_table(std::string_view key) const; // any key below "key."
    int line_of(std::string_view key) const;    // of the page when there is none
    std::string text(const std::string& key);
    std::optional<std::string> optional_text(const std::string& key);
    std::optional<std::int64_t> optional_number(const std::string& key);
    std::optional<CivilDate> date(const std::string& key);
    std::optional<CivilDate> optional_date(const std::string& key);
    Bilingual bilingual(const std::string& key); // both languages, neither empty
    Bilingual optional_bilingual(const std::string& key);
    std::vector<Fields> list(const std::string& key);

    // A closed list of words for an enumeration or a name.
    template <class Choices> auto choice(const std::string& key, const Choices& choices) {
        using Chosen = decltype(std::begin(choices)->second);
        const auto line = line_of(key);
        const auto word = text(key);
        for (const auto& [name, value] : choices) {
            if (word == name) {
                return std::optional<Chosen>{value};
            }
        }
        if (!word.empty()) {
            fault(line, key + " = \"" + word + "\" is not one of: " + names(choices));
        }
        return std::optional<Chosen>{};
    }

    void fault(int line, std::string why);
    void finish(); // whatever is left over is an unknown key

  private:
    template <class Choices> static std::string names(const Choices& choices) {
        std::string all;
        for (const auto& choice : choices) {
            all += (all.empty() ? "" : ", ") + std::string{choice.first};
        }
        return all;
    }
    std::optional<Field> take(const std::string& key);
    void wrong_shape(const Field& field, const std::string& key, std::string_view wanted);

    Flat flat_;
    std::string file_;
    std::vector<CardFault>* faults_;
    std::map<std::string, int> lines_; // of the fields already taken
};

} // namespace gweld::law
