// What is kept elsewhere of a record: keys for it, checkpoints, and a copy held against them.
#include "audit/signing.h"
#include "audit/verdict.h"
#include "main/clocks.h"
#include "main/console.h"
#include "main/faults.h"
#include "main/key_file.h"
#include "store/postgres/postgres_store.h"
#include "store/sqlite/sqlite_store.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <thread>

namespace gweld::program {

namespace {

using audit::ChainName;
using words::Words;

std::string_view name_of(ChainName log) { return log == ChainName::looks ? "looks" : "entries"; }

// A copy is read as it lies there, and nothing in it is believed; a database by its server.
std::unique_ptr<record::Store> open_to_read(const Console& console, unsigned readers) {
    if (store::names_postgres(console.asked.data)) {
        return console.open(Missing::refuse);
    }
    auto opened = store::open_sqlite_to_verify(console.asked.data, readers);
    if (opened.ok()) {
        return std::move(opened).value();
    }
    console.refuse(said_of(console.say, opened.error(), console.asked.data));
    return nullptr;
}

std::string moment(const std::optional<audit::Checkpoint>& checkpoint) {
    return checkpoint ? time::to_rfc3339(checkpoint->at) : std::string{};
}

std::string_view sentence_for(audit::NotSigned::Why why) {
    using Why = audit::NotSigned::Why;
    switch (why) {
    case Why::folder_fails:
        return words::mark("The folder of checkpoints fails: {detail}");
    case Why::not_a_checkpoint:
        return words::mark("{file}, line {line}: this is no checkpoint.");
    case Why::another_key:
        return words::mark("The newest checkpoint of the chain \"{chain}\" is signed with another "
                           "key.");
    case Why::later_than_the_clock:
        return words::mark("The newest checkpoint of the chain \"{chain}\" says {moment}, and the "
                           "clock of this machine is earlier.");
    case Why::checkpoints_missing:
        return words::mark("More of the chain \"{chain}\" had been signed than the folder holds: "
                           "checkpoints were taken away.");
    case Why::log_ends_early:
        return words::mark("The chain \"{chain}\" ends at {n}, and {size} had been signed: "
                           "something was cut off its end.");
    case Why::not_what_was_signed:
        return words::mark("The chain \"{chain}\" is not the one of which {size} were signed at "
                           "{moment}: it was written anew, or this is another record.");
    case Why::broken:
    case Why::store_fails:
        break;
    }
    return {};
}

std::string said_of(const Console& console, const audit::NotSigned& why) {
    if (why.link) {
        return program::said_of(console.say, *why.link);
    }
    if (why.fault) {
        return console.fault(*why.fault);
    }
    return console.say.say(sentence_for(why.why),
                           {{"detail", why.detail},
                            {"file", why.place.file},
                            {"line", std::to_string(why.place.line)},
                            {"chain", std::string{name_of(why.log)}},
                            {"moment", moment(why.newest)},
                            {"n", std::to_string(why.in_log)},
                            {"size", std::to_string(why.newest ? why.newest->size : 0)}});
}

std::optional<std::string> text_of(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    return file.bad() || !file.is_open() ? std::nullopt : std::optional{std::move(text)};
}

std::string place_of(const Words& say, const audit::Place& place) {
    return place.file.empty()
               ? say.say("on paper, number {n}", {{"n", std::to_string(place.line)}})
               : say.say("{file}, line {line}",
                         {{"file", place.file}, {"line", std::to_string(place.line)}});
}

std::string_view sentence_for(audit::Wrong::What what) {
    using What = audit::Wrong::What;
    switch (what) {
    case What::not_a_checkpoint:
        return words::mark("{place}: this is no checkpoint.");
    case What::signature_wrong:
        return words::mark("{place}: this checkpoint was changed after it was signed.");
    case What::nobody_known:
        return words::mark("{place}: this checkpoint is signed by no key that was given.");
    case What::goes_back:
        return words::mark("{place}: this checkpoint says less, or an earlier moment, than the one "
                           "before it.");
    case What::later_than_the_clock:
        return words::mark("{place}: this checkpoint says a moment that has not come.");
    case What::another_record:
        return words::mark("{place}: this checkpoint is of another record.");
    case What::ends_early:
        return words::mark("The chain \"{chain}\" ends at {until}; {place}, there were {after}: "
                           "something was cut off its end.");
    case What::written_anew:
        return words::mark("The chain \"{chain}\" was written anew: what stands from {first} to "
                           "{until} is not what stood there ({place}).");
    case What::broken:
        break;
    }
    return {};
}

std::string said_of(const Console& console, const audit::Wrong& wrong) {
    if (wrong.link) {
        return program::said_of(console.say, *wrong.link);
    }
    return console.say.say(sentence_for(wrong.what), {{"place", place_of(console.say, wrong.place)},
                                                      {"chain", std::string{name_of(wrong.log)}},
                                                      {"after", std::to_string(wrong.after)},
                                                      {"first", std::to_string(wrong.after + 1)},
                                                      {"until", std::to_string(wrong.until)}});
}

std::string said_of(const Words& say, ChainName log, const audit::OfLog& of_log) {
    const std::initializer_list<words::Slot> slots{
        {"chain", std::string{name_of(log)}},
        {"n", std::to_string(of_log.size)},
        {"size", std::to_string(of_log.vouched ? of_log.vouched->size : 0)},
        {"moment", moment(of_log.vouched)},
        {"after", std::to_string(of_log.size - (of_log.vouched ? of_log.vouched->size : 0))}};
    return of_log.vouched
               ? say.say("The chain \"{chain}\" holds {n}. A checkpoint vouches for the first "
                         "{size}, at {moment}; {after} came after it.",
                         slots)
               : say.say("The chain \"{chain}\" holds {n}, and no checkpoint vouches for them.",
                         slots);
}

int tell(const Console& console, const audit::Verdict& verdict) {
    for (const auto& wrong : verdict.wrong) {
        console.refuse(said_of(console, wrong));
    }
    if (verdict.unfinished) {
        std::cout << console.say.say("{place}: the last checkpoint was not finished, and does not "
                                     "count.",
                                     {{"place", place_of(console.say, *verdict.unfinished)}})
                  << '\n';
    }
    for (const auto log : audit::both_logs) {
        const auto& of_log = verdict.logs[static_cast<std::size_t>(log)];
        std::cout << said_of(console.say, log, of_log) << '\n'
                  << name_of(log) << ' ' << of_log.size << ' ' << audit::on_paper(of_log.root)
                  << '\n';
    }
    if (!verdict.wrong.empty()) {
        return refused;
    }
    std::cout << console.say.say("Nothing was found wrong.") << '\n';
    return done;
}

// None: said why.
std::optional<audit::Witnesses> witnesses_for(const Console& console, const Verify& what) {
    audit::Witnesses witnesses;
    for (const auto& typed : what.papers) {
        const auto paper = audit::paper_from(typed);
        if (!paper) {
            console.refuse(console.say.say("\"{text}\" is not as a checkpoint stands on paper: "
                                           "entries or looks, how many, and eight groups.",
                                           {{"text", typed}}));
            return std::nullopt;
        }
        witnesses.papers.push_back(*paper);
    }
    if (what.checkpoints.empty()) {
        return witnesses;
    }
    auto kept = audit::read_checkpoints(what.checkpoints);
    if (!kept.ok()) {
        console.refuse(what.checkpoints + ": " + kept.error());
        return std::nullopt;
    }
    witnesses.kept = std::move(kept).value();
    const auto text = text_of(what.verifiers);
    auto verifiers = text ? audit::verifiers_from(*text) : std::nullopt;
    if (!verifiers) {
        console.refuse(
            console.say.say("{file} holds no verifier keys.", {{"file", what.verifiers}}));
        return std::nullopt;
    }
    witnesses.verifiers = std::move(*verifiers);
    return witnesses;
}

} // namespace

int make_checkpoint_key(const Console& console, const MakeCheckpointKey& what) {
    SystemRandom random;
    std::array<audit::Signer::Seed, audit::both_logs.size()> seeds{};
    for (auto& seed : seeds) {
        random.fill(seed);
    }
    if (!audit::is_name(what.authority)) {
        return console.refuse(console.say.say("Say whose record: --of and the authority's code."));
    }
    const auto keys = audit::keys_of(what.authority, seeds);
    const auto fault = make_key_file(what.to, audit::to_text(keys));
    if (!fault.empty()) {
        return console.refuse(what.to + ": " + fault);
    }
    const auto there = read_key_file(what.to);
    if (!there.ok() || there.value() != audit::to_text(keys)) {
        return console.refuse(console.say.say(
            "There is a file {file} already; it was left as it is.", {{"file", what.to}}));
    }
    for (const auto& signer : keys.of_logs) {
        std::cout << audit::to_text(signer.verifier()) << '\n';
    }
    return done;
}

int make_checkpoint(const Console& console, const MakeCheckpoint& what) {
    const auto store = open_to_read(console, 1);
    if (!store) {
        return refused;
    }
    const auto text = read_key_file(what.key);
    if (!text.ok()) {
        return console.refuse(what.key + ": " + text.error());
    }
    const auto keys = audit::keys_from(text.value(), store->authority());
    if (!keys) {
        return console.refuse(
            console.say.say("{file} holds no key for the record of {authority}.",
                            {{"file", what.key}, {"authority", store->authority()}}));
    }
    const auto made = audit::Signing{*store, *keys, what.to, console.clock}.sign_what_is_new();
    if (!made.ok()) {
        console.refuse(said_of(console, made.error()));
        return console.refuse(console.say.say("Nothing was signed."));
    }
    for (const auto& one : made.value()) {
        const auto log = one.origin == audit::origin_of(store->authority(), ChainName::looks)
                             ? ChainName::looks
                             : ChainName::entries;
        std::cout << name_of(log) << ' ' << one.size << ' ' << audit::on_paper(one.root) << '\n';
    }
    if (made.value().empty()) {
        std::cout << console.say.say("Nothing is new since the last checkpoint.") << '\n';
    }
    return done;
}

int verify(const Console& console, const Verify& what) {
    const auto witnesses = witnesses_for(console, what);
    if (!witnesses) {
        return refused;
    }
    const auto threads = std::max(1U, std::thread::hardware_concurrency());
    const auto store = open_to_read(console, threads);
    return store ? tell(console, audit::judge(*store, *witnesses, console.clock.now(), threads))
                 : refused;
}

} // namespace gweld::program
