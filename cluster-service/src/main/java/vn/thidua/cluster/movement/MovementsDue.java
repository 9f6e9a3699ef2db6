package vn.thidua.cluster.movement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.access.Role;
import vn.thidua.cluster.season.DueFacts;
import vn.thidua.cluster.task.OutsideSeasons;
import vn.thidua.kit.database.Rows;

/**
 * What is owed of movements once their time is over: joined units report, who launched closes. Nothing is of movements that were
 * recorded after the fact.
 */
@Repository
class MovementsDue implements DueFacts, OutsideSeasons {
    private static final String CLOSE = "MOVEMENT_CLOSE";

    private static final String UNREPORTED = """
            from movement m join movement_participation p on p.movement_id = m.id
            where m.state = 'OPEN' and m.provenance = 'LIVE' and m.planned_to < kit.business_today() and p.withdrawn_because is null
              and not exists (select from movement_report r where r.participation_id = p.id and r.kind = 'FINAL')
              and not exists (select from movement_review v where v.movement_id = m.id and v.kind = 'FINAL')
            """;

    private final JdbcClient jdbc;

    MovementsDue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a member launched is closed by the member, everything else by whoever acts for the season. */
    @Override
    public Optional<String> ofSeasons() {
        return Optional.of("""
                select m.season_id, 'MOVEMENT_CLOSE',
                       (select m.unit_id where exists (
                           select from membership x
                           where x.cluster_id = s.cluster_id and x.unit_id = m.unit_id and x.during && s.during)),
                       m.id, m.name, m.planned_to, m.closed_on is not null, m.closed_on, null::uuid[]
                from movement m join season s on s.id = m.season_id
                where m.season_id = any(:seasons) and m.provenance = 'LIVE'
                  and (m.planned_to < (select day from today) or (m.planned_to is not null and m.closed_on is not null))
                """);
    }

    @Override
    public Optional<String> owedByMembers() {
        return Optional.of(
                "select m.season_id, 'MOVEMENT_REPORT', p.unit_id, m.id, m.name, m.planned_to, false, null::date, null::uuid[] "
                        + UNREPORTED + " and m.season_id = any(:seasons)");
    }

    @Override
    public List<Work> owedBy(UUID[] units) {
        return jdbc.sql("""
                        select 'MOVEMENT_CLOSE' as code, m.unit_id, m.id, m.name, m.planned_to from movement m
                        where m.season_id is null and m.unit_id = any(:units) and m.state = 'OPEN' and m.provenance = 'LIVE'
                          and m.planned_to < kit.business_today()
                        union all
                        select 'MOVEMENT_REPORT', p.unit_id, m.id, m.name, m.planned_to
                        """ + UNREPORTED + """
                          and m.season_id is null and p.unit_id = any(:units)
                        order by planned_to, id
                        """)
                .param("units", units)
                .query((row, _) -> new Work(
                        row.getString("code"),
                        row.getObject("unit_id", UUID.class),
                        roles(row.getString("code")),
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Objects.requireNonNull(Rows.date(row, "planned_to"))))
                .list();
    }

    private static Set<Role> roles(String code) {
        return code.equals(CLOSE)
                ? Set.of(Role.STANDING_OFFICER, Role.UNIT_OFFICER, Role.UNIT_LEADER)
                : Set.of(Role.UNIT_OFFICER, Role.UNIT_LEADER);
    }
}
