// file_faults.h - why a file is not taken, in sentences with {name} in them. Knows no form.
#pragma once

#include "casework/sent_file.h"
#include "web/pages/forms/fault.h"
#include "web/uploads.h"

#include <string_view>
#include <vector>

namespace gweld::web::pages {

std::string_view sentence_for(files::FileRefused why);
std::string_view sentence_for(Arrived arrived); // of one that did not come whole

// The files that came whole; faults for those that did not, with the field "file".
std::vector<casework::SentFile> files_that_came(const std::vector<UploadedFile>& files,
                                                std::vector<FieldFault>& faults);
std::vector<FieldFault> faults_of(const std::vector<casework::FileNotTaken>& not_taken);

} // namespace gweld::web::pages
