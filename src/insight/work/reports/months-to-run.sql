-- Months that are over, in which a plan has wins that earn, and of which no run of it is posted.
select count(*)::int as count, min(open.until)::date as since, min(open.period)::date as period, null::bigint as amount_minor, null::uuid as record_id
from (
  select m.period, m.period + interval '1 month' as until
  from (
    select v.plan_id, min(v.effective_from) as effective_from from plan_version v where v.vendor_id = :vendor::uuid group by v.plan_id
  ) as plan
  cross join lateral generate_series(
    date_trunc('month', greatest(plan.effective_from, (
      select min(o.closed_on) from opportunity o where o.vendor_id = :vendor::uuid and o.meaning = 'won'
    ))::timestamp),
    :month::date - interval '1 month',
    interval '1 month'
  ) as m (period)
  where not exists (
      select 1 from run r where r.vendor_id = :vendor::uuid and r.plan_id = plan.plan_id and r.period = m.period::date
        and r.state = 'posted' and r.adjusts_run_id is null
    )
    and exists (
      select 1 from opportunity o
      where o.vendor_id = :vendor::uuid and o.meaning = 'won' and o.owner_partner_id is not null and o.pay_basis is not null
        and o.closed_on >= greatest(m.period::date, plan.effective_from) and o.closed_on < (m.period + interval '1 month')::date
    )
) as open
