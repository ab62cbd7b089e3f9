-- Up Migration

-- The vendor's calendar, its modules, its look and how it signs its mails -------------------------------------------

alter table vendor
  -- The month in which the vendor's year begins; quarters and years of programs are counted from it.
  add column fiscal_year_start_month smallint not null default 1 check (fiscal_year_start_month between 1 and 12),
  -- Modules that are switched off; a name that a later release no longer knows switches off nothing.
  add column modules_off text[] not null default '{}',
  -- What people read instead of the product's own name; null: that.
  add column product_name text check (char_length(product_name) between 1 and 60),
  -- The colour in dark; null: made from the other one.
  add column accent_colour_dark text check (accent_colour_dark ~ '^#[0-9a-f]{6}$'),
  -- The host under which pages show this vendor's brand to people who are not signed in, and which links in mails name.
  -- That no two vendors have the same is held by a lock on the name: a key across vendors cannot be.
  add column host text check (host = lower(host) and char_length(host) between 4 and 253),
  add column mail_sender_name text check (char_length(mail_sender_name) between 1 and 100),
  add column mail_reply_to text check (char_length(mail_reply_to) between 3 and 254);
create index on vendor (host) where host is not null;

-- A logo, for light surfaces and for dark ones. Small pictures, kept with the vendor's other settings.
create table vendor_logo (
  vendor_id uuid not null references vendor,
  scheme text not null check (scheme in ('light', 'dark')),
  -- A PNG, of at most 256 kB.
  content bytea not null check (octet_length(content) between 1 and 262144),
  -- Of the content, in hex: the address under which browsers may keep it for good.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  width integer not null check (width between 1 and 2000),
  height integer not null check (height between 1 and 2000),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (vendor_id, scheme),
  foreign key (vendor_id, set_by) references membership
);
call app.tenant_table('vendor_logo',
  vendor => 'select, insert, update, delete', seller => 'select', partner => 'select', job => 'select');
grant select on vendor_logo to hanse_control;
create policy hanse_control on vendor_logo to hanse_control using (true);

-- The zone in which a person is told instants; null: that of the device, and the vendor's in mails.
alter table membership add column timezone text check (char_length(timezone) between 1 and 60);
grant update (timezone) on membership to hanse_seller;
