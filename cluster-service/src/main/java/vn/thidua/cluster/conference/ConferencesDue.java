package vn.thidua.cluster.conference;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.season.DueFacts;
import vn.thidua.kit.database.Rows;

/** The conferences a live season owes; one that is only called for a later day is not held yet. */
@Repository
class ConferencesDue implements DueFacts {
    private final JdbcClient jdbc;

    ConferencesDue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Fact> of(UUID[] seasons, LocalDate today) {
        return jdbc.sql("""
                        select s.id as season_id, w.code, c.id, c.title, c.held_on
                        from unnest(:seasons) as s(id)
                        cross join (values ('PLAN_ADOPTED', 'PLAN'), ('MID_YEAR_HELD', 'MID_YEAR'), ('YEAR_END_HELD', 'YEAR_END'))
                             as w(code, purpose)
                        left join lateral (
                            select c.id, c.title, c.held_on from conference_purpose p join conference c on c.id = p.conference_id
                            where p.season_id = s.id and p.purpose = w.purpose and c.held_on <= :today
                            order by c.held_on, c.id limit 1) c on true
                        """)
                .param("seasons", seasons)
                .param("today", today)
                .query((row, _) -> new Fact(
                        row.getObject("season_id", UUID.class),
                        row.getString("code"),
                        null,
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        null,
                        row.getObject("id") != null,
                        Rows.date(row, "held_on")))
                .list();
    }
}
