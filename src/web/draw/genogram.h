// genogram.h - a family as a drawing: squares, circles, diamonds, generations in rows, lines for
// who is what to whom, a dotted line around one home. Knows no page; every word comes from the
// caller, who also tells the same facts in sentences beside it.
#pragma once

#include "web/components/markup.h"
#include "web/draw/genogram_layout.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gweld::web::draw {

enum class PersonShape : std::uint8_t { square, circle, diamond };
enum class PersonLife : std::uint8_t { living, died };

struct GenogramPerson {
    PersonShape shape = PersonShape::diamond;
    std::string name = {};   // two lines at most; a longer one ends in "…"
    std::string inside = {}; // the age; may be empty
    PersonLife life = PersonLife::living;
    Sitter sits = {}; // together: inside the dotted line
};

enum class TieState : std::uint8_t { goes_on, ended };
struct GenogramTie : KinTie {
    TieState state = TieState::goes_on;
};

struct Genogram {
    std::string id = "genogram";  // one per page
    std::string title = {};       // heard
    std::string description = {}; // heard: where the same facts stand in words
    std::string unrelated = {};   // above those tied to nobody: "How they are related ..."
    std::vector<GenogramPerson> people = {}; // the first has the double outline
    std::vector<GenogramTie> ties = {};
};

// Nobody: nothing. In its own size: put it into a box that scrolls.
Html genogram(const Genogram& drawing);

// A name in at most two lines that fit under a shape, cut between words where there is one.
std::vector<std::string> two_lines(const std::string& name);

} // namespace gweld::web::draw
