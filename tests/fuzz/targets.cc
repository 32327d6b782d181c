#include "target.h"

namespace gweld::fuzz {

std::vector<Target>& targets() {
    static std::vector<Target> all;
    return all;
}

} // namespace gweld::fuzz
