package vn.thidua.cluster.conference;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What meetings go through, in order. */
@Repository
class AgendaStore {
    private final JdbcClient jdbc;

    AgendaStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts these in the place of whatever stood there. */
    void replace(UUID conferenceId, List<Conference.AgendaItem> items) {
        jdbc.sql("delete from agenda_item where conference_id = :conference")
                .param("conference", conferenceId)
                .update();
        jdbc.sql("""
                        insert into agenda_item (conference_id, position, starts_at, minutes, title, unit_id, presenter, season_id, purpose)
                        select :conference, position, cast(starts as time), minutes, title, unit, presenter, season, purpose
                        from unnest(:starts, :minutes, :titles, :units, :presenters, :seasons, :purposes) with ordinality
                             as i(starts, minutes, title, unit, presenter, season, purpose, position)
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
                .update();
    }

    /** In their order; units are named as on the day. */
    List<AgendaController.AgendaItemView> of(UUID conferenceId) {
        return jdbc.sql("""
                        select i.position, i.starts_at, i.minutes, i.title, i.unit_id, unit_name(i.unit_id, c.held_on) as unit_name,
                               i.presenter, i.season_id, i.purpose
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
                        row.getObject("season_id", UUID.class)))
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
