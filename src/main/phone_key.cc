#include "main/phone_key.h"

#include "main/key_file.h"

#include <unistd.h>

namespace gweld::program {

namespace {

struct ReadKeys {
    std::optional<phone::Keys> keys;
    std::string why; // empty: there they are
};

ReadKeys read_file(const std::string& path) {
    const auto pem = read_key_file(path);
    if (!pem.ok()) {
        return {{}, pem.error()};
    }
    auto keys = phone::Keys::read(pem.value());
    return keys ? ReadKeys{std::move(keys), {}} : ReadKeys{{}, "holds no key of ours"};
}

} // namespace

std::string phone_key_path(const std::string& data) { return data + ".phone-key"; }

void PhoneKeyFile::tell(const std::string& why) {
    if (why != told_) {
        told_ = why;
        log_(path_ + ": no key for phones: " + why);
    }
}

const phone::Keys* PhoneKeyFile::read_or_tell() {
    if (!keys_) {
        auto read = read_file(path_);
        keys_ = std::move(read.keys);
        if (!keys_) {
            tell(read.why);
        }
    }
    return keys_ ? &*keys_ : nullptr;
}

const phone::Keys* PhoneKeyFile::keys() {
    const std::lock_guard lock{mutex_};
    return read_or_tell();
}

void PhoneKeyFile::make_first() {
    const std::lock_guard lock{mutex_};
    if (::access(path_.c_str(), F_OK) == 0) {
        return;
    }
    if (const auto why = make_key_file(path_, phone::Keys::make()); !why.empty()) {
        tell(why);
    }
}

} // namespace gweld::program
