// Carrying a council's record from one make of database to another.
#include "main/console.h"
#include "main/faults.h"
#include "people/names.h"
#include "store/moving.h"

#include <iostream>

namespace gweld::program {

namespace {

std::string said_of(const Console& console, const store::MoveRefused& refused,
                    const MoveRecord& what) {
    const auto& say = console.say;
    const auto from = without_password(console.asked.data);
    const auto to = without_password(what.to);
    return std::visit(
        base::overloaded{
            [&](const store::TargetThere&) {
                return say.say("{file} holds a record already. Nothing is ever written over; "
                               "choose another name.",
                               {{"file", to}});
            },
            [&](const store::CameOtherwise& other) {
                const auto first =
                    say.say("What arrived at {file} is not what was sent. Do not use it; {from} "
                            "is as it was.",
                            {{"file", to}, {"from", from}});
                return other.broken ? first + "\n" + program::said_of(say, *other.broken) : first;
            },
            [&](const store::SourceRefused& why) { return program::said_of(say, why.why, from); },
            [&](const store::TargetRefused& why) { return program::said_of(say, why.why, to); },
            [&](const store::BrokeOff& broke) {
                return console.fault(broke.fault) + "\n" +
                       say.say("The move broke off; {from} is as it was.", {{"from", from}});
            },
        },
        refused);
}

} // namespace

int move_record(const Console& console, const MoveRecord& what) {
    std::cerr << console.say.say("Moving the record; this takes about a minute for a million "
                                 "entries.")
              << '\n';
    const auto moved = store::move_record(console.asked.data, what.to, console.asked.authority,
                                          &people::name_keys, console.standby());
    if (!moved.ok()) {
        return console.refuse(said_of(console, moved.error(), what));
    }
    std::cout << console.say.say("{entries} entries and {looks} looks are moved, and are the same "
                                 "there, entry by entry. The old record is as it was: keep it, "
                                 "and let nobody write to it.",
                                 {{"entries", std::to_string(moved.value().entries)},
                                  {"looks", std::to_string(moved.value().looks)}})
              << '\n';
    return done;
}

} // namespace gweld::program
