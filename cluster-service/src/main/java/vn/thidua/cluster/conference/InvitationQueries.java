package vn.thidua.cluster.conference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.message.GuestLetters;
import vn.thidua.cluster.season.DueFacts;
import vn.thidua.kit.database.Rows;

/** Reads who is invited to conferences; an answer is owed by the day of the conference. */
@Repository
class InvitationQueries implements DueFacts {
    private static final String VIEW = """
            select i.*, unit_name(i.unit_id, c.held_on) as unit_name,
                   (select count(distinct m.person_id) from reminder r join message m on m.reminder_id = r.id
                    where r.season_id = i.season_id and r.code = 'CONFERENCE_INVITED' and r.unit_id = i.unit_id
                      and r.about_id = i.conference_id) as told,
                   (select g.state from guest_letter g where g.invitation_id = i.id order by g.id desc limit 1) as letter
            from conference_invitation i join conference c on c.id = i.conference_id
            """;

    private final JdbcClient jdbc;

    InvitationQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were invited. */
    List<InvitationController.ConferenceInvitationView> list(UUID conferenceId, @Nullable UUID after, int limit) {
        return jdbc.sql(VIEW + """
                        where i.conference_id = :conference and (cast(:after as uuid) is null or i.id > :after)
                        order by i.id limit :limit
                        """)
                .param("conference", conferenceId)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> view(row))
                .list();
    }

    /** Everybody, in the order in which they were invited. */
    List<InvitationController.ConferenceInvitationView> all(UUID conferenceId) {
        return jdbc.sql(VIEW + " where i.conference_id = :conference order by i.id")
                .param("conference", conferenceId)
                .query((row, _) -> view(row))
                .list();
    }

    InvitationController.ConferenceInvitationView one(UUID id) {
        return jdbc.sql(VIEW + " where i.id = :id")
                .param("id", id)
                .query((row, _) -> view(row))
                .single();
    }

    /** Whether anybody comes is the invited units' matter. */
    @Override
    public Optional<String> owedByMembers() {
        return Optional.of("""
                select i.season_id, 'CONFERENCE_ANSWER', i.unit_id, c.id, left(c.title, 500), c.held_on, false, null::date, null::uuid[]
                from conference_invitation i join conference c on c.id = i.conference_id
                where i.season_id = any(:seasons) and i.unit_id is not null and i.answer is null
                  and c.held_on >= (select day from today)
                """);
    }

    private static InvitationController.ConferenceInvitationView view(ResultSet row) throws SQLException {
        var answer = row.getString("answer");
        var letter = row.getString("letter");
        return new InvitationController.ConferenceInvitationView(
                row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getString("name"),
                row.getString("office"),
                Conference.Capacity.valueOf(row.getString("capacity")),
                Objects.requireNonNull(Rows.instant(row, "sent_at")),
                row.getInt("told"),
                letter == null ? null : GuestLetters.State.valueOf(letter),
                answer == null ? null : Invitation.Coming.valueOf(answer),
                row.getString("delegate"),
                row.getString("delegate_office"),
                row.getString("reason"),
                Rows.instant(row, "answered_at"),
                row.getLong("version"));
    }
}
