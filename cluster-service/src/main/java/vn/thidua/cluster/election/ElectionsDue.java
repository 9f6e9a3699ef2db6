package vn.thidua.cluster.election;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.season.DueFacts;
import vn.thidua.kit.database.Rows;

/**
 * A live season elects the unit that leads, unless its regulation takes the first in the ranking; while a vote is open, each voter
 * that has not voted owes its ballot.
 */
@Repository
class ElectionsDue implements DueFacts {
    private final JdbcClient jdbc;

    ElectionsDue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Fact> of(UUID[] seasons, LocalDate today) {
        return jdbc.sql("""
                        select s.id as season_id, e.id, e.title, (e.closed_at at time zone 'Asia/Ho_Chi_Minh')::date as done_on
                        from unnest(:seasons) as s(id)
                        left join lateral (
                            select e.id, e.title, e.closed_at from election e
                            where e.season_id = s.id and e.elected_unit_id is not null order by e.id desc limit 1) e on true
                        where 'RANK_1' is distinct from (select r.candidate_rule from regulation r
                                                         where r.season_id = s.id order by r.number desc limit 1)
                        """)
                .param("seasons", seasons)
                .query((row, _) -> new Fact(
                        row.getObject("season_id", UUID.class),
                        "LEADER_ELECTED",
                        null,
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        null,
                        row.getObject("id") != null,
                        Rows.date(row, "done_on")))
                .list();
    }

    /** About the conference at which the vote is held: that is where it is cast. */
    @Override
    public List<Fact> owedByMembers(UUID[] seasons) {
        return jdbc.sql("""
                        select e.season_id, v.unit_id, e.conference_id, e.title
                        from election e join election_voter v on v.election_id = e.id
                        where e.season_id = any(:seasons) and e.status = 'OPEN' and not exists (
                            select from election_mark m where m.election_id = e.id and m.unit_id = v.unit_id)
                        """)
                .param("seasons", seasons)
                .query((row, _) -> new Fact(
                        row.getObject("season_id", UUID.class),
                        "BALLOT_CAST",
                        row.getObject("unit_id", UUID.class),
                        row.getObject("conference_id", UUID.class),
                        row.getString("title"),
                        null,
                        false,
                        null))
                .list();
    }
}
