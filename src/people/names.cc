#include "people/names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <stdexcept>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/unistr.h>
#include <utility>

namespace gweld::people {
namespace {

using std::string;
using std::string_view;

// Everything people type for an apostrophe: the typewriter's, the two curly ones, the grave and
// acute accents typed on their own, the modifier letters, the prime, the full-width one.
constexpr char16_t apostrophes[] = {u'\'',     u'\u2018', u'\u2019', u'`',     u'\u00B4',
                                    u'\u02BC', u'\u02BB', u'\u2032', u'\uFF07'};

bool is_apostrophe(UChar32 c) {
    return std::ranges::any_of(apostrophes,
                               [c](char16_t a) { return c == static_cast<UChar32>(a); });
}

// Letters that Unicode does not take apart, spelt as an English keyboard spells them.
struct PlainSpelling {
    char16_t letter;
    string_view plain;
};
constexpr PlainSpelling plain_spellings[] = {
    {u'ł', "l"}, {u'ø', "o"}, {u'đ', "d"},  {u'ð', "d"},  {u'þ', "th"},
    {u'ħ', "h"}, {u'ı', "i"}, {u'æ', "ae"}, {u'œ', "oe"}, {u'ŋ', "ng"},
};

struct Word {
    string text;
    bool apostrophe_follows = false; // O'Neill: written as one word
};

icu::UnicodeString decomposed_lower_case(string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfkd = icu::Normalizer2::getNFKDInstance(status);
    auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece{name.data(), static_cast<std::int32_t>(name.size())});
    // Before decomposing: U+00B4 on its own would fall apart into a space and an accent.
    for (std::int32_t i = 0; i < text.length(); ++i) {
        if (is_apostrophe(text.charAt(i))) {
            text.setCharAt(i, u'\'');
        }
    }
    text.foldCase();
    auto folded = nfkd->normalize(text, status);
    if (U_FAILURE(status) != 0) {
        throw std::runtime_error{"ICU has no normalisation data"};
    }
    return folded;
}

void append_letter(string& word, UChar32 c) {
    for (const auto& [letter, plain] : plain_spellings) {
        if (c == static_cast<UChar32>(letter)) {
            word += plain;
            return;
        }
    }
    icu::UnicodeString{c}.toUTF8String(word);
}

// What one character of a decomposed name does to the words.
enum class Part { letter, dropped, apostrophe, gap };

Part part_of(UChar32 c) {
    if (c == u'\'') {
        return Part::apostrophe;
    }
    if (u_isalnum(c) != 0) {
        return Part::letter;
    }
    const auto type = u_charType(c);
    const bool silent = type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ||
                        type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR;
    return silent ? Part::dropped : Part::gap;
}

std::vector<Word> words_of(string_view name) {
    // Nobody's name is this long; the limit keeps a pasted file from costing anything.
    constexpr std::size_t longest = 2000;
    const auto text = decomposed_lower_case(name.substr(0, longest));
    std::vector<Word> words;
    Word word;
    const auto end_word = [&](bool apostrophe) {
        if (!word.text.empty()) {
            word.apostrophe_follows = apostrophe;
            words.push_back(std::exchange(word, {}));
        }
    };
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const auto c = text.char32At(i);
        switch (part_of(c)) {
        case Part::letter:
            append_letter(word.text, c);
            break;
        case Part::apostrophe:
            end_word(true);
            break;
        case Part::gap:
            end_word(false);
            break;
        case Part::dropped:
            break;
        }
    }
    end_word(false);
    return words;
}

bool is_particle(string_view word) {
    constexpr std::array<string_view, 8> particles = {"ap",  "ab", "ferch", "verch",
                                                      "mac", "mc", "o",     "d"};
    return std::ranges::find(particles, word) != particles.end();
}

// The closed list of spellings that are one name to the ear and two on paper. Not translations:
// Dafydd is not David. A name belongs to one row at most. Add a row only with an example of a
// child who could not be found.
constexpr std::array<string_view, 4> spelling_rows[] = {
    {"rhys", "rees", "rhees", "reece"},
    {"wyn", "wynn", "wynne", ""},
    {"gwyn", "gwynn", "gwynne", ""},
    {"glyn", "glynn", "glynne", ""},
    {"bryn", "brynn", "", ""},
    {"llywelyn", "llewelyn", "llewellyn", ""},
    {"gruffydd", "gruffudd", "griffith", "griffiths"},
    {"meredith", "meredydd", "maredudd", "meredudd"},
    {"gwilym", "gwillym", "gwilim", ""},
    {"sian", "shan", "", ""},
    {"owain", "owen", "", ""},
    {"ifan", "evan", "", ""},
    {"ifans", "evans", "", ""},
    {"ieuan", "iwan", "euan", "ewan"},
    {"huw", "hugh", "", ""},
    {"tomos", "thomas", "", ""},
    {"alun", "alan", "", ""},
    {"gethin", "gethyn", "", ""},
    {"carys", "cerys", "", ""},
    {"megan", "meghan", "", ""},
    {"rhiannon", "rhianon", "riannon", ""},
    {"lewis", "lewys", "", ""},
    {"elis", "ellis", "", ""},
    {"mathew", "matthew", "", ""},
    {"philip", "phillip", "phylip", ""},
    {"davies", "davis", "", ""},
    {"harries", "harris", "", ""},
    {"parry", "parri", "", ""},
    {"price", "pryce", "prys", "preece"},
    {"puw", "pugh", "", ""},
    {"lloyd", "llwyd", "", ""},
    {"vaughan", "fychan", "", ""},
    {"ferch", "verch", "", ""},
};

void add_other_beginning(std::set<string>& keys, const string& word, string_view from,
                         std::initializer_list<string_view> to) {
    if (!word.starts_with(from) || word.size() <= from.size()) {
        return;
    }
    for (const auto beginning : to) {
        keys.insert(string{beginning} + word.substr(from.size()));
    }
}

// Rules for how names begin, each both ways: ff = f = ph; c = k where c is hard.
void add_other_beginnings(std::set<string>& keys, const string& word) {
    if (word.starts_with("ff")) {
        add_other_beginning(keys, word, "ff", {"f", "ph"});
    } else if (word.starts_with("f")) {
        add_other_beginning(keys, word, "f", {"ff", "ph"});
    } else {
        add_other_beginning(keys, word, "ph", {"f", "ff"});
    }
    const bool hard_c = word.size() > 1 && word.front() == 'c' && word[1] != 'h';
    if (hard_c) {
        add_other_beginning(keys, word, "c", {"k"});
    } else {
        add_other_beginning(keys, word, "k", {"c"});
    }
}

// MacDonald, McDonald: each found by the other, and by Donald. A remainder of two letters or fewer
// is no name: Macy is not Mac Y.
void add_mac_spellings(std::set<string>& keys, const string& word) {
    constexpr std::size_t shortest_name = 3;
    for (const string_view mac : {"mac", "mc"}) {
        if (word.starts_with(mac) && word.size() >= mac.size() + shortest_name) {
            const auto rest = word.substr(mac.size());
            keys.insert({"mac" + rest, "mc" + rest, rest});
            return;
        }
    }
}

void add_word(std::set<string>& keys, const string& word) {
    keys.insert(word);
    for (const auto& row : spelling_rows) {
        if (std::ranges::find(row, string_view{word}) != row.end()) {
            for (const auto spelling : row) {
                keys.emplace(spelling);
            }
        }
    }
    add_other_beginnings(keys, word);
    add_mac_spellings(keys, word);
}

void add_keys(std::set<string>& keys, const std::vector<Word>& words) {
    string joined;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& word = words[i].text;
        add_word(keys, word);
        joined += word;
        if (i + 1 < words.size() && (is_particle(word) || words[i].apostrophe_follows)) {
            add_word(keys, word + words[i + 1].text);
        }
    }
    if (words.size() > 1) {
        keys.insert(joined);
    }
}

} // namespace

string fold(string_view name) {
    string folded;
    for (const auto& word : words_of(name)) {
        if (!folded.empty()) {
            folded += ' ';
        }
        folded += word.text;
    }
    return folded;
}

std::vector<string> name_keys(string_view forename, string_view surname) {
    std::set<string> keys;
    add_keys(keys, words_of(forename));
    add_keys(keys, words_of(surname));
    keys.erase("");
    return {keys.begin(), keys.end()};
}

std::vector<string> search_prefixes(string_view typed) {
    const auto words = words_of(typed);
    std::vector<string> prefixes;
    for (std::size_t i = 0; i < words.size(); ++i) {
        // O'Neill is looked for as oneill and Mc Donald as mcdonald, because the same person may
        // have been written down as one word or two; an initial ("D Jones") stays an initial.
        const bool one_word = words[i].apostrophe_follows || words[i].text == "mc" ||
                              words[i].text == "mac" || words[i].text == "ap" ||
                              words[i].text == "ab";
        string prefix = words[i].text;
        if (one_word && i + 1 < words.size()) {
            prefix += words[++i].text;
        }
        if (std::ranges::find(prefixes, prefix) == prefixes.end()) {
            prefixes.push_back(std::move(prefix));
        }
    }
    return prefixes;
}

// NOT MODELLED: Bangor, where n and g are two letters; no rule can tell, only a word list, and
// none is used because a list of people stays readable either way.
bool comes_before(string_view a, string_view b) {
    // ICU's own Welsh tailoring: &C<ch &D<dd &F<ff &G<ng &L<ll &P<ph &R<rh &T<th.
    static const UCollator* welsh = [] {
        UErrorCode status = U_ZERO_ERROR;
        auto* collator = ucol_open("cy", &status);
        if (U_FAILURE(status) != 0) {
            throw std::runtime_error{"ICU has no collation data"};
        }
        return collator;
    }();
    UErrorCode status = U_ZERO_ERROR;
    const auto order = ucol_strcollUTF8(welsh, a.data(), static_cast<std::int32_t>(a.size()),
                                        b.data(), static_cast<std::int32_t>(b.size()), &status);
    return order == UCOL_EQUAL ? a < b : order == UCOL_LESS;
}

} // namespace gweld::people
