-- Moments that people read beside deadlines are told by the clock the deadlines go by; the audit keeps real time.
alter table file alter column uploaded_at set default kit.business_now();
alter table cell_revision alter column at set default kit.business_now();
alter table verification alter column at set default kit.business_now();
alter table self_score alter column given_at set default kit.business_now();
alter table assessment alter column assessed_at set default kit.business_now();
alter table ranking alter column computed_at set default kit.business_now();
