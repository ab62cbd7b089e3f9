-- Touchpoints that partners have logged and nobody has confirmed or contested; those of registrations go with them.
select count(*)::int as count, (min(coalesce(t.asked_again_at, t.recorded_at)) at time zone :zone::text)::date as since,
  null::date as period, null::bigint as amount_minor, case when count(*) = 1 then (array_agg(t.id))[1] end as record_id
from touchpoint t
where t.vendor_id = :vendor::uuid and t.state = 'recorded' and t.kind <> 'registration'
