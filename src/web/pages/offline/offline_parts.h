// offline_parts.h - what the templates of the offline pages show.
#pragma once

#include "web/html.h"
#include "web/pages/visit/form_parts.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct Said {
    std::string key;
    std::string words;
};
struct HomeToCarry {
    Html box;
    std::vector<std::string> needs; // whole sentences
};
struct ListShown {
    std::string whose; // empty: the reader's own
    std::string taken; // when, until when, how many children
    std::string state; // wiped; empty: on the phone, as far as is known
    Url wipe = Url::path("/");
    Html hidden;
};
struct TeamsPhonesParts {
    Html saved;
    Html back;
    std::vector<ListShown> lists;
};
struct ReadyParts {
    Html saved;
    Html hidden;
    Url list = Url::path("/");
    Url form = Url::path("/");
    Url waiting = Url::path("/");
    std::string waiting_words;
    Url worker = Url::path("/");
    std::vector<HomeToCarry> homes;
    std::string most;
    std::string life;
    Html code;
    Html again;
    std::vector<ListShown> lists;
    Html csrf;
    std::vector<Said> says;
};

struct ShellParts {
    FormParts form;
    Html code;
    Html who;
    Url ready = Url::path("/");
    Url sign_in = Url::path("/");
    Url waiting = Url::path("/");
    std::string language;
    std::vector<Said> says;
};

struct PhoneVisitShown {
    std::string title;
    std::string why;
    std::string when;
    Url open = Url::path("/");
};
struct SentShown {
    std::string who;
    std::string when;
    std::string clock;               // empty: it agreed
    std::vector<std::string> others; // other visits of that day
    Url open = Url::path("/");       // the record
};
struct WaitingParts {
    Html saved;
    std::vector<PhoneVisitShown> waiting;
    std::vector<SentShown> sent;
    Url ready = Url::path("/");
};
struct AnswerShown {
    std::string question;
    std::string answer;
    std::string language; // of what was said; empty: the page's
};
struct WayToRecord {
    std::string words;
    Url href = Url::path("/");
};
struct HeldParts {
    Html back;
    Html errors;
    std::string title;
    std::string why;
    std::string what_to_do;
    std::string written;
    std::string received;
    std::vector<AnswerShown> answers;
    std::vector<WayToRecord> ways;
    std::vector<WayToRecord> other_ways;
    Url aside = Url::path("/");
    Html begun; // that the reason is filled from a draft; else empty
    Html hidden;
    Html reason;
    Html set_aside;
};

} // namespace gweld::web::pages
