#include "casework/contact.h"

#include "record/codec.h"

#include <algorithm>

namespace gweld::casework {

namespace {

May may(bool allowed) { return allowed ? May::yes : May::no; }

record::ContactReceived received_as(const record::Reading& reading, const record::ContactRow& row) {
    const auto entry = reading.entry(row.entry);
    return entry ? record::body_of<record::ContactReceived>(*entry) : record::ContactReceived{};
}

void fill_known(const record::Reading& reading, const access::Viewer& viewer,
                const access::When& now, ContactChild& child) {
    const auto today = now.today;
    const auto ties = read_ties(reading, PersonId{*child.row.person});
    child.person = ties.person;
    for (const auto& row : ties.allocations) {
        if (row.as == "allocated_worker" && access::holds_on(row, today)) {
            const auto worker = reading.worker(row.worker);
            child.worker = worker ? worker->name : std::string{};
        }
    }
    for (const auto& row : reading.registrations_of(*child.row.person)) {
        child.on_register =
            child.on_register || (row.start_day <= today.day_number() &&
                                  (!row.end_day || today.day_number() < *row.end_day));
    }
    child.open_record =
        may(access::decide(viewer, access::Action::see_record, ties.bearing(), now).allowed());
}

// What the decision called for and has not come; or why nothing is waited for any more.
void fill_hand_over(const record::Reading& reading, const std::vector<record::Entry>& history,
                    ContactChild& child) {
    for (const auto& row : reading.hand_overs_of(*child.row.person)) {
        if (row.contact == child.row.contact && row.nth == child.row.nth) {
            child.lacks = row.lacks;
        }
    }
    std::optional<Uuid> let_go;
    for (const auto& entry : history) {
        if (record::is_a<record::ContactNobodyNeeded>(entry)) {
            const auto body = record::body_of<record::ContactNobodyNeeded>(entry);
            if (body.nth == child.row.nth) {
                child.let_go_because = body.because;
                let_go = entry.id;
            }
        } else if (let_go && entry.corrects == let_go) {
            child.let_go_because.clear();
        }
    }
}

// A name that the caller did not give is not told to whom the record is shut. One that was given
// stays: else the contact would be matched to nobody because the right record is closed.
void leave_out_the_shut(const record::Reading& reading, const access::Viewer& viewer,
                        const access::When& now, std::vector<Suggestion>& suggestions) {
    std::erase_if(suggestions, [&](const Suggestion& one) {
        const bool named = std::ranges::find(one.alike, Alike::name) != one.alike.end();
        const auto ties = read_ties(reading, PersonId{one.person.person});
        return !named &&
               access::decide(viewer, access::Action::see_record, ties.bearing(), now).bar !=
                   access::Bar::none;
    });
}

void fill_children(const record::Reading& reading, const access::Viewer& viewer,
                   const access::When& now, const ContactTies& ties, OpenContact& open) {
    for (const auto& row : ties.children) {
        ContactChild child;
        child.row = row;
        if (row.person) {
            fill_known(reading, viewer, now, child);
            fill_hand_over(reading, open.history, child);
        } else if (open.work == May::yes) {
            child.suggestions = who_it_might_be(reading, row, ties.children);
            leave_out_the_shut(reading, viewer, now, child.suggestions);
        }
        open.children.push_back(std::move(child));
    }
}

// Read before the permission and shown only after it.
std::optional<OpenContact> read_ahead(Office& office, const record::Reading& reading,
                                      const access::Viewer& viewer, ContactId contact) {
    const auto ties = read_contact_ties(reading, contact);
    if (!ties) {
        return std::nullopt;
    }
    const auto now = office.when();
    const auto allowed = [&](access::ContactAction action) {
        return may(access::decide(viewer, action, ties->bearing(), now).allowed());
    };
    OpenContact open;
    open.row = ties->row;
    open.work = allowed(access::ContactAction::work);
    open.extend = allowed(access::ContactAction::extend);
    open.let_go = allowed(access::ContactAction::let_go);
    open.received = received_as(reading, ties->row);
    open.history = reading.about(contact.uuid, 0);
    open.version = {contact.uuid, open.history.empty() ? 0 : open.history.back().seq};
    open.due = decision_due(office.book, open.received.on);
    fill_children(reading, viewer, now, *ties, open);
    return open;
}

void log_look(Office& office, record::Writing& tx, const access::Viewer& viewer,
              const access::Decision& decision, base::Uuid subject, std::string_view page) {
    tx.log_look({office.clock.now(), viewer.worker, viewer.name,
                 std::string{record::name_of(viewer.role)}, subject, std::string{page},
                 std::string{access::name_of(decision.ground)}, decision.allowed()});
}

void log_suggestions(Office& office, record::Writing& tx, const access::Viewer& viewer,
                     const OpenContact& open) {
    for (const auto& child : open.children) {
        for (const auto& suggestion : child.suggestions) {
            log_look(office, tx, viewer, {open.ground}, suggestion.person.person, "contact-match");
        }
    }
}

} // namespace

bool OpenContact::may_be_corrected() const {
    return std::ranges::any_of(history, [](const auto& entry) {
        return entry.kind == record::Named<record::ContactReceived>::name && !entry.provenance;
    });
}

std::optional<ContactTies> read_contact_ties(const record::Reading& reading, ContactId contact) {
    auto row = reading.contact(contact.uuid);
    if (!row) {
        return std::nullopt;
    }
    ContactTies ties{std::move(*row), reading.children_of_contact(contact.uuid), {}, {}};
    for (const auto& child : ties.children) {
        if (child.person) {
            const auto rows = reading.allocations_of(*child.person);
            ties.allocations.insert(ties.allocations.end(), rows.begin(), rows.end());
            const auto barriers = reading.barriers_of(*child.person);
            ties.barriers.insert(ties.barriers.end(), barriers.begin(), barriers.end());
        }
    }
    return ties;
}

access::Decision look(Office& office, record::Writing& tx, const access::Viewer& viewer,
                      access::ContactAction action, const ContactTies& ties,
                      std::string_view page) {
    const auto decision = access::decide(viewer, action, ties.bearing(), office.when());
    log_look(office, tx, viewer, decision, ties.row.contact, page);
    for (const auto& child : ties.children) {
        if (child.person) {
            log_look(office, tx, viewer, decision, *child.person, page);
        }
    }
    return decision;
}

base::Result<OpenContact, OpenRefused> open_contact(Office& office, const access::Viewer& viewer,
                                                    ContactId contact, std::string_view page) {
    std::optional<OpenContact> open;
    const auto read = office.store.read([&](const record::Reading& reading) {
        open = read_ahead(office, reading, viewer, contact);
    });
    if (!read.ok()) {
        return base::Err{OpenRefused{read.error()}};
    }
    if (!open) {
        return base::Err{OpenRefused{NotFoundOrNotYours{}}};
    }
    const auto done = office.store.write([&](record::Writing& tx) {
        if (const auto ties = read_contact_ties(tx, contact)) {
            open->ground = look(office, tx, viewer, access::ContactAction::see, *ties, page).ground;
        }
        if (open->ground != access::Ground::none) {
            log_suggestions(office, tx, viewer, *open);
        }
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{OpenRefused{done.error()}};
    }
    if (open->ground == access::Ground::none) {
        return base::Err{OpenRefused{NotFoundOrNotYours{}}};
    }
    return base::Ok{std::move(*open)};
}

} // namespace gweld::casework
