#include "casework/family_copy.h"

#include <algorithm>
#include <regex>

namespace gweld::casework {

namespace {

std::string folded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

void leave_out(std::string& text, const std::string& part, const std::string& instead) {
    constexpr std::size_t shortest = 5; // "Ty" stands in half of all sentences
    if (part.size() < shortest) {
        return;
    }
    const auto wanted = folded(part);
    for (std::size_t at = 0;;) {
        at = folded(text).find(wanted, at);
        if (at == std::string::npos) {
            return;
        }
        text.replace(at, part.size(), instead);
        at += instead.size();
    }
}

// "3 Maes-y-coed, Pentre Felin" and "3 Maes-y-coed"; the village alone says little.
std::vector<std::string> spellings_of(const record::AddressRow& address) {
    std::vector<std::string> all{address.lines};
    if (const auto comma = address.lines.find(','); comma != std::string::npos) {
        all.push_back(address.lines.substr(0, comma));
    }
    return all;
}

} // namespace

std::string without_addresses(std::string text, const std::vector<record::AddressRow>& known,
                              const std::string& instead) {
    for (const auto& address : known) {
        for (const auto& spelling : spellings_of(address)) {
            leave_out(text, spelling, instead);
        }
    }
    static const std::regex postcode{R"(\b[A-Za-z]{1,2}[0-9][0-9A-Za-z]?\s*[0-9][A-Za-z]{2}\b)"};
    return std::regex_replace(text, postcode, instead);
}

std::optional<FamilyCopy> family_copy_of(const Facts& child) {
    const auto plans = plans_of(child);
    const auto* holds = plans.current();
    if (holds == nullptr) {
        return std::nullopt;
    }
    const auto& plan = holds->plan;
    FamilyCopy copy;
    copy.child = child.person->forename.empty() ? child.person->surname : child.person->forename;
    copy.language = plan.language == "cy" ? "cy" : "en";
    copy.kind = plan.kind;
    copy.agreed_on = plan.on;
    for (const auto& outcome : plan.outcomes) {
        FamilyCopy::Outcome part{outcome.better, outcome.danger, {}};
        for (const auto& action : outcome.actions) {
            const auto state = protection::state_of(plans, action, plan.on);
            if (state != protection::ActionState::done &&
                state != protection::ActionState::not_done) {
                part.to_do.push_back({action.what, action.who, action.by});
            }
        }
        copy.outcomes.push_back(std::move(part));
    }
    copy.contingency = plan.contingency;
    copy.taking_part = plan.taking_part;
    copy.review_on = plan.review_on;
    return copy;
}

} // namespace gweld::casework
