-- Up Migration

-- What was approved, of each wording of its source. A version that is to come may say otherwise already: until it
-- begins, and where an earlier one is looked at, its words are read in the reader's language all the same.
create table text_approval (
  vendor_id uuid not null references vendor,
  text_id uuid not null,
  language text not null check (language ~ '^[a-z]{2}$'),
  source_hash text not null check (source_hash ~ '^[0-9a-f]{64}$'),
  source_content text not null check (char_length(source_content) between 1 and 8000),
  content text not null check (char_length(content) between 1 and 8000),
  approved_by uuid not null,
  approved_at timestamptz not null,
  primary key (vendor_id, text_id, language, source_hash),
  foreign key (vendor_id, text_id) references text_source on delete cascade,
  foreign key (vendor_id, approved_by) references membership
);
call app.tenant_table('text_approval',
  vendor => 'select, insert, update', seller => 'select', partner => 'select', job => 'select');

insert into text_approval (vendor_id, text_id, language, source_hash, source_content, content, approved_by, approved_at)
  select v.vendor_id, v.text_id, v.language, v.source_hash, s.content, v.content, v.approved_by, v.approved_at
  from text_variant v join text_source s on s.vendor_id = v.vendor_id and s.id = v.text_id and s.hash = v.source_hash
  where v.state = 'approved';

-- Variants are what is being worked on, the vendor's alone; whoever reads goes by what was approved.
drop policy hanse_seller on text_variant;
drop policy hanse_partner on text_variant;
revoke all on text_variant from hanse_seller, hanse_partner;

-- A text that is said no more stays with what it was in other languages, for whoever reads what said it.
alter table text_source add retired_at timestamptz;
