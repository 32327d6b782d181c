#include "casework/signing.h"

#include "casework/contact.h"
#include "record/codec.h"
#include "record/kinds.h"
#include "record/signing.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using record::Entry;
using record::SigningRow;

bool is_about_a_contact(const Entry& entry) { return entry.kind.starts_with("contact."); }

// The people an entry is about; an entry may also be about a contact, an assessment or an entry.
std::vector<std::shared_ptr<const Facts>> people_of(Office& office, record::Writing& tx,
                                                    const Entry& entry) {
    std::vector<std::shared_ptr<const Facts>> people;
    for (const auto& subject : entry.about) {
        if (tx.person(subject)) {
            people.push_back(office.facts.of(tx, PersonId{subject}));
        }
    }
    return people;
}

// One refusal refuses the whole.
bool let_in(Office& office, record::Writing& tx, const access::Viewer& viewer, const Entry& entry,
            const std::vector<std::shared_ptr<const Facts>>& people, std::string_view page) {
    if (is_about_a_contact(entry)) {
        const auto ties = read_contact_ties(tx, ContactId{entry.about.front()});
        return ties && look(office, tx, viewer, access::ContactAction::see, *ties, page).allowed();
    }
    bool all = !people.empty();
    for (const auto& child : people) {
        all = look(office, tx, viewer, access::Action::sign, *child, page).allowed() && all;
    }
    return all;
}

// The newest account of what came in.
std::optional<record::ContactReceived> contact_of(const record::Reading& reading,
                                                  const Entry& entry) {
    std::optional<record::ContactReceived> newest;
    if (is_about_a_contact(entry)) {
        for (const auto& each : reading.about(entry.about.front(), 0)) {
            if (each.kind == record::Named<record::ContactReceived>::name) {
                newest = record::body_of<record::ContactReceived>(each);
            }
        }
    }
    return newest;
}

// Of the entry as it was written: the record it was about may have been merged since.
std::string content_of(const record::Reading& reading, Uuid entry) {
    const auto written = reading.as_recorded().entry(entry);
    return written ? record::content_digest(*written) : std::string{};
}

bool has_signed(const record::Reading& reading, const access::Viewer& viewer, Uuid entry) {
    return std::ranges::any_of(reading.about(entry, 0), [&](const Entry& signature) {
        return signature.kind == record::Named<record::Signed>::name &&
               signature.recorded_by.worker == viewer.worker;
    });
}

std::optional<SigningNonsense> wrong_with(const record::Reading& reading,
                                          const access::Viewer& viewer, const Entry& entry,
                                          const std::optional<SigningRow>& row,
                                          std::string_view content) {
    if (!row || content_of(reading, entry.id) != content) {
        return SigningNonsense::put_right_since;
    }
    if (row->state != "waiting") {
        return SigningNonsense::settled_already;
    }
    if (row->author == viewer.worker) {
        return SigningNonsense::own_work;
    }
    return turn_of(viewer, *row) == Turn::not_theirs || has_signed(reading, viewer, entry.id)
               ? std::optional{SigningNonsense::not_your_turn}
               : std::nullopt;
}

// The entry is always among what was seen: a form that does not say so saw it unsigned.
Saw with_entry(Saw saw, Uuid entry) {
    if (std::ranges::find(saw.versions, entry, &record::SeenVersion::subject) ==
        saw.versions.end()) {
        saw.versions.push_back({entry, 0});
    }
    return saw;
}

bool has_news(const record::Reading& reading, const Saw& saw, Uuid entry) {
    const auto seen = std::ranges::find(saw.versions, entry, &record::SeenVersion::subject);
    return seen == saw.versions.end() || seen->version != reading.version_of(entry);
}

// A second press of the button has news, its own first press; the store knows it by its key.
template <class Kind>
SigningAnswer settle(Office& office, const access::Viewer& viewer, const Kind& body,
                     std::string_view page, const Saw& saw) {
    std::optional<SigningRefused> refused;
    Recorded recorded;
    const auto done = office.store.write([&](record::Writing& tx) {
        const auto entry = tx.entry(body.entry.uuid);
        if (!entry || record::decision_of(*entry) == nullptr ||
            !let_in(office, tx, viewer, *entry, people_of(office, tx, *entry), page)) {
            refused = NotFoundOrNotYours{};
            return record::Keep::yes;
        }
        const auto of_this = with_entry(saw, entry->id);
        if (!has_news(tx, of_this, entry->id)) {
            if (const auto wrong =
                    wrong_with(tx, viewer, *entry, tx.signing(entry->id), body.content)) {
                refused = *wrong;
                return record::Keep::yes;
            }
        }
        auto about = entry->about;
        about.push_back(entry->id);
        const auto appended =
            append_drafts(tx,
                          {draft_of(office, viewer, record::Named<Kind>::name, std::move(about),
                                    office.today(), record::encode(body))},
                          of_this);
        if (appended.ok()) {
            recorded = appended.value();
        } else {
            refused = as_refusal<SigningRefused>(appended.error());
        }
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{SigningRefused{done.error()}};
    }
    return refused ? SigningAnswer{base::Err{*refused}} : SigningAnswer{base::Ok{recorded}};
}

// Written by the very role that is asked: there is one manager in a team, and one chair.
bool nobody_elses(const SigningRow& row) { return row.author_role == row.asked_of; }

} // namespace

Turn turn_of(const access::Viewer& viewer, const SigningRow& row) {
    using record::Role;
    const auto named = [&](Role role) { return row.asked_of == record::name_of(role); };
    if (row.author == viewer.worker || row.asked_of.empty()) {
        return Turn::not_theirs;
    }
    switch (viewer.role) {
    case Role::team_manager:
        return named(Role::team_manager) &&
                       row.author_role != record::name_of(Role::team_manager) &&
                       (row.team.empty() || row.team == viewer.team_name)
                   ? Turn::theirs
                   : Turn::not_theirs;
    case Role::head_of_service:
        return named(Role::head_of_service) || nobody_elses(row) ? Turn::theirs
                                                                 : Turn::in_anothers_place;
    case Role::reviewing_officer:
        return named(Role::reviewing_officer) ? Turn::theirs : Turn::not_theirs;
    case Role::social_worker:
    case Role::duty_worker:
    case Role::administrator:
    case Role::guardian:
        break;
    }
    return Turn::not_theirs;
}

base::Result<OpenSigning, OpenRefused> open_signing(Office& office, const access::Viewer& viewer,
                                                    base::EntryId id) {
    std::optional<OpenSigning> opened;
    const auto done = office.store.write([&](record::Writing& tx) {
        auto entry = tx.entry(id.uuid);
        const auto row = tx.signing(id.uuid);
        if (!entry || !row) {
            return record::Keep::no;
        }
        auto people = people_of(office, tx, *entry);
        if (!let_in(office, tx, viewer, *entry, people, "signing")) {
            return record::Keep::yes;
        }
        opened.emplace();
        opened->row = *row;
        opened->content = content_of(tx, id.uuid);
        opened->children = std::move(people);
        opened->signatures = tx.about(id.uuid, 0);
        opened->version = tx.version_of(id.uuid);
        opened->turn = turn_of(viewer, *row);
        opened->contact = contact_of(tx, *entry);
        opened->entry = std::move(*entry);
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{OpenRefused{done.error()}};
    }
    return opened ? base::Result<OpenSigning, OpenRefused>{base::Ok{std::move(*opened)}}
                  : base::Result<OpenSigning, OpenRefused>{
                        base::Err{OpenRefused{NotFoundOrNotYours{}}}};
}

SigningAnswer sign(Office& office, const access::Viewer& viewer, const record::Signed& signature,
                   const Saw& saw) {
    return settle(office, viewer, signature, "sign", saw);
}

SigningAnswer return_for_rework(Office& office, const access::Viewer& viewer,
                                const record::ReturnedForRework& returned, const Saw& saw) {
    if (returned.words.empty()) {
        return base::Err{SigningRefused{SigningNonsense::no_words}};
    }
    return settle(office, viewer, returned, "return-for-rework", saw);
}

} // namespace gweld::casework
