-- What became of registrations, in the month in which it happened.
with happened as (
  select 'approved' as what, d.protected_from as at, null::text as reason_key
  from registration d where d.vendor_id = :vendor::uuid and d.protected_from is not null
  union all
  select 'rejected', d.decided_at, d.reason_key
  from registration d where d.vendor_id = :vendor::uuid and d.state = 'rejected'
  union all
  select 'expired', d.protected_until, null
  from registration d where d.vendor_id = :vendor::uuid and d.state in ('approved', 'expired')
  union all
  select case when d.state = 'closed' then d.closed_as else d.state end, d.ended_at, null
  from registration d where d.vendor_id = :vendor::uuid and d.state in ('withdrawn', 'revoked', 'closed')
)
select to_char(at at time zone :zone::text, 'YYYY-MM') as period, what, reason_key, count(*)::int as count
from happened
where at >= (:from::date)::timestamp at time zone :zone::text and at <= :now::timestamptz
group by 1, 2, 3
