package vn.thidua.award;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.ServiceUnderTest;
import vn.thidua.kit.test.TestIssuer;

/** This service reads two feeds. One that is silent does not hold the other, and mandates are as fresh as their own. */
class TwoFeedsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID PROVINCE = UUID.randomUUID();
    private static final UUID COMMUNE = UUID.randomUUID();
    private static final UUID CLUSTER = UUID.randomUUID();
    private static final UUID SEASON = UUID.randomUUID();

    private final WireMockServer cluster = started();
    private final WireMockServer indicator = started();

    @AfterEach
    void bothEnd() {
        cluster.stop();
        indicator.stop();
    }

    @Test
    void whatEachBringsArrivesWhateverTheOtherDoes() {
        answers(cluster, "cluster", clusterEvents());
        silent(indicator);
        try (var service = ServiceUnderTest.start(
                AwardService.class,
                Map.of(
                        "spring.http.serviceclient.cluster-service.base-url", cluster.baseUrl(),
                        "spring.http.serviceclient.indicator-service.base-url", indicator.baseUrl()))) {
            var jdbc = service.bean(JdbcClient.class);
            var officer = service.api().as(TestIssuer.instance().person("officer"));
            Eventually.within(
                    PATIENCE, "the season is known", () -> candidates(officer).status() == 200);
            assertThat(candidates(officer).body().path("why").asString()).isEqualTo("NOT_YET_RANKED");
            assertThat(asOf(jdbc, "indicator"))
                    .as("nothing was ever read there")
                    .isNull();
            assertThat(officer.post("/api/v1/honours", House.honour(PROVINCE)).status())
                    .as("mandates are fresh, so writes go on")
                    .isEqualTo(201);

            var ranking = UUID.randomUUID();
            answers(indicator, "indicator", List.of(event("ranking", ranking, ranking(1))));
            Eventually.within(
                    PATIENCE,
                    "the ranking is known",
                    () -> candidates(officer).body().path("why").asString().equals("FIRST_OF_RANKING"));
            assertThat(candidates(officer).body().path("rankingId").asString()).isEqualTo(ranking.toString());

            silent(cluster);
            var stopped = asOf(jdbc, "cluster");
            Eventually.within(PATIENCE, "the indicator feed goes on", () -> {
                var now = asOf(jdbc, "indicator");
                return now != null && stopped != null && now.isAfter(stopped.plusSeconds(10));
            });
            var unit = officer.get("/api/v1/replicas/award/units/" + COMMUNE).body();
            assertThat(Instant.parse(unit.path("asOf").asString()))
                    .as("the unit is as old as the feed that brought it")
                    .isBefore(asOf(jdbc, "indicator"));
            assertThat(jdbc.sql("select count(*) from kit.feed_parked")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private static Api.Answer candidates(Api officer) {
        return officer.get("/api/v1/candidates?seasonId=" + SEASON);
    }

    private static @Nullable Instant asOf(JdbcClient jdbc, String source) {
        return jdbc.sql("select as_of from kit.feed_cursor where source = :source and as_of is not null")
                .param("source", source)
                .query(java.time.OffsetDateTime.class)
                .optional()
                .map(java.time.OffsetDateTime::toInstant)
                .orElse(null);
    }

    /** Takes requests and does not answer them in time. */
    private static void silent(WireMockServer server) {
        server.resetMappings();
        server.stubFor(
                get(urlPathMatching("/api/v1/feeds/.*")).willReturn(aResponse().withFixedDelay(30_000)));
    }

    /** Gives these events to a newcomer, and nothing new afterwards. */
    private static void answers(WireMockServer server, String source, List<Map<String, Object>> events) {
        var epoch = UUID.nameUUIDFromBytes(source.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var numbered = new ArrayList<Map<String, Object>>();
        for (var event : events) {
            var one = new HashMap<>(event);
            one.put("id", epoch + ":" + (numbered.size() + 1));
            one.put("source", "/api/v1/feeds/" + source);
            numbered.add(one);
        }
        var cursor = epoch + ":" + events.size();
        server.resetMappings();
        server.stubFor(get(urlPathMatching("/api/v1/feeds/" + source + "/snapshot"))
                .willReturn(batch(cursor, JSON.writeValueAsString(numbered))));
        server.stubFor(get(urlPathMatching("/api/v1/feeds/" + source))
                .willReturn(batch(cursor, "[]").withFixedDelay(300)));
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder batch(String cursor, String body) {
        return aResponse()
                .withHeader("Content-Type", "application/cloudevents-batch+json")
                .withHeader("Feed-Cursor", cursor)
                .withHeader("Feed-As-Of", "{{now}}")
                .withBody(body);
    }

    private static List<Map<String, Object>> clusterEvents() {
        var person = UUID.randomUUID();
        return List.of(
                event("unit", PROVINCE, unit("AB", "Tỉnh An Bình", null)),
                event("unit", COMMUNE, unit("AB-X01", "Xã Suối Mây", PROVINCE)),
                event("person", person, "{\"subject\":\"officer\"}"),
                event("mandate", UUID.randomUUID(), """
                        {"personId":"%s","clientId":null,"unitId":"%s","scope":"SUBTREE","role":"STANDING_OFFICER",
                         "validFrom":"2020-01-01","validUntil":null,"withdrawnAt":null}
                        """.formatted(person, PROVINCE)),
                event(
                        "cluster",
                        CLUSTER,
                        PublishedEvents.data(
                                "cluster",
                                Map.of(
                                        "organiserId",
                                        PROVINCE,
                                        "members",
                                        List.of(Map.of("unitId", COMMUNE, "from", "2025-07-01"))))),
                event(
                        "season",
                        SEASON,
                        PublishedEvents.data(
                                "season",
                                Map.of(
                                        "clusterId",
                                        CLUSTER,
                                        "organiserId",
                                        PROVINCE,
                                        "regulation",
                                        Map.of(
                                                "candidateRule",
                                                "RANK_1",
                                                "tieRule",
                                                "SHARED",
                                                "status",
                                                "ADOPTED",
                                                "version",
                                                1)))),
                event("conference", UUID.randomUUID(), "{\"notReadHere\":true}"));
    }

    private static String unit(String code, String name, @Nullable UUID parent) {
        return """
                {"code":"%s","states":[{"from":"2020-01-01","until":null,"name":"%s","parentId":%s}]}
                """.formatted(code, name, parent == null ? "null" : "\"" + parent + "\"");
    }

    private static String ranking(int rank) {
        return """
                {"seasonId":"%s","clusterId":"%s","scoresheetId":"%s","status":"PUBLISHED",
                 "rows":[{"unitId":"%s","rank":%d,"points":97.125}]}
                """.formatted(SEASON, CLUSTER, UUID.randomUUID(), COMMUNE, rank);
    }

    private static Map<String, Object> event(String type, UUID id, String data) {
        return event(type, id, JSON.readTree(data));
    }

    private static Map<String, Object> event(String type, UUID id, JsonNode data) {
        var event = new HashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("type", "vn.thidua." + type + ".told");
        event.put("time", "2026-01-05T02:00:00Z");
        event.put("subject", id.toString());
        event.put("datacontenttype", "application/json");
        event.put("aggregatetype", type);
        event.put("aggregateversion", 1);
        event.put("unitid", null);
        event.put("data", data);
        return event;
    }

    private static WireMockServer started() {
        var server = new WireMockServer(
                options().dynamicPort().bindAddress("127.0.0.1").globalTemplating(true));
        server.start();
        return server;
    }
}
