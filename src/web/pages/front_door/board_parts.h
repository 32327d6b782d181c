// board_parts.h - what the template of the board shows.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct KnownLine {
    std::string words;
    bool strong = false;
};

struct QueueRow {
    std::string tone; // now, late, soon, later
    std::string left;
    std::string received;
    Url href = Url::path("/");
    std::string who;
    std::string worry;
    std::string language;
    std::string from;
    std::string channel;
    std::vector<KnownLine> known;
    std::string owner;
    Html nobody; // in its place
    std::string waits;
    std::string take; // "<contact>:<version>"; empty: not to be taken here
    std::string action;
};

struct QueueSection {
    std::string id;
    std::string caption;
    std::string note;
    std::vector<QueueRow> rows;
};

struct LedgerLine {
    Html icon;
    std::string words;
};

struct BoardParts {
    Html saved;
    std::string date;
    Url refresh = Url::path("/");
    std::string lede_first;
    std::string lede_rest;
    std::vector<QueueSection> urgent; // above the account
    std::vector<QueueSection> sections;
    std::string carried;
    std::string received;
    std::string decided;
    std::string waiting;
    bool adds_up = true;
    std::vector<LedgerLine> channels;
    Html filters;
    std::string to_tell; // "6 referrers to tell"
    Url to_tell_list = Url::path("/");
    std::string handed_on; // "3 children handed on and waiting for somebody"; empty: none
    Url handed_on_list = Url::path("/");
    Url record = Url::path("/");
    bool may_record = false;
    std::string none; // said where nothing is shown
    Url take = Url::path("/");
    Html take_hidden; // the one form every "Take it" belongs to
    Html pages;
    Url pack = Url::path("/"); // for when the server is out of reach
};

} // namespace gweld::web::pages
