#include "main/console.h"
#include "main/faults.h"
#include "people/names.h"
#include "store/moving.h"

#include <iostream>

namespace gweld::program {

namespace {

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
    case record::StoreFault::away:
        return words::mark("The database does not answer. Nothing was saved.");
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

store::Standby Console::standby() const {
    return asked.second_server == SecondServer::required ? store::Standby::required
                                                         : store::Standby::as_it_may_be;
}

std::unique_ptr<record::Store> Console::open(Missing missing, const std::string& authority,
                                             store::WhenNewer when_newer) const {
    auto opened = store::open_any(asked.data, authority.empty() ? asked.authority : authority,
                                  missing == Missing::create ? store::WhenMissing::create
                                                             : store::WhenMissing::refuse,
                                  &people::name_keys, standby(), when_newer);
    if (opened.ok()) {
        return std::move(opened).value();
    }
    refuse(said_of(say, opened.error(), without_password(asked.data)));
    return nullptr;
}

} // namespace gweld::program
