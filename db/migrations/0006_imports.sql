-- Up Migration

create table import (
  vendor_id uuid not null,
  id uuid not null,
  number bigint not null,
  kind text not null check (kind in ('accounts', 'partners', 'products', 'opportunities')),
  state text not null check (state in ('uploaded', 'mapped', 'checking', 'checked', 'running', 'done', 'undone', 'failed')),
  file_name text not null check (char_length(file_name) between 1 and 255),
  file_key text not null,
  file_bytes bigint not null,
  file_sha256 bytea not null,
  -- The file's own column names, in order, and what was made of them.
  columns text[] not null,
  mapping jsonb,
  values_mapping jsonb not null default '{}',
  options jsonb not null default '{}',
  -- The open deals of an opening import earn when they are won.
  opening_reason text,
  rows_total integer,
  rows_done integer not null default 0,
  result jsonb,
  failure text,
  started_by uuid not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  version integer not null default 1,
  primary key (vendor_id, id),
  unique (vendor_id, number),
  foreign key (vendor_id, started_by) references membership
);
create index on import (vendor_id, created_at desc, id desc);
call app.tenant_table('import', vendor => 'select, insert, update', job => 'select, update');

-- Rows that the dry run or the run could not take, each with its reason.
create table import_problem (
  vendor_id uuid not null,
  import_id uuid not null,
  row_no integer not null,
  field text not null,
  code text not null,
  message text not null,
  value text,
  -- A row with an error is left out; a warning is taken.
  severity text not null check (severity in ('error', 'warning')),
  primary key (vendor_id, import_id, row_no, field, code),
  foreign key (vendor_id, import_id) references import
);
call app.tenant_table('import_problem', vendor => 'select, insert, delete', job => 'select, insert, delete');

-- What a person has confirmed once: this column of this kind of file means that field, this value means that one.
create table import_memory (
  vendor_id uuid not null references vendor,
  kind text not null,
  -- 'column' or the field whose value it is.
  field text not null,
  source text not null,
  target text not null,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null,
  primary key (vendor_id, kind, field, source)
);
call app.tenant_table('import_memory', vendor => 'select, insert, update, delete', job => 'select');

-- Where COPY puts rows before they are checked and taken over. No tenant table: it is unlogged, written and read only
-- through the import's own id, and emptied when the import ends.
create unlogged table import_stage (
  import_id uuid not null,
  row_no integer not null,
  -- Canonical text per field of the kind, in the kind's order; null where the cell was empty.
  cells text[] not null,
  primary key (import_id, row_no)
);
grant select, insert, delete on import_stage to hanse_vendor, hanse_job;
