// front_door.h - what came in about a child: the board, recording a contact, and one contact with
// what can be done about it.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_front_door_pages(Site& site);

// The parts, each with its own addresses.
void add_board_pages(Site& site);
void add_new_contact_pages(Site& site);
void add_contact_pages(Site& site);
void add_contact_forms(Site& site);
void add_handed_on_pages(Site& site);
void add_contact_correction_pages(Site& site);

} // namespace gweld::web::pages
