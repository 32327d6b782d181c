#include "web/components/card_table.h"
#include "web/components/link.h"
#include "web/components/markup.h"
#include "web/pages/child/parts.h"
#include "web/pages/child/people.html.h"
#include "web/pages/child/wording.h"
#include "web/pages/guarding/protecting_words.h"

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

// Whoever may not open a protected address is told whom to ask.
std::string whom_to_ask(const Shown& shown) {
    const auto& say = shown.say();
    const auto today = shown.today;
    const auto held = std::ranges::find_if(shown.facts().allocations, [&](const auto& row) {
        return row.as == "allocated_worker" && access::holds_on(row, today);
    });
    const auto worker = held == shown.facts().allocations.end()
                            ? shown.record.workers().end()
                            : shown.record.workers().find(held->worker);
    return worker == shown.record.workers().end()
               ? say.say("Ask a team manager")
               : say.say("Ask {name}", {{"name", worker->second.name}});
}

using Protections = std::vector<record::ProtectedAddressRow>;

Content address_cell(const Shown& shown, const AddressRow& row, const Protections& held) {
    const auto& say = shown.say();
    const auto words = pages::address_words(say, row.lines, row.postcode);
    if (row.lines != record::address_left_out) {
        return Content{words};
    }
    const auto protection = std::ranges::find(held, row.entry, &record::ProtectedAddressRow::entry);
    Markup cell;
    cell.text(words);
    if (protection == held.end()) {
        return Content{cell.take()}; // the same address, recorded beside the protected one
    }
    const auto id = shown.id();
    const auto entry = base::to_text(row.entry);
    const auto route = [&](std::string_view name) {
        return shown.to_if_there(name, {{"id", id}, {"protection", entry}});
    };
    if (shown.may(access::Action::see_protected_address)) {
        if (const auto to = route("child.protected-address")) {
            cell.raw("<br>").put(ours::link(*to, say.say("Show the address"), {}));
        }
    } else {
        cell.raw("<br><span class=\"app-muted\">").text(whom_to_ask(shown)).raw("</span>");
    }
    const bool confirms = protection->lift_asked && shown.may(access::Action::unbar) &&
                          protection->asked_by != shown.caller.viewer.worker;
    const bool asks = !protection->lift_asked && shown.may(access::Action::bar);
    if (const auto to = asks || confirms ? route("child.lift-protection") : std::nullopt) {
        cell.raw("<p class=\"app-apart\">")
            .put(ours::link(*to,
                            asks ? say.say("Protect it no longer")
                                 : say.say("Asked for: protect it no longer"),
                            {}));
        cell.raw("</p>");
    }
    return Content{cell.take()};
}

Html addresses(const Shown& shown) {
    auto rows = shown.facts().addresses;
    if (rows.empty()) {
        return {};
    }
    const auto held = casework::protections_of(shown.caller.office(), shown.facts().child);
    const auto protections = held.ok() ? held.value() : Protections{};
    std::ranges::sort(rows, std::greater{}, &AddressRow::from_day);
    auto table = table_with(shown.say(), words::mark("Addresses, newest first"),
                            {words::mark("Address"), words::mark("Kind"), words::mark("First day"),
                             words::mark("Last day")});
    for (const auto& row : rows) {
        table.rows.push_back({{address_cell(shown, row, protections),
                               pages::address_kind_words(shown.say(), row.kind),
                               first_day(shown, row.from_day), last_day(shown, row.until_day)},
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
    if (shown.may(access::Action::record_story)) {
        parts.to_protect = shown.to_if_there("child.protect-address", {{"id", shown.id()}});
    }
    return child_people(shown.say(), parts);
}

} // namespace gweld::web::pages::child_record
