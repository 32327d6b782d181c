// left_out.h - a text without an address, however the address is spelt. Knows no storage.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace gweld::record {

struct WrittenAddress {
    std::string lines; // "3 Maes-y-coed, Pentre Felin"
    std::string postcode;
};

// A house number with its street, the street without it, and the postcode are found however they
// are spelt as to capitals, spaces, hyphens and commas; a village alone says little and stays. A
// part of fewer than five letters is not looked for: "Ty" stands in half of all sentences.
std::string without_address(std::string text, const WrittenAddress& address,
                            std::string_view instead);

// Whether there is enough of it to be found at all. What is not is not to be called protected.
bool can_be_left_out(const WrittenAddress& address);

// The same in every text of an entry's body, and the postcode beside an address that was found;
// ids, dates and numbers stay. A body that is no JSON answers an empty object: what cannot be read
// cannot be cleared.
std::string body_without(std::string_view body, std::span<const WrittenAddress> addresses,
                         std::string_view instead);

} // namespace gweld::record
