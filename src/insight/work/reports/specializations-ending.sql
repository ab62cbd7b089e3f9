-- Our specializations that end within the days in which they can be renewed, and for which we have not applied again.
select count(*)::int as count, min(a.effective_until - v.warn_days) as since, null::date as period,
  null::bigint as amount_minor, null::uuid as record_id
from specialization_award a
join specialization_version v on v.vendor_id = a.vendor_id and v.id = a.version_id
where a.vendor_id = :vendor::uuid and a.partner_id = :partner::uuid and a.revoked_on is null
  and a.effective_from <= :today::date and a.effective_until > :today::date
  and a.effective_until <= :today::date + v.warn_days
  and not exists (
    select from specialization_award n
    where n.vendor_id = a.vendor_id and n.partner_id = a.partner_id and n.specialization_id = a.specialization_id
      and n.revoked_on is null and n.effective_from >= a.effective_until
  )
  and not exists (
    select from specialization_application n
    where n.vendor_id = a.vendor_id and n.partner_id = a.partner_id and n.specialization_id = a.specialization_id
      and n.state = 'open' and n.withdrawn_at is null
  )
