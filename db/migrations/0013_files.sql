-- Up Migration

-- Public keys of the receipts that this installation has signed, the oldest first: what was signed before the secret
-- became another can still be told from what somebody else signed.
alter table installation add column receipt_keys text[] not null default '{}';
