// machine.h - on what a measurement was made.
#pragma once

#include <fstream>
#include <string>

namespace gweld::bench {

inline std::string machine() {
    std::ifstream info{"/proc/cpuinfo"};
    for (std::string line; std::getline(info, line);) {
        if (line.starts_with("model name")) {
            return line.substr(line.find(':') + 2);
        }
    }
    return "a machine that does not say";
}

} // namespace gweld::bench
