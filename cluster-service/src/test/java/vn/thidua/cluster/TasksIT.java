package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

/** What waits for somebody. */
class TasksIT {
    private static final Province PROVINCE = Province.instance();

    @Test
    void aLeaderHasItsOwnUnitsVoteToCastAndTheHeadTheWorkOfTheSeason() {
        var assembly = Assembly.of(3);
        var election = assembly.opened(2);
        assertThat(waiting(assembly.leader(1))).containsExactly("BALLOT_CAST");
        assembly.cast(election, 1, assembly.unit(0));
        assertThat(waiting(assembly.leader(1))).isEmpty();
        assertThat(waiting(assembly.leader(0)))
                .contains("BALLOT_CAST", "REGULATION_ADOPTED", "COMPACT_SIGNED", "YEAR_END_HELD")
                .doesNotContain("LEADER_ELECTED", "HEAD_SET");
        assertThat(waiting(assembly.officer())).contains("LEADER_ELECTED").doesNotContain("BALLOT_CAST");
    }

    @Test
    void aTaskSaysWhereAndByWhen() {
        var assembly = Assembly.of(2);
        var task = assembly.leader(0)
                .with("Accept-Language", "en")
                .get("/api/v1/tasks")
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("code").asString().equals("YEAR_END_HELD"))
                .findFirst()
                .orElseThrow();
        assertThat(task.path("text").asString()).isEqualTo("Hold the year-end conference");
        assertThat(task.path("dueOn").asString()).isEqualTo("2026-12-31");
        assertThat(task.path("unitName").asString()).isEqualTo("Xã thành viên");
        assertThat(task.path("clusterName").asString()).isEqualTo("Khối thi đua các xã");
    }

    @Test
    void aReportWaitsWhileItsPeriodTakesItAndUntilItIsHandedIn() {
        var assembly = Assembly.of(2);
        var period = UUID.randomUUID();
        Assembly.sql("""
                insert into period_copy values ('%s', '%s', 'sáu tháng', kit.business_now() - interval '1 day',
                    kit.business_now() + interval '9 days', kit.business_now() + interval '10 days')
                """.formatted(period, assembly.season));
        assertThat(waiting(assembly.leader(1))).containsExactly("REPORT_SUBMIT");
        var officer = PROVINCE.person(PROVINCE.holder(assembly.unit(1), "UNIT_OFFICER", "UNIT"));
        assertThat(officer.get("/api/v1/tasks").body().path("items").findValuesAsString("text"))
                .containsExactly("Gửi báo cáo sáu tháng");
        var report = UUID.randomUUID();
        Assembly.sql("insert into report_copy values ('%s', '%s', '%s', 'SUBMITTED')"
                .formatted(report, period, assembly.unit(1)));
        assertThat(waiting(assembly.leader(1))).isEmpty();
        Assembly.sql("update report_copy set status = 'RETURNED' where id = '" + report + "'");
        assertThat(waiting(assembly.leader(1))).containsExactly("REPORT_RETURNED");
        Assembly.sql("update period_copy set closes_at = kit.business_now() where id = '" + period + "'");
        assertThat(waiting(assembly.leader(1))).isEmpty();
    }

    @Test
    void ofAClosedSeasonNothingWaits() {
        var assembly = Assembly.of(2);
        Competition.close(assembly.season);
        assertThat(waiting(assembly.leader(0))).isEmpty();
    }

    @Test
    void anAdministratorAboveIsNotCalledToVoteForTheUnitsBelow() {
        var assembly = Assembly.of(3);
        assembly.opened(2);
        var above = PROVINCE.person(PROVINCE.holder(PROVINCE.id, "UNIT_LEADER", "SUBTREE"));
        assertThat(waiting(above)).doesNotContain("BALLOT_CAST");
    }

    @Test
    void aProposedExemplarWaitsForWhoeverMayVerifyItAndDidNotProposeIt() {
        var department = PROVINCE.unit("Sở chủ quản", PROVINCE.id);
        var work = ExemplarWork.at(PROVINCE.unit("Xã đề xuất", department));
        var verifier = PROVINCE.person(PROVINCE.holder(department, "STANDING_OFFICER", "SUBTREE"));
        var elsewhere =
                PROVINCE.person(PROVINCE.holder(PROVINCE.unit("Sở khác", PROVINCE.id), "STANDING_OFFICER", "SUBTREE"));
        var id = work.officer
                .post("/api/v1/exemplars", ExemplarWork.newExemplar(work.unit))
                .id();
        var task = verifier.get("/api/v1/tasks").body().path("items").path(0);
        assertThat(task.path("code").asString()).isEqualTo("EXEMPLAR_VERIFY");
        assertThat(task.path("text").asString()).isEqualTo("Thẩm định điển hình: Trồng quế trên đất dốc");
        assertThat(task.path("aboutId").asString()).isEqualTo(id.toString());
        assertThat(task.path("unitName").asString()).isEqualTo("Xã đề xuất");
        assertThat(task.path("late").asBoolean()).isFalse();
        assertThat(waiting(elsewhere)).isEmpty();
        assertThat(waiting(work.officer)).isEmpty();
        Draft.ok(work.step(verifier, id, "verification", null));
        assertThat(waiting(verifier)).isEmpty();
    }

    @Test
    void whoeverProposedAnExemplarIsNotToldToVerifyIt() {
        var department = PROVINCE.unit("Sở hai vai", PROVINCE.id);
        var account = "account-" + UUID.randomUUID();
        var person = PROVINCE.person("Người Hai Vai", department, account);
        PROVINCE.mandate(person, department, "UNIT_OFFICER", "UNIT");
        PROVINCE.mandate(person, department, "STANDING_OFFICER", "SUBTREE");
        Draft.ok(PROVINCE.person(account).post("/api/v1/exemplars", ExemplarWork.newCollective(department)));
        assertThat(waiting(PROVINCE.person(account))).isEmpty();
        var colleague = PROVINCE.person(PROVINCE.holder(department, "STANDING_OFFICER", "UNIT"));
        assertThat(waiting(colleague)).containsExactly("EXEMPLAR_VERIFY");
    }

    private static List<String> waiting(Api api) {
        return api.get("/api/v1/tasks").body().path("items").findValuesAsString("code");
    }
}
