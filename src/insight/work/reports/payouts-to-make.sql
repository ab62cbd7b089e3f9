-- Partners whose closed statements owe them at least the smallest payout, and who stand in no batch.
select count(*)::int as count, min(owed.since)::date as since, null::date as period, sum(owed.amount_minor)::bigint as amount_minor, null::uuid as record_id
from (
  select e.partner_id, sum(e.amount_minor) as amount_minor, (min(s.closed_at) at time zone :zone::text)::date as since
  from earning e join statement s on s.vendor_id = e.vendor_id and s.id = e.statement_id
  where e.vendor_id = :vendor::uuid and e.currency = :currency::text and e.status = 'on-statement' and e.payout_id is null
  group by e.partner_id
) as owed
join vendor v on v.vendor_id = :vendor::uuid
where owed.amount_minor > 0 and owed.amount_minor >= v.minimum_payout_minor
