// hidden_reads.h - every question of record::Reading, answered as though some people had no record:
// nothing about them is read, counted, listed or found. For whoever is excluded, so that no list,
// count, suggestion or figure has to remember to leave somebody out. Knows no storage: it stands
// before one.
#pragma once

#include "record/store.h"

#include <algorithm>
#include <memory>
#include <set>

namespace gweld::access {

using base::Uuid;

// Whoever is not there, each record of a person by itself.
using Hidden = std::set<Uuid>;

// Base is record::Reading or record::Writing. For one transaction and one thread. An entry about
// somebody hidden and others is hidden from all of them: it tells of both. So is a contact.
template <class Base> class HiddenReads : public Base {
  public:
    HiddenReads(const record::Reading& all, const Hidden& hidden) : all_{all}, hidden_{hidden} {}

    Uuid kept_for(Uuid person) const override { return all_.kept_for(person); }
    std::vector<record::MergeRow> merges() const override;
    std::vector<record::MergeRow> merges_into(Uuid kept) const override;
    const record::Reading& as_recorded() const override;

    std::int64_t head() const override { return all_.head(); }
    std::int64_t version_of(Uuid subject) const override; // of what is not hidden
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
    std::vector<record::AddressRow> addresses_at(std::string_view postcode) const override;
    std::vector<record::AllocationRow> allocations_of(Uuid child) const override;
    std::vector<record::AllocationRow> allocations_to(Uuid worker) const override;
    std::vector<record::AllocationRow> allocations_in(Uuid team) const override;
    std::vector<record::RegistrationRow> registrations_of(Uuid child) const override;
    std::vector<record::RegistrationRow>
    registrations_between(std::int64_t from_day, std::int64_t until_day) const override;
    std::vector<record::StrategyDiscussionRow> discussions_of(Uuid child) const override;
    std::vector<record::StrategyDiscussionRow>
    discussions_between(std::int64_t from_day, std::int64_t until_day) const override;
    std::vector<record::EnquiryRow> enquiries_of(Uuid child) const override;
    std::vector<record::EnquiryRow> enquiries_between(std::int64_t from_day,
                                                      std::int64_t until_day) const override;
    std::vector<record::ConferenceBookedRow> bookings_of(Uuid child) const override;
    std::vector<record::ConferenceBookedRow>
    bookings_between(std::int64_t from_day, std::int64_t until_day) const override;
    std::vector<record::ContactRow> contacts_waiting() const override;
    std::vector<record::ContactRow> contacts_received_on(std::int64_t day) const override;
    std::vector<record::ContactRow> contacts_decided_on(std::int64_t day) const override;
    std::vector<record::ContactRow> contacts_of(Uuid person) const override;
    std::optional<record::ContactRow> contact(Uuid contact) const override;
    std::vector<record::ContactChildRow> children_of_contact(Uuid contact) const override;
    std::vector<record::HandOverRow> hand_overs() const override;
    std::vector<record::HandOverRow> hand_overs_of(Uuid child) const override;
    std::vector<record::SigningRow> signings_waiting() const override;
    std::vector<record::SigningRow> signings_waiting_in(std::string_view team) const override;
    std::vector<record::SigningRow> signings_returned_to(Uuid author) const override;
    std::optional<record::SigningRow> signing(Uuid entry) const override;
    std::optional<record::ReferralRow> referral(Uuid contact) const override;
    std::vector<record::ReferralRow> referrals_called(std::string_view reference) const override;
    std::vector<record::ReferrerToTellRow> referrers_to_tell(std::size_t limit) const override;
    std::size_t count_referrers_to_tell() const override;
    std::vector<record::BarrierRow> barriers_of(Uuid child) const override;
    std::vector<record::BarrierRow> exclusions_of(Uuid worker) const override;
    std::vector<record::EmergencyOpeningRow> openings_to_review() const override;
    std::vector<record::EmergencyOpeningRow> openings_since(std::int64_t opened_at) const override;
    std::vector<record::MistakeToldRow> mistakes_told_to(Uuid worker) const override;
    std::vector<record::ProtectedAddressRow> protected_addresses() const override;
    std::vector<record::OwnRecordRow> own_records_asked() const override;
    std::optional<record::ProvenanceRow> provenance(std::string_view source, std::string_view file,
                                                    std::string_view key) const override;
    // Begun before somebody was excluded.
    std::optional<record::UnsavedFormRow> unsaved_form(Uuid writer,
                                                       std::string_view key) const override;
    std::vector<record::UnsavedFormRow> unsaved_forms(Uuid writer) const override;
    std::vector<record::UnsavedFormRow> unsaved_forms_at(Uuid writer,
                                                         std::string_view address) const override;

    // About no child.
    std::vector<record::ChairDiaryRow> chair_diaries() const override {
        return all_.chair_diaries();
    }
    std::vector<record::ConnectionRow> connections_of(Uuid worker) const override {
        return all_.connections_of(worker);
    }
    std::vector<record::ConnectionRow> connections_born(std::int64_t day) const override {
        return all_.connections_born(day);
    }
    std::vector<record::ConnectionRow> connections_at(std::string_view postcode) const override {
        return all_.connections_at(postcode);
    }
    std::vector<record::TeamRow> teams() const override { return all_.teams(); }
    std::vector<record::WorkerRow> workers() const override { return all_.workers(); }
    std::optional<record::WorkerRow> worker(Uuid worker) const override {
        return all_.worker(worker);
    }
    std::string dump_tables() const override { return all_.dump_tables(); }
    std::optional<std::string> kept_file(const record::Hash& digest) const override {
        return all_.kept_file(digest);
    }
    std::optional<record::Account> account(std::string_view sign_in_name) const override {
        return all_.account(sign_in_name);
    }
    std::vector<record::Account> accounts() const override { return all_.accounts(); }
    std::optional<record::Session> session(const record::Hash& token_hash) const override {
        return all_.session(token_hash);
    }
    record::SignInAttempts attempts(std::string_view sign_in_name) const override {
        return all_.attempts(sign_in_name);
    }
    std::vector<record::Session> sessions_of(std::string_view sign_in_name) const override {
        return all_.sessions_of(sign_in_name);
    }
    std::optional<record::SecondFactor>
    second_factor(std::string_view sign_in_name) const override {
        return all_.second_factor(sign_in_name);
    }
    std::optional<record::KnownBrowser>
    known_browser(const record::Hash& token_hash) const override {
        return all_.known_browser(token_hash);
    }
    bool was_recorded(std::string_view idempotency_key) const override {
        return all_.was_recorded(idempotency_key);
    }

  protected:
    bool is_hidden(Uuid id) const { return hidden_.contains(id) || contacts().contains(id); }
    bool is_hidden(const record::Entry& entry) const {
        return std::ranges::any_of(entry.about, [&](const Uuid& id) { return is_hidden(id); });
    }
    bool is_hidden_entry(Uuid id) const;

  private:
    const std::set<Uuid>& contacts() const; // about somebody hidden
    bool names_hidden(const record::UnsavedFormRow& form) const;
    template <class Row, class Whose>
    std::vector<Row> seen(std::vector<Row> rows, Whose whose) const;

    const record::Reading& all_;
    const Hidden& hidden_;
    mutable std::optional<std::set<Uuid>> contacts_;
    mutable std::unique_ptr<HiddenReads<record::Reading>> as_recorded_;
};

extern template class HiddenReads<record::Reading>;
extern template class HiddenReads<record::Writing>;

} // namespace gweld::access
