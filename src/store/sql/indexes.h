// indexes.h - what every make makes beside the tables: the indexes, and which tables are only added
// to.
#pragma once

#include <array>
#include <string_view>

namespace gweld::store::sql {

// The questions of record::Reading that are not by primary key.
inline constexpr const char* indexes_of_the_log = R"(
CREATE UNIQUE INDEX entry_by_id ON entry (authority, id);
CREATE UNIQUE INDEX entry_by_corrected ON entry (authority, corrects) WHERE corrects IS NOT NULL;
CREATE INDEX look_by_subject ON look (authority, subject, seq);
CREATE INDEX look_by_worker ON look (authority, worker, at);
)";
// Of the log, which an older record does not have yet.
inline constexpr const char* indexes_come_since = R"(
CREATE INDEX IF NOT EXISTS look_by_worker ON look (authority, worker, at);
)";
inline constexpr const char* indexes_of_unsaved_forms = R"(
CREATE INDEX unsaved_form_by_address ON unsaved_form (authority, writer, address);
CREATE INDEX unsaved_form_by_moment ON unsaved_form (authority, kept_at);
CREATE INDEX unsaved_form_thrown ON unsaved_form (authority, thrown_at)
  WHERE thrown_at IS NOT NULL;
)";
inline constexpr const char* indexes_beside_the_log = R"(
CREATE INDEX person_by_number ON person (authority, number);
CREATE INDEX person_by_birth ON person (authority, born);
CREATE INDEX name_key_by_person ON name_key (authority, person);
CREATE INDEX family_member_by_person ON family_member (authority, person);
CREATE INDEX address_by_person ON address (authority, person);
CREATE INDEX allocation_by_child ON allocation (authority, child);
CREATE INDEX allocation_by_worker ON allocation (authority, worker);
CREATE INDEX allocation_by_team ON allocation (authority, team);
CREATE INDEX registration_by_child ON registration (authority, child);
CREATE INDEX registration_by_start ON registration (authority, start_day);
CREATE INDEX strategy_discussion_by_child ON strategy_discussion (authority, child);
CREATE INDEX strategy_discussion_by_day ON strategy_discussion (authority, on_day);
CREATE INDEX enquiry_by_child ON enquiry (authority, child);
CREATE INDEX enquiry_by_conclusion ON enquiry (authority, concluded_day);
CREATE INDEX conference_booked_by_child ON conference_booked (authority, child);
CREATE INDEX conference_booked_by_day ON conference_booked (authority, on_day);
CREATE INDEX person_merge_by_kept ON person_merge (authority, kept);
CREATE INDEX barrier_by_child ON barrier (authority, child);
CREATE INDEX barrier_by_worker ON barrier (authority, worker);
CREATE INDEX emergency_opening_waiting ON emergency_opening (authority, opened_at)
  WHERE found = '';
CREATE INDEX emergency_opening_by_moment ON emergency_opening (authority, opened_at);
CREATE INDEX mistake_told_by_worker ON mistake_told (authority, worker);
CREATE INDEX connection_by_worker ON connection (authority, worker);
CREATE INDEX connection_by_birth ON connection (authority, born);
CREATE INDEX connection_by_postcode ON connection (authority, postcode);
CREATE INDEX address_by_postcode ON address (authority, postcode);
CREATE INDEX contact_waiting ON contact (authority, received_day) WHERE outcome = '';
CREATE INDEX contact_by_receipt ON contact (authority, received_day);
CREATE INDEX contact_by_decision ON contact (authority, decided_day);
CREATE INDEX signing_waiting ON signing (authority, team, recorded_at) WHERE state = 'waiting';
CREATE INDEX signing_returned ON signing (authority, author) WHERE state = 'returned';
CREATE INDEX contact_child_by_person ON contact_child (authority, person);
CREATE INDEX hand_over_by_child ON hand_over (authority, child);
CREATE INDEX referral_by_reference ON referral (authority, reference);
CREATE INDEX referrer_to_tell_by_day ON referrer_to_tell (authority, decided_day);
)";

inline constexpr std::array<std::string_view, 6> protected_tables = {"meta", "entry", "about",
                                                                     "look", "done",  "kept_file"};

} // namespace gweld::store::sql
