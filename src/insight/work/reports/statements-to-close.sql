-- Partners with lines that were released in a month that is over and stand on no statement.
select count(distinct partner_id)::int as count, (date_trunc('month', min(released_on)) + interval '1 month')::date as since,
  date_trunc('month', min(released_on))::date as period, sum(amount_minor)::bigint as amount_minor, null::uuid as record_id
from earning
where vendor_id = :vendor::uuid and currency = :currency::text and status = 'approved' and released_on < :month::date
