// unsaved_parts.h - what the templates of drafts show.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct BegunParts {
    std::string began;
    std::string filled;
    Url throw_away = Url::path("/");
    Url all = Url::path("/");
    Html hidden;
};

struct KeepingParts {
    Url keep = Url::path("/");
    std::string keep_at; // the same, for the script
    std::string ready;
    std::string sign_in;
    std::string not_saved; // "yes": what stands in the form is on no disk yet; or empty
};

struct ListedParts {
    std::string heading;
    std::string story;
    std::string until;
    bool shown = false; // in the caller's work
    bool thrown_away = false;
    Url open = Url::path("/");
    Url act = Url::path("/");
    Url read = Url::path("/");
    Html hidden;
};

struct ReadParts {
    Html back;
    std::string heading;
    std::string story;
    std::vector<std::string> texts;
};

struct DraftsParts {
    Html done;
    std::vector<ListedParts> begun;
    std::vector<ListedParts> thrown_away;
    std::string kept_for;
};

} // namespace gweld::web::pages
