package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/** Published scales that are complete at the level of groups: a draft may begin from one, marked with its source. */
class ExamplesIT {
    private final LivingSeason season = new LivingSeason(Catalogue.instance());

    @ParameterizedTest
    @CsvSource({
        "kien-giang, 1000, 950, 50, 3",
        "tw-doan-2021, 500, 450, 50, 7",
        "tw-doan-2016, 400, 400, 0, 6",
    })
    void aDraftBegunFromAnExampleHasItsSumsAndItsSourceAndMayBeFrozen(
            String example, BigDecimal total, BigDecimal points, BigDecimal bonus, int groups) {
        var made = LivingSeason.created(begin(example));
        var read = season.standing().get("/api/v1/scoresheets/" + made.id()).body();
        assertThat(read.path("maximum").decimalValue()).isEqualByComparingTo(total);
        assertThat(sum(read, "maximum")).isEqualByComparingTo(points);
        assertThat(sum(read, "bonusMaximum")).isEqualByComparingTo(bonus);
        assertThat(read.path("groups")).hasSize(groups);
        assertThat(read.path("source").asString()).startsWith("http");
        assertThat(read.path("provenance").asString()).isEqualTo("IN_DOCUMENT");
        assertThat(read.path("status").asString()).isEqualTo("DRAFT");
        var frozen = season.standing()
                .with("If-Match", "\"1\"")
                .post("/api/v1/scoresheets/" + made.id() + "/freeze", Map.of());
        assertThat(frozen.status()).as(frozen.text()).isEqualTo(200);
    }

    @Test
    void everyExampleIsListedWithItsSourceAndItsGroups() {
        var examples = season.officer(season.first)
                .get("/api/v1/scoresheets/examples")
                .body()
                .path("items");
        assertThat(examples.findValuesAsString("code")).contains("kien-giang", "tw-doan-2021", "tw-doan-2016");
        assertThat(examples)
                .allSatisfy(one -> assertThat(one.path("source").asString()).startsWith("http"));
        var groups = examples.path(0).path("groups");
        assertThat(groups.path(0).path("maximum").asInt()).isEqualTo(650);
        assertThat(groups.path(0).path("bonusMaximum").asInt()).isEqualTo(40);
    }

    @Test
    void anExampleThatIsNotThereIsNotFound() {
        assertThat(begin("toan-quoc").status()).isEqualTo(404);
    }

    private Api.Answer begin(String example) {
        return season.standing().post("/api/v1/scoresheets/examples/" + example, Map.of("seasonId", season.id));
    }

    private static BigDecimal sum(JsonNode sheet, String field) {
        return sheet.path("groups")
                .valueStream()
                .map(group -> group.path(field).decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
