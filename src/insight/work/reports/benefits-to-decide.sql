-- Benefits that partners have asked for and nobody has granted or declined.
select count(*)::int as count, (min(r.requested_at) at time zone :zone::text)::date as since,
  null::date as period, null::bigint as amount_minor, case when count(*) = 1 then (array_agg(r.id))[1] end as record_id
from benefit_request r
where r.vendor_id = :vendor::uuid and r.state = 'requested'
