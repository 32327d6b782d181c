// hands.h - writes the tables beside the log in SQL. Knows no rules.
#pragma once

#include "record/projection.h"
#include "store/sql/reads.h"

namespace gweld::store::sql {

class Hands : public record::TableHands {
  public:
    Hands(Connection& connection, const std::string& authority)
        : connection_{connection}, authority_{authority} {}

    void put(const record::PersonRow&) override;
    void put(const record::FamilyMemberRow&) override;
    void put(const record::AddressRow&) override;
    void put(const record::TeamRow&) override;
    void put(const record::WorkerRow&) override;
    void put(const record::AllocationRow&) override;
    void put(const record::RegistrationRow&) override;
    void put(const record::VisitRow&) override;
    void put(const record::MeetingRow&) override;
    void put(const record::StrategyDiscussionRow&) override;
    void put(const record::EnquiryRow&) override;
    void put(const record::ConferenceBookedRow&) override;
    void put(const record::ChairDiaryRow&) override;
    void put(const record::ContactRow&) override;
    void put(const record::ContactChildRow&) override;
    void put(const record::HandOverRow&) override;
    void put(const record::SigningRow&) override;
    void put(const record::ReferralRow&) override;
    void put(const record::ReferrerToTellRow&) override;
    void put(const record::MergeRow&) override;
    void put(const record::BarrierRow&) override;
    void put(const record::EmergencyOpeningRow&) override;
    void put(const record::ConnectionRow&) override;
    void put(const record::MistakeToldRow&) override;
    void put(const record::ProtectedAddressRow&) override;
    void put(const record::OwnRecordRow&) override;
    void put(const record::ProvenanceRow&) override;
    void remove(const record::PersonRow&) override;
    void remove(const record::FamilyMemberRow&) override;
    void remove(const record::TeamRow&) override;
    void remove(const record::WorkerRow&) override;
    void remove(const record::ContactRow&) override;
    void remove(const record::ContactChildRow&) override;
    void remove(const record::HandOverRow&) override;
    void remove(const record::ReferralRow&) override;
    void remove(const record::ReferrerToTellRow&) override;
    void remove(const record::MistakeToldRow&) override;
    void replace_name_keys(Uuid person, const std::vector<std::string>& keys) override;
    void remove_rows_of(Uuid entry) override;

    std::optional<record::Entry> entry(Uuid id) const override;
    std::optional<record::Entry> correction_of(Uuid id) const override;
    std::vector<record::Entry> about(Uuid subject) const override;
    std::vector<record::Entry> about_of_kind(Uuid subject, std::string_view kind) const override;

    void empty_every_table();

  private:
    Connection& connection_;
    const std::string& authority_;
};

} // namespace gweld::store::sql
