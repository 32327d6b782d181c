#include "web/components/card_table.h"
#include "web/pages/child/parts.h"
#include "web/pages/child/people.html.h"
#include "web/pages/child/wording.h"

#include <algorithm>

namespace gweld::web::pages::child_record {

namespace {

using record::AddressRow;
using record::AllocationRow;

PeopleParts::Member member_of(const Shown& shown, const casework::Facts& facts) {
    const auto& say = shown.say();
    PeopleParts::Member member{casework::full_name(*facts.person),
                               facts.person->died ? std::string{}
                                                  : age(say, *facts.person, shown.today),
                               {},
                               {}};
    const auto decision = access::decide(shown.caller.viewer, access::Action::see_record,
                                         facts.bearing(), shown.caller.when());
    if (!decision.allowed()) {
        return member; // the name only: who is in the family belongs to this child's record too
    }
    member.record = shown.caller.to("child", {{"id", base::to_text(facts.child.uuid)}});
    const bool on_register =
        std::ranges::any_of(facts.history.registrations, [&](const auto& registration) {
            return time::Span{registration.start, registration.end}.contains(shown.today);
        });
    if (facts.person->died) {
        member.note =
            say.say("Died {date}", {{"date", plain_date(say, day_numbered(*facts.person->died))}});
    } else if (on_register) {
        member.note = say.say("On the child protection register");
    }
    return member;
}

std::string first_day(const Shown& shown, std::int64_t from) {
    return shown.say().short_date_year(day_numbered(from));
}

// Days are kept as "until", the first day on which it is over; a reader asks for the last day.
std::string last_day(const Shown& shown, const std::optional<std::int64_t>& until) {
    return until ? shown.say().short_date_year(day_numbered(*until - 1))
                 : shown.say().say("Still so");
}

ours::CardTable table_with(const Words& say, std::string_view caption,
                           std::initializer_list<std::string_view> heads) {
    ours::CardTable table;
    table.caption = say.say(caption);
    table.caption_classes = "govuk-visually-hidden";
    for (const auto head : heads) {
        table.columns.push_back({say.say(head), {}, ours::Column::text});
    }
    return table;
}

std::string address_kind(const Words& say, std::string_view kind) {
    if (kind == "home") {
        return say.say("Home");
    }
    return kind == "placement" ? say.say("Placement") : say.say("Somewhere else");
}

Html addresses(const Shown& shown) {
    auto rows = shown.facts().addresses;
    if (rows.empty()) {
        return {};
    }
    std::ranges::sort(rows, std::greater{}, &AddressRow::from_day);
    auto table = table_with(shown.say(), words::mark("Addresses, newest first"),
                            {words::mark("Address"), words::mark("Kind"), words::mark("First day"),
                             words::mark("Last day")});
    for (const auto& row : rows) {
        table.rows.push_back({{row.postcode.empty() ? row.lines : row.lines + ", " + row.postcode,
                               address_kind(shown.say(), row.kind), first_day(shown, row.from_day),
                               last_day(shown, row.until_day)},
                              ours::Tone::waiting,
                              {}});
    }
    return ours::render(table);
}

std::string allocated_as(const Words& say, std::string_view as) {
    if (as == "allocated_worker") {
        return say.say("Allocated worker");
    }
    return as == "co_worker" ? say.say("Co-worker") : say.say("Other");
}

std::string team_of(const Shown& shown, const AllocationRow& held) {
    if (!held.team) {
        return shown.say().say("Not recorded");
    }
    const auto team = shown.record.teams().find(*held.team);
    return team == shown.record.teams().end() ? shown.say().say("Not recorded") : team->second;
}

Html workers(const Shown& shown) {
    auto rows = shown.facts().allocations;
    if (rows.empty()) {
        return {};
    }
    std::ranges::sort(rows, std::greater{}, &AllocationRow::from_day);
    auto table = table_with(shown.say(), words::mark("Workers, newest first"),
                            {words::mark("Worker"), words::mark("As"), words::mark("Team"),
                             words::mark("First day"), words::mark("Last day")});
    for (const auto& row : rows) {
        const auto worker = shown.record.workers().find(row.worker);
        table.rows.push_back({{worker == shown.record.workers().end() ? shown.say().say("not known")
                                                                      : worker->second.name,
                               allocated_as(shown.say(), row.as), team_of(shown, row),
                               first_day(shown, row.from_day), last_day(shown, row.until_day)},
                              ours::Tone::waiting,
                              {}});
    }
    return ours::render(table);
}

// A change is one allocated worker following another, not one coming back to the same child.
std::string changes_of_worker(const Shown& shown) {
    const auto& say = shown.say();
    std::vector<AllocationRow> held;
    std::ranges::copy_if(shown.facts().allocations, std::back_inserter(held), [&](const auto& row) {
        return row.as == "allocated_worker" && row.from_day <= shown.today.day_number();
    });
    std::ranges::sort(held, std::less{}, &AllocationRow::from_day);
    if (held.empty()) {
        return say.say("{name} has never had an allocated worker.", {{"name", shown.called()}});
    }
    long changes = 0;
    for (std::size_t at = 1; at < held.size(); ++at) {
        changes += held[at].worker == held[at - 1].worker ? 0 : 1;
    }
    const std::initializer_list<words::Slot> slots{
        {"name", shown.called()}, {"date", plain_date(say, day_numbered(held.front().from_day))}};
    return changes == 0 ? say.say("{name}’s allocated worker has not changed since {date}.", slots)
                        : say.say_n("{name}’s allocated worker has changed once since {date}.",
                                    "{name}’s allocated worker has changed {n} times since {date}.",
                                    changes, slots);
}

} // namespace

Html people(const Shown& shown) {
    PeopleParts parts;
    parts.name = shown.called();
    for (const auto& facts : shown.record.family()) {
        parts.family.push_back(member_of(shown, *facts));
    }
    parts.addresses = addresses(shown);
    parts.changes = changes_of_worker(shown);
    parts.workers = workers(shown);
    parts.to_same_person = shown.to("same-person");
    return child_people(shown.say(), parts);
}

} // namespace gweld::web::pages::child_record
