// Which passwords are not taken.
#include "casework/password_faults.h"

#include <gtest/gtest.h>
#include <string>

namespace gweld::casework {

namespace {

std::optional<PasswordFault> fault_in(std::string_view password) {
    return fault_in_password(password, "catrin.hughes", "Catrin Llŷr Hughes");
}

} // namespace

TEST(Passwords, that_are_short_are_refused_by_their_characters) {
    EXPECT_EQ(fault_in(""), PasswordFault::too_short);
    EXPECT_EQ(fault_in("tyllwyth teg").has_value(), false) << "twelve";
    EXPECT_EQ(fault_in("tyllwyth te"), PasswordFault::too_short);
    EXPECT_EQ(fault_in("ŵŷŵŷŵŷŵŷŵŷŵ"), PasswordFault::too_short) << "eleven, in 22 bytes";
}

TEST(Passwords, that_everybody_uses_are_refused) {
    for (const auto* password :
         {"123456789987654321", "qwerty123456", "1qaz2wsx3edc", "Password1234", "P@ssw0rd2026!",
          "dragondragon", "DRAGONdragon", "123dragon123", "liverpool2026", "B4seb4ll!!!!",
          "aaaaaaaaaaaaa", "abababababab", "leavemealone", "1234567890123", "abcdefghijklm"}) {
        EXPECT_EQ(fault_in(password), PasswordFault::everybodys) << password;
    }
}

TEST(Passwords, that_say_who_or_where_are_refused) {
    for (const auto* password : {"catrin.hughes", "Catrin-Hughes-1974", "Llyr 13579 8642",
                                 "gweld gweld 2026", "Cyngor-Gweld-1", "Llyr Catrin 22",
                                 "Swansea-Council-1", "Safeguarding2026!", "Diogelu Plant 1"}) {
        EXPECT_EQ(fault_in(password), PasswordFault::names_them) << password;
    }
}

TEST(Passwords, take_any_characters_and_are_as_they_were_typed) {
    const std::string long_one(200, 'x');
    for (const auto* password :
         {"three small owls", "tair tylluan fach", "合言葉は山と川と空と海です",
          "Hughes keeps bees", "the council of owls", "correct horse", "kestrel-over-barn",
          "ff8Kz0!pQw2c"}) {
        EXPECT_EQ(fault_in(password), std::nullopt) << password;
    }
    EXPECT_EQ(fault_in(long_one + " three small owls"), std::nullopt);
}

} // namespace gweld::casework
