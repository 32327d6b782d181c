// store.h - the ports through which the program meets its store. Knows no SQL and no file.
#pragma once

#include "base/function_ref.h"
#include "base/result.h"
#include "record/entry.h"
#include "record/looks.h"
#include "record/tables.h"
#include "record/unsaved.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gweld::record {

// ---- sign-in, kept beside the record and never in it -----------------------------------------
// reviewing_officer: independent; chairs conferences.
// administrator: of accounts; guardian: the Caldicott guardian, of who looks. Both read no record.
enum class Role {
    social_worker,
    team_manager,
    head_of_service,
    duty_worker,
    reviewing_officer,
    administrator,
    guardian
};
std::string_view name_of(Role role);
std::optional<Role> role_named(std::string_view name);

struct Account {
    std::string sign_in_name; // folded to lower case
    Uuid worker;
    std::string display_name;
    Role role = Role::social_worker;
    std::optional<Uuid> team;
    std::string team_name;
    std::string password_hash; // argon2id, libsodium's own text form
    bool closed = false;
    // From when disuse is counted: opened, or opened again. None: by a program that did not count.
    std::optional<Instant> opened_at = {};
    std::optional<Instant> signed_in_at = {}; // the last time; none: never since it was counted
};

// half: the password was right, and the second factor is still to come. Nobody's yet.
enum class SignedIn : std::uint8_t { half, whole };

struct Session {
    Hash token_hash{}; // BLAKE2b of the cookie; the cookie itself is stored nowhere
    std::string sign_in_name;
    Instant signed_in_at;
    Instant last_used_at;
    Instant expires_at;
    SignedIn signed_in = SignedIn::whole;
    std::string browser = {};              // "Firefox"; empty: not known
    std::string system = {};               // "Windows"
    std::optional<Instant> proved_at = {}; // who it is, again; none: not since signing in
    std::optional<Instant> before = {};    // when this person had signed in the time before
};

// What a person has beside their password (RFC 6238).
struct SecondFactor {
    std::string sign_in_name;
    std::string secret;                       // as casework/second_factor.h keeps it
    std::optional<Instant> confirmed_at = {}; // none: shown, and no code has come back yet
    std::int64_t newest_step = 0;    // codes of this step and before were used, or might be
    std::vector<Hash> recovery = {}; // BLAKE2b of the codes still unused
};

// A browser in which somebody has signed in before: others' failures do not keep them out of it.
struct KnownBrowser {
    Hash token_hash{};
    std::string sign_in_name;
    Instant used_at;
    std::int64_t failures = 0; // in a row, in this browser
    Instant last_failed_at = {};
};

struct SignInAttempts { // for throttling: per name, failures in a row and when the last one was
    std::int64_t failures = 0;
    Instant last_failed_at;
};

// ---- appending ---------------------------------------------------------------------------------
// The version of a subject is the seq of the newest entry about it; 0: nothing yet.
struct SeenVersion {
    Uuid subject;
    std::int64_t version = 0;
};

struct Append {
    std::string idempotency_key;   // never empty; the same key with the same drafts is done once
    std::vector<SeenVersion> seen; // the versions the writer had before their eyes; may be empty
    std::vector<Draft> drafts;
};

struct Appended {
    std::vector<std::int64_t> seqs;
};
struct AlreadyRecorded { // the key was used before with the same content: here is what it made
    std::vector<Uuid> entries;
};
struct ChangedMeanwhile {
    std::vector<Uuid> subjects;
};
struct KeyReused {};     // the key was used before with other content
struct CorrectsNothing { // `corrects` names an entry that is not there, or was corrected already
    Uuid entry;
};
using AppendResult =
    std::variant<Appended, AlreadyRecorded, ChangedMeanwhile, KeyReused, CorrectsNothing>;

// ---- reading: one consistent moment
// --------------------------------------------------------------
class Reading {
  public:
    virtual ~Reading() = default;

    // One person, however many records were made of them: every question is answered as though
    // whatever is recorded about a record that was merged were about the kept one, and ids inside
    // bodies read so too. Not so each_entry, each_look and dump_tables, which are what was written.
    virtual Uuid kept_for(Uuid person) const { return person; } // the same: never merged
    // Every merge that holds, by entry.
    virtual std::vector<MergeRow> merges() const = 0;
    virtual std::vector<MergeRow> merges_into(Uuid kept) const = 0; // those of one person
    // As though nobody had ever been said to be somebody else.
    virtual const Reading& as_recorded() const { return *this; }

    virtual std::int64_t head() const = 0; // seq of the newest entry; 0: empty
    virtual std::int64_t version_of(Uuid subject) const = 0;
    virtual std::optional<Entry> entry(Uuid id) const = 0;
    // Oldest first, seq > after.
    virtual std::vector<Entry> about(Uuid subject, std::int64_t after) const = 0;
    // Every entry with seq > after, oldest first, until the visitor answers false.
    virtual void each_entry(std::int64_t after,
                            base::FunctionRef<bool(const Entry&)> visitor) const = 0;
    virtual void each_look(std::int64_t after,
                           base::FunctionRef<bool(const ChainedLook&)> visitor) const = 0;
    // Newest first, at most `limit`.
    virtual std::vector<ChainedLook> looks_at(Uuid subject, std::size_t limit) const = 0;
    // Of one record, or by one person, at that moment or later; newest first.
    virtual std::vector<ChainedLook> looks_at_since(Uuid subject, Instant since) const = 0;
    virtual std::vector<ChainedLook> looks_by(Uuid worker, Instant since) const = 0;

    // The tables beside the log. A day is a day number.
    virtual std::optional<PersonRow> person(Uuid person) const = 0;
    virtual std::vector<PersonRow> people_numbered(std::string_view number) const = 0;
    virtual std::vector<PersonRow> people_born(std::int64_t day) const = 0;
    // People with, for every prefix, some name key that begins with it. At most `limit`.
    virtual std::vector<PersonRow> people_named(const std::vector<std::string>& key_prefixes,
                                                std::size_t limit) const = 0;
    virtual std::vector<Uuid> families_of(Uuid person) const = 0;
    virtual std::vector<Uuid> members_of(Uuid family) const = 0;
    virtual std::vector<AddressRow> addresses_of(Uuid person) const = 0;
    // Whose postcode is the text, or whose lines hold it; spaces, hyphens, apostrophes, commas and
    // full stops aside, and capital letters of English. The newest first, at most `limit`.
    virtual std::vector<AddressRow> addresses_like(std::string_view text,
                                                   std::size_t limit) const = 0;
    virtual std::vector<AllocationRow> allocations_of(Uuid child) const = 0;
    virtual std::vector<AllocationRow> allocations_to(Uuid worker) const = 0;
    virtual std::vector<AllocationRow> allocations_in(Uuid team) const = 0;
    virtual std::vector<RegistrationRow> registrations_of(Uuid child) const = 0;
    // Registrations with a day in common with [from_day, until_day).
    virtual std::vector<RegistrationRow> registrations_between(std::int64_t from_day,
                                                               std::int64_t until_day) const = 0;
    // By day, then entry, then child.
    virtual std::vector<StrategyDiscussionRow> discussions_of(Uuid child) const = 0;
    virtual std::vector<EnquiryRow> enquiries_of(Uuid child) const = 0;
    virtual std::vector<ConferenceBookedRow> bookings_of(Uuid child) const = 0;
    // Held, or booked for, a day in [from_day, until_day).
    virtual std::vector<StrategyDiscussionRow>
    discussions_between(std::int64_t from_day, std::int64_t until_day) const = 0;
    virtual std::vector<ConferenceBookedRow> bookings_between(std::int64_t from_day,
                                                              std::int64_t until_day) const = 0;
    // Of every chair, by the day from which it holds, then by entry.
    virtual std::vector<ChairDiaryRow> chair_diaries() const = 0;
    // Started before until_day and not concluded before from_day.
    virtual std::vector<EnquiryRow> enquiries_between(std::int64_t from_day,
                                                      std::int64_t until_day) const = 0;
    // At the front door. By day and time received, then by contact.
    virtual std::vector<ContactRow> contacts_waiting() const = 0; // for a decision
    virtual std::vector<ContactRow> contacts_received_on(std::int64_t day) const = 0;
    virtual std::vector<ContactRow> contacts_decided_on(std::int64_t day) const = 0;
    virtual std::vector<ContactRow> contacts_of(Uuid person) const = 0;
    virtual std::optional<ContactRow> contact(Uuid contact) const = 0;
    virtual std::vector<ContactChildRow> children_of_contact(Uuid contact) const = 0;
    // Decided, and what that calls for has not come. The longest decided first, then by contact and
    // place.
    virtual std::vector<HandOverRow> hand_overs() const = 0;
    virtual std::vector<HandOverRow> hand_overs_of(Uuid child) const = 0;
    // What asks for a signature (record/signing.h), oldest first; by the moment it was recorded,
    // then by entry.
    virtual std::vector<SigningRow> signings_waiting() const = 0;
    // Written in the team of that name; the empty name: by those who serve the whole county.
    virtual std::vector<SigningRow> signings_waiting_in(std::string_view team) const = 0;
    // Not corrected since.
    virtual std::vector<SigningRow> signings_returned_to(Uuid author) const = 0;
    virtual std::optional<SigningRow> signing(Uuid entry) const = 0;
    // Whoever lives or lived at a postcode, each address by itself.
    virtual std::vector<AddressRow> addresses_at(std::string_view postcode) const = 0;
    // The partners' form, and who is still to be told what was decided.
    virtual std::optional<ReferralRow> referral(Uuid contact) const = 0;
    // Nearly always one: a reference is too short to be unlike every other for ever.
    virtual std::vector<ReferralRow> referrals_called(std::string_view reference) const = 0;
    // The longest decided first, at most `limit`.
    virtual std::vector<ReferrerToTellRow> referrers_to_tell(std::size_t limit) const = 0;
    virtual std::size_t count_referrers_to_tell() const = 0;
    // Who may see a record and who may not. By the moment from which it holds, then entry and
    // place.
    virtual std::vector<BarrierRow> barriers_of(Uuid child) const = 0;
    virtual std::vector<BarrierRow> exclusions_of(Uuid worker) const = 0; // ended ones too
    // Records opened in an emergency, by moment, then entry: nobody has reviewed; any, from then
    // on.
    virtual std::vector<EmergencyOpeningRow> openings_to_review() const = 0;
    virtual std::vector<EmergencyOpeningRow> openings_since(std::int64_t opened_at) const = 0;
    virtual std::vector<ConnectionRow> connections_of(Uuid worker) const = 0; // by entry, as next
    virtual std::vector<ConnectionRow> connections_born(std::int64_t day) const = 0;
    virtual std::vector<ConnectionRow> connections_at(std::string_view postcode) const = 0;
    // By entry, as are the next two.
    virtual std::vector<MistakeToldRow> mistakes_told_to(Uuid worker) const = 0;
    virtual std::vector<ProtectedAddressRow> protected_addresses() const = 0;
    virtual std::vector<OwnRecordRow> own_records_asked() const = 0; // given ones too
    virtual std::vector<TeamRow> teams() const = 0;
    virtual std::vector<WorkerRow> workers() const = 0;
    virtual std::optional<WorkerRow> worker(Uuid worker) const = 0;
    virtual std::optional<ProvenanceRow> provenance(std::string_view source, std::string_view file,
                                                    std::string_view key) const = 0;
    // Every row of every table as text, in key order: for the data dictionary, for analysts, and to
    // show that a rebuild is identical.
    virtual std::string dump_tables() const = 0;

    // The bytes kept under a digest (kept_file.h), as they are now: whoever must know that they are
    // what was recorded compares. None: no such file.
    virtual std::optional<std::string> kept_file(const Hash& digest) const = 0;

    virtual std::optional<Account> account(std::string_view sign_in_name) const = 0;
    virtual std::vector<Account> accounts() const = 0;
    virtual std::optional<Session> session(const Hash& token_hash) const = 0;
    virtual SignInAttempts attempts(std::string_view sign_in_name) const = 0;
    // Half ones and those that are over too, until they are dropped; by when they began.
    virtual std::vector<Session> sessions_of(std::string_view sign_in_name) const = 0;
    virtual std::optional<SecondFactor> second_factor(std::string_view sign_in_name) const = 0;
    virtual std::optional<KnownBrowser> known_browser(const Hash& token_hash) const = 0;

    // Whether something was appended under this key.
    virtual bool was_recorded(std::string_view idempotency_key) const = 0;
    // The forms this person began and has not saved, those thrown away too; the one kept last
    // first. At: of this address alone.
    virtual std::optional<UnsavedFormRow> unsaved_form(Uuid writer, std::string_view key) const = 0;
    virtual std::vector<UnsavedFormRow> unsaved_forms(Uuid writer) const = 0;
    virtual std::vector<UnsavedFormRow> unsaved_forms_at(Uuid writer,
                                                         std::string_view address) const = 0;
};

// ---- writing: inside one durable transaction
// -----------------------------------------------------
class Writing : public Reading {
  public:
    // An entry about a record that was merged is recorded about the kept one; one that corrects or
    // continues an entry about the other alone, about the other, so that it goes with it when they
    // are no longer merged. An imported entry is recorded about whom its source names.
    virtual AppendResult append(const Append& what) = 0;
    // The same transaction, taking entries as they are given: for those written before.
    virtual Writing& verbatim() { return *this; }
    virtual void log_look(const Look& look) = 0;
    // Keeps the bytes under their digest; bytes kept before are kept once. For the same transaction
    // as the entry that carries the digest. Never thrown away, by a rebuild neither.
    virtual Hash keep_file(std::string_view bytes) = 0;
    virtual void put_account(const Account& account) = 0;
    virtual void put_session(const Session& session) = 0;
    virtual void end_session(const Hash& token_hash) = 0;
    virtual void put_attempts(std::string_view sign_in_name, const SignInAttempts&) = 0;
    virtual void drop_sessions_before(Instant over) = 0; // of everybody; over by then
    virtual void put_second_factor(const SecondFactor& factor) = 0;
    virtual void drop_second_factor(std::string_view sign_in_name) = 0;
    virtual void put_known_browser(const KnownBrowser& browser) = 0;
    virtual void drop_known_browsers_before(Instant used) = 0; // of everybody
    virtual void put_unsaved_form(const UnsavedFormRow& form) = 0;
    virtual void drop_unsaved_form(Uuid writer, std::string_view key) = 0;
    // Of every writer. Thrown away before `thrown`, or last kept before `kept` (Unix milliseconds).
    virtual void drop_unsaved_forms_before(std::int64_t kept, std::int64_t thrown) = 0;
};

// What the store itself could not do. Nothing of the transaction is kept; for disk_failed it may
// be, which is why every append carries an idempotency key.
// away: a database elsewhere does not answer; it was asked nothing.
enum class StoreFault { disk_full, read_only, disk_failed, damaged, too_busy, away, closed };

enum class Keep { yes, no }; // what a write answers: keep this transaction or drop it

class Store {
  public:
    virtual ~Store() = default;
    virtual const std::string& authority() const = 0;
    // Runs the reader on one consistent snapshot, on the calling thread.
    virtual base::Result<base::Nothing, StoreFault>
    read(base::FunctionRef<void(const Reading&)> reader) const = 0;
    // Runs the writer alone, inside a transaction, perhaps on another thread; returns when what it
    // did is on disk (or dropped). An exception from the writer drops its transaction and comes out
    // here. Short work only: others wait.
    virtual base::Result<base::Nothing, StoreFault>
    write(base::FunctionRef<Keep(Writing&)> writer) = 0;
    // Throws the tables away and computes them again from the entries.
    virtual base::Result<base::Nothing, StoreFault> rebuild() = 0;
};

} // namespace gweld::record
