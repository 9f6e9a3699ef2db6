package vn.thidua.cluster;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.ServiceUnderTest;

/** This service as a consumer of indicator-service: the targets that were frozen there are what is signed here. */
class TargetsFeedIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FEED = "/api/v1/feeds/indicator";
    private static final String EPOCH = "7a1c8a52-6c0e-4a57-9c0e-2f5a3d1b7e10";
    private static final String FIRST = "01890000-0000-7000-8000-000000000101";
    private static final String SECOND = "01890000-0000-7000-8000-000000000102";
    private static final String TAMPERED = "01890000-0000-7000-8000-000000000103";
    private static final String EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String ABC_SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void frozenTargetsArriveByTheFeedAndATextThatIsNotTheOneHashedIsSetAside() {
        var indicator = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        indicator.start();
        try {
            indicator.stubFor(answer(
                    get(urlPathEqualTo(FEED + "/snapshot")),
                    2,
                    List.of(event(1, FIRST, "abc", ABC_SHA256), otherEvent(2))));
            indicator.stubFor(answer(
                    get(urlPathEqualTo(FEED)).withQueryParam("lastEventId", equalTo(EPOCH + ":2")),
                    4,
                    List.of(event(3, TAMPERED, "abd", ABC_SHA256), event(4, SECOND, "", EMPTY_SHA256))));
            indicator.stubFor(answer(
                    get(urlPathEqualTo(FEED)).withQueryParam("lastEventId", equalTo(EPOCH + ":4")), 4, List.of()));
            try (var service = ServiceUnderTest.start(
                    ClusterService.class,
                    Map.of("spring.http.serviceclient.indicator-service.base-url", indicator.baseUrl()))) {
                var jdbc = service.bean(JdbcClient.class);
                Eventually.within(
                        Duration.ofSeconds(20),
                        "the last event is applied",
                        () -> jdbc.sql(
                                        "select exists (select from kit.feed_cursor where source = 'indicator' and position = 4)")
                                .query(Boolean.class)
                                .single());
                assertThat(jdbc.sql("select season_id || ' ' || text from season_targets order by season_id")
                                .query(String.class)
                                .list())
                        .containsExactly(FIRST + " abc", SECOND + " ");
                assertThat(jdbc.sql("select aggregate_id from kit.feed_parked")
                                .query(String.class)
                                .list())
                        .containsExactly(TAMPERED);
            }
        } finally {
            indicator.stop();
        }
    }

    @Test
    void whatARestoredSourceNoLongerKnowsIsForgotten() {
        var indicator = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        indicator.start();
        try {
            indicator.stubFor(answer(
                    get(urlPathEqualTo(FEED + "/snapshot")),
                    2,
                    List.of(event(1, FIRST, "abc", ABC_SHA256), event(2, SECOND, "", EMPTY_SHA256))));
            indicator.stubFor(get(urlPathEqualTo(FEED)).willReturn(aResponse().withStatus(410)));
            try (var service = ServiceUnderTest.start(
                    ClusterService.class,
                    Map.of("spring.http.serviceclient.indicator-service.base-url", indicator.baseUrl()))) {
                var jdbc = service.bean(JdbcClient.class);
                Eventually.within(Duration.ofSeconds(20), "both are known", () -> known(jdbc) == 2);
                var renewed = EPOCH.replace('7', '8');
                indicator.stubFor(answer(
                        get(urlPathEqualTo(FEED + "/snapshot")),
                        renewed,
                        1,
                        List.of(event(renewed, 1, FIRST, "abc", ABC_SHA256))));
                Eventually.within(Duration.ofSeconds(20), "one is left", () -> known(jdbc) == 1);
                assertThat(jdbc.sql("select season_id from season_targets")
                                .query(String.class)
                                .single())
                        .isEqualTo(FIRST);
            }
        } finally {
            indicator.stop();
        }
    }

    private static long known(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from season_targets").query(Long.class).single();
    }

    private static MappingBuilder answer(MappingBuilder request, int cursor, List<Map<String, Object>> events) {
        return answer(request, EPOCH, cursor, events);
    }

    private static MappingBuilder answer(
            MappingBuilder request, String epoch, int cursor, List<Map<String, Object>> events) {
        return request.willReturn(aResponse()
                .withHeader("Content-Type", "application/cloudevents-batch+json")
                .withHeader("Feed-Cursor", epoch + ":" + cursor)
                .withHeader("Feed-As-Of", Instant.now().toString())
                .withBody(JSON.writeValueAsString(events)));
    }

    private static Map<String, Object> event(int position, String season, String text, String sha256) {
        return event(EPOCH, position, season, text, sha256);
    }

    private static Map<String, Object> event(String epoch, int position, String season, String text, String sha256) {
        return cloudEvent(
                epoch,
                position,
                season,
                "targets",
                Map.of("seasonId", season, "text", text, "sha256", sha256, "frozenAt", "2026-02-01T02:00:00Z"));
    }

    /** Something of that service that is no matter of this one. */
    private static Map<String, Object> otherEvent(int position) {
        return cloudEvent(
                EPOCH, position, "01890000-0000-7000-8000-000000000104", "ranking", Map.of("status", "DRAFT"));
    }

    private static Map<String, Object> cloudEvent(
            String epoch, int position, String subject, String aggregate, Map<String, Object> data) {
        return Map.ofEntries(
                Map.entry("specversion", "1.0"),
                Map.entry("id", epoch + ":" + position),
                Map.entry("source", FEED),
                Map.entry("type", "vn.thidua." + aggregate + ".changed"),
                Map.entry("time", "2026-02-01T02:00:00Z"),
                Map.entry("subject", subject),
                Map.entry("datacontenttype", "application/json"),
                Map.entry("aggregatetype", aggregate),
                Map.entry("aggregateversion", 1),
                Map.entry("unitid", "01890000-0000-7000-8000-000000000001"),
                Map.entry("data", data));
    }
}
