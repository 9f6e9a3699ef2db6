package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.indicator.LivingSeason.cell;
import static vn.thidua.indicator.LivingSeason.pasted;
import static vn.thidua.indicator.LivingSeason.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/** Blocks of cells, as they are pasted from a spreadsheet. */
class BlocksIT {
    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID budget = season.indicator("QUANTITY", "RAISE", 2, false);
    private final UUID poor = season.indicator("COUNT", "REDUCE", 0, false);
    private final UUID ready = season.indicator("YES_NO", "RAISE", 0, false);
    private final UUID period = season.promised().period("H1", 10);
    private final UUID report = season.report(period, season.first);
    private final Api officer = season.officer(season.first);

    @AfterEach
    void theClockIsRightAgain() {
        season.clock("0");
    }

    @Test
    void aBlockIsSavedCellByCellAndWhatIsWrongIsRefusedWithItsReason() {
        var answer = paste(officer, pasted(budget, 0, 100.5), pasted(poor, 0, -3), pasted(ready, 0, 1));
        assertThat(outcomes(answer)).containsExactly("SAVED", "REFUSED", "SAVED");
        assertThat(answer.body().path("saved").asInt()).isEqualTo(2);
        var refused = answer.body().path("results").path(1);
        assertThat(refused.path("errors").path(0).path("pointer").asString()).isEqualTo("/value");
        assertThat(refused.path("errors").path(0).path("code").asString()).isEqualTo("not-negative");
        assertThat(refused.path("errors").path(0).path("detail").asString()).isEqualTo("Không được âm");
        assertThat(refused.path("cell").path("version").asInt()).isZero();
        var saved = answer.body().path("results").path(0);
        assertThat(saved.path("cell").path("version").asInt()).isEqualTo(1);
        assertThat(saved.path("percentOfPlan").path("percent").decimalValue()).isEqualByComparingTo("83.75");
        assertThat(officer.get(cell(report, budget) + "/history").body().size()).isEqualTo(1);
    }

    @Test
    void twoPeopleMergeByCellAndTheLaterOneSeesWhatTheOtherWrote() {
        var leader = season.leader(season.first);
        paste(officer, pasted(budget, 0, 100), pasted(poor, 0, 5));
        var merged = paste(leader, pasted(budget, 0, 99), pasted(ready, 0, 1));
        assertThat(outcomes(merged)).containsExactly("STALE", "SAVED");
        var stale = merged.body().path("results").path(0).path("cell");
        assertThat(stale.path("value").asInt()).isEqualTo(100);
        assertThat(stale.path("changedBy").asString()).startsWith("somebody-");
        assertThat(outcomes(paste(leader, pasted(budget, stale.path("version").asLong(), 99))))
                .containsExactly("SAVED");
    }

    @Test
    void whatStandsThereAlreadyIsUnchangedWhoeverWroteIt() {
        paste(officer, pasted(budget, 0, 100));
        var again = paste(season.leader(season.first), pasted(budget, 0, 100.00));
        assertThat(outcomes(again)).containsExactly("UNCHANGED");
        assertThat(officer.get(cell(report, budget) + "/history").body().size()).isEqualTo(1);
    }

    @Test
    void theSameRequestAgainIsAnsweredAsBefore() {
        var once = officer.with("Idempotency-Key", UUID.randomUUID().toString());
        var first = paste(once, pasted(budget, 0, 100));
        var second = paste(once, pasted(budget, 0, 100));
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void numbersThatArePastedTakeNoExplanationAndNoEvidenceAway() {
        var file = LivingSeason.file(officer, "minh-chung.txt", "số liệu");
        officer.put(
                cell(report, budget),
                0,
                TriedOn.with(value(1), "explanation", "theo kho bạc", "evidence", List.of(file)));
        paste(officer, pasted(budget, 1, 2));
        var stands = row(budget).path("cell");
        assertThat(stands.path("value").asInt()).isEqualTo(2);
        assertThat(stands.path("explanation").asString()).isEqualTo("theo kho bạc");
        assertThat(stands.path("evidence").path(0).path("id").asString()).isEqualTo(file.toString());
        var withFile = TriedOn.with(pasted(poor, 0, 3), "evidence", List.of(file), "explanation", "như trên");
        assertThat(outcomes(paste(officer, withFile))).containsExactly("SAVED");
        assertThat(row(poor).path("cell").path("evidence").size()).isEqualTo(1);
        var strange = TriedOn.with(pasted(poor, 1, 4), "evidence", List.of(UUID.randomUUID()));
        assertThat(outcomes(paste(officer, strange))).containsExactly("REFUSED");
    }

    @Test
    void anExplanationGoesOnlyWhenItIsSaidSo() {
        officer.put(cell(report, budget), 0, TriedOn.with(value(1), "explanation", "theo kho bạc"));
        paste(officer, TriedOn.with(pasted(budget, 1, 2), "withoutExplanation", false));
        assertThat(row(budget).path("cell").path("explanation").asString()).isEqualTo("theo kho bạc");
        assertThat(outcomes(paste(officer, TriedOn.with(pasted(budget, 2, 2), "withoutExplanation", true))))
                .containsExactly("SAVED");
        assertThat(row(budget).path("cell").path("explanation").isNull()).isTrue();
    }

    @Test
    void anIndicatorThatIsNotPromisedOrStandsThereTwiceIsRefused() {
        var answer = paste(officer, pasted(UUID.randomUUID(), 0, 1), pasted(budget, 0, 1), pasted(budget, 0, 2));
        assertThat(outcomes(answer)).containsExactly("REFUSED", "SAVED", "REFUSED");
        assertThat(answer.body()
                        .path("results")
                        .path(2)
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("indicator-twice");
    }

    @Test
    void whatIsNotOpenOrNotOursTakesNoBlock() {
        assertThat(paste(season.officer(season.second), pasted(budget, 0, 1)).status())
                .isEqualTo(404);
        assertThat(paste(season.standing(), pasted(budget, 0, 1)).status()).isEqualTo(403);
        season.clock("12 days");
        assertThat(paste(officer, pasted(budget, 0, 1)).problem()).isEqualTo("period-closed");
    }

    @Test
    void aBlockHasABound() {
        var many = Collections.nCopies(501, pasted(budget, 0, 1));
        assertThat(officer.post("/api/v1/reports/" + report + "/cells", Map.of("cells", many))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void blocksAtTheSameMomentLoseNothingAndDoNotWaitForEachOtherForEver() throws InterruptedException {
        var answers = new ConcurrentLinkedQueue<Api.Answer>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            var number = i + 1;
            var by = i % 2 == 0 ? season.officer(season.first) : season.leader(season.first);
            var cells = new ArrayList<>(List.of(pasted(budget, 0, number), pasted(poor, 0, number)));
            if (i % 2 == 0) {
                Collections.reverse(cells);
            }
            threads.add(Thread.ofVirtual()
                    .start(() -> answers.add(by.post("/api/v1/reports/" + report + "/cells", Map.of("cells", cells)))));
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream()
                        .mapToInt(answer -> answer.body().path("saved").asInt())
                        .sum())
                .isEqualTo(2);
        assertThat(row(budget).path("cell").path("version").asInt()).isEqualTo(1);
    }

    @Test
    void theAuditKeepsABlockAsOneRow() {
        paste(officer, pasted(budget, 0, 1), pasted(poor, 0, 2));
        var rows = season.at(season.first, "AUDITOR")
                .get("/api/v1/audit/indicator?aggregateId=" + report)
                .body()
                .path("items");
        assertThat(rows.findValuesAsString("action")).containsOnlyOnce("report.cells-saved");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private final Api.Answer paste(Api by, Map<String, Object>... cells) {
        return by.post("/api/v1/reports/" + report + "/cells", Map.of("cells", List.of(cells)));
    }

    private static List<String> outcomes(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().path("results").findValuesAsString("outcome");
    }

    private JsonNode row(UUID indicator) {
        for (var row : officer.get("/api/v1/reports/" + report).body().path("rows")) {
            if (row.path("indicatorId").asString().equals(indicator.toString())) {
                return row;
            }
        }
        throw new AssertionError("no row for " + indicator);
    }
}
