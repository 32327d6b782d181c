// enquiry_faults.h - why a step of an enquiry was not recorded, as a sentence and where to put it.
#pragma once

#include "casework/enquiries.h"
#include "web/pages/forms/fault.h"

namespace gweld::web::pages {

FieldFault fault_of(casework::EnquiryNonsense nonsense);

} // namespace gweld::web::pages
