// connections.h - what workers say of themselves, their homes and families, compared with records,
// so that nobody opens their own family's. Knows no page.
#pragma once

#include "casework/lone_step.h"

#include <vector>

namespace gweld::casework {

enum class ConnectionNonsense { nobody_named, half_an_address, born_in_the_future, too_little };
using ConnectionAnswer = StepAnswer<ConnectionNonsense>;

// About the viewer. A name with a date of birth, or an address with its postcode, or both: anything
// less would keep people out of strangers' records. Whatever is alike is barred in the same
// transaction.
ConnectionAnswer declare(Office& office, const access::Viewer& viewer,
                         const record::ConnectionDeclared& what, const std::string& key);
// A mistake. What was barred because of it stays until somebody lifts it.
ConnectionAnswer withdraw(Office& office, const access::Viewer& viewer, base::EntryId declared,
                          const std::string& key);
base::Result<std::vector<record::ConnectionRow>, record::StoreFault>
connections_of(const Office& office, const access::Viewer& viewer);

// Somebody else declared this person, or a home where the person lives on that day.
bool declared_by_another(const record::Reading& reading, const record::PersonRow& person,
                         base::Uuid worker, CivilDate day);

// Inside the transaction that appended the drafts: whoever was described, or moved, and is alike
// somebody a worker declared, is barred to that worker and restricted to the allocated chain; so is
// whoever is alike what was declared just now. Alike: the same name, folded, and the same date of
// birth; or the same postcode and first line of an address lived at today.
void bar_whoever_is_alike(record::Writing& tx, const std::vector<record::Draft>& appended);

} // namespace gweld::casework
