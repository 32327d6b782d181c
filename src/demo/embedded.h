// embedded.h - the texts of demo/*.txt as the build found them.
#pragma once

#include <string_view>

namespace gweld::demo::embedded {

extern const std::string_view accounts;
extern const std::string_view childrens_words;
extern const std::string_view names;
extern const std::string_view places;
extern const std::string_view postcodes;

} // namespace gweld::demo::embedded
