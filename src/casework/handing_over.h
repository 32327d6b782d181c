// handing_over.h - who was decided about at the front door and is still waiting for whoever the
// decision called for: a worker, a strategy discussion. Nobody leaves this list but by having
// somebody, now or from a day to come (at most 28 days ahead, allocation.h), or by a manager who
// says why nobody has to. Knows no page.
#pragma once

#include "casework/contacts.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gweld::casework {

struct HandedOn {
    record::HandOverRow row;
    std::optional<record::PersonRow> person;
    std::string age_as_given; // "about 3"; empty: the date of birth is known, or nothing is
    std::string worker;       // the allocated worker today; empty: nobody
    int days = 0;             // since the decision; 0 on its day

    bool lacks_worker() const { return row.lacks != "discussion"; }
    bool lacks_discussion() const { return row.lacks != "worker"; }
    // It was decided because a child may have been harmed.
    bool of_harm() const { return row.harm == "possible" || row.outcome == "strategy_discussion"; }
};

struct HandedOnList {
    std::vector<HandedOn> page; // possible harm first, then the longest decided
    std::size_t all = 0;
    std::size_t of_harm = 0;
};

// From the `from`th, at most `most`. The viewer must have been let in (access::Place::front_door):
// whoever works at the door or answers for it sees every one, as they see every contact.
base::Result<std::shared_ptr<const HandedOnList>, record::StoreFault>
handed_on(Office& office, std::size_t from, std::size_t most);

struct LetGo {
    ContactId contact;
    int nth = 0; // the child's place in the contact, from 1
    std::string because;
};
// By a team manager or head of service: nobody has to have this child. Only while somebody is
// waited for, and always with a reason.
ContactAnswer let_go(Office& office, const access::Viewer& viewer, const LetGo& what,
                     const Saw& saw);
// The same who may let go: that was not so, and the child waits again. Always with a reason.
ContactAnswer take_back_letting_go(Office& office, const access::Viewer& viewer, const LetGo& what,
                                   const Saw& saw);

} // namespace gweld::casework
