#include "store/memory/memory_store.h"

#include "record/chain.h"
#include "record/kept_file.h"
#include "store/append_rules.h"
#include "store/memory/reads.h"
#include "store/merged/merged_store.h"

#include <mutex>
#include <shared_mutex>
#include <stdexcept>

namespace gweld::store {

namespace memory {

using namespace record;

namespace {

class Hands : public TableHands {
  public:
    Hands(Contents& contents, Undo& undo) : held_{contents}, undo_{undo} {}

    void put(const PersonRow& row) override { put_row(row); }
    void put(const FamilyMemberRow& row) override { put_row(row); }
    void put(const AddressRow& row) override { put_row(row); }
    void put(const TeamRow& row) override { put_row(row); }
    void put(const WorkerRow& row) override { put_row(row); }
    void put(const AllocationRow& row) override { put_row(row); }
    void put(const RegistrationRow& row) override { put_row(row); }
    void put(const VisitRow& row) override { put_row(row); }
    void put(const MeetingRow& row) override { put_row(row); }
    void put(const StrategyDiscussionRow& row) override { put_row(row); }
    void put(const EnquiryRow& row) override { put_row(row); }
    void put(const ConferenceBookedRow& row) override { put_row(row); }
    void put(const ChairDiaryRow& row) override { put_row(row); }
    void put(const ContactRow& row) override { put_row(row); }
    void put(const ContactChildRow& row) override { put_row(row); }
    void put(const HandOverRow& row) override { put_row(row); }
    void put(const SigningRow& row) override { put_row(row); }
    void put(const ReferralRow& row) override { put_row(row); }
    void put(const ReferrerToTellRow& row) override { put_row(row); }
    void put(const MergeRow& row) override { put_row(row); }
    void put(const BarrierRow& row) override { put_row(row); }
    void put(const EmergencyOpeningRow& row) override { put_row(row); }
    void put(const ConnectionRow& row) override { put_row(row); }
    void put(const MistakeToldRow& row) override { put_row(row); }
    void put(const ProtectedAddressRow& row) override { put_row(row); }
    void put(const OwnRecordRow& row) override { put_row(row); }
    void put(const ProvenanceRow& row) override { put_row(row); }
    void remove(const PersonRow& row) override { remove_row(row); }
    void remove(const FamilyMemberRow& row) override { remove_row(row); }
    void remove(const TeamRow& row) override { remove_row(row); }
    void remove(const WorkerRow& row) override { remove_row(row); }
    void remove(const ContactRow& row) override { remove_row(row); }
    void remove(const ContactChildRow& row) override { remove_row(row); }
    void remove(const HandOverRow& row) override { remove_row(row); }
    void remove(const ReferralRow& row) override { remove_row(row); }
    void remove(const ReferrerToTellRow& row) override { remove_row(row); }
    void remove(const MistakeToldRow& row) override { remove_row(row); }

    void replace_name_keys(Uuid person, const std::vector<std::string>& keys) override {
        std::vector<NameKeyRow> before;
        for (const auto& row : held_.table<NameKeyRow>()) {
            if (row.person == person) {
                before.push_back(row);
            }
        }
        for (const auto& row : before) {
            remove_row(row);
        }
        for (const auto& key : keys) {
            put_row(NameKeyRow{key, person});
        }
    }

    void remove_rows_of(Uuid entry) override {
        each_table(AllRows{}, [&]<class Row>(RowType<Row>) {
            if constexpr (belongs_to_entry<Row>) {
                auto& table = held_.table<Row>();
                Row first;
                first.entry = entry;
                for (auto row = table.lower_bound(first); row != table.end() && row->entry == entry;
                     row = table.lower_bound(first)) {
                    remove_row(Row{*row});
                }
            }
        });
    }

    std::optional<Entry> entry(Uuid id) const override { return copy_of(held_.find(id)); }
    std::optional<Entry> correction_of(Uuid id) const override {
        return copy_of(held_.correction_of(id));
    }
    std::vector<Entry> about(Uuid subject) const override {
        return Reads<Reading>{held_}.about(subject, 0);
    }
    std::vector<Entry> about_of_kind(Uuid subject, std::string_view kind) const override {
        auto entries = about(subject);
        std::erase_if(entries, [&](const Entry& entry) { return entry.kind != kind; });
        return entries;
    }

  private:
    static std::optional<Entry> copy_of(const Entry* entry) {
        return entry == nullptr ? std::nullopt : std::optional{*entry};
    }
    template <class Row> void remove_row(const Row& row) {
        auto& table = held_.table<Row>();
        const auto found = table.find(row);
        if (found != table.end()) {
            undo_.remember([&table, before = *found] { table.insert(before); });
            table.erase(found);
        }
    }
    template <class Row> void put_row(const Row& row) {
        remove_row(row);
        auto& table = held_.table<Row>();
        table.insert(row);
        undo_.remember([&table, row] { table.erase(row); });
    }

    Contents& held_;
    Undo& undo_;
};

class MemoryWriting : public Reads<Writing> {
  public:
    MemoryWriting(Contents& contents, Undo& undo) : Reads{contents}, held_{contents}, undo_{undo} {}

    AppendResult append(const Append& what) override {
        check_shape(what);
        const auto fingerprint = fingerprint_of(what.drafts);
        if (const auto used = held_.done.find(what.idempotency_key); used != held_.done.end()) {
            if (used->second.fingerprint != fingerprint) {
                return KeyReused{};
            }
            return AlreadyRecorded{used->second.entries};
        }
        ChangedMeanwhile changed;
        for (const auto& seen : what.seen) {
            if (version_of(seen.subject) != seen.version) {
                changed.subjects.push_back(seen.subject);
            }
        }
        if (!changed.subjects.empty()) {
            return changed;
        }
        if (const auto nothing = corrects_nothing(what.drafts)) {
            return CorrectsNothing{*nothing};
        }
        Appended appended;
        Done done{fingerprint, {}};
        for (const auto& draft : what.drafts) {
            appended.seqs.push_back(add(draft));
            done.entries.push_back(draft.id);
        }
        memory::put(held_.done, what.idempotency_key, std::move(done), undo_);
        return appended;
    }

    void log_look(const Look& look) override {
        ChainedLook chained;
        static_cast<Look&>(chained) = look;
        chained.seq = static_cast<std::int64_t>(held_.looks.size()) + 1;
        chained.previous = held_.looks.empty() ? Hash{} : held_.looks.back().hash;
        chained.hash = hash_of(chained);
        held_.looks.push_back(std::move(chained));
        undo_.remember([this] { held_.looks.pop_back(); });
    }

    Hash keep_file(std::string_view bytes) override {
        const auto digest = digest_of_file(bytes);
        if (!held_.files.contains(digest)) {
            memory::put(held_.files, digest, std::string{bytes}, undo_);
        }
        return digest;
    }

    void put_account(const Account& account) override {
        memory::put(held_.accounts, account.sign_in_name, account, undo_);
    }
    void put_session(const Session& session) override {
        memory::put(held_.sessions, session.token_hash, session, undo_);
    }
    void end_session(const Hash& token_hash) override {
        memory::drop(held_.sessions, token_hash, undo_);
    }
    void drop_sessions_before(Instant over) override {
        const auto sessions = held_.sessions;
        for (const auto& [hash, session] : sessions) {
            if (session.expires_at <= over) {
                memory::drop(held_.sessions, hash, undo_);
            }
        }
    }
    void put_second_factor(const SecondFactor& factor) override {
        memory::put(held_.factors, factor.sign_in_name, factor, undo_);
    }
    void drop_second_factor(std::string_view sign_in_name) override {
        memory::drop(held_.factors, sign_in_name, undo_);
    }
    void put_known_browser(const KnownBrowser& browser) override {
        memory::put(held_.browsers, browser.token_hash, browser, undo_);
    }
    void drop_known_browsers_before(Instant used) override {
        const auto browsers = held_.browsers;
        for (const auto& [hash, browser] : browsers) {
            if (browser.used_at < used) {
                memory::drop(held_.browsers, hash, undo_);
            }
        }
    }
    void put_attempts(std::string_view sign_in_name, const SignInAttempts& attempts) override {
        memory::put(held_.attempts, std::string{sign_in_name}, attempts, undo_);
    }
    void put_unsaved_form(const UnsavedFormRow& form) override {
        memory::put(held_.unsaved, {form.writer, form.key}, form, undo_);
    }
    void drop_unsaved_form(Uuid writer, std::string_view key) override {
        drop_unsaved(held_.unsaved.find({writer, std::string{key}}));
    }
    void drop_unsaved_forms_before(std::int64_t kept, std::int64_t thrown) override {
        for (auto form = held_.unsaved.begin(); form != held_.unsaved.end();) {
            const auto& row = (form++)->second;
            if (row.kept_at < kept || (row.thrown_at && *row.thrown_at < thrown)) {
                drop_unsaved(held_.unsaved.find({row.writer, row.key}));
            }
        }
    }

    void rebuild() {
        each_table(AllRows{}, [&]<class Row>(RowType<Row>) {
            auto& table = held_.table<Row>();
            undo_.remember([&table, before = table] { table = before; });
            table.clear();
        });
        Hands hands{held_, undo_};
        for (const auto& entry : held_.entries) {
            project(entry, hands, held_.name_keys);
        }
    }

  private:
    void drop_unsaved(decltype(Contents::unsaved)::iterator form) {
        if (form != held_.unsaved.end()) {
            undo_.remember([this, before = form->second] {
                held_.unsaved.insert_or_assign({before.writer, before.key}, before);
            });
            held_.unsaved.erase(form);
        }
    }
    // The first entry named by a `corrects` that is not there or has been corrected; a draft may
    // correct one before it in the same append.
    std::optional<Uuid> corrects_nothing(const std::vector<Draft>& drafts) const {
        std::map<Uuid, std::string> here;
        std::set<Uuid> corrected;
        for (const auto& draft : drafts) {
            if (draft.corrects) {
                const auto* target = held_.find(*draft.corrects);
                const auto earlier = here.find(*draft.corrects);
                if ((target == nullptr && earlier == here.end()) ||
                    held_.correction_of(*draft.corrects) != nullptr ||
                    !corrected.insert(*draft.corrects).second) {
                    return draft.corrects;
                }
                check_correction(draft, target == nullptr ? earlier->second : target->kind);
            }
            here.emplace(draft.id, draft.kind);
        }
        return std::nullopt;
    }

    std::int64_t add(const Draft& draft) {
        if (held_.find(draft.id) != nullptr) {
            throw std::logic_error("an entry with this id is already recorded");
        }
        const auto place = held_.entries.size();
        held_.entries.push_back(chained(draft, held_.authority,
                                        static_cast<std::int64_t>(place) + 1, fresh_salt(),
                                        place == 0 ? Hash{} : held_.entries.back().hash));
        held_.by_id.emplace(draft.id, place);
        for (const auto& subject : draft.about) {
            held_.by_subject[subject].push_back(place);
        }
        if (draft.corrects) {
            held_.by_corrected.emplace(*draft.corrects, place);
        }
        undo_.remember([this] { take_back_newest(); });
        Hands hands{held_, undo_};
        const Entry entry = held_.entries.back();
        project(entry, hands, held_.name_keys);
        return entry.seq;
    }

    void take_back_newest() {
        const Entry& newest = held_.entries.back();
        held_.by_id.erase(newest.id);
        for (const auto& subject : newest.about) {
            auto& places = held_.by_subject[subject];
            places.pop_back();
            if (places.empty()) {
                held_.by_subject.erase(subject);
            }
        }
        if (newest.corrects) {
            held_.by_corrected.erase(*newest.corrects);
        }
        held_.entries.pop_back();
    }

    Contents& held_;
    Undo& undo_;
};

class MemoryStore : public Store {
  public:
    MemoryStore(std::string authority, NameKeys name_keys) {
        held_.authority = std::move(authority);
        held_.name_keys = name_keys;
    }

    const std::string& authority() const override { return held_.authority; }

    base::Result<base::Nothing, StoreFault>
    read(base::FunctionRef<void(const Reading&)> reader) const override {
        const std::shared_lock lock{mutex_};
        reader(Reads<Reading>{held_});
        return base::Ok{base::Nothing{}};
    }

    base::Result<base::Nothing, StoreFault>
    write(base::FunctionRef<Keep(Writing&)> writer) override {
        return transact([&](MemoryWriting& writing) { return writer(writing); });
    }

    base::Result<base::Nothing, StoreFault> rebuild() override {
        return transact([](MemoryWriting& writing) {
            writing.rebuild();
            return Keep::yes;
        });
    }

  private:
    template <class Work> base::Result<base::Nothing, StoreFault> transact(const Work& work) {
        const std::unique_lock lock{mutex_};
        Undo undo;
        MemoryWriting writing{held_, undo};
        try {
            if (work(writing) == Keep::no) {
                undo.take_back();
            }
        } catch (...) {
            undo.take_back();
            throw;
        }
        return base::Ok{base::Nothing{}};
    }

    mutable std::shared_mutex mutex_;
    Contents held_;
};

} // namespace

} // namespace memory

std::unique_ptr<record::Store> open_memory(std::string authority, record::NameKeys name_keys) {
    return as_one_person_each(
        std::make_unique<memory::MemoryStore>(std::move(authority), name_keys));
}

} // namespace gweld::store
