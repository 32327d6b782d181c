#include "law/read_parts.h"

#include "law/vocabulary.h"

namespace gweld::law {

std::optional<Fields> fields_of_block(const Page& page, std::vector<CardFault>& faults) {
    auto block = toml_block(page);
    if (!block.ok()) {
        faults.push_back(block.error());
        return std::nullopt;
    }
    auto flat = parse_toml(block.value().text, page.path, block.value().first_line);
    if (!flat.ok()) {
        faults.push_back(flat.error());
        return std::nullopt;
    }
    return Fields{std::move(flat).value(), page.path, faults};
}

Source read_source(Fields& fields, Address address) {
    Source source;
    source.instrument = fields.text("source.instrument");
    source.provision = fields.text("source.provision");
    source.address = address == Address::required || fields.has("source.address")
                         ? fields.text("source.address")
                         : std::string{};
    if (!source.address.empty() && !source.address.starts_with("https://") &&
        !source.address.starts_with("http://")) {
        fields.fault(fields.line_of("source.address"),
                     "source.address must begin with https:// or http://");
    }
    if (const auto on = fields.date("source.consulted-on")) {
        source.consulted_on = time::to_iso(*on);
    }
    return source;
}

Confidence read_confidence(Fields& fields) {
    static constexpr std::array<std::pair<std::string_view, Confidence>, 3> words{{
        {"verified", Confidence::verified},
        {"reported", Confidence::reported},
        {"unverified", Confidence::unverified},
    }};
    return fields.choice("confidence", words).value_or(Confidence::unverified);
}

std::optional<Interval> read_interval(Fields& fields, const std::string& key) {
    const auto line = fields.line_of(key);
    const auto text = fields.optional_text(key);
    if (!text) {
        return std::nullopt;
    }
    auto interval = parse_interval(*text);
    if (!interval) {
        fields.fault(line, key + " = \"" + *text +
                               "\" is not an interval: write 10 working days, 3 days, 4 weeks, 6 "
                               "months, 24 hours (whole days of them) or immediately");
    }
    return interval;
}

} // namespace gweld::law
