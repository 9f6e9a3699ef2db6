package vn.thidua.cluster.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;

/** Reads and writes what the identity provider is to hear of addresses, and the links it is to send there. */
@Repository
class AccountMailStore {
    private final JdbcClient jdbc;

    AccountMailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AccountMail> find(UUID personId) {
        return jdbc.sql("select * from account_mail where person_id = :person")
                .param("person", personId)
                .query((row, _) -> mail(row))
                .optional();
    }

    /** The provider is to hear of these people's addresses; a link that is on its way goes to the new one, a refused one is not sent. */
    void addressChanged(Collection<UUID> people) {
        jdbc.sql("""
                        insert into account_mail (person_id) select unnest(:people)
                        on conflict (person_id) do update
                        set link_asked_at = case when account_mail.state <> 'REFUSED' or account_mail.link_sent_at is not null
                                                 then account_mail.link_asked_at end,
                            state = 'WAITING', attempts = 0, next_try_at = clock_timestamp(), error = null,
                            requested_at = clock_timestamp()
                        """).param("people", people.toArray(UUID[]::new)).update();
    }

    /** Whether a link goes out from now on; it does not when one was sent within that time. */
    boolean askLink(UUID personId, Duration gap) {
        return jdbc.sql("""
                                insert into account_mail (person_id, link_asked_at) values (:person, clock_timestamp())
                                on conflict (person_id) do update
                                set link_asked_at = excluded.link_asked_at, link_sent_at = null, state = 'WAITING', attempts = 0,
                                    next_try_at = clock_timestamp(), error = null, requested_at = clock_timestamp()
                                where account_mail.link_sent_at is null
                                   or account_mail.link_sent_at <= clock_timestamp() - make_interval(secs => :gap)
                                """)
                        .param("person", personId)
                        .param("gap", gap.toSeconds())
                        .update()
                > 0;
    }

    void forget(Collection<UUID> people) {
        jdbc.sql("delete from account_mail where person_id = any(:people)")
                .param("people", people.toArray(UUID[]::new))
                .update();
    }

    /** Takes what is due into one's hands: it counts as tried, and comes again later unless it is settled. */
    List<AccountMail.Due> take(int limit) {
        return jdbc.sql("""
                        update account_mail m
                        set attempts = attempts + 1,
                            next_try_at = clock_timestamp() + least(interval '10 seconds' * power(2, least(attempts, 12)), interval '1 hour')
                        from person p
                        where p.id = m.person_id and m.person_id in (
                            select w.person_id from account_mail w join person h on h.id = w.person_id
                            where w.state = 'WAITING' and w.next_try_at <= clock_timestamp() and h.account is not null
                            order by w.next_try_at limit :limit for update of w skip locked)
                        returning m.*, p.account, p.email
                        """)
                .param("limit", limit)
                .query((row, _) -> new AccountMail.Due(mail(row), row.getString("account"), row.getString("email")))
                .list();
    }

    /** The provider knows the address, and sent the link if one was owed. */
    void done(AccountMail mail) {
        settle(mail, AccountRequest.State.DONE, null, mail.linkIsOwed());
    }

    void refused(AccountMail mail, String error) {
        settle(mail, AccountRequest.State.REFUSED, error, false);
    }

    void failed(AccountMail mail, String error) {
        settle(mail, AccountRequest.State.WAITING, error, false);
    }

    /** Only what was tried: the address may have changed, or another link been asked for, meanwhile. */
    private void settle(AccountMail mail, AccountRequest.State state, @Nullable String error, boolean sent) {
        jdbc.sql("""
                        update account_mail
                        set state = :state, error = left(:error, 100), link_sent_at = case when :sent then clock_timestamp() else link_sent_at end
                        where person_id = :person and requested_at = :requested and state = 'WAITING'
                        """)
                .param("state", state.name())
                .param("error", error, Types.VARCHAR)
                .param("sent", sent)
                .param("person", mail.personId())
                .param("requested", mail.requestedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static AccountMail mail(ResultSet row) throws SQLException {
        return new AccountMail(
                row.getObject("person_id", UUID.class),
                AccountRequest.State.valueOf(row.getString("state")),
                Objects.requireNonNull(Rows.instant(row, "next_try_at")),
                row.getString("error"),
                Objects.requireNonNull(Rows.instant(row, "requested_at")),
                Rows.instant(row, "link_asked_at"),
                Rows.instant(row, "link_sent_at"));
    }
}
