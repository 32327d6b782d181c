// phone_key.h - the file beside the record that holds the key to which phones seal their visits:
// made before the first phone of all is got ready and never again, readable by its owner alone.
// Knows no page.
#pragma once

#include "phone/keys.h"

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace gweld::program {

class PhoneKeyFile {
  public:
    // `log` is told, once, why there is no key.
    PhoneKeyFile(std::string path, std::function<void(std::string_view)> log)
        : path_{std::move(path)}, log_{std::move(log)} {}

    // Null: there is none, it cannot be read, or others may read it. Asked again, it is tried
    // again.
    const phone::Keys* keys();
    // Where none was ever: the caller knows that. One that is lost is never replaced in silence,
    // because what was sealed to it would be lost with it. Does nothing if the file is there.
    void make_first();

  private:
    const phone::Keys* read_or_tell(); // under the lock
    void tell(const std::string& why);

    std::mutex mutex_;
    std::string path_;
    std::function<void(std::string_view)> log_;
    std::optional<phone::Keys> keys_;
    std::string told_;
};

// "county.gweld" has its key in "county.gweld.phone-key".
std::string phone_key_path(const std::string& data);

} // namespace gweld::program
