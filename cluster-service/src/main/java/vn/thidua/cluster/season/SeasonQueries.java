package vn.thidua.cluster.season;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads seasons and who leads them. */
@Repository
class SeasonQueries {
    /** @param asOf seasons that run on that day, or null for all */
    record Filter(
            @Nullable UUID clusterId,
            @Nullable String name,
            @Nullable LocalDate asOf,
            @Nullable UUID after,
            int limit) {}

    private static final String SEASON = """
            select s.id, s.cluster_id, c.name as cluster_name, c.organiser_id, s.name, lower(s.during) as "from",
                   upper(s.during) - 1 as "to", s.mode, s.state, s.close_reason, s.provenance, s.source, s.version
            from season s join cluster c on c.id = s.cluster_id
            """;
    private static final String HEADSHIP = """
            select h.id, h.season_id, s.name as season_name, h.unit_id, unit_name(h.unit_id, lower(s.during)) as unit_name, h.role,
                   h.how, h.conference_id, h.handed_over_on, h.representative, h.provenance, h.source,
                   coalesce(h.handed_over_on, lower(s.during)) as "from", upper(s.during) - 1 as "to"
            from headship h join season s on s.id = h.season_id
            """;

    private final JdbcClient jdbc;

    SeasonQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SeasonController.SeasonView> find(UUID id) {
        return jdbc.sql(SEASON + " where s.id = :id")
                .param("id", id)
                .query((row, _) -> season(row, headships(id)))
                .optional();
    }

    /** @param reach null for a caller who may see every season */
    List<SeasonController.SeasonView> list(Filter filter, @Nullable Reach reach) {
        record Found(UUID id, SeasonController.SeasonView view) {}
        var found = jdbc.sql(SEASON + """
                        where (cast(:cluster as uuid) is null or s.cluster_id = :cluster)
                          and (cast(:name as text) is null or s.name = :name)
                          and (cast(:asOf as date) is null or s.during @> cast(:asOf as date))
                          and (:all or c.organiser_id = any(:units)
                               or c.organiser_id in (select kit.units_and_below(:roots, kit.business_today())))
                          and (cast(:after as uuid) is null or (lower(s.during), s.id) < (
                               select lower(x.during), x.id from season x where x.id = :after))
                        order by lower(s.during) desc, s.id desc limit :limit
                        """)
                .param("cluster", filter.clusterId(), Types.OTHER)
                .param("name", filter.name(), Types.VARCHAR)
                .param("asOf", filter.asOf(), Types.DATE)
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray())
                .param("after", filter.after(), Types.OTHER)
                .param("limit", filter.limit())
                .query((row, _) -> new Found(row.getObject("id", UUID.class), season(row, List.of())))
                .list();
        var leading = headships(found.stream().map(Found::id).toArray(UUID[]::new)).stream()
                .collect(Collectors.groupingBy(HeadshipController.HeadshipView::seasonId));
        return found.stream()
                .map(f -> f.view().withHeadships(leading.getOrDefault(f.id(), List.of())))
                .toList();
    }

    /** Who leads these seasons: the head first, then the deputies, then who else is of the standing group. */
    List<HeadshipController.HeadshipView> headships(UUID... seasonIds) {
        return jdbc.sql(HEADSHIP
                        + " where h.season_id = any(:seasons) order by h.season_id, headship_rank(h.role), h.id")
                .param("seasons", Arrays.copyOf(seasonIds, seasonIds.length))
                .query((row, _) -> headship(row))
                .list();
    }

    /** Who leads a cluster on a day, for whichever season; null for all there ever were, oldest first. */
    List<HeadshipController.HeadshipView> headshipsOfCluster(UUID clusterId, @Nullable LocalDate asOf) {
        return jdbc.sql(HEADSHIP + """
                        where h.cluster_id = :cluster
                          and (cast(:asOf as date) is null or (
                               coalesce(h.handed_over_on, lower(s.during)) <= cast(:asOf as date) and cast(:asOf as date) < upper(s.during)))
                        order by "from", s.id, headship_rank(h.role), h.id
                        """)
                .param("cluster", clusterId)
                .param("asOf", asOf, Types.DATE)
                .query((row, _) -> headship(row))
                .list();
    }

    /** All versions, newest first. */
    List<RegulationController.RegulationView> regulations(UUID seasonId) {
        return jdbc.sql("select * from regulation where season_id = :season order by number desc")
                .param("season", seasonId)
                .query((row, _) -> regulation(seasonId, row))
                .list();
    }

    private static RegulationController.RegulationView regulation(UUID seasonId, ResultSet row) throws SQLException {
        var regulation = SeasonStore.regulation(row);
        return new RegulationController.RegulationView(
                seasonId,
                regulation.number(),
                regulation.title(),
                regulation.text(),
                regulation.status(),
                regulation.adoptedOn(),
                regulation.conferenceId(),
                regulation.candidateRule(),
                regulation.tieRule(),
                regulation.figuresRule(),
                regulation.resultsRule(),
                regulation.origin().provenance(),
                regulation.origin().source(),
                Objects.requireNonNull(Rows.instant(row, "recorded_at")));
    }

    private static SeasonController.SeasonView season(ResultSet row, List<HeadshipController.HeadshipView> headships)
            throws SQLException {
        return new SeasonController.SeasonView(
                row.getObject("id", UUID.class),
                row.getObject("cluster_id", UUID.class),
                row.getString("cluster_name"),
                row.getObject("organiser_id", UUID.class),
                row.getString("name"),
                Objects.requireNonNull(Rows.date(row, "from")),
                Objects.requireNonNull(Rows.date(row, "to")),
                Season.Mode.valueOf(row.getString("mode")),
                Season.State.valueOf(row.getString("state")),
                row.getString("close_reason"),
                headships,
                Provenance.valueOf(row.getString("provenance")),
                row.getString("source"),
                row.getLong("version"));
    }

    private static HeadshipController.HeadshipView headship(ResultSet row) throws SQLException {
        return new HeadshipController.HeadshipView(
                row.getObject("id", UUID.class),
                row.getObject("season_id", UUID.class),
                row.getString("season_name"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                Headship.Role.valueOf(row.getString("role")),
                Headship.How.valueOf(row.getString("how")),
                row.getObject("conference_id", UUID.class),
                Rows.date(row, "handed_over_on"),
                Objects.requireNonNull(Rows.date(row, "from")),
                Objects.requireNonNull(Rows.date(row, "to")),
                row.getString("representative"),
                Provenance.valueOf(row.getString("provenance")),
                row.getString("source"));
    }
}
