// bench/verify.cc - how long a record takes to be held against its checkpoints: a file of so many
// looks, signed at every hundredth part, read by two threads. Beside sha256sum of the same file.
//
//   bench_verify FILE [LOOKS]      FILE is made where it is not there
#include "audit/signing.h"
#include "audit/verdict.h"
#include "machine.h"
#include "people/names.h"
#include "store/sqlite/sqlite_store.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace gweld::bench {
namespace {

constexpr unsigned threads = 2;
constexpr int parts = 100;

[[noreturn]] void stop(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(1);
}

time::Instant moment(std::int64_t n) {
    return time::Instant{std::chrono::milliseconds{1'760'000'000'000 + n * 1000}};
}

class SetClock : public time::Clock {
  public:
    time::Instant now() const override { return at; }
    time::Instant at = moment(0);
};

audit::Keys keys() {
    std::array<audit::Signer::Seed, audit::both_logs.size()> seeds{};
    seeds[1].fill(1);
    return audit::keys_of("W06000099", seeds);
}

record::Look look(std::int64_t n) {
    return {moment(n),
            base::uuid_of("bench", "worker", std::to_string(n % 500)),
            "Carys Prydderch",
            "social_worker",
            base::uuid_of("bench", "child", std::to_string(n % 9000)),
            "child.timeline",
            "own-allocation",
            true};
}

void make(const std::string& file, const std::string& folder, std::int64_t looks) {
    auto opened = store::open_sqlite(
        file, "W06000099",
        {.when_missing = store::WhenMissing::create, .name_keys = people::name_keys});
    if (!opened.ok()) {
        stop(opened.error().detail);
    }
    auto& store = *opened.value();
    const auto signers = keys();
    SetClock clock;
    audit::Signing signing{store, signers, folder, clock};
    for (int part = 0; part < parts; ++part) {
        const auto until = looks * (part + 1) / parts;
        const auto written = store.write([&](record::Writing& tx) {
            for (auto n = looks * part / parts; n < until; ++n) {
                tx.log_look(look(n));
            }
            return record::Keep::yes;
        });
        clock.at = moment(until);
        if (!written.ok() || !signing.sign_what_is_new().ok()) {
            stop("the record cannot be made");
        }
    }
}

double seconds(const auto& once) {
    const auto from = std::chrono::steady_clock::now();
    once();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

int measure(const std::string& file, std::int64_t looks) {
    const auto folder = file + ".checkpoints";
    if (!std::filesystem::exists(file)) {
        std::printf("made in %.1f s\n", seconds([&] { make(file, folder, looks); }));
    }
    const auto signers = keys();
    auto kept = audit::read_checkpoints(folder);
    if (!kept.ok()) {
        stop(kept.error());
    }
    audit::Witnesses witnesses{std::move(kept).value(), {}, {}};
    for (const auto& signer : signers.of_logs) {
        witnesses.verifiers.push_back(signer.verifier());
    }
    const auto hash = "sha256sum " + file + " > /dev/null";
    double whole = 1e18;
    double summed = 1e18;
    for (int run = 0; run < 3; ++run) {
        summed = std::min(summed, seconds([&] {
                              if (std::system(hash.c_str()) != 0) {
                                  stop("sha256sum fails");
                              }
                          }));
        whole = std::min(whole, seconds([&] {
                             auto copy = store::open_sqlite_to_verify(file, threads);
                             const auto verdict =
                                 audit::judge(*copy.value(), witnesses, moment(looks + 1), threads);
                             if (!verdict.wrong.empty() || verdict.logs[1].size != looks) {
                                 stop("something is wrong with it");
                             }
                         }));
    }
    std::printf("%s; %lld looks, %.2f GB: verified in %.2f s, sha256sum %.2f s: %.2f times\n",
                machine().c_str(), static_cast<long long>(looks),
                static_cast<double>(std::filesystem::file_size(file)) / 1e9, whole, summed,
                whole / summed);
    return 0;
}

} // namespace
} // namespace gweld::bench

int main(int argc, char** argv) {
    if (argc < 2) {
        gweld::bench::stop("bench_verify FILE [LOOKS]");
    }
    return gweld::bench::measure(argv[1], argc > 2 ? std::atoll(argv[2]) : 10'000'000);
}
