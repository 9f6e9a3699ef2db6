package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

class SeasonsIT {
    private final Province province = Province.instance();
    private final Api administrator = province.administrator();

    /** A unit that was there in 2019. */
    private UUID district(String name) {
        var unit = province.newUnit(name, province.id);
        unit.put("level", "DISTRICT");
        unit.put("validFrom", "2000-01-01");
        return administrator.post("/api/v1/units", unit).id();
    }

    @Test
    void aSeasonMayStayOpenWhileTheNextOneRuns() {
        var cluster = Competition.cluster(province.id);
        var of2019 = Competition.season(cluster, "2019", "2019-01-01", "2020-05-29", "RECORDED");
        var of2020 = Competition.season(cluster, "2020", "2020-01-01", "2020-12-31", "RECORDED");
        assertThat(running(cluster, "2019-12-31")).containsExactly(of2019.toString());
        assertThat(running(cluster, "2020-05-29")).containsExactly(of2020.toString(), of2019.toString());
        assertThat(running(cluster, "2020-05-30")).containsExactly(of2020.toString());
    }

    @Test
    void fromTheHandingOverTheNextSeasonsHeadStandsBesideThisSeasons() {
        var cluster = Competition.cluster(province.id);
        var city = district("Thành phố Hà Giang");
        var successor = district("Huyện Bắc Quang");
        var deputy = district("Huyện Vị Xuyên");
        for (var unit : List.of(city, successor, deputy)) {
            Competition.member(cluster, unit, "2019-01-01", null);
        }
        var of2019 = Competition.season(cluster, "2019", "2019-01-01", "2019-12-31", "RECORDED");
        var of2020 = Competition.season(cluster, "2020", "2020-01-01", "2020-12-31", "RECORDED");
        var meeting = Competition.conference(cluster, "2019-12-04", Map.of("YEAR_END", of2019, "HANDOVER", of2020));
        Competition.headship(of2019, city, "HEAD");
        Competition.headship(of2019, successor, "DEPUTY");
        var next = Competition.newHeadship(successor, "HEAD");
        next.put("conferenceId", meeting);
        next.put("handedOverOn", "2019-12-04");
        assertThat(administrator
                        .post("/api/v1/seasons/" + of2020 + "/headships", next)
                        .status())
                .isEqualTo(201);
        var second = Competition.newHeadship(deputy, "DEPUTY");
        second.put("handedOverOn", "2019-12-04");
        administrator.post("/api/v1/seasons/" + of2020 + "/headships", second);

        assertThat(heads(cluster, "2019-12-03")).containsExactly("2019 Thành phố Hà Giang");
        assertThat(heads(cluster, "2019-12-04"))
                .containsExactlyInAnyOrder("2019 Thành phố Hà Giang", "2020 Huyện Bắc Quang");
        assertThat(heads(cluster, "2020-01-01")).containsExactly("2020 Huyện Bắc Quang");
        var page = administrator.get("/api/v1/seasons/" + of2019).body();
        assertThat(page.path("headships").findValuesAsString("unitName"))
                .containsExactly("Thành phố Hà Giang", "Huyện Bắc Quang");
    }

    @Test
    void aSeasonHasOneHeadAndItMayBeUnknown() {
        var cluster = Competition.cluster(province.id);
        var season = Competition.season(cluster);
        assertThat(administrator
                        .get("/api/v1/seasons/" + season + "/headships")
                        .body()
                        .path("items")
                        .size())
                .isZero();
        var head = Competition.memberOf(cluster);
        var other = Competition.memberOf(cluster);
        var path = "/api/v1/seasons/" + season + "/headships";
        var recorded = Competition.headship(season, head, "HEAD");
        assertThat(conflict(administrator.post(path, Competition.newHeadship(head, "HEAD"))))
                .isEqualTo("already-recorded " + recorded);
        assertThat(conflict(administrator.post(path, Competition.newHeadship(other, "HEAD"))))
                .isEqualTo("conflict " + recorded);
        assertThat(conflict(administrator.post(path, Competition.newHeadship(head, "DEPUTY"))))
                .isEqualTo("conflict " + recorded);
        Competition.headship(season, other, "DEPUTY");
        Competition.headship(season, Competition.memberOf(cluster), "DEPUTY");
    }

    @Test
    void aHeadIsAMemberOnADayOfTheSeason() {
        var cluster = Competition.cluster(province.id);
        var season = Competition.season(cluster, "2026", "2026-01-01", "2026-06-30", "LIVE");
        var late = province.unit("Xã vào sau", province.id);
        var membership = Competition.member(cluster, late, "2026-07-01", null);
        var refused =
                administrator.post("/api/v1/seasons/" + season + "/headships", Competition.newHeadship(late, "HEAD"));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("not-member");
        assertThatThrownBy(() -> sql("""
                        insert into headship (season_id, cluster_id, unit_id, role, how, provenance)
                        values ('%s', '%s', '%s', 'HEAD', 'ROTATION', 'LIVE')
                        """.formatted(season, cluster, late))).hasMessageContaining("no member");
        var longer = Competition.newSeason(cluster, "2026", "2026-01-01", "2026-07-01", "LIVE");
        assertThat(administrator.put("/api/v1/seasons/" + season, 1, longer).status())
                .isEqualTo(200);
        Competition.headship(season, late, "HEAD");
        longer.put("to", "2026-06-30");
        assertThat(administrator.put("/api/v1/seasons/" + season, 3, longer).status())
                .isEqualTo(409);
        assertThatThrownBy(() -> sql(
                        "set thidua.reason = 'x'; update membership set during = daterange('2026-07-02', null) where id = '%s'"
                                .formatted(membership)))
                .hasMessageContaining("no member");
    }

    @Test
    void headingOneSeasonGivesNoRightOverAnother() {
        var cluster = Competition.cluster(province.id);
        var head = Competition.memberOf(cluster);
        var own = Competition.season(cluster);
        var next = Competition.season(cluster);
        Competition.headship(own, head, "HEAD");
        var leader = province.person(province.holder(head, "UNIT_LEADER", "UNIT"));
        var deputy = Competition.newHeadship(Competition.memberOf(cluster), "DEPUTY");
        assertThat(leader.post("/api/v1/seasons/" + own + "/headships", deputy).status())
                .isEqualTo(201);
        assertThat(leader.post("/api/v1/seasons/" + next + "/headships", deputy).status())
                .isEqualTo(403);
        var both = Competition.newConference(cluster, "2026-12-20", Map.of("YEAR_END", own, "PLAN", next));
        assertThat(leader.post("/api/v1/conferences", both).status()).isEqualTo(403);
    }

    @Test
    void aSeasonsNameIsGivenOnceInItsCluster() {
        var cluster = Competition.cluster(province.id);
        var first = Competition.season(cluster, "2026", "2026-01-01", "2026-12-31", "LIVE");
        var second = administrator.post(
                "/api/v1/seasons", Competition.newSeason(cluster, "2026", "2026-02-01", "2026-12-31", "LIVE"));
        assertThat(conflict(second)).isEqualTo("already-recorded " + first);
        Competition.season(Competition.cluster(province.id), "2026", "2026-01-01", "2026-12-31", "LIVE");
    }

    private List<String> running(UUID cluster, String day) {
        return administrator
                .get("/api/v1/seasons?clusterId=" + cluster + "&asOf=" + day)
                .body()
                .path("items")
                .valueStream()
                .map(season -> season.path("id").asString())
                .toList();
    }

    private List<String> heads(UUID cluster, String day) {
        return administrator
                .get("/api/v1/clusters/" + cluster + "/headships?asOf=" + day)
                .body()
                .path("items")
                .valueStream()
                .filter(h -> h.path("role").asString().equals("HEAD"))
                .map(h -> h.path("seasonName").asString() + " "
                        + h.path("unitName").asString())
                .toList();
    }

    private static String conflict(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        return answer.problem() + " " + answer.body().path("existingId").asString();
    }

    private void sql(String statement) throws SQLException {
        try (var connection = province.service.database().asApp();
                var running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}
