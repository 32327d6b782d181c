#include "deeds.h"

#include "people/names.h"
#include "record/files_of.h"
#include "record/kept_file.h"
#include "record/verify.h"

#include <algorithm>
#include <sqlite3.h>

namespace gweld::faults {

namespace {

const auto november = [](unsigned day) { return time::day(day, std::chrono::November, 2026); };
constexpr int visits_before = 12;

std::vector<Draft> before() {
    std::vector<Draft> drafts = {person("mair", "Mair", "Lloyd"), person("non", "Non", "Puw"),
                                 placed("placed", "Mair", november(1))};
    for (int n = 1; n <= visits_before; ++n) {
        drafts.push_back(visit("before " + std::to_string(n), {"Mair"}));
    }
    return drafts;
}

Draft with_file(const std::string& bytes) {
    ReferralSent body;
    body.files = {{"letter.txt", "text/plain", static_cast<int>(bytes.size()),
                   to_hex(digest_of_file(bytes))}};
    return draft("with a file", {someone("a contact")}, body);
}

Session session_of(std::uint8_t number) {
    Session session;
    session.token_hash[0] = number;
    session.sign_in_name = "carys";
    return session;
}

std::vector<Draft> many(int count) {
    std::vector<Draft> drafts;
    for (int n = 0; n < count; ++n) {
        drafts.push_back(visit("one of many " + std::to_string(n), {"Mair", "Non"}));
    }
    return drafts;
}

} // namespace

void make_record(const std::string& path) {
    const auto opened = store::open_sqlite(path, authority, opening());
    if (!opened.ok()) {
        throw std::runtime_error(opened.error().detail);
    }
    const auto& store = opened.value();
    append_each(*store, before());
    static_cast<void>(store->write([](Writing& w) {
        w.put_account(account_named("carys", Role::social_worker));
        w.put_session(session_of(1));
        return Keep::yes;
    }));
}

void make_earlier(const std::string& path) {
    sqlite3* db = nullptr;
    sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READWRITE, nullptr);
    const int made = sqlite3_exec(db,
                                  "DROP TABLE visit; DROP TABLE contact; DROP TABLE unsaved_form;"
                                  "PRAGMA user_version = 5",
                                  nullptr, nullptr, nullptr);
    sqlite3_close(db);
    if (made != SQLITE_OK) {
        throw std::runtime_error("the record is not as expected");
    }
}

std::vector<Deed> deeds() {
    const std::string letter(9000, 'l');
    return {
        {"a visit", {visit("new", {"Mair"})}},
        {"a visit to two", {visit("new to two", {"Mair", "Non"})}},
        {"a correction", {visit("corrected", {"Mair"}, "before 3")}},
        {"a withdrawal", {withdrawn("withdrawn", visit("before 4", {"Mair"}))}},
        {"a name taken off the register", {removed("off", "Mair", "placed", november(20))}},
        {"a new surname", {person("renamed", "Mair", "Prys", "mair")}},
        {"several entries in one", many(20)},
        {"a letter with its entry",
         {with_file(letter)},
         [letter](Writing& w) { w.keep_file(letter); },
         [letter](const Reading& r) { return r.kept_file(digest_of_file(letter)).has_value(); }},
        {"a visit and a sign-in",
         {visit("signed in", {"Mair"})},
         [](Writing& w) { w.put_session(session_of(2)); },
         [](const Reading& r) { return r.session(session_of(2).token_hash).has_value(); }},
        {"a visit and a sign-out",
         {visit("signed out", {"Mair"})},
         [](Writing& w) { w.end_session(session_of(1).token_hash); },
         [](const Reading& r) { return !r.session(session_of(1).token_hash); }},
    };
}

store::SqliteOptions opening() {
    auto options = creating();
    options.name_keys = &people::name_keys; // as the program does
    options.readers = 1;
    options.wait_for_other_process = std::chrono::milliseconds{20};
    return options;
}

base::Result<base::Nothing, StoreFault> attempt(Store& store, const Deed& deed,
                                                AppendResult& said) {
    return store.write([&](Writing& w) {
        said = w.append({"key of " + deed.name, {}, deed.drafts});
        if (std::holds_alternative<Appended>(said)) {
            auto look = look_at("Mair", 500);
            look.page = deed.name;
            w.log_look(look);
            deed.besides(w);
        }
        return Keep::yes;
    });
}

Done done(const Reading& reading, const Deed& deed) {
    std::size_t there = 0;
    for (const auto& draft : deed.drafts) {
        there += reading.entry(draft.id) ? 1U : 0U;
    }
    const auto seen = reading.looks_at(someone("Mair"), 99);
    const auto looks = std::ranges::count(seen, deed.name, &ChainedLook::page);
    const bool besides = deed.besides_done && deed.besides_done(reading);
    if (there == 0 && looks == 0 && !besides) {
        return Done::not_at_all;
    }
    const bool all = there == deed.drafts.size() && looks == 1 && (besides || !deed.besides_done);
    return all ? Done::wholly : Done::in_part;
}

std::string unsound(Store& store) {
    std::string why;
    const auto tables = asked(store, [](const Reading& r) { return r.dump_tables(); });
    static_cast<void>(store.read([&](const Reading& r) {
        if (const auto broken = verify_chain(r)) {
            why += "entry " + std::to_string(broken->seq) + " does not verify; ";
        }
        for (const auto& draft : before()) {
            why += r.entry(draft.id) ? "" : "an old entry is gone; ";
        }
        why += faults_in_files(r).empty() ? "" : "a file is not what was kept; ";
        why += r.account("carys") ? "" : "an account is gone; ";
    }));
    if (!store.rebuild().ok() ||
        asked(store, [](const Reading& r) { return r.dump_tables(); }) != tables) {
        why += "the tables are not what the entries make of them; ";
    }
    return why;
}

} // namespace gweld::faults
