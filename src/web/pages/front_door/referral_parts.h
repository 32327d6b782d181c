// referral_parts.h - what the templates of a referral on the front door's pages show.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct FormAnswer {
    std::string question;
    std::string answer;
};
struct FileLink {
    std::string name;
    std::string size;
    Url href = Url::path("/");
};
struct AskedBack {
    std::string question;
    std::string asked;
    std::string answer; // empty: none yet
    std::string answered;
    std::vector<FileLink> files;
};
struct TellingShown {
    std::string what;
    std::string detail;
    std::string by;
};

struct ReferralParts {
    std::string count; // "14 of 17 answered"; empty: it came another way
    std::string reference;
    std::vector<std::string> missing; // "Missing: ..."
    std::vector<FormAnswer> answers;
    std::vector<FileLink> files;
    std::vector<AskedBack> questions;
    std::vector<TellingShown> told;
    Html letter;         // the newest telling as a letter; empty: nobody was told
    std::string to_tell; // who is to be told; empty: nobody, or somebody was
    bool may_ask = false;
    Url ask = Url::path("/");
    bool may_tell = false;
    Url tell = Url::path("/");
};

struct ToTellParts {
    Html back;
    std::string lede;
    Html table;       // empty: everybody was told
    std::string more; // how many are not shown; empty: none
    Url rule = Url::path("/");
};

struct HandedOnParts {
    Html back;
    std::string lede;
    Html table; // empty: nobody waits
    Html turns;
};

} // namespace gweld::web::pages
