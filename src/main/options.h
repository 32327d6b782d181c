// options.h - what was asked for on the command line, parsed and checked. Knows no store.
#pragma once

#include "base/result.h"
#include "time/instant.h"
#include "words/words.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gweld::program {

using time::CivilDate;
using time::Instant;

enum class Format { json, csv };
enum class GroupBy { nothing, month, team, worker };
enum class RefusedRows { stop, set_aside };
enum class DemoClock { no, yes };
enum class SecondServer { as_it_may_be, required }; // that has what is recorded
enum class Log { problems, every_request };

struct Serve {
    std::string address;
    int port = 8080;
    DemoClock demo = DemoClock::no;
    std::vector<std::string> proxies; // whose X-Forwarded-For is believed
    std::string duty_phone;
    std::string council; // its name; empty: the authority's code
    std::string council_cy;
    int reports_an_hour = 30; // by the partners' form, from one address
    int all_reports_an_hour = 300;
    int days_unsaved = 28;
    int offline_hours = 12; // how long a work list stays on a phone
    std::string guidance;   // folder of the council's own text beside the form; empty: ours
    std::optional<int> metrics_port; // on this machine only; none: not served
    Log log = Log::problems;
    std::string pack_folder; // of the out-of-hours pack; empty: none is made
    std::string pack_code;   // the file its code is in
    int pack_minutes = 15;
    std::string phone_key; // the file of the key for phones; empty: beside the record
    bool second_factor_required = false;
    std::string factor_key; // the file of the key that seals second factors; empty: not sealed
    int dormant_after_days = 45;
};
struct Demo {
    std::string password;
};
struct ImportSsd {
    std::string directory;
    std::string authority;
    RefusedRows refused = RefusedRows::stop;
};
struct Duties {
    CivilDate as_of;
    std::optional<Instant> known_at;
    std::string child; // empty: every child
    std::string rule;  // empty: every tracked rule
    Format format = Format::json;
};
struct Measure {
    std::string rule;
    CivilDate from;
    CivilDate to;
    CivilDate as_of;
    std::optional<Instant> known_at;
    GroupBy by = GroupBy::nothing;
    Format format = Format::json;
};
struct Check {};
struct Rebuild {};
struct Dictionary {};
struct AddAccount {
    std::string name;
    std::string role;
    std::string worker; // the worker's number in the record; empty: none, an administrator's
    std::string person; // the name of whoever is no worker
    std::string team;   // the team's number or name; empty: none
    std::string why;
};
enum class AccountWork { close, open, move, password, reset_second_factor, sign_out };
struct ChangeAccount {
    std::string name;
    AccountWork work = AccountWork::close;
    std::string role; // of move
    std::string team;
    std::string why; // empty: that it was done at the machine
};
struct ListAccounts {};
struct FreshCode {}; // for out-of-hours packs
struct MakePack {
    std::string to; // a folder
    std::string code;
};
struct MoveRecord {
    std::string to;
};
struct Backup {
    std::string to;
};
struct Restore {
    std::string from;
    std::string to;
    std::optional<Instant> until;
};
struct Drill {
    std::string from;
    std::string scratch; // empty: where the machine keeps what is temporary
    int records = 20;
};
struct MakeCheckpointKey {
    std::string authority;
    std::string to;
};
struct MakeCheckpoint {
    std::string key;
    std::string to; // a folder
};
struct Verify {
    std::string checkpoints; // a folder; empty: none
    std::string verifiers;   // a file
    std::vector<std::string> papers;
};
using Command =
    std::variant<Serve, Demo, ImportSsd, Duties, Measure, Check, Rebuild, Dictionary, AddAccount,
                 ChangeAccount, ListAccounts, FreshCode, MakePack, MoveRecord, Backup, Restore,
                 Drill, MakeCheckpointKey, MakeCheckpoint, Verify>;

struct Asked {
    Command command;
    std::string data;           // empty: none named
    std::string authority = {}; // of several in one database; empty: the only one
    std::string law_directory;  // empty: the cards built into the program
    std::optional<Instant> now;
    words::Language language = words::Language::english;
    SecondServer second_server = SecondServer::as_it_may_be;
};

// What to print and the exit code: help was asked for (0) or the arguments are wrong (2).
struct SaidInstead {
    std::string text;
    int exit_code = 2;
};

// `today` is the day on which --as-of stands when it is not given. It is a function because it
// depends on --now.
using TodayAt = CivilDate (*)(std::optional<Instant> now);
base::Result<Asked, SaidInstead> parse(int argc, const char* const* argv, TodayAt today);

} // namespace gweld::program
