package vn.thidua.indicator.season;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads seasons and their members from this service's copy. */
@Repository
public class Seasons {
    private final JdbcClient jdbc;

    Seasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The season, once the feed has brought it. */
    public Optional<Season> find(UUID id) {
        return jdbc.sql("""
                        select s.id, s.cluster_id, s.organiser_id, s.name, lower(s.during) as "from", upper(s.during) as until,
                               s.mode, s.state, s.provenance, s.candidate_rule, s.tie_rule,
                               array(select h.unit_id from headship_copy h
                                     where h.season_id = s.id and h.role = 'HEAD' order by h.unit_id) as heads
                        from season_copy s where s.id = :id
                        """)
                .param("id", id)
                .query((row, _) -> new Season(
                        row.getObject("id", UUID.class),
                        row.getObject("cluster_id", UUID.class),
                        row.getObject("organiser_id", UUID.class),
                        row.getString("name"),
                        Objects.requireNonNull(Rows.date(row, "from")),
                        Rows.date(row, "until"),
                        Season.Mode.valueOf(row.getString("mode")),
                        Season.State.valueOf(row.getString("state")),
                        row.getString("provenance"),
                        List.of((UUID[]) row.getArray("heads").getArray()),
                        row.getString("candidate_rule"),
                        row.getString("tie_rule")))
                .optional();
    }

    /** Whoever was a member of the season's cluster on any of its days, by code. */
    public List<Member> members(UUID seasonId) {
        return jdbc.sql("""
                        select m.unit_id, u.code, n.name
                        from season_member m
                        join season_copy s on s.id = m.season_id
                        left join kit.unit_copy u on u.id = m.unit_id
                        left join lateral (
                            select st.name from kit.unit_state_copy st where st.unit_id = m.unit_id
                            order by st.during @> lower(s.during) desc, abs(lower(st.during) - lower(s.during)) limit 1) n on true
                        where m.season_id = :season
                        order by u.code, m.unit_id
                        """)
                .param("season", seasonId)
                .query((row, _) ->
                        new Member(row.getObject("unit_id", UUID.class), row.getString("code"), row.getString("name")))
                .list();
    }

    /** Whether one of the season's members, or its organiser, lies within that reach. */
    boolean concerns(UUID seasonId, Reach reach) {
        return jdbc.sql("""
                        with touched(unit_id) as (
                            select m.unit_id from season_member m where m.season_id = :season
                            union all select s.organiser_id from season_copy s where s.id = :season)
                        select exists (select from touched t
                                       where t.unit_id = any(:units)
                                          or t.unit_id in (select kit.units_and_below(:roots, kit.business_today())))
                        """)
                .param("season", seasonId)
                .param("units", reach.unitArray())
                .param("roots", reach.rootArray())
                .query(Boolean.class)
                .single();
    }
}
