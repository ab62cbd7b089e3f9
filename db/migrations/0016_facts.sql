-- Up Migration

/*
 * Facts of every kind. One with a currency is money, in minor units; one without is a plain number, in thousandths.
 * What people enter or a file brings says where it is from; a correction is a further fact that names the one it
 * corrects.
 */
alter table fact
  alter column currency drop not null,
  -- Where the end customer is, as ISO 3166-1 alpha-2; nothing where it cannot be told.
  add column country text check (country ~ '^[A-Z]{2}$'),
  -- The partner's own location that it is about.
  add column location_id uuid,
  -- The day whose rate of points applies, where that is another than the day it counts on.
  add column rated_on date,
  -- The first day on which it holds no more, of what holds for a time; a correction by which nothing held ends where it begins.
  add column valid_until date,
  -- Where a number that somebody entered is from, in words.
  add column note text check (char_length(note) between 1 and 1000),
  add column entered_by uuid,
  -- Of numbers of which the latest counts, one that is corrected counts no more; sums count both.
  add column corrects_id uuid,
  add constraint fact_currency_known check (currency ~ '^[A-Z]{3}$'),
  add constraint fact_entered_says_where_from check (entered_by is null or note is not null),
  add constraint fact_ends_after_it_begins
    check (valid_until > counts_on or (valid_until = counts_on and corrects_id is not null)),
  add foreign key (vendor_id, entered_by) references membership,
  add foreign key (vendor_id, corrects_id) references fact;
-- A fact is corrected once; who corrects again corrects the correction.
create unique index fact_corrected_once on fact (vendor_id, corrects_id) where corrects_id is not null;
create index on fact (vendor_id, import_id) where import_id is not null;

drop index fact_vendor_id_kind_counts_on_partner_id_amount_minor_curre_idx;
create index fact_by_kind on fact (vendor_id, kind, counts_on)
  include (partner_id, amount_minor, currency, country, location_id, rated_on);

-- Kinds of facts of the vendor's own, beside those that the product knows.
create table fact_kind (
  vendor_id uuid not null references vendor,
  id uuid not null,
  key text not null check (key ~ '^x_[a-z][a-z0-9_]{0,37}$'),
  label text not null check (char_length(label) between 1 and 100),
  unit text not null check (unit in ('money', 'number')),
  counts text not null check (counts in ('sum', 'latest')),
  -- Since when no new facts of it are entered; those that are there count on.
  retired_at timestamptz,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (vendor_id, id),
  unique (vendor_id, key),
  foreign key (vendor_id, created_by) references membership
);
create unique index fact_kind_label on fact_kind (vendor_id, lower(label));
call app.tenant_table('fact_kind',
  vendor => 'select, insert, update (label, retired_at, version)',
  partner => 'select',
  job => 'select');

-- Files bring facts, too.
alter table import drop constraint import_kind_check,
  add constraint import_kind_check check (kind in ('accounts', 'partners', 'products', 'opportunities', 'facts'));
