package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

class CongressesIT {
    private static final Province PROVINCE = Province.instance();

    private final CongressWork work = CongressWork.anew();
    private final ExemplarWork sender = ExemplarWork.anew();

    @Test
    void aCongressIsPreparedHeldAndClosed() {
        var prepared = work.officer.get(work.path).body().path("congress");
        assertThat(prepared.path("state").asString()).isEqualTo("PREPARING");
        assertThat(prepared.path("termTo").asInt())
                .isEqualTo(prepared.path("termFrom").asInt() + 5);
        assertThat(work.step("closing").status()).isEqualTo(409);
        var held = Draft.ok(work.step("holding"));
        assertThat(held.body().path("congress").path("state").asString()).isEqualTo("HELD");
        assertThat(work.step("holding").status()).isEqualTo(409);
        var closed = Draft.ok(work.step("closing"));
        assertThat(closed.body().path("congress").path("state").asString()).isEqualTo("CLOSED");
        assertThatThrownBy(() -> Assembly.sql("update congress set state = 'HELD' where id = '" + work.id + "'"))
                .hasStackTraceContaining("congress_goes_forward");
    }

    @Test
    void aUnitHoldsOneATermAndChangesItWhileItIsPrepared() {
        var unit = PROVINCE.unit("Xã có đại hội", PROVINCE.id);
        var officer = PROVINCE.person(PROVINCE.holder(unit, "STANDING_OFFICER", "UNIT"));
        var body = CongressWork.newCongress(unit);
        var first = Draft.ok(officer.post("/api/v1/congresses", body)).body().path("congress");
        var again = officer.post("/api/v1/congresses", body);
        assertThat(again.problem()).isEqualTo("already-recorded");
        assertThat(again.body().path("existingId").asString())
                .isEqualTo(first.path("id").asString());
        var path = "/api/v1/congresses/" + first.path("id").asString();
        body.put("theme", "Chủ đề khác");
        var changed = Draft.ok(officer.put(path, 1, body));
        assertThat(changed.body().path("congress").path("theme").asString()).isEqualTo("Chủ đề khác");
        assertThat(officer.put(path, 1, body).status()).isEqualTo(412);
        var other = CongressWork.newCongress(unit);
        Draft.ok(officer.post("/api/v1/congresses", other));
        assertThat(officer.put(path, 2, other).problem()).isEqualTo("already-recorded");
        assertThat(officer.get("/api/v1/congresses?limit=1&unitId=" + unit)
                        .body()
                        .path("next")
                        .isNull())
                .isFalse();
        Draft.ok(officer.with("If-Match", "\"2\"").post(path + "/holding", null));
        assertThat(officer.put(path, 3, body).status()).isEqualTo(409);
    }

    @Test
    void aUnitSendsNoMoreThanItMayNotEvenInTheDatabase() {
        assertThat(code(work.register(sender.unit, null, null))).isEqualTo("more-than-allotted");
        Draft.ok(work.allot(sender.unit, 1));
        Draft.ok(work.register(sender.unit, null, null));
        assertThat(code(work.register(sender.unit, null, null))).isEqualTo("more-than-allotted");
        assertThatThrownBy(() -> Assembly.sql("insert into congress_delegate (congress_id, unit_id, name) values ('"
                        + work.id + "', '" + sender.unit + "', 'Người Thừa')"))
                .hasStackTraceContaining("more delegates than allotted");
        // Who comes ex officio comes beside.
        Draft.ok(work.register(sender.unit, null, "Chủ tịch Hội đồng"));
        var shown = work.officer.get(work.path).body();
        assertThat(shown.path("allotments").path(0).path("sent").asInt()).isEqualTo(1);
        assertThat(shown.path("congress").path("delegates").asInt()).isEqualTo(2);
    }

    @Test
    void aUnitIsAllottedNoFewerThanItSends() {
        Draft.ok(work.allot(sender.unit, 2));
        Draft.ok(work.register(sender.unit, null, null));
        Draft.ok(work.register(sender.unit, null, null));
        assertThat(code(work.allot(sender.unit, 1))).isEqualTo("fewer-than-sent");
        assertThat(code(work.allot(PROVINCE.id, 1))).isEqualTo("fewer-than-sent");
        var twice = Map.of(
                "allotments",
                List.of(Map.of("unitId", sender.unit, "delegates", 2), Map.of("unitId", sender.unit, "delegates", 3)));
        assertThat(code(work.officer.put(work.path + "/allotments", work.version(), twice)))
                .isEqualTo("taken");
        assertThatThrownBy(() -> Assembly.sql("delete from congress_allotment where congress_id = '" + work.id + "'"))
                .hasStackTraceContaining("fewer than the unit sends");
        Draft.ok(work.allot(sender.unit, 3));
    }

    @Test
    void exemplarsThatComeArePublishedAndTellWhoComes() {
        Draft.ok(work.allot(sender.unit, 3));
        assertThat(code(work.register(sender.unit, sender.proposed(), null))).isEqualTo("not-found");
        var published = sender.published();
        Draft.ok(work.register(sender.unit, published, null));
        assertThat(work.register(sender.unit, published, null).problem()).isEqualTo("already-recorded");
        assertThat(delegates().path(0).path("name").asString()).isEqualTo("Hộ ông Lò Văn Mẫu");
        Draft.ok(sender.withdraw(published));
        assertThat(delegates().path(0).path("name").isNull()).isTrue();
    }

    @Test
    void aDelegateHasANameAndIsTakenOffTheListWithIt() {
        Draft.ok(work.allot(sender.unit, 3));
        var nameless = CongressWork.newDelegate(sender.unit, null, null);
        nameless.put("name", null);
        assertThat(code(work.officer.post(work.path + "/delegates", nameless))).isEqualTo("required");
        var id = Draft.ok(work.register(sender.unit, null, null)).id();
        var removal = work.path + "/delegates/" + id + "/withdrawal";
        Draft.ok(work.step("holding"));
        assertThat(work.register(sender.unit, null, null).status()).isEqualTo(409);
        assertThat(work.officer.post(removal, Map.of("reason", "theo yêu cầu")).status())
                .isEqualTo(204);
        assertThat(work.officer.post(removal, Map.of("reason", "theo yêu cầu")).status())
                .isEqualTo(404);
        assertThat(delegates().size()).isZero();
        assertThat(Assembly.text("select count(*) from kit.audit a where aggregate_id = '" + work.id
                        + "' and a::text like '%Giàng A Biểu%'"))
                .isEqualTo("0");
    }

    @Test
    void whatWasResolvedIsDoneByWhoOwesItBeforeTheCongressIsClosed() {
        assertThat(work.officer
                        .post(work.path + "/resolutions", CongressWork.newResolution(sender.unit))
                        .status())
                .isEqualTo(409);
        Draft.ok(work.step("holding"));
        var resolution = work.resolved(sender.unit);
        assertThat(work.step("closing").status()).isEqualTo(409);
        var completion = work.path + "/resolutions/" + resolution + "/completion";
        var ahead = CongressWork.newCompletion();
        ahead.put("doneOn", "2199-01-01");
        assertThat(code(sender.officer.post(completion, ahead))).isEqualTo("future");
        assertThat(ExemplarWork.anew()
                        .officer
                        .post(completion, CongressWork.newCompletion())
                        .status())
                .isEqualTo(403);
        assertThat(sender.officer.post(completion, CongressWork.newCompletion()).status())
                .isEqualTo(204);
        assertThat(work.officer.post(completion, CongressWork.newCompletion()).status())
                .isEqualTo(409);
        var shown = Draft.ok(work.step("closing")).body();
        assertThat(shown.path("resolutions").path(0).path("note").asString()).isEqualTo("Đã phát động");
        assertThat(shown.path("congress").path("openResolutions").asInt()).isZero();
    }

    private JsonNode delegates() {
        return Draft.ok(work.officer.get(work.path + "/delegates")).body().path("items");
    }

    private static String code(Api.Answer refused) {
        return refused.body().path("errors").path(0).path("code").asString();
    }
}
