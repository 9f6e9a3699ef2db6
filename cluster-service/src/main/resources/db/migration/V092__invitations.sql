-- An invitation to log in is a message that no reminder tells. The log-in name is not kept with it: it is the one of the moment
-- in which the letter goes out, and none once the person is erased.
alter table message
    alter column reminder_id drop not null,
    add column invited_at timestamptz,
    add constraint message_of_something check (num_nonnulls(reminder_id, invited_at) = 1);
create index message_invitation on message (person_id, invited_at) where invited_at is not null;
