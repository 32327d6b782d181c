#include "main/run.h"

#include "main/console.h"

#include <iostream>
#include <sodium.h>
#include <sys/stat.h>

namespace gweld::program {

namespace {

CivilDate today_at(std::optional<Instant> now) {
    return time::date_in_wales(now ? *now : WallClock{}.now());
}

std::unique_ptr<time::Clock> clock_for(const Asked& asked) {
    if (asked.now) {
        return std::make_unique<ShiftedClock>(*asked.now);
    }
    return std::make_unique<WallClock>();
}

int say_faults(const std::vector<law::CardFault>& faults) {
    for (const auto& fault : faults) {
        std::cerr << fault.file << ':' << fault.line << ": " << fault.why << '\n';
    }
    return refused;
}

int obey(const Console& console) {
    return std::visit(
        base::overloaded{
            [&](const Serve& what) { return serve(console, what); },
            [&](const Demo& what) { return make_demo(console, what); },
            [&](const ImportSsd& what) { return import_ssd(console, what); },
            [&](const Duties& what) { return list_duties(console, what); },
            [&](const Measure& what) { return count_measure(console, what); },
            [&](const Check&) { return check(console); },
            [&](const Rebuild&) { return rebuild(console); },
            [&](const Dictionary&) { return print_dictionary(console); },
            [&](const AddAccount& what) { return add_account(console, what); },
            [&](const ChangeAccount& what) { return change_account(console, what); },
            [&](const ListAccounts&) { return list_accounts(console); },
            [&](const FreshCode&) { return print_fresh_code(); },
            [&](const MakePack& what) { return make_pack(console, what); },
            [&](const MoveRecord& what) { return move_record(console, what); },
            [&](const Backup& what) { return back_up(console, what); },
            [&](const Restore& what) { return restore(console, what); },
            [&](const Drill& what) { return drill(console, what); },
            [&](const MakeCheckpointKey& what) { return make_checkpoint_key(console, what); },
            [&](const MakeCheckpoint& what) { return make_checkpoint(console, what); },
            [&](const Verify& what) { return verify(console, what); },
        },
        console.asked.command);
}

bool needs_a_record(const Command& command) {
    return !std::holds_alternative<Check>(command) &&
           !std::holds_alternative<Dictionary>(command) &&
           !std::holds_alternative<FreshCode>(command) &&
           !std::holds_alternative<Restore>(command) && !std::holds_alternative<Drill>(command) &&
           !std::holds_alternative<MakeCheckpointKey>(command);
}

} // namespace

int run(int argc, const char* const* argv) {
    if (sodium_init() < 0) {
        std::cerr << "libsodium could not be started\n";
        return refused;
    }
    ::umask(S_IRWXG | S_IRWXO); // whatever is made here is about children
    const auto parsed = parse(argc, argv, &today_at);
    if (!parsed.ok()) {
        (parsed.error().exit_code == done ? std::cout : std::cerr) << parsed.error().text;
        return parsed.error().exit_code;
    }
    const auto& asked = parsed.value();
    const auto& say = words::in(asked.language);
    if (asked.data.empty() && needs_a_record(asked.command)) {
        std::cerr << say.say("Name the file that holds the record: --data FILE") << '\n';
        return not_understood;
    }
    const auto book =
        asked.law_directory.empty() ? law::built_in_book() : law::load_book(asked.law_directory);
    if (!book.ok()) {
        return say_faults(book.error());
    }
    const auto clock = clock_for(asked);
    return obey({asked, say, book.value(), *clock});
}

} // namespace gweld::program
