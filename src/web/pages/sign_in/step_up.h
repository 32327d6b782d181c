// step_up.h - before what cannot be taken back, or is not for whoever finds a screen open: the
// password again, when the last was more than ten minutes ago.
//
//     if (auto ask = needs_fresh_sign_in(caller)) {
//         return std::move(*ask);
//     }
//
// as the first lines of a handler are all that a page does. Of a form that was posted every field
// is carried and sent again with the password; the handler sees neither the password nor a
// difference. An address that was asked for is asked for again afterwards. NOT MODELLED: a form
// with a file in it, because no act that needs it takes one.
#pragma once

#include "web/pages/site.h"

#include <optional>

namespace gweld::web::pages {

std::optional<Response> needs_fresh_sign_in(const Caller& caller);

// For site.cc, before any handler: a form that carries a proof is judged here. The page that says
// that it was wrong, or none: go on.
std::optional<Response> judge_proof(const Caller& caller);

void add_step_up_pages(Site& site);

} // namespace gweld::web::pages
