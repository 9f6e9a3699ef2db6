package vn.thidua.cluster.conference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes who is invited to conferences and what they answer. */
@Repository
class InvitationStore {
    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    LocalDate today() {
        return jdbc.sql("select kit.business_today()").query(LocalDate.class).single();
    }

    /** Invites whoever is a member on the conference's day or on the last day of a season it serves; tells those that were not yet. */
    List<Invitation> inviteMembers(UUID conferenceId, UUID seasonId) {
        return jdbc.sql("""
                        insert into conference_invitation (conference_id, season_id, unit_id, capacity)
                        select distinct on (m.unit_id) c.id, cast(:season as uuid), m.unit_id, 'MEMBER'
                        from conference c join membership m on m.cluster_id = c.cluster_id
                        where c.id = :conference and (m.during @> c.held_on or exists (
                            select from conference_purpose p join season s on s.id = p.season_id
                            where p.conference_id = c.id and m.during @> upper(s.during) - 1))
                        on conflict do nothing returning id, season_id, unit_id, name, email, version
                        """)
                .param("conference", conferenceId)
                .param("season", seasonId)
                .query((row, _) -> unanswered(conferenceId, row))
                .list();
    }

    /** Invites these; tells those that were not yet. */
    List<Invitation> invite(
            UUID conferenceId, UUID seasonId, List<Invitation.Unit> units, List<Invitation.Guest> guests) {
        var unitIds = new ArrayList<@Nullable UUID>();
        var names = new ArrayList<@Nullable String>();
        var offices = new ArrayList<@Nullable String>();
        var emails = new ArrayList<@Nullable String>();
        var capacities = new ArrayList<String>();
        for (var unit : units) {
            unitIds.add(unit.unitId());
            names.add(null);
            offices.add(null);
            emails.add(null);
            capacities.add(unit.capacity().name());
        }
        for (var guest : guests) {
            unitIds.add(null);
            names.add(guest.name());
            offices.add(guest.office());
            emails.add(guest.email());
            capacities.add(guest.capacity().name());
        }
        return jdbc.sql("""
                        insert into conference_invitation (conference_id, season_id, unit_id, name, office, email, capacity)
                        select :conference, :season, unit, name, office, email, capacity
                        from unnest(:units, :names, :offices, :emails, :capacities) as i(unit, name, office, email, capacity)
                        on conflict do nothing returning id, season_id, unit_id, name, email, version
                        """)
                .param("conference", conferenceId)
                .param("season", seasonId)
                .param("units", unitIds.toArray(UUID[]::new))
                .param("names", names.toArray(String[]::new))
                .param("offices", offices.toArray(String[]::new))
                .param("emails", emails.toArray(String[]::new))
                .param("capacities", capacities.toArray(String[]::new))
                .query((row, _) -> unanswered(conferenceId, row))
                .list();
    }

    /** Who is invited to a conference and can be told, with the season in whose course each is. */
    List<Invitation> told(UUID conferenceId) {
        return jdbc.sql("""
                        select id, season_id, unit_id, name, email, version from conference_invitation
                        where conference_id = :conference and num_nonnulls(unit_id, email) = 1
                        """)
                .param("conference", conferenceId)
                .query((row, _) -> unanswered(conferenceId, row))
                .list();
    }

    private static Invitation unanswered(UUID conferenceId, ResultSet row) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                conferenceId,
                row.getObject("season_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                null,
                row.getLong("version"));
    }

    /** The invitation, held against other writers until the transaction ends. */
    Optional<Invitation> lock(UUID conferenceId, UUID id) {
        return jdbc.sql("""
                        select season_id, unit_id, name, email, answer, delegate, delegate_office, reason, version from conference_invitation
                        where id = :id and conference_id = :conference for update
                        """)
                .param("id", id)
                .param("conference", conferenceId)
                .query((row, _) -> new Invitation(
                        id,
                        conferenceId,
                        row.getObject("season_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("answer") == null
                                ? null
                                : new Invitation.Answer(
                                        Invitation.Coming.valueOf(row.getString("answer")),
                                        row.getString("delegate"),
                                        row.getString("delegate_office"),
                                        row.getString("reason")),
                        row.getLong("version")))
                .optional();
    }

    void answer(UUID id, Invitation.Answer answer) {
        jdbc.sql("""
                        update conference_invitation
                        set answer = :answer, delegate = :delegate, delegate_office = :office, reason = :reason,
                            answered_at = kit.business_now(), version = version + 1
                        where id = :id
                        """)
                .param("id", id)
                .param("answer", answer.coming().name())
                .param("delegate", answer.delegate(), Types.VARCHAR)
                .param("office", answer.delegateOffice(), Types.VARCHAR)
                .param("reason", answer.reason(), Types.VARCHAR)
                .update();
    }

    /** What was answered for another day holds no longer. */
    void reopen(UUID conferenceId) {
        jdbc.sql("""
                        update conference_invitation
                        set answer = null, delegate = null, delegate_office = null, reason = null, answered_at = null, version = version + 1
                        where conference_id = :conference and answer is not null
                        """).param("conference", conferenceId).update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from conference_invitation where id = :id")
                .param("id", id)
                .update();
    }

    /** Notes as present whoever said to come and is not noted yet; how many. */
    int attend(UUID conferenceId) {
        return jdbc.sql("""
                        insert into attendance (conference_id, unit_id, name, office, capacity)
                        select i.conference_id, i.unit_id, coalesce(i.delegate, i.name),
                               case when i.delegate is null then i.office else i.delegate_office end, i.capacity
                        from conference_invitation i
                        where i.conference_id = :conference and i.answer in ('COMES', 'SENDS') and not exists (
                            select from attendance a where a.conference_id = i.conference_id and (
                                a.unit_id = i.unit_id or (i.unit_id is null and a.name = coalesce(i.delegate, i.name))))
                        order by i.id
                        on conflict do nothing
                        """).param("conference", conferenceId).update();
    }
}
