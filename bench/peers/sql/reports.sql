-- The three duties of a visit and the figure counted from them, by the rules of law/child-protection
-- (docs/decisions/duty-recurring.md). Both peers ask these; plpgsql keeps their plans.

-- Of children on the register, when each visit is due. bedroom_due is null where it was seen.
create function visits_due(children uuid[], today date)
returns table (child uuid, since date, alone_due date, home_due date, bedroom_due date)
language plpgsql stable as $$ begin return query
select stay.child, stay.start_day,
  (select d.due from due_day d where d.anchor = coalesce(alone.last, stay.start_day)),
  coalesce(home.last, stay.start_day) + 28,
  case when not bedroom.seen then
    (case when review.last is null then stay.start_day + interval '3 months'
          else review.last + interval '6 months' end)::date end
from registration stay
cross join lateral (select max(v.on_day) as last from visit v where v.child = stay.child
  and v.on_day > stay.start_day and v.on_day <= today and v.seen = 'yes' and v.alone = 'yes') alone
cross join lateral (select max(v.on_day) as last from visit v where v.child = stay.child
  and v.on_day > stay.start_day and v.on_day <= today and v.seen = 'yes' and v.place = 'home') home
cross join lateral (select max(m.on_day) as last from meeting m where m.child = stay.child
  and m.meeting = 'conference.review' and m.on_day > stay.start_day and m.on_day <= today) review
cross join lateral (select exists (select from visit v where v.child = stay.child
  and v.on_day > coalesce(review.last, stay.start_day) and v.on_day <= today
  and v.bedroom = 'yes') as seen) bedroom
where stay.child = any (children) and stay.start_day <= today
  and (stay.end_day is null or stay.end_day > today);
end $$;

-- A team's children and those nobody is allocated to, with a visit overdue; longest overdue first.
create function overdue(of_team uuid, today date)
returns table (child uuid, forename text, surname text, born date, worker text, alone_due date,
  home_due date, bedroom_due date)
language plpgsql stable as $$ begin return query
with held as (
  select distinct on (a.child) a.child, a.team, w.name
  from allocation a join worker w on w.id = a.worker
  where a.from_day <= today and (a.until_day is null or a.until_day > today)
  order by a.child, a.from_day desc),
ours as (
  select r.child, h.name from registration r left join held h on h.child = r.child
  where r.start_day <= today and (r.end_day is null or r.end_day > today)
    and (h.child is null or h.team = of_team))
select p.id, p.forename, p.surname, p.born, o.name, d.alone_due, d.home_due, d.bedroom_due
from visits_due((select array_agg(o.child) from ours o), today) d
join ours o on o.child = d.child join person p on p.id = d.child
where least(d.alone_due, d.home_due, d.bedroom_due) < today
order by least(d.alone_due, d.home_due, d.bedroom_due), p.forename;
end $$;

-- Of the times children were due to be seen alone, month by month, how it came out.
create function seen_alone_by_month(first date, last date, today date)
returns table (month date, due bigint, on_time bigint, recorded_late bigint, late bigint,
  not_met bigint)
language plpgsql stable as $$ begin return query
with stay as (
  select r.id, r.child, r.start_day, case when r.end_day <= today then r.end_day end as left_on
  from registration r where r.start_day <= today),
seen as (
  select s.id, s.start_day, v.on_day,
    min((v.recorded_at at time zone 'Europe/London')::date) as recorded
  from stay s join visit v on v.child = s.child and v.on_day > s.start_day
    and v.on_day <= least(today, s.left_on - 1) and v.seen = 'yes' and v.alone = 'yes'
  group by s.id, s.start_day, v.on_day),
met as (
  select coalesce(lag(v.on_day) over (partition by v.id order by v.on_day), v.start_day) as anchor,
    v.on_day, v.recorded from seen v),
unmet as (
  select coalesce(max(v.on_day), s.start_day) as anchor, s.left_on
  from stay s left join seen v on v.id = s.id group by s.id, s.start_day, s.left_on),
duty as (
  select d.due as due_by, case when m.on_day > d.due then 'late'
    when m.recorded <= d.due then 'on time' else 'recorded late' end as state
  from met m join due_day d on d.anchor = m.anchor
  union all
  select d.due, 'not met' from unmet u join due_day d on d.anchor = u.anchor
  where coalesce(u.left_on, today) > d.due)
select date_trunc('month', d.due_by)::date, count(*), count(*) filter (where state = 'on time'),
  count(*) filter (where state = 'recorded late'), count(*) filter (where state = 'late'),
  count(*) filter (where state = 'not met')
from duty d where d.due_by between first and last group by 1 order by 1;
end $$;
