-- Up Migration

/*
 * Specializations of a company: what is asked, as versions that never change; who applied, what was decided by which
 * evidence, and what was awarded, from a day to a day.
 */

create table specialization (
  vendor_id uuid not null references vendor,
  id uuid not null,
  -- What tracks name it by; it never changes.
  key text not null check (key ~ '^[a-z][a-z0-9-]{0,39}$'),
  created_at timestamptz not null,
  primary key (vendor_id, id),
  unique (vendor_id, key)
);
call app.tenant_table('specialization', vendor => 'select, insert', partner => 'select', job => 'select');

create table specialization_version (
  vendor_id uuid not null,
  id uuid not null,
  specialization_id uuid not null,
  version integer not null check (version > 0),
  label text not null check (char_length(label) between 1 and 80),
  summary text not null check (char_length(summary) <= 1000),
  -- What is asked: an expression over facts.
  requires text not null check (char_length(requires) between 1 and 2000),
  valid_months integer not null check (valid_months between 1 and 120),
  -- So many days before the end it is warned of, and a renewal can be applied for.
  warn_days integer not null check (warn_days between 1 and 365),
  badge_background text not null check (badge_background ~ '^#[0-9a-f]{6}$'),
  badge_text text not null check (badge_text ~ '^#[0-9a-f]{6}$'),
  -- Whether partners can apply for it.
  open boolean not null,
  published_by uuid not null,
  published_at timestamptz not null,
  primary key (vendor_id, id),
  unique (vendor_id, specialization_id, version),
  unique (vendor_id, specialization_id, id),
  foreign key (vendor_id, specialization_id) references specialization,
  foreign key (vendor_id, published_by) references membership
);
call app.tenant_table('specialization_version', vendor => 'select, insert', partner => 'select', job => 'select');

create table specialization_application (
  vendor_id uuid not null,
  id uuid not null,
  specialization_id uuid not null,
  partner_id uuid not null,
  version_id uuid not null,
  note text not null check (char_length(note) <= 2000),
  state text not null default 'open' check (state in ('open', 'granted', 'declined')),
  applied_by uuid not null,
  applied_at timestamptz not null,
  -- The partner took it back before it was decided.
  withdrawn_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  decided_reason text check (char_length(decided_reason) between 1 and 1000),
  -- What was asked and what the company had, when it was decided.
  evidence jsonb,
  primary key (vendor_id, id),
  unique (vendor_id, id, specialization_id, partner_id),
  foreign key (vendor_id, specialization_id, version_id)
    references specialization_version (vendor_id, specialization_id, id),
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, applied_by) references membership,
  foreign key (vendor_id, decided_by) references membership,
  check ((state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  check (state <> 'declined' or decided_reason is not null),
  check (withdrawn_at is null or state = 'open')
);
create unique index specialization_application_open on specialization_application (vendor_id, specialization_id, partner_id)
  where state = 'open' and withdrawn_at is null;
create index on specialization_application (vendor_id, partner_id, applied_at desc);
create index on specialization_application (vendor_id, applied_at desc, id desc);
call app.tenant_table('specialization_application',
  vendor => 'select, insert, update (state, decided_by, decided_at, decided_reason, evidence)',
  partner => 'select, insert, update (withdrawn_at)',
  partner_when => 'partner_id = any (app.own_partners())',
  job => 'select');

-- Held from a day up to another; the clock ends it, whether or not anybody looks.
create table specialization_award (
  vendor_id uuid not null,
  id uuid not null,
  specialization_id uuid not null,
  partner_id uuid not null,
  version_id uuid not null,
  application_id uuid not null,
  awarded_by uuid not null,
  awarded_at timestamptz not null,
  effective_from date not null,
  effective_until date not null,
  -- The first day on which it is not held any more, where it was revoked.
  revoked_on date,
  revoked_by uuid,
  revoked_at timestamptz,
  revoked_reason text check (char_length(revoked_reason) between 1 and 1000),
  warned_at timestamptz,
  expiry_told_at timestamptz,
  primary key (vendor_id, id),
  unique (vendor_id, application_id),
  foreign key (vendor_id, specialization_id, version_id)
    references specialization_version (vendor_id, specialization_id, id),
  foreign key (vendor_id, application_id, specialization_id, partner_id)
    references specialization_application (vendor_id, id, specialization_id, partner_id),
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, awarded_by) references membership,
  foreign key (vendor_id, revoked_by) references membership,
  check (effective_until > effective_from),
  check (revoked_on >= effective_from and revoked_on < effective_until),
  check ((revoked_on is null) = (revoked_at is null) and (revoked_at is null) = (revoked_by is null)
    and (revoked_at is null) = (revoked_reason is null)),
  constraint specialization_award_once exclude using gist (vendor_id with =, specialization_id with =, partner_id with =,
    daterange(effective_from, coalesce(revoked_on, effective_until)) with &&)
);
create index on specialization_award (vendor_id, partner_id, effective_until);
create index on specialization_award (vendor_id, effective_until);
call app.tenant_table('specialization_award',
  vendor => 'select, insert, update (revoked_on, revoked_by, revoked_at, revoked_reason)',
  partner => 'select', partner_when => 'partner_id = any (app.own_partners())',
  job => 'select, update (warned_at, expiry_told_at)');
