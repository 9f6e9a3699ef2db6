package vn.thidua.cluster.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads messages, newest first. */
@Repository
class MessageQueries {
    record Told(
            UUID id,
            @Nullable UUID seasonId,
            UUID unitId,
            @Nullable UUID aboutId,
            MessageText.Facts facts,
            Instant madeAt,
            @Nullable Instant readAt) {}

    /**
     * @param unitId where the person was told, of an invitation the person's own
     * @param told null for an invitation
     * @param personName null once erased
     * @param guest whether it is a letter to somebody who is nobody here
     */
    record Outgoing(
            UUID id,
            UUID unitId,
            String unitName,
            @Nullable Told told,
            Instant madeAt,
            @Nullable String personName,
            boolean guest,
            @Nullable String channel,
            @Nullable String state,
            int attempts,
            @Nullable Instant sentAt,
            @Nullable String error) {}

    private static final String TOLD = """
            select m.id, m.read_at, r.season_id, r.unit_id, r.about_id, r.code, r.title, r.due_on, r.stage, r.made_at,
                   c.name as cluster_name, s.name as season_name, unit_name(r.unit_id, kit.business_today()) as unit_name
            """;
    private static final String FROM = """
            from message m join reminder r on r.id = m.reminder_id left join season s on s.id = r.season_id
            left join cluster c on c.id = s.cluster_id
            """;

    private final JdbcClient jdbc;

    MessageQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> person(String account) {
        return jdbc.sql("select id from person where account = :account")
                .param("account", account)
                .query(UUID.class)
                .optional();
    }

    List<Told> of(UUID personId, boolean unread, @Nullable UUID after, int limit) {
        return jdbc.sql(TOLD + FROM + """
                        where m.person_id = :person and (not :unread or m.read_at is null)
                          and (cast(:after as uuid) is null or m.id < :after)
                        order by m.id desc limit :limit
                        """)
                .param("person", personId)
                .param("unread", unread)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> told(row))
                .list();
    }

    /** A row for each way out, or one without where the message stays within the platform. */
    List<Outgoing> outgoing(Reach reach, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        with page as (
                            select m.id, coalesce(r.unit_id, p.unit_id) as at_unit, p.name as person_name
                            from message m join person p on p.id = m.person_id left join reminder r on r.id = m.reminder_id
                            where (coalesce(r.unit_id, p.unit_id) = any(:units)
                                   or coalesce(r.unit_id, p.unit_id) in (select kit.units_and_below(:roots, kit.business_today())))
                              and (cast(:after as uuid) is null or m.id < :after)
                            order by m.id desc limit :limit)
                        """ + TOLD + """
                        , page.at_unit, unit_name(page.at_unit, kit.business_today()) as at_unit_name, page.person_name, m.invited_at,
                        d.channel, d.state, coalesce(d.attempts, 0) as attempts, d.sent_at, d.error
                        from page join message m on m.id = page.id left join reminder r on r.id = m.reminder_id
                        left join season s on s.id = r.season_id left join cluster c on c.id = s.cluster_id
                        left join delivery d on d.message_id = m.id
                        order by m.id desc, d.channel
                        """)
                .param("units", reach.unitArray())
                .param("roots", reach.rootArray())
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> outgoing(row))
                .list();
    }

    private static Outgoing outgoing(ResultSet row) throws SQLException {
        var invitedAt = Rows.instant(row, "invited_at");
        var told = invitedAt == null ? told(row) : null;
        return new Outgoing(
                row.getObject("id", UUID.class),
                row.getObject("at_unit", UUID.class),
                row.getString("at_unit_name"),
                told,
                told == null ? Objects.requireNonNull(invitedAt) : told.madeAt(),
                row.getString("person_name"),
                false,
                row.getString("channel"),
                row.getString("state"),
                row.getInt("attempts"),
                Rows.instant(row, "sent_at"),
                row.getString("error"));
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getObject("id", UUID.class),
                row.getObject("season_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("about_id", UUID.class),
                MessageStore.facts(row),
                Objects.requireNonNull(Rows.instant(row, "made_at")),
                Rows.instant(row, "read_at"));
    }
}
