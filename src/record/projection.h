// projection.h - what an entry does to the tables beside the log. Pure of storage: the store hands
// in the hands that write the rows.
#pragma once

#include "record/entry.h"
#include "record/tables.h"

namespace gweld::record {

// The row operations a store offers to the projection.
class TableHands {
  public:
    virtual ~TableHands() = default;
    virtual void put(const PersonRow&) = 0; // insert or replace by primary key
    virtual void put(const FamilyMemberRow&) = 0;
    virtual void put(const AddressRow&) = 0;
    virtual void put(const TeamRow&) = 0;
    virtual void put(const WorkerRow&) = 0;
    virtual void put(const AllocationRow&) = 0;
    virtual void put(const RegistrationRow&) = 0;
    virtual void put(const VisitRow&) = 0;
    virtual void put(const MeetingRow&) = 0;
    virtual void put(const ProvenanceRow&) = 0;
    virtual void replace_name_keys(Uuid person, const std::vector<std::string>& keys) = 0;
    virtual void remove_rows_of(Uuid entry) = 0; // in every table that has an `entry` column
    virtual std::optional<AllocationRow> allocation(Uuid entry) const = 0;
    virtual std::optional<RegistrationRow> registration(Uuid entry) const = 0;
    virtual std::vector<VisitRow> visit_rows(Uuid entry) const = 0;
    virtual std::optional<Entry> entry(Uuid id) const = 0;
};

// Applies one entry. Entries come in seq order, each once. Name keys are made by the function
// given, so that this floor does not know how Welsh names are folded (people/names.h does).
using NameKeys = std::vector<std::string> (*)(std::string_view forename, std::string_view surname);
void project(const Entry& entry, TableHands& hands, NameKeys name_keys);

} // namespace gweld::record
