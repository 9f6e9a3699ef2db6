package vn.thidua.kit.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.replica.MandateEvent;
import vn.thidua.kit.replica.UnitEvent;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.TestIssuer;
import vn.thidua.kit.test.TestPostgres;

/** What a caller may do: the mandates, and nothing else. */
class MandatesIT {
    private static final NoteHouse HOUSE = NoteHouse.publisher();
    private static final UUID PROVINCE = HOUSE.unit(null);
    private static final UUID COMMUNE = HOUSE.unit(PROVINCE);
    private static final UUID ELSEWHERE = HOUSE.unit(null);

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void aMandateOverAUnitHoldsThereOnly() {
        var api = HOUSE.api(HOUSE.holder(PROVINCE, "UNIT_OFFICER", "UNIT"));
        assertThat(write(api, PROVINCE).status()).isEqualTo(201);
        assertThat(write(api, COMMUNE).status()).isEqualTo(403);
    }

    @Test
    void aMandateOverASubtreeHoldsBelowAndNotBeside() {
        var api = HOUSE.api(HOUSE.holder(PROVINCE, "UNIT_OFFICER", "SUBTREE"));
        assertThat(write(api, COMMUNE).status()).isEqualTo(201);
        var refused = write(api, ELSEWHERE);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("detail").asString())
                .isEqualTo("Không có phân công cho việc này tại đơn vị đó.");
    }

    @Test
    void aUnitThatHasEndedIsAnsweredForByWhoeverHoldsWhatItLayUnderLast() {
        var today = NoteHouse.today();
        var ended = HOUSE.unitWith(
                new UnitEvent.State(today.minusDays(30), today.minusDays(20), "Huyện", PROVINCE),
                new UnitEvent.State(today.minusDays(20), today.minusDays(10), "Huyện", ELSEWHERE));
        var below = HOUSE.unitWith(new UnitEvent.State(today.minusDays(30), today.minusDays(12), "Xã", ended));
        var toCome = HOUSE.unitWith(new UnitEvent.State(today.plusDays(1), null, "Xã", ELSEWHERE));

        var last = HOUSE.api(HOUSE.holder(ELSEWHERE, "UNIT_OFFICER", "SUBTREE"));
        assertThat(write(last, ended).status()).isEqualTo(201);
        assertThat(write(last, below).status()).isEqualTo(201);
        assertThat(write(last, toCome).status()).isEqualTo(403);
        assertThat(write(HOUSE.api(HOUSE.holder(PROVINCE, "UNIT_OFFICER", "SUBTREE")), ended)
                        .status())
                .isEqualTo(403);
        assertThat(HOUSE.jdbc()
                        .sql("select kit.units_and_below(array[:root], kit.business_today())")
                        .param("root", ELSEWHERE)
                        .query(UUID.class)
                        .list())
                .contains(ELSEWHERE, ended, below)
                .doesNotContain(toCome, PROVINCE);
    }

    @Test
    void aRoleThatDoesNotCarryTheRightGivesNothing() {
        assertThat(write(HOUSE.api(HOUSE.holder(PROVINCE, "AUDITOR", "SUBTREE")), PROVINCE)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void withoutAMandateEverythingIsRefused() {
        var refused = write(HOUSE.api(HOUSE.person()), PROVINCE);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("detail").asString()).isEqualTo("Không có phân công nào đang hiệu lực.");
        assertThat(write(HOUSE.service.api().as(TestIssuer.instance().person("unknown")), PROVINCE)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aMandateHoldsOnItsDaysOnly() {
        var person = HOUSE.person();
        var api = HOUSE.api(person);
        var id = UUID.randomUUID();
        for (var days : new int[][] {{-10, 0}, {1, 10}}) {
            HOUSE.mandate(id, dated(person, days[0], days[1]));
            assertThat(write(api, PROVINCE).status()).isEqualTo(403);
        }
        HOUSE.mandate(id, dated(person, 0, 1));
        assertThat(write(api, PROVINCE).status()).isEqualTo(201);
    }

    @Test
    void aWithdrawalBitesAtOnceWhereItIsKnown() {
        var person = HOUSE.person();
        var id = HOUSE.mandate(person, PROVINCE, "UNIT_OFFICER", "UNIT");
        assertThat(write(HOUSE.api(person), PROVINCE).status()).isEqualTo(201);
        HOUSE.mandate(id, NoteHouse.event(person, PROVINCE, "UNIT_OFFICER", "UNIT", Instant.now()));
        assertThat(write(HOUSE.api(person), PROVINCE).status()).isEqualTo(403);
    }

    @Test
    void whoActsUnderOneMandateHasOnlyThatOne() {
        var person = HOUSE.person();
        var here = HOUSE.mandate(person, PROVINCE, "UNIT_OFFICER", "UNIT");
        var there = HOUSE.mandate(person, ELSEWHERE, "UNIT_OFFICER", "UNIT");
        var acting = HOUSE.api(person).with("Acting-As", here.toString());
        var written = write(acting, PROVINCE);
        assertThat(written.status()).isEqualTo(201);
        assertThat(HOUSE.jdbc()
                        .sql("select mandate_id from kit.audit where aggregate_id = ?")
                        .param(written.id())
                        .query(UUID.class)
                        .single())
                .isEqualTo(here);
        assertThat(write(acting, ELSEWHERE).status()).isEqualTo(403);
        assertThat(write(HOUSE.api(person), ELSEWHERE).status()).isEqualTo(201);

        var other = HOUSE.mandate(HOUSE.person(), PROVINCE, "UNIT_OFFICER", "UNIT");
        assertThat(write(HOUSE.api(person).with("Acting-As", other.toString()), PROVINCE)
                        .status())
                .isEqualTo(403);
        assertThat(write(HOUSE.api(person).with("Acting-As", "x"), PROVINCE).status())
                .isEqualTo(400);
        HOUSE.mandate(there, NoteHouse.event(person, ELSEWHERE, "UNIT_OFFICER", "UNIT", Instant.now()));
        assertThat(write(HOUSE.api(person).with("Acting-As", there.toString()), PROVINCE)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anAgencyNeedsTheScopeAndTheMandate() {
        var client = HOUSE.agency(PROVINCE, "SUBTREE");
        assertThat(write(agency(client, "notes.write"), COMMUNE).status()).isEqualTo(201);
        assertThat(write(agency(client, "notes.write"), ELSEWHERE).status()).isEqualTo(403);
        var without = write(agency(client, "notes.read"), COMMUNE);
        assertThat(without.status()).isEqualTo(403);
        assertThat(without.body().path("detail").asString()).isEqualTo("Mã truy cập thiếu phạm vi notes.write.");
        assertThat(write(agency("nobody", "notes.write"), COMMUNE).status()).isEqualTo(403);
    }

    @Test
    void aPersonWhoseAccountIsNamedLikeAnAgencyHasNothingOfIt() {
        var client = HOUSE.agency(PROVINCE, "SUBTREE");
        assertThat(write(HOUSE.service.api().as(TestIssuer.instance().person(client)), PROVINCE)
                        .status())
                .isEqualTo(403);
        var person = HOUSE.holder(PROVINCE, "UNIT_OFFICER", "UNIT");
        assertThat(write(agency(person.account(), "notes.write"), PROVINCE).status())
                .isEqualTo(403);
    }

    @Test
    void aCopyThatFellSilentServesTheGraceTimeThenRefusesAndTheReturnShowsWhatToReview() {
        var database = TestPostgres.create("notes");
        var reading = TestPostgres.create("reader");
        var source = NoteHouse.publisher(database, Map.of());
        var port = source.service.port();
        var unit = source.unit(null);
        var officer = source.person();
        var mandate = source.mandate(officer, unit, "UNIT_OFFICER", "UNIT");
        var administrator = source.holder(unit, "ADMINISTRATOR", "SUBTREE");
        try (var reader = NoteHouse.reader(port, reading, Map.of())) {
            var clock = reader.service.bean(NoteApplication.MovableClock.class);
            Eventually.within(
                    Duration.ofSeconds(15),
                    "mandates",
                    () -> reader.count("select count(*) from kit.mandate_copy") == 2);
            var innocent = write(reader.api(officer), unit);
            assertThat(innocent.status()).as(innocent.text()).isEqualTo(201);

            // The owner records a withdrawal, and is gone before the reader hears of it.
            source.close();
            var known = asOf(reader);
            try (var owner = NoteHouse.publisher(database, Map.of())) {
                owner.mandateVersion(mandate, 1);
                owner.mandate(mandate, NoteHouse.event(officer, unit, "UNIT_OFFICER", "UNIT", Instant.now()));
            }

            clock.moveOn(Duration.ofMinutes(15));
            var inGrace = write(reader.api(officer), unit);
            assertThat(inGrace.status()).as(inGrace.text()).isEqualTo(201);
            assertThat(reader.jdbc()
                            .sql("select mandate_as_of from kit.audit where aggregate_id = ?")
                            .param(inGrace.id())
                            .query(java.time.OffsetDateTime.class)
                            .single()
                            .toInstant()
                            .truncatedTo(ChronoUnit.MILLIS))
                    .isEqualTo(known.truncatedTo(ChronoUnit.MILLIS));

            clock.moveOn(Duration.ofMinutes(17));
            var refused = write(reader.api(officer), unit);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.problem()).isEqualTo("mandate-copy-stale");
            assertThat(refused.header("Retry-After")).isNotBlank();
            assertThat(refused.body().path("asOf").asString()).isEqualTo(known.toString());
            assertThat(reader.api(officer).get("/api/v1/notes/" + inGrace.id()).status())
                    .as("reading goes on")
                    .isEqualTo(200);

            clock.moveOn(Duration.ZERO);
            source = NoteHouse.publisher(database, Map.of("server.port", port));
            Eventually.within(
                    Duration.ofSeconds(20),
                    "the withdrawal",
                    () -> write(reader.api(officer), unit).status() == 403);
            var reviews = reader.api(administrator).get("/api/v1/audit/reader/reviews");
            assertThat(reviews.status()).as(reviews.text()).isEqualTo(200);
            assertThat(reviews.body().path("items").findValuesAsString("aggregateId"))
                    .contains(inGrace.id().toString())
                    .doesNotContain(innocent.id().toString());
            assertThat(reader.api(officer).get("/api/v1/audit/reader/reviews").status())
                    .isEqualTo(403);
        } finally {
            source.close();
        }
    }

    @Test
    void aServiceThatNeverHeardOfMandatesWritesNothing() {
        try (var reader = NoteHouse.reader(1, TestPostgres.create("reader"), Map.of())) {
            var refused = write(reader.service.api().as(TestIssuer.instance().person("anyone")), PROVINCE);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.problem()).isEqualTo("mandate-copy-stale");
            assertThat(refused.body().path("asOf").asString()).isEqualTo("never");
        }
    }

    private static Instant asOf(NoteHouse reader) {
        return reader.jdbc()
                .sql("select as_of from kit.feed_cursor")
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static MandateEvent dated(NoteHouse.Person person, int from, int until) {
        return new MandateEvent(
                person.id(),
                null,
                PROVINCE,
                "UNIT",
                "UNIT_OFFICER",
                NoteHouse.today().plusDays(from),
                NoteHouse.today().plusDays(until),
                null);
    }

    private static Api agency(String client, String... scopes) {
        return HOUSE.service.api().as(TestIssuer.instance().agency(client, scopes));
    }

    private static Api.Answer write(Api api, UUID unit) {
        return api.post("/api/v1/notes", Map.of("unitId", unit, "text", "Ghi chú"));
    }
}
