// keys.h - the key to which phones seal what they cannot send yet, and the opening of it. Knows no
// record, no file and no network.
//
// A sealed item: a fresh P-256 pair made on the phone for this item alone, its secret shared with
// our public key by ECDH, HKDF-SHA-256 of that (salt: both public points, info: below), AES-256-GCM
// with a random nonce; the item's id is authenticated with it. Only the holder of our private key
// opens it again: not the phone, and not whoever has the phone.
#pragma once

#include "base/result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gweld::phone {

inline constexpr std::string_view sealing_info = "gweld visit 1";
inline constexpr std::size_t point_bytes = 65; // uncompressed: 4, x, y
inline constexpr std::size_t nonce_bytes = 12;
inline constexpr std::size_t tag_bytes = 16;

struct Sealed {        // bytes, not text
    std::string key;   // which of our keys, by its name
    std::string point; // the public half of the pair made for this item
    std::string nonce;
    std::string text; // with the tag at its end
};

// unknown_key: sealed to a key we do not have (any more). damaged: not what the phone sealed, or
// not under this id.
enum class CannotOpen { unknown_key, damaged };

class Keys {
  public:
    // PEM blocks of private keys, the newest last: older ones still open what was sealed to them.
    // None: nothing in it is a P-256 key, or something is another.
    static std::optional<Keys> read(std::string_view pem);
    static std::string make(); // one fresh key as a PEM block

    const std::string& name() const;         // of the newest: 16 hexadecimal letters
    const std::string& public_point() const; // of the newest
    base::Result<std::string, CannotOpen> open(const Sealed& item, std::string_view id) const;

    Keys(Keys&&) noexcept;
    Keys& operator=(Keys&&) noexcept;
    ~Keys();

  private:
    struct Ring;
    explicit Keys(std::unique_ptr<Ring> ring);
    std::unique_ptr<Ring> ring_;
};

} // namespace gweld::phone
