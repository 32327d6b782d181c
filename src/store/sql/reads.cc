#include "store/sql/reads.h"

#include "store/sql/table_sql.h"

#include <type_traits>

namespace gweld::store::sql {

using namespace record;

namespace {

// Greater than any text that begins with the prefix, and still UTF-8: the last code point there is.
std::string beyond(const std::string& prefix) { return prefix + "\xF4\x8F\xBF\xBF"; }

// One condition a prefix; $1 is the authority, then two bounds each, then the limit.
std::string people_named_sql(std::size_t prefixes) {
    std::string sql = select_sql<PersonRow>("");
    std::size_t n = 1;
    for (std::size_t i = 0; i < prefixes; ++i) {
        const std::string from = "$" + std::to_string(++n);
        const std::string until = "$" + std::to_string(++n);
        sql +=
            "AND person IN (SELECT person FROM name_key WHERE authority = $1 AND key >= " + from +
            " AND key < " + until + ") ";
    }
    return sql + "ORDER BY surname, forename, person LIMIT $" + std::to_string(n + 1);
}

std::string entries_about(const std::string& which) {
    return "SELECT " + column_list<EntryRow>("e.") +
           " FROM about AS a JOIN entry AS e ON e.authority = a.authority AND e.seq = a.seq"
           " WHERE a.authority = $1 AND a.subject = $2 AND " +
           which + " ORDER BY a.seq";
}

std::vector<Entry> entries_of(std::vector<EntryRow> rows, const std::string& authority) {
    std::vector<Entry> entries;
    entries.reserve(rows.size());
    for (auto& row : rows) {
        entries.push_back(entry_of(std::move(row), authority));
    }
    return entries;
}

std::int64_t number_from(Query& query) {
    std::int64_t number = 0;
    if (query.step()) {
        query.read(0, number);
    }
    return number;
}

} // namespace

// A log is longer than memory: not every make answers row by row.
template <class Base>
template <class Row, class Visitor>
void Reads<Base>::each_of_log(const std::string& sql, std::int64_t after,
                              const Visitor& visitor) const {
    constexpr std::int64_t at_a_time = 2000;
    std::int64_t came = at_a_time;
    bool go_on = true;
    while (go_on && came == at_a_time) {
        came = 0;
        each_row<Row>(
            connection_, sql,
            [&](Row row) {
                ++came;
                after = row.seq;
                go_on = visitor(std::move(row));
                return go_on;
            },
            authority_, after, at_a_time);
    }
}

template <class Base> std::int64_t Reads<Base>::head() const {
    if constexpr (std::is_same_v<Base, record::Reading>) {
        if (!head_of_snapshot_) {
            head_of_snapshot_ = head_now();
        }
        return *head_of_snapshot_;
    }
    return head_now();
}

template <class Base> std::int64_t Reads<Base>::head_now() const {
    static const std::string sql = "SELECT coalesce(max(seq), 0) FROM entry WHERE authority = $1";
    Query query{connection_, sql};
    query.bind_all(authority_);
    return number_from(query);
}

template <class Base> std::int64_t Reads<Base>::version_of(Uuid subject) const {
    static const std::string sql =
        "SELECT coalesce(max(seq), 0) FROM about WHERE authority = $1 AND subject = $2";
    Query query{connection_, sql};
    query.bind_all(authority_, subject);
    return number_from(query);
}

template <class Base> std::optional<Entry> Reads<Base>::entry(Uuid id) const {
    static const std::string sql = select_sql<EntryRow>("AND id = $2");
    auto row = one_row<EntryRow>(connection_, sql, authority_, id);
    return row ? std::optional{entry_of(std::move(*row), authority_)} : std::nullopt;
}

template <class Base>
std::vector<Entry> Reads<Base>::about(Uuid subject, std::int64_t after) const {
    static const std::string sql = entries_about("a.seq > $3");
    return entries_of(all_rows<EntryRow>(connection_, sql, authority_, subject, after), authority_);
}

template <class Base>
std::vector<Entry> Reads<Base>::about_of_kind(Uuid subject, std::string_view kind) const {
    static const std::string sql = entries_about("e.kind = $3");
    return entries_of(all_rows<EntryRow>(connection_, sql, authority_, subject, std::string{kind}),
                      authority_);
}

template <class Base>
void Reads<Base>::each_entry(std::int64_t after,
                             base::FunctionRef<bool(const Entry&)> visitor) const {
    static const std::string sql = select_sql<EntryRow>("AND seq > $2 ORDER BY seq LIMIT $3");
    each_of_log<EntryRow>(
        sql, after, [&](EntryRow row) { return visitor(entry_of(std::move(row), authority_)); });
}

template <class Base>
void Reads<Base>::each_look(std::int64_t after,
                            base::FunctionRef<bool(const ChainedLook&)> visitor) const {
    static const std::string sql = select_sql<LookRow>("AND seq > $2 ORDER BY seq LIMIT $3");
    each_of_log<LookRow>(sql, after, [&](LookRow row) { return visitor(look_of(std::move(row))); });
}

template <class Base>
std::vector<ChainedLook> Reads<Base>::looks_at(Uuid subject, std::size_t limit) const {
    static const std::string sql =
        select_sql<LookRow>("AND subject = $2 ORDER BY seq DESC LIMIT $3");
    std::vector<ChainedLook> looks;
    each_row<LookRow>(
        connection_, sql, [&](LookRow row) { looks.push_back(look_of(std::move(row))); },
        authority_, subject, static_cast<std::int64_t>(limit));
    return looks;
}

template <class Base>
std::vector<ChainedLook> Reads<Base>::looks_at_since(Uuid subject, Instant since) const {
    static const std::string sql =
        select_sql<LookRow>("AND subject = $2 AND at >= $3 ORDER BY seq DESC");
    return looks_found(sql, subject, since);
}

template <class Base>
std::vector<ChainedLook> Reads<Base>::looks_by(Uuid worker, Instant since) const {
    static const std::string sql =
        select_sql<LookRow>("AND worker = $2 AND at >= $3 ORDER BY seq DESC");
    return looks_found(sql, worker, since);
}

template <class Base>
std::vector<ChainedLook> Reads<Base>::looks_found(const std::string& sql, Uuid who,
                                                  Instant since) const {
    std::vector<ChainedLook> looks;
    each_row<LookRow>(
        connection_, sql, [&](LookRow row) { looks.push_back(look_of(std::move(row))); },
        authority_, who, since.time_since_epoch().count());
    return looks;
}

template <class Base> std::optional<PersonRow> Reads<Base>::person(Uuid person) const {
    static const std::string sql = select_sql<PersonRow>("AND person = $2");
    return one_row<PersonRow>(connection_, sql, authority_, person);
}

template <class Base>
std::vector<PersonRow> Reads<Base>::people_numbered(std::string_view number) const {
    static const std::string sql =
        select_sql<PersonRow>("AND number = $2 ORDER BY surname, forename, person");
    return all_rows<PersonRow>(connection_, sql, authority_, number);
}

template <class Base> std::vector<PersonRow> Reads<Base>::people_born(std::int64_t day) const {
    static const std::string sql =
        select_sql<PersonRow>("AND born = $2 ORDER BY surname, forename, person");
    return all_rows<PersonRow>(connection_, sql, authority_, day);
}

template <class Base>
std::vector<PersonRow> Reads<Base>::people_named(const std::vector<std::string>& key_prefixes,
                                                 std::size_t limit) const {
    std::vector<PersonRow> rows;
    if (key_prefixes.empty()) {
        return rows;
    }
    std::vector<std::string> bounds;
    const std::size_t prefixes = std::min(key_prefixes.size(), most_prefixes);
    for (std::size_t i = 0; i < prefixes; ++i) {
        bounds.push_back(key_prefixes[i]);
        bounds.push_back(beyond(key_prefixes[i]));
    }
    const std::string sql = people_named_sql(prefixes);
    Query query{connection_, sql};
    int n = 1;
    query.bind(n, authority_);
    for (const auto& bound : bounds) {
        query.bind(++n, bound);
    }
    query.bind(++n, static_cast<std::int64_t>(limit));
    while (query.step()) {
        rows.push_back(read_row<PersonRow>(query));
    }
    return rows;
}

template <class Base> std::vector<Uuid> Reads<Base>::families_of(Uuid person) const {
    static const std::string sql = select_sql<FamilyMemberRow>("AND person = $2 ORDER BY family");
    std::vector<Uuid> families;
    each_row<FamilyMemberRow>(
        connection_, sql, [&](const FamilyMemberRow& row) { families.push_back(row.family); },
        authority_, person);
    return families;
}

template <class Base> std::vector<Uuid> Reads<Base>::members_of(Uuid family) const {
    static const std::string sql = select_sql<FamilyMemberRow>("AND family = $2 ORDER BY person");
    std::vector<Uuid> members;
    each_row<FamilyMemberRow>(
        connection_, sql, [&](const FamilyMemberRow& row) { members.push_back(row.person); },
        authority_, family);
    return members;
}

template <class Base> std::vector<AllocationRow> Reads<Base>::allocations_of(Uuid child) const {
    static const std::string sql =
        select_sql<AllocationRow>("AND child = $2 ORDER BY from_day, entry");
    return all_rows<AllocationRow>(connection_, sql, authority_, child);
}

template <class Base> std::vector<AllocationRow> Reads<Base>::allocations_to(Uuid worker) const {
    static const std::string sql =
        select_sql<AllocationRow>("AND worker = $2 ORDER BY from_day, entry");
    return all_rows<AllocationRow>(connection_, sql, authority_, worker);
}

template <class Base> std::vector<AllocationRow> Reads<Base>::allocations_in(Uuid team) const {
    static const std::string sql =
        select_sql<AllocationRow>("AND team = $2 ORDER BY from_day, entry");
    return all_rows<AllocationRow>(connection_, sql, authority_, team);
}

template <class Base> std::vector<RegistrationRow> Reads<Base>::registrations_of(Uuid child) const {
    static const std::string sql =
        select_sql<RegistrationRow>("AND child = $2 ORDER BY start_day, entry");
    return all_rows<RegistrationRow>(connection_, sql, authority_, child);
}

template <class Base>
std::vector<RegistrationRow> Reads<Base>::registrations_between(std::int64_t from_day,
                                                                std::int64_t until_day) const {
    static const std::string sql = select_sql<RegistrationRow>(
        "AND start_day < $3 AND $2 < $3 AND (end_day IS NULL OR (end_day > $2 AND end_day > "
        "start_day)) ORDER BY start_day, entry");
    return all_rows<RegistrationRow>(connection_, sql, authority_, from_day, until_day);
}

template <class Base>
std::vector<StrategyDiscussionRow> Reads<Base>::discussions_of(Uuid child) const {
    static const std::string sql =
        select_sql<StrategyDiscussionRow>("AND child = $2 ORDER BY on_day, entry, child");
    return all_rows<StrategyDiscussionRow>(connection_, sql, authority_, child);
}

template <class Base> std::vector<EnquiryRow> Reads<Base>::enquiries_of(Uuid child) const {
    static const std::string sql =
        select_sql<EnquiryRow>("AND child = $2 ORDER BY on_day, entry, child");
    return all_rows<EnquiryRow>(connection_, sql, authority_, child);
}

template <class Base> std::vector<ConferenceBookedRow> Reads<Base>::bookings_of(Uuid child) const {
    static const std::string sql =
        select_sql<ConferenceBookedRow>("AND child = $2 ORDER BY on_day, entry, child");
    return all_rows<ConferenceBookedRow>(connection_, sql, authority_, child);
}

template <class Base>
std::vector<StrategyDiscussionRow> Reads<Base>::discussions_between(std::int64_t from_day,
                                                                    std::int64_t until_day) const {
    static const std::string sql = select_sql<StrategyDiscussionRow>(
        "AND on_day >= $2 AND on_day < $3 ORDER BY on_day, entry, child");
    return all_rows<StrategyDiscussionRow>(connection_, sql, authority_, from_day, until_day);
}

template <class Base>
std::vector<ConferenceBookedRow> Reads<Base>::bookings_between(std::int64_t from_day,
                                                               std::int64_t until_day) const {
    static const std::string sql = select_sql<ConferenceBookedRow>(
        "AND on_day >= $2 AND on_day < $3 ORDER BY on_day, entry, child");
    return all_rows<ConferenceBookedRow>(connection_, sql, authority_, from_day, until_day);
}

template <class Base>
std::vector<EnquiryRow> Reads<Base>::enquiries_between(std::int64_t from_day,
                                                       std::int64_t until_day) const {
    static const std::string sql =
        select_sql<EnquiryRow>("AND on_day < $3 AND (concluded_day IS NULL OR concluded_day >= $2) "
                               "ORDER BY on_day, entry, child");
    return all_rows<EnquiryRow>(connection_, sql, authority_, from_day, until_day);
}

template <class Base> std::vector<ContactRow> Reads<Base>::contacts_waiting() const {
    static const std::string sql =
        select_sql<ContactRow>("AND outcome = '' ORDER BY received_day, received_time, contact");
    return all_rows<ContactRow>(connection_, sql, authority_);
}

template <class Base>
std::vector<ContactRow> Reads<Base>::contacts_received_on(std::int64_t day) const {
    static const std::string sql =
        select_sql<ContactRow>("AND received_day = $2 ORDER BY received_time, contact");
    return all_rows<ContactRow>(connection_, sql, authority_, day);
}

template <class Base>
std::vector<ContactRow> Reads<Base>::contacts_decided_on(std::int64_t day) const {
    static const std::string sql = select_sql<ContactRow>(
        "AND decided_day = $2 ORDER BY received_day, received_time, contact");
    return all_rows<ContactRow>(connection_, sql, authority_, day);
}

template <class Base> std::vector<ContactRow> Reads<Base>::contacts_of(Uuid person) const {
    static const std::string sql = select_sql<ContactRow>(
        "AND contact IN (SELECT contact FROM contact_child WHERE authority = $1 AND person = $2) "
        "ORDER BY received_day, received_time, contact");
    return all_rows<ContactRow>(connection_, sql, authority_, person);
}

template <class Base> std::optional<ContactRow> Reads<Base>::contact(Uuid contact) const {
    static const std::string sql = select_sql<ContactRow>("AND contact = $2");
    return one_row<ContactRow>(connection_, sql, authority_, contact);
}

template <class Base>
std::vector<ContactChildRow> Reads<Base>::children_of_contact(Uuid contact) const {
    static const std::string sql = select_sql<ContactChildRow>("AND contact = $2 ORDER BY nth");
    return all_rows<ContactChildRow>(connection_, sql, authority_, contact);
}

template <class Base> std::vector<TeamRow> Reads<Base>::teams() const {
    static const std::string sql = select_sql<TeamRow>("ORDER BY name, team");
    return all_rows<TeamRow>(connection_, sql, authority_);
}

template <class Base> std::vector<WorkerRow> Reads<Base>::workers() const {
    static const std::string sql = select_sql<WorkerRow>("ORDER BY name, worker");
    return all_rows<WorkerRow>(connection_, sql, authority_);
}

template <class Base> std::optional<WorkerRow> Reads<Base>::worker(Uuid worker) const {
    static const std::string sql = select_sql<WorkerRow>("AND worker = $2");
    return one_row<WorkerRow>(connection_, sql, authority_, worker);
}

template <class Base>
std::optional<ProvenanceRow> Reads<Base>::provenance(std::string_view source, std::string_view file,
                                                     std::string_view key) const {
    static const std::string sql =
        select_sql<ProvenanceRow>("AND source = $2 AND file = $3 AND key = $4");
    return one_row<ProvenanceRow>(connection_, sql, authority_, source, file, key);
}

template <class Base> std::string Reads<Base>::dump_tables() const {
    std::string text;
    each_table(AllRows{}, [&]<class Row>(RowType<Row>) {
        static const std::string sql = select_sql<Row>("ORDER BY " + key_list<Row>());
        text += heading_text<Row>();
        each_row<Row>(connection_, sql, [&](const Row& row) { text += row_text(row); }, authority_);
    });
    return text;
}

template class Reads<record::Reading>;
template class Reads<record::Writing>;

} // namespace gweld::store::sql
