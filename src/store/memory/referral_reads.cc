#include "store/memory/reads.h"

#include <algorithm>

namespace gweld::store::memory {

using namespace record;

template <class Base> std::vector<HandOverRow> Reads<Base>::hand_overs() const {
    const auto& table = held_.template table<HandOverRow>();
    std::vector<HandOverRow> rows{table.begin(), table.end()};
    std::ranges::stable_sort(rows, {}, &HandOverRow::decided_day);
    return rows;
}

template <class Base> std::vector<HandOverRow> Reads<Base>::hand_overs_of(Uuid child) const {
    auto rows = hand_overs();
    std::erase_if(rows, [&](const auto& row) { return row.child != child; });
    return rows;
}

template <class Base> std::optional<ReferralRow> Reads<Base>::referral(Uuid contact) const {
    const auto& table = held_.template table<ReferralRow>();
    ReferralRow key;
    key.contact = contact;
    const auto found = table.find(key);
    return found == table.end() ? std::nullopt : std::optional{*found};
}

template <class Base>
std::vector<ReferralRow> Reads<Base>::referrals_called(std::string_view reference) const {
    std::vector<ReferralRow> found;
    std::ranges::copy_if(held_.template table<ReferralRow>(), std::back_inserter(found),
                         [&](const auto& row) { return row.reference == reference; });
    return found;
}

template <class Base>
std::vector<ReferrerToTellRow> Reads<Base>::referrers_to_tell(std::size_t limit) const {
    const auto& table = held_.template table<ReferrerToTellRow>();
    std::vector<ReferrerToTellRow> rows{table.begin(), table.end()};
    std::ranges::stable_sort(rows, {}, &ReferrerToTellRow::decided_day);
    rows.resize(std::min(rows.size(), limit));
    return rows;
}

template <class Base> std::size_t Reads<Base>::count_referrers_to_tell() const {
    return held_.template table<ReferrerToTellRow>().size();
}

template <class Base> std::optional<std::string> Reads<Base>::kept_file(const Hash& digest) const {
    const auto found = held_.files.find(digest);
    return found == held_.files.end() ? std::nullopt : std::optional{found->second};
}

#define GWELD_REFERRAL_READS(Base)                                                                 \
    template std::vector<HandOverRow> Reads<Base>::hand_overs() const;                             \
    template std::vector<HandOverRow> Reads<Base>::hand_overs_of(Uuid) const;                      \
    template std::optional<ReferralRow> Reads<Base>::referral(Uuid) const;                         \
    template std::vector<ReferralRow> Reads<Base>::referrals_called(std::string_view) const;       \
    template std::vector<ReferrerToTellRow> Reads<Base>::referrers_to_tell(std::size_t) const;     \
    template std::size_t Reads<Base>::count_referrers_to_tell() const;                             \
    template std::optional<std::string> Reads<Base>::kept_file(const Hash&) const;
GWELD_REFERRAL_READS(Reading)
GWELD_REFERRAL_READS(Writing)
#undef GWELD_REFERRAL_READS

} // namespace gweld::store::memory
