-- What both peers hold, with the indexes their questions need. records.py fills it.
create table team (id uuid primary key, name text not null);
create table worker (id uuid primary key, name text not null);
create table person (id uuid primary key, number text not null, forename text not null,
  surname text not null, sex text not null, born date, language text not null,
  version integer not null default 0); -- two people who write are told of each other
create table family_member (id bigserial primary key, family uuid not null,
  person uuid not null references person);
create table address (id uuid primary key, person uuid not null references person,
  kind text not null, lines text not null, postcode text not null, from_day date not null,
  until_day date);
create table registration (id uuid primary key, child uuid not null references person,
  start_day date not null, end_day date, categories text not null);
create table allocation (id uuid primary key, child uuid not null references person,
  worker uuid not null references worker, team uuid references team, from_day date not null,
  until_day date);
create table meeting (id bigserial primary key, entry uuid not null,
  child uuid not null references person, meeting text not null, on_day date not null);
create table visit (id bigserial primary key, entry uuid not null,
  child uuid not null references person, made text not null, on_day date not null,
  arrived text not null default '', place text not null, announced text not null,
  seen text not null, alone text not null, bedroom text not null, because text not null default '',
  account text not null, words text not null default '', words_language text not null default '',
  worker uuid not null, recorded_at timestamptz not null default now(),
  unique (entry, child)); -- sent twice, recorded once
create table event (id bigserial primary key, child uuid not null references person,
  kind text not null, on_day date not null, recorded_at timestamptz not null default now(),
  recorder text not null, role text not null, team text not null, body text not null);
create table look (id bigserial primary key, at timestamptz not null default now(),
  worker uuid not null, name text not null, role text not null,
  child uuid not null references person, page text not null, ground text not null);
create table due_day (anchor date primary key, due date not null);
