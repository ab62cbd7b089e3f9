-- Questions of the vendor about our registrations that are still in time to be answered.
select count(*)::int as count, (min(q.asked_at) at time zone :zone::text)::date as since, null::date as period,
  sum(d.value_minor) filter (where d.currency = :currency::text)::bigint as amount_minor,
  case when count(*) = 1 then (array_agg(d.id))[1] end as record_id
from registration d
join registration_question q on q.vendor_id = d.vendor_id and q.registration_id = d.id and q.answered_at is null
where d.vendor_id = :vendor::uuid and d.partner_id = :partner::uuid and d.state = 'needs-information'
  and q.due_at > :now::timestamptz
