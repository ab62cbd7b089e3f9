-- Up Migration

-- The vendor's own texts and their variants per language -------------------------------------------------------------

-- A text as it was written, in one language. `ref` is what it belongs to, such as `engagement` or `program:prg_…`.
create table text_source (
  vendor_id uuid not null references vendor,
  id uuid not null,
  ref text not null check (char_length(ref) between 1 and 200),
  field text not null check (char_length(field) between 1 and 200),
  -- What it is, for whoever translates it: `Rules of engagement`, `Benefit: Discount`.
  title text not null check (char_length(title) between 1 and 300),
  -- The page on which it is read; null where there is none.
  link text,
  form text not null check (form in ('line', 'text', 'icu')),
  language text not null check (language ~ '^[a-z]{2}$'),
  content text not null check (char_length(content) between 1 and 8000),
  -- Of language and content: a variant is of exactly one wording of its source.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  position integer not null,
  changed_at timestamptz not null,
  primary key (vendor_id, id),
  unique (vendor_id, ref, field)
);
call app.tenant_table('text_source',
  vendor => 'select, insert, update, delete', seller => 'select', partner => 'select', job => 'select, insert, update, delete');

-- The same text in another language. What is not approved is read by nobody but those who write it.
create table text_variant (
  vendor_id uuid not null references vendor,
  text_id uuid not null,
  language text not null check (language ~ '^[a-z]{2}$'),
  content text not null check (char_length(content) between 1 and 8000),
  state text not null check (state in ('draft', 'approved')),
  source_hash text not null check (source_hash ~ '^[0-9a-f]{64}$'),
  written_by uuid not null,
  written_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  primary key (vendor_id, text_id, language),
  foreign key (vendor_id, text_id) references text_source on delete cascade,
  foreign key (vendor_id, written_by) references membership,
  foreign key (vendor_id, approved_by) references membership,
  check ((state = 'approved') = (approved_at is not null)),
  check ((approved_by is null) = (approved_at is null))
);
call app.tenant_table('text_variant',
  vendor => 'select, insert, update, delete',
  seller => 'select', seller_when => 'state = ''approved''',
  partner => 'select', partner_when => 'state = ''approved''',
  job => 'select, delete');
