// gallery.h - every component on pages of made-up people, to be looked at and tried in a browser
// without a server or a record. Nobody here is real.
#pragma once

#include "web/components/govuk.h"
#include "web/components/ours.h"

#include <string>

namespace gweld::gallery {

using namespace web;
using namespace web::ours;

struct Page {
    std::string file; // "work.html"
    std::string html;
};

// The shell round one page of the gallery. `language` is "en" or "cy".
std::string framed(const std::string& title, const std::string& file, const std::string& language,
                   Html main, const std::string& more_script = {});

Html text(std::string_view words); // escaped
Html link(std::string_view words, std::string_view fragment);
Html button_link(std::string_view words, std::string_view spoken_after, std::string_view classes);
Html together(std::initializer_list<Html> parts);
Html contained(Html main);
Html heading(int level, std::string_view id, std::string_view words);

Page work_page();
Page work_page_in_welsh();
Page child_page();
Page figures_page();
Page visit_page();
Page visit_page_with_errors();
Page components_page();

} // namespace gweld::gallery
