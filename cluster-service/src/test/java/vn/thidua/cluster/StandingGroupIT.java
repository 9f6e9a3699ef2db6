package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

/** Thường trực cụm: the head, the deputies, and whoever else is named to assist them in a season. */
class StandingGroupIT {
    private final Assembly assembly = Assembly.of(4);
    private final String path = "/api/v1/seasons/" + assembly.season + "/headships";

    @Test
    void membersAreNamedWithWhoOfThemAndStandAfterHeadAndDeputies() {
        var named = Competition.newHeadship(assembly.unit(2), "STANDING_GROUP");
        named.put("how", "APPOINTED");
        named.put("representative", "Ông Phó Chánh Văn phòng");
        assertThat(named(named).status()).isEqualTo(201);
        Competition.headship(assembly.season, assembly.unit(1), "DEPUTY");
        Competition.headship(assembly.season, assembly.unit(3), "STANDING_GROUP");
        var offices = assembly.leader(3).get(path).body().path("items");
        assertThat(offices.findValuesAsString("role"))
                .containsExactly("HEAD", "DEPUTY", "STANDING_GROUP", "STANDING_GROUP");
        assertThat(offices.path(2).path("representative").asString()).isEqualTo("Ông Phó Chánh Văn phòng");
        assertThat(assembly.officer()
                        .get("/api/v1/seasons/" + assembly.season)
                        .body()
                        .path("headships")
                        .findValuesAsString("role"))
                .containsExactly("HEAD", "DEPUTY", "STANDING_GROUP", "STANDING_GROUP");
    }

    @Test
    void theStandingGroupAssistsAndDoesNotActAsHead() {
        Competition.headship(assembly.season, assembly.unit(1), "DEPUTY");
        Competition.headship(assembly.season, assembly.unit(2), "STANDING_GROUP");
        var conference = Competition.newConference(assembly.cluster, "2026-12-20", Map.of("YEAR_END", assembly.season));
        for (var member : List.of(1, 2)) {
            var leader = assembly.leader(member);
            assertThat(leader.post("/api/v1/conferences", conference).status()).isEqualTo(403);
            assertThat(leader.post(path, Competition.newHeadship(assembly.unit(3), "DEPUTY"))
                            .status())
                    .isEqualTo(403);
            assertThat(leader.get("/api/v1/seasons/" + assembly.season + "/due").status())
                    .as("it sees what is due")
                    .isEqualTo(200);
        }
    }

    @Test
    void aUnitHasOneOfficeAndIsAMember() {
        assertThat(named(Competition.newHeadship(assembly.unit(0), "STANDING_GROUP"))
                        .problem())
                .as("the head belongs to it already")
                .isEqualTo("conflict");
        var stranger = Province.instance().unit("Xã ngoài cụm", Province.instance().id);
        assertThat(named(Competition.newHeadship(stranger, "STANDING_GROUP"))
                        .body()
                        .path("errors")
                        .findValuesAsString("pointer"))
                .containsExactly("/unitId");
        var first = named(Competition.newHeadship(assembly.unit(1), "STANDING_GROUP"));
        var again = named(Competition.newHeadship(assembly.unit(1), "STANDING_GROUP"));
        assertThat(again.problem()).isEqualTo("already-recorded");
        assertThat(again.body().path("existingId").asString())
                .isEqualTo(first.id().toString());
    }

    @Test
    void whoWasNamedWronglyIsCorrectedOrTakenBackWithAReason() {
        var id = Competition.headship(assembly.season, assembly.unit(2), "STANDING_GROUP");
        var corrected = ClusterTargets.because(Competition.newHeadship(assembly.unit(2), "DEPUTY"));
        var answer = assembly.officer().put(path + "/" + id, version(), corrected);
        assertThat(answer.body().path("role").asString()).as(answer.text()).isEqualTo("DEPUTY");
        assertThat(assembly.officer()
                        .with("If-Match", "\"" + version() + "\"")
                        .post(path + "/" + id + "/withdrawal", Map.of("reason", "ghi nhầm"))
                        .status())
                .isEqualTo(204);
        assertThat(assembly.officer().get(path).body().path("items").size()).isEqualTo(1);
    }

    @Test
    void theHandOverNamesWhoStoodBesideBothHeads() {
        Competition.headship(assembly.season, assembly.unit(1), "STANDING_GROUP");
        var next = Competition.season(assembly.cluster, "2027", "2027-01-01", "2027-12-31", "LIVE");
        Competition.headship(next, assembly.unit(2), "HEAD");
        Competition.headship(next, assembly.unit(3), "STANDING_GROUP");
        Competition.headship(next, assembly.unit(1), "DEPUTY");
        Competition.handOver(assembly.season, next);
        var handover = assembly.officer()
                .get("/api/v1/seasons/" + assembly.season + "/handover")
                .body();
        assertThat(handover.path("fromOffices").findValuesAsString("role")).containsExactly("STANDING_GROUP");
        assertThat(handover.path("toOffices").findValuesAsString("role")).containsExactly("DEPUTY", "STANDING_GROUP");
    }

    @Test
    void otherServicesAreToldWhoLeadsAndNotWhoAssists() {
        Competition.headship(assembly.season, assembly.unit(1), "DEPUTY");
        Competition.headship(assembly.season, assembly.unit(2), "STANDING_GROUP");
        var told = Assembly.text("""
                select string_agg(data ->> 'headships', ' ') from (
                    select aggregate_id, data from kit.outbox union all select aggregate_id, data from kit.feed_event) e
                where aggregate_id = '%s'
                """.formatted(assembly.season));
        assertThat(Stream.of("HEAD", "DEPUTY")).allMatch(told::contains);
        assertThat(told).doesNotContain("STANDING_GROUP");
    }

    private Api.Answer named(Map<String, Object> headship) {
        return assembly.officer().post(path, headship);
    }

    private int version() {
        return assembly.officer()
                .get("/api/v1/seasons/" + assembly.season)
                .body()
                .path("version")
                .asInt();
    }
}
