#include "record/known_kinds.h"

#include "record/kinds.h"

namespace gweld::record {

namespace {

constexpr int newest_version = 1; // of every kind: none has changed its meaning yet

template <class... Kinds> bool is_named(KindList<Kinds...>, std::string_view kind) {
    return ((Named<Kinds>::name == kind) || ...);
}

} // namespace

bool is_known(std::string_view kind, int kind_version) {
    return kind_version <= newest_version && is_named(AllKinds{}, kind);
}

} // namespace gweld::record
