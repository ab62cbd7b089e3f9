-- Up Migration

create table plan (
  vendor_id uuid not null references vendor,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  created_at timestamptz not null default now(),
  primary key (vendor_id, id),
  unique (vendor_id, name)
);
call app.tenant_table('plan', vendor => 'select, insert', partner => 'select', job => 'select');

-- What somebody is still writing. Publishing copies it into a version and removes it.
create table plan_draft (
  vendor_id uuid not null,
  plan_id uuid not null,
  rules jsonb not null,
  effective_from date not null,
  edited_by uuid,
  edited_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (vendor_id, plan_id),
  foreign key (vendor_id, plan_id) references plan
);
call app.tenant_table('plan_draft', vendor => 'select, insert, update, delete');

-- Immutable: a version is only ever added. A win is governed by the latest version that is in force on its day of close.
create table plan_version (
  vendor_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  version integer not null check (version > 0),
  effective_from date not null,
  rules jsonb not null,
  -- The program whose ladder gives the tier that the rules name; none when they name none.
  program_id uuid,
  published_by uuid,
  published_at timestamptz not null,
  primary key (vendor_id, id),
  unique (vendor_id, plan_id, version),
  foreign key (vendor_id, plan_id) references plan,
  foreign key (vendor_id, program_id) references program
);
call app.tenant_table('plan_version', vendor => 'select, insert', partner => 'select', job => 'select');

-- The computation of a plan for a month. Previewed, then posted and immutable; what comes later makes a run that adjusts it.
create table run (
  vendor_id uuid not null,
  id uuid not null,
  number bigint not null,
  plan_id uuid not null,
  -- First day of the month whose wins it computes.
  period date not null check (extract(day from period) = 1),
  adjusts_run_id uuid,
  state text not null check (state in ('previewed', 'posted', 'discarded')),
  -- First day of the month its lines are booked in; told at posting for an adjustment.
  booked_in date not null check (extract(day from booked_in) = 1),
  currency text not null,
  line_count integer not null default 0,
  problem_count integer not null default 0,
  total_minor bigint not null default 0,
  partner_count integer not null default 0,
  win_count integer not null default 0,
  -- What was read when it was previewed; posting is refused when it no longer holds.
  facts_digest text not null,
  previewed_by uuid,
  previewed_at timestamptz not null,
  posted_by uuid,
  posted_at timestamptz,
  -- When the posting was written, by the database's clock: what changed after it waits for an adjustment.
  posting_recorded_at timestamptz,
  primary key (vendor_id, id),
  unique (vendor_id, number),
  foreign key (vendor_id, plan_id) references plan,
  foreign key (vendor_id, adjusts_run_id) references run,
  check ((state = 'posted') = (posted_at is not null))
);
-- A month of a plan is posted once.
create unique index run_posted_once on run (vendor_id, plan_id, period) where state = 'posted' and adjusts_run_id is null;
create index on run (vendor_id, plan_id, period);
call app.tenant_table('run', vendor => 'select, insert, update', job => 'select');


-- The lines of a preview. They become earnings when the run is posted, and go when it is discarded.
create table run_line (
  vendor_id uuid not null,
  run_id uuid not null,
  id uuid not null,
  win_id uuid not null,
  opportunity_id uuid not null,
  plan_version_id uuid not null,
  component text not null,
  partner_id uuid not null,
  -- As the partner was called when the line was computed; the receipt says so.
  partner_name text not null,
  line_kind text not null check (line_kind in ('first', 'adjustment', 'reversal')),
  adjusts_id uuid,
  closed_on date not null,
  hold_until date not null,
  amount_minor bigint not null,
  currency text not null,
  -- What was booked for the same win, component and beneficiary before, and how much of the win was then reversed.
  booked_minor bigint not null,
  reversed_minor bigint not null,
  ladder_version_id uuid,
  -- Canonical JSON, byte for byte: the receipt is rebuilt from it.
  facts text not null,
  digest bytea not null,
  primary key (vendor_id, run_id, id),
  foreign key (vendor_id, run_id) references run
);
create index on run_line (vendor_id, run_id, partner_id);
call app.tenant_table('run_line', vendor => 'select, insert, delete');

-- Wins that a preview could not turn into money, each with its reason.
create table run_problem (
  vendor_id uuid not null,
  run_id uuid not null,
  win_id uuid not null,
  opportunity_id uuid not null,
  code text not null,
  params jsonb not null default '{}',
  primary key (vendor_id, run_id, win_id, code),
  foreign key (vendor_id, run_id) references run
);
call app.tenant_table('run_problem', vendor => 'select, insert, delete');

create table statement (
  vendor_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  -- Counted per partner.
  number integer not null check (number > 0),
  currency text not null,
  period date not null check (extract(day from period) = 1),
  opening_minor bigint not null,
  released_minor bigint not null,
  adjusted_minor bigint not null,
  paid_minor bigint not null,
  closing_minor bigint not null,
  -- Beside the sum: what was earned in the month, and what is held at its end.
  earned_minor bigint not null,
  held_minor bigint not null,
  closed_by uuid,
  closed_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (vendor_id, id),
  unique (vendor_id, partner_id, currency, period),
  unique (vendor_id, partner_id, number),
  foreign key (vendor_id, partner_id) references partner,
  check (closing_minor = opening_minor + released_minor + adjusted_minor - paid_minor)
);
create index on statement (vendor_id, period desc, id);
call app.tenant_table('statement',
  vendor => 'select, insert',
  partner => 'select', partner_when => 'partner_id = any (app.money_partners())',
  job => 'select');

-- Made by one person and released by another.
create table payout_batch (
  vendor_id uuid not null,
  id uuid not null,
  number bigint not null,
  currency text not null,
  state text not null check (state in ('made', 'released', 'withdrawn')),
  made_by uuid not null,
  made_at timestamptz not null,
  released_by uuid,
  released_at timestamptz,
  version integer not null default 1,
  primary key (vendor_id, id),
  unique (vendor_id, number),
  foreign key (vendor_id, made_by) references membership,
  foreign key (vendor_id, released_by) references membership,
  constraint payout_batch_two_people check (released_by <> made_by),
  check ((state = 'released') = (released_by is not null))
);
call app.tenant_table('payout_batch', vendor => 'select, insert, update', job => 'select');

create table payout (
  vendor_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  partner_id uuid not null,
  -- The payee's latest closed statement when the batch was made.
  statement_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  state text not null check (state in ('made', 'released', 'paid', 'returned', 'withdrawn')),
  reference text,
  paid_on date,
  return_reason text,
  returned_on date,
  -- The statements that show the payment and its return.
  paid_statement_id uuid,
  returned_statement_id uuid,
  version integer not null default 1,
  made_at timestamptz not null,
  primary key (vendor_id, id),
  unique (vendor_id, batch_id, partner_id),
  foreign key (vendor_id, batch_id) references payout_batch,
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, statement_id) references statement,
  foreign key (vendor_id, paid_statement_id) references statement,
  foreign key (vendor_id, returned_statement_id) references statement,
  check ((state in ('paid', 'returned')) = (paid_on is not null)),
  check ((state = 'returned') = (returned_on is not null))
);
create index on payout (vendor_id, partner_id);
call app.tenant_table('payout',
  vendor => 'select, insert, update',
  partner => 'select', partner_when => $$partner_id = any (app.money_partners()) and state <> 'made' and state <> 'withdrawn'$$,
  job => 'select');

-- One line of money that somebody earned. What was computed never changes; where it stands on its way does.
create table earning (
  vendor_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  plan_id uuid not null,
  plan_version_id uuid not null,
  win_id uuid not null,
  opportunity_id uuid not null,
  component text not null,
  partner_id uuid not null,
  -- As the partner was called when the line was computed; the receipt says so.
  partner_name text not null,
  line_kind text not null check (line_kind in ('first', 'adjustment', 'reversal')),
  adjusts_id uuid,
  -- First day of the month it is booked in.
  period date not null,
  closed_on date not null,
  -- The day at whose start the hold ends.
  hold_until date not null,
  amount_minor bigint not null,
  currency text not null,
  -- What was booked for the same win, component and beneficiary before, and how much of the win is reversed with it.
  booked_minor bigint not null,
  reversed_minor bigint not null,
  ladder_version_id uuid,
  -- Canonical JSON, byte for byte, from which the receipt is rebuilt, and the hash that the receipt must have.
  facts text not null,
  digest bytea not null,
  -- As the vendor was called, and where its days began, when the line was computed.
  vendor_name text not null,
  vendor_zone text not null,
  occurred_on date not null,
  recorded_at timestamptz not null default now(),
  status text not null check (status in ('held', 'approved', 'on-statement', 'paid')),
  released_on date,
  statement_id uuid,
  payout_id uuid,
  primary key (vendor_id, id),
  foreign key (vendor_id, run_id) references run,
  foreign key (vendor_id, plan_version_id) references plan_version,
  foreign key (vendor_id, ladder_version_id) references program_version,
  foreign key (vendor_id, win_id) references win,
  foreign key (vendor_id, opportunity_id) references opportunity,
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, adjusts_id) references earning,
  foreign key (vendor_id, statement_id) references statement,
  foreign key (vendor_id, payout_id) references payout,
  check ((line_kind = 'first') = (adjusts_id is null)),
  check ((status = 'held') = (released_on is null)),
  check ((status in ('on-statement', 'paid')) = (statement_id is not null)),
  check (status <> 'paid' or payout_id is not null)
);
-- A fact that earns pays once: without the plan's version, so that a new version or a rerun can only adjust.
create unique index earning_pays_once on earning (vendor_id, win_id, plan_id, component, partner_id) where line_kind = 'first';
create unique index earning_once_per_run on earning (vendor_id, run_id, win_id, component, partner_id);
create index on earning (vendor_id, partner_id, period, id);
create index on earning (vendor_id, opportunity_id);
create index on earning (vendor_id, status, hold_until);
create index on earning (vendor_id, adjusts_id) where adjusts_id is not null;
create index on earning (vendor_id, statement_id) where statement_id is not null;
create index on earning (vendor_id, payout_id) where payout_id is not null;
call app.tenant_table('earning',
  vendor => 'select, insert, update (status, released_on, statement_id, payout_id)',
  partner => 'select', partner_when => 'partner_id = any (app.money_partners())',
  job => 'select, update (status, released_on, statement_id, payout_id)');

-- Where COPY puts the lines of a run on their way to the preview. No tenant table, for COPY is refused on those: it is
-- unlogged, written and read only through the run's own id, and emptied in the same transaction.
create unlogged table run_stage (
  run_id uuid not null,
  id uuid not null,
  win_id uuid not null,
  opportunity_id uuid not null,
  plan_version_id uuid not null,
  component text not null,
  partner_id uuid not null,
  -- As the partner was called when the line was computed; the receipt says so.
  partner_name text not null,
  line_kind text not null,
  adjusts_id uuid,
  closed_on date not null,
  hold_until date not null,
  amount_minor bigint not null,
  currency text not null,
  booked_minor bigint not null,
  reversed_minor bigint not null,
  ladder_version_id uuid,
  facts text not null,
  digest bytea not null
);
create index on run_stage (run_id);
grant select, insert, delete on run_stage to hanse_vendor;
