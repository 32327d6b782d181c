#include "store/sql/reads.h"
#include "store/sql/table_sql.h"

namespace gweld::store::sql {

using namespace record;

template <class Base> std::vector<HandOverRow> Reads<Base>::hand_overs() const {
    static const std::string sql = select_sql<HandOverRow>("ORDER BY decided_day, contact, nth");
    return all_rows<HandOverRow>(connection_, sql, authority_);
}

template <class Base> std::vector<HandOverRow> Reads<Base>::hand_overs_of(Uuid child) const {
    static const std::string sql =
        select_sql<HandOverRow>("AND child = $2 ORDER BY decided_day, contact, nth");
    return all_rows<HandOverRow>(connection_, sql, authority_, child);
}

template <class Base> std::optional<ReferralRow> Reads<Base>::referral(Uuid contact) const {
    static const std::string sql = select_sql<ReferralRow>("AND contact = $2");
    return one_row<ReferralRow>(connection_, sql, authority_, contact);
}

template <class Base>
std::vector<ReferralRow> Reads<Base>::referrals_called(std::string_view reference) const {
    static const std::string sql = select_sql<ReferralRow>("AND reference = $2 ORDER BY contact");
    return all_rows<ReferralRow>(connection_, sql, authority_, reference);
}

template <class Base>
std::vector<ReferrerToTellRow> Reads<Base>::referrers_to_tell(std::size_t limit) const {
    static const std::string sql =
        select_sql<ReferrerToTellRow>("ORDER BY decided_day, contact LIMIT $2");
    return all_rows<ReferrerToTellRow>(connection_, sql, authority_,
                                       static_cast<std::int64_t>(limit));
}

template <class Base> std::size_t Reads<Base>::count_referrers_to_tell() const {
    static const std::string sql = "SELECT count(*) FROM referrer_to_tell WHERE authority = $1";
    Query query{connection_, sql};
    query.bind_all(authority_);
    std::int64_t count = 0;
    if (query.step()) {
        query.read(0, count);
    }
    return static_cast<std::size_t>(count);
}

template <class Base> std::optional<std::string> Reads<Base>::kept_file(const Hash& digest) const {
    static const std::string sql = select_sql<KeptFileRow>("AND digest = $2");
    const auto row = one_row<KeptFileRow>(connection_, sql, authority_, digest);
    return row ? std::optional{std::string{row->bytes.begin(), row->bytes.end()}} : std::nullopt;
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

} // namespace gweld::store::sql
