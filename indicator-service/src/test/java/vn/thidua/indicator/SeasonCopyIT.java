package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.indicator.season.Season;
import vn.thidua.indicator.season.Seasons;

/** What this service keeps of clusters and seasons, whichever of them arrives first. */
class SeasonCopyIT {
    private final Catalogue catalogue = Catalogue.instance();
    private final KnownSeasons known = new KnownSeasons(catalogue.service);
    private final Seasons seasons = catalogue.service.bean(Seasons.class);
    private final UUID cluster = UUID.randomUUID();
    private final UUID head = catalogue.known.unit("H01.01", catalogue.own);
    private final UUID left = catalogue.known.unit("H01.02", catalogue.own);
    private final UUID late = catalogue.known.unit("H01.03", catalogue.own);

    @Test
    void aSeasonMayArriveBeforeItsClusterAndKnowsItsMembersOnceThatIsThere() {
        var season = known.season(cluster, catalogue.own, "LIVE", "OPEN", head);
        assertThat(seasons.members(season)).isEmpty();
        known.cluster(
                cluster,
                catalogue.own,
                Map.of(head, "2020-01-01/", left, "2020-01-01/2026-03-01", late, "2027-01-01/"));
        assertThat(seasons.members(season)).extracting("unitId").containsExactlyInAnyOrder(head, left);
        assertThat(seasons.members(season)).extracting("code").contains("H01.01");
        assertThat(seasons.find(season).orElseThrow().heads()).containsExactly(head);
    }

    @Test
    void aSeasonIsKnownWithItsRulesAndDays() {
        var id = known.season(cluster, catalogue.own, "RECORDED", "CLOSED", head);
        var season = seasons.find(id).orElseThrow();
        assertThat(season.mode()).isEqualTo(Season.Mode.RECORDED);
        assertThat(season.from()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(season.until()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(List.of(String.valueOf(season.tieRule()), String.valueOf(season.candidateRule())))
                .containsExactly("SHARED", "ELECTED");
    }

    @Test
    void aLaterStateReplacesTheEarlierAndWhatTheSourceForgotIsGone() {
        var id = known.season(cluster, catalogue.own, "LIVE", "OPEN", head);
        known.seasonAgain(id, cluster, catalogue.own, "LIVE", "CLOSED", left);
        assertThat(seasons.find(id).orElseThrow().heads()).containsExactly(left);
        assertThat(seasons.find(id).orElseThrow().state()).isEqualTo(Season.State.CLOSED);
        known.cluster(cluster, catalogue.own, Map.of(head, "2020-01-01/"));
        known.cluster(cluster, catalogue.own, Map.of(late, "2020-01-01/"));
        assertThat(seasons.members(id)).extracting("unitId").containsExactly(late);
        known.forgotten("cluster", cluster);
        assertThat(seasons.members(id)).isEmpty();
        known.forgotten("season", id);
        assertThat(seasons.find(id)).isEmpty();
    }
}
