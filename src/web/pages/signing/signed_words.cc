#include "web/pages/signing/signed_words.h"

#include "web/components/tone.h"

namespace gweld::web::pages {

Html signature_of(const Caller& caller, base::EntryId entry) {
    const auto& say = caller.say;
    std::optional<record::SigningRow> row;
    const auto read = caller.office().store.read(
        [&](const record::Reading& reading) { row = reading.signing(entry.uuid); });
    if (!read.ok() || !row) {
        return {};
    }
    if (row->state == "signed") {
        return ours::render(ours::Status{ours::Tone::ok, say.say("Signed"),
                                         say.say("by {name}", {{"name", row->settled_by}})});
    }
    return row->state == "returned"
               ? ours::render(ours::Status{ours::Tone::soon, say.say("Returned for rework"), {}})
               : ours::render(ours::Status{ours::Tone::waiting, say.say("Not signed yet"), {}});
}

} // namespace gweld::web::pages
