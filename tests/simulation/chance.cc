#include "chance.h"

#include <sodium.h>
#include <stdexcept>

namespace gweld::simulation {

namespace {

Chance* current = nullptr;

const char* name_of_source() { return "a seed"; }
void fill_bytes(void* bytes, const std::size_t size) {
    current->fill({static_cast<std::uint8_t*>(bytes), size});
}
std::uint32_t one_number() {
    std::uint32_t number = 0;
    fill_bytes(&number, sizeof number);
    return number;
}

randombytes_implementation from_a_seed{name_of_source, one_number, nullptr,
                                       nullptr,        fill_bytes, nullptr};

} // namespace

Chance::Chance(std::uint64_t seed) : dice_{seed}, bytes_{~seed} {
    if (sodium_init() < 0) {
        throw std::runtime_error("libsodium does not start");
    }
    current = this;
    randombytes_set_implementation(&from_a_seed);
}

Chance::~Chance() {
    randombytes_set_implementation(&randombytes_sysrandom_implementation);
    current = nullptr;
}

void Chance::fill(std::span<std::uint8_t> bytes) {
    for (auto& byte : bytes) {
        byte = static_cast<std::uint8_t>(bytes_());
    }
}

} // namespace gweld::simulation
