// figures_parts.h - what the templates of the figures show.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct FiguresParts {
    std::string when;
    std::string lede_first;
    std::string lede_rest;
    Html right_now;
    Html measures;
};

struct ChildrenBehind {
    Html table;       // empty: none of them may be named here
    std::string more; // those whose records this reader may not open; may be empty
};

struct OpenedParts {
    Url all = Url::path("/");
    std::string title;
    std::string lede_first;
    std::string lede_rest;
    Html verdict;
    std::string verdict_sentence;
    std::string month;
    Html months;                    // the ways to the months before and after
    std::vector<std::string> apart; // what the one number does not tell
    Html chart;
    Html numbers; // in a details
    std::string why_heading;
    Html reasons;
    std::string teams_heading;
    Html teams;
    std::string overdue_heading;
    ChildrenBehind overdue;
    Html not_on_time; // each a disclosure with the children of the month
    Html on_time;
    Html definition;
    Url rule = Url::path("/");
};

} // namespace gweld::web::pages
