-- Up Migration

-- What partners helped to win is counted after the sale was told of, by a job of the vendor's.
grant select on touchpoint_sale to hanse_job;
create policy hanse_job on touchpoint_sale to hanse_job using (vendor_id = app.vendor());
grant select on touchpoint_of_opportunity to hanse_job;
