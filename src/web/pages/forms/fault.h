// fault.h - what cannot be taken as typed: which control, and a sentence that says what to type.
#pragma once

#include <string>
#include <string_view>

namespace gweld::web::pages {

struct FieldFault {
    std::string field; // id of the control
    std::string_view sentence;
    std::string name;               // for {name} in the sentence; may be empty
    std::string number = {};        // for {n}
    std::string_view question = {}; // said before the sentence where several could have it
};

} // namespace gweld::web::pages
