package vn.thidua.cluster.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;

/** What meetings go through, in order. */
@Repository
class AgendaStore {
    private final JdbcClient jdbc;

    AgendaStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When an item was begun and ended. */
    record Course(int position, Instant begunAt, @Nullable Instant endedAt) {
        boolean underWay() {
            return endedAt == null;
        }
    }

    /** Of those that were begun. */
    List<Course> courses(UUID conferenceId) {
        return jdbc.sql("""
                        select position, begun_at, ended_at from agenda_item
                        where conference_id = :conference and begun_at is not null order by position
                        """)
                .param("conference", conferenceId)
                .query((row, _) -> new Course(
                        row.getInt("position"),
                        Objects.requireNonNull(Rows.instant(row, "begun_at")),
                        Rows.instant(row, "ended_at")))
                .list();
    }

    LocalDate today() {
        return jdbc.sql("select kit.business_today()").query(LocalDate.class).single();
    }

    boolean has(UUID conferenceId, int position) {
        return jdbc.sql("""
                        select exists (select from agenda_item where conference_id = :conference and position = :position)
                        """)
                .param("conference", conferenceId)
                .param("position", position)
                .query(Boolean.class)
                .single();
    }

    /** @param mistaken whether nothing is to be noted of it */
    void end(UUID conferenceId, boolean mistaken) {
        jdbc.sql("""
                        update agenda_item set begun_at = case when :mistaken then null else begun_at end,
                               ended_at = case when :mistaken then null else greatest(begun_at, kit.business_now()) end
                        where conference_id = :conference and begun_at is not null and ended_at is null
                        """)
                .param("conference", conferenceId)
                .param("mistaken", mistaken)
                .update();
    }

    /** One that was ended before is taken up again: it began when it first did. */
    void begin(UUID conferenceId, int position) {
        jdbc.sql("""
                        update agenda_item set begun_at = coalesce(begun_at, kit.business_now()), ended_at = null
                        where conference_id = :conference and position = :position
                        """)
                .param("conference", conferenceId)
                .param("position", position)
                .update();
    }

    /** Puts these in the place of whatever stood there; what was begun keeps its times. */
    void replace(UUID conferenceId, List<Conference.AgendaItem> items) {
        var before = courses(conferenceId);
        jdbc.sql("delete from agenda_item where conference_id = :conference")
                .param("conference", conferenceId)
                .update();
        jdbc.sql("""
                        insert into agenda_item (conference_id, position, starts_at, minutes, title, unit_id, presenter, season_id, purpose, begun_at,
                                                 ended_at)
                        select :conference, i.position, cast(i.starts as time), i.minutes, i.title, i.unit, i.presenter, i.season, i.purpose,
                               c.begun, c.ended
                        from unnest(:starts, :minutes, :titles, :units, :presenters, :seasons, :purposes, :was) with ordinality
                             as i(starts, minutes, title, unit, presenter, season, purpose, was, position)
                        left join unnest(:courses, cast(:begun as timestamptz[]), cast(:ended as timestamptz[])) as c(position, begun, ended)
                             on c.position = i.was
                        """)
                .param("conference", conferenceId)
                .param(
                        "starts",
                        items.stream()
                                .map(item -> HourOfDay.shown(item.startsAt()))
                                .toArray(String[]::new))
                .param(
                        "minutes",
                        items.stream().map(Conference.AgendaItem::minutes).toArray(Integer[]::new))
                .param(
                        "titles",
                        items.stream().map(Conference.AgendaItem::title).toArray(String[]::new))
                .param(
                        "units",
                        items.stream().map(Conference.AgendaItem::unitId).toArray(UUID[]::new))
                .param(
                        "presenters",
                        items.stream().map(Conference.AgendaItem::presenter).toArray(String[]::new))
                .param("seasons", items.stream().map(AgendaStore::season).toArray(UUID[]::new))
                .param("purposes", items.stream().map(AgendaStore::purpose).toArray(String[]::new))
                .param("was", items.stream().map(Conference.AgendaItem::was).toArray(Integer[]::new))
                .param("courses", before.stream().map(Course::position).toArray(Integer[]::new))
                .param(
                        "begun",
                        before.stream().map(one -> one.begunAt().toString()).toArray(String[]::new))
                .param(
                        "ended",
                        before.stream()
                                .map(one -> one.endedAt() == null
                                        ? null
                                        : one.endedAt().toString())
                                .toArray(String[]::new))
                .update();
    }

    /** In their order; units are named as on the day. */
    List<AgendaController.AgendaItemView> of(UUID conferenceId) {
        return jdbc.sql("""
                        select i.position, i.starts_at, i.minutes, i.title, i.unit_id, unit_name(i.unit_id, c.held_on) as unit_name,
                               i.presenter, i.season_id, i.purpose, i.begun_at, i.ended_at
                        from agenda_item i join conference c on c.id = i.conference_id
                        where i.conference_id = :conference order by i.position
                        """)
                .param("conference", conferenceId)
                .query((row, _) -> new AgendaController.AgendaItemView(
                        row.getInt("position"),
                        HourOfDay.of(row, "starts_at"),
                        row.getObject("minutes", Integer.class),
                        row.getString("title"),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        row.getString("presenter"),
                        purpose(row.getString("purpose")),
                        row.getObject("season_id", UUID.class),
                        Rows.instant(row, "begun_at"),
                        Rows.instant(row, "ended_at")))
                .list();
    }

    private static Conference.@Nullable Purpose purpose(@Nullable String name) {
        return name == null ? null : Conference.Purpose.valueOf(name);
    }

    private static @Nullable UUID season(Conference.AgendaItem item) {
        var serves = item.serves();
        return serves == null ? null : serves.seasonId();
    }

    private static @Nullable String purpose(Conference.AgendaItem item) {
        var serves = item.serves();
        return serves == null ? null : serves.purpose().name();
    }
}
