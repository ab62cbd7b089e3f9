-- Protected registrations for which more time is asked for, or whose partner said what became of them.
select count(distinct d.id)::int as count, (min(q.asked_at) at time zone :zone::text)::date as since, null::date as period,
  null::bigint as amount_minor, case when count(distinct d.id) = 1 then (array_agg(d.id))[1] end as record_id
from registration d
join (
  select registration_id, requested_at as asked_at from registration_extension where vendor_id = :vendor::uuid and decided_at is null
  union all
  select registration_id, proposed_at from registration_outcome where vendor_id = :vendor::uuid and decided_at is null
) q on q.registration_id = d.id
where d.vendor_id = :vendor::uuid and d.state = 'approved' and d.protected_until > :now::timestamptz
