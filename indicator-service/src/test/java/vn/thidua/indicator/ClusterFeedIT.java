package vn.thidua.indicator;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.indicator.season.Season;
import vn.thidua.indicator.season.Seasons;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.ServiceUnderTest;

/** This service as a consumer of cluster-service, tested against the examples which that service publishes and replays. */
class ClusterFeedIT {
    private static final int LAST = 12;

    @Test
    void whatClusterServiceTellsArrivesByItsFeed() throws IOException {
        var cluster = new WireMockServer(
                options().dynamicPort().bindAddress("127.0.0.1").globalTemplating(true));
        cluster.start();
        try (var examples = Files.list(PublishedEvents.EXAMPLES)) {
            for (var example : examples.toList()) {
                cluster.addStubMapping(StubMapping.buildFrom(Files.readString(example)));
            }
            try (var service = ServiceUnderTest.start(
                    IndicatorService.class,
                    Map.of("spring.http.serviceclient.cluster-service.base-url", cluster.baseUrl()))) {
                var jdbc = service.bean(JdbcClient.class);
                Eventually.within(
                        Duration.ofSeconds(20),
                        "the last event is applied",
                        () -> jdbc.sql(
                                        "select exists (select from kit.feed_cursor where source = 'cluster' and position = :last)")
                                .param("last", LAST)
                                .query(Boolean.class)
                                .single());
                assertThat(jdbc.sql(
                                        "select name from kit.unit_state_copy where during @> date '2026-02-01' order by name")
                                .query(String.class)
                                .list())
                        .containsExactly("Sở Nội vụ tỉnh An Bình", "Tỉnh An Bình");
                assertThat(jdbc.sql("select withdrawn_at is not null from kit.mandate_copy")
                                .query(Boolean.class)
                                .list())
                        .containsExactly(true);
                assertSeasonAsPublished(service.bean(Seasons.class));
                assertThat(jdbc.sql(
                                        "select side from lineage_copy join lineage_unit_copy on lineage_id = id order by side")
                                .query(String.class)
                                .list())
                        .containsExactly("PREDECESSOR", "SUCCESSOR");
                assertThat(jdbc.sql("select code || ' ' || during from place_code")
                                .query(String.class)
                                .list())
                        .containsExactly("AB-01 [2025-07-01,)");
                assertThat(jdbc.sql("select count(*) from kit.feed_parked")
                                .query(Long.class)
                                .single())
                        .isZero();
            }
        } finally {
            cluster.stop();
        }
    }

    private static void assertSeasonAsPublished(Seasons seasons) {
        var season = seasons.find(PublishedEvents.subject("season")).orElseThrow();
        assertThat(season.clusterId()).isEqualTo(PublishedEvents.subject("cluster"));
        assertThat(season.mode()).isEqualTo(Season.Mode.LIVE);
        assertThat(season.tieRule()).isEqualTo("BALLOT");
        assertThat(season.candidateRule()).isEqualTo("ELECTED");
        var told = PublishedEvents.event("season").path("data");
        assertThat(season.heads())
                .containsExactly(UUID.fromString(
                        told.path("headships").path(0).path("unitId").asString()));
    }
}
