// own_words.h - a person's own say in words, and what can be wrong with a form about it. Knows no
// page.
#pragma once

#include "casework/own_records.h"
#include "web/pages/forms/sheet.h"

namespace gweld::web::pages {

std::string said(const Words& say, record::SaidBy by);
std::string said(const Words& say, record::LeftOutFor because);
std::vector<Option> who_says(const Words& say);
std::vector<Option> reasons_to_leave_out(const Words& say);
FieldFault fault_of_own_record(casework::OwnRecordNonsense nonsense);
// "Ffion Davies", or who asked for her.
std::string who_asked(const Words& say, const record::OwnRecordAsked& asked,
                      const std::string& person);

} // namespace gweld::web::pages
