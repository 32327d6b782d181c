#include "access/hidden_store.h"

#include "access/access.h"

namespace gweld::access {

namespace {

using namespace record;

class HiddenWriting : public HiddenReads<Writing> {
  public:
    HiddenWriting(Writing& all, const Hidden& hidden)
        : HiddenReads<Writing>{all, hidden}, all_{all} {}

    AppendResult append(const Append& what) override {
        auto meant = what;
        for (auto& seen : meant.seen) {
            // The newest they can have seen; what is hidden from them does not overtake it.
            if (seen.version == version_of(seen.subject)) {
                seen.version = all_.version_of(seen.subject);
            }
        }
        return all_.append(meant);
    }
    Writing& verbatim() override { return all_.verbatim(); }
    void log_look(const Look& look) override { all_.log_look(look); }
    Hash keep_file(std::string_view bytes) override { return all_.keep_file(bytes); }
    void put_account(const Account& account) override { all_.put_account(account); }
    void put_session(const Session& session) override { all_.put_session(session); }
    void end_session(const Hash& token_hash) override { all_.end_session(token_hash); }
    void put_attempts(std::string_view name, const SignInAttempts& attempts) override {
        all_.put_attempts(name, attempts);
    }
    void drop_sessions_before(Instant over) override { all_.drop_sessions_before(over); }
    void put_second_factor(const SecondFactor& factor) override { all_.put_second_factor(factor); }
    void drop_second_factor(std::string_view sign_in_name) override {
        all_.drop_second_factor(sign_in_name);
    }
    void put_known_browser(const KnownBrowser& browser) override {
        all_.put_known_browser(browser);
    }
    void drop_known_browsers_before(Instant used) override {
        all_.drop_known_browsers_before(used);
    }
    void put_unsaved_form(const UnsavedFormRow& form) override { all_.put_unsaved_form(form); }
    void drop_unsaved_form(Uuid writer, std::string_view key) override {
        all_.drop_unsaved_form(writer, key);
    }
    void drop_unsaved_forms_before(std::int64_t kept, std::int64_t thrown) override {
        all_.drop_unsaved_forms_before(kept, thrown);
    }

  private:
    Writing& all_;
};

} // namespace

base::Result<base::Nothing, StoreFault>
HiddenStore::read(base::FunctionRef<void(const Reading&)> reader) const {
    return all_.read(
        [&](const Reading& all) { reader(HiddenReads<record::Reading>{all, hidden_}); });
}

base::Result<base::Nothing, StoreFault>
HiddenStore::write(base::FunctionRef<Keep(Writing&)> writer) {
    return all_.write([&](Writing& all) {
        HiddenWriting without{all, hidden_};
        return writer(without);
    });
}

Hidden hidden_from(const Reading& reading, Uuid worker, time::Instant at) {
    Hidden hidden;
    for (const auto& row : reading.exclusions_of(worker)) {
        if (!holds_at(row, at)) {
            continue;
        }
        hidden.insert(row.child);
        for (const auto& merge : reading.merges_into(row.child)) {
            hidden.insert(merge.other);
        }
    }
    return hidden;
}

} // namespace gweld::access
