#include "law/read_parts.h"
#include "law/reading.h"

namespace gweld::law {

std::vector<SigningTime> read_signing_times(const Page& page, std::vector<CardFault>& faults) {
    std::vector<SigningTime> times;
    auto flat = parse_toml(page.text, page.path, 1);
    if (!flat.ok()) {
        faults.push_back(flat.error());
        return times;
    }
    const bool any = flat.value().lists.contains("times"); // a page without one is well formed
    Fields fields{std::move(flat).value(), page.path, faults};
    for (auto& row : any ? fields.list("times") : std::vector<Fields>{}) {
        SigningTime time;
        time.decision = row.text("decision");
        const auto within = read_interval(row, "within");
        time.calendar = row.optional_text("calendar").value_or("");
        time.confidence = read_confidence(row);
        time.source = read_source(row, Address::may_be_absent);
        time.reading = row.bilingual("reading");
        row.finish();
        if (within) {
            time.within = *within;
            times.push_back(std::move(time));
        }
    }
    fields.finish();
    return times;
}

} // namespace gweld::law
