#include "phone/keys.h"

#include "as_a_phone.h"

#include <gtest/gtest.h>

namespace gweld::phone {
namespace {

constexpr std::string_view item = "018f3a7e-5c1d-7b42-9e10-0123456789ab";
constexpr std::string_view text = "Dw i eisiau Nain. Cegin gynnes.";

class PhoneKeys : public ::testing::Test {
  protected:
    Sealed sealed(std::string_view what = text) const {
        return seal_as_a_phone(keys.name(), keys.public_point(), item, what);
    }
    std::string pem = Keys::make();
    Keys keys = Keys::read(pem).value();
};

TEST_F(PhoneKeys, opens_what_a_phone_sealed) {
    for (const auto* what : {"", "a", text.data()}) {
        const auto opened = keys.open(sealed(what), item);
        ASSERT_TRUE(opened.ok());
        EXPECT_EQ(opened.value(), what);
    }
    const std::string long_text(200'000, 'w');
    EXPECT_EQ(keys.open(sealed(long_text), item).value(), long_text);
}

TEST_F(PhoneKeys, every_item_has_a_key_of_its_own_and_says_nothing_of_its_text) {
    const auto one = sealed();
    const auto other = sealed();
    EXPECT_NE(one.point, other.point);
    EXPECT_NE(one.text, other.text);
    EXPECT_EQ(one.text.find("Nain"), std::string::npos);
    EXPECT_EQ(one.text.size(), text.size() + tag_bytes);
}

TEST_F(PhoneKeys, one_changed_bit_anywhere_is_damage) {
    const auto whole = sealed();
    for (auto part : {&Sealed::point, &Sealed::nonce, &Sealed::text}) {
        for (std::size_t at = 0; at < (whole.*part).size(); ++at) {
            auto broken = whole;
            auto& byte = (broken.*part).at(at);
            byte = static_cast<char>(byte ^ 1);
            const auto opened = keys.open(broken, item);
            ASSERT_FALSE(opened.ok()) << at;
            EXPECT_EQ(opened.error(), CannotOpen::damaged);
        }
        auto shorter = whole;
        (shorter.*part).pop_back();
        EXPECT_FALSE(keys.open(shorter, item).ok());
        auto nothing = whole;
        (nothing.*part).clear();
        EXPECT_FALSE(keys.open(nothing, item).ok());
    }
}

TEST_F(PhoneKeys, an_item_does_not_pass_for_another) {
    EXPECT_FALSE(keys.open(sealed(), "018f3a7e-5c1d-7b42-9e10-0123456789ac").ok());
}

TEST_F(PhoneKeys, a_key_we_do_not_have_is_told_from_damage) {
    auto other = sealed();
    other.key = "0000000000000000";
    EXPECT_EQ(keys.open(other, item).error(), CannotOpen::unknown_key);
    // The same name, another key: cannot be told from damage, and is not opened.
    const auto stranger = Keys::read(Keys::make()).value();
    auto forged = sealed();
    forged.key = stranger.name();
    EXPECT_EQ(stranger.open(forged, item).error(), CannotOpen::damaged);
}

TEST_F(PhoneKeys, an_older_key_still_opens_and_the_newest_is_given_out) {
    const auto waiting = sealed();
    const auto both = Keys::read(pem + Keys::make()).value();
    EXPECT_NE(both.name(), keys.name());
    EXPECT_EQ(both.open(waiting, item).value(), text);
    const auto fresh = seal_as_a_phone(both.name(), both.public_point(), item, text);
    EXPECT_EQ(both.open(fresh, item).value(), text);
}

TEST_F(PhoneKeys, what_is_no_key_of_ours_is_not_read) {
    EXPECT_FALSE(Keys::read("").has_value());
    EXPECT_FALSE(Keys::read("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"));
    EXPECT_FALSE(Keys::read("not a key"));
}

TEST_F(PhoneKeys, has_a_name_and_a_point_that_a_browser_takes) {
    EXPECT_EQ(keys.name().size(), 16U);
    EXPECT_EQ(keys.public_point().size(), point_bytes);
    EXPECT_EQ(keys.public_point().front(), '\x04');
    EXPECT_EQ(Keys::read(pem)->name(), keys.name());
}

} // namespace
} // namespace gweld::phone
