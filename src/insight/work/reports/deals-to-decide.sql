-- Registrations that wait for the vendor within its time: not decided, and not asked about.
select count(*)::int as count, (min(d.submitted_at) at time zone :zone::text)::date as since, null::date as period,
  sum(d.value_minor) filter (where d.currency = :currency::text)::bigint as amount_minor,
  case when count(*) = 1 then (array_agg(d.id))[1] end as record_id
from registration d
where d.vendor_id = :vendor::uuid and d.state in ('submitted', 'in-review')
  and coalesce(least(d.answer_due_at, d.decision_due_at) >= :now::timestamptz, true)
  and not exists (
    select from registration_decision r
    where r.vendor_id = d.vendor_id and r.registration_id = d.id and r.told_at is null and r.taken_back_at is null
  )
