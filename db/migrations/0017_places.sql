-- Up Migration

/*
 * Places: a vendor's regions as a tree with countries in it, and where its partners are. A country lies in one region
 * directly, and by the tree in all above that.
 */
create table region (
  vendor_id uuid not null references vendor,
  id uuid not null,
  -- What programs and overrides call it; it never changes.
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(key) <= 40),
  name text not null check (char_length(name) between 1 and 100),
  parent_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (vendor_id, id),
  unique (vendor_id, key),
  foreign key (vendor_id, parent_id) references region,
  check (parent_id <> id)
);
create unique index region_name on region (vendor_id, lower(name));
create index on region (vendor_id, parent_id) where parent_id is not null;
call app.tenant_table('region',
  vendor => 'select, insert, update (name, parent_id, version), delete',
  partner => 'select',
  job => 'select');

create table region_country (
  vendor_id uuid not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  region_id uuid not null,
  primary key (vendor_id, country),
  foreign key (vendor_id, region_id) references region on delete cascade
);
create index on region_country (vendor_id, region_id);
call app.tenant_table('region_country', vendor => 'select, insert, update (region_id), delete', partner => 'select', job => 'select');

-- Where a partner is, from a day to a day, and which of its companies contracts there.
create table partner_location (
  vendor_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  country text not null check (country ~ '^[A-Z]{2}$'),
  -- The company that signs for it, where that is another name than the partner's.
  entity text check (char_length(entity) between 1 and 400),
  effective_from date not null,
  effective_until date,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (vendor_id, id),
  unique (vendor_id, partner_id, id),
  foreign key (vendor_id, partner_id) references partner,
  constraint partner_location_ends_after_it_begins check (effective_until > effective_from)
);
create index on partner_location (vendor_id, import_id) where import_id is not null;
call app.tenant_table('partner_location',
  vendor => 'select, insert, update (name, country, entity, effective_from, effective_until, version), delete',
  partner => 'select', partner_when => 'partner_id = any (app.own_partners()) or partner_id = any (app.deal_partners())',
  job => 'select');

-- Which location is the partner's main one, from a day to a day: one at a time.
create table partner_main_location (
  vendor_id uuid not null,
  partner_id uuid not null,
  location_id uuid not null,
  effective_from date not null,
  effective_until date,
  primary key (vendor_id, partner_id, effective_from),
  foreign key (vendor_id, partner_id, location_id) references partner_location (vendor_id, partner_id, id) on delete cascade,
  check (effective_until > effective_from),
  exclude using gist (vendor_id with =, partner_id with =, daterange(effective_from, effective_until) with &&)
);
create index on partner_main_location (vendor_id, partner_id, location_id);
call app.tenant_table('partner_main_location',
  vendor => 'select, insert, update (effective_until), delete',
  partner => 'select', partner_when => 'partner_id = any (app.own_partners()) or partner_id = any (app.deal_partners())',
  job => 'select');

alter table fact add foreign key (vendor_id, partner_id, location_id)
  references partner_location (vendor_id, partner_id, id);
create index on fact (vendor_id, location_id) where location_id is not null;

-- A type held from a day to a day, which begins and ends by itself: never twice on one day.
alter table partner_type
  add column id uuid not null default app.next_id(),
  add unique (vendor_id, id),
  add exclude using gist (vendor_id with =, partner_id with =, type with =, daterange(effective_from, effective_until) with &&);
create index on partner_type (vendor_id, type, partner_id);
