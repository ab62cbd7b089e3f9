-- Up Migration

/*
 * The ground: one database role per side, the functions that policies read, the helper that secures a tenant table,
 * and the platform's own tables. Policies hold the whole condition and contain no sub-select; append-only is a
 * missing privilege. See docs/security.md.
 */

create extension if not exists btree_gist;

do $$
declare
  request_role text;
begin
  foreach request_role in array array[
    'hanse_vendor',  -- the vendor's staff
    'hanse_seller',  -- the vendor's direct sellers: accounts, products and their own opportunities
    'hanse_partner', -- a partner's people
    'hanse_job',     -- background work of one vendor
    'hanse_control', -- finding out who asks, across vendors; and the outbox
    'hanse_public'   -- nobody yet: may touch no domain table
  ] loop
    if not exists (select from pg_roles where rolname = request_role) then
      execute format('create role %I login noinherit nosuperuser nocreatedb nocreaterole nobypassrls', request_role);
    end if;
    if not pg_has_role(current_user, request_role, 'set') then
      execute format('grant %I to %I', request_role, current_user);
    end if;
  end loop;
exception
  when undefined_function or invalid_parameter_value then -- PostgreSQL 15 knows no 'set' privilege
    foreach request_role in array array['hanse_vendor', 'hanse_seller', 'hanse_partner', 'hanse_job', 'hanse_control', 'hanse_public'] loop
      if not exists (select from pg_roles where rolname = request_role) then
        execute format('create role %I login noinherit nosuperuser nocreatedb nocreaterole nobypassrls', request_role);
      end if;
      execute format('grant %I to %I', request_role, current_user);
    end loop;
end
$$;

create schema app;
grant usage on schema app to hanse_vendor, hanse_seller, hanse_partner, hanse_job, hanse_control, hanse_public;
revoke create on schema public from public;

-- Who asks, as the door has said with `set local`. Each is empty, and so sees nothing, when nobody has said it.
create function app.vendor() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.vendor_id', true), '')::uuid $$;
create function app.membership() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.membership_id', true), '')::uuid $$;
-- The partners within reach, per group of objects.
create function app.own_partners() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.own_partners', true), ''), '{}')::uuid[] $$;
create function app.deal_partners() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.deal_partners', true), ''), '{}')::uuid[] $$;
create function app.money_partners() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.money_partners', true), ''), '{}')::uuid[] $$;
create function app.people_partners() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.people_partners', true), ''), '{}')::uuid[] $$;

-- An id ordered by time (UUIDv7) for rows that are made by the thousand inside the database.
create function app.next_id() returns uuid language sql volatile parallel safe
  as $$
    select encode(
      set_byte(
        overlay(uuid_send(gen_random_uuid())
          placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
        6, (get_byte(uuid_send(gen_random_uuid()), 6) & 15) | 112),
      'hex')::uuid
  $$;

/*
 * Makes `name` a tenant table: row-level security on and forced, and for each role that is given privileges one
 * permissive policy whose condition begins with the vendor's fence. A condition beyond the fence is SQL over the row.
 */
create procedure app.tenant_table(
  name text,
  vendor text default null,
  vendor_when text default null,
  seller text default null,
  seller_when text default null,
  partner text default null,
  partner_when text default null,
  job text default null
) language plpgsql as $$
declare
  side record;
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  for side in
    select * from (values
      ('hanse_vendor', vendor, vendor_when), ('hanse_seller', seller, seller_when),
      ('hanse_partner', partner, partner_when), ('hanse_job', job, null)) as s (role, privileges, condition)
  loop
    continue when side.privileges is null;
    execute format('grant %s on %I to %I', side.privileges, name, side.role);
    execute format('create policy %I on %I to %I using (vendor_id = app.vendor()%s)', side.role, name, side.role,
      case when side.condition is null then '' else ' and (' || side.condition || ')' end);
  end loop;
end
$$;
revoke execute on procedure app.tenant_table from public;

-- Vendors -----------------------------------------------------------------------------------------------------------

create table vendor (
  vendor_id uuid primary key,
  name text not null check (char_length(name) between 1 and 200),
  timezone text not null default 'UTC',
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  locale text not null default 'en',
  accent_colour text not null default '#125f69' check (accent_colour ~ '^#[0-9a-f]{6}$'),
  -- Smallest payout, in minor units of the vendor's currency; what is below carries forward.
  minimum_payout_minor bigint not null default 5000 check (minimum_payout_minor >= 0),
  version integer not null default 1,
  created_at timestamptz not null default now()
);
call app.tenant_table('vendor', vendor => 'select, update', seller => 'select', partner => 'select', job => 'select, insert');
grant select on vendor to hanse_control;
create policy hanse_control on vendor to hanse_control using (true);

-- Numbers that people read, counted apart for each scope so that nobody learns how much the others do.
create table counter (
  vendor_id uuid not null references vendor,
  scope uuid not null,
  name text not null,
  value bigint not null,
  primary key (vendor_id, scope, name)
);
call app.tenant_table('counter', vendor => 'select, insert, update', job => 'select, insert, update');

-- Sign-in: the tables of the authentication library, in a schema of their own ------------------------------------------

create schema auth;
create table auth."user" (
  id uuid primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table auth.session (
  id uuid primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references auth."user" on delete cascade
);
create index on auth.session ("userId");
create table auth.account (
  id uuid primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  unique ("providerId", "accountId")
);
create index on auth.account ("userId");
create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on auth.verification (identifier);

-- The installation itself: its one-time token of the first visit (hashed), and nothing of any vendor.
create table installation (
  singleton boolean primary key default true check (singleton),
  setup_token_hash bytea,
  set_up_at timestamptz
);
insert into installation default values;
grant select, update on installation to hanse_job;

-- Events -------------------------------------------------------------------------------------------------------------

create table event (
  vendor_id uuid not null references vendor,
  id uuid not null,
  type text not null,
  version integer not null default 1,
  -- The membership that acted; none for the system's own acts. `on_behalf_of` names the partner it acted for.
  actor_id uuid,
  actor_name text not null,
  on_behalf_of uuid,
  subject_kind text not null,
  subject_id uuid not null,
  partner_id uuid,
  account_id uuid,
  -- Which reach lets a partner's people see it; none: the vendor's side alone.
  partner_reach text check (partner_reach in ('own', 'deals', 'money', 'people')),
  payload jsonb not null default '{}',
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (vendor_id, id)
);
create index on event (vendor_id, partner_id, occurred_at desc, id desc) where partner_id is not null;
create index on event (vendor_id, subject_id, occurred_at desc, id desc);
create index on event (vendor_id, occurred_at desc, id desc);
call app.tenant_table('event',
  vendor => 'select, insert',
  seller => 'insert',
  partner => 'select, insert',
  partner_when => $$(partner_reach = 'own' and partner_id = any (app.own_partners()))
    or (partner_reach = 'deals' and partner_id = any (app.deal_partners()))
    or (partner_reach = 'money' and partner_id = any (app.money_partners()))
    or (partner_reach = 'people' and partner_id = any (app.people_partners()))$$,
  job => 'select, insert');

-- What is still to be handed to the handlers. The dispatcher takes rows of all vendors.
create table outbox (
  vendor_id uuid not null,
  event_id uuid not null,
  type text not null,
  primary key (vendor_id, event_id),
  foreign key (vendor_id, event_id) references event
);
call app.tenant_table('outbox', vendor => 'insert', seller => 'insert', partner => 'insert', job => 'insert');
grant select, delete, update on outbox to hanse_control;
create policy hanse_control on outbox to hanse_control using (true);

-- Which handler has dealt with which event: handlers run at least once, their effect happens once.
create table handled (
  vendor_id uuid not null,
  event_id uuid not null,
  handler text not null,
  handled_at timestamptz not null default now(),
  primary key (vendor_id, event_id, handler),
  foreign key (vendor_id, event_id) references event
);
call app.tenant_table('handled', job => 'select, insert');

-- Requests -----------------------------------------------------------------------------------------------------------

create table idempotent_request (
  vendor_id uuid not null references vendor,
  membership_id uuid not null,
  route text not null,
  key text not null check (char_length(key) between 1 and 200),
  body_hash bytea not null,
  status integer,
  -- JSON, byte for byte, so that a repetition answers the same bytes.
  response text,
  created_at timestamptz not null default now(),
  primary key (vendor_id, membership_id, route, key)
);
call app.tenant_table('idempotent_request',
  vendor => 'select, insert, update', vendor_when => 'membership_id = app.membership()',
  seller => 'select, insert, update', seller_when => 'membership_id = app.membership()',
  partner => 'select, insert, update', partner_when => 'membership_id = app.membership()',
  job => 'select, delete');
grant usage on schema auth to hanse_control;
grant select on auth.session, auth."user" to hanse_control;
-- Whoever accepts an invitation becomes a person with a sign-in, in the transaction of the acceptance.
grant usage on schema auth to hanse_job;
grant select, insert on auth."user", auth.account to hanse_job;
