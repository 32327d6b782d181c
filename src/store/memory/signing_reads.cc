#include "store/memory/reads.h"

namespace gweld::store::memory {

using namespace record;

namespace {

template <class Wanted> std::vector<SigningRow> rows_where(const Contents& held, Wanted wanted) {
    std::vector<SigningRow> rows;
    std::ranges::copy_if(held.table<SigningRow>(), std::back_inserter(rows), wanted);
    std::ranges::sort(rows, [](const SigningRow& a, const SigningRow& b) {
        return std::tie(a.recorded_at, a.entry) < std::tie(b.recorded_at, b.entry);
    });
    return rows;
}

} // namespace

template <class Base> std::vector<SigningRow> Reads<Base>::signings_waiting() const {
    return rows_where(held_, [](const SigningRow& row) { return row.state == "waiting"; });
}

template <class Base>
std::vector<SigningRow> Reads<Base>::signings_waiting_in(std::string_view team) const {
    return rows_where(
        held_, [&](const SigningRow& row) { return row.state == "waiting" && row.team == team; });
}

template <class Base> std::vector<SigningRow> Reads<Base>::signings_returned_to(Uuid author) const {
    return rows_where(held_, [&](const SigningRow& row) {
        return row.state == "returned" && row.author == author;
    });
}

template <class Base> std::optional<SigningRow> Reads<Base>::signing(Uuid entry) const {
    SigningRow key;
    key.entry = entry;
    const auto found = held_.table<SigningRow>().find(key);
    return found == held_.table<SigningRow>().end() ? std::nullopt : std::optional{*found};
}

#define GWELD_SIGNING_READS(Base)                                                                  \
    template std::vector<SigningRow> Reads<Base>::signings_waiting() const;                        \
    template std::vector<SigningRow> Reads<Base>::signings_waiting_in(std::string_view) const;     \
    template std::vector<SigningRow> Reads<Base>::signings_returned_to(Uuid) const;                \
    template std::optional<SigningRow> Reads<Base>::signing(Uuid) const;
GWELD_SIGNING_READS(record::Reading)
GWELD_SIGNING_READS(record::Writing)
#undef GWELD_SIGNING_READS

} // namespace gweld::store::memory
