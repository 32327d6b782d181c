// signing.h - the ledger of signatures: what waits for this person and how long; reading one thing,
// signing it or giving it back.
#pragma once

#include "web/pages/site.h"

namespace gweld::web::pages {

void add_signing_pages(Site& site);
void add_signing_one_pages(Site& site); // part of it

} // namespace gweld::web::pages
