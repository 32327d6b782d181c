// merging_words.h - what stands in the way of reading two records as one, in the reader's words.
#pragma once

#include "casework/merging.h"
#include "web/pages/forms/fault.h"
#include "web/pages/site.h"

#include <string>
#include <vector>

namespace gweld::web::pages::merging {

std::string_view sentence_of(casework::MergeNonsense nonsense);
// With the control it belongs to.
FieldFault fault_of(casework::MergeNonsense nonsense);
// "Fion Davis, born 14 March 2018, record number 204117"
std::string told_apart(const Words& say, const record::PersonRow& person);

} // namespace gweld::web::pages::merging
