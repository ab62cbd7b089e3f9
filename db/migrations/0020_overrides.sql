-- Up Migration

/*
 * What a region or a country does otherwise than the program says: one parameter of a closed list, from a day to a day,
 * because somebody said why and an administrator approved it.
 */

create table program_override (
  vendor_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  scope_kind text not null check (scope_kind in ('country', 'region')),
  -- ISO 3166 country, or the key of one of the vendor's regions.
  scope_key text not null check (char_length(scope_key) between 1 and 60),
  -- How the region was called when it was proposed: what is explained by it keeps the name.
  scope_label text not null check (char_length(scope_label) between 1 and 200),
  parameter text not null check (char_length(parameter) between 1 and 200),
  value jsonb not null,
  reason text not null check (char_length(reason) between 1 and 1000),
  state text not null check (state in ('proposed', 'approved', 'declined', 'withdrawn')),
  effective_from date not null,
  effective_until date not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  -- Who approved or declined it, or took the proposal back.
  decided_by uuid,
  decided_at timestamptz,
  decided_reason text check (char_length(decided_reason) between 1 and 1000),
  -- The first day on which it does not hold any more, where somebody ended it before its time.
  ended_on date,
  ended_by uuid,
  ended_at timestamptz,
  ended_reason text check (char_length(ended_reason) between 1 and 1000),
  -- When it was told that it ends soon.
  expiry_told_at timestamptz,
  primary key (vendor_id, id),
  foreign key (vendor_id, program_id) references program,
  foreign key (vendor_id, proposed_by) references membership,
  foreign key (vendor_id, decided_by) references membership,
  foreign key (vendor_id, ended_by) references membership,
  check (effective_until > effective_from),
  check ((state = 'proposed') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  check (state <> 'declined' or decided_reason is not null),
  check (ended_on >= effective_from and ended_on < effective_until),
  check ((ended_on is null) = (ended_at is null) and (ended_at is null) = (ended_by is null)
    and (ended_at is null) = (ended_reason is null)),
  check (ended_on is null or state = 'approved'),
  -- One place says one thing of a parameter on any day, what is proposed included.
  constraint program_override_one_at_a_time exclude using gist (vendor_id with =, program_id with =, scope_kind with =,
    scope_key with =, parameter with =, daterange(effective_from, coalesce(ended_on, effective_until)) with &&)
    where (state in ('proposed', 'approved'))
);
create index on program_override (vendor_id, program_id, effective_until desc, id desc);
create index program_override_waiting on program_override (vendor_id, proposed_at) where state = 'proposed';
call app.tenant_table('program_override',
  vendor => $$select, insert, update (state, decided_by, decided_at, decided_reason, ended_on, ended_by, ended_at,
    ended_reason)$$,
  job => 'select, update (expiry_told_at)');

-- Which days an approval gives, and where they were said: kept with what is protected by it.
alter table registration add column protection_days jsonb;
