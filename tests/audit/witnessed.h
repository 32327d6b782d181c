// witnessed.h - a record with entries and looks, a key made up for it, and a folder of checkpoints.
#pragma once

#include "../store/every_store.h"
#include "audit/signing.h"
#include "audit/verdict.h"

#include <gtest/gtest.h>

namespace gweld::audit {

using made_up::asked;
using made_up::moment;
using made_up::someone;

class SetClock : public time::Clock {
  public:
    Instant now() const override { return at; }
    Instant at = moment(10);
};

inline Keys made_up_keys(std::uint8_t first = 1, const std::string& of = made_up::authority) {
    std::array<Signer::Seed, both_logs.size()> seeds{};
    seeds[0].fill(first);
    seeds[1].fill(static_cast<std::uint8_t>(first + 100));
    return keys_of(of, seeds);
}

inline std::vector<Verifier> verifiers_of(const Keys& keys) {
    std::vector<Verifier> verifiers;
    for (const auto& signer : keys.of_logs) {
        verifiers.push_back(signer.verifier());
    }
    return verifiers;
}

// `n` entries and one look more than that.
inline void add_some(record::Store& store, int first, int n) {
    for (int i = first; i < first + n; ++i) {
        const auto name = "entry " + std::to_string(i);
        made_up::append_each(store, {i % 3 == 0 ? made_up::person(name, "Mair", "Lloyd")
                                                : made_up::visit(name, {"Mair", "Non"})});
    }
    ASSERT_TRUE(store
                    .write([&](record::Writing& writing) {
                        for (int i = first; i <= first + n; ++i) {
                            writing.log_look({moment(i == first + n ? 1000 + i : i),
                                              someone("Carys"), "Carys Prydderch", "social_worker",
                                              someone("Mair"), "child", "own-allocation",
                                              i % 7 != 0});
                        }
                        return record::Keep::yes;
                    })
                    .ok());
}

inline std::vector<Hash> hashes_of(const record::Store& store, ChainName log) {
    return asked(store, [&](const record::Reading& reading) {
        std::vector<Hash> hashes;
        each_link(reading, log, 0, Hash{}, [&](const CheckedLink& link) {
            hashes.push_back(link.hash);
            return true;
        });
        return hashes;
    });
}

inline Hash root_of(const std::vector<Hash>& leaves, std::size_t size) {
    record::Tree tree;
    for (std::size_t n = 0; n < size; ++n) {
        tree.add(leaves[n]);
    }
    return tree.root();
}

// One run of a program that signs.
inline base::Result<std::vector<Checkpoint>, NotSigned> sign_once(const record::Store& store,
                                                                  const Keys& keys,
                                                                  const std::string& folder,
                                                                  const time::Clock& clock) {
    return Signing{store, keys, folder, clock}.sign_what_is_new();
}

inline Witnesses witnesses_in(const std::string& folder, const Keys& keys) {
    auto kept = read_checkpoints(folder);
    EXPECT_TRUE(kept.ok());
    return {std::move(kept).value(), verifiers_of(keys), {}};
}

} // namespace gweld::audit
