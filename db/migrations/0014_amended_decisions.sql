-- Up Migration

-- An amendment takes back what was decided about the registration before it and is not told yet.
grant update (taken_back_at) on registration_decision to hanse_job;
