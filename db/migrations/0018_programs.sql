-- Up Migration

/*
 * Programs as documents: tracks, benefits and terms beside the ladder. A version is immutable; the next one is a draft
 * until it is published. Who is in a program follows from its criteria, and from what somebody decided by name.
 */

-- A version without a ladder has no tiers. The ladder keeps its column, since plans find it by its name; `terms` is the
-- rest of the document. What was published before there was a rest is for everyone.
alter table program_version
  alter column ladder drop not null,
  add column terms jsonb not null default '{"format":"hanse-program/1","summary":"","criteria":{"types":[],"regions":[]},"noticeDays":0,"acknowledge":false,"counts":{"dealRules":"customer-site","tiers":"contracting-entity","funds":"paying-entity"},"benefits":[],"tracks":[{"key":"everyone","label":"Everyone","types":[],"regions":[],"specializations":[],"isDefault":true,"applicationForm":{"kind":"application-form","name":null},"onboardingTrack":{"kind":"onboarding-track","name":null},"agreements":[],"rulesOfEngagement":null,"plans":[],"content":[],"tiers":{}}]}';
alter table program_version alter column terms drop default;

-- A program that was never published is the vendor's alone.
alter table program add column first_published_at timestamptz default now();
alter table program alter column first_published_at drop default;
alter policy hanse_partner on program using (vendor_id = app.vendor() and first_published_at is not null);
grant update (first_published_at, name), delete on program to hanse_vendor;

-- What somebody is still writing; publishing copies it into a version and removes it.
create table program_draft (
  vendor_id uuid not null,
  program_id uuid not null,
  document jsonb not null,
  effective_from date not null,
  -- The template or the program that it was begun with.
  begun_with text check (char_length(begun_with) between 1 and 200),
  edited_by uuid,
  edited_at timestamptz not null,
  version integer not null default 1,
  primary key (vendor_id, program_id),
  foreign key (vendor_id, program_id) references program on delete cascade
);
call app.tenant_table('program_draft', vendor => 'select, insert, update, delete');

-- A version taken back before its first day: who, when, why. It never was in force.
create table program_version_withdrawal (
  vendor_id uuid not null,
  version_id uuid not null,
  reason text not null check (char_length(reason) between 1 and 1000),
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  primary key (vendor_id, version_id),
  foreign key (vendor_id, version_id) references program_version
);
call app.tenant_table('program_version_withdrawal', vendor => 'select, insert', partner => 'select', job => 'select');

-- Who is in a program, or is not, whatever its criteria say: by name, from a day to a day. One decision at a time.
create table program_enrolment (
  vendor_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  partner_id uuid not null,
  kind text not null check (kind in ('included', 'excluded')),
  reason text not null check (char_length(reason) between 1 and 1000),
  effective_from date not null,
  -- The first day on which it does not hold any more; none: until it is ended.
  effective_until date,
  decided_by uuid not null,
  decided_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  ended_reason text check (char_length(ended_reason) between 1 and 1000),
  primary key (vendor_id, id),
  foreign key (vendor_id, program_id) references program,
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, decided_by) references membership,
  foreign key (vendor_id, ended_by) references membership,
  constraint program_enrolment_ends_after_it_begins
    check (effective_until > effective_from or (effective_until = effective_from and ended_at is not null)),
  constraint program_enrolment_ended_by_somebody check ((ended_at is null) = (ended_by is null)
    and (ended_at is null) = (ended_reason is null) and (ended_at is null or effective_until is not null)),
  constraint program_enrolment_one_at_a_time exclude using gist
    (vendor_id with =, program_id with =, partner_id with =, daterange(effective_from, effective_until) with &&)
);
create index on program_enrolment (vendor_id, partner_id);
call app.tenant_table('program_enrolment',
  vendor => 'select, insert, update (effective_until, ended_by, ended_at, ended_reason)',
  partner => 'select', partner_when => 'partner_id = any (app.own_partners())',
  job => 'select');

-- That a partner has read and accepted a year of a program; a year is named by the calendar year in which it begins.
create table program_acknowledgement (
  vendor_id uuid not null,
  program_id uuid not null,
  partner_id uuid not null,
  program_year integer not null check (program_year between 2000 and 2200),
  version_id uuid not null,
  acknowledged_by uuid not null,
  acknowledged_at timestamptz not null,
  primary key (vendor_id, program_id, partner_id, program_year),
  foreign key (vendor_id, program_id) references program,
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, version_id) references program_version,
  foreign key (vendor_id, acknowledged_by) references membership
);
create index on program_acknowledgement (vendor_id, partner_id);
call app.tenant_table('program_acknowledgement',
  vendor => 'select',
  partner => 'select, insert', partner_when => 'partner_id = any (app.own_partners())',
  job => 'select');

-- That a partner was asked to acknowledge, each time.
create table program_acknowledgement_reminder (
  vendor_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  partner_id uuid not null,
  program_year integer not null,
  reminded_by uuid not null,
  reminded_at timestamptz not null,
  primary key (vendor_id, id),
  foreign key (vendor_id, program_id) references program,
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, reminded_by) references membership
);
create index on program_acknowledgement_reminder (vendor_id, program_id, program_year, partner_id);
call app.tenant_table('program_acknowledgement_reminder', vendor => 'select, insert', job => 'select');
