// receipt.h - the reference of a referral and the secret code that belongs to it. Both follow from
// the form's own key, so that a second press is given the same ones and the code is kept nowhere.
// Knows no store and no page.
#pragma once

#include <string>
#include <string_view>

namespace gweld::casework {

// Groups of letters without vowels (of Welsh neither: W and Y), without I, O and Q, which are taken
// for other things: no word can arise, and each can be said over the telephone.
struct Receipt {
    std::string reference; // "BCD-FGH-JKL": 37 bits
    std::string code;      // "MNPR-STVX-ZBCD": 50 bits
};
// `key`: of the form, made by chance, 128 bits or more; whoever knows it knows the code.
Receipt receipt_of(std::string_view key);

// What is kept of the code: hexadecimal.
std::string digest_of(const Receipt& receipt);
// As typed: small letters, spaces and missing hyphens put right. What it cannot be stays wrong.
Receipt receipt_typed(std::string_view reference, std::string_view code);

} // namespace gweld::casework
