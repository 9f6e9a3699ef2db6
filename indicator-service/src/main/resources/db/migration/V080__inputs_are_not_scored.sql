-- A criterion's further numbers and the ruling on it are recorded under the criterion's code with a colon (I.2:thang, I.2:ruling). They
-- are assessed like a criterion, but a unit gives points to the criterion only.
alter table self_score add constraint self_score_of_criterion check (position(':' in criterion_code) = 0);
