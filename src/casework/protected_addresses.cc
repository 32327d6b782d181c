#include "casework/protected_addresses.h"

#include "casework/enquiry_checks.h"
#include "casework/rows.h"
#include "record/run_together.h"

#include <algorithm>
#include <set>

namespace gweld::casework {

namespace {

using record::ProtectedAddressRow;
using ProtectingFault = std::optional<ProtectingNonsense>;

ProtectingAnswer refuse(ProtectingNonsense nonsense) {
    return base::Err{StepRefused<ProtectingNonsense>{nonsense}};
}

ProtectingFault wrong_with(const Protection& what, const std::vector<Uuid>& about,
                           CivilDate today) {
    if (about.empty() || names_one_twice(about)) {
        return ProtectingNonsense::no_children;
    }
    if (what.lines.reveal_to_authorised_reader().empty()) {
        return ProtectingNonsense::no_address;
    }
    if (!record::can_be_left_out({what.lines.reveal_to_authorised_reader(), {}})) {
        return ProtectingNonsense::too_little;
    }
    if (what.words.empty()) {
        return ProtectingNonsense::no_words;
    }
    return what.from > today ? ProtectingFault{ProtectingNonsense::not_yet} : std::nullopt;
}

std::optional<ProtectedAddressRow> row_of(const record::Reading& reading, Uuid person,
                                          base::EntryId protection) {
    for (const auto& row : reading.protected_addresses()) {
        if (row.entry == protection.uuid && row.person == person) {
            return row;
        }
    }
    return std::nullopt;
}

// As it was typed, else as it stands beside the same address where it was recorded openly: texts
// name places by their postcode alone.
record::ProtectedText postcode_of(const Facts& child, const Protection& what) {
    if (!what.postcode.reveal_to_authorised_reader().empty()) {
        return what.postcode;
    }
    const record::WrittenAddress typed{what.lines.reveal_to_authorised_reader(), {}};
    const auto open = std::ranges::find_if(child.addresses, [&](const auto& row) {
        return record::without_address(row.lines, typed, {}) != row.lines;
    });
    return record::ProtectedText{open == child.addresses.end() ? std::string{} : open->postcode};
}

std::string lines_of(const record::Reading& reading, Uuid protection) {
    const auto entry = reading.as_recorded().entry(protection);
    return entry ? record::as_run_together(record::body_of<record::AddressProtected>(*entry)
                                               .lines.reveal_to_authorised_reader())
                 : std::string{};
}

// The child's protection, then those of the same address for brothers and sisters: while one of
// them is protected it is left out of what is read about all of them.
using Together = std::vector<ProtectedAddressRow>;
Together together(const record::Reading& reading, PersonId child, base::EntryId protection) {
    const auto first = row_of(reading, reading.kept_for(child.uuid), protection);
    if (!first) {
        return {};
    }
    std::set<Uuid> family;
    for (const auto& id : reading.families_of(first->person)) {
        const auto members = reading.members_of(id);
        family.insert(members.begin(), members.end());
    }
    family.erase(first->person);
    Together all{*first};
    const auto lines = lines_of(reading, first->entry);
    for (const auto& row : reading.protected_addresses()) {
        if (family.contains(row.person) && lines_of(reading, row.entry) == lines) {
            all.push_back(row);
        }
    }
    return all;
}

std::vector<Uuid> people_in(const Together& all) {
    std::vector<Uuid> people;
    for (const auto& row : all) {
        if (std::ranges::find(people, row.person) == people.end()) {
            people.push_back(row.person);
        }
    }
    return people;
}

// One entry for each, where nothing is wrong with the first; none is protected: said in `wrong`.
template <class Wrong, class Body>
ProtectingAnswer for_all_of_them(Office& office, const access::Viewer& viewer,
                                 access::Action action, PersonId child, base::EntryId protection,
                                 const Saw& saw, const Wrong& wrong, const Body& body) {
    Together all;
    const auto read = office.store.read(
        [&](const record::Reading& reading) { all = together(reading, child, protection); });
    if (!read.ok()) {
        return base::Err{StepRefused<ProtectingNonsense>{read.error()}};
    }
    const auto people = all.empty() ? std::vector<Uuid>{child.uuid} : people_in(all);
    return take_step<ProtectingNonsense>(
        office, viewer, {action, "lift-protection", people}, saw,
        [&](const FamilyFacts&, record::Writing& tx) -> ProtectingFault {
            const auto row = row_of(tx, tx.kept_for(child.uuid), protection);
            return row ? wrong(*row) : ProtectingFault{ProtectingNonsense::not_protected};
        },
        [&](const FamilyFacts&) {
            std::vector<record::Draft> drafts;
            for (const auto& row : all) {
                drafts.push_back(draft_about(office, viewer, {row.person}, office.today(),
                                             body(base::EntryId{row.entry})));
            }
            std::ranges::reverse(drafts); // the one that was asked for is the step's own
            return drafts;
        });
}

} // namespace

ProtectingAnswer protect_address(Office& office, const access::Viewer& viewer,
                                 const std::vector<PersonId>& children, const Protection& what,
                                 const Saw& saw) {
    const auto about = uuids_of(children);
    if (const auto wrong = wrong_with(what, about, office.today())) {
        return refuse(*wrong);
    }
    return take_step<ProtectingNonsense>(
        office, viewer, {access::Action::record_story, "protect-address", about}, saw,
        [](const FamilyFacts&) -> ProtectingFault { return std::nullopt; },
        [&](const FamilyFacts& facts) {
            std::vector<record::Draft> drafts;
            for (const auto& child : facts) {
                drafts.push_back(draft_about(
                    office, viewer, {child->child.uuid}, what.from,
                    record::AddressProtected{what.kind, what.lines, postcode_of(*child, what),
                                             what.from, what.because, what.words}));
            }
            return drafts;
        });
}

ProtectingAnswer ask_to_lift_protection(Office& office, const access::Viewer& viewer,
                                        PersonId child, base::EntryId protection,
                                        const std::string& reason, const Saw& saw) {
    if (reason.empty()) {
        return refuse(ProtectingNonsense::no_words);
    }
    return for_all_of_them(
        office, viewer, access::Action::bar, child, protection, saw,
        [](const ProtectedAddressRow& row) -> ProtectingFault {
            return row.lift_asked ? ProtectingFault{ProtectingNonsense::asked_already}
                                  : std::nullopt;
        },
        [&](base::EntryId one) { return record::ProtectionLiftAsked{one, reason}; });
}

ProtectingAnswer lift_protection(Office& office, const access::Viewer& viewer, PersonId child,
                                 base::EntryId protection, const Saw& saw) {
    return for_all_of_them(
        office, viewer, access::Action::unbar, child, protection, saw,
        [&](const ProtectedAddressRow& row) -> ProtectingFault {
            if (!row.lift_asked) {
                return ProtectingNonsense::not_asked;
            }
            return row.asked_by == viewer.worker ? ProtectingFault{ProtectingNonsense::asked_by_you}
                                                 : std::nullopt;
        },
        [](base::EntryId one) { return record::ProtectionLifted{one}; });
}

base::Result<std::vector<ProtectedAddressRow>, record::StoreFault>
protections_of(const Office& office, PersonId child) {
    std::vector<ProtectedAddressRow> rows;
    const auto read = office.store.read([&](const record::Reading& reading) {
        const auto person = reading.kept_for(child.uuid);
        rows = reading.protected_addresses();
        std::erase_if(rows, [&](const auto& row) { return row.person != person; });
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    std::ranges::stable_sort(rows, std::greater{}, &ProtectedAddressRow::from_day);
    return base::Ok{std::move(rows)};
}

base::Result<AddressShown, OpenRefused> show_protected_address(Office& office,
                                                               const access::Viewer& viewer,
                                                               PersonId child,
                                                               base::EntryId protection) {
    std::optional<AddressShown> shown;
    const auto done = office.store.write([&](record::Writing& tx) {
        const auto facts = office.facts.of(tx, child);
        const auto row = facts->person ? row_of(tx, facts->child.uuid, protection) : std::nullopt;
        if (!row || !look(office, tx, viewer, access::Action::see_protected_address, *facts,
                          "protected-address")
                         .allowed()) {
            return record::Keep::yes;
        }
        // The one place that reads it: every other reading has it left out.
        if (const auto entry = tx.as_recorded().entry(protection.uuid)) {
            shown = AddressShown{record::body_of<record::AddressProtected>(*entry),
                                 full_name(*facts->person)};
        }
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{OpenRefused{done.error()}};
    }
    if (!shown) {
        return base::Err{OpenRefused{NotFoundOrNotYours{}}};
    }
    return base::Ok{std::move(*shown)};
}

} // namespace gweld::casework
