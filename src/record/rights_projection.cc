#include "record/rights_projection.h"

#include "record/codec.h"
#include "record/kinds.h"
#include "record/run_together.h"

#include <boost/describe/enum_to_string.hpp>

namespace gweld::record {

namespace {

template <class Enum> std::string named(Enum value) {
    return boost::describe::enum_to_string(value, "");
}

// ---- protected addresses
// -----------------------------------------------------------------------------

AddressRow address_of(const Entry& entry, const AddressProtected& body) {
    AddressRow row;
    row.entry = entry.id;
    row.person = entry.about.at(0);
    row.kind = named(body.kind);
    row.lines = address_left_out;
    row.from_day = body.from.day_number();
    return row;
}

ProtectedAddressRow protected_row(const Entry& entry, const AddressProtected& body) {
    ProtectedAddressRow row;
    row.entry = entry.id;
    row.person = entry.about.at(0);
    row.kind = named(body.kind);
    row.from_day = body.from.day_number();
    row.because = named(body.because);
    return row;
}

// As people write one address in five ways.
void take_out_the_open(const Entry& entry, const AddressProtected& body, TableHands& hands) {
    const auto lines = as_run_together(body.lines.reveal_to_authorised_reader());
    for (const auto& lived : hands.about_of_kind(entry.about.at(0), Named<AddressLivedAt>::name)) {
        if (lived.seq < entry.seq &&
            as_run_together(body_of<AddressLivedAt>(lived).lines) == lines) {
            hands.remove_rows_of(lived.id);
        }
    }
}

void ask_to_lift(const Entry& entry, TableHands& hands) {
    const auto protection = hands.entry(body_of<ProtectionLiftAsked>(entry).protection.uuid);
    if (!protection || !is_a<AddressProtected>(*protection)) {
        return;
    }
    auto row = protected_row(*protection, body_of<AddressProtected>(*protection));
    row.lift_asked = entry.id;
    row.asked_by = entry.recorded_by.worker;
    hands.put(row);
}

void lift(const Entry& entry, TableHands& hands) {
    const auto id = body_of<ProtectionLifted>(entry).protection.uuid;
    const auto protection = hands.entry(id);
    hands.remove_rows_of(id);
    if (!protection || !is_a<AddressProtected>(*protection)) {
        return;
    }
    const auto body = body_of<AddressProtected>(*protection);
    auto row = address_of(*protection, body);
    row.lines = body.lines.reveal_to_authorised_reader();
    row.postcode = body.postcode.reveal_to_authorised_reader();
    hands.put(row);
}

// ---- own records
// -----------------------------------------------------------------

OwnRecordRow own_record_row(const Entry& asked) {
    const auto body = body_of<OwnRecordAsked>(asked);
    return {asked.id, asked.about.at(0), body.name, body.on.day_number(), std::nullopt};
}

void give_own_record(const Entry& entry, TableHands& hands) {
    const auto body = body_of<OwnRecordGiven>(entry);
    if (const auto asked = hands.entry(body.request.uuid)) {
        auto row = own_record_row(*asked);
        row.given_day = body.on.day_number();
        hands.put(row);
    }
}

} // namespace

void project_protected_addresses(const Entry& entry, TableHands& hands) {
    if (is_a<AddressProtected>(entry)) {
        const auto body = body_of<AddressProtected>(entry);
        take_out_the_open(entry, body, hands);
        hands.put(address_of(entry, body));
        hands.put(protected_row(entry, body));
    } else if (is_a<ProtectionLiftAsked>(entry)) {
        ask_to_lift(entry, hands);
    } else if (is_a<ProtectionLifted>(entry)) {
        lift(entry, hands);
    }
}

void project_rights(const Entry& entry, TableHands& hands) {
    if (is_a<OwnRecordAsked>(entry)) {
        hands.put(own_record_row(entry));
    } else if (is_a<OwnRecordGiven>(entry)) {
        give_own_record(entry, hands);
    }
}

} // namespace gweld::record
