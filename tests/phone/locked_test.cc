#include "as_a_phone.h"
#include "phone/locked.h"

#include <cstring>
#include <gtest/gtest.h>
#include <set>

namespace gweld::phone {
namespace {

class Chance : public base::Random {
  public:
    void fill(std::span<std::uint8_t> bytes) override {
        must(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())));
    }
};

// What a browser does (assets/ts/offline/sealing.ts), written a second time. Empty: another code,
// or another text.
std::string opened(std::string_view code, const Locked& locked) {
    std::string key(32, '\0');
    must(PKCS5_PBKDF2_HMAC(code.data(), static_cast<int>(code.size()), raw(locked.salt), 16,
                           600'000, EVP_sha256(), 32, raw(key)));
    const auto size = locked.text.size() - tag_bytes;
    std::string tag = locked.text.substr(size);
    std::string plain(size, '\0');
    int written = 0;
    int rest = 0;
    EVP_CIPHER_CTX* context = EVP_CIPHER_CTX_new();
    must(EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), nullptr, raw(key), raw(locked.nonce)));
    must(
        EVP_DecryptUpdate(context, raw(plain), &written, raw(locked.text), static_cast<int>(size)));
    must(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, 16, tag.data()));
    const bool whole = EVP_DecryptFinal_ex(context, raw(plain) + written, &rest) == 1;
    EVP_CIPHER_CTX_free(context);
    return whole ? plain : std::string{};
}

TEST(Locked, opens_with_its_code_and_with_no_other) {
    Chance chance;
    const auto locked = lock("abcdefghjk23456789mn", "Llyn y Fan Fach", chance);
    EXPECT_EQ(opened("abcdefghjk23456789mn", locked), "Llyn y Fan Fach");
    EXPECT_EQ(opened("abcdefghjk23456789mm", locked), "");
    auto changed = locked;
    changed.text.front() ^= 1;
    EXPECT_EQ(opened("abcdefghjk23456789mn", changed), "");
    EXPECT_EQ(locked.text.find("Llyn"), std::string::npos);
}

TEST(Locked, a_code_is_read_as_it_is_written_down) {
    EXPECT_EQ(as_typed("Abcde FGHJK-23456\r\n"), "abcdefghjk23456");
    EXPECT_EQ(as_typed(""), "");
}

TEST(Locked, fresh_codes_are_long_and_differ) {
    Chance chance;
    std::set<std::string> codes;
    for (int n = 0; n < 100; ++n) {
        const auto code = fresh_code(chance);
        EXPECT_EQ(code.size(), 35U);
        EXPECT_EQ(as_typed(code).size(), 30U);
        EXPECT_EQ(code.find_first_of("ilo01-"), std::string::npos) << code;
        codes.insert(code);
    }
    EXPECT_EQ(codes.size(), 100U);
}

} // namespace
} // namespace gweld::phone
