#include "casework/family_copy.h"

#include <algorithm>

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

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "CF10 1AA", "cf101aa": where one begins at `at`, its length; else 0. By hand and not by a regular
// expression: the library's needs a frame of the stack for every letter it looks at.
std::size_t postcode_at(std::string_view text, std::size_t at) {
    const auto letter = [&](std::size_t i) { return i < text.size() && is_letter(text[i]); };
    const auto digit = [&](std::size_t i) { return i < text.size() && is_digit(text[i]); };
    const std::size_t area = letter(at) ? (letter(at + 1) ? 2 : 1) : 0;
    if (area == 0 || !digit(at + area)) {
        return 0;
    }
    // "CF1" or "CF10" or "W1A" comes before the gap.
    for (std::size_t outward = area + 2; outward > area; --outward) {
        if (outward == area + 2 && !letter(at + area + 1) && !digit(at + area + 1)) {
            continue;
        }
        auto inward = at + outward;
        while (inward < text.size() &&
               (text[inward] == ' ' || text[inward] == '\t' || text[inward] == '\n')) {
            ++inward;
        }
        const bool ends = !letter(inward + 3) && !digit(inward + 3);
        if (digit(inward) && letter(inward + 1) && letter(inward + 2) && ends) {
            return inward + 3 - at;
        }
    }
    return 0;
}

std::string without_postcodes(std::string_view text, const std::string& instead) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const bool begins_word = at == 0 || (!is_letter(text[at - 1]) && !is_digit(text[at - 1]));
        const auto length = begins_word ? postcode_at(text, at) : 0;
        if (length > 0) {
            out += instead;
            at += length;
        } else {
            out += text[at];
            ++at;
        }
    }
    return out;
}

} // namespace

std::string without_addresses(std::string text, const std::vector<record::AddressRow>& known,
                              const std::string& instead) {
    for (const auto& address : known) {
        for (const auto& spelling : spellings_of(address)) {
            leave_out(text, spelling, instead);
        }
    }
    return without_postcodes(text, instead);
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
