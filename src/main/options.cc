#include "main/options.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <map>

namespace gweld::program {

namespace {

using words::Words;

// The raw texts of one command line, before they are checked.
struct Raw {
    std::string data;
    std::string law;
    std::string now;
    std::string language;
    std::string directory;
    std::string authority = "local";
    std::string address = "127.0.0.1";
    int port = 8080;
    bool demo_clock = false;
    bool accept_valid = false;
    std::string password;
    std::string child;
    std::string rule;
    std::string from;
    std::string to;
    std::string as_of;
    std::string known_at;
    std::string by;
    std::string format = "json";
    std::string name;
    std::string role;
    std::string worker;
    std::string team;
    std::vector<std::string> proxies;
    std::string duty_phone;
    int reports_an_hour = 30;
    int all_reports_an_hour = 300;
    int days_unsaved = 28;
    int offline_hours = 12;
    std::string guidance;
    std::optional<int> metrics_port;
    std::string log = "problems";
    std::string backup; // --from, of restore and drill
    std::string until;
    std::string scratch;
    int records = 20;
};

// A date or a moment that cannot be read is a usage error with the option's name.
struct Unreadable {
    std::string option;
    std::string value;
    std::string_view wanted;
};

constexpr std::string_view wants_date = words::mark("a date such as 2026-11-24");
constexpr std::string_view wants_moment = words::mark("a moment such as 2026-11-24T09:00:00Z");

CivilDate date_from(const std::string& option, const std::string& text) {
    const auto date = time::parse_iso(text);
    if (!date) {
        throw Unreadable{option, text, wants_date};
    }
    return *date;
}

std::optional<Instant> moment_from(const std::string& option, const std::string& text) {
    if (text.empty()) {
        return std::nullopt;
    }
    if (const auto moment = time::parse_rfc3339(text)) {
        return moment;
    }
    if (const auto date = time::parse_iso(text)) {
        return time::at_wall_time_in_wales(*date, std::chrono::hours{9});
    }
    throw Unreadable{option, text, wants_moment};
}

words::Language language_from(int argc, const char* const* argv) {
    std::string asked;
    if (const char* variable = std::getenv("LANG")) {
        asked = variable;
    }
    for (int i = 1; i + 1 < argc; ++i) {
        if (std::string_view{argv[i]} == "--language") {
            asked = argv[i + 1];
        }
    }
    return asked.starts_with("cy") ? words::Language::welsh : words::Language::english;
}

class Parser {
  public:
    Parser(const Words& words, Raw& raw) : words_{words}, raw_{raw} {}

    void describe(CLI::App& app) {
        app.description(words_.say("Gweld: the record, the duties and the figures of a council's "
                                   "children's services."));
        app.require_subcommand(1);
        app.get_formatter()->label("OPTIONS", words_.say("options"));
        serve(app);
        demo(app);
        import(app);
        duties(app);
        measure(app);
        upkeep(app);
        account(app);
        keeping(app);
    }

  private:
    CLI::App* command(CLI::App& parent, const std::string& name, std::string_view what) {
        auto* sub = parent.add_subcommand(name, words_.say(what));
        sub->add_option("--data", raw_.data, words_.say("the file that holds the record (SQLite)"));
        return for_everyone(*sub);
    }
    CLI::App* command_without_record(CLI::App& parent, const std::string& name,
                                     std::string_view what) {
        return for_everyone(*parent.add_subcommand(name, words_.say(what)));
    }
    CLI::App* for_everyone(CLI::App& sub) {
        sub.add_option("--now", raw_.now,
                       words_.say("take this as the present moment, instead of the clock"));
        sub.add_option("--law", raw_.law,
                       words_.say("read the rule cards from this folder, instead of the ones "
                                  "built in"));
        sub.add_option("--language", raw_.language, words_.say("en or cy"))
            ->check(CLI::IsMember({"en", "cy"}));
        return &sub;
    }
    void serve(CLI::App& app) {
        auto* sub = command(app, "serve", words::mark("Serve the pages to a browser."));
        sub->add_option("--port", raw_.port, words_.say("the port to listen on"))
            ->check(CLI::Range(0, 65535));
        sub->add_option("--address", raw_.address, words_.say("the address to listen on"));
        sub->add_flag("--demo", raw_.demo_clock,
                      words_.say("let the clock stand where the demo county was made"));
        sub->add_option("--proxy", raw_.proxies,
                        words_.say("the address of a proxy in front, whose word on where a "
                                   "request comes from is believed; may be given again"));
        sub->add_option("--duty-phone", raw_.duty_phone,
                        words_.say("the duty desk's telephone number, for the partners' form"));
        sub->add_option("--reports-per-hour", raw_.reports_an_hour,
                        words_.say("how many reports the partners' form takes from one address "
                                   "in an hour"))
            ->check(CLI::Range(1, 100000));
        sub->add_option("--all-reports-per-hour", raw_.all_reports_an_hour,
                        words_.say("how many it takes from everybody together"))
            ->check(CLI::Range(1, 100000));
        sub->add_option("--drafts-kept-days", raw_.days_unsaved,
                        words_.say("how many days a form that was begun and not saved is kept"))
            ->check(CLI::Range(1, 365));
        sub->add_option("--offline-hours", raw_.offline_hours,
                        words_.say("how many hours the list for visits without signal stays on a "
                                   "phone"))
            ->check(CLI::Range(1, 24));
        sub->add_option("--guidance", raw_.guidance,
                        words_.say("a folder with threshold.en.txt and threshold.cy.txt, shown "
                                   "beside the partners' form instead of our text"));
        sub->add_option("--metrics-port", raw_.metrics_port,
                        words_.say("serve figures of the running server at "
                                   "http://127.0.0.1:PORT/metrics, for Prometheus"))
            ->check(CLI::Range(0, 65535));
        sub->add_option("--log", raw_.log,
                        words_.say("problems: what failed or took over a second; requests: every "
                                   "request, a line of JSON each, without names or addresses"))
            ->check(CLI::IsMember({"problems", "requests"}));
    }
    void demo(CLI::App& app) {
        auto* sub = command(
            app, "demo",
            words::mark("Make a county in which everyone is made up, for trying things out."));
        sub->add_option("--password", raw_.password,
                        words_.say("the password of every demo sign-in"));
    }
    void import(CLI::App& app) {
        auto* group = app.add_subcommand(
            "import", words_.say("Read an extract of another system into the record."));
        group->require_subcommand(1);
        auto* sub = command(
            *group, "ssd",
            words::mark("Read a folder of CSV files in the Standard Safeguarding Dataset layout."));
        sub->add_option("DIR", raw_.directory, words_.say("the folder"))->required();
        sub->add_flag("--accept-valid", raw_.accept_valid,
                      words_.say("import the good rows and write the refused ones to a file; "
                                 "without it one bad row stops everything"));
        sub->add_option("--authority", raw_.authority,
                        words_.say("the authority's code, for a new record"));
    }
    void dates(CLI::App& sub) {
        sub.add_option("--as-of", raw_.as_of,
                       words_.say("as things stood on this day; without it, today"));
        sub.add_option("--known-at", raw_.known_at,
                       words_.say("only what had been recorded by this moment"));
        sub.add_option("--format", raw_.format, words_.say("json or csv"))
            ->check(CLI::IsMember({"json", "csv"}));
    }
    void duties(CLI::App& app) {
        auto* sub = command(app, "duties",
                            words::mark("List every duty with its due day and how it stands."));
        dates(*sub);
        sub->add_option("--child", raw_.child, words_.say("one child, by record number"));
        sub->add_option("--rule", raw_.rule, words_.say("one rule, by its id"));
    }
    void measure(CLI::App& app) {
        auto* sub =
            command(app, "measure", words::mark("Count the duties due in a period, by class."));
        dates(*sub);
        sub->add_option("RULE", raw_.rule,
                        words_.say("the measure's id, such as "
                                   "cp.visit.seen-alone"))
            ->required();
        sub->add_option("--from", raw_.from, words_.say("the first day of the period"))->required();
        sub->add_option("--to", raw_.to, words_.say("the last day of the period"))->required();
        sub->add_option("--by", raw_.by, words_.say("month, team or worker"))
            ->check(CLI::IsMember({"month", "team", "worker"}));
    }
    void upkeep(CLI::App& app) {
        command(app, "check",
                words::mark("Check the cards, the words, the store and the chain of the record."));
        command(app, "rebuild",
                words::mark("Compute the tables beside the record again from its entries."));
        command(app, "dictionary",
                words::mark("Print the data dictionary: every kind of entry, every table."));
    }
    void account(CLI::App& app) {
        auto* group = app.add_subcommand("account", words_.say("Say who may sign in."));
        group->require_subcommand(1);
        auto* sub = command(*group, "add",
                            words::mark("Open an account; the password is read from the first line "
                                        "of standard input."));
        sub->add_option("NAME", raw_.name, words_.say("the name to sign in with"))->required();
        sub->add_option("--role", raw_.role,
                        words_.say("social_worker, team_manager, head_of_service or duty_worker"))
            ->required()
            ->check(
                CLI::IsMember({"social_worker", "team_manager", "head_of_service", "duty_worker"}));
        sub->add_option("--worker", raw_.worker, words_.say("the worker's number in the record"))
            ->required();
        sub->add_option("--team", raw_.team, words_.say("the team's number or name"));
    }
    void keeping(CLI::App& app) {
        auto* backup = command(app, "backup",
                               words::mark("Make a backup of the record while it is in use, and "
                                           "check it."));
        backup
            ->add_option("--to", raw_.to, words_.say("the backup; never over a file that is there"))
            ->required();
        auto* restore = command_without_record(
            app, "restore", words::mark("Check a backup and make a record from it."));
        restore->add_option("--from", raw_.backup, words_.say("the backup"))->required();
        restore
            ->add_option("--to", raw_.to,
                         words_.say("the record to make; never over a file "
                                    "that is there"))
            ->required();
        restore->add_option("--until", raw_.until,
                            words_.say("leave out what was recorded after this moment"));
        auto* drill = command_without_record(
            app, "drill",
            words::mark("Try a backup out: restore it in a scratch place, check everything, open "
                        "some records, and say how long it took."));
        drill->add_option("--from", raw_.backup, words_.say("the backup"))->required();
        drill->add_option("--scratch", raw_.scratch,
                          words_.say("a folder with room for the record; it is left as it was"));
        drill
            ->add_option("--records", raw_.records,
                         words_.say("how many records to open, chosen at random"))
            ->check(CLI::Range(1, 100000));
    }

    const Words& words_;
    Raw& raw_;
};

GroupBy group_from(const std::string& text) {
    static const std::map<std::string, GroupBy> groups{
        {"month", GroupBy::month}, {"team", GroupBy::team}, {"worker", GroupBy::worker}};
    const auto found = groups.find(text);
    return found == groups.end() ? GroupBy::nothing : found->second;
}

CivilDate as_of(const Raw& raw, std::optional<Instant> now, TodayAt today) {
    return raw.as_of.empty() ? today(now) : date_from("--as-of", raw.as_of);
}

Command command_from(const CLI::App& app, const Raw& raw, std::optional<Instant> now,
                     TodayAt today) {
    const auto format = raw.format == "csv" ? Format::csv : Format::json;
    if (app.got_subcommand("serve")) {
        return Serve{raw.address,
                     raw.port,
                     raw.demo_clock ? DemoClock::yes : DemoClock::no,
                     raw.proxies,
                     raw.duty_phone,
                     raw.reports_an_hour,
                     raw.all_reports_an_hour,
                     raw.days_unsaved,
                     raw.offline_hours,
                     raw.guidance,
                     raw.metrics_port,
                     raw.log == "requests" ? Log::every_request : Log::problems};
    }
    if (app.got_subcommand("demo")) {
        return Demo{raw.password};
    }
    if (app.got_subcommand("import")) {
        return ImportSsd{raw.directory, raw.authority,
                         raw.accept_valid ? RefusedRows::set_aside : RefusedRows::stop};
    }
    if (app.got_subcommand("duties")) {
        return Duties{as_of(raw, now, today), moment_from("--known-at", raw.known_at), raw.child,
                      raw.rule, format};
    }
    if (app.got_subcommand("measure")) {
        return Measure{raw.rule,
                       date_from("--from", raw.from),
                       date_from("--to", raw.to),
                       as_of(raw, now, today),
                       moment_from("--known-at", raw.known_at),
                       group_from(raw.by),
                       format};
    }
    if (app.got_subcommand("check")) {
        return Check{};
    }
    if (app.got_subcommand("rebuild")) {
        return Rebuild{};
    }
    if (app.got_subcommand("dictionary")) {
        return Dictionary{};
    }
    if (app.got_subcommand("backup")) {
        return Backup{raw.to};
    }
    if (app.got_subcommand("restore")) {
        return Restore{raw.backup, raw.to, moment_from("--until", raw.until)};
    }
    if (app.got_subcommand("drill")) {
        return Drill{raw.backup, raw.scratch, raw.records};
    }
    return AddAccount{raw.name, raw.role, raw.worker, raw.team};
}

SaidInstead say_instead(const CLI::App& app, const CLI::ParseError& problem, const Words& words) {
    const bool help = problem.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
    if (help) {
        // The innermost command that was named answers with its own help.
        const CLI::App* asked = &app;
        std::string before;
        for (auto inner = app.get_subcommands(); !inner.empty(); inner = asked->get_subcommands()) {
            before += (before.empty() ? "" : " ") + asked->get_name();
            asked = inner.front();
        }
        return {asked->help(before), 0};
    }
    return {std::string{problem.what()} + "\n" +
                words.say("gweld --help says what can be asked for.") + "\n",
            2};
}

} // namespace

base::Result<Asked, SaidInstead> parse(int argc, const char* const* argv, TodayAt today) {
    const auto language = language_from(argc, argv);
    const auto& words = words::in(language);
    Raw raw;
    CLI::App app{"", "gweld"};
    Parser{words, raw}.describe(app);
    try {
        app.parse(argc, argv);
        const auto now = moment_from("--now", raw.now);
        return base::Ok{
            Asked{command_from(app, raw, now, today), raw.data, raw.law, now, language}};
    } catch (const CLI::ParseError& problem) {
        return base::Err{say_instead(app, problem, words)};
    } catch (const Unreadable& unreadable) {
        return base::Err{
            SaidInstead{words.say("{option}: \"{value}\" cannot be read; it takes {wanted}.",
                                  {{"option", unreadable.option},
                                   {"value", unreadable.value},
                                   {"wanted", words.say(unreadable.wanted)}}) +
                            "\n",
                        2}};
    }
}

} // namespace gweld::program
