-- By its code a person is known again when tables come in twice. It is personal: erasure takes it too.
alter table person
    add column code text constraint person_code unique check (code ~ '^[A-Z0-9][A-Z0-9.-]{0,34}$'),
    add constraint person_code_erased check (erased_at is null or code is null);
