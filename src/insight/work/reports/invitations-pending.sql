-- Invitations that the vendor's people sent, nobody has accepted yet, and that are still good.
select count(*)::int as count, (min(i.created_at) at time zone :zone::text)::date as since, null::date as period, null::bigint as amount_minor,
  null::uuid as record_id
from invitation i join membership m on m.vendor_id = i.vendor_id and m.id = i.invited_by and m.side = 'vendor'
where i.vendor_id = :vendor::uuid and i.accepted_at is null and i.revoked_at is null and i.expires_at > :now::timestamptz
