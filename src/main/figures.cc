#include "casework/figures.h"

#include "main/console.h"
#include "main/replay.h"
#include "measure/report.h"

#include <algorithm>
#include <iostream>

namespace gweld::program {

namespace {

using casework::PersonId;

std::vector<const law::Card*> rules_asked(const law::Book& book, const std::string& rule) {
    std::vector<const law::Card*> cards;
    for (const auto tracked : protection::tracked_rules()) {
        const auto* card = book.card(tracked);
        if (card != nullptr && (rule.empty() || rule == tracked)) {
            cards.push_back(card);
        }
    }
    return cards;
}

bool in_order(const measure::DutyRow& a, const measure::DutyRow& b) {
    return std::tie(a.child, a.rule, a.anchor) < std::tie(b.child, b.rule, b.anchor);
}

std::vector<measure::DutyRow> rows_for(casework::Office& office, const record::Reading& reading,
                                       const std::vector<const law::Card*>& cards,
                                       const Duties& what) {
    std::vector<measure::DutyRow> rows;
    for (const auto* card : cards) {
        const auto duties = casework::duties_under(office, reading, *card, what.as_of);
        for (const auto& child : duties.children) {
            const auto person = reading.person(child.child.uuid);
            const std::string number = person ? person->number : base::to_text(child.child.uuid);
            if (!what.child.empty() && number != what.child) {
                continue;
            }
            for (const auto& duty : child.duties) {
                rows.push_back(measure::row_of(number, duty));
            }
        }
    }
    std::ranges::sort(rows, in_order);
    return rows;
}

std::vector<measure::MeasureRow> grouped(std::vector<measure::GroupedTally> groups) {
    std::vector<measure::MeasureRow> rows;
    for (auto& group : groups) {
        rows.push_back({std::move(group.group), group.tally});
    }
    return rows;
}

std::vector<measure::MeasureRow> rows_for(const casework::RuleDuties& duties, const Measure& what) {
    const measure::Period period{what.from, what.to};
    switch (what.by) {
    case GroupBy::month:
        return grouped(measure::by_month(duties.children, period, what.as_of));
    case GroupBy::team:
        return grouped(measure::by_holder(duties.children, duties.teams, period, what.as_of));
    case GroupBy::worker:
        return grouped(measure::by_holder(duties.children, duties.workers, period, what.as_of));
    case GroupBy::nothing:
        break;
    }
    measure::Tally sum;
    for (const auto& child : duties.children) {
        sum += measure::tally(child, period, what.as_of);
    }
    return {{"all", sum}};
}

std::string known_rules() {
    std::string list;
    for (const auto rule : protection::tracked_rules()) {
        list.append(list.empty() ? "" : ", ").append(rule);
    }
    return list;
}

int no_such_rule(const Console& console, const std::string& rule) {
    return console.refuse(console.say.say("There is no such rule: {rule}. There are: {rules}.",
                                          {{"rule", rule}, {"rules", known_rules()}}));
}

template <class Row> void print(const std::vector<Row>& rows, Format format) {
    std::cout << (format == Format::json ? measure::json_of(rows) : measure::csv_of(rows));
}

// The record as it was known then, with its people, allocations and register of that moment. None:
// nothing was asked, or the reason has been printed.
std::unique_ptr<record::Store> as_known_at(const Console& console, const record::Store& store,
                                           const std::optional<time::Instant>& known_at) {
    if (!known_at) {
        return nullptr;
    }
    auto then = replayed(store, known_at);
    if (!then.ok()) {
        console.refuse(console.fault(then.error()));
        return nullptr;
    }
    return std::move(then).value();
}

} // namespace

int list_duties(const Console& console, const Duties& what) {
    const auto cards = rules_asked(console.book, what.rule);
    if (cards.empty()) {
        return no_such_rule(console, what.rule);
    }
    const auto store = console.open(Missing::refuse);
    if (!store) {
        return refused;
    }
    SystemRandom random;
    const auto then = as_known_at(console, *store, what.known_at);
    if (what.known_at && !then) {
        return refused;
    }
    const auto& known = then ? *then : *store;
    casework::Office office{then ? *then : *store, console.book, console.clock, random};
    std::vector<measure::DutyRow> rows;
    bool known_child = what.child.empty();
    const auto read = known.read([&](const record::Reading& reading) {
        auto asked = what;
        const auto people = reading.people_numbered(what.child);
        if (!asked.child.empty() && !people.empty()) {
            known_child = true;
            asked.child = people.front().number; // of the kept record, where this one was merged
        }
        rows = rows_for(office, reading, cards, asked);
    });
    if (!read.ok()) {
        return console.refuse(console.fault(read.error()));
    }
    if (!known_child) {
        return console.refuse(console.say.say("There is no child with the record number {number}.",
                                              {{"number", what.child}}));
    }
    print(rows, what.format);
    return done;
}

int count_measure(const Console& console, const Measure& what) {
    const auto cards = rules_asked(console.book, what.rule);
    if (cards.empty() || what.rule.empty()) {
        return no_such_rule(console, what.rule);
    }
    if (what.to < what.from) {
        return console.refuse(
            console.say.say("The period ends before it begins: --to is before --from."));
    }
    const auto store = console.open(Missing::refuse);
    if (!store) {
        return refused;
    }
    SystemRandom random;
    const auto then = as_known_at(console, *store, what.known_at);
    if (what.known_at && !then) {
        return refused;
    }
    const auto& known = then ? *then : *store;
    casework::Office office{then ? *then : *store, console.book, console.clock, random};
    std::vector<measure::MeasureRow> rows;
    const auto read = known.read([&](const record::Reading& reading) {
        rows = rows_for(casework::duties_under(office, reading, *cards.front(), what.as_of), what);
    });
    if (!read.ok()) {
        return console.refuse(console.fault(read.error()));
    }
    print(rows, what.format);
    return done;
}

} // namespace gweld::program
