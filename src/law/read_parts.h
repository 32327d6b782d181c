// read_parts.h - the parts that several kinds of page have in common: source, confidence, interval.
#pragma once

#include "law/card.h"
#include "law/fields.h"
#include "law/pages.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gweld::law {

// The block of a card page as fields; none, with the fault written down, when it cannot be read.
std::optional<Fields> fields_of_block(const Page& page, std::vector<CardFault>& faults);

enum class Address { required, may_be_absent };
Source read_source(Fields& fields, Address address);
Confidence read_confidence(Fields& fields);
std::optional<Interval> read_interval(Fields& fields, const std::string& key);

} // namespace gweld::law
