package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.indicator.LivingSeason.created;
import static vn.thidua.indicator.LivingSeason.ok;
import static vn.thidua.indicator.LivingSeason.row;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.TestIssuer;

/** Whose turn it is between a target and the accepted report. */
class IndicatorTasksIT {
    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID budget = season.indicator("QUANTITY", "RAISE", 2, false);
    private final Api office = season.standing();
    private final Api head = season.leader(season.head);
    private final Api leader = season.leader(season.first);
    private final String sheet = "/api/v1/targets/" + season.id;

    @Test
    void whatAUnitProposesWaitsForThoseAboveAndWhatIsAgreedForTheOffice() {
        assigned();
        assertThat(tasks(office)).as("nothing is proposed yet").isEmpty();
        proposed(season.first, 0);
        proposed(season.second, 0);
        assertThat(tasks(office)).containsExactly("TARGETS_ANSWER 2");
        assertThat(tasks(head)).containsExactly("TARGETS_ANSWER 2");
        assertThat(tasks(leader))
                .as("nobody answers what his own unit proposed")
                .isEmpty();
        assertThat(tasks(season.at(season.organiser, "STANDING_LEADER"))).isEmpty();
        answer(head, season.first, "consent", 1, Map.of("targetsSha256", numbers(season.first)));
        assertThat(tasks(head)).containsExactly("TARGETS_ANSWER 1");
        assertThat(tasks(office)).containsExactly("TARGETS_ANSWER 1", "TARGETS_APPROVE 1");
        ok(office.post(
                sheet + "/agreements/approvals",
                Map.of("units", List.of(Map.of("unitId", season.first, "version", 2)))));
        assertThat(tasks(office)).containsExactly("TARGETS_ANSWER 1");
        answer(office, season.second, "return", 1, Map.of("reason", "thấp hơn năm trước"));
        ok(office.post(sheet + "/freeze", null));
        assertThat(tasks(office)).isEmpty();
        assertThat(tasks(season.officer(season.second)))
                .as("what is frozen is proposed no more")
                .isEmpty();
    }

    @Test
    void whatIsSentBackOrChangedWaitsForTheUnit() {
        assigned();
        proposed(season.first, 0);
        answer(head, season.first, "return", 1, Map.of("reason", "thấp hơn năm trước"));
        var task = all(leader).getFirst();
        assertThat(task.path("code").asString()).isEqualTo("TARGETS_PROPOSE");
        assertThat(task.path("unitId").asString()).isEqualTo(season.first.toString());
        assertThat(task.path("seasonId").asString()).isEqualTo(season.id.toString());
        assertThat(task.path("unitName").asString()).isNotBlank();
        assertThat(task.path("seasonName").asString()).isNotBlank();
        assertThat(task.path("clusterName").asString()).isNotBlank();
        proposed(season.first, 2);
        ok(office.put(sheet + "/" + season.first + "/" + budget, 1, Map.of("assigned", 130)));
        assertThat(tasks(season.officer(season.first))).containsExactly("TARGETS_CONSENT 1");
        assertThat(tasks(office)).as("it is the unit's turn").isEmpty();
        answer(season.officer(season.first), season.first, "withdrawal", 4, Map.of());
        assertThat(tasks(leader)).containsExactly("TARGETS_PROPOSE 1");
    }

    @Test
    void whoIsOfTheOfficeAndOfTheHeadHasEachThingOnce() {
        var account = "of-both-" + UUID.randomUUID();
        season.catalogue.known.person(
                account, Map.of("STANDING_OFFICER", season.organiser, "UNIT_LEADER", season.head));
        var ofBoth = season.catalogue.service.api().as(TestIssuer.instance().person(account));
        assigned();
        proposed(season.first, 0);
        proposed(season.head, 0);
        assertThat(tasks(ofBoth)).containsExactly("TARGETS_ANSWER 2");
        assertThat(all(ofBoth).getFirst().path("unitId").asString()).isEqualTo(season.organiser.toString());
    }

    @Test
    void theHeadCompetesAndIsAnsweredByTheOfficeAlone() {
        assigned();
        proposed(season.head, 0);
        assertThat(tasks(season.officer(season.head))).isEmpty();
        assertThat(tasks(office)).containsExactly("TARGETS_ANSWER 1");
    }

    @Test
    void anAmendmentWaitsForAnotherPersonOfTheOffice() {
        season.promised();
        var amendment = Map.of(
                "unitId", season.first, "indicatorId", budget, "assigned", 90, "registered", 95, "reason", "bão");
        var proposed = created(office.post(sheet + "/amendments", amendment));
        assertThat(tasks(office)).as("nobody approves what he proposed").isEmpty();
        assertThat(tasks(head)).isEmpty();
        var other = season.standing();
        assertThat(tasks(other)).containsExactly("AMENDMENT_DECIDE 1");
        ok(other.post(sheet + "/amendments/" + proposed.id() + "/approval", null));
        assertThat(tasks(other)).isEmpty();
    }

    @Test
    void reportsWaitTogetherUntilTheyAreAcceptedAndTheHeadsOwnOnlyForTheOffice() {
        season.promised();
        var period = season.period("YEAR", 10);
        var report = season.submitted(period, season.first, 100);
        season.submitted(period, season.head, 100);
        var task = all(office).getFirst();
        assertThat(task.path("code").asString()).isEqualTo("REPORT_ACCEPT");
        assertThat(task.path("count").asInt()).isEqualTo(2);
        assertThat(task.path("aboutId").asString()).isEqualTo(period.toString());
        assertThat(task.path("title").asString()).isEqualTo("Báo cáo YEAR");
        assertThat(tasks(head)).containsExactly("REPORT_ACCEPT 1");
        ok(head.post("/api/v1/reports/" + report + "/acceptance", null));
        assertThat(tasks(head)).isEmpty();
        assertThat(tasks(office)).containsExactly("REPORT_ACCEPT 1");
        season.closed();
        assertThat(tasks(office)).as("the season is over").isEmpty();
    }

    private void assigned() {
        var rows = List.of(season.first, season.second, season.head).stream()
                .map(unit -> row(unit, budget, 100, null, null))
                .toList();
        ok(office.put(sheet, 0, Map.of("rows", rows)));
    }

    private void proposed(UUID unit, long version) {
        answer(season.leader(unit), unit, "proposal", version, Map.of("targetsSha256", numbers(unit)));
    }

    private void answer(Api by, UUID unit, String step, long version, Map<String, String> said) {
        ok(by.with("If-Match", "\"" + version + "\"").post(sheet + "/agreements/" + unit + "/" + step, said));
    }

    private String numbers(UUID unit) {
        return ok(office.get(sheet + "/agreements"))
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("unitId").asString().equals(unit.toString()))
                .findFirst()
                .orElseThrow()
                .path("targetsSha256")
                .asString();
    }

    private static List<String> tasks(Api caller) {
        return all(caller).stream()
                .map(task ->
                        task.path("code").asString() + " " + task.path("count").asInt())
                .toList();
    }

    private static List<JsonNode> all(Api caller) {
        return ok(caller.get("/api/v1/indicator-tasks"))
                .body()
                .path("items")
                .valueStream()
                .toList();
    }
}
