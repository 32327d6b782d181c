#include "web/pages/refer/guidance.h"

namespace gweld::web::pages {

// Sources: Wales Safeguarding Procedures (children), section 2, "The process following a report"
// (written confirmation within 24 hours) and section 3 part 1, "Action following a report"
// (decision within one working day; a possible crime is discussed with the police immediately); the
// strategy discussion follows reasonable cause to suspect a risk of significant harm. What exactly
// is significant harm, and a council's own thresholds, were not read: the last line says so.
std::vector<std::string> guidance_of_program(const words::Words& say) {
    return {
        say.say("Report when you have reasonable cause to suspect that a child is suffering "
                "significant harm, or is at risk of it. You need not be sure, and you need no "
                "proof: say what you saw, heard and know."),
        say.say("If it may be a crime against a child, phone at once: we speak to the police "
                "immediately."),
        say.say("If you have phoned already, confirm it in writing within 24 hours: this form "
                "does. (Wales Safeguarding Procedures, section 2)"),
        say.say("If no child is at risk and the family wants help, early help needs their "
                "consent."),
        say.say("Unverified: these lines come from the national procedures. The council’s own "
                "thresholds have not been put here yet; ask the duty desk if in doubt."),
    };
}

} // namespace gweld::web::pages
