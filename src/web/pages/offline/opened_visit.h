// opened_visit.h - a visit as the page on a phone writes it down: the form's own fields, and a few
// more about the phone, as one form-encoded text. Read into what can be recorded, or why it cannot.
// Knows no key and no store.
#pragma once

#include "casework/phone_visits.h"
#include "web/fields.h"
#include "web/pages/visit/form.h"

#include <optional>
#include <string_view>

namespace gweld::web::pages {

struct Envelope { // beside what was sealed
    record::ItemId item;
    record::Instant sent; // by the phone's clock
};

// `today`: the present date in Wales; a day after it is left to be judged with the clock. None:
// not a text of ours.
std::optional<casework::FromPhone> read_visit(std::string_view text, const Envelope& envelope,
                                              time::CivilDate today);

// The form as it was filled in on the phone: for reading and for putting right. The children are
// those named in it.
VisitForm form_of_item(const Fields& said);
Fields fields_of(const std::vector<record::SaidOnPhone>& said);

} // namespace gweld::web::pages
