#include "casework/addresses.h"

#include "record/codec.h"
#include "record/kinds.h"

#include <algorithm>
#include <set>

namespace gweld::casework {

namespace {

// Letters and digits only, capitals of English made small; with where each stood.
struct Bare {
    std::string letters;
    std::vector<std::size_t> at;
};

// Curly quotation marks and long dashes (U+2010 to U+203F) and the space that does not break are
// spelling, like their plain sisters.
std::size_t spelling_at(std::string_view text) {
    if (text.starts_with("\xE2\x80")) {
        return 3;
    }
    if (text.starts_with("\xC2\xA0")) {
        return 2;
    }
    const char c = text.front();
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
    return letter ? 0 : 1;
}

Bare bare(std::string_view text) {
    Bare out;
    for (std::size_t i = 0; i < text.size();) {
        if (const auto passed = spelling_at(text.substr(i)); passed > 0) {
            i += passed;
            continue;
        }
        const char c = text[i];
        out.letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        out.at.push_back(i++);
    }
    return out;
}

void leave_out(std::string& text, const std::string& part, const std::string& instead) {
    constexpr std::size_t shortest = 5; // "Ty" stands in half of all sentences
    const auto wanted = bare(part).letters;
    if (wanted.size() < shortest) {
        return;
    }
    const auto has = bare(text);
    std::string out;
    std::size_t kept_to = 0;
    for (auto at = has.letters.find(wanted); at != std::string::npos;
         at = has.letters.find(wanted, at + wanted.size())) {
        out += text.substr(kept_to, has.at[at] - kept_to) + instead;
        kept_to = has.at[at + wanted.size() - 1] + 1;
    }
    text = out + text.substr(kept_to);
}

std::string without_number(const std::string& part) {
    const auto street = part.find_first_not_of("0123456789 /-");
    const bool numbered =
        street != std::string::npos && street > 0 && part.find_first_of("0123456789") < street;
    constexpr std::size_t shortest_street = 6;
    return numbered && part.size() - street >= shortest_street ? part.substr(street)
                                                               : std::string{};
}

// "3 Maes-y-coed, Pentre Felin", "3 Maes-y-coed" and "Maes-y-coed"; of "Flat 2, 5 High Street" also
// what comes after the flat.
std::vector<std::string> spellings_of(const KnownAddress& address) {
    std::vector<std::string> all{address.lines};
    std::size_t from = 0;
    while (from <= address.lines.size()) {
        const auto end = std::min(address.lines.find_first_of(",\n", from), address.lines.size());
        auto part = address.lines.substr(from, end - from);
        if (from == 0 || part.find_first_of("0123456789") != std::string::npos) {
            part.erase(0, part.find_first_not_of(' '));
            all.push_back(without_number(part));
            all.push_back(std::move(part));
        }
        from = end + 1;
    }
    // The longest first, so that nothing of it is left standing beside what replaced a piece.
    std::ranges::stable_sort(all, std::greater{}, &std::string::size);
    return all;
}

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
        for (const auto& spelling : spellings_of(address)) {
            leave_out(text, spelling, instead);
        }
    }
    return text;
}

} // namespace gweld::casework
