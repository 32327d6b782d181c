-- The tables of the county as Directus's collections, and who may see a child: whoever works with it
-- today or is of the team that does; a manager also whoever nobody works with; a head of service all.
-- Who works with whom is open to all of them, because that decides it. psql variables: today.
alter table directus_users add column worker uuid, add column team uuid, add column county_role text;
create temporary table given (name text, worker uuid, shown text, role text, team uuid);
\copy given from pstdin csv null '\N'

insert into directus_collections (collection)
select unnest(array['person', 'team', 'worker', 'family_member', 'address', 'registration',
                    'allocation', 'meeting', 'visit', 'event', 'look']);
insert into directus_relations (many_collection, many_field, one_collection, one_field) values
  ('allocation', 'child', 'person', 'allocations'), ('allocation', 'worker', 'worker', null),
  ('allocation', 'team', 'team', null), ('registration', 'child', 'person', 'registrations'),
  ('address', 'person', 'person', 'addresses'), ('event', 'child', 'person', 'events'),
  ('visit', 'child', 'person', 'visits'), ('family_member', 'person', 'person', 'families');
insert into directus_fields (collection, field, special)
select one_collection, one_field, 'o2m' from directus_relations
where one_field is not null and one_collection = 'person';

insert into directus_roles (id, name) select gen_random_uuid(), role from given group by role;
insert into directus_policies (id, name, app_access, admin_access)
select gen_random_uuid(), role, false, false from given group by role;
insert into directus_access (id, role, policy)
select gen_random_uuid(), r.id, p.id from directus_roles r join directus_policies p using (name)
where r.name in (select role from given);
insert into directus_users (id, first_name, email, password, status, provider, role, worker, team,
                            county_role)
select gen_random_uuid(), g.shown, g.name || '@example.com',
  (select password from directus_users where email = 'admin@example.com'), 'active', 'default', r.id,
  g.worker, g.team, g.role
from given g join directus_roles r on r.name = g.role;

create temporary table rule (role text, whom json);
insert into rule
select role, case role
  when 'head_of_service' then json_build_object()
  when 'team_manager' then json_build_object('_or', json_build_array(theirs, nobodys))
  else theirs end
from (select role, json_build_object('allocations', json_build_object('_some', json_build_object('_and',
    json_build_array(
      json_build_object('_or', json_build_array(
        json_build_object('until_day', json_build_object('_null', true)),
        json_build_object('until_day', json_build_object('_gt', :'today')))),
      json_build_object('_or', json_build_array(
        json_build_object('worker', json_build_object('_eq', '$CURRENT_USER.worker')),
        json_build_object('team', json_build_object('_eq', '$CURRENT_USER.team')))))))) as theirs,
  json_build_object('allocations', json_build_object('_none', json_build_object('until_day',
    json_build_object('_null', true)))) as nobodys
  from given group by role) asked
where role in ('social_worker', 'team_manager', 'head_of_service');
insert into directus_permissions (policy, collection, action, permissions, fields)
select p.id, c.collection, 'read',
  case c.collection when 'person' then r.whom else '{}' end, c.fields
from rule r join directus_policies p on p.name = r.role
cross join (values ('person', 'id,allocations'), ('allocation', 'id,child,worker,team,until_day'))
  c (collection, fields);
