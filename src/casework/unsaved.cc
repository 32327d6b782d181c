#include "casework/unsaved.h"

#include "casework/contact.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using record::UnsavedFormRow;

std::int64_t number_of(Instant moment) { return moment.time_since_epoch().count(); }

Instant oldest_kept(const Office& office) {
    return office.clock.now() - std::chrono::hours{24} * office.days_unsaved;
}

bool still_kept(const Office& office, const UnsavedFormRow& form) {
    return form.kept_at >= number_of(oldest_kept(office)) &&
           (!form.thrown_at || *form.thrown_at >= number_of(office.clock.now() - thrown_away_for));
}

bool is_there(const Office& office, const UnsavedFormRow& form) {
    return !form.thrown_at && still_kept(office, form);
}

CivilDate kept_until(const Office& office, Instant kept) {
    return time::date_in_wales(kept + std::chrono::hours{24} * office.days_unsaved);
}

// Another page kept something under this key since the sender last heard of it.
bool is_anothers(const UnsavedFormRow& there, const BegunForm& form) {
    return there.tab != form.tab && there.kept_at != number_of(form.known);
}

std::vector<Uuid> ids_in(std::string_view address) {
    constexpr std::size_t length = 36;
    std::vector<Uuid> ids;
    for (std::size_t at = 0; at + length <= address.size(); ++at) {
        if (const auto id = base::parse_uuid(address.substr(at, length))) {
            ids.push_back(*id);
            at += length - 1;
        }
    }
    return ids;
}

class Deciding {
  public:
    Deciding(const Office& office, const record::Reading& reading, const access::Viewer& viewer)
        : reading_{reading}, viewer_{viewer}, now_{office.when()} {}

    // What the id names is a child, a contact, an entry about some of them, what such entries are
    // about (an assessment), or nothing that only some may see: a worker, a place in a list.
    bool may_see(Uuid id) const {
        if (const auto decided = sees(id)) {
            return *decided;
        }
        if (const auto entry = reading_.entry(id)) {
            return sees_all(*entry);
        }
        const auto about = reading_.about(id, 0);
        return about.empty() || sees_all(about.front());
    }

  private:
    // None: neither a child nor a contact.
    std::optional<bool> sees(Uuid id) const {
        if (const auto ties = read_ties(reading_, PersonId{id}); ties.person) {
            return access::decide(viewer_, access::Action::see_record, ties.bearing(), now_)
                .allowed();
        }
        if (const auto ties = read_contact_ties(reading_, ContactId{id})) {
            return access::decide(viewer_, access::ContactAction::see, ties->bearing(), now_)
                .allowed();
        }
        return std::nullopt;
    }
    bool sees_all(const record::Entry& entry) const {
        return std::ranges::all_of(
            entry.about, [&](const Uuid& subject) { return sees(subject).value_or(true); });
    }

    const record::Reading& reading_;
    const access::Viewer& viewer_;
    access::When now_;
};

std::optional<record::StoreFault> change(Office& office, const access::Viewer& viewer,
                                         std::string_view key,
                                         base::FunctionRef<void(UnsavedFormRow&)> how) {
    const auto done = office.store.write([&](record::Writing& tx) {
        auto form = tx.unsaved_form(viewer.worker, key);
        if (!form) {
            return record::Keep::no;
        }
        how(*form);
        tx.put_unsaved_form(*form);
        return record::Keep::yes;
    });
    return done.ok() ? std::nullopt : std::optional{done.error()};
}

} // namespace

Instant moment_of(std::int64_t unix_milliseconds) {
    return Instant{std::chrono::milliseconds{unix_milliseconds}};
}

CivilDate kept_until(const Office& office, const UnsavedFormRow& form) {
    return kept_until(office, moment_of(form.kept_at));
}

base::Result<FormKept, NotKept> keep_unsaved(Office& office, const access::Viewer& viewer,
                                             const BegunForm& form) {
    if (form.key.empty() || !form.address.starts_with('/') ||
        form.address.size() > longest_address) {
        return base::Err{NotKept{NoSuchForm{}}};
    }
    const Instant now = office.clock.now();
    std::optional<NotKept> refused;
    FormKept kept{form.key, now, kept_until(office, now)};
    const auto done = office.store.write([&](record::Writing& tx) {
        tx.drop_unsaved_forms_before(number_of(oldest_kept(office)),
                                     number_of(now - thrown_away_for));
        if (tx.was_recorded(form.key)) {
            refused = SavedAlready{};
            return record::Keep::no;
        }
        auto there = tx.unsaved_form(viewer.worker, form.key);
        if (there && is_anothers(*there, form)) {
            kept.key = base::to_text(fresh_id(office));
            there.reset();
        }
        if (!there && tx.unsaved_forms(viewer.worker).size() >= most_unsaved) {
            refused = TooManyUnsaved{};
            return record::Keep::no;
        }
        tx.put_unsaved_form({viewer.worker, kept.key, form.address, form.heading, form.fields,
                             form.tab, there ? there->begun_at : number_of(now), number_of(now),
                             std::nullopt});
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{NotKept{done.error()}};
    }
    if (refused) {
        return base::Err{*refused};
    }
    return base::Ok{std::move(kept)};
}

base::Result<std::optional<UnsavedFormRow>, record::StoreFault>
unsaved_at(const Office& office, const access::Viewer& viewer, std::string_view address) {
    std::optional<UnsavedFormRow> newest;
    const auto read = office.store.read([&](const record::Reading& reading) {
        for (auto& form : reading.unsaved_forms_at(viewer.worker, address)) {
            if (is_there(office, form)) {
                newest = std::move(form);
                return;
            }
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(newest)};
}

base::Result<std::vector<ListedForm>, record::StoreFault> unsaved_of(Office& office,
                                                                     const access::Viewer& viewer) {
    std::vector<ListedForm> list;
    const auto read = office.store.read([&](const record::Reading& reading) {
        const Deciding deciding{office, reading, viewer};
        for (auto& form : reading.unsaved_forms(viewer.worker)) {
            if (!still_kept(office, form)) {
                continue;
            }
            const auto ids = ids_in(form.address);
            const bool all =
                std::ranges::all_of(ids, [&](const Uuid& id) { return deciding.may_see(id); });
            const auto until = kept_until(office, form);
            list.push_back({std::move(form), all ? Yours::yes : Yours::no_longer, until});
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(list)};
}

std::size_t count_unsaved(const Office& office, const access::Viewer& viewer) {
    std::size_t count = 0;
    static_cast<void>(office.store.read([&](const record::Reading& reading) {
        const auto forms = reading.unsaved_forms(viewer.worker);
        count = static_cast<std::size_t>(
            std::ranges::count_if(forms, [&](const auto& form) { return is_there(office, form); }));
    }));
    return count;
}

std::optional<record::StoreFault> throw_away(Office& office, const access::Viewer& viewer,
                                             std::string_view key) {
    return change(office, viewer, key,
                  [&](UnsavedFormRow& form) { form.thrown_at = number_of(office.clock.now()); });
}

std::optional<record::StoreFault> bring_back(Office& office, const access::Viewer& viewer,
                                             std::string_view key) {
    return change(office, viewer, key, [](UnsavedFormRow& form) { form.thrown_at.reset(); });
}

std::optional<record::StoreFault> done_with(Office& office, const access::Viewer& viewer,
                                            std::string_view key) {
    bool there = false;
    const auto read = office.store.read([&](const record::Reading& reading) {
        there = reading.unsaved_form(viewer.worker, key).has_value();
    });
    if (!read.ok() || !there) {
        return read.ok() ? std::nullopt : std::optional{read.error()};
    }
    const auto done = office.store.write([&](record::Writing& tx) {
        tx.drop_unsaved_form(viewer.worker, key);
        return record::Keep::yes;
    });
    return done.ok() ? std::nullopt : std::optional{done.error()};
}

std::optional<record::StoreFault> move_unsaved(Office& office, const access::Viewer& viewer,
                                               std::string_view from, std::string_view to) {
    const auto done = office.store.write([&](record::Writing& tx) {
        auto forms = tx.unsaved_forms_at(viewer.worker, from);
        for (auto& form : forms) {
            form.address = to;
            tx.put_unsaved_form(form);
        }
        return forms.empty() ? record::Keep::no : record::Keep::yes;
    });
    return done.ok() ? std::nullopt : std::optional{done.error()};
}

} // namespace gweld::casework
