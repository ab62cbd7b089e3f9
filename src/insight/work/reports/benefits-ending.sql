-- Our grants that are over within 14 days and not used up.
select count(*)::int as count, null::date as since, null::date as period, null::bigint as amount_minor,
  case when count(*) = 1 then (array_agg(r.id))[1] end as record_id
from benefit_request r
where r.vendor_id = :vendor::uuid and r.partner_id = :partner::uuid and r.state = 'granted'
  and r.valid_until > :now::timestamptz and r.valid_until <= :now::timestamptz + interval '14 days'
