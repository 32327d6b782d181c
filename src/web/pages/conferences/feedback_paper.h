// feedback_paper.h - what the template of the feedback form on paper shows.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct FeedbackPaper {
    std::string heading;
    std::string date;
    std::vector<std::string> questions;
    std::vector<std::string> answers; // to each
    std::vector<std::string> open;    // answered in words
};

} // namespace gweld::web::pages
