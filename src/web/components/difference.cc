#include "web/components/difference.h"

#include <algorithm>
#include <cstdint>

namespace gweld::web::ours {

namespace {

using Words = std::vector<std::string_view>;
using In = Stretch::In;

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Each with the white space that follows it, so that nothing of the text is lost.
Words words_of(std::string_view text) {
    Words words;
    while (!text.empty()) {
        const auto white = std::ranges::find_if(text, is_white);
        const auto next = std::find_if_not(white, text.end(), is_white);
        const auto length = static_cast<std::size_t>(next - text.begin());
        words.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return words;
}

void add(std::vector<Stretch>& all, In in, std::string_view text) {
    if (text.empty()) {
        return;
    }
    if (all.empty() || all.back().in != in) {
        all.push_back({in, {}});
    }
    all.back().text += text;
}

// Longest common subsequence: at [i][j] of what follows word i of the first and j of the second.
class Lengths {
  public:
    Lengths(const Words& first, const Words& second)
        : width_{second.size() + 1}, cells_((first.size() + 1) * width_) {
        for (std::size_t i = first.size(); i-- > 0;) {
            for (std::size_t j = second.size(); j-- > 0;) {
                cell(i, j) = first[i] == second[j]
                                 ? static_cast<std::uint16_t>(cell(i + 1, j + 1) + 1)
                                 : std::max(cell(i + 1, j), cell(i, j + 1));
            }
        }
    }
    std::uint16_t at(std::size_t i, std::size_t j) const { return cells_[i * width_ + j]; }

  private:
    std::uint16_t& cell(std::size_t i, std::size_t j) { return cells_[i * width_ + j]; }
    std::size_t width_;
    std::vector<std::uint16_t> cells_;
};

void compare(const Words& first, const Words& second, std::vector<Stretch>& all) {
    constexpr std::size_t most_cells = 4'000'000;
    if ((first.size() + 1) * (second.size() + 1) > most_cells) {
        std::ranges::for_each(first, [&](auto word) { add(all, In::first, word); });
        std::ranges::for_each(second, [&](auto word) { add(all, In::second, word); });
        return;
    }
    const Lengths common{first, second};
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < first.size() || j < second.size()) {
        if (i < first.size() && j < second.size() && first[i] == second[j]) {
            add(all, In::both, first[i]);
            ++i, ++j;
        } else if (j == second.size() ||
                   (i < first.size() && common.at(i + 1, j) >= common.at(i, j + 1))) {
            add(all, In::first, first[i++]);
        } else {
            add(all, In::second, second[j++]);
        }
    }
}

} // namespace

std::vector<Stretch> stretches(std::string_view first, std::string_view second) {
    auto a = words_of(first);
    auto b = words_of(second);
    const auto [a_from, b_from] = std::ranges::mismatch(a, b);
    const Words head{a.begin(), a_from};
    a.erase(a.begin(), a_from);
    b.erase(b.begin(), b_from);
    std::vector<std::string_view> tail;
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        tail.push_back(a.back());
        a.pop_back(), b.pop_back();
    }
    std::vector<Stretch> all;
    std::ranges::for_each(head, [&](auto word) { add(all, In::both, word); });
    compare(a, b, all);
    std::for_each(tail.rbegin(), tail.rend(), [&](auto word) { add(all, In::both, word); });
    return all;
}

Html render(const Difference& words, std::string_view first, std::string_view second) {
    Markup out;
    const auto said = [&](const std::string& text) {
        out.raw("<span class=\"govuk-visually-hidden\"> ").text(text).raw(" </span>");
    };
    out.raw("<div class=\"app-difference\">");
    for (const auto& stretch : stretches(first, second)) {
        if (stretch.in == In::both) {
            out.text(stretch.text);
            continue;
        }
        const bool of_first = stretch.in == In::first;
        out.raw(of_first ? "<del>" : "<ins>");
        said((of_first ? words.first : words.second) + ":");
        out.text(stretch.text);
        said(words.until);
        out.raw(of_first ? "</del>" : "</ins>");
    }
    return out.raw("</div>").take();
}

} // namespace gweld::web::ours
