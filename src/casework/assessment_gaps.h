// assessment_gaps.h - what an assessment still lacks, and what was written in the same words for
// two children. Pure; knows no storage.
#pragma once

#include "record/kinds.h"

#include <optional>
#include <set>
#include <vector>

namespace gweld::casework {

struct AssessmentGapFound {
    record::AssessmentGap gap{};
    std::optional<record::PersonId> child; // none: the family's part
    friend bool operator==(const AssessmentGapFound&, const AssessmentGapFound&) = default;
};

// The family's first, then each child's in their order. A child not born yet cannot be seen or
// heard and is not shared with: those are no gaps. Of the agencies none has to be told; of the
// parents and carers at least one.
std::vector<AssessmentGapFound> gaps_in(const record::AssessmentContent& content,
                                        const std::set<record::PersonId>& unborn);

// The parts of two children that say the same, white space and capital letters aside. Fewer than
// five words are too few to say so: "English" or "None known" may well be true of both.
struct SameWords {
    record::AssessmentGap part{}; // the question it answers
    record::PersonId first;
    record::PersonId second;
    friend bool operator==(const SameWords&, const SameWords&) = default;
};
std::vector<SameWords> same_words_in(const record::AssessmentContent& content);

} // namespace gweld::casework
