#include "casework/handing_over.h"

#include "casework/contact_parts.h"
#include "casework/rows.h"

#include <algorithm>
#include <tuple>

namespace gweld::casework {

namespace {

using namespace contact_parts;

std::string allocated_to(const record::Reading& reading, Uuid child, CivilDate today) {
    for (const auto& row : reading.allocations_of(child)) {
        if (row.as == "allocated_worker" && access::holds_on(row, today)) {
            const auto worker = reading.worker(row.worker);
            return worker ? worker->name : std::string{};
        }
    }
    return {};
}

HandedOn told(const record::Reading& reading, HandedOn one, CivilDate today) {
    one.person = reading.person(one.row.child);
    if (one.person && !one.person->born && !one.person->expected) {
        for (const auto& child : reading.children_of_contact(one.row.contact)) {
            if (child.nth == one.row.nth) {
                one.age_as_given = child.age;
            }
        }
    }
    one.worker = allocated_to(reading, one.row.child, today);
    one.days = time::days_between(day_of(one.row.decided_day), today);
    return one;
}

HandedOnList list_of(const record::Reading& reading, std::size_t from, std::size_t most,
                     CivilDate today) {
    HandedOnList list;
    std::vector<HandedOn> all;
    for (auto& row : reading.hand_overs()) {
        all.push_back({std::move(row), {}, {}, {}, 0});
    }
    std::ranges::stable_partition(all, [](const auto& one) { return one.of_harm(); });
    list.all = all.size();
    list.of_harm = static_cast<std::size_t>(std::ranges::count_if(all, &HandedOn::of_harm));
    for (std::size_t i = from; i < std::min(all.size(), from + most); ++i) {
        list.page.push_back(told(reading, std::move(all[i]), today));
    }
    return list;
}

const record::ContactChildRow* child_at(const ContactTies& ties, int nth) {
    const auto found = std::ranges::find(ties.children, nth, &record::ContactChildRow::nth);
    return found == ties.children.end() ? nullptr : &*found;
}

bool is_waiting(const ContactStep& step, const record::ContactChildRow& child) {
    return std::ranges::any_of(
        step.tx.hand_overs_of(child.person.value_or(Uuid{})),
        [&](const auto& row) { return row.contact == child.contact && row.nth == child.nth; });
}

Wanted want_to_let_go(const ContactStep& step, const ContactTies& ties, const LetGo& what) {
    const auto* child = child_at(ties, what.nth);
    if (child == nullptr || !child->person) {
        return ContactRefused{ContactNonsense::no_such_place};
    }
    if (!is_waiting(step, *child) && saw_it_as_it_is(step, ties.row.contact)) {
        return ContactRefused{ContactNonsense::nobody_is_waited_for};
    }
    return Drafts{draft_about(
        step, {ties.row.contact, *child->person},
        record::ContactNobodyNeeded{what.contact, what.nth, what.because, step.office.today()})};
}

struct LettingGo { // the last one of this child
    std::optional<record::Entry> entry;
    bool stands = false;
};
LettingGo last_let_go(const ContactStep& step, Uuid contact, int nth) {
    LettingGo last;
    for (auto& entry : step.tx.about(contact, 0)) {
        if (record::is_a<record::ContactNobodyNeeded>(entry) &&
            record::body_of<record::ContactNobodyNeeded>(entry).nth == nth) {
            last = {std::move(entry), true};
        } else if (last.entry && entry.corrects == last.entry->id) {
            last.stands = false;
        }
    }
    return last;
}

Wanted want_to_take_back(const ContactStep& step, const ContactTies& ties, const LetGo& what) {
    const auto last = last_let_go(step, ties.row.contact, what.nth);
    const auto& let_go = last.entry;
    // Sent again after its answer was lost, it is answered as the first time.
    if (!let_go || (!last.stands && saw_it_as_it_is(step, ties.row.contact))) {
        return ContactRefused{ContactNonsense::waited_for_already};
    }
    auto draft = draft_about(step, let_go->about, record::Withdrawn{what.because});
    draft.effective = let_go->effective;
    draft.corrects = let_go->id;
    draft.reason = what.because;
    return Drafts{std::move(draft)};
}

} // namespace

base::Result<std::shared_ptr<const HandedOnList>, record::StoreFault>
handed_on(Office& office, std::size_t from, std::size_t most) {
    std::shared_ptr<const HandedOnList> list;
    const auto read = office.store.read([&](const record::Reading& reading) {
        const auto today = office.today();
        const auto key = std::to_string(from) + " " + std::to_string(most);
        list = office.handed_on.of(key, {reading.head(), today}, [&] {
            return std::make_shared<const HandedOnList>(list_of(reading, from, most, today));
        });
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(list)};
}

ContactAnswer let_go(Office& office, const access::Viewer& viewer, const LetGo& what,
                     const Saw& saw) {
    if (what.because.empty()) {
        return base::Err{ContactRefused{ContactNonsense::no_reason}};
    }
    return act(office, viewer, what.contact, access::ContactAction::let_go, saw,
               [&](const ContactStep& step, const ContactTies& ties) {
                   return want_to_let_go(step, ties, what);
               });
}

ContactAnswer take_back_letting_go(Office& office, const access::Viewer& viewer, const LetGo& what,
                                   const Saw& saw) {
    if (what.because.empty()) {
        return base::Err{ContactRefused{ContactNonsense::no_reason}};
    }
    return act(office, viewer, what.contact, access::ContactAction::let_go, saw,
               [&](const ContactStep& step, const ContactTies& ties) {
                   return want_to_take_back(step, ties, what);
               });
}

} // namespace gweld::casework
