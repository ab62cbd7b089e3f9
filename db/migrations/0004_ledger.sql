-- Up Migration

/*
 * Double entry by shape: a posting moves an amount from a source to a destination, so every transaction balances.
 * Nobody has the right to change or delete one.
 */

create table ledger_account (
  vendor_id uuid not null references vendor,
  id uuid not null,
  kind text not null check (kind in ('expense', 'held', 'payable', 'paid-out')),
  -- Whose account it is; none for the vendor's own.
  holder_id uuid,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  created_at timestamptz not null default now(),
  primary key (vendor_id, id),
  unique nulls not distinct (vendor_id, kind, holder_id, currency),
  -- So that a posting can only join accounts of its own currency.
  unique (vendor_id, id, currency),
  check ((kind in ('held', 'payable')) = (holder_id is not null))
);
call app.tenant_table('ledger_account', vendor => 'select, insert', job => 'select, insert');

create table ledger_transaction (
  vendor_id uuid not null references vendor,
  id uuid not null,
  -- What happened: run-posted, hold-ended, payout-paid, payout-returned.
  kind text not null,
  -- The row that made it happen; the same happening cannot be booked twice.
  source_id uuid not null,
  occurred_on date not null,
  memo text not null,
  actor_id uuid,
  recorded_at timestamptz not null default now(),
  primary key (vendor_id, id),
  unique (vendor_id, kind, source_id)
);
create index on ledger_transaction (vendor_id, occurred_on desc, id desc);
call app.tenant_table('ledger_transaction', vendor => 'select, insert', job => 'select, insert');

create table posting (
  vendor_id uuid not null,
  id uuid not null,
  transaction_id uuid not null,
  source_id uuid not null,
  destination_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  -- The line that explains it, such as an earning or a payout.
  reference_id uuid not null,
  primary key (vendor_id, id),
  foreign key (vendor_id, transaction_id) references ledger_transaction,
  foreign key (vendor_id, source_id, currency) references ledger_account (vendor_id, id, currency),
  foreign key (vendor_id, destination_id, currency) references ledger_account (vendor_id, id, currency),
  check (source_id <> destination_id)
);
create index on posting (vendor_id, source_id) include (amount_minor);
create index on posting (vendor_id, destination_id) include (amount_minor);
create index on posting (vendor_id, transaction_id);
create index on posting (vendor_id, reference_id);
call app.tenant_table('posting', vendor => 'select, insert', job => 'select, insert');
