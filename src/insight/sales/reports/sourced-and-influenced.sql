-- What was won in some days: with a partner as its source, with the help of another than the source, with both. A win
-- is counted once, however many helped.
with won as (
  select o.id, o.closed_on, o.value_minor - w.reversed_minor as held, o.holder_partner_id, o.owner_partner_id
  from opportunity o join win w on w.vendor_id = o.vendor_id and w.opportunity_id = o.id and w.reversed_at is null
  where o.vendor_id = :vendor::uuid and o.currency = :currency::text and o.meaning = 'won'
    and o.closed_on >= :from::date and o.closed_on < :until::date
), helped as (
  select distinct won.id from won
  join touchpoint_of_opportunity x on x.vendor_id = :vendor::uuid and x.opportunity_id = won.id
  join touchpoint t on t.vendor_id = x.vendor_id and t.id = x.touchpoint_id
  where t.state = 'confirmed' and t.occurred_on <= won.closed_on and t.occurred_on >= won.closed_on - :window_days::int
    and t.partner_id is distinct from won.holder_partner_id and t.partner_id is distinct from won.owner_partner_id
), told as (
  select won.held, coalesce(won.holder_partner_id, won.owner_partner_id) is not null as sourced, helped.id is not null as influenced
  from won left join helped on helped.id = won.id
)
select count(*)::int as deals, coalesce(sum(held), 0)::bigint as won_minor,
  count(*) filter (where sourced)::int as sourced_deals, coalesce(sum(held) filter (where sourced), 0)::bigint as sourced_minor,
  count(*) filter (where influenced)::int as influenced_deals,
  coalesce(sum(held) filter (where influenced), 0)::bigint as influenced_minor,
  count(*) filter (where sourced and influenced)::int as both_deals,
  coalesce(sum(held) filter (where sourced and influenced), 0)::bigint as both_minor
from told
