-- What of a partner's own was confirmed on customers of which the sale is not its own to tell: touches and customers.
select count(*)::int as touchpoints, count(distinct t.account_id)::int as customers
from touchpoint t
where t.vendor_id = :vendor::uuid and t.partner_id = :partner::uuid and t.state = 'confirmed' and t.account_id is not null
  and t.occurred_on >= :from::date and t.occurred_on < :until::date
