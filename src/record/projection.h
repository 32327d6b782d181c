// projection.h - what an entry does to the tables beside the log. Pure of storage: the store hands
// in the hands that write the rows.
#pragma once

#include "record/entry.h"
#include "record/tables.h"

namespace gweld::record {

// What a store offers to the projection: hands to write rows, and eyes for the entries. The eyes
// may see entries later than the one being applied (a rebuild does); the projection looks away.
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
    virtual void put(const StrategyDiscussionRow&) = 0;
    virtual void put(const EnquiryRow&) = 0;
    virtual void put(const ConferenceBookedRow&) = 0;
    virtual void put(const ChairDiaryRow&) = 0;
    virtual void put(const ContactRow&) = 0;
    virtual void put(const ContactChildRow&) = 0;
    virtual void put(const HandOverRow&) = 0;
    virtual void put(const SigningRow&) = 0;
    virtual void put(const ReferralRow&) = 0;
    virtual void put(const ReferrerToTellRow&) = 0;
    virtual void put(const MergeRow&) = 0;
    virtual void put(const BarrierRow&) = 0;
    virtual void put(const EmergencyOpeningRow&) = 0;
    virtual void put(const ConnectionRow&) = 0;
    virtual void put(const MistakeToldRow&) = 0;
    virtual void put(const ProtectedAddressRow&) = 0;
    virtual void put(const OwnRecordRow&) = 0;
    virtual void put(const ProvenanceRow&) = 0;
    virtual void remove(const PersonRow&) = 0; // by primary key; none there: nothing happens
    virtual void remove(const FamilyMemberRow&) = 0;
    virtual void remove(const TeamRow&) = 0;
    virtual void remove(const WorkerRow&) = 0;
    virtual void remove(const ContactRow&) = 0;
    virtual void remove(const ContactChildRow&) = 0;
    virtual void remove(const HandOverRow&) = 0;
    virtual void remove(const ReferralRow&) = 0;
    virtual void remove(const ReferrerToTellRow&) = 0;
    virtual void remove(const MistakeToldRow&) = 0;
    virtual void replace_name_keys(Uuid person, const std::vector<std::string>& keys) = 0;
    // In every table whose first column is `entry`. Provenance stays: a row of an extract that was
    // put right or withdrawn by hand was read all the same, and is not to come back as new.
    virtual void remove_rows_of(Uuid entry) = 0;

    virtual std::optional<Entry> entry(Uuid id) const = 0;
    // The entry that corrects or withdraws this one; at most one does.
    virtual std::optional<Entry> correction_of(Uuid id) const = 0;
    virtual std::vector<Entry> about(Uuid subject) const = 0; // oldest first
    virtual std::vector<Entry> about_of_kind(Uuid subject, std::string_view kind) const = 0;
};

// Applies one entry. Entries come in seq order, each once.
//
// A row of a thing that can be corrected carries the id of its newest version. What names an older
// version (the removal of a registration whose placing was corrected since) is taken to mean the
// newest: the row of a registration, an allocation or a visit is computed from its newest version
// and from every standing entry that names any of its versions. An entry stands until another
// corrects or withdraws it. Of two standing entries that say the same thing of one row (two
// removals) the later recorded is believed.
//
// Name keys are made by the function
// given, so that this floor does not know how Welsh names are folded (people/names.h does).
using NameKeys = std::vector<std::string> (*)(std::string_view forename, std::string_view surname);
void project(const Entry& entry, TableHands& hands, NameKeys name_keys);

} // namespace gweld::record
