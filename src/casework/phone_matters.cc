#include "casework/phone_visits.h"
#include "casework/visit_checks.h"
#include "record/codec.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using record::ItemId;
using record::PhoneListTaken;
using record::PhoneVisitHeld;
using record::PhoneVisitReceived;
using record::PhoneVisitSettled;
using record::Writing;

constexpr std::size_t most_shown = 100;

void note(PhoneMatters& matters, const record::Reading& reading, const record::Entry& entry) {
    if (is_a<PhoneVisitHeld>(entry)) {
        matters.waiting.push_back({entry, record::body_of<PhoneVisitHeld>(entry)});
    } else if (is_a<PhoneVisitReceived>(entry)) {
        matters.sent.push_back({entry, record::body_of<PhoneVisitReceived>(entry)});
    } else if (is_a<PhoneVisitSettled>(entry)) {
        const auto settled = record::body_of<PhoneVisitSettled>(entry);
        std::erase_if(matters.waiting,
                      [&](const auto& one) { return one.entry.id == settled.held.uuid; });
    } else if (is_a<PhoneListTaken>(entry)) {
        const auto device = record::body_of<PhoneListTaken>(entry).device;
        if (const auto list = list_on_phone(reading, device)) {
            matters.lists.push_back(*list);
        }
    }
}

template <class T> void last_ones_first(std::vector<T>& list) {
    std::ranges::reverse(list);
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(std::min(list.size(), most_shown)),
               list.end());
}

std::shared_ptr<const PhoneMatters> read_matters(const record::Reading& reading, Uuid phones) {
    auto matters = std::make_shared<PhoneMatters>();
    for (const auto& entry : reading.about(phones, 0)) {
        note(*matters, reading, entry);
    }
    last_ones_first(matters->sent);
    last_ones_first(matters->lists);
    return matters;
}

using SettleRefused = std::optional<VisitRefused>;

std::optional<PhoneVisitHeld> held_by(const record::Reading& reading, const access::Viewer& viewer,
                                      base::EntryId id) {
    const auto entry = reading.entry(id.uuid);
    const bool theirs =
        entry && is_a<PhoneVisitHeld>(*entry) && entry->recorded_by.worker == viewer.worker;
    return theirs ? std::optional{record::body_of<PhoneVisitHeld>(*entry)} : std::nullopt;
}

// What it was settled as; none: it waits.
std::optional<base::EntryId> settled_as(const record::Reading& reading, ItemId item,
                                        base::EntryId held) {
    for (const auto& entry : reading.about(record::subject_of(item), 0)) {
        if (is_a<PhoneVisitSettled>(entry)) {
            const auto settled = record::body_of<PhoneVisitSettled>(entry);
            if (settled.held == held) {
                return settled.visit.value_or(base::EntryId{entry.id});
            }
        }
    }
    return std::nullopt;
}

// What settling one item writes: the drafts, the last of them what it was settled as.
struct HeldStep {
    Office& office;
    const access::Viewer& viewer;
    base::EntryId held;

    template <class Kind>
    record::Draft about(ItemId item, std::vector<Uuid> children, CivilDate day,
                        const Kind& body) const {
        children.push_back(record::phones_of(viewer.worker));
        children.push_back(record::subject_of(item));
        return draft_of(office, viewer, record::Named<Kind>::name, std::move(children), day,
                        record::encode(body));
    }
};

struct SettledHeld {
    SettleRefused refused;
    base::EntryId entry;
};

// `write` is given what was kept, and appends; what was settled before answers as then.
template <class Write> VisitAnswer settle(const HeldStep& step, const Write& write) {
    SettledHeld settled;
    const auto done = step.office.store.write([&](Writing& tx) {
        const auto held = held_by(tx, step.viewer, step.held);
        if (!held) {
            settled.refused = NotFoundOrNotYours{};
            return record::Keep::no;
        }
        if (const auto before = settled_as(tx, held->item, step.held)) {
            settled.entry = *before;
            return record::Keep::no;
        }
        settled = write(tx, *held);
        return record::Keep::yes; // a refused look stays in the access log
    });
    if (!done.ok()) {
        return base::Err{VisitRefused{done.error()}};
    }
    if (settled.refused) {
        return base::Err{*settled.refused};
    }
    return base::Ok{Recorded{settled.entry}};
}

SettleRefused refusal_of(const base::Result<Recorded, NotRecorded>& done) {
    return done.ok() ? SettleRefused{} : as_refusal<VisitRefused>(done.error());
}

} // namespace

base::Result<std::shared_ptr<const PhoneMatters>, record::StoreFault>
phone_matters(Office& office, const access::Viewer& viewer) {
    std::shared_ptr<const PhoneMatters> matters;
    const auto phones = record::phones_of(viewer.worker);
    const auto read = office.store.read([&](const record::Reading& reading) {
        // Of this one subject alone: other people's work does not make it read again.
        const Moment moment{reading.version_of(phones), record::to_be_given};
        matters = office.phones.of(base::to_text(phones), moment,
                                   [&] { return read_matters(reading, phones); });
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(matters)};
}

VisitAnswer record_held(Office& office, const access::Viewer& viewer, base::EntryId held,
                        const WrittenVisit& visit, const Saw& saw) {
    const auto nonsense =
        std::visit([&](const auto& one) { return nonsense_in(one, office.clock.now()); }, visit);
    if (nonsense) {
        return base::Err{VisitRefused{*nonsense}};
    }
    const HeldStep step{office, viewer, held};
    return settle(step, [&](Writing& tx, const PhoneVisitHeld& kept) -> SettledHeld {
        const auto draft = draft_of_visit(office, viewer, visit);
        if (auto refused = let_in(office, tx, viewer, access::Action::record_visit, draft)) {
            return {std::move(refused), {}};
        }
        const base::EntryId made{draft.id};
        const PhoneVisitReceived received{made,       kept.item,    kept.device, kept.written,
                                          kept.clock, kept.content, {}};
        const std::vector<record::Draft> drafts{
            draft, step.about(kept.item, draft.about, draft.effective, received),
            step.about(kept.item, {}, office.today(), PhoneVisitSettled{held, made, ""})};
        return {refusal_of(append_drafts(tx, drafts, saw)), made};
    });
}

VisitAnswer set_aside(Office& office, const access::Viewer& viewer, base::EntryId held,
                      const std::string& reason) {
    if (reason.find_first_not_of(" \n\t") == std::string::npos) {
        return base::Err{VisitRefused{Nonsense::no_reason}};
    }
    const HeldStep step{office, viewer, held};
    return settle(step, [&](Writing& tx, const PhoneVisitHeld& kept) -> SettledHeld {
        const auto settled =
            step.about(kept.item, {}, office.today(), PhoneVisitSettled{held, {}, reason});
        return {refusal_of(append_drafts(tx, {settled}, {})), base::EntryId{settled.id}};
    });
}

} // namespace gweld::casework
