package vn.thidua.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;

/** Mandates are granted and withdrawn in one service and bind in the others. */
class CMandatesAcrossServicesIT {
    private static final Platform PLATFORM = Platform.running();

    @Test
    void aWithdrawnMandateBitesElsewhereWhileLongTransactionsAreOpenThere() throws SQLException {
        var unit = unit("AB-SYT");
        var mandate = grant(unit);
        Eventually.within(Duration.ofSeconds(10), "the mandate has arrived", () -> write(unit) == 201);
        try (var indicator = PLATFORM.database("indicator");
                var award = PLATFORM.database("award");
                var busy = indicator.createStatement();
                var alsoBusy = award.createStatement()) {
            indicator.setAutoCommit(false);
            award.setAutoCommit(false);
            busy.execute("select pg_current_xact_id()");
            alsoBusy.execute("select pg_current_xact_id()");
            var withdrawn = Instant.now();
            assertThat(withdraw(mandate).status()).isEqualTo(200);
            Eventually.within(Duration.ofSeconds(60), "the withdrawal bites", () -> write(unit) == 403);
            System.out.printf(
                    "A withdrawal bit after %d ms%n",
                    Duration.between(withdrawn, Instant.now()).toMillis());
            indicator.rollback();
            award.rollback();
        }
    }

    @Test
    void withTheSourceSilentWorkGoesOnForTheGraceTimeIsThenRefusedAndIsReviewedOnItsReturn() throws SQLException {
        var unit = unit("AB-SGDDT");
        var mandate = grant(unit);
        Eventually.within(Duration.ofSeconds(10), "the mandate has arrived", () -> write(unit) == 201);
        try (var cluster = PLATFORM.database("cluster");
                var silence = cluster.createStatement()) {
            // The owner's feed stands still: nothing new gets its position, and the feed says so by its Feed-As-Of.
            cluster.setAutoCommit(false);
            silence.execute("select * from kit.feed_head for update");
            assertThat(withdraw(mandate).status()).isEqualTo(200);
            assertThat(write(unit)).as("within the grace time").isEqualTo(201);
            Eventually.within(
                    Platform.SILENCE.plus(Platform.GRACE).plusSeconds(15),
                    "writes are refused after the grace time",
                    () -> write(unit) == 503);
            cluster.rollback();
        }
        Eventually.within(
                Duration.ofSeconds(20), "the withdrawal bites once the feed is back", () -> write(unit) == 403);
        var auditor = PLATFORM.api();
        var reviews =
                loaderOf("audit.read").get("/api/v1/audit/indicator/reviews").body();
        assertThat(reviews.path("items").findValuesAsString("mandateId")).contains(mandate.toString());
        assertThat(auditor.get("/api/v1/audit/indicator/reviews").status()).isEqualTo(401);
    }

    private static UUID unit(String code) {
        return UUID.fromString(PLATFORM.loader()
                .get("/api/v1/units?q=" + code)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString());
    }

    private static UUID grant(UUID unit) {
        var granted = PLATFORM.loader()
                .post(
                        "/api/v1/mandates",
                        Map.of(
                                "clientId", "he-thong-so-tai-chinh",
                                "unitId", unit,
                                "role", "AGENCY",
                                "scope", "UNIT",
                                "validFrom", LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))));
        assertThat(granted.status()).as(granted.text()).isEqualTo(201);
        return granted.id();
    }

    private static Api.Answer withdraw(UUID mandate) {
        return PLATFORM.loader()
                .with("If-Match", "\"1\"")
                .post("/api/v1/mandates/" + mandate + "/withdrawal", Map.of("reason", "thử thu hồi"));
    }

    private static int write(UUID unit) {
        return PLATFORM.agency("indicators.write")
                .post(
                        "/api/v1/indicators",
                        Map.of(
                                "unitId",
                                unit,
                                "code",
                                "CT."
                                        + UUID.randomUUID()
                                                .toString()
                                                .substring(0, 8)
                                                .toUpperCase(java.util.Locale.ROOT),
                                "name",
                                "Chỉ tiêu thử",
                                "unitOfMeasure",
                                "%"))
                .status();
    }

    private static Api loaderOf(String scope) {
        return PLATFORM.api().as(PLATFORM.tokenOfLoader(scope));
    }
}
