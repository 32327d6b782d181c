#include "casework/assessment_gaps.h"

#include <algorithm>
#include <sstream>

namespace gweld::casework {

namespace {

using record::AssessmentContent;
using record::AssessmentGap;
using record::ChildInAssessment;
using record::SeenAtAssessment;

using Gaps = std::vector<AssessmentGapFound>;

void of_family(const AssessmentContent& content, Gaps& gaps) {
    const auto add = [&](bool missing, AssessmentGap gap) {
        if (missing) {
            gaps.push_back({gap, std::nullopt});
        }
    };
    add(content.why_now.empty(), AssessmentGap::why_now);
    add(content.others_seen.empty(), AssessmentGap::others_seen);
    add(content.family.empty(), AssessmentGap::family);
    add(content.analysis.empty(), AssessmentGap::analysis);
    add(std::ranges::none_of(
            content.shared,
            [](const auto& one) { return one.with == record::SharedWith::parent_or_carer; }),
        AssessmentGap::shared);
}

enum class Born : std::uint8_t { yes, not_yet };

void of_child(const ChildInAssessment& part, Born born, Gaps& gaps) {
    const auto add = [&](bool missing, AssessmentGap gap) {
        if (missing) {
            gaps.push_back({gap, part.child});
        }
    };
    if (born == Born::yes) {
        const bool said = part.seen != SeenAtAssessment::not_recorded;
        const bool seen = said && part.seen != SeenAtAssessment::not_seen;
        add(!said, AssessmentGap::seen);
        add(seen && (!part.seen_on || part.how.empty()), AssessmentGap::seen_when_and_how);
        add(said && part.seen != SeenAtAssessment::alone && part.why_not.empty(),
            AssessmentGap::why_not_alone);
        add(part.words.empty(), AssessmentGap::words);
        add(!part.words.empty() && part.words_language.empty(), AssessmentGap::words_language);
        add(part.communication.empty(), AssessmentGap::communication);
    }
    add(part.identity.empty(), AssessmentGap::identity);
    add(part.risks.empty(), AssessmentGap::risks);
    add(part.protective.empty(), AssessmentGap::protective);
    add(part.analysis.empty(), AssessmentGap::childs_analysis);
    add(part.decision == record::AssessmentDecision::not_recorded, AssessmentGap::decision);
    add(part.what_follows.empty(), AssessmentGap::what_follows);
    add(born == Born::yes && !part.shared_on, AssessmentGap::shared_with_child);
}

// One space between words, the letters of English small; empty: too few words to compare.
std::string plain(const std::string& text) {
    constexpr int enough_words = 5;
    std::istringstream words{text};
    std::string all;
    std::string word;
    int count = 0;
    while (words >> word) {
        for (const char c : word) {
            all += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        all += ' ';
        ++count;
    }
    return count < enough_words ? std::string{} : all;
}

std::string in_one(const std::vector<std::string>& factors) {
    std::string all;
    for (const auto& factor : factors) {
        all += factor + ' ';
    }
    return all;
}

struct Part {
    AssessmentGap part;
    std::string text;
};
std::vector<Part> parts_of(const ChildInAssessment& child) {
    return {{AssessmentGap::seen_when_and_how, plain(child.how)},
            {AssessmentGap::words, plain(child.words)},
            {AssessmentGap::communication, plain(child.communication)},
            {AssessmentGap::identity, plain(child.identity)},
            {AssessmentGap::risks, plain(in_one(child.risks))},
            {AssessmentGap::protective, plain(in_one(child.protective))},
            {AssessmentGap::childs_analysis, plain(child.analysis)},
            {AssessmentGap::what_follows, plain(child.what_follows)}};
}

} // namespace

Gaps gaps_in(const AssessmentContent& content, const std::set<record::PersonId>& unborn) {
    Gaps gaps;
    of_family(content, gaps);
    for (const auto& part : content.children) {
        of_child(part, unborn.contains(part.child) ? Born::not_yet : Born::yes, gaps);
    }
    return gaps;
}

std::vector<SameWords> same_words_in(const AssessmentContent& content) {
    std::vector<std::vector<Part>> all;
    std::ranges::transform(content.children, std::back_inserter(all), parts_of);
    std::vector<SameWords> found;
    for (std::size_t second = 1; second < all.size(); ++second) {
        for (std::size_t part = 0; part < all[second].size(); ++part) {
            const auto& text = all[second][part].text;
            for (std::size_t first = 0; first < second && !text.empty(); ++first) {
                if (all[first][part].text == text) {
                    found.push_back({all[second][part].part, content.children[first].child,
                                     content.children[second].child});
                    break;
                }
            }
        }
    }
    return found;
}

} // namespace gweld::casework
