-- Applications for specializations that nobody has decided.
select count(*)::int as count, (min(a.applied_at) at time zone :zone::text)::date as since, null::date as period,
  null::bigint as amount_minor, case when count(*) = 1 then (array_agg(a.id))[1] end as record_id
from specialization_application a
where a.vendor_id = :vendor::uuid and a.state = 'open' and a.withdrawn_at is null
