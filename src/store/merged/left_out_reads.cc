#include "store/merged/left_out_reads.h"

#include "record/codec.h"
#include "record/kinds.h"

#include <algorithm>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <set>
#include <type_traits>

namespace gweld::store::merged {

using namespace record;

namespace {

// Of a name as of the worry itself: people write addresses wherever there is room.
template <class Row> void clear_texts(Row& row, const std::vector<WrittenAddress>& addresses) {
    using Members = boost::describe::describe_members<Row, boost::describe::mod_public>;
    boost::mp11::mp_for_each<Members>([&](auto member) {
        if constexpr (std::is_same_v<std::decay_t<decltype(row.*member.pointer)>, std::string>) {
            for (const auto& address : addresses) {
                row.*member.pointer =
                    without_address(std::move(row.*member.pointer), address, address_left_out);
            }
        }
    });
}

} // namespace

template <class Base> const WhoseProtected& LeftOutReads<Base>::whose() const {
    constexpr bool may_be_taken_back = std::is_same_v<Base, Writing>;
    if (!whose_) {
        const auto head = this->head();
        whose_ = may_be_taken_back ? nullptr : kept_.of(head);
        if (!whose_) {
            auto fresh = std::make_shared<WhoseProtected>();
            for (const auto& row : this->as_recorded().protected_addresses()) {
                fresh->emplace(this->kept_for(row.person), row.entry);
            }
            whose_ = std::move(fresh);
            if constexpr (!may_be_taken_back) {
                kept_.keep(head, whose_);
            }
        }
    }
    return *whose_;
}

template <class Base>
auto LeftOutReads<Base>::protected_for(const std::vector<Uuid>& people) const -> Addresses {
    Addresses addresses;
    for (const auto& person : std::set<Uuid>{people.begin(), people.end()}) {
        const auto [first, last] = whose().equal_range(person);
        for (auto one = first; one != last; ++one) {
            if (const auto entry = this->as_recorded().entry(one->second)) {
                const auto body = body_of<AddressProtected>(*entry);
                addresses.push_back({body.lines.reveal_to_authorised_reader(),
                                     body.postcode.reveal_to_authorised_reader()});
            }
        }
    }
    return addresses;
}

template <class Base> auto LeftOutReads<Base>::around(Uuid subject) const -> const Addresses& {
    const auto known = around_.find(subject);
    if (known != around_.end()) {
        return known->second;
    }
    const auto person = this->kept_for(subject);
    std::vector<Uuid> people{person};
    const auto add_family = [&](Uuid family) {
        std::ranges::copy(this->members_of(family), std::back_inserter(people));
    };
    std::ranges::for_each(this->families_of(person), add_family);
    add_family(subject);
    for (const auto& child : MergedReads<Base>::children_of_contact(subject)) {
        if (child.person) {
            people.push_back(*child.person);
            std::ranges::for_each(this->families_of(*child.person), add_family);
        }
    }
    return around_.emplace(subject, protected_for(people)).first->second;
}

template <class Base> void LeftOutReads<Base>::clear(Entry& entry) const {
    for (const auto& subject : entry.about) {
        if (const auto& addresses = around(subject); !addresses.empty()) {
            entry.body = body_without(entry.body, addresses, address_left_out);
        }
    }
}

template <class Base> std::optional<Entry> LeftOutReads<Base>::entry(Uuid id) const {
    auto found = MergedReads<Base>::entry(id);
    if (found && !none()) {
        clear(*found);
    }
    return found;
}

template <class Base>
std::vector<Entry> LeftOutReads<Base>::about(Uuid subject, std::int64_t after) const {
    auto entries = MergedReads<Base>::about(subject, after);
    if (!none()) {
        std::ranges::for_each(entries, [&](Entry& entry) { clear(entry); });
    }
    return entries;
}

template <class Base> bool LeftOutReads<Base>::clear(AddressRow& row) const {
    const auto names = [](const std::string& text, const WrittenAddress& address) {
        return without_address(text, address, {}) != text;
    };
    for (const auto& address : around(row.person)) {
        if (names(row.lines, address) || names(row.postcode, address)) {
            row.lines = address_left_out; // and nothing of it: a village or a postcode says as much
            row.postcode.clear();
            return true;
        }
    }
    return false;
}

template <class Base> std::vector<AddressRow> LeftOutReads<Base>::addresses_of(Uuid person) const {
    auto rows = MergedReads<Base>::addresses_of(person);
    if (!none()) {
        std::ranges::for_each(rows, [&](AddressRow& row) { clear(row); });
    }
    return rows;
}

// Whoever asks by an address knows it already: the answer would say whose it is.
template <class Base>
std::vector<AddressRow> LeftOutReads<Base>::but_protected(std::vector<AddressRow> rows) const {
    if (!none()) {
        std::erase_if(rows,
                      [&](AddressRow& row) { return row.lines == address_left_out || clear(row); });
    }
    return rows;
}

template <class Base>
std::vector<AddressRow> LeftOutReads<Base>::addresses_like(std::string_view text,
                                                           std::size_t limit) const {
    return but_protected(MergedReads<Base>::addresses_like(text, limit));
}

template <class Base>
std::vector<AddressRow> LeftOutReads<Base>::addresses_at(std::string_view postcode) const {
    return but_protected(MergedReads<Base>::addresses_at(postcode));
}

template <class Base>
std::vector<ContactRow> LeftOutReads<Base>::cleared(std::vector<ContactRow> rows) const {
    if (none()) {
        return rows;
    }
    for (auto& row : rows) {
        if (row.matched == 0) {
            continue; // about nobody who has a record
        }
        clear_texts(row, around(row.contact));
    }
    return rows;
}

template <class Base> std::vector<ContactRow> LeftOutReads<Base>::contacts_waiting() const {
    return cleared(MergedReads<Base>::contacts_waiting());
}

template <class Base>
std::vector<ContactRow> LeftOutReads<Base>::contacts_received_on(std::int64_t day) const {
    return cleared(MergedReads<Base>::contacts_received_on(day));
}

template <class Base>
std::vector<ContactRow> LeftOutReads<Base>::contacts_decided_on(std::int64_t day) const {
    return cleared(MergedReads<Base>::contacts_decided_on(day));
}

template <class Base> std::vector<ContactRow> LeftOutReads<Base>::contacts_of(Uuid person) const {
    return cleared(MergedReads<Base>::contacts_of(person));
}

template <class Base> std::optional<ContactRow> LeftOutReads<Base>::contact(Uuid contact) const {
    const auto row = MergedReads<Base>::contact(contact);
    return row ? std::optional{cleared({*row}).front()} : std::nullopt;
}

template <class Base>
std::vector<ContactChildRow> LeftOutReads<Base>::children_of_contact(Uuid contact) const {
    auto rows = MergedReads<Base>::children_of_contact(contact);
    if (none()) {
        return rows;
    }
    for (auto& row : rows) {
        const auto before = row.address;
        clear_texts(row, around(contact));
        if (row.address != before) {
            row.postcode.clear();
        }
    }
    return rows;
}

template class LeftOutReads<record::Reading>;
template class LeftOutReads<record::Writing>;

} // namespace gweld::store::merged
