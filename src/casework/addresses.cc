#include "casework/addresses.h"

#include "record/codec.h"
#include "record/kinds.h"

#include <algorithm>
#include <set>

namespace gweld::casework {

namespace {

// ---- what is known
// -----------------------------------------------------------------------------------

void add_said_of(const record::Entry& entry, KnownAddresses& known) {
    if (entry.kind == record::Named<record::RelativeLivedAt>::name) {
        const auto lived = record::body_of<record::RelativeLivedAt>(entry);
        known.push_back({lived.lines, lived.postcode});
    } else if (entry.kind == record::Named<record::AddressLivedAt>::name) {
        const auto lived = record::body_of<record::AddressLivedAt>(entry);
        known.push_back({lived.lines, lived.postcode});
    } else if (entry.kind == record::Named<record::ContactReceived>::name) {
        for (const auto& child : record::body_of<record::ContactReceived>(entry).children) {
            known.push_back({child.address, child.postcode});
        }
    }
}

void add_said_about(const record::Reading& reading, Uuid subject, KnownAddresses& known) {
    for (const auto& entry : reading.about(subject, 0)) {
        add_said_of(entry, known);
    }
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

base::Result<KnownAddresses, record::StoreFault>
addresses_around(Office& office, std::span<const PersonId> people) {
    KnownAddresses known;
    const auto read = office.store.read([&](const record::Reading& reading) {
        std::set<Uuid> subjects;
        for (const auto& person : people) {
            subjects.insert(person.uuid);
            for (const auto& family : reading.families_of(person.uuid)) {
                subjects.insert(family);
                const auto members = reading.members_of(family);
                subjects.insert(members.begin(), members.end());
            }
        }
        for (const auto& subject : subjects) {
            add_said_about(reading, subject, known);
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    std::erase_if(known, [](const auto& one) { return one.lines.empty(); });
    return base::Ok{std::move(known)};
}

std::string without_addresses(std::string text, const KnownAddresses& known,
                              const std::string& instead) {
    text = without_postcodes(text, instead);
    for (const auto& address : known) {
        text = record::without_address(std::move(text), address, instead);
    }
    return text;
}

} // namespace gweld::casework
