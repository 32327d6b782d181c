// ledger.h - what people did and what they were told came of it, in plain lists kept on their side
// of the network. What the record holds is compared with this; it knows no store.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace gweld::simulation {

enum class Kind { visit, attempt, correction, contact, decision, phone_visit };
std::string name_of(Kind kind);

struct Deed {
    Kind kind = Kind::visit;
    std::string about;    // a child, or a contact's address
    std::string replaces; // the mark of what it corrects
    bool acknowledged = false;
    bool refused = false;    // for good, and nothing of it was ever unanswered
    bool unanswered = false; // at least once
};

struct DraftKept {
    std::string writer;
    std::string told;           // the newest mark that was said to be kept
    std::set<std::string> sent; // everything, whether answered or not
    bool may_be_done = false;   // its form was sent, or it was thrown away
};

struct HandedOver {
    std::string now;             // who was last said to have the child
    std::set<std::string> maybe; // who may have it, because an answer did not come
    std::size_t sent = 0;
};

struct Ledger {
    std::map<std::string, Deed> deeds;            // by mark
    std::map<std::string, DraftKept> drafts;      // by key
    std::map<std::string, HandedOver> hand_overs; // by child
    std::size_t marks = 0;

    // In every text, so that it is found again: "curlew-7.".
    std::string fresh_mark() { return "curlew-" + std::to_string(++marks) + "."; }
};

// Every mark that stands in a text.
std::set<std::string> marks_in(std::string_view text);

} // namespace gweld::simulation
