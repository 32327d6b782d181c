-- Distributes the tables of an empty record over the machines of a Citus cluster, by authority. Once, on
-- the coordinator, as the owner of the tables, after `gweld` has made them and before anything is
-- recorded. Not run on Citus: Debian 12 has no package of it. tests/store/postgres_divided_test.cc holds
-- these statements and the schema to Citus's documented rules.
-- https://docs.citusdata.com/en/stable/develop/reference_workarounds.html

-- Citus takes no triggers on distributed tables (https://docs.citusdata.com/en/stable/extra/triggers.html).
-- So what keeps the record from being changed is here what its user may do: Gweld works as gweld_work,
-- who is not the owner and is given no more than this.
DROP TRIGGER about_is_never_changed ON about;
DROP TRIGGER about_is_never_emptied ON about;
DROP TRIGGER about_is_never_removed ON about;
DROP TRIGGER done_is_never_changed ON done;
DROP TRIGGER done_is_never_emptied ON done;
DROP TRIGGER done_is_never_removed ON done;
DROP TRIGGER entry_is_never_changed ON entry;
DROP TRIGGER entry_is_never_emptied ON entry;
DROP TRIGGER entry_is_never_removed ON entry;
DROP TRIGGER kept_file_is_never_changed ON kept_file;
DROP TRIGGER kept_file_is_never_emptied ON kept_file;
DROP TRIGGER kept_file_is_never_removed ON kept_file;
DROP TRIGGER look_is_never_changed ON look;
DROP TRIGGER look_is_never_emptied ON look;
DROP TRIGGER look_is_never_removed ON look;
DROP TRIGGER meta_is_never_changed ON meta;
DROP TRIGGER meta_is_never_emptied ON meta;
DROP TRIGGER meta_is_never_removed ON meta;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO gweld_work;
GRANT UPDATE, DELETE ON account, account_use, address, allocation, barrier, chair_diary,
  conference_booked, connection, contact, contact_child, emergency_opening,
  enquiry, family_member, hand_over, known_browser, meeting, mistake_told, name_key, own_record,
  person, person_merge, protected_address, provenance, referral, referrer_to_tell, registration,
  second_factor, session, session_use, sign_in_attempts, signing, strategy_discussion, team,
  unsaved_form, visit, worker TO gweld_work;

-- The number of the schema is read by every machine and belongs to no authority.
SELECT create_reference_table('gweld_schema');

-- All in one group: whatever is asked of one authority is answered by one machine.
SELECT create_distributed_table('entry', 'authority', colocate_with => 'none');
SELECT create_distributed_table('about', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('account', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('account_use', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('address', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('allocation', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('barrier', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('chair_diary', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('conference_booked', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('connection', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('contact', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('contact_child', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('done', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('emergency_opening', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('enquiry', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('family_member', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('hand_over', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('kept_file', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('known_browser', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('look', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('meeting', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('meta', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('mistake_told', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('name_key', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('own_record', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('person', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('person_merge', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('protected_address', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('provenance', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('referral', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('referrer_to_tell', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('registration', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('second_factor', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('session', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('session_use', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('sign_in_attempts', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('signing', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('strategy_discussion', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('team', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('unsaved_form', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('visit', 'authority', colocate_with => 'entry');
SELECT create_distributed_table('worker', 'authority', colocate_with => 'entry');
