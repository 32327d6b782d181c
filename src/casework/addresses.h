// addresses.h - where a family lives and lived, and a text without it: for everything that leaves
// the house on paper or as a file. Knows no page and no document.
#pragma once

#include "casework/office.h"
#include "record/left_out.h"

#include <span>
#include <string>
#include <vector>

namespace gweld::casework {

using KnownAddresses = std::vector<record::WrittenAddress>;

// Of these people, whoever is of their families, their relatives, and as anybody who reported
// something gave it: whether it still stands or not. A brother's placement, a mother's refuge and
// an address corrected since are nobody's to read on a sheet of paper either. Nobody: none.
base::Result<KnownAddresses, record::StoreFault> addresses_around(Office& office,
                                                                  std::span<const PersonId> people);

// The text with every postcode, and every line of these addresses, left out: what was there is
// replaced by `instead`. A house number with its street, and the street without it, are found
// however they are spelt as to capitals, spaces, hyphens and commas; a village alone says little
// and stays. An address not among them that is written without its postcode is not found.
std::string without_addresses(std::string text, const KnownAddresses& known,
                              const std::string& instead);

} // namespace gweld::casework
