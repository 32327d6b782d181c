// tone.h - how things stand, as an icon, a word and a shape. The colour comes last and says nothing
// the others do not. Red is for overdue and danger only.
#pragma once

#include "web/components/markup.h"

#include <cstdint>

namespace gweld::web::ours {

enum class Tone : std::uint8_t {
    overdue,
    soon,    // something must be done in the next days
    waiting, // not yet
    ok,
    unknown // cannot be worked out, and says so
};
std::string_view name_of(Tone tone); // as it is spelt in class names

// 20 by 20, in the colour of what is around it; hidden from who listens.
Html icon(Tone tone);
Html danger_icon();
Html information_icon();

struct Status {
    Tone tone = Tone::waiting;
    Content words = {}; // "2 working days left"
    Content when = {};  // "by Thu 26 Nov"; may be empty
};
Html render(const Status& status);

// A block whose number can be seen across a room. `words` is a whole sentence, "2 working days
// overdue"; a number at its beginning is shown large, and without one the whole is ("Today").
struct Due {
    Tone tone = Tone::waiting;
    std::string words = {};
};
Html render(const Due& due);

} // namespace gweld::web::ours
