// story.h - the pages of a child's story: chronology, genogram, one page to know a child by.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_story_pages(Site& site);

namespace story {
void add_story_page(Site& site);
void add_chronology_pages(Site& site);
void add_genogram_pages(Site& site);
void add_relative_forms(Site& site);
void add_relation_forms(Site& site);
void add_take_back_form(Site& site);
} // namespace story

} // namespace gweld::web::pages
