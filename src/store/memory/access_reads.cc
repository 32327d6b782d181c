#include "store/memory/reads.h"

namespace gweld::store::memory {

using namespace record;

namespace {

auto place(const BarrierRow& row) { return std::tie(row.from_at, row.entry, row.nth); }
auto place(const EmergencyOpeningRow& row) { return std::tie(row.opened_at, row.entry); }
auto place(const ConnectionRow& row) { return std::tie(row.entry); }

template <class Row, class Wanted>
std::vector<Row> ordered_where(const Contents& held, Wanted wanted) {
    std::vector<Row> rows;
    std::ranges::copy_if(held.table<Row>(), std::back_inserter(rows), wanted);
    std::ranges::sort(rows, [](const Row& a, const Row& b) { return place(a) < place(b); });
    return rows;
}

} // namespace

template <class Base> std::vector<BarrierRow> Reads<Base>::barriers_of(Uuid child) const {
    return ordered_where<BarrierRow>(held_, [&](const auto& row) { return row.child == child; });
}

template <class Base> std::vector<BarrierRow> Reads<Base>::exclusions_of(Uuid worker) const {
    return ordered_where<BarrierRow>(held_, [&](const auto& row) {
        return row.worker == worker && row.barrier == barrier_excluded;
    });
}

template <class Base> std::vector<EmergencyOpeningRow> Reads<Base>::openings_to_review() const {
    return ordered_where<EmergencyOpeningRow>(held_,
                                              [](const auto& row) { return row.found.empty(); });
}

template <class Base>
std::vector<EmergencyOpeningRow> Reads<Base>::openings_since(std::int64_t opened_at) const {
    return ordered_where<EmergencyOpeningRow>(
        held_, [&](const auto& row) { return row.opened_at >= opened_at; });
}

template <class Base> std::vector<ConnectionRow> Reads<Base>::connections_of(Uuid worker) const {
    return ordered_where<ConnectionRow>(held_,
                                        [&](const auto& row) { return row.worker == worker; });
}

template <class Base>
std::vector<ConnectionRow> Reads<Base>::connections_born(std::int64_t day) const {
    return ordered_where<ConnectionRow>(held_, [&](const auto& row) { return row.born == day; });
}

template <class Base>
std::vector<ConnectionRow> Reads<Base>::connections_at(std::string_view postcode) const {
    return ordered_where<ConnectionRow>(held_,
                                        [&](const auto& row) { return row.postcode == postcode; });
}

#define GWELD_ACCESS_READS(Base)                                                                   \
    template std::vector<BarrierRow> Reads<Base>::barriers_of(Uuid) const;                         \
    template std::vector<BarrierRow> Reads<Base>::exclusions_of(Uuid) const;                       \
    template std::vector<EmergencyOpeningRow> Reads<Base>::openings_to_review() const;             \
    template std::vector<EmergencyOpeningRow> Reads<Base>::openings_since(std::int64_t) const;     \
    template std::vector<ConnectionRow> Reads<Base>::connections_of(Uuid) const;                   \
    template std::vector<ConnectionRow> Reads<Base>::connections_born(std::int64_t) const;         \
    template std::vector<ConnectionRow> Reads<Base>::connections_at(std::string_view) const;
GWELD_ACCESS_READS(record::Reading)
GWELD_ACCESS_READS(record::Writing)
#undef GWELD_ACCESS_READS

} // namespace gweld::store::memory
