// team_parts.h - what the template of a team's day shows.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct TeamSection {
    std::string id;
    std::string heading;
    std::string note; // below the heading; may be empty
    Html content;     // empty: nothing to show, and `none` is said instead
    std::string none;
};

struct TeamParts {
    Html saved;
    std::string heading;
    std::string date;
    std::string lede_first;
    std::string lede_rest;
    Html alert_icon;
    std::vector<std::string> without_coordinator; // names; empty: everybody's plan has somebody
    Html right_now;
    std::string places_missing; // empty: every visit says where it was
    std::vector<TeamSection> sections;
    Html looked; // a link; empty: the whole county is nobody's own cases
    Html phones; // a link; empty: the reader has no team, or no phone can be got ready
};

} // namespace gweld::web::pages
