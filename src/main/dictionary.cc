#include "main/console.h"
#include "record/kinds.h"
#include "record/tables.h"
#include "record/unsaved.h"

#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <iostream>
#include <type_traits>

namespace gweld::program {

namespace {

// What a member is, in the words of the dictionary. Everything comes from the descriptions in
// kinds.h and tables.h, so the dictionary cannot fall behind the code.

template <class T>
concept Enumerated = std::is_enum_v<T>;
template <class T>
concept Described = boost::describe::has_describe_members<T>::value;

template <Enumerated T> std::string one_of() {
    std::string list;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
        [&](const auto& e) { list.append(list.empty() ? "" : ", ").append(e.name); });
    return "one of: " + list;
}

template <class T> struct Unwrapped {
    static std::string text() {
        if constexpr (std::is_same_v<T, std::string>) {
            return "text";
        } else if constexpr (std::is_same_v<T, time::CivilDate>) {
            return "date";
        } else if constexpr (std::is_same_v<T, int> || std::is_same_v<T, std::int64_t>) {
            return "whole number";
        } else if constexpr (Enumerated<T>) {
            return one_of<T>();
        } else if constexpr (std::is_same_v<T, record::ProtectedText>) {
            return "text that is left out of whatever is read";
        } else {
            return "id (UUID)";
        }
    }
};
template <class T> struct Unwrapped<std::optional<T>> {
    static std::string text() { return Unwrapped<T>::text() + ", or none"; }
};
template <class T> struct Unwrapped<std::vector<T>> {
    static std::string text() {
        if constexpr (Described<T>) {
            std::string inner = "list of (";
            boost::mp11::mp_for_each<
                boost::describe::describe_members<T, boost::describe::mod_public>>(
                [&](const auto& member) {
                    using Member = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
                    inner.append(inner.ends_with('(') ? "" : "; ")
                        .append(member.name)
                        .append(": ")
                        .append(Unwrapped<Member>::text());
                });
            return inner + ")";
        } else {
            return "list of: " + Unwrapped<T>::text();
        }
    }
};

template <class T> void print_members() {
    std::cout << "| member | what it holds |\n|---|---|\n";
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
        [&](const auto& member) {
            using Member = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
            std::cout << "| `" << member.name << "` | " << Unwrapped<Member>::text() << " |\n";
        });
    std::cout << '\n';
}

template <class... Kinds> void print_kinds(record::KindList<Kinds...>) {
    ((std::cout << "### `" << record::Named<Kinds>::name << "`\n\n", print_members<Kinds>()), ...);
}

template <class... Rows> void print_tables(record::RowList<Rows...>) {
    ((std::cout << "### `" << record::TableOf<Rows>::name
                << "`\n\nKey: the authority and the first " << record::TableOf<Rows>::key_width
                << " below.\n\n",
      print_members<Rows>()),
     ...);
}

} // namespace

int print_dictionary(const Console&) {
    std::cout
        << "# Data dictionary\n\n"
           "Printed by `gweld dictionary` from the descriptions in `src/record/kinds.h` and\n"
           "`src/record/tables.h`; a test keeps this file equal to what it prints.\n\n"
           "## Kinds of entry\n\nEvery entry also carries: id, authority, sequence, kind and its "
           "version, whom it is\nabout, the day (and moment) it was so, when it was recorded and "
           "by whom (name, role and\nteam of that moment), what it corrects and why, where it was "
           "imported from, and its\nhashes.\n\n";
    print_kinds(record::AllKinds{});
    std::cout << "## Tables beside the record\n\nComputed from the entries; `gweld rebuild` "
                 "computes them again. The first column of each is\nthe authority. Days are day "
                 "numbers (days since 1 January 1970), moments are Unix\nmilliseconds.\n\n";
    print_tables(record::AllRows{});
    std::cout
        << "## Kept beside the record and not computed from it\n\nWhat somebody began and has "
           "not saved: read by its writer alone, gone when it is saved, thrown\naway or too "
           "old. `gweld rebuild` leaves it as it is.\n\n";
    print_tables(record::RowList<record::UnsavedFormRow>{});
    return done;
}

} // namespace gweld::program
