package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.indicator.LivingSeason.ok;
import static vn.thidua.indicator.LivingSeason.row;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.PaperReading;

/** Digests of what the sources state about their clusters. */
class DigestsIT {
    private final Recorded cluster = new Recorded("D.HG", "D.TV", "D.LA", "D.KG");

    @Test
    void aStatedAverageStandsBesideTheComputedOneAndSaysOfHowMany() {
        var growth = cluster.indicator("Tăng trưởng GRDP", "%", "PERCENT", "RAISE");
        var average = cluster.ofCluster(growth, "GROWTH", 8.2, "%");
        average.put("aggregation", "AVERAGE");
        cluster.state(average);
        cluster.state(cluster.ofUnit(growth, "D.TV", "GROWTH", 17, "%"));
        var nearly = cluster.ofUnit(growth, "D.LA", "GROWTH", 10, "%");
        nearly.put("qualifier", "NEARLY");
        cluster.state(nearly);
        var series = series(cluster.digest(null).body(), 0, 0);
        assertThat(series.path("stated").path(0).path("value").decimalValue()).isEqualByComparingTo("8.2");
        assertThat(series.path("stated").path(0).path("aggregation").asString()).isEqualTo("AVERAGE");
        var computed = series.path("computed");
        assertThat(computed.path("average").decimalValue()).isEqualByComparingTo("13.5");
        assertThat(computed.path("total").isNull()).as("percents do not add up").isTrue();
        assertThat(computed.path("known").asInt()).isEqualTo(2);
        assertThat(computed.path("members").asInt()).isEqualTo(4);
        assertThat(computed.path("approximate").asBoolean()).isTrue();
        assertThat(series.path("leaders").findValuesAsString("unitCode")).containsExactly("D.TV", "D.LA");
    }

    @Test
    void twelveOfTwelveStaysAStatementAndIsNeverTwelveValues() {
        var revenue = cluster.indicator("Thu ngân sách", "tỷ đồng", "QUANTITY", "RAISE");
        cluster.state(cluster.ofMembers(revenue, "PERCENT_OF_PLAN", 12, 12, 55));
        var above = cluster.ofUnit(revenue, "D.HG", "PERCENT_OF_PLAN", 80, "%");
        above.put("qualifier", "ABOVE");
        cluster.state(above);
        var nearly = cluster.ofUnit(revenue, "D.LA", "PERCENT_OF_PLAN", 70, "%");
        nearly.put("qualifier", "NEARLY");
        cluster.state(nearly);
        var at55 = series(cluster.digest("55").body(), 0, 0);
        var statement = at55.path("statements").path(0);
        assertThat(statement.path("count").asInt()).isEqualTo(12);
        assertThat(statement.path("threshold").decimalValue()).isEqualByComparingTo("55");
        assertThat(at55.path("leaders")).hasSize(2);
        assertThat(ids(at55.path("reached").path("unitIds")))
                .containsExactly(
                        cluster.member("D.HG").toString(),
                        cluster.member("D.LA").toString());
        assertThat(at55.path("reached").path("known").asInt()).isEqualTo(2);
        assertThat(at55.path("reached").path("members").asInt()).isEqualTo(4);
        var at85 = series(cluster.digest("85").body(), 0, 0).path("reached");
        assertThat(ids(at85.path("unitIds"))).isEmpty();
        assertThat(ids(at85.path("unclear")))
                .as("above 80 says nothing about 85")
                .containsExactly(cluster.member("D.HG").toString());
    }

    @Test
    void theDraftReportOfTheConferenceHasTheDigestsNumbersAsWordAndAsPdf() {
        var growth = cluster.indicator("Tăng trưởng GRDP", "%", "PERCENT", "RAISE");
        var average = cluster.ofCluster(growth, "GROWTH", 8.2, "%");
        average.put("aggregation", "AVERAGE");
        cluster.state(average);
        cluster.state(cluster.ofUnit(growth, "D.TV", "GROWTH", 17, "%"));
        var nearly = cluster.ofUnit(growth, "D.LA", "GROWTH", 10, "%");
        nearly.put("qualifier", "NEARLY");
        cluster.state(nearly);
        cluster.state(cluster.ofMembers(growth, "GROWTH", 4, 4, 5));
        var word = cluster.draftReport("16", "DOCX");
        assertThat(word.status()).as(word.text()).isEqualTo(200);
        assertThat(word.header("Content-Disposition")).contains("attachment", ".docx");
        var pdf = cluster.draftReport("16", "PDF");
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        for (var text : List.of(PaperReading.word(word.bytes()), PaperReading.pdf(pdf.bytes(), 1))) {
            assertThat(text.replaceAll("\\s+", " "))
                    .contains(
                            "BÁO CÁO",
                            "sáu tháng đầu năm",
                            "1. Tăng trưởng GRDP",
                            "theo báo cáo của cả cụm, khối: 8,2% (bình quân)",
                            "4/4 đơn vị đạt từ 5% trở lên",
                            "tính từ số liệu của 2/4 đơn vị: bình quân giản đơn 13,5% (có số liệu gần đúng)",
                            "Đạt từ 16% trở lên: 1/2 đơn vị có số liệu",
                            "gần 10");
        }
    }

    @Test
    void fewerPoorHouseholdsLeadAndMoreOfTheirReductionPlanDoesToo() {
        var poor = cluster.indicator("Hộ nghèo", "%", "PERCENT", "REDUCE");
        cluster.state(cluster.ofUnit(poor, "D.HG", "VALUE", 0.19, "%"));
        cluster.state(cluster.ofUnit(poor, "D.TV", "VALUE", 2.5, "%"));
        cluster.state(cluster.ofUnit(poor, "D.LA", "PERCENT_OF_PLAN", 113, "%KH"));
        cluster.state(cluster.ofUnit(poor, "D.KG", "PERCENT_OF_PLAN", 125, "%KH"));
        var digest = cluster.digest(null).body();
        var percents = series(digest, 0, 0);
        assertThat(percents.path("better").asString()).isEqualTo("HIGHER");
        assertThat(percents.path("leaders").findValuesAsString("unitCode")).containsExactly("D.KG", "D.LA");
        var values = series(digest, 0, 1);
        assertThat(values.path("better").asString()).isEqualTo("LOWER");
        assertThat(values.path("leaders").findValuesAsString("unitCode")).containsExactly("D.HG", "D.TV");
    }

    @Test
    void growthIsComputedOfEachUnitThatReportedTheSamePeriodOfTheYearBefore() {
        var last = new LivingSeason(Catalogue.instance());
        var revenue = last.indicator("QUANTITY", "RAISE", 2, false);
        last.submitted(last.promised().period("H1", 10), last.first, 100);
        var season = last.next("2027-01-01", "2028-01-01");
        season.indicators.add(revenue);
        var period = season.promised().period("H1", 10);
        season.submitted(period, season.first, 112);
        season.submitted(period, season.second, 70);
        var growth = season
                .standing()
                .get("/api/v1/digests?seasonId=" + season.id + "&periodKind=H1")
                .body()
                .findParents("leaders")
                .stream()
                .filter(series -> series.path("measure").asString().equals("GROWTH"))
                .toList();
        assertThat(growth).hasSize(1);
        var leaders = growth.getFirst().path("leaders");
        assertThat(leaders.findValuesAsString("unitId")).containsExactly(season.first.toString());
        assertThat(leaders.path(0).path("value").decimalValue()).isEqualByComparingTo("12");
        assertThat(leaders.path(0).path("basis").asString()).isEqualTo("COMPUTED");
        assertThat(growth.getFirst().path("computed").path("known").asInt()).isOne();
        var values = measured(season, "VALUE");
        assertThat(values.path("leaders").path(0).path("before").decimalValue()).isEqualByComparingTo("100");
        assertThat(values.path("leaders").path(1).path("before").isNull())
                .as("nobody knows what it was a year ago")
                .isTrue();
        var change = values.path("computed").path("change");
        assertThat(change.path("total").decimalValue()).isEqualByComparingTo("12");
        assertThat(change.path("known").asInt()).isOne();
        var percents = measured(season, "PERCENT_OF_PLAN");
        assertThat(percents.path("leaders").path(0).path("before").decimalValue())
                .isEqualByComparingTo("83.333333");
        assertThat(percents.path("computed").path("change").path("total").isNull())
                .as("percents do not add up")
                .isTrue();
        assertThat(percents.path("computed").path("change").path("average").decimalValue())
                .isEqualByComparingTo("10");
    }

    @Test
    void anAverageIsSimpleAndWeightedAndSaysByWhat() {
        var season = new LivingSeason(Catalogue.instance());
        var income = season.indicator("QUANTITY", "RAISE", 2, false);
        var people = season.indicator("COUNT", "RAISE", 0, false);
        ok(season.standing()
                .put(
                        "/api/v1/indicators/" + income + "/aggregation",
                        0,
                        Map.of("rule", "WEIGHTED_AVERAGE", "weightId", people)));
        var rows = List.of(
                row(season.first, income, 100, null, null),
                row(season.first, people, 1, null, null),
                row(season.second, income, 300, null, null),
                row(season.second, people, 3, null, null),
                row(season.head, income, 50, null, null));
        ok(season.standing().put("/api/v1/targets/" + season.id, 0, Map.of("rows", rows)));
        ok(season.standing().post("/api/v1/targets/" + season.id + "/freeze", null));
        var period = season.period("H1", 10);
        reported(season, period, season.first, income, 110, people, 1);
        reported(season, period, season.second, income, 150, people, 3);
        var value = measured(season, "VALUE", income).path("computed");
        assertThat(value.path("average").decimalValue()).isEqualByComparingTo("130");
        assertThat(value.path("weighted").path("by").asString()).isEqualTo("INDICATOR");
        assertThat(value.path("weighted").path("average").decimalValue()).isEqualByComparingTo("140");
        assertThat(value.path("weighted").path("known").asInt()).isEqualTo(2);
        var percent = measured(season, "PERCENT_OF_PLAN", income).path("computed");
        assertThat(percent.path("average").decimalValue()).isEqualByComparingTo("80");
        assertThat(percent.path("weighted").path("by").asString()).isEqualTo("PLAN");
        assertThat(percent.path("weighted").path("average").decimalValue())
                .as("260 of 400")
                .isEqualByComparingTo("65");
        assertThat(measured(season, "VALUE", people)
                        .path("computed")
                        .path("weighted")
                        .isNull())
                .as("nothing weighs people")
                .isTrue();
        var paper = season.standing()
                .get("/api/v1/digests/report?seasonId=" + season.id + "&periodKind=H1&format=DOCX")
                .bytes();
        assertThat(PaperReading.word(paper))
                .contains("bình quân giản đơn 130", "bình quân gia quyền theo")
                .contains("bình quân gia quyền theo kế hoạch 65%");
    }

    @Test
    void daysLateAreAveragedAndHaveNoPercentOfPlanAndNoGrowth() {
        var season = new LivingSeason(Catalogue.instance());
        var late = season.indicator("DAYS_LATE", "REDUCE", 0, false);
        var period = season.promised().period("H1", 10);
        season.submitted(period, season.first, 0);
        season.submitted(period, season.second, 3);
        var days = measured(season, "VALUE", late);
        assertThat(days.path("better").asString()).isEqualTo("LOWER");
        assertThat(days.path("leaders").findValuesAsString("unitId"))
                .containsExactly(season.first.toString(), season.second.toString());
        assertThat(days.path("computed").path("average").decimalValue()).isEqualByComparingTo("1.5");
        assertThat(days.path("computed").path("total").isNull()).isTrue();
        assertThat(season.standing()
                        .get("/api/v1/digests?seasonId=" + season.id + "&periodKind=H1")
                        .body()
                        .at("/indicators/0/series")
                        .findValuesAsString("measure"))
                .containsExactly("VALUE");
    }

    @Test
    void whatIsAnsweredWithAWordIsCountedByAnswerWithWhoGaveIt() {
        var season = new LivingSeason(Catalogue.instance());
        var standard = season.levels("Chưa đạt", "Đạt", "Nâng cao", "Kiểu mẫu");
        var portal = season.indicator("YES_NO", "RAISE", 0, false);
        var period = season.promised().period("H1", 10);
        reported(season, period, season.first, standard, 2, portal, 1);
        reported(season, period, season.second, standard, 2, portal, 0);
        reported(season, period, season.head, standard, 4, portal, 1);
        var levels = answered(season, standard);
        assertThat(levels.path("known").asInt()).isEqualTo(3);
        assertThat(levels.path("answers").findValuesAsString("level"))
                .as("the highest first, those that nobody gave too")
                .containsExactly("Kiểu mẫu", "Nâng cao", "Đạt", "Chưa đạt");
        assertThat(levels.path("answers").findValuesAsString("count")).containsExactly("1", "0", "2", "0");
        assertThat(levels.at("/answers/2/units").findValuesAsString("unitId"))
                .containsExactlyInAnyOrder(season.first.toString(), season.second.toString());
        assertThat(levels.at("/answers/0/units/0/unitName").asString()).isNotBlank();
        var words = answered(season, portal).path("answers");
        assertThat(words.findValuesAsString("place")).containsExactly("1", "0");
        assertThat(words.findValuesAsString("count")).containsExactly("2", "1");
        assertThat(words.at("/1/units/0/unitId").asString()).isEqualTo(season.second.toString());
        var paper = season.standing()
                .get("/api/v1/digests/report?format=DOCX&periodKind=H1&seasonId=" + season.id)
                .bytes();
        assertThat(PaperReading.word(paper).replaceAll("\\s+", " "))
                .contains("Có câu trả lời của 3/3 đơn vị.", "Kiểu mẫu: 1 đơn vị, gồm ", "Không: 1 đơn vị, gồm ")
                .doesNotContain("Nâng cao: ");
    }

    @Test
    void eachUnitHasThePlaceByWhichItIsFoundOnAMap() {
        var season = new LivingSeason(Catalogue.instance());
        season.indicator("QUANTITY", "RAISE", 2, false);
        season.submitted(season.promised().period("H1", 10), season.first, 100);
        var code = UUID.randomUUID();
        WideWorkbook.text(
                Catalogue.instance(),
                "insert into place_code values ('%s', '31000', '%s', '[2020-01-01,)') returning code"
                        .formatted(code, season.first));
        assertThat(measured(season, "VALUE")
                        .path("leaders")
                        .path(0)
                        .path("placeCode")
                        .asString())
                .isEqualTo("31000");
    }

    private static void reported(
            LivingSeason season, UUID period, UUID unit, UUID one, Object value, UUID other, Object weight) {
        var report = season.report(period, unit);
        ok(season.officer(unit).put(LivingSeason.cell(report, one), 0, LivingSeason.value(value)));
        ok(season.officer(unit).put(LivingSeason.cell(report, other), 0, LivingSeason.value(weight)));
        ok(season.leader(unit).post("/api/v1/reports/" + report + "/submission", null));
    }

    private static JsonNode answered(LivingSeason season, UUID indicator) {
        return season.standing()
                .get("/api/v1/digests?seasonId=" + season.id + "&periodKind=H1")
                .body()
                .path("indicators")
                .valueStream()
                .filter(one -> one.path("indicatorId").asString().equals(indicator.toString()))
                .findFirst()
                .orElseThrow()
                .path("answered");
    }

    private static JsonNode measured(LivingSeason season, String measure) {
        return measured(season, measure, season.indicators.getFirst());
    }

    /** The series of that kind of numbers of that indicator. */
    private static JsonNode measured(LivingSeason season, String measure, UUID indicator) {
        return season.standing()
                .get("/api/v1/digests?seasonId=" + season.id + "&periodKind=H1")
                .body()
                .path("indicators")
                .valueStream()
                .filter(one -> one.path("indicatorId").asString().equals(indicator.toString()))
                .flatMap(one -> one.path("series").valueStream())
                .filter(series -> series.path("measure").asString().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void equalNumbersShareAPlaceAndATotalIsComputedOnlyOfWhatAddsUp() {
        var revenue = cluster.indicator("Thu ngân sách", "tỷ đồng", "QUANTITY", "RAISE");
        cluster.state(cluster.ofUnit(revenue, "D.HG", "VALUE", 193310, "tỷ đồng"));
        cluster.state(cluster.ofUnit(revenue, "D.TV", "VALUE", 132134, "tỷ đồng"));
        cluster.state(cluster.ofUnit(revenue, "D.LA", "VALUE", 132134, "tỷ đồng"));
        cluster.state(cluster.ofUnit(revenue, "D.KG", "VALUE", 1, "tỷ đồng"));
        var nearly = cluster.ofCluster(revenue, "VALUE", 50, "ngàn tỷ đồng");
        nearly.put("qualifier", "NEARLY");
        nearly.put("aggregation", "TOTAL");
        cluster.state(nearly);
        var digest = cluster.digest(null).body();
        assertThat(series(digest, 0, 0).path("unitOfMeasure").asString()).isEqualTo("ngàn tỷ đồng");
        assertThat(series(digest, 0, 0).path("computed").isNull()).isTrue();
        var values = series(digest, 0, 1);
        assertThat(values.path("leaders").findValuesAsString("place")).containsExactly("1", "2", "2", "4");
        assertThat(values.path("computed").path("total").decimalValue()).isEqualByComparingTo("457579");
        assertThat(values.path("computed").path("average").decimalValue()).isEqualByComparingTo("114394.75");
        assertThat(values.path("computed").path("approximate").asBoolean()).isFalse();
    }

    private static java.util.List<String> ids(JsonNode array) {
        var ids = new java.util.ArrayList<String>();
        array.forEach(id -> ids.add(id.asString()));
        return ids;
    }

    private static JsonNode series(JsonNode digest, int indicator, int series) {
        return digest.path("indicators").path(indicator).path("series").path(series);
    }
}
