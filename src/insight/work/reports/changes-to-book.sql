-- Wins that changed after they were booked, and wins that came late to a month that is posted: each waits for an
-- adjustment run of its month. `since` is the day of the first of those changes.
with family as (
  select plan_id, coalesce(adjusts_run_id, id) as run_id, max(posting_recorded_at) as recorded_at
  from run where vendor_id = :vendor::uuid and state = 'posted' group by 1, 2
),
booked as (
  select distinct on (e.plan_id, e.win_id) e.plan_id, e.win_id, coalesce(r.adjusts_run_id, r.id) as run_id
  from earning e join run r on r.vendor_id = e.vendor_id and r.id = e.run_id
  where e.vendor_id = :vendor::uuid
),
changed as (
  select f.run_id, w.id as win_id, w.changed_at
  from booked b
  join family f on f.run_id = b.run_id
  join win w on w.vendor_id = :vendor::uuid and w.id = b.win_id and w.changed_at > f.recorded_at
),
late as (
  select r.id as run_id, w.id as win_id, w.changed_at
  from run r
  join opportunity o on o.vendor_id = r.vendor_id and o.meaning = 'won' and o.owner_partner_id is not null and o.pay_basis is not null
    and o.closed_on >= r.period and o.closed_on < (r.period + interval '1 month')::date
  join win w on w.vendor_id = o.vendor_id and w.opportunity_id = o.id and w.reversed_at is null
  left join booked b on b.plan_id = r.plan_id and b.win_id = w.id
  where r.vendor_id = :vendor::uuid and r.state = 'posted' and r.adjusts_run_id is null and b.win_id is null
),
waiting as (select * from changed union select * from late)
select count(*)::int as count, (min(w.changed_at) at time zone :zone::text)::date as since, min(r.period)::date as period, null::bigint as amount_minor,
  case when count(distinct w.run_id) = 1 then (array_agg(w.run_id))[1] end as record_id
from waiting w join run r on r.vendor_id = :vendor::uuid and r.id = w.run_id
