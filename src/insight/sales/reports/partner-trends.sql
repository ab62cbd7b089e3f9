-- What each partner won in this quarter, the last and the one before: those who won most now, and those whose last quarter
-- rose or fell most against the one before it.
with won as (
  select o.owner_partner_id as partner_id,
    coalesce(sum(o.value_minor - w.reversed_minor) filter (where o.closed_on >= :now_from::date), 0)::bigint as now_minor,
    count(*) filter (where o.closed_on >= :now_from::date)::int as now_deals,
    coalesce(sum(o.value_minor - w.reversed_minor) filter (where o.closed_on >= :last_from::date and o.closed_on < :now_from::date), 0)::bigint as last_minor,
    coalesce(sum(o.value_minor - w.reversed_minor) filter (where o.closed_on < :last_from::date), 0)::bigint as before_minor
  from opportunity o join win w on w.vendor_id = o.vendor_id and w.opportunity_id = o.id and w.reversed_at is null
  where o.vendor_id = :vendor::uuid and o.currency = :currency::text and o.meaning = 'won' and o.owner_partner_id is not null
    and o.closed_on >= :before_from::date and o.closed_on < :until::date
  group by o.owner_partner_id
),
ranked as (
  select won.*,
    case when now_minor > 0 then row_number() over (order by now_minor desc, partner_id) end as top_rank,
    case when last_minor > before_minor then row_number() over (order by last_minor - before_minor desc, partner_id) end as up_rank,
    case when last_minor < before_minor then row_number() over (order by last_minor - before_minor, partner_id) end as down_rank
  from won
)
select r.partner_id, p.name, r.now_minor, r.now_deals, r.last_minor, r.before_minor,
  coalesce(r.top_rank <= :most::int, false) as top, coalesce(r.up_rank <= :most::int, false) as up, coalesce(r.down_rank <= :most::int, false) as down
from ranked r join partner p on p.vendor_id = :vendor::uuid and p.id = r.partner_id
where least(r.top_rank, r.up_rank, r.down_rank) <= :most::int
