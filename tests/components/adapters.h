// adapters.h - the options of a fixture turned into our option types and rendered. The words a
// Nunjucks template falls back to ("Back", "Error") are spelt here: ours come from the caller.
#pragma once

#include "nunjucks.h"

#include <map>

namespace gweld::test {

using Adapter = web::Html (*)(const Json& options);

// By the component's name in npm's govuk-frontend.
std::map<std::string, Adapter> text_adapters();
std::map<std::string, Adapter> form_adapters();
std::map<std::string, Adapter> page_adapters();

} // namespace gweld::test
