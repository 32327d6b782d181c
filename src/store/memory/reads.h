// reads.h - every question of record::Reading, answered from memory; for readers and for writers.
#pragma once

#include "store/memory/contents.h"

namespace gweld::store::memory {

// Base is record::Reading or record::Writing.
template <class Base> class Reads : public Base {
  public:
    explicit Reads(const Contents& contents) : held_{contents} {}

    std::vector<record::MergeRow> merges() const override;
    std::vector<record::MergeRow> merges_into(Uuid kept) const override;
    std::int64_t head() const override;
    std::int64_t version_of(Uuid subject) const override;
    std::optional<record::Entry> entry(Uuid id) const override;
    std::vector<record::Entry> about(Uuid subject, std::int64_t after) const override;
    void each_entry(std::int64_t after,
                    base::FunctionRef<bool(const record::Entry&)> visitor) const override;
    void each_look(std::int64_t after,
                   base::FunctionRef<bool(const record::ChainedLook&)> visitor) const override;
    std::vector<record::ChainedLook> looks_at(Uuid subject, std::size_t limit) const override;
    std::vector<record::ChainedLook> looks_at_since(Uuid subject,
                                                    record::Instant since) const override;
    std::vector<record::ChainedLook> looks_by(Uuid worker, record::Instant since) const override;

    std::optional<record::PersonRow> person(Uuid person) const override;
    std::vector<record::PersonRow> people_numbered(std::string_view number) const override;
    std::vector<record::PersonRow> people_born(std::int64_t day) const override;
    std::vector<record::PersonRow> people_named(const std::vector<std::string>& key_prefixes,
                                                std::size_t limit) const override;
    std::vector<Uuid> families_of(Uuid person) const override;
    std::vector<Uuid> members_of(Uuid family) const override;
    std::vector<record::AddressRow> addresses_of(Uuid person) const override;
    std::vector<record::AddressRow> addresses_like(std::string_view text,
                                                   std::size_t limit) const override;
    std::vector<record::AllocationRow> allocations_of(Uuid child) const override;
    std::vector<record::AllocationRow> allocations_to(Uuid worker) const override;
    std::vector<record::AllocationRow> allocations_in(Uuid team) const override;
    std::vector<record::RegistrationRow> registrations_of(Uuid child) const override;
    std::vector<record::RegistrationRow>
    registrations_between(std::int64_t from_day, std::int64_t until_day) const override;
    std::vector<record::StrategyDiscussionRow> discussions_of(Uuid child) const override;
    std::vector<record::EnquiryRow> enquiries_of(Uuid child) const override;
    std::vector<record::ConferenceBookedRow> bookings_of(Uuid child) const override;
    std::vector<record::StrategyDiscussionRow>
    discussions_between(std::int64_t from_day, std::int64_t until_day) const override;
    std::vector<record::ConferenceBookedRow>
    bookings_between(std::int64_t from_day, std::int64_t until_day) const override;
    std::vector<record::ChairDiaryRow> chair_diaries() const override;
    std::vector<record::EnquiryRow> enquiries_between(std::int64_t from_day,
                                                      std::int64_t until_day) const override;
    std::vector<record::ContactRow> contacts_waiting() const override;
    std::vector<record::ContactRow> contacts_received_on(std::int64_t day) const override;
    std::vector<record::ContactRow> contacts_decided_on(std::int64_t day) const override;
    std::vector<record::ContactRow> contacts_of(Uuid person) const override;
    std::optional<record::ContactRow> contact(Uuid contact) const override;
    std::vector<record::ContactChildRow> children_of_contact(Uuid contact) const override;
    // Defined in signing_reads.cc.
    std::vector<record::SigningRow> signings_waiting() const override;
    std::vector<record::SigningRow> signings_waiting_in(std::string_view team) const override;
    std::vector<record::SigningRow> signings_returned_to(Uuid author) const override;
    std::optional<record::SigningRow> signing(Uuid entry) const override;
    std::vector<record::AddressRow> addresses_at(std::string_view postcode) const override;
    std::vector<record::HandOverRow> hand_overs() const override;
    std::vector<record::HandOverRow> hand_overs_of(Uuid child) const override;
    std::optional<record::ReferralRow> referral(Uuid contact) const override;
    std::vector<record::ReferralRow> referrals_called(std::string_view reference) const override;
    std::vector<record::ReferrerToTellRow> referrers_to_tell(std::size_t limit) const override;
    std::size_t count_referrers_to_tell() const override;
    std::optional<std::string> kept_file(const record::Hash& digest) const override;
    // Defined in access_reads.cc.
    std::vector<record::BarrierRow> barriers_of(Uuid child) const override;
    std::vector<record::BarrierRow> exclusions_of(Uuid worker) const override;
    std::vector<record::EmergencyOpeningRow> openings_to_review() const override;
    std::vector<record::EmergencyOpeningRow> openings_since(std::int64_t opened_at) const override;
    std::vector<record::MistakeToldRow> mistakes_told_to(Uuid worker) const override;
    std::vector<record::ProtectedAddressRow> protected_addresses() const override;
    std::vector<record::OwnRecordRow> own_records_asked() const override;
    std::vector<record::ConnectionRow> connections_of(Uuid worker) const override;
    std::vector<record::ConnectionRow> connections_born(std::int64_t day) const override;
    std::vector<record::ConnectionRow> connections_at(std::string_view postcode) const override;
    std::vector<record::TeamRow> teams() const override;
    std::vector<record::WorkerRow> workers() const override;
    std::optional<record::WorkerRow> worker(Uuid worker) const override;
    std::optional<record::ProvenanceRow> provenance(std::string_view source, std::string_view file,
                                                    std::string_view key) const override;
    std::string dump_tables() const override;

    // Defined in sign_in_reads.cc.
    std::optional<record::Account> account(std::string_view sign_in_name) const override;
    std::vector<record::Account> accounts() const override;
    std::optional<record::Session> session(const record::Hash& token_hash) const override;
    record::SignInAttempts attempts(std::string_view sign_in_name) const override;
    std::vector<record::Session> sessions_of(std::string_view sign_in_name) const override;
    std::optional<record::SecondFactor> second_factor(std::string_view sign_in_name) const override;
    std::optional<record::KnownBrowser>
    known_browser(const record::Hash& token_hash) const override;
    // Defined in unsaved_reads.cc.
    bool was_recorded(std::string_view idempotency_key) const override;
    std::optional<record::UnsavedFormRow> unsaved_form(Uuid writer,
                                                       std::string_view key) const override;
    std::vector<record::UnsavedFormRow> unsaved_forms(Uuid writer) const override;
    std::vector<record::UnsavedFormRow> unsaved_forms_at(Uuid writer,
                                                         std::string_view address) const override;

  private:
    const Contents& held_;
};

extern template class Reads<record::Reading>;
extern template class Reads<record::Writing>;

} // namespace gweld::store::memory
