#include "record/referral_rows.h"

#include "record/codec.h"
#include "record/kinds.h"

#include <algorithm>
#include <boost/describe/enum_from_string.hpp>

namespace gweld::record {

namespace {

ReferralRow row_of(const Entry& entry) {
    const auto body = body_of<ReferralSent>(entry);
    ReferralRow row;
    row.contact = body.contact.uuid;
    row.entry = entry.id;
    row.reference = body.reference;
    row.given = body.given;
    row.asked = body.asked;
    row.files = static_cast<std::int64_t>(body.files.size());
    return row;
}

void note(ReferralRow& row, const Entry& entry) {
    if (is_a<ReferrerAsked>(entry)) {
        ++row.questions;
    } else if (is_a<ReferrerAnswered>(entry)) {
        ++row.answers;
        row.files += static_cast<std::int64_t>(body_of<ReferrerAnswered>(entry).files.size());
    }
}

bool from_professional(const ContactRow& contact) {
    auto source = ContactSource::member_of_public;
    return boost::describe::enum_from_string(contact.source.c_str(), source) &&
           is_professional(source);
}

} // namespace

void restate_referral(const ContactRow& contact, const std::vector<Entry>& standing,
                      TableHands& hands) {
    ReferralRow gone;
    gone.contact = contact.contact;
    const auto sent = std::ranges::find_if(standing, is_a<ReferralSent>);
    if (contact.entry.is_nil() || sent == standing.end()) {
        hands.remove(gone);
    } else {
        auto row = row_of(*sent);
        for (const auto& entry : standing) {
            note(row, entry);
        }
        hands.put(row);
    }
    const bool told = std::ranges::any_of(standing, is_a<ReferrerTold>);
    const ReferrerToTellRow to_tell{contact.contact, contact.decided_day.value_or(0)};
    if (!contact.outcome.empty() && from_professional(contact) && !told) {
        hands.put(to_tell);
    } else {
        hands.remove(to_tell);
    }
}

} // namespace gweld::record
