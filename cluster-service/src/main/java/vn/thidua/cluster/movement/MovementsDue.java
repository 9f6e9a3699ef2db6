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
 * What is owed of movements: joined units report for each day of the schedule and for the end, of which they are told a week ahead;
 * who launched looks back once such a day has come, and closes once the last one is over. Nothing is of movements that were recorded
 * after the fact.
 */
@Repository
class MovementsDue implements DueFacts, OutsideSeasons {
    private static final String CLOSE = "MOVEMENT_CLOSE";
    private static final String REVIEW = "MOVEMENT_REVIEW";

    /** What was reviewed, and what lies before a unit joined, it does not report any more. */
    private static final String UNREPORTED = """
            from movement m join movement_participation p on p.movement_id = m.id
            cross join lateral (
                select 'FINAL' as kind, m.planned_to as day, cast(null as date) as reporting_day where m.planned_to is not null
                union all
                select distinct 'YEARLY', d, d from unnest(m.reporting_days) as d where d >= p.joined_on) o
            where m.state = 'OPEN' and m.provenance = 'LIVE' and o.day <= kit.business_today() + 7 and p.withdrawn_because is null
              and not exists (select from movement_report r where r.participation_id = p.id and r.kind = o.kind
                              and r.reporting_day is not distinct from o.reporting_day)
              and not exists (select from movement_review v where v.movement_id = m.id
                              and (v.kind = 'FINAL' or (v.kind = o.kind and v.reporting_day is not distinct from o.reporting_day)))
            """;

    /** A member's own turn is what it launched in a season; everything else is of whoever acts for it. */
    private static final String MEMBER = """
            (select m.unit_id where exists (
                select from membership x
                where x.cluster_id = s.cluster_id and x.unit_id = m.unit_id and x.during && s.during))
            """;

    private final JdbcClient jdbc;

    MovementsDue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> ofSeasons() {
        return Optional.of("select m.season_id, 'MOVEMENT_CLOSE', " + MEMBER + """
                , m.id, m.name, m.planned_to, m.closed_on is not null, m.closed_on, null::uuid[]
                from movement m join season s on s.id = m.season_id
                where m.season_id = any(:seasons) and m.provenance = 'LIVE'
                  and (m.planned_to < (select day from today) or (m.planned_to is not null and m.closed_on is not null))
                union all
                select m.season_id, 'MOVEMENT_REVIEW',
                """ + MEMBER + """
                , m.id, m.name, d, v.id is not null, v.reviewed_on, null
                from movement m join season s on s.id = m.season_id cross join lateral unnest(m.reporting_days) as d
                left join movement_review v on v.movement_id = m.id and v.reporting_day = d
                where m.season_id = any(:seasons) and m.provenance = 'LIVE' and d <= (select day from today)
                  and (v.id is not null
                       or (m.state = 'OPEN'
                           and not exists (select from movement_review f where f.movement_id = m.id and f.kind = 'FINAL')))
                """);
    }

    @Override
    public Optional<String> owedByMembers() {
        return Optional.of(
                "select m.season_id, 'MOVEMENT_REPORT', p.unit_id, m.id, m.name, o.day, false, null::date, null::uuid[] "
                        + UNREPORTED + " and m.season_id = any(:seasons)");
    }

    @Override
    public List<Work> owedBy(UUID[] units) {
        return jdbc.sql("""
                        select 'MOVEMENT_CLOSE' as code, m.unit_id, m.id, m.name, m.planned_to as day from movement m
                        where m.season_id is null and m.unit_id = any(:units) and m.state = 'OPEN' and m.provenance = 'LIVE'
                          and m.planned_to < kit.business_today()
                        union all
                        select distinct 'MOVEMENT_REVIEW', m.unit_id, m.id, m.name, d from movement m
                        cross join lateral unnest(m.reporting_days) as d
                        where m.season_id is null and m.unit_id = any(:units) and m.state = 'OPEN' and m.provenance = 'LIVE'
                          and d <= kit.business_today()
                          and not exists (select from movement_review v where v.movement_id = m.id
                                          and (v.kind = 'FINAL' or v.reporting_day = d))
                        union all
                        select 'MOVEMENT_REPORT', p.unit_id, m.id, m.name, o.day
                        """ + UNREPORTED + """
                          and m.season_id is null and p.unit_id = any(:units)
                        order by day, id
                        """)
                .param("units", units)
                .query((row, _) -> new Work(
                        row.getString("code"),
                        row.getObject("unit_id", UUID.class),
                        roles(row.getString("code")),
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Objects.requireNonNull(Rows.date(row, "day"))))
                .list();
    }

    private static Set<Role> roles(String code) {
        return code.equals(CLOSE) || code.equals(REVIEW)
                ? Set.of(Role.STANDING_OFFICER, Role.UNIT_OFFICER, Role.UNIT_LEADER)
                : Set.of(Role.UNIT_OFFICER, Role.UNIT_LEADER);
    }
}
