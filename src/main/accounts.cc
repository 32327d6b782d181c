#include "casework/accounts.h"
#include "casework/password_faults.h"
#include "casework/sign_in.h"
#include "main/console.h"

#include <iostream>

namespace gweld::program {

namespace {

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
std::string fault_in(const Console& console, const AddAccount& what, const Found& found) {
    const bool may_be_none = what.role == record::name_of(record::Role::administrator) ||
                             what.role == record::name_of(record::Role::guardian);
    if (!found.worker && !(may_be_none && what.worker.empty() && !what.person.empty())) {
        return console.say.say("There is no worker with the number {number} in the record.",
                               {{"number", what.worker}});
    }
    if (!what.team.empty() && !found.team) {
        return console.say.say("There is no team {team} in the record.", {{"team", what.team}});
    }
    return {};
}

casework::TeamGiven team_given(const Found& found) {
    if (found.team) {
        return {found.team->team, found.team->name};
    }
    return {{}, found.worker ? found.worker->team : std::string{}};
}

std::string sentence_for(const Console& console, const std::string& name,
                         const casework::AccountRefused& refused) {
    const auto& say = console.say;
    return std::visit(
        base::overloaded{
            [&](casework::AccountNonsense nonsense) {
                switch (nonsense) {
                case casework::AccountNonsense::password_short:
                    return say.say("The password is too short: it takes at least {n} characters.",
                                   {{"n", std::to_string(casework::shortest_password)}});
                case casework::AccountNonsense::password_everybodys:
                    return say.say("That password is one of those that are tried first. Take "
                                   "another: three words that do not belong together");
                case casework::AccountNonsense::password_names_them:
                    return say.say("The password is little but a name. Take another: three words "
                                   "that do not belong together");
                case casework::AccountNonsense::no_name:
                    return say.say("Give a name to sign in with: letters from a to z, figures, "
                                   "dots and hyphens");
                case casework::AccountNonsense::password_same:
                case casework::AccountNonsense::no_person:
                case casework::AccountNonsense::no_reason:
                    break;
                }
                return say.say("Say whose account it is");
            },
            [&](const casework::NoSuchAccount&) {
                return say.say("Nobody signs in as {name}.", {{"name", name}});
            },
            [&](record::StoreFault fault) { return console.fault(fault); },
            [&](const auto&) { return say.say("Somebody signs in by this name already"); },
        },
        refused);
}

std::string why_of(const Console& console, const std::string& why) {
    return why.empty() ? console.say.say("At the command line of the server") : why;
}

Found found_for(const record::Reading& reading, const std::string& worker,
                const std::string& team) {
    Found found;
    found.worker = worker.empty() ? std::nullopt : worker_numbered(reading, worker);
    found.team = team_called(reading, team);
    if (team.empty() && found.worker) {
        found.team = team_called(reading, found.worker->team);
    }
    return found;
}

casework::AccountChange change_from(const ChangeAccount& what, const Found& found) {
    switch (what.work) {
    case AccountWork::close:
        return casework::CloseIt{};
    case AccountWork::open:
        return casework::OpenAgain{};
    case AccountWork::move:
        return casework::MoveIt{*record::role_named(what.role), team_given(found)};
    case AccountWork::password:
        return casework::GivePassword{first_line_of_input()};
    case AccountWork::reset_second_factor:
        return casework::ResetSecondFactor{};
    case AccountWork::sign_out:
        break;
    }
    return casework::SignOutEverywhere{};
}

std::string_view answer_to(AccountWork work) {
    switch (work) {
    case AccountWork::close:
        return words::mark("{name} may no longer sign in.");
    case AccountWork::open:
        return words::mark("{name} may now sign in.");
    case AccountWork::move:
        return words::mark("{name} has another role or team, and signs in again.");
    case AccountWork::password:
        return words::mark("{name} has another password, and signs in again.");
    case AccountWork::reset_second_factor:
        return words::mark("{name} sets up codes from a phone again at the next sign-in.");
    case AccountWork::sign_out:
        break;
    }
    return words::mark("{name} is signed out everywhere.");
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
        found = found_for(reading, what.worker, what.team);
    });
    if (!read.ok()) {
        return console.refuse(console.fault(read.error()));
    }
    if (const auto fault = fault_in(console, what, found); !fault.empty()) {
        return console.refuse(fault);
    }
    casework::NewAccount wish;
    wish.name = what.name;
    wish.worker = found.worker ? std::optional{found.worker->worker} : std::nullopt;
    wish.person = found.worker ? found.worker->name : what.person;
    wish.role = *record::role_named(what.role);
    wish.team = team_given(found);
    wish.password = password;
    SystemRandom random;
    casework::Office office{*store, console.book, console.clock, random};
    const auto opened =
        casework::open_account(office, casework::at_the_machine(), wish, why_of(console, what.why),
                               casework::IfThere::replace);
    const auto name = casework::sign_in_name(what.name);
    if (!opened.ok()) {
        return console.refuse(sentence_for(console, name, opened.error()));
    }
    std::cout << console.say.say("{name} may now sign in.", {{"name", name}}) << '\n';
    return done;
}

int change_account(const Console& console, const ChangeAccount& what) {
    const auto store = console.open(Missing::refuse);
    if (!store) {
        return refused;
    }
    Found found;
    const auto read = store->read(
        [&](const record::Reading& reading) { found = found_for(reading, {}, what.team); });
    if (!read.ok()) {
        return console.refuse(console.fault(read.error()));
    }
    if (!what.team.empty() && !found.team) {
        return console.refuse(
            console.say.say("There is no team {team} in the record.", {{"team", what.team}}));
    }
    SystemRandom random;
    casework::Office office{*store, console.book, console.clock, random};
    const auto name = casework::sign_in_name(what.name);
    const auto changed =
        casework::change_account(office, casework::at_the_machine(), name, change_from(what, found),
                                 why_of(console, what.why));
    if (!changed.ok()) {
        return console.refuse(sentence_for(console, name, changed.error()));
    }
    std::cout << console.say.say(answer_to(what.work), {{"name", name}}) << '\n';
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
