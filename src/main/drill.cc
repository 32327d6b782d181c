#include "main/backup.h"
#include "main/faults.h"
#include "main/replay.h"
#include "people/names.h"
#include "record/codec.h"
#include "record/files_of.h"
#include "record/kinds.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>

namespace gweld::program {

namespace {

namespace fs = std::filesystem;

// Holds children's records for a minute: ours alone, and gone afterwards.
class Scratch {
  public:
    explicit Scratch(const std::string& where) {
        std::error_code failed;
        auto pattern = ((where.empty() ? fs::temp_directory_path(failed) : fs::path{where}) /
                        "gweld-drill-XXXXXX")
                           .string();
        if (::mkdtemp(pattern.data()) != nullptr) {
            path_ = pattern;
        }
    }
    ~Scratch() {
        std::error_code ignored;
        if (!path_.empty()) {
            fs::remove_all(path_, ignored);
        }
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    bool is_made() const { return !path_.empty(); }
    std::string record() const { return path_ + "/record.gweld"; }

  private:
    std::string path_;
};

template <class... Kinds> bool can_be_read(const record::Entry& entry, record::KindList<Kinds...>) {
    bool read = false;
    const auto as = [&](bool is_one, auto decode) { read = read || (is_one && decode().ok()); };
    (as(entry.kind == record::Named<Kinds>::name,
        [&] { return record::decode<Kinds>(entry.body); }),
     ...);
    return read;
}

// As a page would: the person, everything written about them, and every file.
bool opens(const record::Reading& reading, record::Uuid person) {
    const auto entries = reading.about(person, 0);
    return !entries.empty() && std::ranges::all_of(entries, [&](const record::Entry& entry) {
        return can_be_read(entry, record::AllKinds{}) &&
               std::ranges::all_of(record::files_of(entry), [&](const record::KeptFile& file) {
                   const auto digest = record::digest_from_hex(file.digest);
                   const auto bytes = digest ? reading.kept_file(*digest) : std::nullopt;
                   return bytes && record::digest_of_file(*bytes) == *digest;
               });
    });
}

std::vector<record::Uuid> people_in(const record::Reading& reading) {
    std::set<record::Uuid> subjects;
    reading.each_entry(0, [&](const record::Entry& entry) {
        subjects.insert(entry.about.begin(), entry.about.end());
        return true;
    });
    std::vector<record::Uuid> people;
    std::ranges::copy_if(subjects, std::back_inserter(people),
                         [&](const auto& one) { return reading.person(one).has_value(); });
    return people;
}

// The first so many of the list become a choice at random (Fisher and Yates).
void choose(std::vector<record::Uuid>& people, std::size_t wanted) {
    SystemRandom random;
    wanted = std::min(wanted, people.size());
    for (std::size_t i = 0; i < wanted; ++i) {
        std::array<std::uint8_t, 8> bytes{};
        random.fill(bytes);
        std::uint64_t number = 0;
        for (const auto byte : bytes) {
            number = number << 8U | byte;
        }
        std::swap(people[i], people[i + number % (people.size() - i)]);
    }
    people.resize(wanted);
}

int open_some(const Console& console, const record::Store& store, int wanted) {
    const Stopwatch watch;
    std::size_t opened = 0;
    std::optional<std::string> failed;
    const auto read = store.read([&](const record::Reading& reading) {
        auto people = people_in(reading);
        choose(people, static_cast<std::size_t>(wanted));
        for (const auto& person : people) {
            if (!opens(reading, person)) {
                failed = base::to_text(person);
                return;
            }
            ++opened;
        }
    });
    if (!read.ok()) {
        return console.refuse(console.fault(read.error()));
    }
    if (failed) {
        return console.refuse(
            console.say.say("The record of person {id} does not open.", {{"id", *failed}}));
    }
    std::cout << console.say.say(
                     "Records opened at random: {n}. Seconds: {seconds}.",
                     {{"n", std::to_string(opened)}, {"seconds", seconds(watch.elapsed())}})
              << '\n';
    return done;
}

int check_restored(const Console& console, const std::string& file, const Drill& what) {
    store::SqliteOptions options;
    options.name_keys = &people::name_keys;
    const Stopwatch watch;
    auto store = store::open_sqlite(file, "", options);
    if (!store.ok()) {
        return console.refuse(said_of(console.say, store.error(), file));
    }
    const auto tables = tables_of(*store.value());
    if (!tables.ok()) {
        return console.refuse(console.fault(tables.error()));
    }
    if (tables.value() == Tables::differ) {
        return console.refuse(
            console.say.say("Both chains are whole, but the tables beside the log are not what the "
                            "entries make of them. \"gweld rebuild\" makes them again."));
    }
    std::cout << console.say.say("The tables follow from the entries. Seconds: {seconds}.",
                                 {{"seconds", seconds(watch.elapsed())}})
              << '\n';
    return open_some(console, *store.value(), what.records);
}

} // namespace

int drill(const Console& console, const Drill& what) {
    const Stopwatch watch;
    const Scratch scratch{what.scratch};
    if (!scratch.is_made()) {
        return console.refuse(
            console.say.say("There is no scratch folder to restore into: {folder}",
                            {{"folder", what.scratch.empty() ? "TMPDIR" : what.scratch}}));
    }
    const auto restored =
        store::restore_backup(what.from, scratch.record(), {std::nullopt, &people::name_keys});
    if (!restored.ok()) {
        return console.refuse(said_of(console, restored.error()));
    }
    const auto& backup = restored.value().backup;
    std::cout << console.say.say("Restored, and both chains are whole. Taken at {moment}. Entries: "
                                 "{entries}. Looks: {looks}. Bytes: {bytes}. Seconds: {seconds}.",
                                 {{"moment", time::to_rfc3339(backup.taken_at)},
                                  {"entries", std::to_string(backup.entries)},
                                  {"looks", std::to_string(backup.looks)},
                                  {"bytes", std::to_string(backup.bytes)},
                                  {"seconds", seconds(watch.elapsed())}})
              << '\n';
    if (const int checked = check_restored(console, scratch.record(), what); checked != done) {
        return checked;
    }
    std::cout << console.say.say("The drill went well. Seconds in all: {seconds}.",
                                 {{"seconds", seconds(watch.elapsed())}})
              << '\n';
    return done;
}

} // namespace gweld::program
