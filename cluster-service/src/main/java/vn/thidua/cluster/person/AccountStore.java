package vn.thidua.cluster.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes what the identity provider is to do. */
@Repository
class AccountStore {
    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AccountRequest> find(UUID personId) {
        return jdbc.sql("select * from account_request where person_id = :person")
                .param("person", personId)
                .query((row, _) -> request(row))
                .optional();
    }

    /** Somebody who is to log in under that name. */
    record Wanted(UUID personId, AccountRequest.Kind kind, String username) {}

    /** Throws {@link org.springframework.dao.DuplicateKeyException} when a name is asked for, or taken, by another person. */
    void ask(Collection<Wanted> wanted) {
        jdbc.sql("""
                        insert into account_request (person_id, kind, username)
                        select person_id, kind, username from unnest(:people, :kinds, :usernames) as w(person_id, kind, username)
                        on conflict (person_id) do update
                        set kind = excluded.kind, username = excluded.username, subject = null, state = 'WAITING', attempts = 0,
                            next_try_at = clock_timestamp(), error = null, requested_at = clock_timestamp()
                        """)
                .param("people", wanted.stream().map(Wanted::personId).toArray(UUID[]::new))
                .param("kinds", wanted.stream().map(one -> one.kind().name()).toArray(String[]::new))
                .param("usernames", wanted.stream().map(Wanted::username).toArray(String[]::new))
                .update();
    }

    /** What was asked for these people, and for whoever asked for one of the names. */
    List<AccountRequest> concerning(Collection<UUID> people, Collection<String> usernames) {
        return jdbc.sql("""
                        select * from account_request
                        where kind <> 'REMOVE' and (person_id = any(:people) or username = any(:usernames))
                        """)
                .param("people", people.toArray(UUID[]::new))
                .param("usernames", usernames.toArray(String[]::new))
                .query((row, _) -> request(row))
                .list();
    }

    /** The person's account has to go: the known one, or the one that is just being made. */
    void askRemoval(UUID personId, @Nullable String subject) {
        jdbc.sql("""
                        with known as (
                            update account_request
                            set kind = 'REMOVE', subject = :subject, state = 'WAITING', attempts = 0,
                                next_try_at = clock_timestamp(), error = null
                            where person_id = :person and (cast(:subject as text) is not null or state = 'WAITING')
                            returning person_id)
                        insert into account_request (person_id, kind, subject)
                        select :person, 'REMOVE', :subject
                        where cast(:subject as text) is not null and not exists (select from known)
                        """)
                .param("person", personId)
                .param("subject", subject, Types.VARCHAR)
                .update();
    }

    /** Takes what is due into one's hands: it counts as tried, and comes again later unless it is settled. */
    List<AccountRequest> take(int limit) {
        return jdbc.sql("""
                        update account_request
                        set attempts = attempts + 1,
                            next_try_at = clock_timestamp() + least(interval '10 seconds' * power(2, least(attempts, 12)), interval '1 hour')
                        where person_id in (
                            select person_id from account_request where state = 'WAITING' and next_try_at <= clock_timestamp()
                            order by next_try_at limit :limit for update skip locked)
                        returning *
                        """)
                .param("limit", limit)
                .query((row, _) -> request(row))
                .list();
    }

    void done(AccountRequest request) {
        settle(request, AccountRequest.State.DONE, null);
    }

    void refused(AccountRequest request, String error) {
        settle(request, AccountRequest.State.REFUSED, error);
    }

    void failed(AccountRequest request, String error) {
        settle(request, AccountRequest.State.WAITING, error);
    }

    void removed(AccountRequest request) {
        jdbc.sql("delete from account_request where person_id = :person and kind = 'REMOVE'")
                .param("person", request.personId())
                .update();
    }

    /** Only what was tried: somebody may have asked for something else meanwhile. */
    private void settle(AccountRequest request, AccountRequest.State state, @Nullable String error) {
        jdbc.sql("""
                        update account_request set state = :state, error = left(:error, 100)
                        where person_id = :person and requested_at = :requested and kind = :kind and state = 'WAITING'
                        """)
                .param("state", state.name())
                .param("error", error, Types.VARCHAR)
                .param("person", request.personId())
                .param("requested", request.requestedAt().atOffset(java.time.ZoneOffset.UTC))
                .param("kind", request.kind().name())
                .update();
    }

    private static AccountRequest request(ResultSet row) throws SQLException {
        return new AccountRequest(
                row.getObject("person_id", UUID.class),
                AccountRequest.Kind.valueOf(row.getString("kind")),
                row.getString("username"),
                row.getString("subject"),
                AccountRequest.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("next_try_at", OffsetDateTime.class).toInstant(),
                row.getString("error"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant());
    }
}
