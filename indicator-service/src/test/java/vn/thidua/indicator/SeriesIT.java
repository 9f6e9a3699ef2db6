package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.feed.FeedEvent;
import vn.thidua.kit.feed.FeedHandler;
import vn.thidua.kit.test.Api;

/** A unit's numbers over the years, through what became of it. */
class SeriesIT {
    private final Catalogue catalogue = Catalogue.instance();
    private final KnownSeasons known = new KnownSeasons(catalogue.service);
    private final Api officer = java.util.Objects.requireNonNull(catalogue.callers.get("standingOfficer"));
    private final UUID cluster = UUID.randomUUID();
    private final UUID one = catalogue.known.unit("S.01", catalogue.own);
    private final UUID other = catalogue.known.unit("S.02", catalogue.own);
    private final UUID merged = catalogue.known.unit("S.03", catalogue.own);
    private final UUID revenue = LivingSeason.created(
                    catalogue.administrator().post("/api/v1/indicators", Catalogue.newIndicator(catalogue.own)))
            .id();

    SeriesIT() {
        known.cluster(cluster, catalogue.own, Map.of(one, "2020-01-01/", other, "2020-01-01/", merged, "2020-01-01/"));
    }

    @Test
    void aMergedUnitsYearsStandBesideThoseOfTheUnitsItCameOutOf() {
        var before = season(2024);
        state(before, one, 100);
        state(before, other, 40);
        var after = season(2026);
        state(after, merged, 150);
        told("MERGE", "2025-07-01", List.of(one, other), List.of(merged), false);
        var series = series(merged);
        assertThat(series.path("forebears").findValuesAsString("unitId"))
                .containsExactlyInAnyOrder(one.toString(), other.toString());
        assertThat(series.path("forebears").path(0).path("kind").asString()).isEqualTo("MERGE");
        assertThat(series.path("forebears").path(0).path("decision").asString()).isEqualTo("Nghị quyết 1/NQ");
        assertThat(points(series))
                .containsExactlyInAnyOrder(one + " 2024 100", other + " 2024 40", merged + " 2026 150");
        assertThat(points(series(one)))
                .as("what went before knows nothing of what came")
                .containsExactly(one + " 2024 100");
    }

    @Test
    void ofAUnitThatGoesOnOnlyTheYearsBeforeTheSplitBelongToWhatWasSplitOff() {
        state(season(2024), one, 100);
        var after = season(2026);
        state(after, one, 70);
        state(after, other, 30);
        told("SPLIT", "2025-07-01", List.of(one), List.of(one, other), false);
        assertThat(points(series(other))).containsExactly(one + " 2024 100", other + " 2026 30");
        assertThat(points(series(one))).containsExactly(one + " 2024 100", one + " 2026 70");
        assertThat(series(one).path("forebears")).isEmpty();
    }

    @Test
    void throughSeveralEventsTheWholeLineIsWalkedAndNoUnitTwice() {
        state(season(2022), one, 1);
        state(season(2024), other, 2);
        state(season(2026), merged, 3);
        told("RENAME", "2023-01-01", List.of(one), List.of(other), false);
        told("RENAME", "2025-01-01", List.of(other), List.of(merged), false);
        // Somebody recorded a way back; it leads nowhere.
        told("TRANSFER", "2022-06-01", List.of(merged), List.of(one), false);
        assertThat(points(series(merged))).containsExactly(one + " 2022 1", other + " 2024 2", merged + " 2026 3");
    }

    @Test
    void aLineageThatWasWithdrawnNeverWas() {
        state(season(2024), one, 100);
        var lineage = told("MERGE", "2025-07-01", List.of(one), List.of(merged), false);
        assertThat(points(series(merged))).hasSize(1);
        tell(lineage, 2, "MERGE", "2025-07-01", List.of(one), List.of(merged), true);
        assertThat(points(series(merged))).isEmpty();
        tell(lineage, 3, "MERGE", "2025-07-01", List.of(one), List.of(merged), false);
        assertThat(points(series(merged))).hasSize(1);
        copy(handler -> handler.forget("lineage", lineage));
        assertThat(points(series(merged))).isEmpty();
    }

    @Test
    void reportedNumbersComeWithTheirPercentOfPlanAndLeadBackToTheReport() {
        var season = new LivingSeason(catalogue);
        season.indicator("QUANTITY", "RAISE", 2, false);
        season.promised();
        var report = season.submitted(season.period("YEAR", 5), season.first, 60);
        var lines =
                series(season.standing(), season.first).path("items").path(0).path("lines");
        assertThat(lines.findValuesAsString("measure")).containsExactly("VALUE", "PERCENT_OF_PLAN");
        assertThat(lines.path(0).path("points").path(0).path("value").decimalValue())
                .isEqualByComparingTo("60");
        assertThat(lines.path(1).path("points").path(0).path("value").decimalValue())
                .isEqualByComparingTo("50");
        assertThat(lines.findValuesAsString("reportId")).containsOnly(report.toString());
        assertThat(series(season.standing(), season.second).path("items"))
                .as("nothing handed in yet")
                .isEmpty();
    }

    @Test
    void whoTookAUnitOverReadsWhatItReportedAndOthersDoNot() {
        var season = new LivingSeason(catalogue);
        season.indicator("QUANTITY", "RAISE", 2, false);
        season.promised();
        season.submitted(season.period("YEAR", 5), season.first, 60);
        var successor = LivingSeason.unit(catalogue);
        told("MERGE", "2027-01-01", List.of(season.first), List.of(successor), false);
        assertThat(points(series(season.officer(successor), successor))).hasSize(2);
        assertThat(points(series(season.officer(LivingSeason.unit(catalogue)), successor)))
                .isEmpty();
    }

    @Test
    void manyIndicatorsComeInPages() {
        var next = LivingSeason.created(
                        catalogue.administrator().post("/api/v1/indicators", Catalogue.newIndicator(catalogue.own)))
                .id();
        var season = season(2024);
        state(season, one, 100);
        stateOf(next, season, one, 7);
        var first = officer.get("/api/v1/series?limit=1&unitId=" + one).body();
        assertThat(first.path("items").findValuesAsString("indicatorId")).containsExactly(revenue.toString());
        assertThat(first.path("next").asString()).isEqualTo(revenue.toString());
        var second = officer.get("/api/v1/series?limit=1&after=" + revenue + "&unitId=" + one)
                .body();
        assertThat(second.path("items").findValuesAsString("indicatorId")).containsExactly(next.toString());
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void ofAUnitNobodyKnowsThereIsNothing() {
        assertThat(officer.get("/api/v1/series?unitId=" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    private UUID season(int year) {
        return known.seasonOf(cluster, catalogue.own, one, "RECORDED", year + "-01-01", (year + 1) + "-01-01");
    }

    private void state(UUID season, UUID unit, int value) {
        stateOf(revenue, season, unit, value);
    }

    private void stateOf(UUID indicator, UUID season, UUID unit, int value) {
        var figure = new HashMap<String, Object>();
        figure.put("seasonId", season);
        figure.put("periodKind", "YEAR");
        figure.put("indicatorId", indicator);
        figure.put("subject", "UNIT");
        figure.put("unitId", unit);
        figure.put("measure", "VALUE");
        figure.put("value", value);
        figure.put("unitOfMeasure", "tỷ đồng");
        figure.put("qualifier", "EXACT");
        figure.put("actuality", "ACTUAL");
        figure.put("basis", "STATED");
        figure.put("quote", "như tài liệu in");
        figure.put("provenance", "INVENTED");
        LivingSeason.created(officer.post("/api/v1/figures", figure));
    }

    private UUID told(String kind, String from, List<UUID> predecessors, List<UUID> successors, boolean withdrawn) {
        var id = UUID.randomUUID();
        tell(id, 1, kind, from, predecessors, successors, withdrawn);
        return id;
    }

    private void tell(
            UUID id,
            long version,
            String kind,
            String from,
            List<UUID> predecessors,
            List<UUID> successors,
            boolean withdrawn) {
        var data = PublishedEvents.data(
                "lineage",
                Map.of(
                        "kind",
                        kind,
                        "effectiveFrom",
                        from,
                        "decision",
                        "Nghị quyết 1/NQ",
                        "predecessors",
                        predecessors,
                        "successors",
                        successors,
                        "withdrawn",
                        withdrawn));
        var event =
                new FeedEvent(version, "lineage", id, version, "vn.thidua.lineage.recorded", null, data, Instant.now());
        copy(handler -> handler.apply(event));
    }

    private void copy(Consumer<FeedHandler> work) {
        var handler = catalogue.service.bean("lineageCopy", FeedHandler.class);
        new TransactionTemplate(catalogue.service.bean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> work.accept(handler));
    }

    private JsonNode series(UUID unit) {
        return series(officer, unit);
    }

    private static JsonNode series(Api reader, UUID unit) {
        return LivingSeason.ok(reader.get("/api/v1/series?unitId=" + unit)).body();
    }

    /** Each as unit, season and value. */
    private static List<String> points(JsonNode series) {
        return series.findValues("points").stream()
                .flatMap(JsonNode::valueStream)
                .map(point -> "%s %s %s"
                        .formatted(
                                point.path("unitId").asString(),
                                point.path("seasonName").asString(),
                                point.path("value").decimalValue().toPlainString()))
                .toList();
    }
}
