package vn.thidua.cluster.grouping;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.unit.Unit;

/** Reads who could be grouped. */
@Repository
class GroupingQueries {
    /**
     * Whom a proposal is about.
     *
     * @param kind null for all
     * @param free only units that are in no cluster of the organiser on the day
     */
    record Filter(
            UUID organiserId, LocalDate asOf, Unit.@Nullable Kind kind, Unit.@Nullable Level level, boolean free) {}

    /** @param below how many units lie directly below it on the day */
    record Found(
            UUID id, String code, String name, Unit.Kind kind, Unit.Level level, Candidate.Region region, int below) {}

    /** A cluster that a unit is in on the day. */
    record Standing(UUID unitId, UUID clusterId, String clusterName, UUID organiserId, String organiserName) {}

    private final JdbcClient jdbc;

    GroupingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Units below the organiser on the day. */
    List<Found> below(Filter filter, int limit) {
        return jdbc.sql("""
                        select u.id, u.code, s.name, u.kind, u.level, p.code as region, unit_name(p.id, :asOf) as region_name,
                               (select count(*) from unit_state x where x.parent_id = u.id and x.during @> :asOf) as below
                        from unit u
                        join unit_state s on s.unit_id = u.id and s.during @> :asOf
                        join unit p on p.id = s.parent_id
                        where u.id in (select kit.units_and_below(array[:organiser], :asOf)) and u.id <> :organiser
                          and (cast(:kind as text) is null or u.kind = :kind)
                          and (cast(:level as text) is null or u.level = :level)
                          and (not :free or not exists (
                               select from membership m
                               where m.organiser_id = :organiser and m.unit_id = u.id and m.during @> :asOf))
                        order by u.code limit :limit
                        """)
                .param("organiser", filter.organiserId())
                .param("asOf", filter.asOf())
                .param("kind", filter.kind() == null ? null : filter.kind().name(), Types.VARCHAR)
                .param("level", filter.level() == null ? null : filter.level().name(), Types.VARCHAR)
                .param("free", filter.free())
                .param("limit", limit)
                .query((row, _) -> new Found(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        Unit.Kind.valueOf(row.getString("kind")),
                        Unit.Level.valueOf(row.getString("level")),
                        new Candidate.Region(row.getString("region_name"), row.getString("region")),
                        row.getInt("below")))
                .list();
    }

    /** The clusters, of any organiser, that the units are in on the day, by unit. */
    Map<UUID, List<Standing>> standing(List<UUID> unitIds, LocalDate asOf) {
        return jdbc
                .sql("""
                        select m.unit_id, c.id, c.name, c.organiser_id, unit_name(c.organiser_id, :asOf) as organiser_name
                        from membership m join cluster c on c.id = m.cluster_id
                        where m.unit_id = any(:units) and m.during @> :asOf order by c.code, c.id
                        """)
                .param("units", unitIds.toArray(UUID[]::new))
                .param("asOf", asOf)
                .query((row, _) -> new Standing(
                        row.getObject("unit_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("organiser_id", UUID.class),
                        row.getString("organiser_name")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Standing::unitId));
    }
}
