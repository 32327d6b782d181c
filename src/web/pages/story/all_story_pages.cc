#include "web/pages/story/event_forms.h"
#include "web/pages/story/story.h"

namespace gweld::web::pages {

void add_story_pages(Site& site) {
    story::add_story_page(site);
    story::add_chronology_pages(site);
    story::add_weigh_form(site);
    story::add_note_forms(site);
    story::add_genogram_pages(site);
    story::add_relative_forms(site);
    story::add_relation_forms(site);
    story::add_take_back_form(site);
}

} // namespace gweld::web::pages
