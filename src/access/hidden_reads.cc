#include "access/hidden_reads.h"

namespace gweld::access {

using namespace record;

namespace {

// The rest of those asked for, where some that were found are not there.
constexpr std::size_t room_for(std::size_t limit, std::size_t hidden) { return limit + hidden; }

template <class Row> void cut(std::vector<Row>& rows, std::size_t limit) {
    rows.resize(std::min(rows.size(), limit));
}

} // namespace

template <class Base> const std::set<Uuid>& HiddenReads<Base>::contacts() const {
    if (!contacts_) {
        contacts_.emplace();
        for (const auto& person : hidden_) {
            for (const auto& contact : all_.contacts_of(person)) {
                contacts_->insert(contact.contact);
            }
        }
    }
    return *contacts_;
}

template <class Base> bool HiddenReads<Base>::is_hidden_entry(Uuid id) const {
    const auto entry = all_.entry(id);
    return entry && is_hidden(*entry);
}

template <class Base>
template <class Row, class Whose>
std::vector<Row> HiddenReads<Base>::seen(std::vector<Row> rows, Whose whose) const {
    std::erase_if(rows, [&](const Row& row) { return is_hidden(row.*whose); });
    return rows;
}

template <class Base> std::vector<MergeRow> HiddenReads<Base>::merges() const {
    return seen(seen(all_.merges(), &MergeRow::kept), &MergeRow::other);
}

template <class Base> std::vector<MergeRow> HiddenReads<Base>::merges_into(Uuid kept) const {
    return seen(all_.merges_into(kept), &MergeRow::kept);
}

template <class Base> const Reading& HiddenReads<Base>::as_recorded() const {
    if (!as_recorded_) {
        as_recorded_ = std::make_unique<HiddenReads<record::Reading>>(all_.as_recorded(), hidden_);
    }
    return *as_recorded_;
}

template <class Base> std::int64_t HiddenReads<Base>::version_of(Uuid subject) const {
    if (is_hidden(subject)) {
        return 0;
    }
    const auto newest = all_.version_of(subject);
    if (newest == 0) {
        return 0;
    }
    const auto last = all_.about(subject, newest - 1);
    if (last.empty() || !is_hidden(last.back())) {
        return newest;
    }
    const auto entries = about(subject, 0);
    return entries.empty() ? 0 : entries.back().seq;
}

template <class Base> std::optional<Entry> HiddenReads<Base>::entry(Uuid id) const {
    auto found = all_.entry(id);
    return found && is_hidden(*found) ? std::nullopt : found;
}

template <class Base>
std::vector<Entry> HiddenReads<Base>::about(Uuid subject, std::int64_t after) const {
    if (is_hidden(subject)) {
        return {};
    }
    auto entries = all_.about(subject, after);
    std::erase_if(entries, [&](const Entry& entry) { return is_hidden(entry); });
    return entries;
}

template <class Base>
void HiddenReads<Base>::each_entry(std::int64_t after,
                                   base::FunctionRef<bool(const Entry&)> visitor) const {
    all_.each_entry(after, [&](const Entry& entry) { return is_hidden(entry) || visitor(entry); });
}

template <class Base>
void HiddenReads<Base>::each_look(std::int64_t after,
                                  base::FunctionRef<bool(const ChainedLook&)> visitor) const {
    all_.each_look(
        after, [&](const ChainedLook& look) { return is_hidden(look.subject) || visitor(look); });
}

template <class Base>
std::vector<ChainedLook> HiddenReads<Base>::looks_at(Uuid subject, std::size_t limit) const {
    return is_hidden(subject) ? std::vector<ChainedLook>{} : all_.looks_at(subject, limit);
}

template <class Base>
std::vector<ChainedLook> HiddenReads<Base>::looks_at_since(Uuid subject, Instant since) const {
    return is_hidden(subject) ? std::vector<ChainedLook>{} : all_.looks_at_since(subject, since);
}

template <class Base>
std::vector<ChainedLook> HiddenReads<Base>::looks_by(Uuid worker, Instant since) const {
    return seen(all_.looks_by(worker, since), &ChainedLook::subject);
}

template <class Base> std::optional<PersonRow> HiddenReads<Base>::person(Uuid person) const {
    return is_hidden(person) ? std::nullopt : all_.person(person);
}

template <class Base>
std::vector<PersonRow> HiddenReads<Base>::people_named(const std::vector<std::string>& key_prefixes,
                                                       std::size_t limit) const {
    auto rows =
        seen(all_.people_named(key_prefixes, room_for(limit, hidden_.size())), &PersonRow::person);
    cut(rows, limit);
    return rows;
}

template <class Base> std::vector<Uuid> HiddenReads<Base>::families_of(Uuid person) const {
    return is_hidden(person) ? std::vector<Uuid>{} : all_.families_of(person);
}

template <class Base> std::vector<Uuid> HiddenReads<Base>::members_of(Uuid family) const {
    auto members = all_.members_of(family);
    std::erase_if(members, [&](const Uuid& member) { return is_hidden(member); });
    return members;
}

template <class Base>
std::vector<AddressRow> HiddenReads<Base>::addresses_like(std::string_view text,
                                                          std::size_t limit) const {
    // Of one person there may be several: asked for again until enough are left, or there are no
    // more.
    for (std::size_t room = room_for(limit, hidden_.size());; room *= 2) {
        auto found = all_.addresses_like(text, room);
        const bool all = found.size() < room;
        auto rows = seen(std::move(found), &AddressRow::person);
        if (all || rows.size() >= limit) {
            cut(rows, limit);
            return rows;
        }
    }
}

template <class Base>
std::vector<PersonRow> HiddenReads<Base>::people_numbered(std::string_view number) const {
    return seen(all_.people_numbered(number), &PersonRow::person);
}

template <class Base>
std::vector<PersonRow> HiddenReads<Base>::people_born(std::int64_t day) const {
    return seen(all_.people_born(day), &PersonRow::person);
}

template <class Base> std::vector<AddressRow> HiddenReads<Base>::addresses_of(Uuid person) const {
    return seen(all_.addresses_of(person), &AddressRow::person);
}

template <class Base>
std::vector<AddressRow> HiddenReads<Base>::addresses_at(std::string_view postcode) const {
    return seen(all_.addresses_at(postcode), &AddressRow::person);
}

template <class Base>
std::vector<AllocationRow> HiddenReads<Base>::allocations_of(Uuid child) const {
    return seen(all_.allocations_of(child), &AllocationRow::child);
}

template <class Base>
std::vector<AllocationRow> HiddenReads<Base>::allocations_to(Uuid worker) const {
    return seen(all_.allocations_to(worker), &AllocationRow::child);
}

template <class Base>
std::vector<AllocationRow> HiddenReads<Base>::allocations_in(Uuid team) const {
    return seen(all_.allocations_in(team), &AllocationRow::child);
}

template <class Base>
std::vector<RegistrationRow> HiddenReads<Base>::registrations_of(Uuid child) const {
    return seen(all_.registrations_of(child), &RegistrationRow::child);
}

template <class Base>
std::vector<RegistrationRow>
HiddenReads<Base>::registrations_between(std::int64_t from_day, std::int64_t until_day) const {
    return seen(all_.registrations_between(from_day, until_day), &RegistrationRow::child);
}

template <class Base>
std::vector<StrategyDiscussionRow> HiddenReads<Base>::discussions_of(Uuid child) const {
    return seen(all_.discussions_of(child), &StrategyDiscussionRow::child);
}

template <class Base>
std::vector<StrategyDiscussionRow>
HiddenReads<Base>::discussions_between(std::int64_t from_day, std::int64_t until_day) const {
    return seen(all_.discussions_between(from_day, until_day), &StrategyDiscussionRow::child);
}

template <class Base> std::vector<EnquiryRow> HiddenReads<Base>::enquiries_of(Uuid child) const {
    return seen(all_.enquiries_of(child), &EnquiryRow::child);
}

template <class Base>
std::vector<EnquiryRow> HiddenReads<Base>::enquiries_between(std::int64_t from_day,
                                                             std::int64_t until_day) const {
    return seen(all_.enquiries_between(from_day, until_day), &EnquiryRow::child);
}

template <class Base>
std::vector<ConferenceBookedRow> HiddenReads<Base>::bookings_of(Uuid child) const {
    return seen(all_.bookings_of(child), &ConferenceBookedRow::child);
}

template <class Base>
std::vector<ConferenceBookedRow> HiddenReads<Base>::bookings_between(std::int64_t from_day,
                                                                     std::int64_t until_day) const {
    return seen(all_.bookings_between(from_day, until_day), &ConferenceBookedRow::child);
}

template <class Base> std::vector<ContactRow> HiddenReads<Base>::contacts_waiting() const {
    return seen(all_.contacts_waiting(), &ContactRow::contact);
}

template <class Base>
std::vector<ContactRow> HiddenReads<Base>::contacts_received_on(std::int64_t day) const {
    return seen(all_.contacts_received_on(day), &ContactRow::contact);
}

template <class Base>
std::vector<ContactRow> HiddenReads<Base>::contacts_decided_on(std::int64_t day) const {
    return seen(all_.contacts_decided_on(day), &ContactRow::contact);
}

template <class Base> std::vector<ContactRow> HiddenReads<Base>::contacts_of(Uuid person) const {
    return seen(all_.contacts_of(person), &ContactRow::contact);
}

template <class Base>
std::vector<ContactChildRow> HiddenReads<Base>::children_of_contact(Uuid contact) const {
    return seen(all_.children_of_contact(contact), &ContactChildRow::contact);
}

template <class Base> std::vector<HandOverRow> HiddenReads<Base>::hand_overs() const {
    return seen(all_.hand_overs(), &HandOverRow::child);
}

template <class Base> std::vector<HandOverRow> HiddenReads<Base>::hand_overs_of(Uuid child) const {
    return seen(all_.hand_overs_of(child), &HandOverRow::child);
}

template <class Base>
std::vector<ReferralRow> HiddenReads<Base>::referrals_called(std::string_view reference) const {
    return seen(all_.referrals_called(reference), &ReferralRow::contact);
}

template <class Base> std::vector<BarrierRow> HiddenReads<Base>::barriers_of(Uuid child) const {
    return seen(all_.barriers_of(child), &BarrierRow::child);
}

template <class Base> std::vector<BarrierRow> HiddenReads<Base>::exclusions_of(Uuid worker) const {
    return seen(all_.exclusions_of(worker), &BarrierRow::child);
}

template <class Base>
std::vector<EmergencyOpeningRow> HiddenReads<Base>::openings_to_review() const {
    return seen(all_.openings_to_review(), &EmergencyOpeningRow::child);
}

template <class Base>
std::vector<EmergencyOpeningRow> HiddenReads<Base>::openings_since(std::int64_t opened_at) const {
    return seen(all_.openings_since(opened_at), &EmergencyOpeningRow::child);
}

template <class Base> std::optional<ContactRow> HiddenReads<Base>::contact(Uuid contact) const {
    return is_hidden(contact) ? std::nullopt : all_.contact(contact);
}

template <class Base> std::optional<ReferralRow> HiddenReads<Base>::referral(Uuid contact) const {
    return is_hidden(contact) ? std::nullopt : all_.referral(contact);
}

template <class Base>
std::vector<ReferrerToTellRow> HiddenReads<Base>::referrers_to_tell(std::size_t limit) const {
    auto rows = seen(all_.referrers_to_tell(room_for(limit, contacts().size())),
                     &ReferrerToTellRow::contact);
    cut(rows, limit);
    return rows;
}

template <class Base> std::size_t HiddenReads<Base>::count_referrers_to_tell() const {
    return referrers_to_tell(all_.count_referrers_to_tell()).size();
}

template <class Base> std::vector<SigningRow> HiddenReads<Base>::signings_waiting() const {
    auto rows = all_.signings_waiting();
    std::erase_if(rows, [&](const auto& row) { return is_hidden_entry(row.entry); });
    return rows;
}

template <class Base>
std::vector<SigningRow> HiddenReads<Base>::signings_waiting_in(std::string_view team) const {
    auto rows = all_.signings_waiting_in(team);
    std::erase_if(rows, [&](const auto& row) { return is_hidden_entry(row.entry); });
    return rows;
}

template <class Base>
std::vector<SigningRow> HiddenReads<Base>::signings_returned_to(Uuid author) const {
    auto rows = all_.signings_returned_to(author);
    std::erase_if(rows, [&](const auto& row) { return is_hidden_entry(row.entry); });
    return rows;
}

template <class Base> std::optional<SigningRow> HiddenReads<Base>::signing(Uuid entry) const {
    return is_hidden_entry(entry) ? std::nullopt : all_.signing(entry);
}

template <class Base>
std::optional<ProvenanceRow> HiddenReads<Base>::provenance(std::string_view source,
                                                           std::string_view file,
                                                           std::string_view key) const {
    auto row = all_.provenance(source, file, key);
    return row && is_hidden_entry(row->entry) ? std::nullopt : row;
}

template <class Base> bool HiddenReads<Base>::names_hidden(const UnsavedFormRow& form) const {
    const auto named = [&](const Uuid& id) {
        return form.address.find(base::to_text(id)) != std::string::npos;
    };
    return std::ranges::any_of(hidden_, named) || std::ranges::any_of(contacts(), named);
}

template <class Base>
std::optional<UnsavedFormRow> HiddenReads<Base>::unsaved_form(Uuid writer,
                                                              std::string_view key) const {
    auto form = all_.unsaved_form(writer, key);
    return form && names_hidden(*form) ? std::nullopt : form;
}

template <class Base>
std::vector<UnsavedFormRow> HiddenReads<Base>::unsaved_forms(Uuid writer) const {
    auto forms = all_.unsaved_forms(writer);
    std::erase_if(forms, [&](const auto& form) { return names_hidden(form); });
    return forms;
}

template <class Base>
std::vector<UnsavedFormRow> HiddenReads<Base>::unsaved_forms_at(Uuid writer,
                                                                std::string_view address) const {
    auto forms = all_.unsaved_forms_at(writer, address);
    std::erase_if(forms, [&](const auto& form) { return names_hidden(form); });
    return forms;
}

template <class Base>
std::vector<MistakeToldRow> HiddenReads<Base>::mistakes_told_to(Uuid worker) const {
    return seen(seen(all_.mistakes_told_to(worker), &MistakeToldRow::kept), &MistakeToldRow::other);
}

template <class Base>
std::vector<ProtectedAddressRow> HiddenReads<Base>::protected_addresses() const {
    return seen(all_.protected_addresses(), &ProtectedAddressRow::person);
}

template <class Base> std::vector<OwnRecordRow> HiddenReads<Base>::own_records_asked() const {
    return seen(all_.own_records_asked(), &OwnRecordRow::person);
}

template class HiddenReads<record::Reading>;
template class HiddenReads<record::Writing>;

} // namespace gweld::access
