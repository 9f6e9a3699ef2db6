-- Thường trực cụm: who assists the head of a season. Heads and deputies belong to it by their office; other members are named here.
alter table headship drop constraint headship_role_check;
alter table headship add constraint headship_role_check check (role in ('HEAD', 'DEPUTY', 'STANDING_GROUP'));
create function headship_rank(role text) returns int language sql immutable parallel safe
    return case role when 'HEAD' then 1 when 'DEPUTY' then 2 else 3 end;
