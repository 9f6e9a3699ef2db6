package vn.thidua.cluster.conference;

import java.sql.Types;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds to the lists of a conference; each method tells the row, new or there before. */
@Repository
class ConferenceListStore {
    /** @param isNew false when the same was there already */
    record Added(UUID id, boolean isNew) {}

    private final JdbcClient jdbc;

    ConferenceListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Added add(UUID conferenceId, Conference.Attendance attendance) {
        var isNew = jdbc.sql("""
                        insert into attendance (id, conference_id, unit_id, name, office, capacity)
                        values (:id, :conference, :unit, :name, :office, :capacity) on conflict do nothing
                        """)
                        .param("id", attendance.id())
                        .param("conference", conferenceId)
                        .param("unit", attendance.unitId(), Types.OTHER)
                        .param("name", attendance.name(), Types.VARCHAR)
                        .param("office", attendance.office(), Types.VARCHAR)
                        .param("capacity", attendance.capacity().name())
                        .update()
                > 0;
        return isNew
                ? new Added(attendance.id(), true)
                : new Added(
                        jdbc.sql("""
                        select id from attendance where conference_id = :conference
                          and unit_id is not distinct from cast(:unit as uuid) and name is not distinct from cast(:name as text)
                          and office is not distinct from cast(:office as text)
                        """)
                                .param("conference", conferenceId)
                                .param("unit", attendance.unitId(), Types.OTHER)
                                .param("name", attendance.name(), Types.VARCHAR)
                                .param("office", attendance.office(), Types.VARCHAR)
                                .query(UUID.class)
                                .single(),
                        false);
    }

    Added add(UUID conferenceId, Conference.Paper paper) {
        var isNew = jdbc.sql("""
                        insert into paper (id, conference_id, unit_id, title, body)
                        values (:id, :conference, :unit, :title, :body) on conflict do nothing
                        """)
                        .param("id", paper.id())
                        .param("conference", conferenceId)
                        .param("unit", paper.unitId(), Types.OTHER)
                        .param("title", paper.title())
                        .param("body", paper.text(), Types.VARCHAR)
                        .update()
                > 0;
        return isNew
                ? new Added(paper.id(), true)
                : new Added(
                        jdbc.sql("""
                        select id from paper where conference_id = :conference
                          and unit_id is not distinct from cast(:unit as uuid) and title = :title
                        """)
                                .param("conference", conferenceId)
                                .param("unit", paper.unitId(), Types.OTHER)
                                .param("title", paper.title())
                                .query(UUID.class)
                                .single(),
                        false);
    }

    Added add(Conference conference, Conference.Resolution resolution) {
        var isNew = jdbc.sql("""
                        insert into resolution (id, conference_id, cluster_id, season_id, body)
                        values (:id, :conference, :cluster, :season, :body) on conflict do nothing
                        """)
                        .param("id", resolution.id())
                        .param("conference", conference.id())
                        .param("cluster", conference.clusterId())
                        .param("season", resolution.seasonId(), Types.OTHER)
                        .param("body", resolution.text())
                        .update()
                > 0;
        return isNew
                ? new Added(resolution.id(), true)
                : new Added(
                        jdbc.sql("""
                        select id from resolution where conference_id = :conference
                          and season_id is not distinct from cast(:season as uuid) and body = :body
                        """)
                                .param("conference", conference.id())
                                .param("season", resolution.seasonId(), Types.OTHER)
                                .param("body", resolution.text())
                                .query(UUID.class)
                                .single(),
                        false);
    }
}
