// target.h - something that reads bytes from outside, given any bytes at all. It must come back, in
// time and memory that fit the input, and what it says must hold together (must()). Run with the
// bytes of corpus/NAME and changes of them in the ordinary tests, and by libFuzzer (fuzzer.cc).
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::fuzz {

using Read = void (*)(std::string_view bytes);

struct Target {
    std::string name;
    Read read;
};

// All that are linked in, by name.
std::vector<Target>& targets();

struct Registered {
    Registered(std::string name, Read read) { targets().push_back({std::move(name), read}); }
};

inline void must(bool so, const char* what) {
    if (!so) {
        std::fprintf(stderr, "does not hold: %s\n", what);
        std::abort();
    }
}

// The first byte chooses; 0 where there is none.
inline std::size_t taken_from(std::string_view& bytes) {
    if (bytes.empty()) {
        return 0;
    }
    const auto first = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    return first;
}

} // namespace gweld::fuzz
