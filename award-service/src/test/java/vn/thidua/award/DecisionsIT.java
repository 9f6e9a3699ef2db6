package vn.thidua.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.kit.test.Api;

class DecisionsIT {
    private final House house = House.instance();

    @Test
    void aNumberIsGivenOnceByAnAuthorityInAYearHoweverItIsWritten() {
        var number =
                java.util.Objects.requireNonNull(House.number().get("number")).toString();
        var first = house.signed(house.own);
        House.ok(house.clerk().post("/api/v1/decisions/" + first + "/number", Map.of("number", number)));
        var second = house.signed(house.own);
        var taken = house.clerk()
                .post(
                        "/api/v1/decisions/" + second + "/number",
                        Map.of("number", "00" + number.toLowerCase(java.util.Locale.ROOT)));
        assertThat(taken.status()).as(taken.text()).isEqualTo(409);
        assertThat(taken.body().path("detail").asString()).contains("đã được dùng");
        var elsewhere = house.signed(house.other);
        House.ok(house.clerk(house.other).post("/api/v1/decisions/" + elsewhere + "/number", Map.of("number", number)));
    }

    @Test
    void twoClerksWhoNumberTheSameDecisionAtOnceIssueItOnce() throws Exception {
        var decision = house.signed(house.own);
        var statuses = atOnce(
                house.clerk(),
                house.clerk(),
                "/api/v1/decisions/" + decision + "/number",
                House.number(),
                House.number());
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(documentsOf(decision)).isEqualTo(1);
    }

    @Test
    void twoClerksWhoGiveTheSameNumberToTwoDecisionsAtOnceGiveItToOne() throws Exception {
        var number = House.number();
        var first = house.signed(house.own);
        var second = house.signed(house.own);
        var statuses = atOnce(
                () -> house.clerk().post("/api/v1/decisions/" + first + "/number", number),
                () -> house.clerk().post("/api/v1/decisions/" + second + "/number", number));
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(documentsOf(first) + documentsOf(second)).isEqualTo(1);
    }

    @Test
    void anIssueThatIsSentAgainAfterItsAnswerWasLostIssuesOnce() {
        var decision = house.signed(house.own);
        var clerk = house.clerk().with("Idempotency-Key", UUID.randomUUID().toString());
        var number = House.number();
        var first = clerk.post("/api/v1/decisions/" + decision + "/number", number);
        var again = clerk.post("/api/v1/decisions/" + decision + "/number", number);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(documentsOf(decision)).isEqualTo(1);
    }

    @Test
    void aNominationStandsInOneDecision() {
        var nomination = house.advised(house.own);
        var body = House.decision(house.province, List.of(nomination));
        House.created(house.standingOfficer().post("/api/v1/decisions", body));
        var second = house.standingOfficer().post("/api/v1/decisions", body);
        assertThat(second.status()).as(second.text()).isEqualTo(409);
        var refusal = house.standingOfficer()
                .post("/api/v1/nominations/" + nomination + "/refusal", Map.of("reason", "đổi ý"));
        assertThat(refusal.status()).isEqualTo(409);
    }

    @Test
    void oneDecisionHonoursSeveralInTheirOrder() {
        var nominations = List.of(house.advised(house.own), house.advised(house.own));
        var decision = House.created(house.standingOfficer()
                .post("/api/v1/decisions", House.decision(house.province, nominations.reversed())));
        House.ok(house.authority().post("/api/v1/decisions/" + decision + "/signature", House.signature()));
        var issued = house.clerk().post("/api/v1/decisions/" + decision + "/number", House.number());
        assertThat(issued.status()).as(issued.text()).isEqualTo(200);
        assertThat(issued.body().path("nominationIds").path(0).asString())
                .isEqualTo(nominations.getLast().toString());
        assertThat(documentsOf(decision)).isEqualTo(2);
        assertThat(house.standingOfficer()
                        .get("/api/v1/nominations/" + nominations.getFirst())
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("DECIDED");
    }

    @Test
    void aSignatureBeforeTheCouncilMetOrOfTomorrowIsRefused() {
        var decision = house.drafted(house.own);
        for (var day : List.of(House.today().minusDays(2), House.today().plusDays(1))) {
            var refused = house.authority()
                    .post(
                            "/api/v1/decisions/" + decision + "/signature",
                            Map.of("signerName", "A", "signerOffice", "Chủ tịch", "signedOn", day));
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                    .isEqualTo("/signedOn");
        }
    }

    @Test
    void whoSignsAVersionThatWasRewrittenMeanwhileIsToldSo() {
        var decision = house.drafted(house.own);
        var officer = house.standingOfficer();
        var read = officer.get("/api/v1/decisions/" + decision);
        var rewritten = Map.of(
                "title",
                "Đã viết lại",
                "grounds",
                "Căn cứ",
                "nominationIds",
                List.of(read.body().path("nominationIds").path(0).asString()));
        House.ok(officer.put("/api/v1/decisions/" + decision, 1, rewritten));
        var signing = house.authority()
                .with("If-Match", read.header("ETag"))
                .post("/api/v1/decisions/" + decision + "/signature", House.signature());
        assertThat(signing.status()).isEqualTo(412);
    }

    @Test
    void anotherAuthorityDoesNotDecideOnIt() {
        var nomination = house.advised(house.own);
        var refused = house.standingOfficer(house.other)
                .post("/api/v1/decisions", House.decision(house.other.province(), List.of(nomination)));
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("not-of-this-authority");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update decision set title = 'khác' where id = ?",
                "update decision set number = '1/QĐ' where id = ?",
                "delete from decision where id = ?",
                "update decision_nomination set place = 2 where decision_id = ?",
                "delete from decision_nomination where decision_id = ?",
                "update award_document set recipient = 'khác' where decision_id = ?",
                "delete from award_document where decision_id = ?",
                "update honour set award_name = 'khác' where document_id in (select id from award_document where decision_id = ?)",
                "update opinion set votes_for = 0 where nomination_id in (select nomination_id from award_document where decision_id = ?)",
                "update nomination set state = 'DRAFT' where id in (select nomination_id from award_document where decision_id = ?)"
            })
    void whatWasIssuedCannotBeChangedNotEvenByTheDatabasesOwner(String sql) throws SQLException {
        var decision = house.issued(house.own);
        for (var connection : List.of(
                house.service.database().asApp(), house.service.database().asOwner())) {
            try (connection) {
                assertThatThrownBy(() -> execute(connection, sql, decision)).isInstanceOf(SQLException.class);
            }
        }
    }

    private static void execute(Connection connection, String sql, UUID decision) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, decision);
            statement.execute();
        }
    }

    private long documentsOf(UUID decision) {
        return house.service
                .bean(JdbcClient.class)
                .sql("select count(*) from award_document where decision_id = :id")
                .param("id", decision)
                .query(Long.class)
                .single();
    }

    private static List<Integer> atOnce(Api first, Api second, String path, Object body, Object otherBody)
            throws Exception {
        return atOnce(() -> first.post(path, body), () -> second.post(path, otherBody));
    }

    private static List<Integer> atOnce(
            java.util.function.Supplier<Api.Answer> first, java.util.function.Supplier<Api.Answer> second)
            throws Exception {
        var calls = List.of(first, second);
        var barrier = new CyclicBarrier(calls.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, calls.size())
                    .mapToObj(i -> threads.submit(() -> {
                        barrier.await();
                        return calls.get(i).get().status();
                    }))
                    .toList();
            return List.of(running.getFirst().get(), running.getLast().get());
        }
    }
}
