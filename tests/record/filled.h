// filled.h - any kind with every member filled, from its description: nothing to keep up with when
// a member is added.
#pragma once

#include "record/kinds.h"

#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <random>
#include <stdexcept>

namespace gweld::record {

using Dice = std::mt19937_64;

template <class T>
using MembersOf = boost::describe::describe_members<T, boost::describe::mod_public>;

inline void fill(Dice& dice, int& out) { out = static_cast<int>(dice()); }
inline void fill(Dice& dice, CivilDate& out) {
    out = CivilDate::from_day_number(static_cast<std::int32_t>(dice() % 60000) - 20000);
}
// Letters, accents, quotation marks, control characters, bytes that are no UTF-8.
inline void fill(Dice& dice, std::string& out) {
    constexpr std::string_view pieces[] = {
        "a", "Siân ", "\"",   "\\",           "\n", "\x01", "日本", "\xF0\x9F\x90\x91",
        "/", "\xff",  "\xc3", "\xed\xa0\x80", "\t", "ŵ",    "{}"};
    out.clear();
    for (auto n = dice() % 8; n > 0; --n) {
        out += pieces[dice() % std::size(pieces)];
    }
    if (dice() % 9 == 0) {
        out += '\0';
    }
}
template <class Tag> void fill(Dice& dice, base::Sensitive<Tag>& out) {
    std::string text;
    fill(dice, text);
    out = base::Sensitive<Tag>{std::move(text)};
}
template <class Tag> void fill(Dice& dice, base::Id<Tag>& out) {
    for (auto& byte : out.uuid.bytes) {
        byte = static_cast<std::uint8_t>(dice());
    }
}
template <class T>
    requires std::is_enum_v<T>
void fill(Dice& dice, T& out) {
    using Names = boost::describe::describe_enumerators<T>;
    const auto chosen = dice() % boost::mp11::mp_size<Names>::value;
    std::size_t i = 0;
    boost::mp11::mp_for_each<Names>([&](auto each) { out = i++ == chosen ? each.value : out; });
}
template <class T>
    requires boost::describe::has_describe_members<T>::value
void fill(Dice& dice, T& out);
template <class T> void fill(Dice& dice, std::vector<T>& out) {
    out.resize(dice() % 4);
    for (auto& each : out) {
        fill(dice, each);
    }
}
template <class T> void fill(Dice& dice, std::optional<T>& out) {
    out.reset();
    if (dice() % 2 == 0) {
        if constexpr (std::is_same_v<T, CivilDate>) {
            out = to_be_given;
        } else {
            out.emplace();
        }
        fill(dice, *out);
    }
}
template <class T>
    requires boost::describe::has_describe_members<T>::value
void fill(Dice& dice, T& out) {
    boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) { fill(dice, out.*member.pointer); });
}

template <class Kind> struct KindType {
    using type = Kind;
};
template <class F, class... Kinds> void each_kind(KindList<Kinds...>, F&& f) {
    (f(KindType<Kinds>{}), ...);
}

} // namespace gweld::record
