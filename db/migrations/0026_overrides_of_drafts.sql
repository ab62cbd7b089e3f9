-- A program may be overridden in a region before it is published; given up, its overrides go with it. A program that
-- has a version is never deleted.
alter table program_override
  drop constraint program_override_vendor_id_program_id_fkey,
  add foreign key (vendor_id, program_id) references program on delete cascade;
