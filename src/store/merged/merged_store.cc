#include "store/merged/merged_store.h"

#include "record/kinds.h"
#include "store/merged/left_out_reads.h"

#include <algorithm>
#include <set>

namespace gweld::store {

namespace merged {

using namespace record;

namespace {

class MergedWriting : public LeftOutReads<Writing> {
  public:
    MergedWriting(Writing& written, WhoseProtectedKept& kept)
        : LeftOutReads{written, kept}, written_{written} {}

    Writing& verbatim() override { return written_; }

    AppendResult append(const Append& what) override {
        auto result = same().none() ? written_.append(what) : written_.append(meant_by(what));
        if (std::ranges::any_of(what.drafts, changes_who_is_the_same)) {
            forget_who_is_the_same();
        }
        forget_what_is_protected();
        return result;
    }

    void log_look(const Look& look) override {
        Look at_kept = look;
        at_kept.subject = kept_for(look.subject);
        written_.log_look(at_kept);
    }

    Hash keep_file(std::string_view bytes) override { return written_.keep_file(bytes); }
    void put_account(const Account& account) override { written_.put_account(account); }
    void put_session(const Session& session) override { written_.put_session(session); }
    void end_session(const Hash& token_hash) override { written_.end_session(token_hash); }
    void put_attempts(std::string_view name, const SignInAttempts& attempts) override {
        written_.put_attempts(name, attempts);
    }
    void drop_sessions_before(Instant over) override { written_.drop_sessions_before(over); }
    void put_second_factor(const SecondFactor& factor) override {
        written_.put_second_factor(factor);
    }
    void drop_second_factor(std::string_view sign_in_name) override {
        written_.drop_second_factor(sign_in_name);
    }
    void put_known_browser(const KnownBrowser& browser) override {
        written_.put_known_browser(browser);
    }
    void drop_known_browsers_before(Instant used) override {
        written_.drop_known_browsers_before(used);
    }
    void put_unsaved_form(const UnsavedFormRow& form) override { written_.put_unsaved_form(form); }
    void drop_unsaved_form(Uuid writer, std::string_view key) override {
        written_.drop_unsaved_form(writer, key);
    }
    void drop_unsaved_forms_before(std::int64_t kept, std::int64_t thrown) override {
        written_.drop_unsaved_forms_before(kept, thrown);
    }

  private:
    static bool changes_who_is_the_same(const Draft& draft) {
        return is_about_merging(draft) || draft.kind == Named<Withdrawn>::name;
    }

    Append meant_by(const Append& what) const {
        Append meant{what.idempotency_key, seen_of(what.seen), {}};
        for (const auto& draft : what.drafts) {
            meant.drafts.push_back(meant_by(draft, meant.drafts));
        }
        return meant;
    }

    // Of several records read as one the version is the newest of theirs.
    std::vector<SeenVersion> seen_of(const std::vector<SeenVersion>& seen) const {
        std::vector<SeenVersion> meant;
        for (const auto& each : seen) {
            if (!same().is_several(each.subject)) {
                meant.push_back(each);
            } else if (version_of(each.subject) != each.version) {
                constexpr std::int64_t nobody_saw = -1;
                meant.push_back({each.subject, nobody_saw});
            }
        }
        return meant;
    }

    Draft meant_by(Draft draft, const std::vector<Draft>& before) const {
        if (draft.provenance || is_about_merging(draft)) {
            return draft;
        }
        rename(draft, same().kept_names());
        for (const auto& kept : several_in(draft)) {
            give_to_whom_it_continues(draft, kept, before);
        }
        return draft;
    }

    std::set<Uuid> several_in(const Draft& draft) const {
        std::set<Uuid> several;
        const auto note = [&](const Uuid& id) {
            if (same().is_several(id)) {
                several.insert(id);
            }
        };
        std::ranges::for_each(draft.about, note);
        std::ranges::for_each(ids_in(draft.body), note);
        return several;
    }

    void give_to_whom_it_continues(Draft& draft, Uuid kept,
                                   const std::vector<Draft>& before) const {
        const auto owners = owners_among(same().records_of(kept), draft, before);
        if (owners.empty() || owners == std::set<Uuid>{kept}) {
            return;
        }
        if (owners.size() == 1) {
            rename(draft, {{kept, *owners.begin()}});
            return;
        }
        for (const auto& owner : owners) {
            if (std::ranges::find(draft.about, owner) == draft.about.end()) {
                draft.about.push_back(owner);
            }
        }
    }

    // Which of the records the entries are about that this one corrects, names or carries on.
    std::set<Uuid> owners_among(const std::vector<Uuid>& records, const Draft& draft,
                                const std::vector<Draft>& before) const {
        std::set<Uuid> owners;
        const auto note = [&](const std::vector<Uuid>& about) {
            for (const auto& each : about) {
                if (std::ranges::find(records, each) != records.end()) {
                    owners.insert(each);
                }
            }
        };
        auto named = ids_in(draft.body);
        if (draft.corrects) {
            named.push_back(*draft.corrects);
        }
        for (const auto& id : named) {
            const auto here = std::ranges::find(before, id, &Draft::id);
            if (here != before.end()) {
                note(here->about);
            } else if (const auto entry = written_.entry(id)) {
                note(entry->about);
            }
        }
        for (const auto& subject : draft.about) {
            if (is_a_matter(subject)) {
                const auto entries = written_.about(subject, 0);
                note(entries.empty() ? std::vector<Uuid>{} : entries.front().about);
            }
        }
        return owners;
    }

    // A contact, an assessment: neither a person nor a worker, a family or an entry.
    bool is_a_matter(Uuid subject) const {
        return !written_.person(subject) && !written_.worker(subject) &&
               written_.members_of(subject).empty() && !written_.entry(subject);
    }

    Writing& written_;
};

class MergedStore : public Store {
  public:
    explicit MergedStore(std::unique_ptr<Store> written) : written_{std::move(written)} {}

    const std::string& authority() const override { return written_->authority(); }

    base::Result<base::Nothing, StoreFault>
    read(base::FunctionRef<void(const Reading&)> reader) const override {
        return written_->read(
            [&](const Reading& written) { reader(LeftOutReads<Reading>{written, protected_}); });
    }

    base::Result<base::Nothing, StoreFault>
    write(base::FunctionRef<Keep(Writing&)> writer) override {
        return written_->write([&](Writing& written) {
            MergedWriting merged{written, protected_};
            return writer(merged);
        });
    }

    base::Result<base::Nothing, StoreFault> rebuild() override { return written_->rebuild(); }

  private:
    std::unique_ptr<Store> written_;
    mutable WhoseProtectedKept protected_;
};

} // namespace

} // namespace merged

std::unique_ptr<record::Store> as_one_person_each(std::unique_ptr<record::Store> written) {
    return std::make_unique<merged::MergedStore>(std::move(written));
}

} // namespace gweld::store
