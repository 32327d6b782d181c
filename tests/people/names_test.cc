#include "people/names.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace {

using gweld::people::comes_before;
using gweld::people::fold;
using gweld::people::name_keys;
using gweld::people::search_prefixes;
using Strings = std::vector<std::string>;

bool finds(std::string_view typed, std::string_view forename, std::string_view surname) {
    const auto keys = name_keys(forename, surname);
    const auto prefixes = search_prefixes(typed);
    return !prefixes.empty() && std::ranges::all_of(prefixes, [&](const std::string& prefix) {
        return std::ranges::any_of(keys,
                                   [&](const std::string& key) { return key.starts_with(prefix); });
    });
}

TEST(NameFolding, accents_and_apostrophes_make_no_difference) {
    EXPECT_EQ(fold("Siân"), "sian");
    EXPECT_EQ(fold("Sian"), "sian");
    EXPECT_EQ(fold("Sian'"), "sian");
    EXPECT_EQ(fold("Sian\u00B4"), "sian");
    EXPECT_EQ(fold("Sia\u0302n"), "sian");
    EXPECT_EQ(fold("LLŷR"), "llyr");
    EXPECT_EQ(fold("Tŷ Gŵyn"), "ty gwyn");
    EXPECT_EQ(fold("O\u2019Neill"), "o neill");
    EXPECT_EQ(fold("  Llwyd-Parry,  Ann "), "llwyd parry ann");
    EXPECT_EQ(fold("Łukasz Øster Æthel Straße"), "lukasz oster aethel strasse");
    EXPECT_EQ(fold("ﬁon"), "fion");
}

TEST(NameFolding, nothing_and_broken_text_are_not_refused) {
    EXPECT_EQ(fold(""), "");
    EXPECT_EQ(fold(" -'- "), "");
    EXPECT_EQ(fold("Si\xE2n"), "si n");
    EXPECT_EQ(fold("\xFF\xFE\xC3"), "");
    EXPECT_TRUE(name_keys("", "").empty());
    EXPECT_TRUE(search_prefixes(" ' ").empty());
    EXPECT_LE(fold(std::string(1'000'000, 'a')).size(), 2000U);
}

TEST(NameFolding, other_alphabets_are_kept) {
    EXPECT_EQ(fold("Олена"), "олена");
    EXPECT_TRUE(finds("Олен", "Олена", "Коваль"));
}

TEST(NameKeys, a_name_is_found_with_and_without_its_accents) {
    EXPECT_TRUE(finds("Sian", "Siân", "Prys"));
    EXPECT_TRUE(finds("Siân", "Sian", "Prys"));
    EXPECT_TRUE(finds("sian'", "Siân", "Prys"));
    EXPECT_TRUE(finds("llyr", "Llŷr", "Hopcyn"));
    EXPECT_TRUE(finds("Llŷr", "Llyr", "Hopcyn"));
}

TEST(NameKeys, ll_is_found_by_people_who_type_as_far_as_they_please) {
    EXPECT_TRUE(finds("l", "Elen", "Lloyd"));
    EXPECT_TRUE(finds("ll", "Elen", "Lloyd"));
    EXPECT_FALSE(finds("ll", "Elen", "Lewis"));
}

TEST(NameKeys, a_patronymic_is_found_by_the_whole_and_by_the_father) {
    EXPECT_EQ(name_keys("", "ap Dewi"), (Strings{"ap", "apdewi", "dewi"}));
    for (const auto* typed : {"ap Rhys", "aprhys", "Rhys", "rhys", "Twm Rhys", "Rees"}) {
        EXPECT_TRUE(finds(typed, "Twm", "ap Rhys")) << typed;
    }
    EXPECT_TRUE(finds("ab Owain", "Dyfed", "ab Owain"));
    EXPECT_TRUE(finds("owain", "Dyfed", "ab Owain"));
    EXPECT_TRUE(finds("ferch Ifan", "Nest", "ferch Ifan"));
    EXPECT_TRUE(finds("verch ifan", "Nest", "ferch Ifan"));
    EXPECT_TRUE(finds("Ifan", "Nest", "ferch Ifan"));
    EXPECT_TRUE(finds("ap rhys", "Twm", "Aprhys"));
}

TEST(NameKeys, an_apostrophe_a_space_or_neither_is_one_name) {
    for (const auto* typed : {"O'Neill", "O\u2019Neill", "oneill", "Neill", "o neill"}) {
        EXPECT_TRUE(finds(typed, "Carys", "O'Neill")) << typed;
    }
    EXPECT_TRUE(finds("O'Neill", "Carys", "ONeill"));
    EXPECT_TRUE(finds("O'Neill", "Carys", "Davies-O'Neill"));
    EXPECT_TRUE(finds("D'Arcy", "Ann", "Darcy"));
    EXPECT_TRUE(finds("darcy", "Ann", "D'Arcy"));
    EXPECT_TRUE(finds("arcy", "Ann", "D'Arcy"));
    EXPECT_TRUE(finds("D Jones", "Dewi", "Jones"));
}

TEST(NameKeys, mac_and_mc_find_each_other) {
    for (const auto* typed : {"MacDonald", "McDonald", "Mc Donald", "mac donald", "Donald"}) {
        EXPECT_TRUE(finds(typed, "Ann", "MacDonald")) << typed;
        EXPECT_TRUE(finds(typed, "Ann", "Mc Donald")) << typed;
        EXPECT_TRUE(finds(typed, "Ann", "McDonald")) << typed;
    }
    EXPECT_EQ(name_keys("Macy", ""), (Strings{"macy"}));
}

TEST(NameKeys, either_half_of_a_double_barrelled_name_finds_it) {
    for (const auto* typed : {"Wynne-Jones", "wynne jones", "Jones", "wynnejones", "Wyn-Jones"}) {
        EXPECT_TRUE(finds(typed, "Mair", "Wynne-Jones")) << typed;
    }
    EXPECT_TRUE(finds("Mari-Lisa", "Mari Lisa", "Huws"));
    EXPECT_TRUE(finds("Marilisa", "Mari-Lisa", "Huws"));
}

TEST(NameKeys, listed_spellings_find_each_other) {
    const std::vector<Strings> rows = {{"Rhys", "Rees", "Rhees", "Reece"},
                                       {"Wyn", "Wynn", "Wynne"},
                                       {"Ffion", "Fion"},
                                       {"Catrin", "Katrin"},
                                       {"Ffylip", "Phylip"},
                                       {"Llywelyn", "Llewelyn", "Llewellyn"}};
    for (const auto& row : rows) {
        for (const auto& typed : row) {
            for (const auto& written : row) {
                EXPECT_TRUE(finds(typed, written, "")) << typed << " for " << written;
            }
        }
    }
}

TEST(NameKeys, names_that_are_not_listed_together_stay_apart) {
    EXPECT_FALSE(finds("David", "Dafydd", ""));
    EXPECT_FALSE(finds("Rhodri", "Rhys", ""));
    EXPECT_FALSE(finds("Chris", "Kris", ""));
    EXPECT_FALSE(finds("Siân Prys", "Siân", "Hopcyn"));
}

TEST(NameKeys, keys_are_in_order_and_none_is_empty_or_twice) {
    const auto keys = name_keys("Rhys Rhys", "ap Rhys-Wynne");
    EXPECT_TRUE(std::ranges::is_sorted(keys));
    EXPECT_EQ(std::ranges::adjacent_find(keys), keys.end());
    EXPECT_EQ(std::ranges::count(keys, std::string{}), 0);
}

TEST(NameOrder, is_that_of_a_welsh_telephone_book) {
    const Strings in_order = {"Cadog",  "Cybi",  "Chubb", "Dafydd", "Dylan",   "Ddol",
                              "Fychan", "Ffowc", "Gwen",  "Ngozi",  "Hywel",   "Lewis",
                              "Lynn",   "Llwyd", "Parry", "Pugh",   "Phillip", "Roberts",
                              "Ryan",   "Rhys",  "Tomos", "Tywyn",  "Thomas"};
    for (std::size_t i = 0; i + 1 < in_order.size(); ++i) {
        EXPECT_TRUE(comes_before(in_order[i], in_order[i + 1])) << in_order[i];
        EXPECT_FALSE(comes_before(in_order[i + 1], in_order[i])) << in_order[i];
    }
}

TEST(NameOrder, is_strict_even_for_names_that_differ_only_in_an_accent) {
    EXPECT_FALSE(comes_before("Siân", "Siân"));
    EXPECT_NE(comes_before("Siân", "Sian"), comes_before("Sian", "Siân"));
    EXPECT_TRUE(comes_before("Siân", "Sioned"));
    EXPECT_FALSE(comes_before("", ""));
    EXPECT_TRUE(comes_before("", "A"));
}

} // namespace
