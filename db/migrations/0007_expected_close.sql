-- Up Migration

-- The list by expected close, the soonest first: what has no day comes last.
create index on opportunity (vendor_id, (coalesce(expected_close_on, '9999-12-31'::date)), id);
