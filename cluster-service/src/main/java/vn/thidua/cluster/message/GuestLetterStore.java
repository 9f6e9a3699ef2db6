package vn.thidua.cluster.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Keeps letters to guests and how they go out. */
@Repository
class GuestLetterStore {
    /** A letter about to go out. */
    record Addressed(UUID id, String name, String email, MessageText.Facts facts) {}

    private static final String FACTS = """
            g.id, g.name, g.email, g.code, g.title, g.held_on as due_on, 'NEW' as stage, c.name as cluster_name, s.name as season_name,
            unit_name(c.organiser_id, kit.business_today()) as unit_name
            """;

    private final JdbcClient jdbc;

    GuestLetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Notices.Notice notice, GuestLetters.Guest guest, boolean byMail) {
        jdbc.sql("""
                        insert into guest_letter (season_id, conference_id, invitation_id, code, title, held_on, edition, name, email, state)
                        values (:season, :conference, :invitation, :code, :title, :day, :edition, :name, :email, :state)
                        on conflict do nothing
                        """)
                .param("season", notice.seasonId())
                .param("conference", notice.aboutId())
                .param("invitation", guest.invitation())
                .param("code", notice.code())
                .param("title", notice.shortTitle())
                .param("day", notice.day())
                .param("edition", notice.edition())
                .param("name", guest.name())
                .param("email", guest.email())
                .param("state", byMail ? "PENDING" : "NO_CHANNEL")
                .update();
    }

    /** Takes back what has not gone out, and forgets to whom the rest went. */
    void drop(UUID invitation) {
        jdbc.sql("delete from guest_letter where invitation_id = :invitation and state <> 'SENT'")
                .param("invitation", invitation)
                .update();
        jdbc.sql("update guest_letter set name = null, email = null where invitation_id = :invitation")
                .param("invitation", invitation)
                .update();
    }

    boolean anyTried(UUID invitation) {
        return jdbc.sql("select exists (select from guest_letter where invitation_id = :invitation and attempts > 0)")
                .param("invitation", invitation)
                .query(Boolean.class)
                .single();
    }

    /** Takes what waits into one's hands: it counts as tried, and comes again later unless it is marked as sent. */
    List<Addressed> take(int letters) {
        return jdbc.sql("""
                        with turn as materialized (
                            select id from guest_letter where state = 'PENDING' and next_try_at <= clock_timestamp()
                            order by next_try_at, id limit :letters for update skip locked)
                        update guest_letter g
                        set attempts = g.attempts + 1,
                            next_try_at = clock_timestamp() + least(interval '1 minute' * power(2, g.attempts), interval '1 hour')
                        from turn t, season s, cluster c
                        where t.id = g.id and s.id = g.season_id and c.id = s.cluster_id
                        returning
                        """ + FACTS)
                .param("letters", letters)
                .query((row, _) -> new Addressed(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        MessageStore.facts(row)))
                .list();
    }

    /** Nothing of a guest whose invitation is withdrawn is kept any longer than it takes to say so. */
    void sent(UUID id) {
        jdbc.sql("""
                        update guest_letter
                        set state = 'SENT', sent_at = clock_timestamp(), error = null,
                            name = case when code <> 'CONFERENCE_UNINVITED' then name end,
                            email = case when code <> 'CONFERENCE_UNINVITED' then email end
                        where id = :id and state = 'PENDING'
                        """).param("id", id).update();
    }

    void failed(UUID id, String error) {
        jdbc.sql("update guest_letter set error = left(:error, 500) where id = :id")
                .param("error", error)
                .param("id", id)
                .update();
    }

    /** Of conferences whose organisers lie within reach, newest first. */
    List<MessageQueries.Outgoing> outgoing(Reach reach, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        "select c.organiser_id, g.season_id, g.conference_id, g.made_at, g.state, g.attempts, g.sent_at, g.error,"
                                + FACTS + """
                        from guest_letter g join season s on s.id = g.season_id join cluster c on c.id = s.cluster_id
                        where (c.organiser_id = any(:units)
                               or c.organiser_id in (select kit.units_and_below(:roots, kit.business_today())))
                          and (cast(:after as uuid) is null or g.id < :after)
                        order by g.id desc limit :limit
                        """)
                .param("units", reach.unitArray())
                .param("roots", reach.rootArray())
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> outgoing(row))
                .list();
    }

    private static MessageQueries.Outgoing outgoing(ResultSet row) throws SQLException {
        var madeAt = Objects.requireNonNull(Rows.instant(row, "made_at"));
        var organiser = row.getObject("organiser_id", UUID.class);
        var id = row.getObject("id", UUID.class);
        var waits = !row.getString("state").equals("NO_CHANNEL");
        return new MessageQueries.Outgoing(
                id,
                organiser,
                row.getString("unit_name"),
                new MessageQueries.Told(
                        id,
                        row.getObject("season_id", UUID.class),
                        organiser,
                        row.getObject("conference_id", UUID.class),
                        MessageStore.facts(row),
                        madeAt,
                        null),
                madeAt,
                row.getString("name"),
                true,
                waits ? Channel.Kind.EMAIL.name() : null,
                waits ? row.getString("state") : null,
                row.getInt("attempts"),
                Rows.instant(row, "sent_at"),
                row.getString("error"));
    }
}
