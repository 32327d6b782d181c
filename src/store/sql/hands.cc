#include "store/sql/hands.h"

#include "store/sql/table_sql.h"

namespace gweld::store::sql {

using namespace record;

namespace {

template <class Row> std::string delete_sql(std::string_view and_so_on) {
    return "DELETE FROM " + table_name<Row>() + " WHERE authority = $1 " + std::string{and_so_on};
}

} // namespace

void Hands::put(const PersonRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const FamilyMemberRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const AddressRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const TeamRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const WorkerRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const AllocationRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const RegistrationRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const VisitRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const MeetingRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const StrategyDiscussionRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const EnquiryRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const ConferenceBookedRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const ChairDiaryRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const ContactRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const ContactChildRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const HandOverRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const SigningRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const ReferralRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const ReferrerToTellRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const MergeRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const BarrierRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const EmergencyOpeningRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const ConnectionRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const MistakeToldRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const ProtectedAddressRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const OwnRecordRow& row) { upsert(connection_, authority_, row); }
void Hands::put(const ProvenanceRow& row) { upsert(connection_, authority_, row); }

void Hands::remove(const PersonRow& row) {
    static const std::string sql = delete_sql<PersonRow>("AND person = $2");
    run(connection_, sql, authority_, row.person);
}
void Hands::remove(const FamilyMemberRow& row) {
    static const std::string sql = delete_sql<FamilyMemberRow>("AND family = $2 AND person = $3");
    run(connection_, sql, authority_, row.family, row.person);
}
void Hands::remove(const TeamRow& row) {
    static const std::string sql = delete_sql<TeamRow>("AND team = $2");
    run(connection_, sql, authority_, row.team);
}
void Hands::remove(const WorkerRow& row) {
    static const std::string sql = delete_sql<WorkerRow>("AND worker = $2");
    run(connection_, sql, authority_, row.worker);
}

void Hands::remove(const ContactRow& row) {
    static const std::string sql = delete_sql<ContactRow>("AND contact = $2");
    run(connection_, sql, authority_, row.contact);
}
void Hands::remove(const ContactChildRow& row) {
    static const std::string sql = delete_sql<ContactChildRow>("AND contact = $2 AND nth = $3");
    run(connection_, sql, authority_, row.contact, row.nth);
}

void Hands::remove(const HandOverRow& row) {
    static const std::string sql = delete_sql<HandOverRow>("AND contact = $2 AND nth = $3");
    run(connection_, sql, authority_, row.contact, row.nth);
}
void Hands::remove(const MistakeToldRow& row) {
    static const std::string sql = delete_sql<MistakeToldRow>("AND entry = $2 AND worker = $3");
    run(connection_, sql, authority_, row.entry, row.worker);
}
void Hands::remove(const ReferralRow& row) {
    static const std::string sql = delete_sql<ReferralRow>("AND contact = $2");
    run(connection_, sql, authority_, row.contact);
}
void Hands::remove(const ReferrerToTellRow& row) {
    static const std::string sql = delete_sql<ReferrerToTellRow>("AND contact = $2");
    run(connection_, sql, authority_, row.contact);
}

void Hands::replace_name_keys(Uuid person, const std::vector<std::string>& keys) {
    static const std::string sql = delete_sql<NameKeyRow>("AND person = $2");
    run(connection_, sql, authority_, person);
    for (const auto& key : keys) {
        upsert(connection_, authority_, NameKeyRow{key, person});
    }
}

void Hands::remove_rows_of(Uuid entry) {
    each_table(AllRows{}, [&]<class Row>(RowType<Row>) {
        if constexpr (belongs_to_entry<Row>) {
            static const std::string sql = delete_sql<Row>("AND entry = $2");
            run(connection_, sql, authority_, entry);
        }
    });
}

std::optional<Entry> Hands::entry(Uuid id) const {
    return Reads<Reading>{connection_, authority_}.entry(id);
}

std::optional<Entry> Hands::correction_of(Uuid id) const {
    static const std::string sql = select_sql<EntryRow>("AND corrects = $2");
    auto row = one_row<EntryRow>(connection_, sql, authority_, id);
    return row ? std::optional{entry_of(std::move(*row), authority_)} : std::nullopt;
}

std::vector<Entry> Hands::about(Uuid subject) const {
    return Reads<Reading>{connection_, authority_}.about(subject, 0);
}

std::vector<Entry> Hands::about_of_kind(Uuid subject, std::string_view kind) const {
    return Reads<Reading>{connection_, authority_}.about_of_kind(subject, kind);
}

void Hands::empty_every_table() {
    each_table(AllRows{}, [&]<class Row>(RowType<Row>) {
        static const std::string sql = delete_sql<Row>("");
        run(connection_, sql, authority_);
    });
}

} // namespace gweld::store::sql
