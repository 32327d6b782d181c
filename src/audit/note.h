// note.h - a text with signatures under it, as https://c2sp.org/signed-note has it: Ed25519, so
// that other people's programs can check what we sign. Knows no file and not what the text says.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::audit {

using PublicKey = std::array<std::uint8_t, 32>;

// Whoever has it can tell what the key of that name signed, and cannot sign.
struct Verifier {
    std::string name; // never empty; no white space, no plus
    PublicKey key{};
    friend bool operator==(const Verifier&, const Verifier&) = default;
};
std::string to_text(const Verifier& verifier); // NAME+HEX+BASE64
std::optional<Verifier> verifier_from(std::string_view text);

// The key itself. Its text is that of Go's golang.org/x/mod/sumdb/note:
// PRIVATE+KEY+NAME+HEX+BASE64.
class Signer {
  public:
    using Seed = std::array<std::uint8_t, 32>;
    // Throws std::logic_error where the name is none.
    Signer(std::string name, const Seed& seed);
    ~Signer();
    Signer(const Signer& other) = default;
    Signer& operator=(const Signer&) = default;
    static std::optional<Signer> from(std::string_view text);

    std::string to_text() const;
    const Verifier& verifier() const { return verifier_; }
    // The text, an empty line, one signature. Throws std::logic_error where the text does not end
    // with a line's end.
    std::string sign(const std::string& text) const;

  private:
    Verifier verifier_;
    std::array<std::uint8_t, 64> secret_{};
};

bool is_name(std::string_view name);

struct Signature {
    std::string name;
    std::uint32_t key = 0; // its id, told from name and key
    std::vector<std::uint8_t> bytes;
};
struct Note {
    std::string text; // with its last line's end
    std::vector<Signature> signatures;
};
// None: it is no note.
std::optional<Note> note_from(std::string_view text);

// wrong: there is one with the verifier's name and id, and it is of another text.
enum class Signed : std::uint8_t { yes, not_by_this, wrong };
Signed is_signed(const Note& note, const Verifier& verifier);

std::string base64(const std::vector<std::uint8_t>& bytes);
std::optional<std::vector<std::uint8_t>> from_base64(std::string_view text);

} // namespace gweld::audit
