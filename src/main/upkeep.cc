#include "casework/passwords.h"
#include "casework/sign_in.h"
#include "main/console.h"
#include "main/faults.h"
#include "main/replay.h"
#include "record/files_of.h"
#include "record/verify.h"
#include "store/sqlite/examining.h"
#include "words/problems.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <sodium.h>

namespace gweld::program {

namespace {

constexpr std::size_t shortest_password = 12; // NIST SP 800-63B asks for 8; length is the defence

// In hexadecimal; empty: no entry yet.
std::string newest_hash(const record::Reading& reading) {
    std::string text;
    reading.each_entry(reading.head() - 1, [&](const record::Entry& entry) {
        std::array<char, 2 * std::tuple_size_v<record::Hash> + 1> hex{};
        sodium_bin2hex(hex.data(), hex.size(), entry.hash.data(), entry.hash.size());
        text = hex.data();
        return false;
    });
    return text;
}

// Every file that came with an entry, against the bytes kept.
int check_files(const Console& console, const record::Store& store) {
    std::vector<record::FileFault> faults;
    const auto read = store.read(
        [&](const record::Reading& reading) { faults = record::faults_in_files(reading); });
    if (!read.ok()) {
        return console.refuse(console.fault(read.error()));
    }
    for (const auto& fault : faults) {
        const bool missing = fault.why == record::FileFault::Why::missing;
        console.refuse(console.say.say(
            missing ? words::mark("The file \"{name}\" of entry {seq} is missing.")
                    : words::mark("The file \"{name}\" of entry {seq} was changed after it was "
                                  "recorded."),
            {{"name", fault.file.name}, {"seq", std::to_string(fault.seq)}}));
    }
    return faults.empty() ? done : refused;
}

std::string_view sentence_for(store::Ill ill) {
    switch (ill) {
    case store::Ill::page:
        return words::mark("The file itself is damaged: {name}");
    case store::Ill::made_otherwise:
        return words::mark("The file is not built as Gweld builds it: {name}");
    case store::Ill::of_nobody:
        return words::mark("The table {name} holds a row that is nobody's.");
    case store::Ill::key_of_entry:
        return words::mark("The key under which entry {name} was sent was changed after it was "
                           "recorded.");
    case store::Ill::file_size:
        return words::mark("The file with the digest {name} is not as long as it was.");
    case store::Ill::row:
        break;
    }
    return words::mark("A row of the table {name} was changed after it was written.");
}

// What the chains do not cover.
int check_file(const Console& console) {
    const auto findings = store::examine(console.asked.data);
    if (!findings.ok()) {
        return console.refuse(said_of(console.say, findings.error(), console.asked.data));
    }
    for (const auto& finding : findings.value()) {
        console.refuse(console.say.say(sentence_for(finding.ill), {{"name", finding.name}}));
    }
    return findings.value().empty() ? done : refused;
}

int check_record(const Console& console) {
    const auto store = console.open(Missing::refuse);
    if (!store) {
        return refused;
    }
    std::optional<record::BrokenLink> broken;
    std::int64_t head = 0;
    std::string newest;
    record::Verified reached;
    const auto read = store->read([&](const record::Reading& reading) {
        head = reading.head();
        broken = record::verify_chain(reading, reached);
        newest = newest_hash(reading);
    });
    if (!read.ok()) {
        return console.refuse(
            console.fault(read.error()) + "\n" +
            said_of(console.say, {reached.chain, reached.seq + 1, record::ChainFault::unreadable}));
    }
    if (broken) {
        return console.refuse(said_of(console.say, *broken));
    }
    if (const int files = check_files(console, *store); files != done) {
        return files;
    }
    if (const int file = check_file(console); file != done) {
        return file;
    }
    const auto tables = tables_of(*store);
    if (!tables.ok()) {
        return console.refuse(console.fault(tables.error()));
    }
    if (tables.value() == Tables::differ) {
        return console.refuse(
            console.say.say("Both chains are whole, but the tables beside the log are not what the "
                            "entries make of them. \"gweld rebuild\" makes them again."));
    }
    std::cout << console.say.say("The record holds {n} entries; both chains are whole and the "
                                 "tables follow from them.",
                                 {{"n", std::to_string(head)}})
              << '\n'
              << console.say.say("The newest entry has the hash {hash}. Only a copy of it kept "
                                 "elsewhere shows later that nothing was cut off the end.",
                                 {{"hash", newest}})
              << '\n';
    return done;
}

std::string first_line_of_input() {
    std::string line;
    std::getline(std::cin, line);
    return line;
}

std::optional<record::WorkerRow> worker_numbered(const record::Reading& reading,
                                                 const std::string& number) {
    for (auto& worker : reading.workers()) {
        if (worker.number == number) {
            return std::move(worker);
        }
    }
    return std::nullopt;
}

std::optional<record::TeamRow> team_called(const record::Reading& reading,
                                           const std::string& text) {
    for (auto& team : reading.teams()) {
        if (team.number == text || team.name == text) {
            return std::move(team);
        }
    }
    return std::nullopt;
}

struct Found {
    std::optional<record::WorkerRow> worker;
    std::optional<record::TeamRow> team;
};

// Empty: nothing is wrong.
std::string fault_in(const Console& console, const AddAccount& what, const Found& found,
                     const std::string& password) {
    if (!found.worker) {
        return console.say.say("There is no worker with the number {number} in the record.",
                               {{"number", what.worker}});
    }
    if (!what.team.empty() && !found.team) {
        return console.say.say("There is no team {team} in the record.", {{"team", what.team}});
    }
    if (password.size() < shortest_password) {
        return console.say.say("The password is too short: it takes at least {n} characters.",
                               {{"n", std::to_string(shortest_password)}});
    }
    return {};
}

record::Account account_from(const AddAccount& what, const Found& found,
                             const std::string& password) {
    record::Account account;
    account.sign_in_name = casework::sign_in_name(what.name);
    account.worker = found.worker->worker;
    account.display_name = found.worker->name;
    account.role = *record::role_named(what.role);
    account.team_name = found.team ? found.team->name : found.worker->team;
    if (found.team) {
        account.team = found.team->team;
    }
    account.password_hash = casework::hash_password(password);
    return account;
}

} // namespace

int check(const Console& console) {
    bool whole = true;
    for (const auto& problem : words::problems()) {
        std::cerr << problem << '\n';
        whole = false;
    }
    std::cout << console.say.say_n("One rule card is in order.", "{n} rule cards are in order.",
                                   static_cast<long>(console.book.cards().size()))
              << '\n';
    if (whole) {
        std::cout << console.say.say("The Welsh catalogue is in order.") << '\n';
    }
    const int record = console.asked.data.empty() ? done : check_record(console);
    return whole ? record : refused;
}

int rebuild(const Console& console) {
    const auto store = console.open(Missing::refuse);
    if (!store) {
        return refused;
    }
    const auto rebuilt = store->rebuild();
    if (!rebuilt.ok()) {
        return console.refuse(console.fault(rebuilt.error()));
    }
    std::cout << console.say.say("The tables beside the record were computed again.") << '\n';
    return done;
}

int add_account(const Console& console, const AddAccount& what) {
    const auto store = console.open(Missing::refuse);
    if (!store) {
        return refused;
    }
    const std::string password = first_line_of_input();
    Found found;
    const auto read = store->read([&](const record::Reading& reading) {
        found.worker = worker_numbered(reading, what.worker);
        found.team = team_called(reading, what.team);
        if (what.team.empty() && found.worker) {
            found.team = team_called(reading, found.worker->team);
        }
    });
    if (!read.ok()) {
        return console.refuse(console.fault(read.error()));
    }
    if (const auto fault = fault_in(console, what, found, password); !fault.empty()) {
        return console.refuse(fault);
    }
    const auto account = account_from(what, found, password);
    const auto kept = store->write([&](record::Writing& tx) {
        tx.put_account(account);
        return record::Keep::yes;
    });
    if (!kept.ok()) {
        return console.refuse(console.fault(kept.error()));
    }
    std::cout << console.say.say("{name} may now sign in.", {{"name", account.sign_in_name}})
              << '\n';
    return done;
}

} // namespace gweld::program
