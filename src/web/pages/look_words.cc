#include "web/pages/look_words.h"

#include <map>

namespace gweld::web::pages {

using words::mark;
using words::Words;

std::string page_in_words(const Words& say, std::string_view page) {
    static const std::map<std::string_view, std::string_view> pages = {
        {"child", mark("The summary of the record")},
        {"child.timeline", mark("The timeline")},
        {"child.visits", mark("The visits")},
        {"child.people", mark("The family and people")},
        {"child.due", mark("What is due")},
        {"child.looks", mark("Who has looked")},
        {"record-visit", mark("Recording a visit")},
        {"visit.new", mark("Recording a visit")},
        {"visit.write-up", mark("Writing up a visit")},
        {"entry.correct", mark("Correcting an entry")},
        {"allocate", mark("Allocating a worker")},
        {"continuity-pack", mark("The out-of-hours pack, while Gweld was out of reach")},
        {"search-result", mark("Found by a search")},
        {"emergency", mark("Opening it in an emergency")},
        {"exclude", mark("Excluding somebody")},
        {"restrict", mark("Restricting the record")},
        {"protect-address", mark("Protecting an address")},
        {"protected-address", mark("The protected address")},
        {"lift-protection", mark("Protecting an address no longer")},
        {"disagreement", mark("Writing down a disagreement")},
        {"own-record", mark("Making a copy of their own record")},
        {"unusual-looks", mark("The list of looks to ask about")},
        {"lift-barrier", mark("Lifting an exclusion or a restriction")},
    };
    const auto found = pages.find(page);
    return found == pages.end() ? say.say("Another page ({page})", {{"page", std::string{page}}})
                                : say.say(found->second);
}

std::string ground_in_words(const Words& say, std::string_view ground) {
    static const std::map<std::string_view, std::string_view> grounds = {
        {"own-allocation", mark("Allocated to the child that day")},
        {"family-allocation", mark("Allocated to a brother or sister that day")},
        {"team-allocation", mark("The child was with their team that day")},
        {"nobody-allocated", mark("A manager, while the child had no allocated worker")},
        {"whole-service", mark("Head of service")},
        {"partners-form", mark("Partners’ form: anybody may report")},
        {"front-door", mark("Manager at the front door: whatever came in must be decided")},
        {"chairs-conference", mark("Chairs the child’s conferences")},
        {"emergency", mark("In an emergency, with a reason")},
        {"guardian", mark("Caldicott guardian: asks why people looked")},
        {"duty-desk", mark("Duty and out of hours: any child may need to be found")},
    };
    const auto found = grounds.find(ground);
    return found == grounds.end() ? say.say("No ground") : say.say(found->second);
}

} // namespace gweld::web::pages
