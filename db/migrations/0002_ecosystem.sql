-- Up Migration

-- Partners -----------------------------------------------------------------------------------------------------------

create table partner (
  vendor_id uuid not null references vendor,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 400),
  -- What the vendor's other systems call it.
  external_id text check (char_length(external_id) between 1 and 200),
  territory text check (char_length(territory) between 1 and 200),
  -- What lists are searched and ordered by; a column, since an expression that could leak cannot use an index here.
  sort_name text not null generated always as (lower(name)) stored,
  import_id uuid,
  -- The last import that changed it after it was there.
  changed_by_import_id uuid,
  -- What the last import said of it, cell by cell: what people have changed here since is not overwritten by the same file.
  imported text[],
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (vendor_id, id),
  unique (vendor_id, external_id)
);
create index on partner (vendor_id, sort_name, id);
create index on partner (vendor_id, territory) where territory is not null;
create index on partner (vendor_id, import_id) where import_id is not null;
call app.tenant_table('partner',
  vendor => 'select, insert, update, delete',
  partner => 'select', partner_when => 'id = any (app.own_partners()) or id = any (app.deal_partners())',
  job => 'select');

-- A partner holds types from a day to a day; several at once.
create table partner_type (
  vendor_id uuid not null,
  partner_id uuid not null,
  type text not null check (type in ('reseller', 'msp', 'integrator', 'distributor', 'master-agent', 'sub-agent',
    'direct-agent', 'technology-alliance', 'affiliate', 'referral', 'marketplace', 'advisor')),
  effective_from date not null,
  effective_until date,
  primary key (vendor_id, partner_id, type, effective_from),
  foreign key (vendor_id, partner_id) references partner,
  check (effective_until > effective_from)
);
call app.tenant_table('partner_type',
  vendor => 'select, insert, update, delete',
  partner => 'select', partner_when => 'partner_id = any (app.own_partners()) or partner_id = any (app.deal_partners())',
  job => 'select');

-- The hierarchy: parent to child, of a kind, from a day to a day. One parent of a kind at a time.
create table partner_edge (
  vendor_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('owns', 'distributes to', 'master of')),
  parent_id uuid not null,
  child_id uuid not null,
  effective_from date not null,
  effective_until date,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (vendor_id, id),
  foreign key (vendor_id, parent_id) references partner,
  foreign key (vendor_id, child_id) references partner,
  check (parent_id <> child_id),
  check (effective_until > effective_from),
  exclude using gist (vendor_id with =, kind with =, child_id with =, daterange(effective_from, effective_until) with &&)
);
create index on partner_edge (vendor_id, parent_id);
create index on partner_edge (vendor_id, child_id);
call app.tenant_table('partner_edge',
  vendor => 'select, insert, update, delete',
  partner => 'select',
  -- What stands above itself, and what lies within its downline; never an edge that joins its downline to a stranger.
  partner_when => $$child_id = any (app.own_partners())
    or (parent_id = any (app.deal_partners()) and child_id = any (app.deal_partners()))$$,
  job => 'select');
-- Whom a partner's people reach is found out before they are anybody, across vendors.
grant select on partner_edge to hanse_control;
create policy hanse_control on partner_edge to hanse_control using (true);
grant select on partner to hanse_control;
create policy hanse_control on partner to hanse_control using (true);

-- People -------------------------------------------------------------------------------------------------------------

-- What ties a person to a vendor's staff or to one partner of a vendor. Name and e-mail are as this vendor knows them.
create table membership (
  vendor_id uuid not null references vendor,
  id uuid not null,
  person_id uuid not null,
  side text not null check (side in ('vendor', 'partner')),
  partner_id uuid,
  roles text[] not null,
  name text not null check (char_length(name) between 1 and 200),
  email text not null,
  locale text check (locale ~ '^[a-z]{2}(-[A-Z]{2})?$'),
  deactivated_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (vendor_id, id),
  unique nulls not distinct (vendor_id, person_id, partner_id),
  foreign key (vendor_id, partner_id) references partner,
  check ((side = 'vendor') = (partner_id is null)),
  check (cardinality(roles) > 0),
  check (case side
    when 'vendor' then roles <@ array['vendor-admin', 'channel-manager', 'finance', 'finance-controller', 'direct-seller']
    else roles <@ array['partner-admin', 'partner-seller', 'partner-earnings'] end)
);
create index on membership (person_id);
create index on membership (vendor_id, partner_id);
call app.tenant_table('membership',
  vendor => 'select, insert, update',
  seller => 'select, update (name, locale, version)', seller_when => 'id = app.membership()',
  partner => 'select, insert, update',
  partner_when => 'id = app.membership() or partner_id = any (app.people_partners())',
  job => 'select, insert');
grant select on membership to hanse_control;
create policy hanse_control on membership to hanse_control using (true);

create table invitation (
  vendor_id uuid not null references vendor,
  id uuid not null,
  side text not null check (side in ('vendor', 'partner')),
  partner_id uuid,
  email text not null,
  roles text[] not null,
  token_hash bytea not null,
  invited_by uuid not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (vendor_id, id),
  unique (vendor_id, token_hash),
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, invited_by) references membership,
  check ((side = 'vendor') = (partner_id is null)),
  check (accepted_at is null or revoked_at is null)
);
create index on invitation (token_hash);
-- One living invitation for an address to a side or a partner.
create unique index invitation_pending on invitation (vendor_id, email, partner_id) nulls not distinct
  where accepted_at is null and revoked_at is null;
call app.tenant_table('invitation',
  vendor => 'select, insert, update',
  partner => 'select, insert, update', partner_when => 'partner_id = any (app.people_partners())',
  job => 'select, update');
grant select on invitation to hanse_control;
create policy hanse_control on invitation to hanse_control using (true);

create table api_key (
  vendor_id uuid not null,
  id uuid not null,
  membership_id uuid not null,
  name text not null check (char_length(name) between 1 and 100),
  key_hash bytea not null,
  -- The last four characters, so that a person can tell keys apart.
  hint text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (vendor_id, id),
  unique (vendor_id, key_hash),
  foreign key (vendor_id, membership_id) references membership
);
create index on api_key (key_hash);
call app.tenant_table('api_key',
  vendor => 'select, insert, update', vendor_when => 'membership_id = app.membership()',
  seller => 'select, insert, update', seller_when => 'membership_id = app.membership()',
  partner => 'select, insert, update', partner_when => 'membership_id = app.membership()',
  job => 'select, insert');
grant select on api_key to hanse_control;
create policy hanse_control on api_key to hanse_control using (true);

-- Accounts and products ------------------------------------------------------------------------------------------------

create table account (
  vendor_id uuid not null references vendor,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 400),
  external_id text check (char_length(external_id) between 1 and 200),
  sector text,
  country text,
  year_established integer check (year_established between 1000 and 2200),
  employees integer check (employees >= 0),
  annual_revenue_millions numeric(14, 2) check (annual_revenue_millions >= 0),
  parent_id uuid,
  sort_name text not null generated always as (lower(name)) stored,
  import_id uuid,
  changed_by_import_id uuid,
  imported text[],
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (vendor_id, id),
  unique (vendor_id, external_id),
  foreign key (vendor_id, parent_id) references account,
  check (parent_id <> id)
);
create index on account (vendor_id, sort_name, id);
create index on account (vendor_id, parent_id) where parent_id is not null;
create index on account (vendor_id, import_id) where import_id is not null;
call app.tenant_table('account', vendor => 'select, insert, update, delete', seller => 'select', job => 'select');

-- What a partner may see of an end customer. The partner's side never reads `account`.
create table partner_account (
  vendor_id uuid not null,
  partner_id uuid not null,
  account_id uuid not null,
  name text not null,
  country text,
  sort_name text not null generated always as (lower(name)) stored,
  import_id uuid,
  created_at timestamptz not null default now(),
  primary key (vendor_id, partner_id, account_id),
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, account_id) references account
);
create index on partner_account (vendor_id, account_id);
create index on partner_account (vendor_id, sort_name, partner_id, account_id);
call app.tenant_table('partner_account',
  vendor => 'select, insert, update, delete',
  partner => 'select', partner_when => 'partner_id = any (app.deal_partners())',
  job => 'select');

create table product (
  vendor_id uuid not null references vendor,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  external_id text check (char_length(external_id) between 1 and 200),
  series text not null check (char_length(series) between 1 and 100),
  list_price_minor bigint check (list_price_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  sort_name text not null generated always as (lower(name)) stored,
  import_id uuid,
  changed_by_import_id uuid,
  imported text[],
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (vendor_id, id),
  unique (vendor_id, external_id)
);
create index on product (vendor_id, sort_name, id);
create index on product (vendor_id, import_id) where import_id is not null;
call app.tenant_table('product', vendor => 'select, insert, update, delete', seller => 'select', partner => 'select', job => 'select');

-- Facts and tiers ------------------------------------------------------------------------------------------------------

-- A dated number about a partner, told by the feature that owns it. Corrected by a further fact, never changed.
create table fact (
  vendor_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  kind text not null,
  -- The day whose period it counts in.
  counts_on date not null,
  amount_minor bigint not null,
  currency text not null,
  source_kind text not null,
  source_id uuid not null,
  import_id uuid,
  recorded_at timestamptz not null default now(),
  primary key (vendor_id, id),
  foreign key (vendor_id, partner_id) references partner
);
create index on fact (vendor_id, partner_id, kind, counts_on) include (amount_minor, currency);
-- The sums of a period for all partners at once.
create index on fact (vendor_id, kind, counts_on) include (partner_id, amount_minor, currency);
create index on fact (vendor_id, source_id);
call app.tenant_table('fact',
  vendor => 'select, insert, delete',
  partner => 'select', partner_when => 'partner_id = any (app.money_partners())',
  job => 'select, insert');

create table program (
  vendor_id uuid not null references vendor,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  created_at timestamptz not null default now(),
  primary key (vendor_id, id),
  unique (vendor_id, name)
);
call app.tenant_table('program', vendor => 'select, insert', partner => 'select', job => 'select, insert');

-- Immutable: a version is only ever added.
create table program_version (
  vendor_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  version integer not null check (version > 0),
  effective_from date not null,
  ladder jsonb not null,
  published_by uuid,
  published_at timestamptz not null,
  primary key (vendor_id, id),
  unique (vendor_id, program_id, version),
  foreign key (vendor_id, program_id) references program
);
call app.tenant_table('program_version', vendor => 'select, insert', partner => 'select', job => 'select, insert');

-- A tier that a posted run has used stands for its quarter, whatever is learnt later.
create table tier_standing (
  vendor_id uuid not null,
  partner_id uuid not null,
  program_id uuid not null,
  quarter_start date not null,
  level text not null,
  basis_minor bigint not null,
  currency text not null,
  program_version_id uuid not null,
  run_id uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (vendor_id, partner_id, program_id, quarter_start),
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, program_version_id) references program_version
);
call app.tenant_table('tier_standing',
  vendor => 'select, insert',
  partner => 'select', partner_when => 'partner_id = any (app.money_partners())',
  job => 'select');
