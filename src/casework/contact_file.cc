#include "casework/contact_file.h"

#include "casework/referral_story.h"

namespace gweld::casework {

namespace {

using Opened = base::Result<OpenFile, FileRefusedToOpen>;

Opened file_within(const record::Reading& reading, ContactId contact, std::string_view digest) {
    const auto story = referral_story(reading.about(contact.uuid, 0));
    const auto* file = story.file(digest);
    if (file == nullptr) {
        return base::Err{FileRefusedToOpen{NotFoundOrNotYours{}}};
    }
    const auto hash = record::digest_from_hex(digest);
    auto bytes = hash ? reading.kept_file(*hash) : std::nullopt;
    if (!bytes || record::digest_of_file(*bytes) != *hash) {
        return base::Err{FileRefusedToOpen{FileIsNotAsRecorded{}}};
    }
    return base::Ok{OpenFile{*file, std::move(*bytes)}};
}

} // namespace

base::Result<OpenFile, FileRefusedToOpen> open_file(Office& office, const access::Viewer& viewer,
                                                    ContactId contact, std::string_view digest) {
    bool allowed = false;
    const auto looked = office.store.write([&](record::Writing& tx) {
        if (const auto ties = read_contact_ties(tx, contact)) {
            allowed = look(office, tx, viewer, access::ContactAction::see, *ties, "contact-file")
                          .allowed();
        }
        return record::Keep::yes;
    });
    if (!looked.ok()) {
        return base::Err{FileRefusedToOpen{looked.error()}};
    }
    if (!allowed) {
        return base::Err{FileRefusedToOpen{NotFoundOrNotYours{}}};
    }
    std::optional<Opened> opened;
    const auto read = office.store.read(
        [&](const record::Reading& reading) { opened = file_within(reading, contact, digest); });
    if (!read.ok()) {
        return base::Err{FileRefusedToOpen{read.error()}};
    }
    return std::move(*opened);
}

} // namespace gweld::casework
