// proof.h - who sits there now: a password or a code again, before what cannot be taken back or is
// nobody else's to see. Knows no page.
#pragma once

#include "casework/second_factor.h"
#include "casework/sign_in.h"

#include <string_view>
#include <variant>

namespace gweld::casework {

// Source: SAFETY says "an old authentication" and no number; ten minutes is as long as a screen
// may stand open before it is somebody else's.
inline constexpr std::chrono::minutes proof_lasts{10};

enum class Proof : std::uint8_t { fresh, old };
base::Result<Proof, StoreFault> proof_of(const Office& office, std::string_view token);

struct WrongProof {};
using ProofRefused = std::variant<WrongProof, WaitBeforeTrying, FactorUnreadable, StoreFault>;
// The password, or where there is a second factor a code of it. Counted apart from sign-in: what
// others try at the door does not keep out whoever is inside.
base::Result<base::Nothing, ProofRefused> prove(Office& office, const access::Viewer& viewer,
                                                std::string_view token, std::string_view typed);

} // namespace gweld::casework
