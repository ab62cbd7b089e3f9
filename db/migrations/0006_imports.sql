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
  -- The file's own column names, in order; its encoding, delimiter, first rows, and what the columns probably mean.
  columns text[] not null,
  head jsonb not null default '{}',
  -- What a person made of them: columns, how numbers and days are written.
  mapping jsonb,
  values_mapping jsonb not null default '{}',
  options jsonb not null default '{}',
  -- The open deals of an opening import earn when they are won.
  opening_reason text,
  -- What the last check found.
  findings jsonb,
  -- The known values that the check compared with, to notice when they change before the run.
  domains_digest bytea,
  rows_total integer,
  rows_done integer not null default 0,
  bytes_done bigint not null default 0,
  -- What a running check or run is doing just now.
  phase text check (phase in ('waiting', 'reading', 'comparing', 'trying', 'writing')),
  result jsonb,
  undo_result jsonb,
  failure text,
  started_by uuid not null,
  -- Who asked for the check or the run that is going on; its rights are theirs.
  acting_id uuid,
  -- Sign of life of the process that works on it, by the database's own clock; none while nobody does.
  alive_at timestamptz,
  requested_at timestamptz,
  attempts integer not null default 0,
  cancellation_requested boolean not null default false,
  -- Whether rows of it lie in import_stage.
  staged boolean not null default false,
  created_at timestamptz not null,
  finished_at timestamptz,
  version integer not null default 1,
  primary key (vendor_id, id),
  unique (vendor_id, number),
  foreign key (vendor_id, started_by) references membership,
  foreign key (vendor_id, acting_id) references membership
);
create index on import (vendor_id, created_at desc, id desc);
create index on import (vendor_id, file_sha256);
-- What somebody works on, or should.
create index on import (vendor_id) where state in ('checking', 'running');
call app.tenant_table('import', vendor => 'select, insert, update, delete', job => 'select, update');

-- Rows that the check or the run could not take, each with its reason.
create table import_problem (
  vendor_id uuid not null,
  import_id uuid not null,
  row_no integer not null,
  -- Empty where it is about the row as a whole.
  field text not null,
  code text not null,
  message text not null,
  value text,
  -- A row with an error is left out; a warning is taken.
  severity text not null check (severity in ('error', 'warning')),
  -- Who found it: the reading of the file, or the kind of file against what is there already.
  phase text not null default 'kind' check (phase in ('reading', 'kind')),
  primary key (vendor_id, import_id, row_no, field, code),
  foreign key (vendor_id, import_id) references import on delete cascade
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
  -- What the reading of the file found wrong with the row; null where nothing is.
  problems jsonb,
  primary key (import_id, row_no)
);
-- Statistics on the cells would cost more than they tell.
alter table import_stage alter column cells set statistics 0;
alter table import_stage alter column problems set statistics 0;
grant select, insert, delete on import_stage to hanse_vendor, hanse_job;
