#include "main/backup.h"

#include "main/faults.h"
#include "people/names.h"
#include "store/postgres/postgres_store.h"

#include <iostream>

namespace gweld::program {

namespace {

using store::BackupFault;

std::string_view sentence_for(BackupFault fault) {
    switch (fault) {
    case BackupFault::not_there:
        return words::mark("There is no backup at {file}.");
    case BackupFault::not_a_backup:
        return words::mark("{file} is not a backup of Gweld's, or its end was cut off: it stops "
                           "after {bytes} bytes. Use another backup.");
    case BackupFault::altered:
        return words::mark("{file} is not what was backed up. Use another backup.");
    case BackupFault::newer_version:
        return words::mark("{file} was made by a newer Gweld than this one.");
    case BackupFault::target_exists:
        return words::mark("{file} is there already. Nothing is ever written over; choose another "
                           "name.");
    case BackupFault::leftovers:
        return words::mark("{file} lies beside the new record and belongs to another. Move it away "
                           "first.");
    case BackupFault::cannot_write:
        return words::mark("{file} cannot be made: see that the folder is there and that you may "
                           "write in it.");
    case BackupFault::disk_full:
        return words::mark("{file} cannot be made: the disk is full. Nothing was left behind.");
    case BackupFault::disk_failed:
        return words::mark("{file} cannot be made: the disk reports a fault. Nothing was left "
                           "behind.");
    case BackupFault::record_damaged:
        return words::mark("{file} is damaged, so no backup was made of it. Keep every older "
                           "backup.");
    case BackupFault::later_than_backup:
        return words::mark("{file} was made before that moment, at {detail}. Use a backup made "
                           "after it, or leave --until out.");
    case BackupFault::before_the_record:
    case BackupFault::record_refused:
        break;
    }
    return words::mark("Nothing had been recorded by that moment.");
}

std::string said_of_places(const Console& console, const store::BackupRefused& why) {
    const auto& first = why.places.front();
    auto text = "\n" + console.say.say("It is damaged between byte {first} and byte {end}.",
                                       {{"first", std::to_string(first.first)},
                                        {"end", std::to_string(first.end)}});
    if (why.places.size() > 1) {
        text += ' ' + console.say.say("Damaged places in all: {n}.",
                                      {{"n", std::to_string(why.places.size())}});
    }
    return text;
}

int refuse_as(const Console& console, const store::BackupRefused& why) {
    return console.refuse(said_of(console, why));
}

} // namespace

std::string said_of(const Console& console, const store::BackupRefused& why) {
    if (why.opening) {
        return said_of(console.say, *why.opening, console.asked.data);
    }
    auto text = console.say.say(
        sentence_for(why.fault),
        {{"file", why.path}, {"bytes", std::to_string(why.bytes)}, {"detail", why.detail}});
    if (why.fault == BackupFault::altered && !why.places.empty()) {
        text += said_of_places(console, why);
    }
    if (why.link) {
        text += '\n' + said_of(console.say, *why.link);
    }
    if (!why.detail.empty() && why.fault != BackupFault::later_than_backup) {
        text += '\n' + why.detail;
    }
    return text;
}

std::string seconds(std::chrono::milliseconds time) {
    const auto tenths = (time.count() + 50) / 100;
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

int back_up(const Console& console, const Backup& what) {
    const Stopwatch watch;
    if (store::names_postgres(console.asked.data)) {
        return console.refuse(
            console.say.say("A PostgreSQL database is backed up by its own server: pg_basebackup "
                            "with the write-ahead log kept, or pgbackrest."));
    }
    const auto made = store::take_backup(console.asked.data, what.to, console.clock.now());
    if (!made.ok()) {
        return refuse_as(console, made.error());
    }
    const auto& label = made.value();
    std::cout
        << console.say.say("The backup {file} is made and checked. Entries: {entries}. Looks: "
                           "{looks}. Bytes: {bytes}. Seconds: {seconds}.",
                           {{"file", what.to},
                            {"entries", std::to_string(label.entries)},
                            {"looks", std::to_string(label.looks)},
                            {"bytes", std::to_string(label.bytes)},
                            {"seconds", seconds(watch.elapsed())}})
        << '\n'
        << console.say.say("Its fingerprint is {hash}. Only a copy of it kept elsewhere shows "
                           "later that nobody put another in its place.",
                           {{"hash", record::to_hex(label.fingerprint)}})
        << '\n';
    return done;
}

int restore(const Console& console, const Restore& what) {
    const Stopwatch watch;
    const auto made = store::restore_backup(what.from, what.to, {what.until, &people::name_keys});
    if (!made.ok()) {
        return refuse_as(console, made.error());
    }
    const auto& restored = made.value();
    std::cout << console.say.say(
                     "{file} is restored and checked, as the record of {authority} stood "
                     "at {moment}. Entries: {entries}. Seconds: {seconds}.",
                     {{"file", what.to},
                      {"authority", restored.backup.authority},
                      {"moment", time::to_rfc3339(what.until.value_or(restored.backup.taken_at))},
                      {"entries", std::to_string(restored.entries)},
                      {"seconds", seconds(watch.elapsed())}})
              << '\n';
    if (what.until) {
        std::cout << console.say.say("Left out as recorded later: {n}.",
                                     {{"n", std::to_string(restored.left_out)}})
                  << '\n';
    }
    if (restored.kept_though_later > 0) {
        std::cout << console.say.say("Kept although they say they were recorded later, because an "
                                     "earlier one follows them: {n}.",
                                     {{"n", std::to_string(restored.kept_though_later)}})
                  << '\n';
    }
    std::cout << console.say.say("Its fingerprint is {hash}. Compare it with the one you kept.",
                                 {{"hash", record::to_hex(restored.backup.fingerprint)}})
              << '\n'
              << console.say.say("Everybody has to sign in again.") << '\n';
    return done;
}

} // namespace gweld::program
