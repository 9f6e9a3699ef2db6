package vn.thidua.cluster.conference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
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

/** Reads conferences and their lists. */
@Repository
class ConferenceQueries {
    record Filter(
            @Nullable UUID clusterId,
            @Nullable UUID seasonId,
            @Nullable UUID after,
            int limit) {}

    private static final String VIEW = """
            select c.id, c.cluster_id, c.held_on, c.starts_at, c.place, c.host_unit_id, unit_name(c.host_unit_id, c.held_on) as host_unit_name,
                   c.title, c.provenance, c.source, c.version
            from conference c join cluster k on k.id = c.cluster_id
            """;

    private final JdbcClient jdbc;
    private final AgendaStore agendas;

    ConferenceQueries(JdbcClient jdbc, AgendaStore agendas) {
        this.jdbc = jdbc;
        this.agendas = agendas;
    }

    Optional<ConferenceController.ConferenceView> find(UUID id) {
        return jdbc.sql(VIEW + " where c.id = :id")
                .param("id", id)
                .query((row, _) -> view(row))
                .optional()
                .map(found -> found.withPurposes(purposes(id)));
    }

    /** A conference that is there, with all that was noted of it. */
    ConferenceController.ConferenceMinutes minutes(UUID id) {
        var found = find(id).orElseThrow();
        return new ConferenceController.ConferenceMinutes(
                found.id(),
                found.clusterId(),
                found.heldOn(),
                found.startsAt(),
                found.place(),
                found.hostUnitId(),
                found.hostUnitName(),
                found.title(),
                found.purposes(),
                agendas.of(id),
                attendances(id),
                papers(id),
                resolutions(id),
                found.provenance(),
                found.source(),
                found.version());
    }

    /**
     * Newest first.
     *
     * @param reach null for a caller who may see every conference
     */
    List<ConferenceController.ConferenceView> list(Filter filter, @Nullable Reach reach) {
        var found = jdbc.sql(VIEW + """
                        where (cast(:cluster as uuid) is null or c.cluster_id = :cluster)
                          and (cast(:season as uuid) is null or exists (
                               select from conference_purpose p where p.conference_id = c.id and p.season_id = :season))
                          and (:all or k.organiser_id = any(:units)
                               or k.organiser_id in (select kit.units_and_below(:roots, kit.business_today())))
                          and (cast(:after as uuid) is null or (c.held_on, c.id) < (
                               select x.held_on, x.id from conference x where x.id = :after))
                        order by c.held_on desc, c.id desc limit :limit
                        """)
                .param("cluster", filter.clusterId(), Types.OTHER)
                .param("season", filter.seasonId(), Types.OTHER)
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray())
                .param("after", filter.after(), Types.OTHER)
                .param("limit", filter.limit())
                .query((row, _) -> view(row))
                .list();
        var purposes =
                purposes(found.stream()
                                .map(ConferenceController.ConferenceView::id)
                                .toArray(UUID[]::new))
                        .stream()
                        .collect(Collectors.groupingBy(ConferenceController.PurposeView::conferenceId));
        return found.stream()
                .map(c -> c.withPurposes(purposes.getOrDefault(c.id(), List.of())))
                .toList();
    }

    private List<ConferenceController.PurposeView> purposes(UUID... conferenceIds) {
        return jdbc.sql("""
                        select p.conference_id, p.purpose, p.season_id, s.name as season_name
                        from conference_purpose p join season s on s.id = p.season_id
                        where p.conference_id = any(:ids) order by p.conference_id, lower(s.during), s.id, p.purpose
                        """)
                .param("ids", java.util.Arrays.copyOf(conferenceIds, conferenceIds.length))
                .query((row, _) -> new ConferenceController.PurposeView(
                        row.getObject("conference_id", UUID.class),
                        Conference.Purpose.valueOf(row.getString("purpose")),
                        row.getObject("season_id", UUID.class),
                        row.getString("season_name")))
                .list();
    }

    List<ConferenceListController.AttendanceView> attendances(UUID id) {
        return jdbc.sql("""
                        select a.id, a.unit_id, unit_name(a.unit_id, c.held_on) as unit_name, a.name, a.office, a.capacity
                        from attendance a join conference c on c.id = a.conference_id
                        where a.conference_id = :id order by a.id
                        """)
                .param("id", id)
                .query((row, _) -> new ConferenceListController.AttendanceView(
                        row.getObject("id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        row.getString("name"),
                        row.getString("office"),
                        Conference.Capacity.valueOf(row.getString("capacity"))))
                .list();
    }

    List<ConferenceListController.PaperView> papers(UUID id) {
        return jdbc.sql("""
                        select p.id, p.unit_id, unit_name(p.unit_id, c.held_on) as unit_name, p.title, p.body
                        from paper p join conference c on c.id = p.conference_id
                        where p.conference_id = :id order by p.id
                        """)
                .param("id", id)
                .query((row, _) -> new ConferenceListController.PaperView(
                        row.getObject("id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        row.getString("title"),
                        row.getString("body")))
                .list();
    }

    List<ConferenceListController.ResolutionView> resolutions(UUID id) {
        var tasks = resolutionTasks(id);
        return jdbc.sql("select id, season_id, body from resolution where conference_id = :id order by id")
                .param("id", id)
                .query((row, _) -> {
                    var resolution = row.getObject("id", UUID.class);
                    return new ConferenceListController.ResolutionView(
                            resolution,
                            row.getObject("season_id", UUID.class),
                            row.getString("body"),
                            tasks.getOrDefault(resolution, List.of()));
                })
                .list();
    }

    private Map<UUID, List<ConferenceListController.ResolutionTaskView>> resolutionTasks(UUID conference) {
        return jdbc
                .sql("""
                        select rt.resolution_id, k.id, k.season_id, k.body, k.due_on,
                               unit_name(k.owner_unit_id, kit.business_today()) as owner_unit_name,
                               (select v.outcome from key_task_review v join conference c on c.id = v.conference_id
                                where v.key_task_id = k.id order by c.held_on desc, v.id desc limit 1) as outcome
                        from resolution r join resolution_task rt on rt.resolution_id = r.id join key_task k on k.id = rt.key_task_id
                        where r.conference_id = :conference order by k.id
                        """)
                .param("conference", conference)
                .query((row, _) -> Map.entry(
                        row.getObject("resolution_id", UUID.class),
                        new ConferenceListController.ResolutionTaskView(
                                row.getObject("id", UUID.class),
                                row.getObject("season_id", UUID.class),
                                row.getString("body"),
                                row.getString("owner_unit_name"),
                                Rows.date(row, "due_on"),
                                row.getString("outcome"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static ConferenceController.ConferenceView view(ResultSet row) throws SQLException {
        return new ConferenceController.ConferenceView(
                row.getObject("id", UUID.class),
                row.getObject("cluster_id", UUID.class),
                Objects.requireNonNull(Rows.date(row, "held_on")),
                HourOfDay.of(row, "starts_at"),
                row.getString("place"),
                row.getObject("host_unit_id", UUID.class),
                row.getString("host_unit_name"),
                row.getString("title"),
                List.of(),
                Provenance.valueOf(row.getString("provenance")),
                row.getString("source"),
                row.getLong("version"));
    }
}
