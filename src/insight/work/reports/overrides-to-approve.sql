-- Overrides of programs that were proposed and that nobody has approved or declined.
select count(*)::int as count, (min(o.proposed_at) at time zone :zone::text)::date as since, null::date as period,
  null::bigint as amount_minor, case when count(*) = 1 then (array_agg(o.id))[1] end as record_id
from program_override o
where o.vendor_id = :vendor::uuid and o.state = 'proposed'
