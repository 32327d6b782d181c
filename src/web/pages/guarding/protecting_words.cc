#include "web/pages/guarding/protecting_words.h"

#include <algorithm>
#include <array>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using casework::ProtectingNonsense;
using words::mark;

struct Sentence {
    ProtectingNonsense nonsense;
    std::string_view field;
    std::string_view words;
};

constexpr std::array sentences{
    Sentence{ProtectingNonsense::no_children, "child", mark("Tick at least one child")},
    Sentence{ProtectingNonsense::no_words, "words", mark("Write why")},
    Sentence{ProtectingNonsense::no_address, "lines", mark("Write the address")},
    Sentence{ProtectingNonsense::too_little, "lines",
             mark("Write more of the address: this little cannot be found in a text")},
    Sentence{ProtectingNonsense::not_yet, "from-day",
             mark("The date must be today or in the past")},
    Sentence{ProtectingNonsense::not_protected, "words",
             mark("This address is not protected any more")},
    Sentence{ProtectingNonsense::asked_already, "words",
             mark("Somebody has asked for this already. Another person can now say so.")},
    Sentence{ProtectingNonsense::not_asked, "words", mark("Nobody has asked for this yet")},
    Sentence{ProtectingNonsense::asked_by_you, "words",
             mark("You asked for this yourself. Somebody else has to say so.")},
};

template <class Enum> Option option(const Words& say, Enum value) {
    return {boost::describe::enum_to_string(value, ""), said(say, value)};
}

} // namespace

std::string said(const Words& say, record::WhyProtected because) {
    switch (because) {
    case record::WhyProtected::domestic_abuse:
        return say.say("Domestic abuse: somebody must not find them");
    case record::WhyProtected::court_order:
        return say.say("A court has ordered it");
    case record::WhyProtected::adoption_or_placement:
        return say.say("An adoption or a placement");
    case record::WhyProtected::threat:
        return say.say("Somebody has threatened them or their carers");
    case record::WhyProtected::other:
        break;
    }
    return say.say("Another reason");
}

std::vector<Option> reasons_to_protect(const Words& say) {
    using Why = record::WhyProtected;
    return {option(say, Why::domestic_abuse), option(say, Why::court_order),
            option(say, Why::adoption_or_placement), option(say, Why::threat),
            option(say, Why::other)};
}

std::string address_kind_words(const Words& say, std::string_view kind) {
    if (kind == "home") {
        return say.say("Home");
    }
    return kind == "placement" ? say.say("Placement") : say.say("Somewhere else");
}

std::string address_words(const Words& say, const std::string& lines, const std::string& postcode) {
    if (lines == record::address_left_out) {
        return say.say("Protected address");
    }
    return postcode.empty() ? lines : lines + ", " + postcode;
}

FieldFault fault_of_protecting(ProtectingNonsense nonsense) {
    const auto* found = std::ranges::find(sentences, nonsense, &Sentence::nonsense);
    return {std::string{found->field}, found->words, {}};
}

} // namespace gweld::web::pages
