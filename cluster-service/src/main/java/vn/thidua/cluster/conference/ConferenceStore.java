package vn.thidua.cluster.conference;

import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.kit.database.Rows;

/** Writes conferences with their purposes. */
@Repository
class ConferenceStore {
    private final JdbcClient jdbc;

    ConferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    /** The conference, held against other writers until the transaction ends. */
    Optional<Conference> lock(UUID id) {
        return jdbc.sql("""
                        select c.id, c.cluster_id, k.organiser_id, c.held_on, c.starts_at, c.place, c.host_unit_id, c.title, c.provenance,
                               c.source, c.version
                        from conference c join cluster k on k.id = c.cluster_id where c.id = :id for update of c
                        """)
                .param("id", id)
                .query((row, _) -> new Conference(
                        id,
                        row.getObject("cluster_id", UUID.class),
                        row.getObject("organiser_id", UUID.class),
                        Objects.requireNonNull(Rows.date(row, "held_on")),
                        row.getObject("starts_at", LocalTime.class),
                        row.getString("place"),
                        row.getObject("host_unit_id", UUID.class),
                        row.getString("title"),
                        purposes(id),
                        new Origin(Provenance.valueOf(row.getString("provenance")), row.getString("source")),
                        row.getLong("version")))
                .optional();
    }

    private List<Conference.Serving> purposes(UUID id) {
        return jdbc.sql("""
                        select purpose, season_id from conference_purpose where conference_id = :id order by season_id, purpose
                        """)
                .param("id", id)
                .query((row, _) -> new Conference.Serving(
                        Conference.Purpose.valueOf(row.getString("purpose")), row.getObject("season_id", UUID.class)))
                .list();
    }

    /** Whether the conference was new: one with that title on that day is there once in its cluster. */
    boolean insert(Conference conference) {
        var added = jdbc.sql("""
                        insert into conference (id, cluster_id, held_on, starts_at, place, host_unit_id, title, provenance, source)
                        values (:id, :cluster, :held, :starts, :place, :host, :title, :provenance, :source)
                        on conflict do nothing
                        """)
                .param("id", conference.id())
                .param("cluster", conference.clusterId())
                .param("held", conference.heldOn())
                .param("starts", conference.startsAt(), Types.TIME)
                .param("place", conference.place())
                .param("host", conference.hostUnitId(), Types.OTHER)
                .param("title", conference.title())
                .param("provenance", conference.origin().provenance().name())
                .param("source", conference.origin().source(), Types.VARCHAR)
                .update();
        if (added > 0) {
            insertPurposes(conference);
        }
        return added > 0;
    }

    Optional<UUID> held(UUID clusterId, LocalDate heldOn, String title) {
        return jdbc.sql("select id from conference where cluster_id = :cluster and held_on = :held and title = :title")
                .param("cluster", clusterId)
                .param("held", heldOn)
                .param("title", title)
                .query(UUID.class)
                .optional();
    }

    void update(Conference conference) {
        jdbc.sql("""
                        update conference set held_on = :held, starts_at = :starts, place = :place, host_unit_id = :host, title = :title,
                               provenance = :provenance, source = :source, version = :version
                        where id = :id
                        """)
                .param("id", conference.id())
                .param("held", conference.heldOn())
                .param("starts", conference.startsAt(), Types.TIME)
                .param("place", conference.place())
                .param("host", conference.hostUnitId(), Types.OTHER)
                .param("title", conference.title())
                .param("provenance", conference.origin().provenance().name())
                .param("source", conference.origin().source(), Types.VARCHAR)
                .param("version", conference.version())
                .update();
    }

    /** Those that stay are left alone: items of the agenda stand on them. */
    void replacePurposes(Conference conference) {
        jdbc.sql("""
                        delete from conference_purpose c where c.conference_id = :id and not exists (
                            select from unnest(:seasons, :purposes) as p(season, purpose)
                            where p.season = c.season_id and p.purpose = c.purpose)
                        """)
                .param("id", conference.id())
                .param("seasons", seasonsOf(conference))
                .param("purposes", namesOf(conference))
                .update();
        insertPurposes(conference);
    }

    private void insertPurposes(Conference conference) {
        jdbc.sql("""
                        insert into conference_purpose (conference_id, cluster_id, season_id, purpose)
                        select :id, :cluster, season, purpose from unnest(:seasons, :purposes) as p(season, purpose)
                        on conflict do nothing
                        """)
                .param("id", conference.id())
                .param("cluster", conference.clusterId())
                .param("seasons", seasonsOf(conference))
                .param("purposes", namesOf(conference))
                .update();
    }

    private static UUID[] seasonsOf(Conference conference) {
        return conference.purposes().stream().map(Conference.Serving::seasonId).toArray(UUID[]::new);
    }

    private static String[] namesOf(Conference conference) {
        return conference.purposes().stream().map(p -> p.purpose().name()).toArray(String[]::new);
    }
}
