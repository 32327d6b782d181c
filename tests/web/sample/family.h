// family.h - what the sample page shows.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::sample {

struct Child {
    std::string name;
    Url url;
    bool seen;
};
struct Family {
    std::string name;
    std::vector<Child> children;
};

} // namespace gweld::web::sample
