package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a ballot leaves behind: a mark and an envelope, and nothing anywhere else. */
@ExtendWith(OutputCaptureExtension.class)
class BallotTracesIT {
    private static final LoggingSystem LOGS = LoggingSystem.get(BallotTracesIT.class.getClassLoader());

    @AfterEach
    void quietAgain() {
        LOGS.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    @Test
    void evenADebuggingLogHoldsNoChoice(CapturedOutput output) {
        var assembly = Assembly.of(4);
        var election = assembly.opened(2);
        LOGS.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.TRACE);
        var begun = output.length();
        assembly.cast(election, 2, assembly.unit(1));
        assembly.cast(election, 2, assembly.unit(1));
        assembly.cast(election, 3, assembly.unit(0));
        assembly.cast(election, 3, UUID.randomUUID());
        LOGS.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        var written = output.toString().substring(begun);
        assertThat(written)
                .as("the log was on")
                .contains("Ballot of " + assembly.unit(2))
                .contains("/ballots");
        assertThat(written)
                .doesNotContain(assembly.unit(1).toString())
                .doesNotContain(assembly.unit(0).toString());
    }

    @Test
    void neitherSavedAnswersNorAuditNorEventsKnowAChoice() {
        var assembly = Assembly.of(4);
        var election = assembly.opened(2);
        var saved = Assembly.text("select count(*) from kit.idempotency");
        var events = events(election);
        var plain = assembly.leader(2)
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post(Assembly.path(election) + "/ballots", Assembly.ballot(assembly.unit(2), assembly.unit(1)));
        assertThat(plain.status()).isEqualTo(201);
        var encoded = assembly.leader(3)
                .post(Assembly.path(election) + "/%62allots", Assembly.ballot(assembly.unit(3), assembly.unit(1)));
        assertThat(encoded.status()).as("another spelling of the address").isEqualTo(201);
        assertThat(Assembly.text("select count(*) from kit.idempotency")).isEqualTo(saved);
        assertThat(events(election)).isEqualTo(events);
        assertThat(Assembly.text("""
                        select string_agg(action || coalesce(before::text, '-') || coalesce(after::text, '-')
                                          || coalesce(reason, '-') || unit_id, '|' order by at)
                        from kit.audit where aggregate_id = '%s' and action like 'ballot%%'
                        """.formatted(election)))
                .isEqualTo("ballot.cast---" + assembly.unit(2) + "|ballot.cast---" + assembly.unit(3));
    }

    @Test
    void noColumnOfTheWholeDatabaseHoldsAChoiceBesideItsVoterBeforeTheCount() {
        var assembly = Assembly.of(4);
        var election = assembly.opened(2);
        assembly.cast(election, 2, assembly.unit(1));
        assertThat(Assembly.text("select count(*) from election_choice where election_id = '" + election + "'"))
                .isEqualTo("0");
        assertThat(Assembly.text("""
                        select count(*) from election_mark m join election_envelope e using (election_id)
                        where m.election_id = '%s' and position(uuid_send('%s') in e.envelope) > 0
                        """.formatted(election, assembly.unit(1)))).isEqualTo("0");
        assertThat(Assembly.text("""
                        select string_agg(column_name, ',' order by column_name) from information_schema.columns
                        where table_name = 'election_mark'
                        """)).isEqualTo("election_id,receipt,unit_id");
        assertThat(Assembly.text("""
                        select string_agg(column_name, ',' order by column_name) from information_schema.columns
                        where table_name = 'election_envelope'
                        """)).isEqualTo("election_id,envelope");
    }

    private static String events(UUID election) {
        return Assembly.text("""
                select (select count(*) from kit.feed_event where aggregate_id = '%1$s')
                       + (select count(*) from kit.outbox where aggregate_id = '%1$s')
                """.formatted(election));
    }
}
