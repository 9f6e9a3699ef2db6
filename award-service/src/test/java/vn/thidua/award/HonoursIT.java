package vn.thidua.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

/** The register: the 2019 decision of Hưng Yên as its source prints it, and what a register must refuse. */
class HonoursIT {
    private final House house = House.instance();
    private final UUID hungYen = house.unit("HY", "Tỉnh Hưng Yên", null);
    private final UUID vanGiang = house.unit("HY-VG", "Huyện Văn Giang", hungYen);
    private final UUID vanLam = house.unit("HY-VL", "Huyện Văn Lâm", hungYen);
    private final Api officer = house.holder(hungYen, "STANDING_OFFICER", "SUBTREE");

    @Test
    void theFlagsOf2019StandInTheRegisterAsPrintedAndWhatIsNotStatedStaysNull() {
        var cluster = house.cluster(hungYen, List.of(vanGiang, vanLam));
        var season = house.season(cluster, hungYen, "RECORDED", null, "");
        for (var recipient : List.of(vanGiang, vanLam)) {
            var flag = House.honour(hungYen);
            flag.put("awardName", "Cờ thi đua");
            flag.put("recipientUnitId", recipient);
            flag.put("recipientText", recipient.equals(vanGiang) ? "huyện Văn Giang" : "huyện Văn Lâm");
            flag.put("givenBy", "UBND tỉnh Hưng Yên");
            flag.put("seasonId", season);
            assertThat(officer.post("/api/v1/honours", flag).status()).isEqualTo(201);
        }
        var merit = House.honour(hungYen);
        merit.put("awardName", "Bằng khen");
        merit.put("recipientText", "Các đơn vị khác của khối (không nêu tên)");
        merit.put("givenBy", "Chủ tịch UBND tỉnh Hưng Yên");
        merit.put("seasonId", season);
        var entered = officer.post("/api/v1/honours", merit);
        assertThat(entered.status()).as(entered.text()).isEqualTo(201);
        assertThat(entered.body().path("decisionNumber").isNull()).isTrue();
        assertThat(entered.body().path("decisionDate").isNull()).isTrue();
        assertThat(entered.body().path("recipientUnitId").isNull()).isTrue();

        var all = officer.get("/api/v1/honours?seasonId=" + season).body().path("items");
        assertThat(all.findValuesAsString("givenBy"))
                .containsExactly("UBND tỉnh Hưng Yên", "UBND tỉnh Hưng Yên", "Chủ tịch UBND tỉnh Hưng Yên");
        assertThat(officer.get("/api/v1/honours?q=van%20giang&seasonId=" + season)
                        .body()
                        .path("items")
                        .findValuesAsString("recipientUnitId"))
                .containsExactly(vanGiang.toString());
    }

    @Test
    void loadingTwiceGivesNoDoubleAndNamesTheFirst() {
        var flag = House.honour(hungYen);
        var first = House.created(officer.post("/api/v1/honours", flag));
        var second = officer.post("/api/v1/honours", flag);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().path("existingId").asString()).isEqualTo(first.toString());
        flag.put("decisionNumber", "1200/QĐ-UBND");
        assertThat(officer.post("/api/v1/honours", flag).status()).isEqualTo(201);
    }

    @Test
    void anHonourSaysWhereItComesFrom() {
        var unsourced = House.honour(hungYen);
        unsourced.put("source", null);
        assertThat(pointer(officer.post("/api/v1/honours", unsourced))).isEqualTo("/source");
        var live = House.honour(hungYen);
        live.put("provenance", "LIVE");
        assertThat(pointer(officer.post("/api/v1/honours", live))).isEqualTo("/provenance");
    }

    @Test
    void aSeasonOrUnitThatIsNotKnownYetIsAConflictToTryAgain() {
        var honour = House.honour(hungYen);
        honour.put("seasonId", UUID.randomUUID());
        assertThat(officer.post("/api/v1/honours", honour).status()).isEqualTo(409);
        var other = House.honour(hungYen);
        other.put("recipientUnitId", UUID.randomUUID());
        assertThat(officer.post("/api/v1/honours", other).status()).isEqualTo(409);
        var award = House.honour(hungYen);
        award.put("awardId", UUID.randomUUID());
        assertThat(pointer(officer.post("/api/v1/honours", award))).isEqualTo("/awardId");
    }

    @Test
    void whatIsHeldAlreadyAnswersAStandardThatAsksForIt() {
        var rule = house.flagRule(house.province);
        rule.put("standard", List.of());
        var before = House.created(house.standingOfficer().post("/api/v1/awards", rule));
        var honour = House.honour(house.province);
        honour.put("awardId", before);
        honour.put("recipientUnitId", house.own.first());
        House.created(house.standingOfficer().post("/api/v1/honours", honour));
        var next = house.flagRule(house.province);
        next.put("standard", List.of(Map.of("type", "HELD_BEFORE", "awardCode", rule.get("code"), "times", 1)));
        var award = House.created(house.standingOfficer().post("/api/v1/awards", next));
        var nomination = house.standingOfficer()
                .post(
                        "/api/v1/nominations",
                        House.nomination(award, house.seasonWithElected(house.own), house.own.first()));
        assertThat(nomination
                        .body()
                        .path("eligibility")
                        .path("findings")
                        .path(0)
                        .path("outcome")
                        .asString())
                .isEqualTo("MET");
    }

    private static String pointer(Api.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        return refused.body().path("errors").path(0).path("pointer").asString();
    }
}
