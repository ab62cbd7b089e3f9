-- Up Migration

/*
 * How punctual the vendor was, decisions made together, public tenders. What a clock promised is kept when it stops, so
 * that what came late can still be listed and counted; minutes are those of the vendor's business calendar.
 */

alter table registration
  add column answered_by uuid,
  add column answer_minutes integer check (answer_minutes >= 0),
  -- When the first answer was owed, once nobody owes it any more.
  add column answer_promised_at timestamptz,
  -- By how much it came too late; none where it came in time.
  add column answer_late_minutes integer check (answer_late_minutes >= 0),
  add column decided_by uuid,
  add column decision_minutes integer check (decision_minutes >= 0),
  add column decision_promised_at timestamptz,
  add column decision_late_minutes integer check (decision_late_minutes >= 0),
  -- When it was withdrawn, revoked or closed.
  add column ended_at timestamptz,
  add foreign key (vendor_id, answered_by) references membership,
  add foreign key (vendor_id, decided_by) references membership;
-- A partner that withdraws what was owed for too long stops the clock, and its lateness stays.
grant update (answer_promised_at, answer_late_minutes, decision_promised_at, decision_late_minutes, ended_at)
  on registration to hanse_partner;
create index on registration (vendor_id, answer_promised_at) where answer_late_minutes is not null;
create index on registration (vendor_id, decision_promised_at) where decision_late_minutes is not null;

-- Decisions that were made together are taken back together.
alter table registration_decision add column batch_id uuid;
create index on registration_decision (vendor_id, batch_id) where batch_id is not null;

-- What a customer has put out to tender in public. It stands against registrations of that day and later ones.
create table public_tender (
  vendor_id uuid not null,
  id uuid not null,
  customer_name text not null check (char_length(customer_name) between 1 and 400),
  name_key text not null generated always as (app.name_key(customer_name)) stored,
  customer_domain text check (customer_domain ~ '^[^\s/@]{1,253}$'),
  country text check (country ~ '^[A-Z]{2}$'),
  -- What of the customer's it is about; empty: anything that we sell.
  project text not null default '' check (char_length(project) <= 200),
  published_on date not null,
  -- Where it is announced: a number, an address.
  source text check (char_length(source) between 1 and 400),
  entered_by uuid not null,
  entered_at timestamptz not null,
  ended_at timestamptz,
  primary key (vendor_id, id),
  foreign key (vendor_id, entered_by) references membership,
  check (ended_at > entered_at)
);
create index on public_tender (vendor_id, name_key) where ended_at is null;
create index on public_tender (vendor_id, customer_domain) where ended_at is null and customer_domain is not null;
call app.tenant_table('public_tender', vendor => 'select, insert, update', job => 'select');
