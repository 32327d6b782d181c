// left_out_reads.h - every question answered without an address that is protected: whatever is told
// about a person it protects, about their family or in a contact about them has it left out, so
// that no page, list, search, paper or export above this floor can show it. What it is stands in
// the entry as it was recorded (record::Reading::as_recorded) and nowhere else.
#pragma once

#include "record/left_out.h"
#include "store/merged/merged_reads.h"
#include "store/merged/whose_protected.h"

#include <map>
#include <optional>
#include <vector>

namespace gweld::store::merged {

// For one transaction and one thread. Costs one question where no address is protected.
template <class Base> class LeftOutReads : public MergedReads<Base> {
  public:
    LeftOutReads(const record::Reading& written, WhoseProtectedKept& kept)
        : MergedReads<Base>{written}, kept_{kept} {}

    std::optional<record::Entry> entry(Uuid id) const override;
    std::vector<record::Entry> about(Uuid subject, std::int64_t after) const override;
    std::vector<record::AddressRow> addresses_of(Uuid person) const override;
    std::vector<record::AddressRow> addresses_like(std::string_view text,
                                                   std::size_t limit) const override;
    std::vector<record::AddressRow> addresses_at(std::string_view postcode) const override;
    std::vector<record::ContactRow> contacts_waiting() const override;
    std::vector<record::ContactRow> contacts_received_on(std::int64_t day) const override;
    std::vector<record::ContactRow> contacts_decided_on(std::int64_t day) const override;
    std::vector<record::ContactRow> contacts_of(Uuid person) const override;
    std::optional<record::ContactRow> contact(Uuid contact) const override;
    std::vector<record::ContactChildRow> children_of_contact(Uuid contact) const override;

  protected:
    void forget_what_is_protected() {
        whose_.reset();
        around_.clear();
    }

  private:
    using Addresses = std::vector<record::WrittenAddress>;
    const WhoseProtected& whose() const;
    bool none() const { return whose().empty(); }
    Addresses protected_for(const std::vector<Uuid>& people) const;
    // A person, a family, or a contact; anything else has none.
    const Addresses& around(Uuid subject) const;
    void clear(record::Entry& entry) const;
    bool clear(record::AddressRow& row) const; // whether there was something to leave out
    std::vector<record::AddressRow> but_protected(std::vector<record::AddressRow> rows) const;
    std::vector<record::ContactRow> cleared(std::vector<record::ContactRow> rows) const;

    WhoseProtectedKept& kept_;
    mutable std::shared_ptr<const WhoseProtected> whose_;
    mutable std::map<Uuid, Addresses> around_;
};

extern template class LeftOutReads<record::Reading>;
extern template class LeftOutReads<record::Writing>;

} // namespace gweld::store::merged
