-- Overrides in force that end within thirty days, after which the same place says nothing of it.
select count(*)::int as count, min(o.effective_until - 30) as since, null::date as period,
  null::bigint as amount_minor, case when count(*) = 1 then (array_agg(o.id))[1] end as record_id
from program_override o
where o.vendor_id = :vendor::uuid and o.state = 'approved' and o.ended_on is null and o.holds_from <= :today::date
  and o.effective_until > :today::date and o.effective_until <= :today::date + 30
  and not exists (
    select from program_override n
    where n.vendor_id = o.vendor_id and n.program_id = o.program_id and n.scope_kind = o.scope_kind
      and n.scope_key = o.scope_key and n.parameter = o.parameter and n.state in ('proposed', 'approved')
      and n.ended_on is null and n.effective_from >= o.effective_until
  )
