package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

/** The next season is planned from the last one, its head is whose turn it is, and a closed one is opened again for a reason. */
class NextSeasonIT {
    private final Province province = Province.instance();
    private final Api administrator = province.administrator();
    private final UUID cluster = Competition.cluster(province.id);
    private final UUID first = Competition.memberOf(cluster);
    private final UUID second = Competition.memberOf(cluster);
    private final UUID third = Competition.memberOf(cluster);

    @Test
    void theNextSeasonTakesOverWhatTheLastOneHad() {
        var season = Competition.season(cluster);
        Competition.headship(season, first, "HEAD");
        Competition.regulation(season, 2);
        Competition.keyTask(season, "2026-06-30");
        var told = Competition.newKeyTask(season, null);
        told.put("kind", "DIRECTIVE");
        assertThat(administrator.post("/api/v1/key-tasks", told).status()).isEqualTo(201);
        plan(0, Competition.newRotation(first, second, third));

        var copied = administrator.post("/api/v1/seasons/" + season + "/copies", Competition.newCopy());
        assertThat(copied.status()).as(copied.text()).isEqualTo(201);
        var body = copied.body();
        assertThat(body.path("state").asString()).isEqualTo("PLANNED");
        assertThat(body.path("mode").asString()).isEqualTo("LIVE");
        assertThat(body.path("headships").findValuesAsString("unitId")).containsExactly(second.toString());
        assertThat(body.path("headships").findValuesAsString("how")).containsExactly("ROTATION");
        var regulation = administrator
                .get("/api/v1/seasons/" + copied.id() + "/regulation")
                .body();
        assertThat(regulation.path("status").asString()).isEqualTo("DRAFT");
        assertThat(regulation.path("title").asString()).isEqualTo("Quy chế bình xét");
        assertThat(regulation.path("adoptedOn").isNull()).isTrue();
        var tasks = administrator
                .get("/api/v1/key-tasks?seasonId=" + copied.id())
                .body()
                .path("items");
        assertThat(tasks.findValuesAsString("dueOn")).containsExactly("2027-06-30");
        assertThat(administrator
                        .get("/api/v1/seasons/" + season + "/headships")
                        .body()
                        .path("items")
                        .findValuesAsString("unitId"))
                .as("the old head keeps the old season")
                .containsExactly(first.toString());
    }

    @Test
    void aSeasonIsCopiedUnderANameOnceAndWithoutAnOrderNobodyHeadsIt() {
        var season = Competition.season(cluster);
        var copy = Competition.newCopy();
        var copied = administrator.post("/api/v1/seasons/" + season + "/copies", copy);
        assertThat(copied.body().path("headships")).isEmpty();
        var again = administrator.post("/api/v1/seasons/" + season + "/copies", copy);
        assertThat(again.problem()).isEqualTo("already-recorded");
        assertThat(again.body().path("existingId").asString())
                .isEqualTo(copied.id().toString());
    }

    @Test
    void rulesThatAPastRegulationDoesNotStateAreNotMadeUp() {
        var past = Competition.season(cluster, "2025", "2025-07-01", "2025-12-31", "RECORDED");
        var regulation = new HashMap<>(Competition.newRegulation());
        regulation.remove("tieRule");
        assertThat(administrator
                        .put("/api/v1/seasons/" + past + "/regulation", 1, regulation)
                        .status())
                .isEqualTo(200);
        var copied = administrator.post("/api/v1/seasons/" + past + "/copies", Competition.newCopy());
        assertThat(copied.status()).as(copied.text()).isEqualTo(201);
        assertThat(administrator
                        .get("/api/v1/seasons/" + copied.id() + "/regulation")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theOrderTellsTheYearsAheadWithWhoIsPassedOverAndWhy() {
        var season = Competition.season(cluster);
        Competition.headship(season, first, "HEAD");
        var skip = Map.of("from", "2027-01-01", "to", "2027-12-31", "reason", "đang sáp nhập");
        plan(
                0,
                Map.of(
                        "turns",
                        List.of(
                                Map.of("unitId", first),
                                Map.of("unitId", second, "skip", skip),
                                Map.of("unitId", third))));
        var view = administrator.get("/api/v1/clusters/" + cluster + "/rotation?terms=3");
        assertThat(view.header("ETag")).isEqualTo("\"1\"");
        var ahead = view.body().path("ahead");
        assertThat(ahead.findValuesAsString("from")).containsExactly("2027-01-01", "2028-01-01", "2029-01-01");
        assertThat(ahead.path(0).path("unitId").asString()).isEqualTo(third.toString());
        assertThat(ahead.path(0).path("passedOver").path(0).path("reason").asString())
                .isEqualTo("đang sáp nhập");
        assertThat(ahead.path(1).path("unitId").asString()).isEqualTo(second.toString());
        assertThat(view.body().path("turns").path(1).path("skip").path("to").asString())
                .isEqualTo("2027-12-31");
    }

    @Test
    void anOrderPlannedMeanwhileIsNotOverwrittenAndAUnitHasOneTurn() {
        plan(0, Competition.newRotation(first, second));
        plan(1, Competition.newRotation(second, first));
        var path = "/api/v1/clusters/" + cluster + "/rotation";
        assertThat(administrator.put(path, 1, Competition.newRotation(first)).status())
                .isEqualTo(412);
        assertThat(administrator
                        .put(path, 2, Competition.newRotation(first, first))
                        .status())
                .isEqualTo(422);
        var backwards = Map.of("from", "2027-12-31", "to", "2027-01-01", "reason", "vì");
        assertThat(administrator
                        .put(path, 2, Map.of("turns", List.of(Map.of("unitId", first, "skip", backwards))))
                        .status())
                .isEqualTo(422);
        assertThat(administrator.get(path).body().path("turns").findValuesAsString("unitId"))
                .containsExactly(second.toString(), first.toString());
    }

    @Test
    void aClosedSeasonIsOpenedAgainWithAReasonThatIsKept() {
        var season = Competition.season(cluster);
        var path = "/api/v1/seasons/" + season;
        assertThat(administrator
                        .post(path + "/reopening", Map.of("reason", "sớm"))
                        .status())
                .isEqualTo(409);
        Competition.open(season);
        Competition.close(season);
        assertThat(administrator.post(path + "/reopening", Map.of()).status()).isEqualTo(422);
        var reopened = administrator.post(path + "/reopening", Map.of("reason", "bổ sung kết quả thẩm định"));
        assertThat(reopened.status()).as(reopened.text()).isEqualTo(200);
        assertThat(reopened.body().path("state").asString()).isEqualTo("OPEN");
        assertThat(reopened.body().path("closeReason").isNull()).isTrue();
        assertThat(Assembly.text("select reason from kit.audit where action = 'season.reopened' and aggregate_id = '%s'"
                        .formatted(season)))
                .isEqualTo("bổ sung kết quả thẩm định");
        Competition.close(season);
    }

    @Test
    void aUnitIsFoundAlsoWhereItsNameIsTypedWrong() {
        var unit = province.unit("Phường Trường Thuỷ Nguyên", province.id);
        for (var typed : List.of("truong+thuy+nguen", "Trung+Thuy+Nguyen", "thuy nguyen".replace(' ', '+'))) {
            assertThat(administrator
                            .get("/api/v1/units?q=" + typed)
                            .body()
                            .path("items")
                            .findValuesAsString("id"))
                    .as(typed)
                    .contains(unit.toString());
        }
        assertThat(administrator
                        .get("/api/v1/units?q=khong+co+don+vi+nay")
                        .body()
                        .path("items")
                        .findValuesAsString("id"))
                .doesNotContain(unit.toString());
    }

    private void plan(int version, Map<String, ?> order) {
        var planned = administrator.put("/api/v1/clusters/" + cluster + "/rotation", version, order);
        assertThat(planned.status()).as(planned.text()).isEqualTo(200);
    }
}
