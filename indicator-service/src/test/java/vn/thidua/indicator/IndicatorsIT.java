package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IndicatorsIT {
    private final Catalogue catalogue = Catalogue.instance();

    @AfterEach
    void theCopyOfMandatesIsFreshAgain() {
        catalogue.known.confirmed(0);
    }

    @Test
    void anIndicatorIsFoundWithoutTypingItsAccents() {
        var indicator = new HashMap<>(Catalogue.newIndicator(catalogue.own));
        indicator.put("name", "Số giếng nước giữ mùa khô");
        var created = catalogue.administrator().post("/api/v1/indicators", indicator);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var found = catalogue.administrator().get("/api/v1/indicators?q=gieng%20nuoc");
        assertThat(found.body().path("items").findValuesAsString("id"))
                .contains(created.id().toString());
    }

    @Test
    void aCodeIsGivenOnlyOnceWithinAUnit() {
        var indicator = Catalogue.newIndicator(catalogue.own);
        catalogue.administrator().post("/api/v1/indicators", indicator);
        var second = catalogue.administrator().post("/api/v1/indicators", indicator);
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/code");
    }

    @Test
    void whoChangesAnOlderVersionIsToldSo() {
        var id = catalogue
                .administrator()
                .post("/api/v1/indicators", Catalogue.newIndicator(catalogue.own))
                .id();
        var change = Map.of("name", "Thu nội địa", "unitOfMeasure", "tỷ đồng");
        assertThat(catalogue
                        .administrator()
                        .put("/api/v1/indicators/" + id, 1, change)
                        .status())
                .isEqualTo(200);
        assertThat(catalogue
                        .administrator()
                        .put("/api/v1/indicators/" + id, 1, change)
                        .status())
                .isEqualTo(412);
    }

    @Test
    void anIndicatorIsAQuantityToBeRaisedUnlessSomethingElseIsSaid() {
        var plain = catalogue.administrator().post("/api/v1/indicators", Catalogue.newIndicator(catalogue.own));
        assertThat(plain.body().path("valueKind").asString()).isEqualTo("QUANTITY");
        assertThat(plain.body().path("direction").asString()).isEqualTo("RAISE");
        assertThat(plain.body().path("decimals").asInt()).isEqualTo(2);
        var counted = new java.util.HashMap<>(Catalogue.newIndicator(catalogue.own));
        counted.putAll(Map.of("valueKind", "COUNT", "direction", "REDUCE", "evidenceRequired", true));
        var created = catalogue.administrator().post("/api/v1/indicators", counted);
        assertThat(created.body().path("decimals").asInt()).isZero();
        assertThat(created.body().path("direction").asString()).isEqualTo("REDUCE");
        assertThat(created.body().path("evidenceRequired").asBoolean()).isTrue();
    }

    @Test
    void whatIsCountedHasNoFraction() {
        var counted = new java.util.HashMap<>(Catalogue.newIndicator(catalogue.own));
        counted.putAll(Map.of("valueKind", "COUNT", "decimals", 1));
        var refused = catalogue.administrator().post("/api/v1/indicators", counted);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/decimals");
    }

    @Test
    void aChangeLeavesWhatItDoesNotName() {
        var body = new java.util.HashMap<>(Catalogue.newIndicator(catalogue.own));
        body.putAll(Map.of("valueKind", "PERCENT", "direction", "KEEP", "decimals", 3));
        var id = catalogue.administrator().post("/api/v1/indicators", body).id();
        var changed = catalogue
                .administrator()
                .put("/api/v1/indicators/" + id, 1, Map.of("name", "Tỷ lệ", "unitOfMeasure", "%", "decimals", 1));
        assertThat(changed.body().path("valueKind").asString()).isEqualTo("PERCENT");
        assertThat(changed.body().path("direction").asString()).isEqualTo("KEEP");
        assertThat(changed.body().path("decimals").asInt()).isEqualTo(1);
    }

    @Test
    void whoseFiguresTheyAreAndTheStatisticiansCodeAreToldAndFound() {
        var code = "TK-" + UUID.randomUUID().toString().substring(0, 8);
        var body = new HashMap<>(Catalogue.newIndicator(catalogue.own));
        body.put("source", Map.of("unitId", catalogue.own, "statisticsCode", " " + code + " "));
        var created = catalogue.administrator().post("/api/v1/indicators", body);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.body().path("source").path("unitId").asString()).isEqualTo(catalogue.own.toString());
        assertThat(created.body().path("source").path("statisticsCode").asString())
                .isEqualTo(code);
        var found = catalogue.administrator().get("/api/v1/indicators?q=" + code.toLowerCase(Locale.ROOT));
        assertThat(found.body().path("items").findValuesAsString("id"))
                .containsExactly(created.id().toString());
        var path = "/api/v1/indicators/" + created.id();
        var said = Map.of("name", "Thu nội địa", "unitOfMeasure", "tỷ đồng");
        var untouched = catalogue.administrator().put(path, 1, said);
        assertThat(untouched.body().path("source").path("statisticsCode").asString())
                .isEqualTo(code);
        var emptied = catalogue.administrator().put(path, 2, TriedOn.with(said, "source", Map.of()));
        assertThat(emptied.body().path("source").path("unitId").isNull()).isTrue();
        assertThat(emptied.body().path("source").path("statisticsCode").isNull())
                .isTrue();
    }

    @Test
    void aDepartmentThatNobodyKnowsIsNoSource() {
        var body = new HashMap<>(Catalogue.newIndicator(catalogue.own));
        body.put("source", Map.of("unitId", UUID.randomUUID()));
        var refused = catalogue.administrator().post("/api/v1/indicators", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsString("pointer")).containsExactly("/source/unitId");
    }

    @Test
    void aRatioHasFractionsAndIsAveragedNeverAddedUp() {
        var body = new HashMap<>(Catalogue.newIndicator(catalogue.own));
        body.putAll(Map.of("valueKind", "RATIO", "direction", "REACH", "decimals", 2));
        var created = catalogue.administrator().post("/api/v1/indicators", body);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.body().path("direction").asString()).isEqualTo("REACH");
        var rule = "/api/v1/indicators/" + created.id() + "/aggregation";
        assertThat(catalogue.administrator().get(rule).body().path("suggested").asString())
                .isEqualTo("AVERAGE");
        assertThat(catalogue.administrator().put(rule, 0, Map.of("rule", "SUM")).status())
                .isEqualTo(422);
    }

    @Test
    void writesGoOnWhileTheMandatesAreSilentForAWhileAndAreMarked() {
        catalogue.known.confirmed(600);
        var created = catalogue.administrator().post("/api/v1/indicators", Catalogue.newIndicator(catalogue.own));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var audit = catalogue.administrator().get("/api/v1/audit/indicator?aggregateId=" + created.id());
        var row = audit.body().path("items").path(0);
        assertThat(java.time.Instant.parse(row.path("mandateAsOf").asString()))
                .isBefore(java.time.Instant.parse(row.path("at").asString()).minusSeconds(590));
    }

    @Test
    void writesAreRefusedOnceTheMandatesAreSilentBeyondTheGraceTimeAndReadsGoOn() {
        catalogue.known.confirmed(60 + 15 * 60 + 5);
        var refused = catalogue.administrator().post("/api/v1/indicators", Catalogue.newIndicator(catalogue.own));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.problem()).isEqualTo("mandate-copy-stale");
        assertThat(catalogue.administrator().get("/api/v1/indicators").status()).isEqualTo(200);
    }
}
