// writer.h - turns a scanned template into a C++ function. Decides, for every value, how it is
// escaped.
#pragma once

#include "templates/scanner.h"

#include <string>

namespace gweld::templates {

struct Written {
    std::string declarations;
    std::string definitions;
};

// `path` names the template in #line, so that the compiler's own errors point into it. Throws
// Mistake.
Written write_templates(const FileSource& file, const std::string& path);

} // namespace gweld::templates
