package vn.thidua.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

class NominationsIT {
    private final House house = House.instance();
    private final Api officer = house.standingOfficer();

    @Test
    void whatIsUnknownHasToBeDeclaredByName() {
        var id = house.nominated(house.own);
        var refused = submit(id, Map.of("declarations", List.of(House.declaration(2, "Vượt chỉ tiêu"))));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("undeclared");
        assertThat(refused.body().path("errors").path(0).path("detail").asString())
                .startsWith("Điều kiện 3");

        var done = submit(id, House.submission(null));
        var declared = done.body().path("eligibility").path("findings").path(2);
        assertThat(declared.path("declaredBy").asString()).isEqualTo("Phạm Thị Lãnh Đạo, Chủ tịch UBND xã");
    }

    @Test
    void anElectionThatWasVoidedTakesNothingFromTheOneThatWasCounted() {
        var cluster = house.cluster(house.own.province(), house.own.communes());
        var season = house.season(cluster, house.own.province(), "ELECTED", "BALLOT");
        house.voided(season, cluster);
        assertThat(candidates(season).path("why").asString()).isEqualTo("NOT_YET_ELECTED");
        house.election(season, cluster, house.own.first());
        house.voided(season, cluster);
        assertThat(candidates(season).path("why").asString()).isEqualTo("ELECTED_BY_BALLOT");
    }

    @Test
    void aRegulationThatDoesNotStateItsRulesIsTakenAsItIs() {
        var cluster = house.cluster(house.own.province(), house.own.communes());
        var season = house.regulationWithoutRules(cluster, house.own.province());
        assertThat(candidates(season).path("why").asString()).isEqualTo("NOT_YET_ELECTED");
    }

    private tools.jackson.databind.JsonNode candidates(UUID season) {
        return officer.get("/api/v1/candidates?seasonId=" + season).body();
    }

    @Test
    void whatIsKnownIsNotDeclared() {
        var declarations =
                List.of(House.declaration(1, "Dẫn đầu"), House.declaration(2, "Vượt"), House.declaration(3, "Không"));
        var refused = submit(house.nominated(house.own), Map.of("declarations", declarations));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/declarations/0/number");
    }

    @Test
    void aUnitThatDoesNotLeadIsHeldBackUnlessTheCouncilIsAskedToDepart() {
        var season = house.seasonWithElected(house.own);
        var second = House.created(
                officer.post("/api/v1/nominations", House.nomination(house.flag(), season, house.communes.get(1))));
        var refused = submit(second, House.submission(null));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("notMet").path(0).asInt()).isEqualTo(1);

        var reason = "Đơn vị được bầu đang bị thanh tra";
        var asked = submit(second, House.submission(reason));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertThat(asked.body().path("eligibility").path("candidate").asString())
                .isEqualTo("NOT_CANDIDATE");
        assertThat(asked.body().path("eligibility").path("departureReason").asString())
                .isEqualTo(reason);

        assertThat(pointer(advise(second, true, false, null))).isEqualTo("/departsFromCandidates");
        assertThat(pointer(advise(second, true, true, null))).isEqualTo("/reason");
        var departed = advise(second, true, true, reason);
        assertThat(departed.status()).as(departed.text()).isEqualTo(200);
        assertThat(departed.body().path("opinion").path("departsFromCandidates").asBoolean())
                .isTrue();
    }

    @Test
    void aCandidateHasNothingToDepartFrom() {
        assertThat(pointer(submit(house.nominated(house.own), House.submission("vì"))))
                .isEqualTo("/departureReason");
    }

    @Test
    void aCouncilThatDisagreesWithTheElectedUnitDepartsAndTheNominationIsRefused() {
        var id = house.submitted(house.own);
        assertThat(pointer(advise(id, false, false, null))).isEqualTo("/departsFromCandidates");
        House.ok(advise(id, false, true, "Có đơn thư tố cáo đang xác minh"));
        var drafting = officer.post("/api/v1/decisions", House.decision(house.province, List.of(id)));
        assertThat(drafting.status()).isEqualTo(422);
        assertThat(drafting.body().path("errors").path(0).path("code").asString())
                .isEqualTo("council-has-not-agreed");
        var refused = officer.post("/api/v1/nominations/" + id + "/refusal", Map.of("reason", "Theo ý kiến Hội đồng"));
        assertThat(refused.body().path("state").asString()).isEqualTo("REFUSED");
    }

    @Test
    void whatANominationWasJudgedByStaysWhenTheRuleIsCorrected() {
        var season = house.seasonWithElected(house.own);
        var rule = house.flagRule(house.province);
        var award = House.created(officer.post("/api/v1/awards", rule));
        var id = House.created(officer.post("/api/v1/nominations", House.nomination(award, season, house.own.first())));
        House.ok(submit(id, House.submission(null)));
        rule.put("standard", List.of(Map.of("type", "RANK_AT_MOST", "rank", 2)));
        rule.put("source", "Bản sửa");
        House.ok(officer.put("/api/v1/awards/" + award, 1, rule));

        var eligibility = officer.get("/api/v1/nominations/" + id).body().path("eligibility");
        assertThat(eligibility.path("awardVersion").asInt()).isEqualTo(1);
        assertThat(eligibility.path("source").asString()).startsWith("Luật 06/2022/QH15");
        assertThat(eligibility.path("verified").asBoolean()).isFalse();
        assertThat(eligibility.path("findings").size()).isEqualTo(3);
        assertThat(officer.get("/api/v1/awards/" + award + "?version=1")
                        .body()
                        .path("standard")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void aDraftShowsHowItStandsNow() {
        var cluster = house.cluster(house.province, house.communes);
        var season = house.season(cluster, house.province, "ELECTED", "BALLOT");
        var id = House.created(
                officer.post("/api/v1/nominations", House.nomination(house.flag(), season, house.own.first())));
        assertThat(firstWhy(id)).isEqualTo("LEADER_NOT_KNOWN_YET");
        house.election(season, cluster, house.own.first());
        assertThat(firstWhy(id)).isEqualTo("LEADS_CLUSTER");
    }

    @Test
    void aUnitIsNominatedOnceForAnAwardAndSeasonAndAgainOnlyAfterARefusal() {
        var award = house.flag();
        var season = house.seasonWithElected(house.own);
        var body = House.nomination(award, season, house.own.first());
        var first = House.created(officer.post("/api/v1/nominations", body));
        var second = officer.post("/api/v1/nominations", body);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().path("existingId").asString()).isEqualTo(first.toString());
        House.ok(submit(first, House.submission(null)));
        House.ok(officer.post("/api/v1/nominations/" + first + "/refusal", Map.of("reason", "Hồ sơ thiếu")));
        assertThat(officer.post("/api/v1/nominations", body).status()).isEqualTo(201);
    }

    @Test
    void onlyAMemberOfTheClusterIsNominatedUnderARuleOfTheSameJurisdiction() {
        var season = house.seasonWithElected(house.own);
        var stranger = house.unit("AB-X99", "Xã Không Thuộc Khối", house.province);
        assertThat(pointer(officer.post("/api/v1/nominations", House.nomination(house.flag(), season, stranger))))
                .isEqualTo("/unitId");
        var foreign = house.flag(house.other);
        assertThat(pointer(officer.post("/api/v1/nominations", House.nomination(foreign, season, house.own.first()))))
                .isEqualTo("/awardId");
    }

    @Test
    void aSeasonEnteredAfterTheFactHasNoNominations() {
        var cluster = house.cluster(house.province, house.communes);
        var season = house.season(cluster, house.province, "RECORDED", null, "");
        var refused = officer.post("/api/v1/nominations", House.nomination(house.flag(), season, house.own.first()));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("detail").asString()).contains("sổ khen thưởng");
    }

    @Test
    void minutesThatDoNotAddUpAreRefused() {
        var id = house.submitted(house.own);
        var opinion = House.opinion(house.province, true, false, null);
        opinion.put("present", 14);
        assertThat(pointer(officer.post("/api/v1/nominations/" + id + "/opinions", opinion)))
                .isEqualTo("/present");
        opinion.put("present", 10);
        assertThat(pointer(officer.post("/api/v1/nominations/" + id + "/opinions", opinion)))
                .isEqualTo("/votesFor");
        opinion.put("present", 11);
        opinion.put("heldOn", House.today().plusDays(1));
        assertThat(pointer(officer.post("/api/v1/nominations/" + id + "/opinions", opinion)))
                .isEqualTo("/heldOn");
    }

    @Test
    void aNeighbourDoesNotSeeTheNomination() {
        var id = house.nominated(house.own);
        var neighbour = house.holder(house.communes.get(1), "UNIT_OFFICER", "UNIT");
        assertThat(neighbour.get("/api/v1/nominations/" + id).status()).isEqualTo(404);
        assertThat(neighbour
                        .get("/api/v1/nominations?unitId=" + house.own.first())
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void aListIsReadPageByPageAndFiltered() {
        var id = house.submitted(house.own);
        var season =
                officer.get("/api/v1/nominations/" + id).body().path("seasonId").asString();
        var page = officer.get("/api/v1/nominations?limit=1&state=SUBMITTED&seasonId=" + season)
                .body();
        assertThat(page.path("items").findValuesAsString("id")).containsExactly(id.toString());
        assertThat(page.path("next").isNull()).isTrue();
        assertThat(officer.get("/api/v1/nominations?after=" + id + "&seasonId=" + season)
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    private String firstWhy(UUID id) {
        var eligibility = officer.get("/api/v1/nominations/" + id).body().path("eligibility");
        return eligibility.path("findings").path(0).path("why").asString();
    }

    private Api.Answer submit(UUID id, Object body) {
        return officer.post("/api/v1/nominations/" + id + "/submission", body);
    }

    private Api.Answer advise(UUID id, boolean agrees, boolean departs, @Nullable String reason) {
        return officer.post(
                "/api/v1/nominations/" + id + "/opinions", House.opinion(house.province, agrees, departs, reason));
    }

    private static String pointer(Api.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        return refused.body().path("errors").path(0).path("pointer").asString();
    }
}
