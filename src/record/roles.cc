#include "record/store.h"

#include <array>
#include <utility>

namespace gweld::record {

namespace {

constexpr std::array names{
    std::pair{Role::social_worker, std::string_view{"social_worker"}},
    std::pair{Role::team_manager, std::string_view{"team_manager"}},
    std::pair{Role::head_of_service, std::string_view{"head_of_service"}},
    std::pair{Role::duty_worker, std::string_view{"duty_worker"}},
    std::pair{Role::reviewing_officer, std::string_view{"reviewing_officer"}},
    std::pair{Role::administrator, std::string_view{"administrator"}},
    std::pair{Role::guardian, std::string_view{"guardian"}},
};

} // namespace

std::string_view name_of(Role role) {
    for (const auto& [candidate, name] : names) {
        if (candidate == role) {
            return name;
        }
    }
    return {};
}

std::optional<Role> role_named(std::string_view name) {
    for (const auto& [role, candidate] : names) {
        if (candidate == name) {
            return role;
        }
    }
    return std::nullopt;
}

} // namespace gweld::record
