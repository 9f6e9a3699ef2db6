-- Moments that people read beside deadlines are told by the clock the deadlines go by; the audit keeps real time.
alter table compact_signature alter column signed_at set default kit.business_now();
alter table regulation alter column recorded_at set default kit.business_now();
alter table correction alter column corrected_at set default kit.business_now();
