#include "audit/links.h"

namespace gweld::audit {

void each_link(const record::Reading& record, ChainName log, std::int64_t after,
               std::optional<Hash> previous, base::FunctionRef<bool(const CheckedLink&)> visitor) {
    auto expected = after;
    const auto seen = [&](const auto& link) {
        const auto& before = previous ? *previous : link.previous;
        const CheckedLink checked{link.previous, link.hash,
                                  record::check_link(link, ++expected, before)};
        previous = link.hash;
        return visitor(checked);
    };
    if (log == ChainName::entries) {
        record.each_entry(after, seen);
    } else {
        record.each_look(after, seen);
    }
}

} // namespace gweld::audit
