-- Wins that the latest run of their month could not turn into money, that stand, that nobody has changed since it was
-- posted, and that no later run has booked.
with latest as (
  select distinct on (plan_id, period) id, plan_id, period, previewed_at, posting_recorded_at
  from run where vendor_id = :vendor::uuid and state in ('previewed', 'posted')
  order by plan_id, period, number desc
)
select count(distinct p.win_id)::int as count, (min(r.previewed_at) at time zone :zone::text)::date as since, min(r.period)::date as period,
  null::bigint as amount_minor, case when count(distinct r.id) = 1 then (array_agg(r.id))[1] end as record_id
from latest r
join run_problem p on p.vendor_id = :vendor::uuid and p.run_id = r.id
join win w on w.vendor_id = p.vendor_id and w.id = p.win_id
where w.reversed_at is null and (r.posting_recorded_at is null or w.changed_at <= r.posting_recorded_at)
  and not exists (
    select 1 from earning e
    where e.vendor_id = :vendor::uuid and e.win_id = p.win_id and e.plan_id = r.plan_id and e.line_kind = 'first'
  )
