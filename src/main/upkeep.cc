#include "main/console.h"
#include "main/faults.h"
#include "main/replay.h"
#include "record/files_of.h"
#include "record/known_kinds.h"
#include "record/verify.h"
#include "store/postgres/postgres_store.h"
#include "store/sqlite/examining.h"
#include "words/problems.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <sodium.h>

namespace gweld::program {

namespace {

// In hexadecimal; empty: no entry yet.
std::string newest_hash(const record::Reading& reading) {
    std::string text;
    reading.each_entry(reading.head() - 1, [&](const record::Entry& entry) {
        std::array<char, 2 * std::tuple_size_v<record::Hash> + 1> hex{};
        sodium_bin2hex(hex.data(), hex.size(), entry.hash.data(), entry.hash.size());
        text = hex.data();
        return false;
    });
    return text;
}

// Every file that came with an entry, against the bytes kept.
int check_files(const Console& console, const record::Store& store) {
    std::vector<record::FileFault> faults;
    const auto read = store.read(
        [&](const record::Reading& reading) { faults = record::faults_in_files(reading); });
    if (!read.ok()) {
        return console.refuse(console.fault(read.error()));
    }
    for (const auto& fault : faults) {
        const bool missing = fault.why == record::FileFault::Why::missing;
        console.refuse(console.say.say(
            missing ? words::mark("The file \"{name}\" of entry {seq} is missing.")
                    : words::mark("The file \"{name}\" of entry {seq} was changed after it was "
                                  "recorded."),
            {{"name", fault.file.name}, {"seq", std::to_string(fault.seq)}}));
    }
    return faults.empty() ? done : refused;
}

std::string_view sentence_for(store::Ill ill) {
    switch (ill) {
    case store::Ill::page:
        return words::mark("The file itself is damaged: {name}");
    case store::Ill::made_otherwise:
        return words::mark("The file is not built as Gweld builds it: {name}");
    case store::Ill::of_nobody:
        return words::mark("The table {name} holds a row that is nobody's.");
    case store::Ill::key_of_entry:
        return words::mark("The key under which entry {name} was sent was changed after it was "
                           "recorded.");
    case store::Ill::file_size:
        return words::mark("The file with the digest {name} is not as long as it was.");
    case store::Ill::row:
        break;
    }
    return words::mark("A row of the table {name} was changed after it was written.");
}

// What the chains do not cover.
int check_file(const Console& console) {
    if (store::names_postgres(console.asked.data)) {
        return done; // its server checks its own pages, where data checksums are on
    }
    const auto findings = store::examine(console.asked.data);
    if (!findings.ok()) {
        return console.refuse(said_of(console.say, findings.error(), console.asked.data));
    }
    for (const auto& finding : findings.value()) {
        console.refuse(console.say.say(sentence_for(finding.ill), {{"name", finding.name}}));
    }
    return findings.value().empty() ? done : refused;
}

int check_record(const Console& console) {
    const auto store = console.open(Missing::refuse);
    if (!store) {
        return refused;
    }
    std::optional<record::BrokenLink> broken;
    std::int64_t head = 0;
    std::string newest;
    record::Verified reached;
    const auto read = store->read([&](const record::Reading& reading) {
        head = reading.head();
        broken = record::verify_chain(reading, reached);
        newest = newest_hash(reading);
    });
    if (!read.ok()) {
        return console.refuse(
            console.fault(read.error()) + "\n" +
            said_of(console.say, {reached.chain, reached.seq + 1, record::ChainFault::unreadable}));
    }
    if (broken) {
        return console.refuse(said_of(console.say, *broken));
    }
    if (const int files = check_files(console, *store); files != done) {
        return files;
    }
    if (const int file = check_file(console); file != done) {
        return file;
    }
    const auto tables = tables_of(*store);
    if (!tables.ok()) {
        return console.refuse(console.fault(tables.error()));
    }
    if (tables.value() == Tables::differ) {
        return console.refuse(
            console.say.say("Both chains are whole, but the tables beside the log are not what the "
                            "entries make of them. \"gweld rebuild\" makes them again."));
    }
    std::cout << console.say.say("The record holds {n} entries; both chains are whole and the "
                                 "tables follow from them.",
                                 {{"n", std::to_string(head)}})
              << '\n'
              << console.say.say("The newest entry has the hash {hash}. Only a copy of it kept "
                                 "elsewhere shows later that nothing was cut off the end.",
                                 {{"hash", newest}})
              << '\n';
    return done;
}

std::optional<std::string> unknown_kind(const record::Store& store) {
    std::optional<std::string> kind;
    static_cast<void>(store.read([&](const record::Reading& reading) {
        reading.as_recorded().each_entry(0, [&](const record::Entry& entry) {
            if (!record::is_known(entry.kind, entry.kind_version)) {
                kind = entry.kind;
            }
            return !kind;
        });
    }));
    return kind;
}

} // namespace

int check(const Console& console) {
    bool whole = true;
    for (const auto& problem : words::problems()) {
        std::cerr << problem << '\n';
        whole = false;
    }
    std::cout << console.say.say_n("One rule card is in order.", "{n} rule cards are in order.",
                                   static_cast<long>(console.book.cards().size()))
              << '\n';
    if (whole) {
        std::cout << console.say.say("The Welsh catalogue is in order.") << '\n';
    }
    const int record = console.asked.data.empty() ? done : check_record(console);
    return whole ? record : refused;
}

int rebuild(const Console& console) {
    const auto store = console.open(Missing::refuse, {}, store::WhenNewer::remake_tables);
    if (!store) {
        return refused;
    }
    // Opening looks for them where the tables are another version's; a kind may have come without.
    if (const auto kind = unknown_kind(*store)) {
        return console.refuse(said_of(console.say,
                                      {store::OpenFault::newer_log, "entries of the kind " + *kind},
                                      without_password(console.asked.data)));
    }
    const auto rebuilt = store->rebuild();
    if (!rebuilt.ok()) {
        return console.refuse(console.fault(rebuilt.error()));
    }
    std::cout << console.say.say("The tables beside the record were computed again.") << '\n';
    return done;
}

} // namespace gweld::program
