// referring.h - what partners wrote in their form, what was asked back and what they were told: for
// the contacts of the made-up county that came so. Nobody in it is real.
#pragma once

#include "demo/visiting.h"

namespace gweld::demo {

// How much of the form was filled in.
enum class Filled : std::uint8_t { whole, partly };

// The form that came with the contact, recorded with it.
void tell_form(const record::ContactReceived& contact, Instant at, Filled filled, Scribe& scribe);
// A question of the duty worker's and its answer.
void tell_question(const County& county, const record::ContactReceived& contact, Instant asked,
                   Instant answered, Scribe& scribe);
// That the referrer was told what was decided.
void tell_outcome(const County& county, const record::ContactReceived& contact, Instant at,
                  record::ToldBy how, Scribe& scribe);

} // namespace gweld::demo
