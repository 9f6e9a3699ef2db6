package vn.thidua.cluster;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.kit.feed.FeedHandler;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.ServiceUnderTest;

/** This service as a consumer of indicator-service, tested against the examples which that service publishes and replays. */
class ReportsFeedIT {
    private static final Path EXAMPLES = Path.of("..", "indicator-service", "contract", "examples");
    private static final int LAST = 10;

    @Test
    void periodsAndReportsArriveByTheFeedAndAreForgottenWithIt() throws IOException {
        var indicator = new WireMockServer(
                options().dynamicPort().bindAddress("127.0.0.1").globalTemplating(true));
        indicator.start();
        try (var examples = Files.list(EXAMPLES)) {
            for (var example : examples.toList()) {
                indicator.addStubMapping(StubMapping.buildFrom(Files.readString(example)));
            }
            try (var service = ServiceUnderTest.start(
                    ClusterService.class,
                    Map.of("spring.http.serviceclient.indicator-service.base-url", indicator.baseUrl()))) {
                var jdbc = service.bean(JdbcClient.class);
                Eventually.within(
                        Duration.ofSeconds(30),
                        "the last event is applied",
                        () -> jdbc.sql(
                                        "select exists (select from kit.feed_cursor where source = 'indicator' and position = :last)")
                                .param("last", LAST)
                                .query(Boolean.class)
                                .single());
                assertThat(jdbc.sql(
                                        "select name || ' ' || to_char(due_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM HH24:MI') from period_copy")
                                .query(String.class)
                                .list())
                        .containsExactly("Báo cáo sáu tháng đầu năm 05/07 17:00");
                assertThat(jdbc.sql("select status from report_copy")
                                .query(String.class)
                                .list())
                        .containsExactly("DRAFT");
                assertThat(jdbc.sql("select count(*) from kit.feed_parked")
                                .query(Long.class)
                                .single())
                        .isZero();
                var handler = service.bean("reportsDue", FeedHandler.class);
                for (var kind : new String[] {"period", "report"}) {
                    handler.forget(
                            kind,
                            jdbc.sql("select id from " + kind + "_copy")
                                    .query(UUID.class)
                                    .single());
                    assertThat(jdbc.sql("select count(*) from " + kind + "_copy")
                                    .query(Long.class)
                                    .single())
                            .isZero();
                }
            }
        } finally {
            indicator.stop();
        }
    }
}
