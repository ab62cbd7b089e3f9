-- Up Migration

/*
 * A decision names a version of its own program. One key says so, and is looked up once for each row where two were;
 * nothing asks for decisions by their review alone.
 */
alter table program_version add unique (vendor_id, program_id, id);
alter table tier_decision
  drop constraint tier_decision_vendor_id_program_id_fkey,
  drop constraint tier_decision_vendor_id_program_version_id_fkey,
  add foreign key (vendor_id, program_id, program_version_id) references program_version (vendor_id, program_id, id);
alter table tier_review
  drop constraint tier_review_vendor_id_program_id_fkey,
  drop constraint tier_review_vendor_id_program_version_id_fkey,
  add foreign key (vendor_id, program_id, program_version_id) references program_version (vendor_id, program_id, id);
drop index tier_decision_vendor_id_program_id_review_on_idx;
