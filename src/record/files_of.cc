#include "record/files_of.h"

#include "record/codec.h"
#include "record/kinds.h"
#include "record/store.h"

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

namespace gweld::record {

namespace {

template <class Member>
inline constexpr bool holds_files =
    std::is_same_v<Member, KeptFile> || std::is_same_v<Member, std::vector<KeptFile>>;

template <class Member> void collect(const Member& member, std::vector<KeptFile>& found) {
    if constexpr (std::is_same_v<Member, KeptFile>) {
        found.push_back(member);
    } else if constexpr (holds_files<Member>) {
        found.insert(found.end(), member.begin(), member.end());
    }
}

template <class Kind>
using PublicMembers = boost::describe::describe_members<Kind, boost::describe::mod_public>;

template <class Kind> struct HoldsFiles {
    template <class Member>
    using fn = boost::mp11::mp_bool<
        holds_files<std::remove_cvref_t<decltype(std::declval<Kind>().*Member::pointer)>>>;
    static constexpr bool value = boost::mp11::mp_any_of_q<PublicMembers<Kind>, HoldsFiles>::value;
};

template <class Kind> void collect_if(const Entry& entry, std::vector<KeptFile>& found) {
    if constexpr (HoldsFiles<Kind>::value) {
        if (entry.kind == Named<Kind>::name) {
            const auto body = body_of<Kind>(entry);
            boost::mp11::mp_for_each<PublicMembers<Kind>>(
                [&](auto member) { collect(body.*member.pointer, found); });
        }
    }
}

template <class... Kinds>
void collect_all(const Entry& entry, std::vector<KeptFile>& found, KindList<Kinds...>) {
    (collect_if<Kinds>(entry, found), ...);
}

std::optional<FileFault::Why> fault_in(const Reading& record, const KeptFile& file) {
    const auto digest = digest_from_hex(file.digest);
    const auto bytes = digest ? record.kept_file(*digest) : std::nullopt;
    if (!bytes) {
        return FileFault::Why::missing;
    }
    return digest_of_file(*bytes) == *digest ? std::nullopt
                                             : std::optional{FileFault::Why::altered};
}

} // namespace

std::vector<KeptFile> files_of(const Entry& entry) {
    std::vector<KeptFile> found;
    collect_all(entry, found, AllKinds{});
    return found;
}

std::vector<FileFault> faults_in_files(const Reading& record) {
    std::vector<FileFault> faults;
    record.each_entry(0, [&](const Entry& entry) {
        for (auto& file : files_of(entry)) {
            if (const auto why = fault_in(record, file)) {
                faults.push_back({entry.seq, std::move(file), *why});
            }
        }
        return true;
    });
    return faults;
}

} // namespace gweld::record
