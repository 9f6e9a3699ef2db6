package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures as documents print them. */
class FiguresIT {
    private final Recorded hg = new Recorded("HG.TP", "HG.VX", "HG.BQ", "HG.QB", "HG.BM");

    @Test
    void aFigureIsKeptAsStatedWithItsWordsAndItsSource() {
        var revenue = hg.indicator("Thu ngân sách", "tỷ đồng", "QUANTITY", "RAISE");
        var stated = hg.ofUnit(revenue, "HG.TP", "VALUE", 193310, "tỷ đồng");
        stated.putAll(Map.of("actuality", "ESTIMATE", "rankStated", 1, "quote", "số thu ước đạt 193.310 tỷ đồng"));
        var id = hg.state(stated);
        var kept = hg.officer().get("/api/v1/figures/" + id);
        assertThat(kept.header("ETag")).isEqualTo("\"1\"");
        assertThat(kept.text()).contains("\"value\":193310,");
        assertThat(kept.body().path("actuality").asString()).isEqualTo("ESTIMATE");
        assertThat(kept.body().path("rankStated").asInt()).isEqualTo(1);
        assertThat(kept.body().path("quote").asString()).isEqualTo("số thu ước đạt 193.310 tỷ đồng");
        assertThat(kept.body().path("source").asString()).isEqualTo("Bản tin hội nghị sơ kết, đoạn 6");
    }

    @Test
    void fortyNineOfThirtyFiveCriteriaIsAValueWithWhatItIsOutOf() {
        var rural = hg.indicator("Tiêu chí nông thôn mới", "tiêu chí", "COUNT", "RAISE");
        var stated = hg.ofUnit(rural, "HG.BQ", "VALUE", 49, "tiêu chí");
        stated.put("outOf", 35);
        var kept = hg.officer().get("/api/v1/figures/" + hg.state(stated));
        assertThat(kept.text()).contains("\"value\":49,\"outOf\":35");
        // The surplus is printed too, and is another figure.
        hg.state(hg.ofUnit(rural, "HG.BQ", "AGAINST_TARGET", 14, "tiêu chí"));
    }

    @Test
    void loadingADocumentTwiceNamesTheFigureThatIsThere() {
        var revenue = hg.indicator("Thu ngân sách", "tỷ đồng", "QUANTITY", "RAISE");
        var stated = hg.ofUnit(revenue, "HG.VX", "PERCENT_OF_PLAN", 103, "%KH");
        var id = hg.state(stated);
        var again = hg.officer().post("/api/v1/figures", stated);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("existingId").asString()).isEqualTo(id.toString());
        var members = hg.ofMembers(revenue, "PERCENT_OF_PLAN", 5, 5, 100);
        var statement = hg.state(members);
        assertThat(hg.officer()
                        .post("/api/v1/figures", members)
                        .body()
                        .path("existingId")
                        .asString())
                .isEqualTo(statement.toString());
        var list = hg.officer().get("/api/v1/figures?seasonId=" + hg.season + "&periodKind=H1&indicatorId=" + revenue);
        assertThat(list.body().path("items")).hasSize(2);
        assertThat(hg.officer()
                        .get("/api/v1/figures?seasonId=" + hg.season + "&unitId=" + hg.member("HG.VX"))
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void aSlipOfTheKeyIsPutRightAndWhatTheFigureIsAboutStays() {
        var jobs = hg.indicator("Giải quyết việc làm", "người", "COUNT", "RAISE");
        var stated = hg.ofUnit(jobs, "HG.QB", "PERCENT_OF_PLAN", 135.3, "%KH");
        var id = hg.state(stated);
        stated.put("value", 153.3);
        var corrected = hg.officer().put("/api/v1/figures/" + id, 1, stated);
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(corrected.text()).contains("\"value\":153.3,");
        assertThat(hg.officer().put("/api/v1/figures/" + id, 1, stated).status())
                .isEqualTo(412);
        stated.put("unitId", hg.member("HG.BQ"));
        assertThat(hg.officer().put("/api/v1/figures/" + id, 2, stated).status())
                .isEqualTo(409);
    }

    @Test
    void whatDoesNotBelongTogetherIsRefusedWithItsField() {
        var poor = hg.indicator("Hộ nghèo", "hộ", "COUNT", "REDUCE");
        var noUnit = hg.ofUnit(poor, "HG.QB", "VALUE", 1, "hộ");
        noUnit.remove("unitId");
        noUnit.put("aggregation", "TOTAL");
        noUnit.put("source", null);
        noUnit.put("value", "1234567890123456");
        assertRefused(noUnit, "/value");
        noUnit.put("value", 123456789012345.6);
        assertRefused(noUnit, "/unitId", "/aggregation", "/value", "/source");
        noUnit.put("value", 1.0E300);
        assertRefused(noUnit, "/value");
        var spread = hg.ofMembers(poor, "PERCENT_OF_PLAN", 12, 11, 55);
        spread.put("value", 55);
        spread.put("outOf", 3);
        assertRefused(spread, "/value", "/members/count", "/outOf");
        var stranger = hg.ofUnit(poor, "HG.QB", "VALUE", 1, "hộ");
        stranger.put("unitId", hg.catalogue.other);
        assertRefused(stranger, "/unitId");
    }

    private void assertRefused(Map<String, Object> figure, String... pointers) {
        var answer = hg.officer().post("/api/v1/figures", figure);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("pointer")).containsExactly(pointers);
    }
}
