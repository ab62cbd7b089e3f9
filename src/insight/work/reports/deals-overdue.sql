-- Open deals whose expected close has passed: all of the vendor's, or one seller's own.
select count(*)::int as count, min(expected_close_on)::date as since, null::date as period, sum(value_minor)::bigint as amount_minor,
  case when count(*) = 1 then (array_agg(id))[1] end as record_id
from opportunity
where vendor_id = :vendor::uuid and currency = :currency::text and meaning = 'open' and expected_close_on < :today::date
  and (:seller::uuid is null or seller_id = :seller::uuid)
