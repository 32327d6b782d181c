#include "casework/brought_in.h"

#include "casework/child.h"
#include "protection/chains.h"

namespace gweld::casework {

namespace {

using record::DocumentBroughtIn;
using OpenedDocument = base::Result<OpenBroughtIn, FileRefusedToOpen>;

OpenedDocument document_refused(FileRefusedToOpen why) { return base::Err{std::move(why)}; }

} // namespace

access::Action action_for(record::BroughtInAs as) {
    return as == record::BroughtInAs::plan ? access::Action::write_plan
                                           : access::Action::record_assessment;
}

BringInAnswer bring_in(Office& office, const access::Viewer& viewer, PersonId child,
                       record::BroughtInAs as, const FileToKeep& file,
                       const std::string& idempotency_key) {
    const auto about = std::vector{child.uuid};
    DocumentBroughtIn body{as, {}};
    std::int64_t version = 0;
    const auto read = office.store.read(
        [&](const record::Reading& reading) { version = reading.version_of(child.uuid); });
    if (!read.ok()) {
        return base::Err{StepRefused<NotBroughtIn>{read.error()}};
    }
    return take_step<NotBroughtIn>(
        office, viewer, {action_for(as), "bring-in", about},
        {idempotency_key, {{child.uuid, version}}},
        [&](const FamilyFacts&, record::Writing& tx) -> std::optional<NotBroughtIn> {
            if (file.type != files::FileType::docx) {
                return NotBroughtIn::no_word_document;
            }
            body.file = keep(tx, std::span{&file, 1}).front();
            return std::nullopt;
        },
        [&](const FamilyFacts&) {
            return std::vector{draft_about(office, viewer, about, office.today(), body)};
        });
}

std::vector<BroughtIn> brought_in(const Facts& child) {
    const protection::Chains chains{child.child, child.entries, std::nullopt};
    std::vector<BroughtIn> all;
    for (auto at = chains.size(); at-- > 0;) {
        if (chains.of_kind<DocumentBroughtIn>(at)) {
            const auto& entry = *chains[at].back();
            all.push_back({base::EntryId{entry.id}, record::body_of<DocumentBroughtIn>(entry),
                           entry.recorded_by.name, protection::when_recorded(entry)});
        }
    }
    return all;
}

std::optional<BroughtIn> brought_in_as(const Facts& child, base::EntryId entry) {
    for (auto& one : brought_in(child)) {
        if (one.entry == entry) {
            return std::move(one);
        }
    }
    return std::nullopt;
}

OpenedDocument open_brought_in(Office& office, const access::Viewer& viewer, PersonId child,
                               base::EntryId entry, access::Action action) {
    const auto opened = open_record(office, viewer, child, action, "brought-in");
    if (!opened.ok()) {
        return std::visit([](const auto& why) { return document_refused(why); }, opened.error());
    }
    auto facts = opened.value().around->facts;
    auto document = brought_in_as(*facts, entry);
    const auto digest =
        document ? record::digest_from_hex(document->body.file.digest) : std::nullopt;
    if (!document || !digest) {
        return document_refused(NotFoundOrNotYours{});
    }
    std::optional<std::string> bytes;
    const auto read = office.store.read(
        [&](const record::Reading& reading) { bytes = reading.kept_file(*digest); });
    if (!read.ok()) {
        return document_refused(read.error());
    }
    if (!bytes || record::digest_of_file(*bytes) != *digest) {
        return document_refused(FileIsNotAsRecorded{});
    }
    return base::Ok{OpenBroughtIn{std::move(facts), std::move(*document), std::move(*bytes)}};
}

} // namespace gweld::casework
