package vn.thidua.cluster.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;

/** Writes reminders and invitations, the messages that tell them, and how these go out. */
@Repository
class MessageStore {
    /** @param lately within the time in which nobody gets a second letter */
    record Invited(Invitations.Invitation invitation, boolean lately) {}

    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    LocalDate today() {
        return jdbc.sql("select kit.business_today()").query(LocalDate.class).single();
    }

    /** Writes those that are new, with a message for each person in office there today, and its ways out; all or nothing. */
    void remind(Collection<Reminder> reminders, Channels channels) {
        if (reminders.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with made as (
                            insert into reminder (season_id, code, unit_id, about_id, title, due_on, stage, roles, edition)
                            select season_id, code, unit_id, about_id, title, cast(due_on as date), stage, string_to_array(roles, ','), edition
                            from unnest(:seasons, :codes, :units, :abouts, :titles, :dues, :stages, :roles, :editions)
                                as w(season_id, code, unit_id, about_id, title, due_on, stage, roles, edition)
                            on conflict do nothing
                            returning id, unit_id, roles),
                        told as (
                            insert into message (reminder_id, person_id)
                            select distinct r.id, m.person_id
                            from made r join mandate m on m.unit_id = r.unit_id and m.role = any(r.roles)
                            where m.person_id is not null and m.withdrawn_at is null and m.during @> kit.business_today()
                            returning id, person_id)
                        insert into delivery (message_id, person_id, channel)
                        select told.id, told.person_id, c.channel from told cross join unnest(:channels) as c(channel)
                        """)
                .param("seasons", reminders.stream().map(Reminder::seasonId).toArray(UUID[]::new))
                .param("codes", reminders.stream().map(Reminder::code).toArray(String[]::new))
                .param("units", reminders.stream().map(Reminder::unitId).toArray(UUID[]::new))
                .param("abouts", reminders.stream().map(Reminder::aboutId).toArray(UUID[]::new))
                .param("titles", reminders.stream().map(Reminder::title).toArray(String[]::new))
                .param(
                        "dues",
                        reminders.stream()
                                .map(one ->
                                        one.dueOn() == null ? null : one.dueOn().toString())
                                .toArray(String[]::new))
                .param(
                        "stages",
                        reminders.stream().map(one -> one.stage().name()).toArray(String[]::new))
                .param(
                        "roles",
                        reminders.stream()
                                .map(one -> String.join(",", one.roles()))
                                .toArray(String[]::new))
                .param("editions", reminders.stream().map(Reminder::edition).toArray(Long[]::new))
                .param("channels", channels.names())
                .update();
    }

    /** Units at which somebody is in office today, by id: whoever else owes something is told by nobody. */
    List<UUID> unitsInOffice(@Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select distinct unit_id from mandate
                        where person_id is not null and withdrawn_at is null and during @> kit.business_today()
                          and (cast(:after as uuid) is null or unit_id > :after)
                        order by unit_id limit :limit
                        """)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> row.getObject("unit_id", UUID.class))
                .list();
    }

    /**
     * Takes what waits for so many people into one's hands: it counts as tried, and comes again later unless it is marked as sent.
     *
     * @param gapSeconds who got a letter within that time has to wait
     */
    List<Waiting> take(Channel.Kind channel, int people, long gapSeconds) {
        return jdbc.sql("""
                        with waiting as materialized (
                            select d.person_id, min(d.next_try_at) as since from delivery d
                            where d.channel = :channel and d.state = 'PENDING' and d.next_try_at <= clock_timestamp()
                            group by d.person_id),
                        turn as materialized (
                            select w.person_id from waiting w
                            left join lateral (
                                select x.sent_at from delivery x
                                where x.person_id = w.person_id and x.channel = :channel and x.sent_at is not null
                                order by x.sent_at desc limit 1) last on true
                            where last.sent_at is null or last.sent_at <= clock_timestamp() - make_interval(secs => :gap)
                            order by w.since, w.person_id limit :people)
                        update delivery d
                        set attempts = d.attempts + 1,
                            next_try_at = clock_timestamp() + least(interval '1 minute' * power(2, d.attempts), interval '1 hour')
                        from message m join person p on p.id = m.person_id
                        left join reminder r on r.id = m.reminder_id left join season s on s.id = r.season_id
                        left join cluster c on c.id = s.cluster_id
                        left join account_request a on a.person_id = m.person_id and a.kind <> 'REMOVE'
                        left join account_mail l on l.person_id = m.person_id
                        where m.id = d.message_id and d.channel = :channel and d.state = 'PENDING'
                          and d.next_try_at <= clock_timestamp() and d.person_id in (select person_id from turn)
                        returning m.id, m.person_id, m.invited_at, a.username,
                                  case when l.link_asked_at is not null and l.state <> 'REFUSED' then 'LINK'
                                       when a.kind = 'MAKE' then 'BY_HAND' else 'KNOWN' end as first_password, p.email, p.phone, r.code, r.title, r.due_on, r.stage, c.name as cluster_name,
                                  s.name as season_name, unit_name(r.unit_id, kit.business_today()) as unit_name
                        """)
                .param("channel", channel.name())
                .param("people", people)
                .param("gap", gapSeconds)
                .query((row, _) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("email"),
                        row.getString("phone"),
                        about(row)))
                .list();
    }

    /** How the person was invited last. */
    Optional<Invited> invited(UUID personId, long gapSeconds) {
        return jdbc.sql("""
                        select m.invited_at, max(d.sent_at) as sent_at, max(d.error) filter (where d.state = 'PENDING') as error,
                               case when count(d.channel) = 0 then 'NO_CHANNEL' when bool_or(d.state = 'SENT') then 'SENT'
                                    when bool_or(d.state = 'PENDING') then 'WAITING' else 'NO_ADDRESS' end as state,
                               m.invited_at between kit.business_now() - make_interval(secs => :gap) and kit.business_now() as lately
                        from message m left join delivery d on d.message_id = m.id
                        where m.person_id = :person and m.invited_at is not null
                        group by m.id order by m.id desc limit 1
                        """)
                .param("person", personId)
                .param("gap", gapSeconds)
                .query((row, _) -> new Invited(
                        new Invitations.Invitation(
                                Invitations.State.valueOf(row.getString("state")),
                                Objects.requireNonNull(Rows.instant(row, "invited_at")),
                                Rows.instant(row, "sent_at"),
                                row.getString("error")),
                        row.getBoolean("lately")))
                .optional();
    }

    /** Writes an invitation and its ways out. */
    void invite(UUID personId, Channels channels) {
        jdbc.sql("""
                        with told as (
                            insert into message (person_id, invited_at) values (:person, kit.business_now())
                            returning id, person_id)
                        insert into delivery (message_id, person_id, channel)
                        select told.id, told.person_id, c.channel from told cross join unnest(:channels) as c(channel)
                        """)
                .param("person", personId)
                .param("channels", channels.names())
                .update();
    }

    void sent(Channel.Kind channel, List<UUID> messages) {
        jdbc.sql("""
                        update delivery set state = 'SENT', sent_at = clock_timestamp(), error = null
                        where channel = :channel and message_id = any(:messages) and state = 'PENDING'
                        """)
                .param("channel", channel.name())
                .param("messages", messages.toArray(UUID[]::new))
                .update();
    }

    void unreachable(Channel.Kind channel, List<UUID> messages) {
        jdbc.sql("""
                        update delivery set state = 'NO_ADDRESS' where channel = :channel and message_id = any(:messages)
                        and state = 'PENDING'
                        """)
                .param("channel", channel.name())
                .param("messages", messages.toArray(UUID[]::new))
                .update();
    }

    void failed(Channel.Kind channel, List<UUID> messages, String error) {
        jdbc.sql(
                        "update delivery set error = left(:error, 500) where channel = :channel and message_id = any(:messages)")
                .param("error", error)
                .param("channel", channel.name())
                .param("messages", messages.toArray(UUID[]::new))
                .update();
    }

    private static Waiting.About about(ResultSet row) throws SQLException {
        return row.getObject("invited_at") == null
                ? new Waiting.About.Due(facts(row))
                : new Waiting.About.Invited(
                        row.getString("username"), Waiting.FirstPassword.valueOf(row.getString("first_password")));
    }

    static MessageText.Facts facts(ResultSet row) throws SQLException {
        return new MessageText.Facts(
                row.getString("code"),
                row.getString("title"),
                Rows.date(row, "due_on"),
                Stage.valueOf(row.getString("stage")),
                row.getString("cluster_name"),
                row.getString("season_name"),
                row.getString("unit_name"));
    }

    /** Whether the message is the person's; the first reading stays. */
    boolean read(UUID id, UUID personId) {
        return jdbc.sql(
                                "update message set read_at = coalesce(read_at, kit.business_now()) where id = :id and person_id = :person")
                        .param("id", id)
                        .param("person", personId)
                        .update()
                > 0;
    }
}
