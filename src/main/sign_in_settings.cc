#include "main/sign_in_settings.h"

#include "casework/sign_in.h"

#include <fstream>
#include <sodium.h>
#include <sys/stat.h>

namespace gweld::program {

namespace {

constexpr ::mode_t of_others = 077;
constexpr std::size_t key_bytes = 32;

// Empty: there is no such file, others may read it, or it holds no key.
std::string key_in(const std::string& path) {
    struct ::stat found{};
    if (::stat(path.c_str(), &found) != 0 || (found.st_mode & of_others) != 0) {
        return {};
    }
    std::ifstream file{path};
    std::string hex;
    std::getline(file, hex);
    std::string key(key_bytes, '\0');
    std::size_t length = 0;
    const bool read = hex.size() == 2 * key_bytes &&
                      sodium_hex2bin(reinterpret_cast<unsigned char*>(key.data()), key.size(),
                                     hex.data(), hex.size(), nullptr, &length, nullptr) == 0;
    return read && length == key_bytes ? key : std::string{};
}

} // namespace

bool settle_sign_in(const Console& console, const Serve& what, casework::Office& office) {
    auto& rules = office.sign_in_rules;
    rules.second_factor = what.second_factor_required ? casework::SecondFactorIs::required
                                                      : casework::SecondFactorIs::offered;
    rules.dormant_after_days = what.dormant_after_days;
    if (!what.factor_key.empty()) {
        rules.factor_key = key_in(what.factor_key);
        if (rules.factor_key.empty()) {
            console.refuse(console.say.say("The file {file} holds no key of 64 hexadecimal "
                                           "characters, or others on this machine may read it.",
                                           {{"file", what.factor_key}}));
            return false;
        }
    }
    const auto counted = casework::begin_counting_use(office);
    if (!counted.ok()) {
        console.refuse(console.fault(counted.error()));
    }
    return counted.ok();
}

} // namespace gweld::program
