package vn.thidua.cluster.conference;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.season.DueFacts;

/** The conferences a live season owes; one that is only called for a later day is not held yet. */
@Component
class ConferencesDue implements DueFacts {
    @Override
    public Optional<String> ofSeasons() {
        return Optional.of("""
                select s.id, w.code, null::uuid, c.id, c.title, null::date, c.id is not null, c.held_on, null::uuid[]
                from unnest(:seasons) as s(id)
                cross join (values ('PLAN_ADOPTED', 'PLAN'), ('MID_YEAR_HELD', 'MID_YEAR'), ('YEAR_END_HELD', 'YEAR_END'))
                     as w(code, purpose)
                left join lateral (
                    select c.id, c.title, c.held_on from conference_purpose p join conference c on c.id = p.conference_id
                    where p.season_id = s.id and p.purpose = w.purpose and c.held_on <= (select day from today)
                    order by c.held_on, c.id limit 1) c on true
                """);
    }
}
