#include "county.h"

#include <array>
#include <filesystem>
#include <sodium.h>
#include <unistd.h>

namespace gweld::simulation {

namespace {

namespace fs = std::filesystem;

// The family of small_office.h, and a child of another family.
class Begun : public casework::SmallOffice {
  public:
    using SmallOffice::catrin;
    using SmallOffice::rhian;
    using SmallOffice::store;

    void TestBody() override {}
    Begun() { place("seren", "Seren", "Bowen"); }
    static access::Viewer huw() {
        return {"huw",          thing("huw"), "Huw Parry", record::Role::social_worker,
                thing("North"), "North"};
    }
};

access::Viewer at_the_door(const std::string& id, const std::string& name) {
    return {id, thing(id), name, record::Role::duty_worker, {}, ""};
}

// The least libsodium takes: what is tried here is the door, not how hard it is to break.
std::string cheap_hash() {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(),
                              crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::runtime_error("no memory to hash a password");
    }
    return text.data();
}

void write_into(record::Store& to, record::Store& from) {
    const auto hash = cheap_hash();
    const auto done = to.write([&](record::Writing& tx) {
        static_cast<void>(from.read([&](const record::Reading& reading) {
            reading.each_entry(0, [&](const record::Entry& entry) {
                tx.verbatim().append({base::to_text(entry.id), {}, {entry}});
                return true;
            });
        }));
        for (const auto& [viewer, works] : workers()) {
            tx.put_account({viewer.sign_in_name, viewer.worker, viewer.name, viewer.role,
                            viewer.team, viewer.team_name, hash, false});
        }
        return record::Keep::yes;
    });
    if (!done.ok()) {
        throw std::runtime_error("the county could not be written");
    }
}

// Goes with the process.
struct File {
    std::string path =
        fs::temp_directory_path() / ("gweld-simulated-" + std::to_string(::getpid()) + ".gweld");
    File() {
        remove();
        auto options = one_thread();
        options.when_missing = store::WhenMissing::create;
        auto opened = store::open_sqlite(path, authority, options);
        if (!opened.ok()) {
            throw std::runtime_error(opened.error().detail);
        }
        write_into(*opened.value(), *Begun{}.store);
    }
    ~File() { remove(); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    void remove() const {
        for (const auto* beside : {"", "-wal", "-shm", "-newest"}) {
            fs::remove(path + beside);
        }
    }
};

} // namespace

std::string id_of(std::string_view name) { return base::to_text(thing(name)); }

const std::vector<Worker>& workers() {
    static const std::vector<Worker> all{
        {Begun::catrin(), Works::with_children},
        {Begun::huw(), Works::with_children},
        {Begun::rhian(), Works::over_a_team},
        {at_the_door("gwyn", "Gwyn Owen"), Works::at_the_front_door},
        {at_the_door("mared", "Mared Owen"), Works::at_the_front_door},
    };
    return all;
}

store::SqliteOptions one_thread() {
    store::SqliteOptions options;
    options.name_keys = &people::name_keys;
    options.readers = 2;
    options.wait_for_other_process = std::chrono::milliseconds{0}; // there is none
    options.writes_on = store::WritesOn::the_callers_thread;
    return options;
}

const std::string& county_file() {
    static const File file;
    return file.path;
}

} // namespace gweld::simulation
