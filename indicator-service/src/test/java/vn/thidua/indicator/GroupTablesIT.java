package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published scales that are complete at the level of groups are brought in as drafts, with their source. */
class GroupTablesIT {
    private final LivingSeason season = new LivingSeason(Catalogue.instance());

    static List<String> tables() {
        return List.copyOf(GroupTables.published().keySet());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aPublishedTableIsBroughtInWithItsSourceAddsUpAndMayBeFrozen(String table) {
        var title = GroupTables.published().get(table);
        var draft = GroupTables.draft(season.id, table, Objects.requireNonNull(title));
        var made = LivingSeason.created(season.standing().post("/api/v1/scoresheets", draft));
        var read = season.standing().get("/api/v1/scoresheets/" + made.id()).body();
        assertThat(read.path("maximum").decimalValue()).isEqualByComparingTo(GroupTables.statedTotal(table));
        assertThat(read.path("source").asString()).startsWith("http");
        assertThat(read.path("status").asString()).isEqualTo("DRAFT");
        var frozen = season.standing()
                .with("If-Match", "\"1\"")
                .post("/api/v1/scoresheets/" + made.id() + "/freeze", Map.of());
        assertThat(frozen.status()).as(frozen.text()).isEqualTo(200);
    }
}
