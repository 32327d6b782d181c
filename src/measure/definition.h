// definition.h - what each figure means, as a page: title, definition, numerator, denominator, what
// is left out and who says so. Knows no child and no number.
#pragma once

#include "base/result.h"
#include "law/card.h"
#include "law/pages.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::measure {

struct Definition {
    std::string rule; // the duty counted, and the name of the measure: "cp.visit.seen-alone"
    law::Confidence confidence = law::Confidence::unverified; // that this is how others count it
    law::Bilingual title;
    law::Bilingual definition;
    law::Bilingual numerator;
    law::Bilingual denominator;
    law::Bilingual not_counted;
    law::Bilingual counted_apart;
    law::Bilingual source;
    std::string file;
};

using Definitions = std::vector<Definition>; // in the order of protection::tracked_rules()

// All faults are reported, with file and line: a broken page, an unknown key, a missing language, a
// rule nobody tracks, two pages for one rule. README.md is prose.
base::Result<Definitions, std::vector<law::CardFault>>
definitions_of(std::span<const law::Page> pages);
base::Result<Definitions, std::vector<law::CardFault>>
load_definitions(const std::string& directory);
base::Result<Definitions, std::vector<law::CardFault>> built_in_definitions();

// What was in measures/ when the program was built.
std::vector<law::Page> built_in_pages();

} // namespace gweld::measure
