-- Up Migration

/*
 * Touchpoints: what a partner did for a sale, with evidence. A partner logs, the vendor confirms or contests; what is
 * confirmed stands. For which sale of which partner one counts is the vendor's alone to know.
 */
create table touchpoint (
  vendor_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  kind text not null check (kind in ('registration', 'demo', 'meeting', 'document', 'introduction')),
  state text not null default 'recorded' check (state in ('recorded', 'confirmed', 'contested', 'withdrawn')),
  -- What it was for: a registration of the partner, its own opportunity, or a customer of its own.
  registration_id uuid,
  opportunity_id uuid,
  account_id uuid,
  -- The customer or the sale by the name under which the partner knew it then.
  about text not null check (char_length(about) between 1 and 400),
  -- The day on which it happened, in the vendor's calendar.
  occurred_on date not null,
  with_whom text check (char_length(with_whom) between 1 and 300),
  purpose text check (char_length(purpose) between 1 and 1000),
  link text check (char_length(link) between 8 and 1000),
  -- Nobody where a submission has recorded it by itself.
  author_id uuid,
  recorded_at timestamptz not null,
  -- What the vendor said, and what the partner answered to it; it may once.
  decided_at timestamptz,
  decided_by uuid,
  reason text check (char_length(reason) between 1 and 1000),
  remark text check (char_length(remark) between 1 and 1000),
  asked_again_at timestamptz,
  primary key (vendor_id, id),
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, registration_id) references registration,
  foreign key (vendor_id, opportunity_id) references opportunity,
  foreign key (vendor_id, account_id) references account,
  foreign key (vendor_id, author_id) references membership,
  foreign key (vendor_id, decided_by) references membership,
  constraint touchpoint_names_one check (num_nonnulls(registration_id, opportunity_id, account_id) = 1),
  constraint touchpoint_logged_says_what check (kind = 'registration'
    or (with_whom is not null and purpose is not null and author_id is not null)),
  constraint touchpoint_registration_is_one check (kind <> 'registration' or registration_id is not null),
  constraint touchpoint_decided check (state not in ('confirmed', 'contested') or decided_at is not null),
  constraint touchpoint_contested_has_reason check (state <> 'contested' or reason is not null),
  constraint touchpoint_asked_again_says_why check ((asked_again_at is null) = (remark is null))
);
-- A registration is a touchpoint once, however often its submission is told.
create unique index touchpoint_of_submission on touchpoint (vendor_id, registration_id) where kind = 'registration';
create index on touchpoint (vendor_id, partner_id, occurred_on desc, id desc);
create index on touchpoint (vendor_id, occurred_on desc, id desc);
create index on touchpoint (vendor_id, state, recorded_at, id) where state = 'recorded';
create index on touchpoint (vendor_id, registration_id) where registration_id is not null;
create index on touchpoint (vendor_id, opportunity_id) where opportunity_id is not null;
create index on touchpoint (vendor_id, account_id) where account_id is not null;
call app.tenant_table('touchpoint',
  vendor => 'select, update (state, decided_at, decided_by, reason)',
  partner => 'select, insert, update (state, remark, asked_again_at)', partner_when => 'partner_id = any (app.deal_partners())',
  job => 'select, insert, update (state, decided_at, decided_by, reason)');

-- Evidence that a partner adds, while nothing is confirmed.
create table touchpoint_file (
  vendor_id uuid not null,
  id uuid not null,
  touchpoint_id uuid not null,
  partner_id uuid not null,
  file_key text not null check (file_key ~ '^[0-9a-f]{32}$'),
  file_name text not null check (char_length(file_name) between 1 and 255),
  -- By its content, whatever its name says.
  content_type text not null check (char_length(content_type) between 3 and 100),
  file_bytes bigint not null check (file_bytes >= 0),
  file_sha256 bytea not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (vendor_id, id),
  foreign key (vendor_id, touchpoint_id) references touchpoint,
  foreign key (vendor_id, added_by) references membership
);
create index on touchpoint_file (vendor_id, touchpoint_id);
call app.tenant_table('touchpoint_file',
  vendor => 'select',
  partner => 'select, insert, delete', partner_when => 'partner_id = any (app.deal_partners())',
  job => 'select');

-- The sale for which one counts, where the vendor said so: another partner's it may be, and so no partner reads it.
create table touchpoint_sale (
  vendor_id uuid not null,
  touchpoint_id uuid not null,
  opportunity_id uuid not null,
  named_by uuid not null,
  named_at timestamptz not null,
  primary key (vendor_id, touchpoint_id),
  foreign key (vendor_id, touchpoint_id) references touchpoint,
  foreign key (vendor_id, opportunity_id) references opportunity on delete cascade,
  foreign key (vendor_id, named_by) references membership
);
create index on touchpoint_sale (vendor_id, opportunity_id);
call app.tenant_table('touchpoint_sale', vendor => 'select, insert');

/*
 * Which touchpoints belong to which opportunity: as the vendor said; else the one that it names itself or that its
 * registration led to; else, where it names a customer alone, each of the customer's.
 */
create view touchpoint_of_opportunity with (security_invoker = true) as
  select s.vendor_id, s.touchpoint_id, s.opportunity_id from touchpoint_sale s
  union all
  select t.vendor_id, t.id, t.opportunity_id from touchpoint t
  where t.opportunity_id is not null
    and not exists (select from touchpoint_sale s where s.vendor_id = t.vendor_id and s.touchpoint_id = t.id)
  union all
  select t.vendor_id, t.id, r.opportunity_id from touchpoint t
  join registration r on r.vendor_id = t.vendor_id and r.id = t.registration_id and r.opportunity_id is not null
  where not exists (select from touchpoint_sale s where s.vendor_id = t.vendor_id and s.touchpoint_id = t.id)
  union all
  select t.vendor_id, t.id, o.id from touchpoint t
  join opportunity o on o.vendor_id = t.vendor_id and o.account_id = t.account_id
  where not exists (select from touchpoint_sale s where s.vendor_id = t.vendor_id and s.touchpoint_id = t.id);
grant select on touchpoint_of_opportunity to hanse_vendor;
create index on registration (vendor_id, opportunity_id) where opportunity_id is not null;
