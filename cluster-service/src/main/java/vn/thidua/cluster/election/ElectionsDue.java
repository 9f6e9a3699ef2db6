package vn.thidua.cluster.election;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.season.DueFacts;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.kit.database.Rows;

/** A live season elects the unit that leads, unless its regulation takes the first in the ranking. */
@Repository
class ElectionsDue implements DueFacts {
    private final JdbcClient jdbc;

    ElectionsDue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Fact> of(Seasons.Ref season, LocalDate today) {
        return jdbc.sql("""
                        select e.id, e.title, (e.closed_at at time zone 'Asia/Ho_Chi_Minh')::date as done_on
                        from season s
                        left join lateral (
                            select e.id, e.title, e.closed_at from election e
                            where e.season_id = s.id and e.elected_unit_id is not null order by e.id desc limit 1) e on true
                        where s.id = :season
                          and 'RANK_1' is distinct from (select r.candidate_rule from regulation r
                                                         where r.season_id = s.id order by r.number desc limit 1)
                        """)
                .param("season", season.id())
                .query((row, _) -> new Fact(
                        "LEADER_ELECTED",
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        null,
                        row.getObject("id") != null,
                        Rows.date(row, "done_on")))
                .list();
    }
}
