#include "web/pages/forms/file_faults.h"

#include "words/words.h"

namespace gweld::web::pages {

using files::FileRefused;
using words::mark;

std::string_view sentence_for(FileRefused why) {
    switch (why) {
    case FileRefused::empty:
        return mark("{name} is empty");
    case FileRefused::too_large:
        return mark("{name} is larger than 10 MB");
    case FileRefused::ending_not_allowed:
        return mark("{name} is of a kind we cannot take. Send a PDF, a Word file (.docx), a "
                    "picture (.jpg or .png) or plain text (.txt)");
    case FileRefused::not_what_it_says:
        return mark("{name} is not what its name says it is. Save it again under its right kind");
    case FileRefused::not_recognised:
        return mark("What is in {name} cannot be recognised. Save it as a PDF and choose that");
    case FileRefused::program:
        return mark("{name} is a program. We take no programs");
    case FileRefused::has_macros:
        return mark("{name} has macros or something else in it that runs. Save it as a PDF and "
                    "choose that");
    case FileRefused::encrypted:
        return mark("{name} is locked with a password. Choose one without");
    case FileRefused::old_word:
        return mark("{name} is an older Word file, or locked with a password. Save it as .docx or "
                    "PDF without a password");
    case FileRefused::unpacks_too_large:
        return mark("{name} is packed so tightly that opening it may do harm. Save it as a PDF and "
                    "choose that");
    case FileRefused::damaged:
        return mark("{name} is damaged or was cut short. Save it again");
    }
    return mark("{name} is damaged or was cut short. Save it again");
}

std::string_view sentence_for(Arrived arrived) {
    switch (arrived) {
    case Arrived::too_many:
        return mark("{name} is one file too many: five can be sent");
    case Arrived::no_room:
        return mark("There is no room for {name} at the moment. Try again in a few minutes, or "
                    "send the form without it");
    case Arrived::too_large:
    case Arrived::whole:
        break;
    }
    return mark("{name} is larger than 10 MB");
}

std::vector<casework::SentFile> files_that_came(const std::vector<UploadedFile>& files,
                                                std::vector<FieldFault>& faults) {
    std::vector<casework::SentFile> sent;
    for (const auto& file : files) {
        if (file.arrived != Arrived::whole) {
            faults.push_back(
                {"file", sentence_for(file.arrived), gweld::files::plain_file_name(file.name)});
        } else {
            sent.push_back({file.name, [file] { return file.bytes(); }});
        }
    }
    return sent;
}

std::vector<FieldFault> faults_of(const std::vector<casework::FileNotTaken>& not_taken) {
    std::vector<FieldFault> faults;
    for (const auto& file : not_taken) {
        faults.push_back({"file", sentence_for(file.why), file.name});
    }
    return faults;
}

} // namespace gweld::web::pages
