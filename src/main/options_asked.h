// options_asked.h - everything that can be asked for on the command line, with its words. The raw
// texts are checked in options.cc.
#pragma once

#include "words/words.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace gweld::program {

// The raw texts of one command line, before they are checked.
struct Raw {
    std::string data;
    std::string law;
    std::string now;
    std::string language;
    std::string directory;
    std::string authority;
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
    std::string council;
    std::string council_cy;
    int reports_an_hour = 30;
    int all_reports_an_hour = 300;
    int days_unsaved = 28;
    int offline_hours = 12;
    std::string guidance;
    std::optional<int> metrics_port;
    std::string log = "problems";
    std::string pack_folder;
    std::string pack_code;
    int pack_minutes = 15;
    std::string phone_key;
    std::string second_factor = "offered";
    std::string factor_key;
    int dormant_after_days = 45;
    std::string person;
    std::string why;
    std::string whose; // --of
    bool needs_standby = false;
    std::string backup; // --from, of restore and drill
    std::string until;
    std::string scratch;
    int records = 20;
    std::string key; // of checkpoints
    std::string checkpoints;
    std::string verifiers;
    std::vector<std::string> papers;
};

// Both must outlive what is parsed.
void describe(CLI::App& app, const words::Words& words, Raw& raw);

} // namespace gweld::program
