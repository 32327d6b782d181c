#include "main/faults.h"

namespace gweld::program {

namespace {

using store::OpenFault;

std::string_view opening_sentence(OpenFault fault) {
    switch (fault) {
    case OpenFault::no_such_file:
        return words::mark("There is no record at {file}.");
    case OpenFault::not_a_gweld_file:
        return words::mark("{file} is not a record of Gweld's.");
    case OpenFault::a_backup:
        return words::mark("{file} is a backup. Restore it first: gweld restore --from {file} --to "
                           "NEW-FILE");
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
    case OpenFault::damaged_log:
        return words::mark("{file}-wal is damaged: what was saved last would be lost unseen. Keep "
                           "both files as they are and restore {file} from a backup.");
    case OpenFault::ends_early:
        return words::mark("{file} ends before the last entry that was saved in it: its end was "
                           "lost, or an older copy was put in its place. Restore the newest backup "
                           "under a new name. To go on with {file} as it is, move {file}-newest "
                           "away; what was saved after it is then gone.");
    case OpenFault::newer_version:
        return words::mark("{file} was made by a newer Gweld than this one. To go back to this "
                           "one, stop every other Gweld that has it open and run \"gweld "
                           "rebuild\": what is recorded stays.");
    case OpenFault::newer_log:
        return words::mark("{file} holds what only a newer Gweld understands. Use that one.");
    case OpenFault::not_wal:
    case OpenFault::not_durable:
    case OpenFault::not_append_only:
        return words::mark("{file} lies on a disk that cannot keep what is written through a power "
                           "cut, so Gweld does not use it.");
    case OpenFault::not_durable_server:
        return words::mark("The server of {file} does not keep what is written through a power "
                           "cut, so Gweld does not use it.");
    case OpenFault::not_a_primary:
        return words::mark("The server of {file} only follows another one: nothing may be decided "
                           "by what it knows.");
    case OpenFault::no_standby:
        return words::mark("{file} does not wait until a second server has what is recorded, as "
                           "--needs-standby demands.");
    case OpenFault::used_by_another:
        return words::mark("{file} is in use by another program.");
    }
    return words::mark("{file} cannot be opened: see that the folder is there and that you may "
                       "write in it.");
}

std::string_view chain_sentence(record::ChainFault fault) {
    switch (fault) {
    case record::ChainFault::sequence_broken:
        return words::mark("Entry {seq} of the chain \"{chain}\" is missing or out of order.");
    case record::ChainFault::body_changed:
        return words::mark("Entry {seq} of the chain \"{chain}\": what it says was changed after "
                           "it was recorded.");
    case record::ChainFault::envelope_changed:
        return words::mark("Entry {seq} of the chain \"{chain}\": who, when or about whom was "
                           "changed after it was recorded.");
    case record::ChainFault::link_broken:
        return words::mark("Entry {seq} of the chain \"{chain}\" does not follow from the one "
                           "before it.");
    case record::ChainFault::unreadable:
        return words::mark("Entry {seq} of the chain \"{chain}\" cannot be read: the disk or the "
                           "file is damaged there.");
    case record::ChainFault::none:
        break;
    }
    return words::mark("The chain \"{chain}\" holds up to entry {seq}.");
}

} // namespace

std::string without_password(const std::string& data) {
    if (data.find("://") != std::string::npos && data.find("password=") != std::string::npos) {
        return without_password(data.substr(0, data.find('?')));
    }
    const auto begins = data.find("://");
    const auto ends = data.find('@');
    if (begins == std::string::npos || ends == std::string::npos) {
        return data;
    }
    const auto colon = data.find(':', begins + 3);
    return colon < ends ? data.substr(0, colon) + data.substr(ends) : data;
}

std::string said_of(const words::Words& say, const store::OpenRefused& why,
                    const std::string& file) {
    return say.say(opening_sentence(why.fault), {{"file", file}}) + "\n" + why.detail;
}

std::string said_of(const words::Words& say, const record::BrokenLink& broken) {
    const bool looks = broken.chain == record::ChainName::looks;
    return say.say(chain_sentence(broken.fault),
                   {{"seq", std::to_string(broken.seq)}, {"chain", looks ? "looks" : "entries"}});
}

} // namespace gweld::program
