-- Up Migration

/*
 * Whose the pay credit of a sale is: what a person decided between two partners, as each of the two may read it, and
 * splits, by which several partners share it because each of them signed.
 */

-- What a decision means to one of the two partners, and nothing of the other.
create table pay_credit_told (
  vendor_id uuid not null,
  opportunity_id uuid not null,
  partner_id uuid not null,
  is_theirs boolean not null,
  reason text not null check (char_length(reason) between 1 and 1000),
  decided_at timestamptz not null,
  primary key (vendor_id, opportunity_id, partner_id),
  foreign key (vendor_id, opportunity_id) references opportunity,
  foreign key (vendor_id, partner_id) references partner
);
call app.tenant_table('pay_credit_told',
  vendor => 'select, insert, update',
  partner => 'select', partner_when => 'partner_id = any (app.deal_partners())',
  job => 'select');

-- What is proposed and signed. It never changes; what becomes of it does.
create table pay_split (
  vendor_id uuid not null,
  id uuid not null,
  opportunity_id uuid not null,
  -- As the sale and the participants were called: so it is signed.
  opportunity_name text not null,
  participant_ids uuid[] not null,
  participant_names text[] not null,
  terms text not null check (char_length(terms) between 1 and 4000),
  state text not null default 'open' check (state in ('open', 'in-force', 'replaced', 'refused', 'withdrawn')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  confirmed_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  ended_reason text check (char_length(ended_reason) between 1 and 1000),
  primary key (vendor_id, id),
  unique (vendor_id, id, opportunity_id),
  foreign key (vendor_id, opportunity_id) references opportunity,
  foreign key (vendor_id, proposed_by) references membership,
  foreign key (vendor_id, ended_by) references membership,
  check (cardinality(participant_ids) between 2 and 12 and cardinality(participant_names) = cardinality(participant_ids)),
  check ((state in ('in-force', 'replaced')) = (confirmed_at is not null)),
  check ((state in ('refused', 'withdrawn')) = (ended_reason is not null and ended_at is not null))
);
create unique index pay_split_open on pay_split (vendor_id, opportunity_id) where state = 'open';
create unique index pay_split_in_force on pay_split (vendor_id, opportunity_id) where state = 'in-force';
create index on pay_split (vendor_id, proposed_at desc, id desc);
call app.tenant_table('pay_split',
  vendor => 'select, insert, update (state, confirmed_at, ended_by, ended_at, ended_reason)',
  partner => 'select, update (state, ended_by, ended_at, ended_reason)',
  partner_when => 'participant_ids && app.own_partners()',
  job => 'select');

/*
 * Each participant's share, in basis points, laid end to end from 0 to 10,000: each but the first begins where another
 * ends, no two begin or end at one place. So the shares of what is in force add up to exactly 100 %, without a sum that
 * somebody has to remember. Being in force is part of the link, so either all shares are in force or none, and none
 * that is not signed.
 */
create table pay_split_share (
  vendor_id uuid not null,
  split_id uuid not null,
  partner_id uuid not null,
  from_bp integer not null check (from_bp >= 0),
  until_bp integer not null check (until_bp <= 10000),
  follows_bp integer generated always as (nullif(from_bp, 0)) stored,
  share_bp integer generated always as (until_bp - from_bp) stored check (share_bp > 0),
  in_force boolean not null default false,
  -- Who signed for the participant, as they were called.
  signed_by uuid,
  signed_name text,
  signed_at timestamptz,
  primary key (vendor_id, split_id, partner_id),
  unique (vendor_id, split_id, from_bp),
  unique (vendor_id, split_id, until_bp),
  unique (vendor_id, split_id, until_bp, in_force),
  foreign key (vendor_id, split_id) references pay_split,
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, signed_by) references membership,
  foreign key (vendor_id, split_id, follows_bp, in_force)
    references pay_split_share (vendor_id, split_id, until_bp, in_force),
  check ((signed_at is null) = (signed_by is null) and (signed_at is null) = (signed_name is null)),
  constraint pay_split_share_signed_first check (not in_force or signed_at is not null)
);
create index on pay_split_share (vendor_id, partner_id) where in_force;
call app.tenant_table('pay_split_share',
  vendor => 'select, insert, update (in_force)',
  -- Where a share begins would tell how much the others before it have.
  partner => $$select (vendor_id, split_id, partner_id, share_bp, in_force, signed_by, signed_name, signed_at),
    update (signed_by, signed_name, signed_at)$$,
  partner_when => 'partner_id = any (app.own_partners())',
  job => 'select');

-- The vendor's word, by which a split comes into force: one of a sale at a time.
create table pay_split_confirmation (
  vendor_id uuid not null,
  split_id uuid not null,
  opportunity_id uuid not null,
  -- The end of the shares, which is in force as all before it are.
  whole_bp integer not null default 10000 check (whole_bp = 10000),
  in_force boolean not null default true check (in_force),
  confirmed_by uuid not null,
  confirmed_at timestamptz not null,
  -- When another split took its place.
  replaced_at timestamptz,
  primary key (vendor_id, split_id),
  foreign key (vendor_id, split_id, opportunity_id) references pay_split (vendor_id, id, opportunity_id),
  foreign key (vendor_id, split_id, whole_bp, in_force)
    references pay_split_share (vendor_id, split_id, until_bp, in_force),
  foreign key (vendor_id, confirmed_by) references membership
);
create unique index pay_split_confirmation_in_force on pay_split_confirmation (vendor_id, opportunity_id)
  where replaced_at is null;
call app.tenant_table('pay_split_confirmation', vendor => 'select, insert, update (replaced_at)', job => 'select');
