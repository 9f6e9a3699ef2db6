-- What waits is a small part of what there ever was.
create index nomination_waiting on nomination (organiser_id) where state in ('SUBMITTED', 'OPINION_GIVEN');
create index decision_waiting on decision (authority_unit_id) where state in ('DRAFT', 'SIGNED');
