#include "main/options.h"

#include "main/options_asked.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <map>

namespace gweld::program {

namespace {

using words::Words;

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

GroupBy group_from(const std::string& text) {
    static const std::map<std::string, GroupBy> groups{
        {"month", GroupBy::month}, {"team", GroupBy::team}, {"worker", GroupBy::worker}};
    const auto found = groups.find(text);
    return found == groups.end() ? GroupBy::nothing : found->second;
}

CivilDate as_of(const Raw& raw, std::optional<Instant> now, TodayAt today) {
    return raw.as_of.empty() ? today(now) : date_from("--as-of", raw.as_of);
}

Command account_command(const CLI::App& account, const Raw& raw) {
    static const std::map<std::string, AccountWork> works{
        {"close", AccountWork::close},
        {"open", AccountWork::open},
        {"move", AccountWork::move},
        {"password", AccountWork::password},
        {"reset-second-factor", AccountWork::reset_second_factor},
        {"sign-out", AccountWork::sign_out}};
    for (const auto& [name, work] : works) {
        if (account.got_subcommand(name)) {
            return ChangeAccount{raw.name, work, raw.role, raw.team, raw.why};
        }
    }
    if (account.got_subcommand("list")) {
        return ListAccounts{};
    }
    return AddAccount{raw.name, raw.role, raw.worker, raw.person, raw.team, raw.why};
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
                     raw.council,
                     raw.council_cy,
                     raw.reports_an_hour,
                     raw.all_reports_an_hour,
                     raw.days_unsaved,
                     raw.offline_hours,
                     raw.guidance,
                     raw.metrics_port,
                     raw.log == "requests" ? Log::every_request : Log::problems,
                     raw.pack_folder,
                     raw.pack_code,
                     raw.pack_minutes,
                     raw.phone_key,
                     raw.second_factor == "required",
                     raw.factor_key,
                     raw.dormant_after_days};
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
    if (app.got_subcommand("move")) {
        return MoveRecord{raw.to};
    }
    if (app.got_subcommand("checkpoint-key")) {
        return MakeCheckpointKey{raw.whose, raw.to};
    }
    if (app.got_subcommand("checkpoint")) {
        return MakeCheckpoint{raw.key, raw.to};
    }
    if (app.got_subcommand("verify")) {
        return Verify{raw.checkpoints, raw.verifiers, raw.papers};
    }
    if (app.got_subcommand("out-of-hours")) {
        return app.get_subcommand("out-of-hours")->got_subcommand("code")
                   ? Command{FreshCode{}}
                   : Command{MakePack{raw.to, raw.pack_code}};
    }
    return account_command(*app.get_subcommand("account"), raw);
}

// CLI11 would say that one is needed, in English, and not which word it did not know.
std::optional<std::string> unknown_command(const CLI::App& app, int argc, const char* const* argv) {
    if (argc < 2 || std::string_view{argv[1]}.starts_with("-")) {
        return std::nullopt;
    }
    const std::string asked{argv[1]};
    const auto known =
        app.get_subcommands([&](const CLI::App* one) { return one->get_name() == asked; });
    return known.empty() ? std::optional{asked} : std::nullopt;
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
    describe(app, words, raw);
    if (const auto unknown = unknown_command(app, argc, argv)) {
        return base::Err{
            SaidInstead{words.say("There is no command called {name}.", {{"name", *unknown}}) +
                            "\n" + words.say("gweld --help says what can be asked for.") + "\n",
                        2}};
    }
    try {
        app.parse(argc, argv);
        const auto now = moment_from("--now", raw.now);
        return base::Ok{
            Asked{command_from(app, raw, now, today), raw.data, raw.whose, raw.law, now, language,
                  raw.needs_standby ? SecondServer::required : SecondServer::as_it_may_be}};
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
