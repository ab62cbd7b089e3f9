-- Which of the first steps of a programme are done.
select
  exists (select 1 from partner where vendor_id = :vendor::uuid) as partners,
  exists (select 1 from product where vendor_id = :vendor::uuid) as products,
  exists (select 1 from account where vendor_id = :vendor::uuid) as accounts,
  exists (select 1 from opportunity where vendor_id = :vendor::uuid) as opportunities,
  exists (select 1 from plan_version where vendor_id = :vendor::uuid) as plan,
  exists (select 1 from plan where vendor_id = :vendor::uuid) as "planBegun",
  exists (select 1 from membership where vendor_id = :vendor::uuid and id <> :membership::uuid)
    or exists (select 1 from invitation where vendor_id = :vendor::uuid) as people,
  exists (select 1 from run where vendor_id = :vendor::uuid and state = 'posted') as run
