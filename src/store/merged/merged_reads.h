// merged_reads.h - every question of record::Reading, answered so that whoever was said to be one
// person is one. Stands before any store: the rows of each record stay as they were written and are
// brought together as they are read, so that taking a merge back is one row less.
#pragma once

#include "record/store.h"
#include "store/merged/same_people.h"

namespace gweld::store::merged {

// Base is record::Reading or record::Writing. For one transaction and one thread.
template <class Base> class MergedReads : public Base {
  public:
    explicit MergedReads(const record::Reading& written) : written_{written} {}

    Uuid kept_for(Uuid person) const override { return same().kept_for(person); }
    std::vector<record::MergeRow> merges() const override { return written_.merges(); }
    std::vector<record::MergeRow> merges_into(Uuid kept) const override {
        return same().is_several(kept) ? written_.merges_into(kept)
                                       : std::vector<record::MergeRow>{};
    }
    const record::Reading& as_recorded() const override { return written_; }

    std::int64_t head() const override { return written_.head(); }
    std::int64_t version_of(Uuid subject) const override;
    std::optional<record::Entry> entry(Uuid id) const override;
    std::vector<record::Entry> about(Uuid subject, std::int64_t after) const override;
    void each_entry(std::int64_t after,
                    base::FunctionRef<bool(const record::Entry&)> visitor) const override {
        written_.each_entry(after, visitor);
    }
    void each_look(std::int64_t after,
                   base::FunctionRef<bool(const record::ChainedLook&)> visitor) const override {
        written_.each_look(after, visitor);
    }
    std::vector<record::ChainedLook> looks_at(Uuid subject, std::size_t limit) const override;
    std::vector<record::ChainedLook> looks_at_since(Uuid subject,
                                                    record::Instant since) const override;
    std::vector<record::ChainedLook> looks_by(Uuid worker, record::Instant since) const override {
        return written_.looks_by(worker, since);
    }

    // How the kept record describes them; what it leaves open, as the others do.
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
    std::vector<record::EnquiryRow> enquiries_of(Uuid child) const override;
    std::vector<record::ConferenceBookedRow> bookings_of(Uuid child) const override;
    std::vector<record::StrategyDiscussionRow>
    discussions_between(std::int64_t from_day, std::int64_t until_day) const override;
    std::vector<record::ConferenceBookedRow>
    bookings_between(std::int64_t from_day, std::int64_t until_day) const override;
    std::vector<record::EnquiryRow> enquiries_between(std::int64_t from_day,
                                                      std::int64_t until_day) const override;
    std::vector<record::ContactRow> contacts_of(Uuid person) const override;
    // What came for one record of a person has come for the person.
    std::vector<record::HandOverRow> hand_overs() const override;
    std::vector<record::HandOverRow> hand_overs_of(Uuid child) const override;
    std::vector<record::ContactChildRow> children_of_contact(Uuid contact) const override;

    // About no person, or naming none.
    std::vector<record::ChairDiaryRow> chair_diaries() const override {
        return written_.chair_diaries();
    }
    std::vector<record::ContactRow> contacts_waiting() const override {
        return written_.contacts_waiting();
    }
    std::vector<record::ContactRow> contacts_received_on(std::int64_t day) const override {
        return written_.contacts_received_on(day);
    }
    std::vector<record::ContactRow> contacts_decided_on(std::int64_t day) const override {
        return written_.contacts_decided_on(day);
    }
    std::optional<record::ContactRow> contact(Uuid contact) const override {
        return written_.contact(contact);
    }
    std::vector<record::SigningRow> signings_waiting() const override {
        return written_.signings_waiting();
    }
    std::vector<record::SigningRow> signings_waiting_in(std::string_view team) const override {
        return written_.signings_waiting_in(team);
    }
    std::vector<record::SigningRow> signings_returned_to(Uuid author) const override {
        return written_.signings_returned_to(author);
    }
    std::optional<record::SigningRow> signing(Uuid entry) const override {
        return written_.signing(entry);
    }
    std::optional<record::ReferralRow> referral(Uuid contact) const override {
        return written_.referral(contact);
    }
    std::vector<record::ReferralRow> referrals_called(std::string_view reference) const override {
        return written_.referrals_called(reference);
    }
    std::vector<record::ReferrerToTellRow> referrers_to_tell(std::size_t limit) const override {
        return written_.referrers_to_tell(limit);
    }
    std::size_t count_referrers_to_tell() const override {
        return written_.count_referrers_to_tell();
    }
    // What was said of any record of a person holds for the person.
    std::vector<record::BarrierRow> barriers_of(Uuid child) const override;
    std::vector<record::BarrierRow> exclusions_of(Uuid worker) const override;
    std::vector<record::EmergencyOpeningRow> openings_to_review() const override;
    std::vector<record::EmergencyOpeningRow> openings_since(std::int64_t opened_at) const override;
    std::vector<record::MistakeToldRow> mistakes_told_to(Uuid worker) const override;
    std::vector<record::ProtectedAddressRow> protected_addresses() const override;
    std::vector<record::OwnRecordRow> own_records_asked() const override;
    std::vector<record::ConnectionRow> connections_of(Uuid worker) const override {
        return written_.connections_of(worker);
    }
    std::vector<record::ConnectionRow> connections_born(std::int64_t day) const override {
        return written_.connections_born(day);
    }
    std::vector<record::ConnectionRow> connections_at(std::string_view postcode) const override {
        return written_.connections_at(postcode);
    }
    std::vector<record::TeamRow> teams() const override { return written_.teams(); }
    std::vector<record::WorkerRow> workers() const override { return written_.workers(); }
    std::optional<record::WorkerRow> worker(Uuid worker) const override {
        return written_.worker(worker);
    }
    std::optional<record::ProvenanceRow> provenance(std::string_view source, std::string_view file,
                                                    std::string_view key) const override {
        return written_.provenance(source, file, key);
    }
    std::string dump_tables() const override { return written_.dump_tables(); }
    std::optional<std::string> kept_file(const record::Hash& digest) const override {
        return written_.kept_file(digest);
    }
    std::optional<record::Account> account(std::string_view sign_in_name) const override {
        return written_.account(sign_in_name);
    }
    std::vector<record::Account> accounts() const override { return written_.accounts(); }
    std::optional<record::Session> session(const record::Hash& token_hash) const override {
        return written_.session(token_hash);
    }
    record::SignInAttempts attempts(std::string_view sign_in_name) const override {
        return written_.attempts(sign_in_name);
    }
    std::vector<record::Session> sessions_of(std::string_view sign_in_name) const override {
        return written_.sessions_of(sign_in_name);
    }
    std::optional<record::SecondFactor>
    second_factor(std::string_view sign_in_name) const override {
        return written_.second_factor(sign_in_name);
    }
    std::optional<record::KnownBrowser>
    known_browser(const record::Hash& token_hash) const override {
        return written_.known_browser(token_hash);
    }
    bool was_recorded(std::string_view idempotency_key) const override {
        return written_.was_recorded(idempotency_key);
    }
    // By the address they were begun at: whoever follows it comes to the kept record.
    std::optional<record::UnsavedFormRow> unsaved_form(Uuid writer,
                                                       std::string_view key) const override {
        return written_.unsaved_form(writer, key);
    }
    std::vector<record::UnsavedFormRow> unsaved_forms(Uuid writer) const override {
        return written_.unsaved_forms(writer);
    }
    std::vector<record::UnsavedFormRow> unsaved_forms_at(Uuid writer,
                                                         std::string_view address) const override {
        return written_.unsaved_forms_at(writer, address);
    }

  protected:
    const SamePeople& same() const {
        if (!same_) {
            same_.emplace(written_.merges());
        }
        return *same_;
    }
    void forget_who_is_the_same() { same_.reset(); }

  private:
    std::vector<record::Entry> told(std::vector<record::Entry> entries) const;
    std::vector<record::PersonRow> each_once(std::vector<record::PersonRow> people) const;
    // Of every record of the person, in the order the question promises.
    template <class Row, class Question>
    std::vector<Row> of_all(Uuid person, const Question& question) const;
    template <class Row> std::vector<Row> under_kept(std::vector<Row> rows) const;
    template <class Row> std::vector<Row> of_kept(std::vector<Row> rows, Uuid Row::* whose) const;
    std::vector<record::HandOverRow> still_lacking(std::vector<record::HandOverRow> rows) const;

    const record::Reading& written_;
    mutable std::optional<SamePeople> same_;
};

extern template class MergedReads<record::Reading>;
extern template class MergedReads<record::Writing>;

} // namespace gweld::store::merged
