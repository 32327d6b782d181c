#include "main/console.h"
#include "people/names.h"
#include "store/sqlite/sqlite_store.h"

#include <iostream>

namespace gweld::program {

namespace {

using store::OpenFault;

std::string_view sentence_for(OpenFault fault) {
    switch (fault) {
    case OpenFault::no_such_file:
        return words::mark("There is no record at {file}.");
    case OpenFault::not_a_gweld_file:
        return words::mark("{file} is not a record of Gweld's.");
    case OpenFault::other_authority:
        return words::mark("{file} holds another authority's record.");
    case OpenFault::cannot_open:
        return words::mark("{file} cannot be opened: see that the folder is there and that you may "
                           "write in it.");
    case OpenFault::read_only:
        return words::mark("{file} cannot be written: the file or its disk is read-only.");
    case OpenFault::disk_full:
        return words::mark("{file} cannot be opened: the disk is full.");
    case OpenFault::disk_failed:
        return words::mark("{file} cannot be read: the disk reports a fault.");
    case OpenFault::damaged:
        return words::mark("{file} is damaged. Do not write to it; restore it from a backup.");
    case OpenFault::newer_version:
        return words::mark("{file} was made by a newer Gweld than this one.");
    case OpenFault::not_wal:
    case OpenFault::not_durable:
    case OpenFault::not_append_only:
        return words::mark("{file} lies on a disk that cannot keep what is written through a power "
                           "cut, so Gweld does not use it.");
    case OpenFault::used_by_another:
        return words::mark("{file} is in use by another program.");
    }
    return words::mark("{file} cannot be opened: see that the folder is there and that you may "
                       "write in it.");
}

std::string_view sentence_for(record::StoreFault fault) {
    switch (fault) {
    case record::StoreFault::disk_full:
        return words::mark("The disk is full. Nothing was saved.");
    case record::StoreFault::read_only:
        return words::mark("The record cannot be written: its disk is read-only. Nothing was "
                           "saved.");
    case record::StoreFault::disk_failed:
        return words::mark("The disk reports a fault. It is not certain that this was saved.");
    case record::StoreFault::damaged:
        return words::mark("The record is damaged. Restore it from a backup.");
    case record::StoreFault::too_busy:
        return words::mark("Too much is waiting to be written. Try again in a moment.");
    case record::StoreFault::closed:
        return words::mark("The record is being closed.");
    }
    return words::mark("The record is being closed.");
}

} // namespace

int Console::refuse(const std::string& why) const {
    std::cerr << why << '\n';
    return refused;
}

std::string Console::fault(record::StoreFault fault) const { return say.say(sentence_for(fault)); }

std::unique_ptr<record::Store> Console::open(Missing missing, const std::string& authority) const {
    store::SqliteOptions options;
    options.when_missing =
        missing == Missing::create ? store::WhenMissing::create : store::WhenMissing::refuse;
    options.name_keys = &people::name_keys;
    auto opened = store::open_sqlite(asked.data, authority, options);
    if (opened.ok()) {
        return std::move(opened).value();
    }
    refuse(say.say(sentence_for(opened.error().fault), {{"file", asked.data}}) + "\n" +
           opened.error().detail);
    return nullptr;
}

} // namespace gweld::program
