package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/** Who sits in a council, by which decision, from when until when. */
class CouncilsIT {
    private static final Province PROVINCE = Province.instance();

    private final Api administrator = PROVINCE.administrator();
    private final UUID unit = PROVINCE.unit("Sở có hội đồng", PROVINCE.id);
    private final UUID chair = PROVINCE.person("Lê Thị Chủ Tịch", unit);
    private final UUID member = PROVINCE.person("Trần Văn Ủy Viên", unit);
    private final UUID newcomer = PROVINCE.person("Phạm Thị Mới", unit);

    @Test
    void aDecisionComposesTheCouncilAndEntrustsItsPeopleForItsDays() {
        var council = composed("2026-01-01", seat(chair, "CHAIR"), seat(member, "MEMBER"));

        assertThat(council.path("seats").findValuesAsString("personName"))
                .containsExactly("Lê Thị Chủ Tịch", "Trần Văn Ủy Viên");
        assertThat(council.path("seats").findValuesAsString("entrusted")).containsOnly("true");
        assertThat(held(chair)).containsExactly("COUNCIL_CHAIR 2026-01-01 - ");
        assertThat(held(member)).containsExactly("COUNCIL_MEMBER 2026-01-01 - ");
    }

    @Test
    void theNextDecisionNamesEverybodyAnewAndTheOneBeforeStaysAsItWasOnItsDays() {
        composed("2026-01-01", seat(chair, "CHAIR"), seat(member, "MEMBER"));
        composed("2026-07-01", seat(member, "CHAIR"), seat(newcomer, "MEMBER"));

        assertThat(sittingOn("2026-06-30")).containsExactly("Lê Thị Chủ Tịch", "Trần Văn Ủy Viên");
        assertThat(sittingOn("2026-07-01")).containsExactly("Trần Văn Ủy Viên", "Phạm Thị Mới");
        assertThat(sittingOn("2025-12-31")).isEmpty();
        assertThat(held(chair)).containsExactly("COUNCIL_CHAIR 2026-01-01 - 2026-06-30");
        assertThat(held(member))
                .containsExactlyInAnyOrder("COUNCIL_MEMBER 2026-01-01 - 2026-06-30", "COUNCIL_CHAIR 2026-07-01 - ");
        assertThat(held(newcomer)).containsExactly("COUNCIL_MEMBER 2026-07-01 - ");
    }

    @Test
    void aDecisionFoundLaterIsRecordedBetweenThoseThatAreThere() {
        composed("2025-01-01", seat(chair, "CHAIR"));
        composed("2026-07-01", seat(newcomer, "CHAIR"));
        composed("2026-01-01", seat(member, "CHAIR"));

        assertThat(sittingOn("2025-12-31")).containsExactly("Lê Thị Chủ Tịch");
        assertThat(sittingOn("2026-06-30")).containsExactly("Trần Văn Ủy Viên");
        assertThat(sittingOn("2026-07-01")).containsExactly("Phạm Thị Mới");
        assertThat(held(member)).containsExactly("COUNCIL_CHAIR 2026-01-01 - 2026-06-30");
    }

    @Test
    void aCompositionThatNeverWasIsTakenBackAndTheOneBeforeGoesOn() {
        composed("2026-01-01", seat(chair, "CHAIR"));
        var wrong = composed("2026-07-01", seat(newcomer, "CHAIR"));

        assertThat(withdraw(wrong, 1).status()).isEqualTo(204);

        assertThat(sittingOn("2026-08-01")).containsExactly("Lê Thị Chủ Tịch");
        assertThat(held(chair)).containsExactly("COUNCIL_CHAIR 2026-01-01 - ");
        assertThat(administrator
                        .get("/api/v1/mandates?personId=" + newcomer)
                        .body()
                        .path("items")
                        .path(0)
                        .path("reason")
                        .asString())
                .isEqualTo("nhập nhầm");
        assertThat(administrator
                        .get("/api/v1/councils/" + wrong.path("id").asString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyTheNewestCompositionIsTakenBackByWhoKnowsItAsItIs() {
        var first = composed("2026-01-01", seat(chair, "CHAIR"));
        var second = composed("2026-07-01", seat(member, "CHAIR"));

        assertThat(withdraw(first, 2).status()).isEqualTo(409);
        assertThat(withdraw(second, 7).status()).isEqualTo(412);
    }

    @Test
    void oneChairOneStandingViceChairAndNobodyTwice() {
        assertThat(refusals(seat(member, "MEMBER"))).containsExactly("/seats one-chair");
        assertThat(refusals(seat(chair, "CHAIR"), seat(member, "CHAIR"))).containsExactly("/seats one-chair");
        assertThat(refusals(
                        seat(chair, "CHAIR"),
                        seat(member, "STANDING_VICE_CHAIR"),
                        seat(newcomer, "STANDING_VICE_CHAIR")))
                .containsExactly("/seats one-standing-vice-chair");
        assertThat(refusals(seat(chair, "CHAIR"), seat(chair, "MEMBER"))).containsExactly("/seats/1/personId taken");
        assertThat(refusals(seat(chair, "CHAIR"), seat(UUID.randomUUID(), "MEMBER")))
                .containsExactly("/seats/1/personId not-found");
    }

    @Test
    void aProvincesCouncilHasFourViceChairsAtMost() {
        var five = CouncilWork.newCouncil(PROVINCE.id, "2019-01-01", seat(chair, "CHAIR"));
        var seats = new java.util.ArrayList<Object>(List.of(seat(chair, "CHAIR")));
        for (int i = 0; i < 5; i++) {
            seats.add(seat(PROVINCE.person("Phó Chủ Tịch Thứ " + i, PROVINCE.id), "VICE_CHAIR"));
        }
        five.put("seats", seats);

        var refused = administrator.post("/api/v1/councils", five);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("too-many-vice-chairs", "98/2023/NĐ-CP");
    }

    @Test
    void whoAdministersOrAuditsThePlatformDoesNotSitInACouncil() {
        PROVINCE.mandate(member, PROVINCE.unit("Xã nơi khác", PROVINCE.id), "ADMINISTRATOR", "UNIT");

        assertThat(refusals(seat(chair, "CHAIR"), seat(member, "MEMBER")))
                .containsExactly("/seats/1/personId duties-apart");
        assertThat(held(chair)).isEmpty();
    }

    @Test
    void theSameDecisionSentAgainIsThereAlready() {
        var first = composed("2026-01-01", seat(chair, "CHAIR"));

        var again = administrator.post(
                "/api/v1/councils", CouncilWork.newCouncil(unit, "2026-01-01", seat(member, "CHAIR")));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("existingId").asString())
                .isEqualTo(first.path("id").asString());
        assertThat(held(member)).isEmpty();
    }

    @Test
    void theDatabaseItselfKeepsCompositionsApartAndWhole() throws SQLException {
        composed("2026-01-01", seat(chair, "CHAIR"));
        try (var connection = PROVINCE.service.database().asApp();
                var statement = connection.createStatement()) {
            var insert =
                    "insert into council (unit_id, decision_number, decided_on, during) values ('%s', '1', '2026-01-01', ";
            assertThatThrownBy(() -> statement.executeUpdate(insert.formatted(unit) + "'[2026-05-01,2026-06-01)')"))
                    .hasMessageContaining("council_one");
            assertThatThrownBy(() -> statement.executeUpdate(insert.formatted(unit) + "'[2025-05-01,2025-06-01)')"))
                    .hasMessageContaining("without a chair");
        }
    }

    private static Map<String, Object> seat(UUID person, String office) {
        return CouncilWork.seat(person, office);
    }

    private JsonNode composed(String from, Object... seats) {
        return Draft.ok(administrator.post("/api/v1/councils", CouncilWork.newCouncil(unit, from, seats)))
                .body();
    }

    private List<String> refusals(Object... seats) {
        var refused = administrator.post("/api/v1/councils", CouncilWork.newCouncil(unit, "2026-01-01", seats));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        return refused.body()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .toList();
    }

    private Api.Answer withdraw(JsonNode council, int version) {
        return administrator
                .with("If-Match", "\"" + version + "\"")
                .post(
                        "/api/v1/councils/" + council.path("id").asString() + "/withdrawal",
                        Map.of("reason", "nhập nhầm"));
    }

    private List<String> sittingOn(String day) {
        return administrator
                .get("/api/v1/councils?unitId=" + unit + "&on=" + day)
                .body()
                .path("items")
                .findValuesAsString("personName");
    }

    /** Mandates that stand, as "role from - to". */
    private List<String> held(UUID person) {
        return administrator
                .get("/api/v1/mandates?personId=" + person)
                .body()
                .path("items")
                .valueStream()
                .filter(mandate -> mandate.path("withdrawnAt").isNull())
                .map(mandate -> mandate.path("role").asString() + " "
                        + mandate.path("validFrom").asString() + " - "
                        + mandate.path("validTo").asString(""))
                .toList();
    }
}
