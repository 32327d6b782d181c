// rows_of.h - one entry's own rows, before anything else that was recorded changes them.
#pragma once

#include "record/entry.h"
#include "record/kinds.h"
#include "record/tables.h"

#include <vector>

namespace gweld::record {

std::string names_of(const std::vector<Category>& categories); // comma-separated

PersonRow person_row(const Entry& entry, const PersonDescribed& body);
FamilyMemberRow family_member_row(const Entry& entry, const FamilyMemberNamed& body);
AddressRow address_row(const Entry& entry, const AddressLivedAt& body);
TeamRow team_row(const Entry& entry, const TeamDescribed& body);
WorkerRow worker_row(const Entry& entry, const WorkerDescribed& body);
AllocationRow allocation_row(const Entry& entry, const Allocated& body);
RegistrationRow registration_row(const Entry& entry, const PlacedOnRegister& body);
std::vector<VisitRow> visit_rows(const Entry& entry, const VisitMade& body);
std::vector<VisitRow> visit_rows(const Entry& entry, const VisitAttempted& body);
std::vector<MeetingRow> meeting_rows(const Entry& entry, const ConferenceHeld& body);
std::vector<MeetingRow> meeting_rows(const Entry& entry, const CoreGroupMet& body);
std::vector<StrategyDiscussionRow> discussion_rows(const Entry& entry,
                                                   const StrategyDiscussionHeld& body);
std::vector<EnquiryRow> enquiry_rows(const Entry& entry, const EnquiryStarted& body);
std::vector<ConferenceBookedRow> booking_rows(const Entry& entry, const ConferenceBooked& body);
ContactRow contact_row(const Entry& entry, const ContactReceived& body);
std::vector<ContactChildRow> contact_child_rows(const ContactReceived& body);
// What else was recorded about a contact, into its row; the later one is believed.
void note(ContactRow& row, const Entry& entry, const ContactTaken& body);
void note(ContactRow& row, const Entry& entry, const ContactWaits& body);
void note(ContactRow& row, const Entry& entry, const ContactDecided& body);
void note(ContactRow& row, const Entry& entry, const ContactOutcomeImported& body);
void note(std::vector<ContactChildRow>& rows, const Entry& entry, const ContactChildMatched& body);
ProvenanceRow provenance_row(const Entry& entry, const Provenance& provenance);

} // namespace gweld::record
