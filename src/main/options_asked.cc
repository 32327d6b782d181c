#include "main/options_asked.h"

#include <CLI/CLI.hpp>

namespace gweld::program {

namespace {

using words::Words;

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
        out_of_hours(app);
        keeping(app);
        witness(app);
    }

  private:
    CLI::App* command(CLI::App& parent, const std::string& name, std::string_view what) {
        auto* sub = parent.add_subcommand(name, words_.say(what));
        sub->add_option("--data", raw_.data,
                        words_.say("the file that holds the record, or postgresql://... for a "
                                   "database"));
        sub->add_option("--of", raw_.whose,
                        words_.say("whose record, where a database holds several: the "
                                   "authority's code"));
        sub->add_flag("--needs-standby", raw_.needs_standby,
                      words_.say("record only in a database that waits until a second server has "
                                 "it too"));
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
        sub->add_option("--council", raw_.council,
                        words_.say("the council's name, as it stands on every page"));
        sub->add_option("--council-cy", raw_.council_cy, words_.say("the same in Welsh"));
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
        sub->add_option("--phone-key", raw_.phone_key,
                        words_.say("the file of the key for phones; without it beside the "
                                   "record"));
        sub->add_option("--second-factor", raw_.second_factor,
                        words_.say("required: nobody signs in without a code from their phone; "
                                   "offered: whoever wants one has one"))
            ->check(CLI::IsMember({"required", "offered"}));
        sub->add_option("--second-factor-key", raw_.factor_key,
                        words_.say("a file of 64 hexadecimal characters with which the keys of "
                                   "people's phones are sealed; without it they are not"));
        sub->add_option("--asleep-after-days", raw_.dormant_after_days,
                        words_.say("after how many days without a sign-in an account is opened "
                                   "only by an administrator"))
            ->check(CLI::Range(1, 3650));
        sub->add_option("--metrics-port", raw_.metrics_port,
                        words_.say("serve figures of the running server at "
                                   "http://127.0.0.1:PORT/metrics, for Prometheus"))
            ->check(CLI::Range(0, 65535));
        sub->add_option("--log", raw_.log,
                        words_.say("problems: what failed or took over a second; requests: every "
                                   "request, a line of JSON each, without names or addresses"))
            ->check(CLI::IsMember({"problems", "requests"}));
        sub->add_option("--out-of-hours", raw_.pack_folder,
                        words_.say("keep an out-of-hours pack fresh in this folder"));
        pack_code(*sub, "--out-of-hours-code")->needs("--out-of-hours");
        sub->get_option("--out-of-hours")->needs("--out-of-hours-code");
        sub->add_option("--out-of-hours-every", raw_.pack_minutes,
                        words_.say("how many minutes until it is made again"))
            ->check(CLI::Range(1, 1440));
    }
    CLI::Option* pack_code(CLI::App& sub, const std::string& name) {
        return sub.add_option(name, raw_.pack_code,
                              words_.say("the file whose first line is the pack's code, of at "
                                         "least 20 letters and figures"));
    }
    void out_of_hours(CLI::App& app) {
        auto* group = app.add_subcommand(
            "out-of-hours", words_.say("The pack for when the server is out of reach."));
        group->require_subcommand(1);
        command_without_record(*group, "code", words::mark("Print a new code for packs."));
        auto* make = command(*group, "make", words::mark("Make one pack now."));
        make->add_option("--to", raw_.to, words_.say("the folder it is put in"))->required();
        pack_code(*make, "--code")->required();
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
    void name_of_account(CLI::App& sub) {
        sub.add_option("NAME", raw_.name, words_.say("the name to sign in with"))->required();
        sub.add_option("--why", raw_.why, words_.say("why, as it stays on the record"));
    }
    CLI::Option* role(CLI::App& sub) {
        return sub.add_option("--role", raw_.role, words_.say("what this person does"))
            ->check(
                CLI::IsMember({"social_worker", "team_manager", "head_of_service", "duty_worker",
                               "reviewing_officer", "administrator", "guardian"}));
    }
    void team(CLI::App& sub) {
        sub.add_option("--team", raw_.team, words_.say("the team's number or name"));
    }
    void account(CLI::App& app) {
        auto* group = app.add_subcommand("account", words_.say("Say who may sign in."));
        group->require_subcommand(1);
        auto* add = command(*group, "add",
                            words::mark("Open an account; the password is read from the first line "
                                        "of standard input."));
        name_of_account(*add);
        role(*add)->required();
        add->add_option("--worker", raw_.worker,
                        words_.say("the worker's number in the record; an administrator or the "
                                   "Caldicott guardian may be none"));
        add->add_option("--person", raw_.person, words_.say("the name of whoever is no worker"));
        team(*add);
        name_of_account(
            *command(*group, "close",
                     words::mark("Close an account: whoever is signed in with it is signed "
                                 "out, and their phones' lists go.")));
        name_of_account(*command(
            *group, "open", words::mark("Open an account again that was closed or is asleep.")));
        auto* move = command(*group, "move", words::mark("Give an account another role or team."));
        name_of_account(*move);
        role(*move)->required();
        team(*move);
        name_of_account(
            *command(*group, "password",
                     words::mark("Give an account another password, read from the first line of "
                                 "standard input.")));
        name_of_account(*command(
            *group, "reset-second-factor",
            words::mark("Forget the codes from somebody's phone, who then sets them up again.")));
        name_of_account(
            *command(*group, "sign-out", words::mark("Sign somebody out in every browser.")));
        command(*group, "list", words::mark("List who may sign in, and whose account is closed."));
    }
    void keeping(CLI::App& app) {
        auto* move = command(app, "move",
                             words::mark("Carry the record from one file or database to another "
                                         "and compare it there, entry by entry."));
        move->add_option("--to", raw_.to, words_.say("where to; nothing is ever written over"))
            ->required();
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

    void witness(CLI::App& app) {
        auto* key = command_without_record(
            app, "checkpoint-key",
            words::mark("Make the keys that sign checkpoints, and print what others verify with."));
        key->add_option("--of", raw_.whose, words_.say("the authority's code"))->required();
        key->add_option("--to", raw_.to,
                        words_.say("the file of the keys; never over one that is there"))
            ->required();
        auto* make = command(app, "checkpoint",
                             words::mark("Sign what is in the record now, to be kept elsewhere; "
                                         "refuses where it is not what was signed before."));
        make->add_option("--key", raw_.key, words_.say("the file of the keys"))->required();
        make->add_option("--to", raw_.to, words_.say("the folder of checkpoints"))->required();
        auto* verify = command(app, "verify",
                               words::mark("Hold a copy of the record against the checkpoints "
                                           "that were kept elsewhere; changes nothing."));
        auto* folder = verify->add_option("--checkpoints", raw_.checkpoints,
                                          words_.say("the folder of checkpoints"));
        auto* verifiers =
            verify->add_option("--verifiers", raw_.verifiers,
                               words_.say("the file of what checkpoint-key printed, kept apart"));
        folder->needs(verifiers);
        verifiers->needs(folder);
        verify->add_option("--paper", raw_.papers,
                           words_.say("a line that was kept on paper: \"entries 120 d37ee418 "
                                      "...\"; may be given again"));
    }

    const Words& words_;
    Raw& raw_;
};

} // namespace

void describe(CLI::App& app, const Words& words, Raw& raw) { Parser{words, raw}.describe(app); }

} // namespace gweld::program
