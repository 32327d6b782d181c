#include "casework/second_factor.h"

#include "casework/sign_in.h"
#include "casework/totp.h"

#include <algorithm>
#include <array>
#include <sodium.h>

namespace gweld::casework {

namespace {

using record::Hash;
using record::SecondFactor;

// ---- the secret where it is kept -------------------------------------------------------------
constexpr std::string_view as_it_is = "0:";
constexpr std::string_view sealed = "1:";
constexpr auto nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr auto tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int base64_variant = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string base64(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), base64_variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), base64_variant);
    text.pop_back(); // the NUL
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes(text.size() + 1, '\0');
    std::size_t length = 0;
    if (sodium_base642bin(bytes_of(bytes), bytes.size(), text.data(), text.size(), nullptr, &length,
                          nullptr, base64_variant) != 0) {
        return std::nullopt;
    }
    bytes.resize(length);
    return bytes;
}

std::string random_bytes(Office& office, std::size_t count) {
    std::vector<std::uint8_t> bytes(count);
    office.random.fill(bytes);
    return {bytes.begin(), bytes.end()};
}

// The name goes into the seal: moved to another person's row it opens nothing.
std::string kept(Office& office, std::string_view name, std::string_view secret) {
    const auto& key = office.sign_in_rules.factor_key;
    if (key.empty()) {
        return std::string{as_it_is} + base64(secret);
    }
    auto text = random_bytes(office, nonce_bytes);
    std::string cipher(secret.size() + tag_bytes, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytes_of(cipher), nullptr, bytes_of(secret), secret.size(), bytes_of(name), name.size(),
        nullptr, bytes_of(std::string_view{text}), bytes_of(std::string_view{key}));
    return std::string{sealed} + base64(text + cipher);
}

std::optional<std::string> opened(const Office& office, const SecondFactor& factor) {
    const std::string_view text{factor.secret};
    if (text.starts_with(as_it_is)) {
        return from_base64(text.substr(as_it_is.size()));
    }
    const auto& key = office.sign_in_rules.factor_key;
    const auto bytes =
        text.starts_with(sealed) ? from_base64(text.substr(sealed.size())) : std::nullopt;
    if (key.empty() || !bytes || bytes->size() < nonce_bytes + tag_bytes) {
        return std::nullopt;
    }
    const std::string_view cipher = std::string_view{*bytes}.substr(nonce_bytes);
    std::string secret(cipher.size() - tag_bytes, '\0');
    const bool whole =
        crypto_aead_xchacha20poly1305_ietf_decrypt(
            bytes_of(secret), nullptr, nullptr, bytes_of(cipher), cipher.size(),
            bytes_of(factor.sign_in_name), factor.sign_in_name.size(),
            bytes_of(std::string_view{*bytes}), bytes_of(std::string_view{key})) == 0;
    return whole ? std::optional{std::move(secret)} : std::nullopt;
}

// ---- codes -----------------------------------------------------------------------------------
constexpr std::size_t code_bytes = 10; // 16 characters of base32: too many to try, hash or not

std::string code_typed(std::string_view typed) {
    std::string plain;
    for (const char c : typed) {
        if (c != ' ' && c != '-' && c != '\t') {
            plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
    }
    return plain;
}

Hash hash_of_code(std::string_view name, std::string_view plain) {
    return token_hash("recovery " + std::string{name} + " " + std::string{plain});
}

std::string grouped(const std::string& code) {
    std::string text;
    for (std::size_t i = 0; i < code.size(); ++i) {
        text += (i > 0 && i % 4 == 0 ? "-" : "");
        text += code[i];
    }
    return text;
}

RecoveryCodes make_codes(Office& office, SecondFactor& factor) {
    RecoveryCodes codes;
    factor.recovery.clear();
    for (std::size_t i = 0; i < recovery_codes; ++i) {
        const auto code = totp::in_base32(random_bytes(office, code_bytes));
        factor.recovery.push_back(hash_of_code(factor.sign_in_name, code));
        codes.push_back(grouped(code));
    }
    return codes;
}

// None: no step beside now has this code, or the step is not newer than the newest used.
std::optional<std::int64_t> step_with(std::string_view secret, std::string_view plain,
                                      std::int64_t newest, record::Instant now) {
    std::optional<std::int64_t> found;
    for (std::int64_t step = totp::step_of(now) - 1; step <= totp::step_of(now) + 1; ++step) {
        const auto code = totp::code_at(secret, step);
        const bool same = code.size() == plain.size() &&
                          sodium_memcmp(code.data(), plain.data(), code.size()) == 0;
        if (same && step > newest) {
            found = step;
        }
    }
    return found;
}

enum class Use : std::uint8_t { to_sign_in, to_confirm };
using Fits = std::variant<base::Nothing, WrongCode, FactorUnreadable>;

// Marks the code as used in `factor`.
Fits use_code(const Office& office, SecondFactor& factor, std::string_view typed, Use use) {
    const auto plain = code_typed(typed);
    if (use == Use::to_sign_in && !looks_like_code(plain)) {
        const auto hash = hash_of_code(factor.sign_in_name, plain);
        return std::erase(factor.recovery, hash) > 0 ? Fits{base::Nothing{}} : Fits{WrongCode{}};
    }
    const auto secret = opened(office, factor);
    if (!secret) {
        return FactorUnreadable{};
    }
    const auto step = step_with(*secret, plain, factor.newest_step, office.clock.now());
    if (!step) {
        return WrongCode{};
    }
    factor.newest_step = *step;
    return base::Nothing{};
}

// A space is in no sign-in name, so that nobody's name is another's count.
std::string count_of(std::string_view name) { return "code " + std::string{name}; }

// `then` sees the factor with the code used, and whoever it changes is kept.
template <class Then>
base::Result<base::Nothing, CodeRefused> counted(Office& office, std::string_view name,
                                                 std::string_view code, Use use, Then&& then) {
    std::optional<CodeRefused> refused;
    const auto now = office.clock.now();
    const auto done = office.store.write([&](record::Writing& tx) {
        auto attempts = tx.attempts(count_of(name));
        if (const auto until = may_try_again(attempts); now < until) {
            refused = WaitForCode{until};
            return record::Keep::no;
        }
        auto factor = tx.second_factor(name);
        const bool ready = factor && (use == Use::to_sign_in) == factor->confirmed_at.has_value();
        const auto fits = ready ? use_code(office, *factor, code, use) : Fits{WrongCode{}};
        if (std::holds_alternative<FactorUnreadable>(fits)) {
            refused = FactorUnreadable{};
            return record::Keep::no;
        }
        if (std::holds_alternative<WrongCode>(fits)) {
            refused = WrongCode{};
            tx.put_attempts(count_of(name), {attempts.failures + 1, now});
            return record::Keep::yes;
        }
        then(*factor);
        tx.put_second_factor(*factor);
        tx.put_attempts(count_of(name), {});
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{CodeRefused{done.error()}};
    }
    if (refused) {
        return base::Err{*refused};
    }
    return base::Ok{base::Nothing{}};
}

} // namespace

base::Result<FactorState, record::StoreFault> factor_of(const Office& office,
                                                        std::string_view sign_in_name) {
    FactorState state;
    const auto read = office.store.read([&](const record::Reading& reading) {
        const auto factor = reading.second_factor(sign_in_name);
        if (factor && factor->confirmed_at) {
            state = {true, *factor->confirmed_at, factor->recovery.size()};
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{state};
}

base::Result<Enrolment, EnrolmentRefused>
begin_enrolment(Office& office, std::string_view sign_in_name, std::string_view council) {
    std::optional<EnrolmentRefused> refused;
    std::string secret;
    const auto done = office.store.write([&](record::Writing& tx) {
        const auto there = tx.second_factor(sign_in_name);
        if (there && there->confirmed_at) {
            refused = FactorIsOn{};
            return record::Keep::no;
        }
        if (const auto known = there ? opened(office, *there) : std::nullopt) {
            secret = *known;
            return record::Keep::no;
        }
        secret = random_bytes(office, totp::secret_bytes);
        tx.put_second_factor(
            {std::string{sign_in_name}, kept(office, sign_in_name, secret), {}, 0, {}});
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{EnrolmentRefused{done.error()}};
    }
    if (refused) {
        return base::Err{*refused};
    }
    return base::Ok{
        Enrolment{totp::in_base32(secret), totp::address_of(secret, sign_in_name, council)}};
}

base::Result<RecoveryCodes, CodeRefused>
confirm_enrolment(Office& office, std::string_view sign_in_name, std::string_view code) {
    RecoveryCodes codes;
    const auto done =
        counted(office, sign_in_name, code, Use::to_confirm, [&](SecondFactor& factor) {
            factor.confirmed_at = office.clock.now();
            codes = make_codes(office, factor);
        });
    if (!done.ok()) {
        return base::Err{done.error()};
    }
    return base::Ok{std::move(codes)};
}

base::Result<RecoveryCodes, record::StoreFault>
fresh_recovery_codes(Office& office, std::string_view sign_in_name) {
    RecoveryCodes codes;
    const auto done = office.store.write([&](record::Writing& tx) {
        auto factor = tx.second_factor(sign_in_name);
        if (!factor || !factor->confirmed_at) {
            return record::Keep::no;
        }
        codes = make_codes(office, *factor);
        tx.put_second_factor(*factor);
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{done.error()};
    }
    return base::Ok{std::move(codes)};
}

base::Result<base::Nothing, record::StoreFault> turn_off_factor(Office& office,
                                                                std::string_view sign_in_name) {
    return office.store.write([&](record::Writing& tx) {
        tx.drop_second_factor(sign_in_name);
        return record::Keep::yes;
    });
}

base::Result<base::Nothing, CodeRefused> check_code(Office& office, std::string_view sign_in_name,
                                                    std::string_view code) {
    return counted(office, sign_in_name, code, Use::to_sign_in, [](SecondFactor&) {});
}

bool looks_like_code(std::string_view typed) {
    const auto plain = code_typed(typed);
    return plain.size() == totp::usual_digits &&
           std::ranges::all_of(plain, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace gweld::casework
