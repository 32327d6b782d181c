// carried.h - what somebody typed, carried through a page that stands in the way (signed out
// meanwhile, a form too old, a store that cannot write), so that it is sent again with one press.
// A page with case text is never kept by the browser (no-store), so "go back" would lose it.
#pragma once

#include "web/pages/site.h"

#include <span>
#include <vector>

namespace gweld::web::pages {

// Beside the fields of a form: the password again (sign_in/step_up.h).
inline constexpr std::string_view proof_field = "proof";

// The fields of a posted form without its tokens.
std::vector<Field> typed_fields(const Fields& posted);

// Hidden inputs for the sign-in form, and the way back out of it.
Html kept_inputs(const Url& action, std::span<const Field> fields);
struct Kept {
    Url action = Url::path("/");
    std::vector<Field> fields;
};
// None: the sign-in form carried nothing.
std::optional<Kept> kept_in(const Fields& posted);

// The words that were typed, to read and copy, and a form that sends everything again with this
// session's token. Empty fields and the form's own marks are sent but not shown.
Html send_again(const Caller& caller, const Kept& kept);
// `token`: csrf_field of whoever will send it.
Html send_again(const Words& say, const Html& token, const Kept& kept);
Kept posted(const Request& request);
// The form that this very request posted; nothing for a request that posted none.
Html send_again(const Caller& caller);

} // namespace gweld::web::pages
