-- Up Migration

-- Stages are the vendor's own words; their meaning is one of three.
create table opportunity_stage (
  vendor_id uuid not null references vendor,
  key text not null check (key ~ '^[a-z][a-z0-9-]{0,40}$'),
  label text not null,
  meaning text not null check (meaning in ('open', 'won', 'lost')),
  position integer not null,
  primary key (vendor_id, key),
  unique (vendor_id, key, meaning)
);
call app.tenant_table('opportunity_stage', vendor => 'select, insert, update', seller => 'select', partner => 'select', job => 'select, insert');

create table opportunity (
  vendor_id uuid not null,
  id uuid not null,
  external_id text check (char_length(external_id) between 1 and 200),
  name text not null check (char_length(name) between 1 and 400),
  account_id uuid,
  -- The partner it is owned by: its source, and at a win the holder of the pay credit.
  owner_partner_id uuid,
  -- The vendor's own seller, where it is a direct deal.
  seller_id uuid,
  stage text not null,
  meaning text not null,
  value_minor bigint check (value_minor >= 0 and value_minor <= 1000000000000000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  engaged_on date,
  expected_close_on date,
  closed_on date,
  lost_reason text,
  -- Why a win of it earns: it came with an opening import, or somebody entered it on the partner's behalf.
  pay_basis text check (pay_basis in ('opening-import', 'on-behalf')),
  pay_basis_reason text,
  import_id uuid,
  changed_by_import_id uuid,
  -- What the last import said of it, in the order of the kind's fields: only what the source has changed since is taken over.
  imported text[],
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (vendor_id, id),
  unique (vendor_id, external_id),
  foreign key (vendor_id, account_id) references account,
  foreign key (vendor_id, owner_partner_id) references partner,
  foreign key (vendor_id, seller_id) references membership,
  foreign key (vendor_id, stage, meaning) references opportunity_stage (vendor_id, key, meaning),
  constraint opportunity_won_has_value check (meaning <> 'won' or value_minor is not null),
  constraint opportunity_closed_has_day check (meaning = 'open' or closed_on is not null),
  constraint opportunity_open_has_no_day check (meaning <> 'open' or closed_on is null),
  constraint opportunity_pay_basis_reason check ((pay_basis is null) = (pay_basis_reason is null)),
  constraint opportunity_days check (closed_on >= engaged_on),
  constraint opportunity_one_holder check (owner_partner_id is null or seller_id is null)
);
create index on opportunity (vendor_id, owner_partner_id, updated_at desc, id desc);
create index on opportunity (vendor_id, updated_at desc, id desc);
create index on opportunity (vendor_id, (coalesce(closed_on, '0001-01-01'::date)) desc, id desc);
create index on opportunity (vendor_id, (coalesce(value_minor, -1)) desc, id desc);
create index on opportunity (vendor_id, meaning, closed_on);
create index on opportunity (vendor_id, account_id) where account_id is not null;
create index on opportunity (vendor_id, seller_id) where seller_id is not null;
create index on opportunity (vendor_id, import_id) where import_id is not null;
call app.tenant_table('opportunity',
  vendor => 'select, insert, update, delete',
  seller => 'select', seller_when => 'seller_id = app.membership()',
  partner => 'select', partner_when => 'owner_partner_id = any (app.deal_partners())',
  job => 'select');

create table opportunity_line (
  vendor_id uuid not null,
  opportunity_id uuid not null,
  line_no integer not null check (line_no > 0),
  -- The owner of the opportunity again, so that the policy needs no look at another table.
  owner_partner_id uuid,
  seller_id uuid,
  product_id uuid not null,
  quantity integer not null default 1 check (quantity > 0),
  amount_minor bigint check (amount_minor >= 0),
  primary key (vendor_id, opportunity_id, line_no),
  foreign key (vendor_id, opportunity_id) references opportunity on delete cascade,
  foreign key (vendor_id, product_id) references product
);
create index on opportunity_line (vendor_id, product_id);
call app.tenant_table('opportunity_line',
  vendor => 'select, insert, update, delete',
  seller => 'select', seller_when => 'seller_id = app.membership()',
  partner => 'select', partner_when => 'owner_partner_id = any (app.deal_partners())',
  job => 'select');

-- The n-th passage of an opportunity to won. It lives until a reversal of all of it; only then there is a next.
create table win (
  vendor_id uuid not null,
  id uuid not null,
  opportunity_id uuid not null,
  n integer not null check (n > 0),
  -- The owner of the opportunity again, so that the policy needs no look at another table.
  owner_partner_id uuid,
  seller_id uuid,
  -- What reversals have taken back so far; the opportunity's value is what they take from.
  reversed_minor bigint not null default 0 check (reversed_minor >= 0),
  -- Set when all of it was taken back.
  reversed_at timestamptz,
  import_id uuid,
  recorded_at timestamptz not null default now(),
  -- When a fact that money depends on last changed, by the database's clock: held against the posting of a run.
  changed_at timestamptz not null default now(),
  primary key (vendor_id, id),
  unique (vendor_id, opportunity_id, n),
  foreign key (vendor_id, opportunity_id) references opportunity
);
create unique index win_alive on win (vendor_id, opportunity_id) where reversed_at is null;
create index on win (vendor_id, import_id) where import_id is not null;
call app.tenant_table('win',
  vendor => 'select, insert, update, delete',
  seller => 'select', seller_when => 'seller_id = app.membership()',
  partner => 'select', partner_when => 'owner_partner_id = any (app.deal_partners())',
  job => 'select');

create table win_reversal (
  vendor_id uuid not null,
  id uuid not null,
  win_id uuid not null,
  -- Zero where what was won was worth nothing.
  amount_minor bigint not null check (amount_minor >= 0),
  reason text not null check (char_length(reason) between 1 and 1000),
  reversed_on date not null,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (vendor_id, id),
  foreign key (vendor_id, win_id) references win
);
create index on win_reversal (vendor_id, win_id);
call app.tenant_table('win_reversal', vendor => 'select, insert', job => 'select');
