-- Moments that people read beside deadlines are told by the clock the deadlines go by; the audit keeps real time.
alter table nomination_submission alter column submitted_at set default kit.business_now();
alter table opinion alter column recorded_at set default kit.business_now();
alter table revocation alter column recorded_at set default kit.business_now();
