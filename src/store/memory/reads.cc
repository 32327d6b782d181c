#include "store/memory/reads.h"

#include "record/run_together.h"

namespace gweld::store::memory {

using namespace record;

namespace {

template <class Row, class Wanted>
std::vector<Row> rows_where(const Contents& held, Wanted wanted) {
    std::vector<Row> rows;
    for (const auto& row : held.table<Row>()) {
        if (wanted(row)) {
            rows.push_back(row);
        }
    }
    return rows;
}

template <class Row> std::optional<Row> row_with_key(const Contents& held, const Row& key) {
    const auto found = held.table<Row>().find(key);
    return found == held.table<Row>().end() ? std::nullopt : std::optional{*found};
}

template <class Row, class Order> std::vector<Row> ordered(std::vector<Row> rows, Order by) {
    std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return by(a) < by(b); });
    return rows;
}

std::vector<PersonRow> by_name(std::vector<PersonRow> rows) {
    return ordered(std::move(rows),
                   [](const PersonRow& r) { return std::tie(r.surname, r.forename, r.person); });
}

std::vector<AllocationRow> by_start(std::vector<AllocationRow> rows) {
    return ordered(std::move(rows),
                   [](const AllocationRow& r) { return std::tie(r.from_day, r.entry); });
}

template <class Row> std::vector<Row> by_day(std::vector<Row> rows) {
    return ordered(std::move(rows),
                   [](const Row& r) { return std::tie(r.on_day, r.entry, r.child); });
}

template <class Row> std::vector<Row> of_child(const Contents& held, Uuid child) {
    return by_day(rows_where<Row>(held, [&](const auto& row) { return row.child == child; }));
}

template <class Row>
std::vector<Row> between(const Contents& held, std::int64_t from_day, std::int64_t until_day) {
    return by_day(rows_where<Row>(
        held, [&](const auto& row) { return from_day <= row.on_day && row.on_day < until_day; }));
}

std::vector<RegistrationRow> by_start(std::vector<RegistrationRow> rows) {
    return ordered(std::move(rows),
                   [](const RegistrationRow& r) { return std::tie(r.start_day, r.entry); });
}

template <class Wanted>
std::vector<ContactRow> contacts_where(const Contents& held, Wanted wanted) {
    return ordered(rows_where<ContactRow>(held, wanted), [](const ContactRow& r) {
        return std::tie(r.received_day, r.received_time, r.contact);
    });
}

std::set<Uuid> people_with_key(const Contents& held, const std::string& prefix) {
    std::set<Uuid> people;
    const auto& keys = held.table<NameKeyRow>();
    for (auto row = keys.lower_bound({prefix, Uuid{}});
         row != keys.end() && row->key.starts_with(prefix); ++row) {
        people.insert(row->person);
    }
    return people;
}

// The letters of English only, as SQLite's lower() has it.
} // namespace

template <class Base> std::int64_t Reads<Base>::head() const {
    return static_cast<std::int64_t>(held_.entries.size());
}

template <class Base> std::int64_t Reads<Base>::version_of(Uuid subject) const {
    const auto found = held_.by_subject.find(subject);
    return found == held_.by_subject.end() ? 0 : held_.entries[found->second.back()].seq;
}

template <class Base> std::optional<Entry> Reads<Base>::entry(Uuid id) const {
    const auto* found = held_.find(id);
    return found == nullptr ? std::nullopt : std::optional{*found};
}

template <class Base>
std::vector<Entry> Reads<Base>::about(Uuid subject, std::int64_t after) const {
    std::vector<Entry> entries;
    const auto found = held_.by_subject.find(subject);
    if (found != held_.by_subject.end()) {
        for (const auto place : found->second) {
            if (held_.entries[place].seq > after) {
                entries.push_back(held_.entries[place]);
            }
        }
    }
    return entries;
}

template <class Base>
void Reads<Base>::each_entry(std::int64_t after,
                             base::FunctionRef<bool(const Entry&)> visitor) const {
    for (const auto& entry : held_.entries) {
        if (entry.seq > after && !visitor(entry)) {
            return;
        }
    }
}

template <class Base>
void Reads<Base>::each_look(std::int64_t after,
                            base::FunctionRef<bool(const ChainedLook&)> visitor) const {
    for (const auto& look : held_.looks) {
        if (look.seq > after && !visitor(look)) {
            return;
        }
    }
}

template <class Base>
std::vector<ChainedLook> Reads<Base>::looks_at(Uuid subject, std::size_t limit) const {
    std::vector<ChainedLook> found;
    for (auto look = held_.looks.rbegin(); look != held_.looks.rend() && found.size() < limit;
         ++look) {
        if (look->subject == subject) {
            found.push_back(*look);
        }
    }
    return found;
}

template <class Base>
std::vector<ChainedLook> Reads<Base>::looks_at_since(Uuid subject, Instant since) const {
    std::vector<ChainedLook> found;
    std::copy_if(
        held_.looks.rbegin(), held_.looks.rend(), std::back_inserter(found),
        [&](const ChainedLook& look) { return look.subject == subject && look.at >= since; });
    return found;
}

template <class Base>
std::vector<ChainedLook> Reads<Base>::looks_by(Uuid worker, Instant since) const {
    std::vector<ChainedLook> found;
    std::copy_if(
        held_.looks.rbegin(), held_.looks.rend(), std::back_inserter(found),
        [&](const ChainedLook& look) { return look.worker == worker && look.at >= since; });
    return found;
}

template <class Base> std::optional<PersonRow> Reads<Base>::person(Uuid person) const {
    PersonRow key;
    key.person = person;
    return row_with_key(held_, key);
}

template <class Base>
std::vector<PersonRow> Reads<Base>::people_numbered(std::string_view number) const {
    return by_name(
        rows_where<PersonRow>(held_, [&](const auto& row) { return row.number == number; }));
}

template <class Base> std::vector<PersonRow> Reads<Base>::people_born(std::int64_t day) const {
    return by_name(rows_where<PersonRow>(held_, [&](const auto& row) { return row.born == day; }));
}

template <class Base>
std::vector<PersonRow> Reads<Base>::people_named(const std::vector<std::string>& key_prefixes,
                                                 std::size_t limit) const {
    std::vector<PersonRow> rows;
    if (key_prefixes.empty()) {
        return rows;
    }
    auto people = people_with_key(held_, key_prefixes.front());
    for (std::size_t i = 1; i < std::min(key_prefixes.size(), most_prefixes); ++i) {
        const auto also = people_with_key(held_, key_prefixes[i]);
        std::erase_if(people, [&](const Uuid& each) { return !also.contains(each); });
    }
    for (const auto& each : people) {
        if (auto row = person(each)) {
            rows.push_back(std::move(*row));
        }
    }
    rows = by_name(std::move(rows));
    rows.resize(std::min(rows.size(), limit));
    return rows;
}

template <class Base> std::vector<Uuid> Reads<Base>::families_of(Uuid person) const {
    std::vector<Uuid> families;
    for (const auto& row : held_.table<FamilyMemberRow>()) {
        if (row.person == person) {
            families.push_back(row.family);
        }
    }
    return families;
}

template <class Base> std::vector<Uuid> Reads<Base>::members_of(Uuid family) const {
    std::vector<Uuid> members;
    for (const auto& row : held_.table<FamilyMemberRow>()) {
        if (row.family == family) {
            members.push_back(row.person);
        }
    }
    return members;
}

template <class Base>
std::vector<AddressRow> Reads<Base>::addresses_like(std::string_view text,
                                                    std::size_t limit) const {
    std::vector<AddressRow> rows;
    const auto wanted = as_run_together(text);
    if (wanted.empty()) {
        return rows;
    }
    for (const auto& row : held_.table<AddressRow>()) {
        if (as_run_together(row.postcode) == wanted ||
            as_run_together(row.lines).find(wanted) != std::string::npos) {
            rows.push_back(row);
        }
    }
    std::ranges::stable_sort(rows, std::greater{}, &AddressRow::from_day);
    rows.resize(std::min(rows.size(), limit));
    return rows;
}

template <class Base> std::vector<AddressRow> Reads<Base>::addresses_of(Uuid person) const {
    return ordered(
        rows_where<AddressRow>(held_, [&](const auto& row) { return row.person == person; }),
        [](const AddressRow& row) { return std::tie(row.from_day, row.entry); });
}

template <class Base> std::vector<AllocationRow> Reads<Base>::allocations_of(Uuid child) const {
    return by_start(
        rows_where<AllocationRow>(held_, [&](const auto& row) { return row.child == child; }));
}

template <class Base> std::vector<AllocationRow> Reads<Base>::allocations_to(Uuid worker) const {
    return by_start(
        rows_where<AllocationRow>(held_, [&](const auto& row) { return row.worker == worker; }));
}

template <class Base> std::vector<AllocationRow> Reads<Base>::allocations_in(Uuid team) const {
    return by_start(
        rows_where<AllocationRow>(held_, [&](const auto& row) { return row.team == team; }));
}

template <class Base> std::vector<RegistrationRow> Reads<Base>::registrations_of(Uuid child) const {
    return by_start(
        rows_where<RegistrationRow>(held_, [&](const auto& row) { return row.child == child; }));
}

template <class Base>
std::vector<RegistrationRow> Reads<Base>::registrations_between(std::int64_t from_day,
                                                                std::int64_t until_day) const {
    return by_start(rows_where<RegistrationRow>(held_, [&](const auto& row) {
        const auto first = std::max(row.start_day, from_day);
        const auto beyond = row.end_day ? std::min(*row.end_day, until_day) : until_day;
        return first < beyond;
    }));
}

template <class Base>
std::vector<StrategyDiscussionRow> Reads<Base>::discussions_of(Uuid child) const {
    return of_child<StrategyDiscussionRow>(held_, child);
}

template <class Base> std::vector<EnquiryRow> Reads<Base>::enquiries_of(Uuid child) const {
    return of_child<EnquiryRow>(held_, child);
}

template <class Base> std::vector<ConferenceBookedRow> Reads<Base>::bookings_of(Uuid child) const {
    return of_child<ConferenceBookedRow>(held_, child);
}

template <class Base>
std::vector<StrategyDiscussionRow> Reads<Base>::discussions_between(std::int64_t from_day,
                                                                    std::int64_t until_day) const {
    return between<StrategyDiscussionRow>(held_, from_day, until_day);
}

template <class Base>
std::vector<ConferenceBookedRow> Reads<Base>::bookings_between(std::int64_t from_day,
                                                               std::int64_t until_day) const {
    return between<ConferenceBookedRow>(held_, from_day, until_day);
}

template <class Base>
std::vector<EnquiryRow> Reads<Base>::enquiries_between(std::int64_t from_day,
                                                       std::int64_t until_day) const {
    return by_day(rows_where<EnquiryRow>(held_, [&](const auto& row) {
        return row.on_day < until_day && row.concluded_day.value_or(from_day) >= from_day;
    }));
}

template <class Base> std::vector<ContactRow> Reads<Base>::contacts_waiting() const {
    return contacts_where(held_, [](const auto& row) { return row.outcome.empty(); });
}

template <class Base>
std::vector<ContactRow> Reads<Base>::contacts_received_on(std::int64_t day) const {
    return contacts_where(held_, [&](const auto& row) { return row.received_day == day; });
}

template <class Base>
std::vector<ContactRow> Reads<Base>::contacts_decided_on(std::int64_t day) const {
    return contacts_where(held_, [&](const auto& row) { return row.decided_day == day; });
}

template <class Base> std::vector<ContactRow> Reads<Base>::contacts_of(Uuid person) const {
    const auto theirs =
        rows_where<ContactChildRow>(held_, [&](const auto& row) { return row.person == person; });
    return contacts_where(held_, [&](const auto& row) {
        return std::ranges::find(theirs, row.contact, &ContactChildRow::contact) != theirs.end();
    });
}

template <class Base> std::optional<ContactRow> Reads<Base>::contact(Uuid contact) const {
    ContactRow key;
    key.contact = contact;
    return row_with_key(held_, key);
}

template <class Base>
std::vector<ContactChildRow> Reads<Base>::children_of_contact(Uuid contact) const {
    return rows_where<ContactChildRow>(held_, [&](const auto& r) { return r.contact == contact; });
}

template <class Base>
std::vector<AddressRow> Reads<Base>::addresses_at(std::string_view postcode) const {
    return ordered(
        rows_where<AddressRow>(held_, [&](const auto& row) { return row.postcode == postcode; }),
        [](const AddressRow& row) { return std::tie(row.person, row.from_day, row.entry); });
}

template <class Base> std::vector<TeamRow> Reads<Base>::teams() const {
    return ordered(rows_where<TeamRow>(held_, [](const auto&) { return true; }),
                   [](const TeamRow& row) { return std::tie(row.name, row.team); });
}

template <class Base> std::vector<WorkerRow> Reads<Base>::workers() const {
    return ordered(rows_where<WorkerRow>(held_, [](const auto&) { return true; }),
                   [](const WorkerRow& row) { return std::tie(row.name, row.worker); });
}

template <class Base> std::optional<WorkerRow> Reads<Base>::worker(Uuid worker) const {
    WorkerRow key;
    key.worker = worker;
    return row_with_key(held_, key);
}

template <class Base>
std::optional<ProvenanceRow> Reads<Base>::provenance(std::string_view source, std::string_view file,
                                                     std::string_view key) const {
    return row_with_key(
        held_, ProvenanceRow{std::string{source}, std::string{file}, std::string{key}, {}, {}});
}

template <class Base> std::string Reads<Base>::dump_tables() const {
    std::string text;
    each_table(AllRows{}, [&]<class Row>(RowType<Row>) {
        text += heading_text<Row>();
        for (const auto& row : held_.table<Row>()) {
            text += row_text(row);
        }
    });
    return text;
}

template class Reads<record::Reading>;
template class Reads<record::Writing>;

} // namespace gweld::store::memory
