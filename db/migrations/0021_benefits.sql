-- Up Migration

/*
 * Benefits that partners ask for: what was asked, granted and used. What a partner is entitled to stands nowhere; it
 * follows from its level, track, place and standing on a day.
 */

/*
 * What of a period's allowance is given away, in the benefit's unit: pieces, or minor units of a currency. The check is
 * what keeps grants within the allowance, however many are decided at once; the allowance is the one of the last grant,
 * so that what was granted stands when it is less later.
 */
create table benefit_allowance (
  vendor_id uuid not null,
  partner_id uuid not null,
  program_id uuid not null,
  benefit_key text not null check (char_length(benefit_key) between 1 and 80),
  -- `pieces`, or the currency of an amount.
  counted_in text not null check (counted_in = 'pieces' or counted_in ~ '^[A-Z]{3}$'),
  -- First day of the period; year 1 where the benefit knows none and the allowance is what may be out at a time.
  period_from date not null,
  held bigint not null default 0 check (held >= 0),
  allowance bigint not null default 0,
  primary key (vendor_id, partner_id, program_id, benefit_key, counted_in, period_from),
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, program_id) references program,
  constraint benefit_allowance_kept check (held <= allowance)
);
call app.tenant_table('benefit_allowance',
  vendor => 'select, insert, update (held, allowance)',
  partner => 'select', partner_when => 'partner_id = any (app.money_partners())',
  job => 'select, update (held)');

create table benefit_request (
  vendor_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  program_id uuid not null,
  benefit_key text not null check (char_length(benefit_key) between 1 and 80),
  -- As the program had it when it was asked for.
  label text not null check (char_length(label) between 1 and 200),
  kind text not null check (char_length(kind) between 1 and 40),
  unit text not null check (unit in ('percent', 'count', 'money', 'text', 'none')),
  counted_in text not null check (counted_in = 'pieces' or counted_in ~ '^[A-Z]{3}$'),
  quantity bigint not null check (quantity > 0),
  purpose text not null check (char_length(purpose) between 1 and 1000),
  state text not null default 'requested'
    check (state in ('requested', 'granted', 'consumed', 'expired', 'declined', 'withdrawn', 'reversed')),
  requested_by uuid not null,
  requested_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  -- Why it was declined, or a word to the grant.
  reason text check (char_length(reason) between 1 and 1000),
  granted_quantity bigint check (granted_quantity > 0),
  period_from date,
  -- The first day after the period; none where the benefit knows no period.
  period_until date,
  -- By what it was granted: level, track, value and where each comes from.
  entitled jsonb,
  program_version_id uuid,
  valid_until timestamptz,
  consumed bigint not null default 0 check (consumed >= 0),
  -- What it takes of the allowance now.
  held bigint not null default 0 check (held >= 0),
  warned_at timestamptz,
  -- When the clock ended it, whatever was left then.
  lapsed_at timestamptz,
  reversed_by uuid,
  reversed_at timestamptz,
  reversal_reason text check (char_length(reversal_reason) between 1 and 1000),
  primary key (vendor_id, id),
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, program_id) references program,
  foreign key (vendor_id, requested_by) references membership,
  foreign key (vendor_id, withdrawn_by) references membership,
  foreign key (vendor_id, decided_by) references membership,
  foreign key (vendor_id, reversed_by) references membership,
  foreign key (vendor_id, program_version_id) references program_version,
  foreign key (vendor_id, partner_id, program_id, benefit_key, counted_in, period_from) references benefit_allowance,
  constraint benefit_request_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null)),
  constraint benefit_request_decided
    check ((state in ('requested', 'withdrawn')) = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint benefit_request_declined_says_why check (state <> 'declined' or reason is not null),
  constraint benefit_request_granted check ((granted_quantity is null) = (state in ('requested', 'withdrawn', 'declined'))
    and (granted_quantity is null) = (period_from is null) and (granted_quantity is null) = (entitled is null)
    and (granted_quantity is null) = (program_version_id is null)),
  constraint benefit_request_within check (granted_quantity <= quantity and consumed <= coalesce(granted_quantity, 0)
    and held <= coalesce(granted_quantity, 0)),
  constraint benefit_request_used_up check ((state = 'consumed') = (granted_quantity is not null
    and consumed = granted_quantity and state <> 'reversed')),
  constraint benefit_request_lapsed check (state <> 'expired' or lapsed_at is not null),
  constraint benefit_request_reversed check ((state = 'reversed') = (reversed_at is not null)
    and (reversed_at is null) = (reversed_by is null) and (reversed_at is null) = (reversal_reason is null))
);
create index on benefit_request (vendor_id, requested_at desc, id desc);
create index on benefit_request (vendor_id, partner_id, requested_at desc, id desc);
create index on benefit_request (vendor_id, requested_at, id) where state = 'requested';
create index on benefit_request (vendor_id, valid_until) where lapsed_at is null and valid_until is not null;
call app.tenant_table('benefit_request',
  vendor => $$select, update (state, decided_by, decided_at, reason, granted_quantity, period_from, period_until, entitled,
    program_version_id, valid_until, consumed, held, lapsed_at, reversed_by, reversed_at, reversal_reason)$$,
  -- A grant needs who decided it, which no partner can write.
  partner => 'select, insert, update (state, consumed, withdrawn_by, withdrawn_at)',
  partner_when => 'partner_id = any (app.money_partners())',
  job => 'select, update (state, held, lapsed_at, warned_at)');

-- What was used of a grant, part by part; a part that was recorded by mistake is taken back by another row.
create table benefit_use (
  vendor_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  partner_id uuid not null,
  quantity bigint not null check (quantity <> 0),
  used_on date not null,
  note text check (char_length(note) between 1 and 1000),
  takes_back uuid,
  -- Whose person wrote it down.
  side text not null check (side in ('vendor', 'partner')),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (vendor_id, id),
  unique (vendor_id, takes_back),
  foreign key (vendor_id, request_id) references benefit_request,
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, takes_back) references benefit_use,
  foreign key (vendor_id, recorded_by) references membership,
  constraint benefit_use_taken_back_says_why check ((takes_back is not null) = (quantity < 0)
    and (takes_back is null or note is not null))
);
create index on benefit_use (vendor_id, request_id, recorded_at);
call app.tenant_table('benefit_use',
  vendor => 'select, insert',
  partner => 'select, insert', partner_when => 'partner_id = any (app.money_partners())',
  job => 'select');
