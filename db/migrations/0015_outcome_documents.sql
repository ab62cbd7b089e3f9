-- Up Migration

-- The evidence of what a partner says became of its deal: an order, a letter. While it is named, it stays.
create table registration_outcome_document (
  vendor_id uuid not null,
  outcome_id uuid not null,
  file_id uuid not null,
  partner_id uuid not null,
  primary key (vendor_id, outcome_id, file_id),
  foreign key (vendor_id, outcome_id) references registration_outcome,
  foreign key (vendor_id, file_id) references registration_file
);
create index on registration_outcome_document (vendor_id, file_id);
call app.tenant_table('registration_outcome_document',
  vendor => 'select, insert',
  partner => 'select, insert', partner_when => 'partner_id = any (app.deal_partners())',
  job => 'select');
