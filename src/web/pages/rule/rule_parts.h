// rule_parts.h - what the templates of a rule and of the list of rules show.
#pragma once

#include "web/html.h"

#include <optional>
#include <string>
#include <vector>

namespace gweld::web::pages {

struct RuleSource {
    std::string instrument;
    std::string provision;
    std::optional<Url> address;
    std::string consulted;
};

struct RulePassage {
    std::string heading;
    std::string text;
};

struct RuleParts {
    Url all = Url::path("/");
    std::optional<Url> figure; // where the rule is measured
    std::string title;
    std::string sentence;
    Html warning; // what cannot be relied on; empty: the text was read
    Html facts;
    RuleSource source;
    std::optional<RuleSource> local;
    std::string local_reading;
    std::vector<RulePassage> passages; // none is empty
};

struct RuleLine {
    Url href = Url::path("/");
    std::string title;
    std::string sentence;
    std::string standing;
};

struct RuleGroup {
    std::string id;
    std::string heading;
    std::vector<RuleLine> rules;
};

} // namespace gweld::web::pages
