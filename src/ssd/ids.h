// ids.h - the ids of people, workers, teams and families that an extract names: the same name gives
// the same id for ever, so that reading it twice names nobody twice. Knows no row.
#pragma once

#include "base/uuid.h"
#include "record/entry.h"

#include <string_view>

namespace gweld::ssd {

inline base::PersonId person_id(std::string_view authority, std::string_view number) {
    return {base::uuid_of(authority, "ssd.person", number)};
}
inline base::WorkerId worker_id(std::string_view authority, std::string_view number) {
    return {base::uuid_of(authority, "ssd.worker", number)};
}
inline base::TeamId team_id(std::string_view authority, std::string_view number) {
    return {base::uuid_of(authority, "ssd.team", number)};
}
inline base::FamilyId family_id(std::string_view authority, std::string_view number) {
    return {base::uuid_of(authority, "ssd.family", number)};
}
inline base::ContactId contact_id(std::string_view authority, std::string_view number) {
    return {base::uuid_of(authority, "ssd.contact", number)};
}
// What an ExtractRead is about.
inline base::Uuid authority_id(std::string_view authority) {
    return record::authority_subject(authority);
}

} // namespace gweld::ssd
