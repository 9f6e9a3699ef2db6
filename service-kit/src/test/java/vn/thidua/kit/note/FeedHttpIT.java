package vn.thidua.kit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.TestIssuer;

/** The feed as its readers meet it: waiting, filtered, kept for a time. */
class FeedHttpIT {
    private static final NoteHouse HOUSE = NoteHouse.publisher();
    private static final String FEED = "/api/v1/feeds/cluster";

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void aLongPollAnswersWhenSomethingHappens() throws Exception {
        var feed = new FeedReading(HOUSE);
        feed.readToEnd();
        var began = Instant.now();
        var poll = CompletableFuture.supplyAsync(() -> feed.read(10, 15_000));
        Thread.sleep(500);
        HOUSE.publish(UUID.randomUUID(), 1, UUID.randomUUID(), "chuông");
        assertThat(poll.get()).isEqualTo(1);
        assertThat(Duration.between(began, Instant.now())).isBetween(Duration.ofMillis(400), Duration.ofSeconds(5));
    }

    @Test
    void aLongPollEndsAfterItsTimeWhenNothingHappens() {
        var feed = new FeedReading(HOUSE);
        feed.readToEnd();
        var began = Instant.now();
        assertThat(feed.read(10, 1500)).isZero();
        assertThat(Duration.between(began, Instant.now())).isBetween(Duration.ofMillis(1400), Duration.ofSeconds(5));
    }

    @Test
    void anAgencySeesTheEventsOfItsUnitsAndNeverThoseMeantForOurServicesOnly() {
        var above = HOUSE.unit(null);
        var below = HOUSE.unit(above);
        var elsewhere = HOUSE.unit(null);
        var ofSubtree = agencyReading(HOUSE.agency(above, "SUBTREE"));
        var ofUnit = agencyReading(HOUSE.agency(above, "UNIT"));
        var mine = UUID.randomUUID();
        var deeper = UUID.randomUUID();
        var foreign = UUID.randomUUID();
        HOUSE.publish(mine, 1, above, "của tôi");
        HOUSE.publish(foreign, 1, elsewhere, "nơi khác");
        HOUSE.publish(deeper, 1, below, "bên dưới");
        ofSubtree.readUntil(deeper);
        assertThat(ofSubtree.aggregates()).containsExactlyInAnyOrder(above, below, mine, deeper);
        ofUnit.readUntil(mine);
        assertThat(ofUnit.aggregates()).containsExactlyInAnyOrder(above, mine);
        assertThat(HOUSE.count("select count(*) from kit.feed_event where audience = 'INTERNAL'"))
                .as("mandates and accounts that were there to be seen")
                .isPositive();

        var snapshot = agency(HOUSE.agency(above, "SUBTREE"), "feed.read").get(FEED + "/snapshot");
        assertThat(snapshot.body().findValuesAsString("subject"))
                .containsExactlyInAnyOrder(above.toString(), below.toString(), mine.toString(), deeper.toString());
    }

    @Test
    void nobodyElseReadsTheFeed() {
        var unit = HOUSE.unit(null);
        assertThat(HOUSE.service.api().get(FEED).status()).isEqualTo(401);
        assertThat(HOUSE.api(HOUSE.holder(unit, "ADMINISTRATOR", "SUBTREE"))
                        .get(FEED)
                        .status())
                .isEqualTo(403);
        assertThat(agency(HOUSE.agency(unit, "UNIT"), "units.read").get(FEED).problem())
                .isEqualTo("forbidden");
        assertThat(agency("agency-without-mandate", "feed.read").get(FEED).status())
                .isEqualTo(403);
    }

    @Test
    void onlyAPageThatReachesTheEndSaysUpToWhenItsReaderKnowsAll() {
        for (int i = 0; i < 4; i++) {
            HOUSE.publish(UUID.randomUUID(), 1, UUID.randomUUID(), "trang");
        }
        new FeedReading(HOUSE).readToEnd();
        vn.thidua.kit.test.Eventually.within(
                Duration.ofSeconds(5),
                "four events",
                () -> HOUSE.internal().get(FEED).body().size() >= 4);
        assertThat(HOUSE.internal().get(FEED + "?limit=2").headers()).doesNotContainKey("feed-as-of");
        assertThat(HOUSE.internal().get(FEED + "/snapshot?limit=2").headers()).doesNotContainKey("feed-as-of");
        assertThat(HOUSE.internal().get(FEED + "?limit=1000").headers()).containsKey("feed-as-of");
        assertThat(HOUSE.internal().get(FEED + "/snapshot?limit=1000").headers())
                .containsKey("feed-as-of");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lastEventId=x",
                "lastEventId=:1",
                "lastEventId=00000000-0000-0000-0000-000000000000:",
                "timeout=-1",
                "timeout=25001",
                "timeout=abc",
                "limit=0",
                "limit=1001",
                "limit=99999999999999999999"
            })
    void aQuestionThatMakesNoSenseIsRefused(String query) {
        var refused = HOUSE.internal().get(FEED + "?" + query);
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("?" + query.substring(0, query.indexOf('=')));
    }

    @Test
    void aCursorOfAnotherEpochIsRefused() {
        var refused = HOUSE.internal().get(FEED + "?lastEventId=" + UUID.randomUUID() + ":1");
        assertThat(refused.status()).isEqualTo(410);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void whatIsOldAndSupersededGoesAndTheFeedFromItsBeginningStaysAFullPicture() throws SQLException {
        var often = UUID.randomUUID();
        var once = UUID.randomUUID();
        HOUSE.publish(once, 1, UUID.randomUUID(), "một");
        for (int version = 1; version <= 4; version++) {
            HOUSE.publish(often, version, UUID.randomUUID(), "bản " + version);
        }
        Eventually.within(
                Duration.ofSeconds(10),
                "all versions have their place",
                () -> HOUSE.count("select count(*) from kit.feed_event where aggregate_id = '" + often + "'") == 4);
        try (var superuser = HOUSE.service.database().asSuperuser();
                var old = superuser.prepareStatement(
                        "update kit.feed_event set recorded_at = now() - interval '91 days' where aggregate_id in (?, ?)")) {
            old.setObject(1, often);
            old.setObject(2, once);
            old.executeUpdate();
        }
        assertThat(HOUSE.count("select kit.purge_feed(interval '90 days', 2)")).isEqualTo(2);
        assertThat(HOUSE.count("select kit.purge_feed(interval '90 days', 2)")).isEqualTo(1);
        assertThat(HOUSE.count("select kit.purge_feed(interval '90 days', 2)")).isZero();
        var newcomer = new FeedReading(HOUSE);
        newcomer.readToEnd();
        assertThat(newcomer.versionsOf(often)).containsExactly(4L);
        assertThat(newcomer.versionsOf(once)).containsExactly(1L);
        assertThat(HOUSE.count(
                        "select count(*) from (select distinct aggregate_type, aggregate_id from kit.feed_event) x"))
                .isEqualTo(newcomer.aggregates().stream().distinct().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update kit.feed_event set data = '{}'",
                "delete from kit.feed_event",
                "insert into kit.feed_event select * from kit.feed_event",
                "truncate kit.feed_event",
                "update kit.feed_head set last_position = 0",
                "update kit.outbox set data = '{}'",
                "delete from kit.outbox",
                "update kit.audit set reason = 'x'",
                "delete from kit.audit",
                "truncate kit.audit cascade",
                "update kit.audit_seal set seq = seq + 1",
                "delete from kit.audit_seal",
                "insert into kit.audit_seal select * from kit.audit_seal",
                "delete from kit.audit_unsealed",
                "update kit.audit_head set seq = 0",
                "update kit.idempotency set status = 200",
                "delete from kit.idempotency",
                "update kit.business_clock set shift = interval '1 day'",
                "select kit.renew_epoch()",
                "create table public.mine (id int)",
                "create table kit.mine (id int)",
                "create schema mine",
                "drop table kit.feed_event",
                "alter table kit.audit disable trigger all",
                "alter table note add column more int",
                "create or replace function kit.business_now() returns timestamptz language sql as 'select now()'",
                "set session_replication_role = replica"
            })
    void theApplicationCannotRewriteHistoryNorTheTables(String sql) throws SQLException {
        try (var application = HOUSE.service.database().asApp();
                var statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    private static Api agency(String client, String... scopes) {
        return HOUSE.service.api().as(TestIssuer.instance().agency(client, scopes));
    }

    private static FeedReading agencyReading(String client) {
        return new FeedReading(agency(client, "feed.read"), FEED);
    }
}
