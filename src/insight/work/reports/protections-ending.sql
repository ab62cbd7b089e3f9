-- Our protected deals that nobody else may take for two weeks more at most, and of which we have not said what became.
select count(*)::int as count, (min(d.protected_until - interval '14 days') at time zone :zone::text)::date as since,
  null::date as period, sum(d.value_minor) filter (where d.currency = :currency::text)::bigint as amount_minor,
  case when count(*) = 1 then (array_agg(d.id))[1] end as record_id
from registration d
where d.vendor_id = :vendor::uuid and d.partner_id = :partner::uuid and d.state = 'approved'
  and d.protected_until > :now::timestamptz and d.protected_until <= :now::timestamptz + interval '14 days'
  and not exists (
    select from registration_outcome o
    where o.vendor_id = d.vendor_id and o.registration_id = d.id and o.decided_at is null
  )
