-- Up Migration

/*
 * Tiers as they were decided. A review measures a window, is decided on a day and is in force from a day; what it gave
 * each partner is kept with what was measured, so that a past standing can be told. Facts that come late amend a
 * decision by a further row, until a posted run has used it.
 */
create table tier_decision (
  vendor_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  program_id uuid not null,
  -- Where it was measured: '' for the partner or its group, else a country or a location of the partner's.
  place text not null default '' check (char_length(place) <= 40),
  -- The day before which the window ends.
  review_on date not null,
  -- 1 for the decision, more for what came later.
  n integer not null check (n > 0),
  decided_on date not null,
  in_force_from date not null,
  -- What the requirements alone give, and what holds.
  earned text not null,
  level text not null,
  why text not null check (char_length(why) between 1 and 60),
  -- Since when the level holds.
  since date not null,
  grace_until date,
  measured jsonb not null,
  sources jsonb not null,
  program_version_id uuid not null,
  recorded_at timestamptz not null,
  primary key (vendor_id, id),
  unique (vendor_id, partner_id, program_id, place, review_on, n),
  foreign key (vendor_id, partner_id) references partner on delete cascade,
  foreign key (vendor_id, program_id) references program,
  foreign key (vendor_id, program_version_id) references program_version,
  check (review_on <= decided_on and decided_on <= in_force_from)
);
create index on tier_decision (vendor_id, program_id, review_on);
create index on tier_decision (vendor_id, program_id, partner_id, in_force_from desc);
call app.tenant_table('tier_decision',
  vendor => 'select',
  partner => 'select', partner_when => 'partner_id = any (app.money_partners())',
  job => 'select, insert');

-- A review that was decided: once, however many servers there are.
create table tier_review (
  vendor_id uuid not null,
  program_id uuid not null,
  review_on date not null,
  program_version_id uuid not null,
  decided_on date not null,
  in_force_from date not null,
  partners integer not null check (partners >= 0),
  recorded_at timestamptz not null,
  primary key (vendor_id, program_id, review_on),
  foreign key (vendor_id, program_id) references program,
  foreign key (vendor_id, program_version_id) references program_version
);
call app.tenant_table('tier_review', vendor => 'select', job => 'select, insert');

-- That a partner would lose its level at the next review: said once before each.
create table tier_warning (
  vendor_id uuid not null,
  partner_id uuid not null,
  program_id uuid not null,
  place text not null default '' check (char_length(place) <= 40),
  review_on date not null,
  in_force_from date not null,
  level text not null,
  would_be text not null,
  warned_at timestamptz not null,
  primary key (vendor_id, partner_id, program_id, place, review_on),
  foreign key (vendor_id, partner_id) references partner on delete cascade,
  foreign key (vendor_id, program_id) references program
);
create index on tier_warning (vendor_id, program_id, review_on);
call app.tenant_table('tier_warning',
  vendor => 'select',
  partner => 'select', partner_when => 'partner_id = any (app.money_partners())',
  job => 'select, insert');

-- A level that somebody gives a partner for a time, whatever is measured. One at a time in a program.
create table tier_exception (
  vendor_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  program_id uuid not null,
  level text not null check (char_length(level) between 1 and 40),
  reason text not null check (char_length(reason) between 1 and 1000),
  effective_from date not null,
  -- Ending it early brings this day forward.
  effective_until date not null,
  granted_by uuid not null,
  granted_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  -- When the partner was told that it ends soon.
  end_told_at timestamptz,
  primary key (vendor_id, id),
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, program_id) references program,
  foreign key (vendor_id, granted_by) references membership,
  foreign key (vendor_id, ended_by) references membership,
  constraint tier_exception_ends_after_it_begins
    check (effective_from < effective_until or (effective_from = effective_until and ended_at is not null)),
  constraint tier_exception_ended_by_somebody check ((ended_at is null) = (ended_by is null)),
  constraint tier_exception_one_at_a_time exclude using gist
    (vendor_id with =, partner_id with =, program_id with =, daterange(effective_from, effective_until) with &&)
);
create index on tier_exception (vendor_id, program_id, effective_until);
call app.tenant_table('tier_exception',
  vendor => 'select, insert, update (effective_until, ended_by, ended_at)',
  partner => 'select', partner_when => 'partner_id = any (app.money_partners())',
  job => 'select, update (end_told_at)');

-- A grandfather clause: who had reached a level on a day keeps at least this level until another. A row for each of them.
create table tier_grandfather (
  vendor_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  program_id uuid not null,
  -- What was granted together.
  clause_id uuid not null,
  level text not null check (char_length(level) between 1 and 40),
  reason text not null check (char_length(reason) between 1 and 1000),
  effective_from date not null,
  effective_until date not null,
  granted_by uuid not null,
  granted_at timestamptz not null,
  primary key (vendor_id, id),
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, program_id) references program,
  foreign key (vendor_id, granted_by) references membership,
  unique (vendor_id, clause_id, partner_id),
  check (effective_from < effective_until)
);
create index on tier_grandfather (vendor_id, program_id, effective_until);
create index on tier_grandfather (vendor_id, partner_id);
call app.tenant_table('tier_grandfather',
  vendor => 'select, insert',
  partner => 'select', partner_when => 'partner_id = any (app.money_partners())',
  job => 'select');
