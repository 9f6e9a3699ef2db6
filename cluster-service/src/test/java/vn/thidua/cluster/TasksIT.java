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

    private static List<String> waiting(Api api) {
        return api.get("/api/v1/tasks").body().path("items").findValuesAsString("code");
    }
}
