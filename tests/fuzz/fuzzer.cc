// What libFuzzer calls. GWELD_FUZZ_TARGET names one of the targets.
#include "target.h"

#include <algorithm>
#include <cstdint>

namespace {

gweld::fuzz::Read chosen() {
    const char* name = std::getenv("GWELD_FUZZ_TARGET");
    const auto& all = gweld::fuzz::targets();
    const auto found =
        std::ranges::find(all, name == nullptr ? "" : name, &gweld::fuzz::Target::name);
    if (found == all.end()) {
        std::fprintf(stderr, "GWELD_FUZZ_TARGET names no target\n");
        std::exit(2);
    }
    return found->read;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto read = chosen();
    read({reinterpret_cast<const char*>(data), size});
    return 0;
}
