#include "casework/passwords.h"
#include "casework/sign_in.h"
#include "main/console.h"

#include <iostream>

namespace gweld::program {

namespace {

constexpr std::size_t shortest_password = 12; // NIST SP 800-63B asks for 8; length is the defence

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

// The session is asked for its account at every request: it ends with the next one. The row stays,
// so that who somebody was is still to be read in what they wrote.
int close_account(const Console& console, const CloseAccount& what) {
    const auto store = console.open(Missing::refuse);
    if (!store) {
        return refused;
    }
    const auto name = casework::sign_in_name(what.name);
    bool found = false;
    const auto kept = store->write([&](record::Writing& tx) {
        auto account = tx.account(name);
        found = account.has_value();
        if (!account || account->closed) {
            return record::Keep::no;
        }
        account->closed = true;
        tx.put_account(*account);
        return record::Keep::yes;
    });
    if (!kept.ok()) {
        return console.refuse(console.fault(kept.error()));
    }
    if (!found) {
        return console.refuse(console.say.say("Nobody signs in as {name}.", {{"name", name}}));
    }
    std::cout << console.say.say("{name} may no longer sign in.", {{"name", name}}) << '\n';
    return done;
}

int list_accounts(const Console& console) {
    const auto store = console.open(Missing::refuse);
    if (!store) {
        return refused;
    }
    const auto read = store->read([&](const record::Reading& reading) {
        for (const auto& one : reading.accounts()) {
            std::cout << one.sign_in_name << '\t' << record::name_of(one.role) << '\t'
                      << one.team_name << '\t' << one.display_name << '\t'
                      << (one.closed ? "closed" : "open") << '\n';
        }
    });
    return read.ok() ? done : console.refuse(console.fault(read.error()));
}

} // namespace gweld::program
