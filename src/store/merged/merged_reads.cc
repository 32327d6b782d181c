#include "store/merged/merged_reads.h"

#include "record/hand_over.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace gweld::store::merged {

using namespace record;

namespace {

Uuid& whose(AddressRow& row) { return row.person; }
Uuid& whose(auto& row) { return row.child; }

auto place(const AddressRow& row) { return std::tie(row.from_day, row.entry); }
auto place(const AllocationRow& row) { return std::tie(row.from_day, row.entry); }
auto place(const RegistrationRow& row) { return std::tie(row.start_day, row.entry); }
auto place(const auto& row) { return std::tie(row.on_day, row.entry, row.child); }

// One entry may have been about both records: a visit to a family in which both were thought to
// live.
template <class Row> void keep_first_of_each(std::vector<Row>& rows) {
    std::set<std::pair<Uuid, Uuid>> known;
    std::erase_if(rows, [&](Row& row) { return !known.insert({row.entry, whose(row)}).second; });
}

void fill_in(std::string& open, const std::string& known) {
    if (open.empty()) {
        open = known;
    }
}

template <class T> void fill_in(std::optional<T>& open, const std::optional<T>& known) {
    if (!open) {
        open = known;
    }
}

void fill_in(PersonRow& row, const PersonRow& other) {
    fill_in(row.forename, other.forename);
    fill_in(row.surname, other.surname);
    if (row.sex == "not_known") {
        row.sex = other.sex;
    }
    fill_in(row.born, other.born);
    fill_in(row.expected, other.expected);
    fill_in(row.died, other.died);
    fill_in(row.ethnicity, other.ethnicity);
    fill_in(row.language, other.language);
}

void add_once(std::vector<Uuid>& all, Uuid one) {
    if (std::ranges::find(all, one) == all.end()) {
        all.push_back(one);
    }
}

} // namespace

template <class Base> std::int64_t MergedReads<Base>::version_of(Uuid subject) const {
    std::int64_t newest = 0;
    for (const auto& each : same().records_of(subject)) {
        newest = std::max(newest, written_.version_of(each));
    }
    return newest;
}

template <class Base> std::optional<Entry> MergedReads<Base>::entry(Uuid id) const {
    auto found = written_.entry(id);
    if (found) {
        rename(*found, same().kept_names());
    }
    return found;
}

template <class Base> std::vector<Entry> MergedReads<Base>::told(std::vector<Entry> entries) const {
    if (!same().none()) {
        for (auto& entry : entries) {
            rename(entry, same().kept_names());
        }
    }
    return entries;
}

template <class Base>
std::vector<Entry> MergedReads<Base>::about(Uuid subject, std::int64_t after) const {
    if (!same().is_several(subject)) {
        return told(written_.about(subject, after));
    }
    std::vector<Entry> entries;
    for (const auto& each : same().records_of(subject)) {
        std::ranges::move(written_.about(each, after), std::back_inserter(entries));
    }
    std::ranges::stable_sort(entries, {}, &Entry::seq);
    const auto again = std::ranges::unique(entries, {}, &Entry::seq);
    entries.erase(again.begin(), again.end());
    return told(std::move(entries));
}

template <class Base>
std::vector<ChainedLook> MergedReads<Base>::looks_at(Uuid subject, std::size_t limit) const {
    std::vector<ChainedLook> looks;
    for (const auto& each : same().records_of(subject)) {
        std::ranges::move(written_.looks_at(each, limit), std::back_inserter(looks));
    }
    std::ranges::sort(looks, std::greater{}, &ChainedLook::seq);
    looks.resize(std::min(looks.size(), limit));
    return looks;
}

template <class Base>
std::vector<ChainedLook> MergedReads<Base>::looks_at_since(Uuid subject, Instant since) const {
    std::vector<ChainedLook> looks;
    for (const auto& each : same().records_of(subject)) {
        std::ranges::move(written_.looks_at_since(each, since), std::back_inserter(looks));
    }
    std::ranges::sort(looks, std::greater{}, &ChainedLook::seq);
    return looks;
}

template <class Base> std::optional<PersonRow> MergedReads<Base>::person(Uuid person) const {
    std::optional<PersonRow> row;
    for (const auto& each : same().records_of(person)) {
        const auto described = written_.person(each);
        if (described && row) {
            fill_in(*row, *described);
        } else if (described) {
            row = described;
            row->person = same().kept_for(person);
        }
    }
    return row;
}

template <class Base>
std::vector<PersonRow> MergedReads<Base>::each_once(std::vector<PersonRow> people) const {
    if (same().none()) {
        return people;
    }
    std::set<Uuid> known;
    std::vector<PersonRow> once;
    for (auto& row : people) {
        if (!known.insert(same().kept_for(row.person)).second) {
            continue;
        }
        once.push_back(same().is_several(row.person) ? person(row.person).value_or(row)
                                                     : std::move(row));
    }
    std::ranges::sort(once, {}, [](const PersonRow& row) {
        return std::tie(row.surname, row.forename, row.person);
    });
    return once;
}

template <class Base>
std::vector<PersonRow> MergedReads<Base>::people_numbered(std::string_view number) const {
    return each_once(written_.people_numbered(number));
}

template <class Base>
std::vector<PersonRow> MergedReads<Base>::people_born(std::int64_t day) const {
    return each_once(written_.people_born(day));
}

template <class Base>
std::vector<PersonRow> MergedReads<Base>::people_named(const std::vector<std::string>& key_prefixes,
                                                       std::size_t limit) const {
    return each_once(written_.people_named(key_prefixes, limit));
}

template <class Base> std::vector<Uuid> MergedReads<Base>::families_of(Uuid person) const {
    std::vector<Uuid> families;
    for (const auto& each : same().records_of(person)) {
        for (const auto& family : written_.families_of(each)) {
            add_once(families, family);
        }
    }
    return families;
}

template <class Base> std::vector<Uuid> MergedReads<Base>::members_of(Uuid family) const {
    std::vector<Uuid> members;
    for (const auto& member : written_.members_of(family)) {
        add_once(members, same().kept_for(member));
    }
    return members;
}

template <class Base>
template <class Row>
std::vector<Row> MergedReads<Base>::under_kept(std::vector<Row> rows) const {
    if (same().none()) {
        return rows;
    }
    for (auto& row : rows) {
        whose(row) = same().kept_for(whose(row));
    }
    keep_first_of_each(rows);
    return rows;
}

template <class Base>
template <class Row, class Question>
std::vector<Row> MergedReads<Base>::of_all(Uuid person, const Question& question) const {
    std::vector<Row> rows;
    for (const auto& each : same().records_of(person)) {
        std::ranges::move(question(each), std::back_inserter(rows));
    }
    rows = under_kept(std::move(rows));
    std::ranges::stable_sort(rows, [](const Row& a, const Row& b) { return place(a) < place(b); });
    return rows;
}

template <class Base> std::vector<AddressRow> MergedReads<Base>::addresses_of(Uuid person) const {
    return of_all<AddressRow>(person, [&](Uuid each) { return written_.addresses_of(each); });
}

template <class Base>
std::vector<AddressRow> MergedReads<Base>::addresses_like(std::string_view text,
                                                          std::size_t limit) const {
    return under_kept(written_.addresses_like(text, limit));
}

template <class Base>
std::vector<AddressRow> MergedReads<Base>::addresses_at(std::string_view postcode) const {
    return under_kept(written_.addresses_at(postcode));
}

template <class Base>
std::vector<AllocationRow> MergedReads<Base>::allocations_of(Uuid child) const {
    return of_all<AllocationRow>(child, [&](Uuid each) { return written_.allocations_of(each); });
}

template <class Base>
std::vector<AllocationRow> MergedReads<Base>::allocations_to(Uuid worker) const {
    return under_kept(written_.allocations_to(worker));
}

template <class Base>
std::vector<AllocationRow> MergedReads<Base>::allocations_in(Uuid team) const {
    return under_kept(written_.allocations_in(team));
}

template <class Base>
std::vector<RegistrationRow> MergedReads<Base>::registrations_of(Uuid child) const {
    return of_all<RegistrationRow>(child,
                                   [&](Uuid each) { return written_.registrations_of(each); });
}

template <class Base>
std::vector<RegistrationRow>
MergedReads<Base>::registrations_between(std::int64_t from_day, std::int64_t until_day) const {
    return under_kept(written_.registrations_between(from_day, until_day));
}

template <class Base>
std::vector<StrategyDiscussionRow> MergedReads<Base>::discussions_of(Uuid child) const {
    return of_all<StrategyDiscussionRow>(child,
                                         [&](Uuid each) { return written_.discussions_of(each); });
}

template <class Base> std::vector<EnquiryRow> MergedReads<Base>::enquiries_of(Uuid child) const {
    return of_all<EnquiryRow>(child, [&](Uuid each) { return written_.enquiries_of(each); });
}

template <class Base>
std::vector<ConferenceBookedRow> MergedReads<Base>::bookings_of(Uuid child) const {
    return of_all<ConferenceBookedRow>(child,
                                       [&](Uuid each) { return written_.bookings_of(each); });
}

template <class Base>
std::vector<StrategyDiscussionRow>
MergedReads<Base>::discussions_between(std::int64_t from_day, std::int64_t until_day) const {
    return under_kept(written_.discussions_between(from_day, until_day));
}

template <class Base>
std::vector<ConferenceBookedRow> MergedReads<Base>::bookings_between(std::int64_t from_day,
                                                                     std::int64_t until_day) const {
    return under_kept(written_.bookings_between(from_day, until_day));
}

template <class Base>
std::vector<EnquiryRow> MergedReads<Base>::enquiries_between(std::int64_t from_day,
                                                             std::int64_t until_day) const {
    return under_kept(written_.enquiries_between(from_day, until_day));
}

template <class Base> std::vector<ContactRow> MergedReads<Base>::contacts_of(Uuid person) const {
    std::vector<ContactRow> rows;
    for (const auto& each : same().records_of(person)) {
        std::ranges::move(written_.contacts_of(each), std::back_inserter(rows));
    }
    std::ranges::sort(rows, {}, [](const ContactRow& row) {
        return std::tie(row.received_day, row.received_time, row.contact);
    });
    const auto again = std::ranges::unique(rows, {}, &ContactRow::contact);
    rows.erase(again.begin(), again.end());
    return rows;
}

template <class Base>
std::vector<HandOverRow> MergedReads<Base>::still_lacking(std::vector<HandOverRow> rows) const {
    for (auto& row : rows) {
        if (same().is_several(row.child)) {
            row.child = same().kept_for(row.child);
            row.lacks = lacks_of(row, allocations_of(row.child), discussions_of(row.child));
        }
    }
    std::erase_if(rows, [](const HandOverRow& row) { return row.lacks.empty(); });
    return rows;
}

template <class Base> std::vector<HandOverRow> MergedReads<Base>::hand_overs() const {
    return still_lacking(written_.hand_overs());
}

template <class Base> std::vector<HandOverRow> MergedReads<Base>::hand_overs_of(Uuid child) const {
    std::vector<HandOverRow> rows;
    for (const auto& each : same().records_of(child)) {
        std::ranges::move(written_.hand_overs_of(each), std::back_inserter(rows));
    }
    std::ranges::sort(rows, {}, [](const HandOverRow& row) {
        return std::tie(row.decided_day, row.contact, row.nth);
    });
    return still_lacking(std::move(rows));
}

template <class Base>
std::vector<ContactChildRow> MergedReads<Base>::children_of_contact(Uuid contact) const {
    auto rows = written_.children_of_contact(contact);
    for (auto& row : rows) {
        if (row.person) {
            row.person = same().kept_for(*row.person);
        }
    }
    return rows;
}

template <class Base> std::vector<BarrierRow> MergedReads<Base>::barriers_of(Uuid child) const {
    std::vector<BarrierRow> rows;
    for (const auto& each : same().records_of(child)) {
        std::ranges::move(written_.barriers_of(each), std::back_inserter(rows));
    }
    for (auto& row : rows) {
        row.child = same().kept_for(child);
    }
    std::ranges::stable_sort(rows, [](const auto& a, const auto& b) {
        return std::tie(a.from_at, a.entry, a.nth) < std::tie(b.from_at, b.entry, b.nth);
    });
    return rows;
}

template <class Base> std::vector<BarrierRow> MergedReads<Base>::exclusions_of(Uuid worker) const {
    return under_kept(written_.exclusions_of(worker));
}

template <class Base>
std::vector<EmergencyOpeningRow> MergedReads<Base>::openings_to_review() const {
    return under_kept(written_.openings_to_review());
}

template <class Base>
std::vector<EmergencyOpeningRow> MergedReads<Base>::openings_since(std::int64_t opened_at) const {
    return under_kept(written_.openings_since(opened_at));
}

template class MergedReads<record::Reading>;
template class MergedReads<record::Writing>;

} // namespace gweld::store::merged
