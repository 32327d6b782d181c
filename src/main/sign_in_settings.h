// sign_in_settings.h - what was asked for on the command line about signing in, into the office's
// rules. Knows no page.
#pragma once

#include "main/console.h"

namespace gweld::program {

// False: it cannot be, and the reason has been printed.
bool settle_sign_in(const Console& console, const Serve& what, casework::Office& office);

} // namespace gweld::program
