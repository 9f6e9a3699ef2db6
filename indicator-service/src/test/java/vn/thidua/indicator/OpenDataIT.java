package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/** What a regulation makes public is read without a log-in, and nothing else is. */
class OpenDataIT {
    private static final List<String> FORMS = List.of("", "/ranking", "/ranking.csv", "/figures", "/figures.csv");

    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final Api anybody = catalogue.service.api();
    private final String path = "/api/v1/public/datasets/" + season.id;

    @Test
    void anybodyReadsAPublicRankingWithThePointsOfEveryGroup() {
        var ranking = ranked();
        season.resultsAre("PUBLIC");
        var dataset = listed();
        assertThat(dataset.path("title").asString()).startsWith("Kết quả thi đua - ");
        assertThat(dataset.path("season").asString()).isEqualTo("2026");
        assertThat(dataset.path("publisher").asString()).isNotEmpty();
        assertThat(dataset.path("rankingId").asString()).isEqualTo(ranking.toString());
        assertThat(dataset.path("invented").asBoolean()).isTrue();
        assertThat(dataset.path("distributions").findValuesAsString("path"))
                .containsExactly(path + "/ranking", path + "/ranking.csv", path + "/figures", path + "/figures.csv");

        var answer = LivingSeason.ok(anybody.get(path + "/ranking"));
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=60, public");
        assertThat(answer.header("ETag"))
                .isEqualTo('"' + answer.body().path("contentSha256").asString() + '"');
        assertThat(anybody.with("If-None-Match", answer.header("ETag"))
                        .get(path + "/ranking")
                        .status())
                .isEqualTo(304);
        var rows = answer.body().path("rows");
        assertThat(rows).hasSize(3);
        assertThat(rows.findValuesAsString("rank")).containsExactly("1", "2", "3");
        assertThat(rows.path(0).path("unitCode").asString()).isEqualTo(code(season.first));
        assertThat(rows.path(0).path("scored").asInt()).isPositive();
        assertThat(rows.path(0).path("unscored").asInt()).isNotNegative();
        assertThat(answer.body().at("/groups/0/bonusMaximum").isNumber()).isTrue();
        assertThat(answer.body().path("groups").findValuesAsString("code"))
                .isEqualTo(rows.path(0).path("byGroup").findValuesAsString("code"));

        var table = LivingSeason.ok(anybody.get(path + "/ranking.csv"));
        assertThat(table.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(table.header("Content-Disposition")).contains("attachment", ".csv");
        assertThat(table.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(table.header("Link")).contains(path, "describedby");
        assertThat(text(table)).startsWith("\uFEFFHạng,Mã đơn vị,").contains("1," + code(season.first) + ",");
    }

    @Test
    void anybodyReadsTheFiguresOfTheYearWithTheirPlanAndTheirPercent() {
        var indicator = season.indicator("QUANTITY", "RAISE", 2, false);
        var answered = season.indicator("YES_NO", "RAISE", 0, false);
        var year = season.promised().period("YEAR", 10);
        var report = season.report(year, season.first);
        var officer = season.officer(season.first);
        LivingSeason.ok(officer.put(LivingSeason.cell(report, indicator), 0, LivingSeason.value(60)));
        LivingSeason.ok(officer.put(LivingSeason.cell(report, answered), 0, LivingSeason.value(1)));
        LivingSeason.ok(season.leader(season.first).post("/api/v1/reports/" + report + "/submission", null));
        var draft = season.report(year, season.second);
        LivingSeason.ok(
                season.officer(season.second).put(LivingSeason.cell(draft, indicator), 0, LivingSeason.value(987654)));
        ranked();
        season.resultsAre("PUBLIC");

        var figures = LivingSeason.ok(anybody.get(path + "/figures"));
        var items = figures.body().path("items");
        assertThat(items).hasSize(2);
        var number = items.path(items.path(0).path("valueKind").asString().equals("QUANTITY") ? 0 : 1);
        assertThat(number.path("unitCode").asString()).isEqualTo(code(season.first));
        assertThat(number.path("value").decimalValue()).isEqualByComparingTo("60");
        assertThat(number.path("target").decimalValue()).isEqualByComparingTo("120");
        assertThat(number.path("percentOfPlan").decimalValue()).isEqualByComparingTo("50");
        for (var form : List.of("/figures", "/figures.csv")) {
            assertThat(text(anybody.get(path + form)))
                    .as("drafts and explanations stay inside")
                    .doesNotContain("987654")
                    .doesNotContain("theo số đã kiểm tra")
                    .doesNotContain(report.toString())
                    .doesNotContain("somebody-");
        }
        assertThat(text(anybody.get(path + "/figures.csv")))
                .startsWith("\uFEFFMã đơn vị,")
                .contains(",60,,,ACTUAL,120,50");
    }

    @Test
    void aLevelIsSaidByItsNameAndAUnitByItsPlaceOnAMap() {
        season.levels("Kém", "Khá", "Tốt");
        season.submitted(season.promised().period("YEAR", 10), season.first, 3);
        ranked();
        season.resultsAre("PUBLIC");
        WideWorkbook.text(
                Catalogue.instance(),
                "insert into place_code values (uuidv7(), '31000', '%s', '[2020-01-01,)') returning code"
                        .formatted(season.first));
        var figure = anybody.get(path + "/figures").body().path("items").path(0);
        assertThat(figure.path("value").asInt()).isEqualTo(3);
        assertThat(figure.path("level").asString()).isEqualTo("Tốt");
        assertThat(figure.path("placeCode").asString()).isEqualTo("31000");
        assertThat(text(anybody.get(path + "/ranking.csv"))).contains(",31000,");
    }

    @Test
    void figuresComeInPagesOfUnits() {
        season.indicator("QUANTITY", "RAISE", 2, false);
        var year = season.promised().period("YEAR", 10);
        season.submitted(year, season.first, 60);
        season.submitted(year, season.second, 70);
        ranked();
        season.resultsAre("PUBLIC");
        var first = anybody.get(path + "/figures?limit=1").body();
        assertThat(first.path("items")).hasSize(1);
        var second = anybody.get(
                        path + "/figures?limit=1&after=" + first.path("next").asString())
                .body();
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(second.path("items").path(0).path("unitCode"))
                .isNotEqualTo(first.path("items").path(0).path("unitCode"));
        assertThat(anybody.get(path + "/figures?limit=101").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"OWN", "CLUSTER", "SOMETHING"})
    void whatTheRegulationDoesNotMakePublicIsUnknownOutside(String rule) {
        ranked();
        season.resultsAre(rule);
        nothing();
    }

    @Test
    void untilTheRankingIsPublishedThereIsNothing() {
        var scored = new ScoredSeason(season).frozen().reached(season.first, 90);
        LivingSeason.created(scored.rank(season.standing()));
        season.resultsAre("PUBLIC");
        nothing();
    }

    @Test
    void openedAgainOrClosedByAnotherRegulationItIsGoneAtOnce() {
        var scored = new ScoredSeason(season).frozen().reached(season.first, 90);
        var id = LivingSeason.created(scored.rank(season.standing())).id();
        LivingSeason.ok(scored.publish(season.standing(), id, "2026"));
        season.resultsAre("PUBLIC");
        assertThat(anybody.get(path + "/ranking").status()).isEqualTo(200);
        season.resultsAre("CLUSTER");
        nothing();
        season.resultsAre("PUBLIC");
        assertThat(anybody.get(path + "/ranking").status()).isEqualTo(200);
        LivingSeason.ok(scored.reopen(season.standing(), id, "Nhầm số thu ngân sách"));
        nothing();
    }

    @Test
    void aSpreadsheetRunsNothingOfWhatIsDownloaded() {
        var indicator = dangerous();
        var year = season.promised().period("YEAR", 10);
        season.submitted(year, season.first, 60);
        ranked();
        season.resultsAre("PUBLIC");
        assertThat(anybody.get(path + "/figures")
                        .body()
                        .path("items")
                        .path(0)
                        .path("indicatorName")
                        .asString())
                .as("as data it is what it is")
                .isEqualTo("=HYPERLINK(\"http://a.b\";\"Thu\")");
        var cells = Pattern.compile("[,\\r\\n]\"?([=+@-][^0-9])").matcher(text(anybody.get(path + "/figures.csv")));
        assertThat(cells.find()).as(indicator + " is text").isFalse();
        assertThat(text(anybody.get(path + "/figures.csv"))).contains("'=HYPERLINK");
    }

    @Test
    void aRankingOfTheFirstHalfOpensTheFiguresOfTheFirstHalfAndNotTheYears() {
        season.indicator("QUANTITY", "RAISE", 2, false);
        season.promised();
        var half = season.period("H1", 10);
        season.submitted(half, season.first, 41);
        season.submitted(season.period("YEAR", 10), season.first, 97);
        rankedBy(new ScoredSeason(season, half));
        season.resultsAre("PUBLIC");
        var figures = anybody.get(path + "/figures").body();
        assertThat(figures.path("dataset").path("periodKind").asString()).isEqualTo("H1");
        assertThat(figures.path("items").path(0).path("value").asInt()).isEqualTo(41);
        assertThat(figures.path("items").size()).isOne();
    }

    private UUID dangerous() {
        var body = new HashMap<String, Object>(Catalogue.newIndicator(season.organiser));
        body.put("name", "=HYPERLINK(\"http://a.b\";\"Thu\")");
        var id = LivingSeason.created(season.standing().post("/api/v1/indicators", body))
                .id();
        season.indicators.add(id);
        return id;
    }

    private UUID ranked() {
        return rankedBy(new ScoredSeason(season));
    }

    private UUID rankedBy(ScoredSeason sheet) {
        var scored = sheet.frozen();
        scored.reached(season.head, 80).reached(season.first, 90).reached(season.second, 70);
        var id = LivingSeason.created(scored.rank(season.standing())).id();
        LivingSeason.ok(scored.publish(season.standing(), id, "2026"));
        return id;
    }

    private void nothing() {
        for (var form : FORMS) {
            var answer = anybody.get(path + form);
            assertThat(answer.status()).as(form).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("not-found");
        }
        assertThat(catalogue()).doesNotContainKey(season.id.toString());
    }

    private JsonNode listed() {
        var all = catalogue();
        assertThat(all).containsKey(season.id.toString());
        return all.getOrDefault(season.id.toString(), tools.jackson.databind.node.MissingNode.getInstance());
    }

    /** All pages of what is open. */
    private Map<String, JsonNode> catalogue() {
        var all = new HashMap<String, JsonNode>();
        var after = "";
        do {
            var page = LivingSeason.ok(anybody.get("/api/v1/public/datasets?limit=2" + after))
                    .body();
            page.path("items").forEach(item -> all.put(item.path("id").asString(), item));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());
        return all;
    }

    private String code(UUID unit) {
        return season.standing()
                .get("/api/v1/replicas/indicator/units/" + unit)
                .body()
                .path("code")
                .asString();
    }

    private static String text(Api.Answer answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }
}
