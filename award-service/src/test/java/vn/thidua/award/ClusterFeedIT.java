package vn.thidua.award;

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
import vn.thidua.award.lineage.KnownLineage;
import vn.thidua.award.lineage.Lineages;
import vn.thidua.award.season.Seasons;
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
                    AwardService.class,
                    Map.of(
                            "thidua.feed.sources",
                            "cluster",
                            "spring.http.serviceclient.cluster-service.base-url",
                            cluster.baseUrl()))) {
                var jdbc = service.bean(JdbcClient.class);
                Eventually.within(
                        Duration.ofSeconds(30),
                        "the last event is applied",
                        () -> jdbc.sql(
                                        "select exists (select from kit.feed_cursor where source = 'cluster' and position = :last)")
                                .param("last", LAST)
                                .query(Boolean.class)
                                .single());
                assertKnown(service.bean(Seasons.class));
                assertDescent(service.bean(Lineages.class));
                assertThat(jdbc.sql("select count(*) from kit.feed_parked")
                                .query(Long.class)
                                .single())
                        .isZero();
            }
        } finally {
            cluster.stop();
        }
    }

    private static void assertDescent(Lineages lineages) {
        var told = PublishedEvents.event("lineage").path("data");
        var before = UUID.fromString(told.path("predecessors").path(0).asString());
        var after = UUID.fromString(told.path("successors").path(0).asString());
        assertThat(lineages.waysBack(after)).containsOnlyKeys(before);
        assertThat(lineages.waysBack(after).get(before)).singleElement().satisfies(way -> {
            var step = way.steps().getFirst();
            assertThat(step.lineage().id()).isEqualTo(PublishedEvents.subject("lineage"));
            assertThat(step.lineage().kind()).isEqualTo(KnownLineage.Kind.MERGE);
            assertThat(step.lineage().decision()).isNull();
        });
        assertThat(lineages.waysBack(before)).isEmpty();
    }

    private static void assertKnown(Seasons seasons) {
        var told = PublishedEvents.event("election").path("data");
        var elected = UUID.fromString(told.path("electedUnitId").asString());
        var season = seasons.find(PublishedEvents.subject("season")).orElseThrow();
        assertThat(season.clusterId()).isEqualTo(PublishedEvents.subject("cluster"));
        assertThat(season.clusterName()).isEqualTo("Khối thi đua các xã");
        assertThat(season.recorded()).isFalse();
        assertThat(season.regulation()).isNotNull();
        assertThat(seasons.isMember(season, elected)).isTrue();
        assertThat(seasons.isMember(season, UUID.randomUUID())).isFalse();
        assertThat(seasons.counted(season.id())).singleElement().satisfies(election -> {
            assertThat(election.id()).isEqualTo(PublishedEvents.subject("election"));
            assertThat(election.electedUnitId()).isEqualTo(elected);
        });
    }
}
