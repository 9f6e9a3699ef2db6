package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.AuthorisationTable;

class GroupingsIT {
    private static final String PROPOSALS = "/api/v1/clusters/grouping-proposals";
    private final Province province = Province.instance();
    private final UUID organiser = province.unit("Tỉnh chia cụm", province.id);
    private final List<UUID> communes = IntStream.range(0, 7)
            .mapToObj(i -> province.unit("Xã số " + i, organiser))
            .toList();
    private final Api officer = province.person(province.holder(organiser, "STANDING_OFFICER", "SUBTREE"));

    @Test
    void unitsInNoClusterAreProposedInGroupsAndNothingIsWritten() {
        var standing = Competition.cluster(organiser);
        Competition.member(standing, communes.getFirst(), "2025-08-01", null);
        var proposal = proposed(Competition.newGrouping(organiser));
        assertThat(officer.get("/api/v1/clusters?organiserId=" + organiser)
                        .body()
                        .path("items")
                        .findValuesAsString("id"))
                .containsExactly(standing.toString());
        var groups = proposal.path("groups");
        assertThat(groups.size()).isEqualTo(2);
        assertThat(groups.findValuesAsString("unitId"))
                .containsExactlyInAnyOrderElementsOf(
                        communes.subList(1, 7).stream().map(UUID::toString).toList());
        var reason = groups.path(0).path("reason");
        assertThat(reason.path("kind").asString()).isEqualTo("ADMINISTRATION");
        assertThat(reason.path("level").asString()).isEqualTo("COMMUNE");
        assertThat(reason.path("regions").isNull()).isTrue();
        assertThat(proposal.path("sizeIs").isNull()).isTrue();
        assertThat(proposal.path("inTwo").size()).isZero();
    }

    @Test
    void whoIsInAClusterAlreadyIsSaidToBeInTwo() {
        var own = Competition.cluster(organiser);
        var foreign = Competition.cluster(province.unit("Bộ chủ quản", province.id));
        Competition.member(own, communes.getFirst(), "2025-08-01", null);
        Competition.member(foreign, communes.get(1), "2025-08-01", null);
        var wish = Competition.newGrouping(organiser);
        wish.put("whom", "ALL");
        var inTwo = proposed(wish).path("inTwo");
        assertThat(inTwo.valueStream()
                        .map(one -> one.path("unit").path("unitId").asString()))
                .containsExactlyInAnyOrder(
                        communes.get(0).toString(), communes.get(1).toString());
        assertThat(inTwo.valueStream()
                        .filter(one -> one.path("clusters").path(0).path("own").asBoolean())
                        .map(one -> one.path("unit").path("unitId").asString()))
                .containsExactly(communes.getFirst().toString());
    }

    @Test
    void figuresAndRegionsAreTheCallersOwnAndACodeThatNobodyHasIsTold() {
        var wish = Competition.newGrouping(organiser);
        wish.put("min", 2);
        wish.put("max", 3);
        wish.put("by", List.of("REGION", "SIZE"));
        wish.put(
                "known",
                List.of(
                        known(0, 120, "Vùng núi"),
                        known(1, 90, "Vùng núi"),
                        known(2, 15, "Đồng bằng"),
                        known(3, 14, "Đồng bằng"),
                        Map.of("code", "KHONG.CO", "figure", 1)));
        var proposal = proposed(wish);
        assertThat(proposal.path("sizeIs").asString()).isEqualTo("GIVEN");
        assertThat(proposal.path("groups")
                        .valueStream()
                        .map(group ->
                                group.path("reason").path("regions").path(0).asString()))
                .containsExactly("Vùng núi", "Đồng bằng");
        var mountains = proposal.path("groups").path(0);
        assertThat(mountains.path("kind").asString()).isEqualTo("REGIONAL");
        assertThat(mountains.path("reason").path("smallest").asInt()).isEqualTo(90);
        assertThat(mountains.path("reason").path("largest").asInt()).isEqualTo(120);
        assertThat(proposal.path("leftOver").findValuesAsString("why"))
                .containsExactly("SIZE_NOT_KNOWN", "SIZE_NOT_KNOWN", "SIZE_NOT_KNOWN");
        assertThat(proposal.path("unmatched").path(0).asString()).isEqualTo("KHONG.CO");
    }

    @Test
    void withoutFiguresAUnitIsAsLargeAsThereAreUnitsBelowIt() {
        province.unit("Trạm y tế", communes.get(6));
        province.unit("Trường học", communes.get(6));
        var wish = Competition.newGrouping(organiser);
        wish.put("max", 3);
        wish.put("by", List.of("SIZE"));
        wish.put("kind", "ADMINISTRATION");
        var proposal = proposed(wish);
        assertThat(proposal.path("sizeIs").asString()).isEqualTo("SUBORDINATE_UNITS");
        var largest = proposal.path("groups").path(0).path("members").path(0);
        assertThat(largest.path("unitId").asString()).isEqualTo(communes.get(6).toString());
        assertThat(largest.path("size").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsAcceptedBecomesClustersWithTheirMembersAndTheirDecisionAtOnce() {
        var acceptance = Competition.newAcceptance(organiser, List.of(communes.subList(0, 3), communes.subList(3, 7)));
        acceptance.put("decision", Competition.newFounding());
        var accepted = officer.post(PROPOSALS + "/acceptance", acceptance);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(201);
        var founded = accepted.body().path("items").findValuesAsString("id");
        assertThat(founded).hasSize(2);
        assertThat(members(founded.getFirst(), "2026-01-01"))
                .containsExactlyInAnyOrderElementsOf(texts(communes.subList(0, 3)));
        assertThat(members(founded.get(1), "2025-12-31")).isEmpty();
        assertThat(officer.get("/api/v1/clusters/" + founded.getFirst() + "/founding-decision")
                        .body()
                        .path("decision")
                        .path("number")
                        .asString())
                .isEqualTo("1618/QĐ-UBND");
        assertThat(proposed(Competition.newGrouping(organiser)).path("groups").size())
                .as("nobody is free any more")
                .isZero();
    }

    @Test
    void ifOneMemberCannotBeNothingIsFounded() {
        var standing = Competition.cluster(organiser);
        Competition.member(standing, communes.get(3), "2025-08-01", null);
        var before = AuthorisationTable.checksum(province.service.database());
        var refused = officer.post(
                PROPOSALS + "/acceptance",
                Competition.newAcceptance(organiser, List.of(communes.subList(0, 3), communes.subList(3, 6))));
        assertThat(refused.problem()).isEqualTo("member-twice");
        assertThat(refused.body().path("unitId").asString())
                .isEqualTo(communes.get(3).toString());
        assertThat(AuthorisationTable.checksum(province.service.database())).isEqualTo(before);
    }

    @Test
    void whoIsRegroupedLeavesTheOldClusterTheDayBefore() {
        var standing = Competition.cluster(organiser);
        Competition.member(standing, communes.getFirst(), "2025-08-01", null);
        var acceptance = Competition.newAcceptance(organiser, List.of(communes.subList(0, 3)));
        acceptance.put("leaveReason", "chia lại cụm năm 2026");
        var accepted = officer.post(PROPOSALS + "/acceptance", acceptance);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(201);
        var old = officer.get("/api/v1/clusters/" + standing + "/members?asOf=all")
                .body()
                .path("items")
                .path(0);
        assertThat(old.path("to").asString()).isEqualTo("2025-12-31");
        assertThat(old.path("leaveReason").asString()).isEqualTo("chia lại cụm năm 2026");
    }

    @Test
    void aUnitThatWillEndIsAMemberUntilItsEnd() {
        var ending = Competition.ended(organiser, "Xã sắp nhập");
        var accepted =
                officer.post(PROPOSALS + "/acceptance", Competition.newAcceptance(organiser, List.of(List.of(ending))));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(201);
        var cluster = accepted.body().path("items").path(0).path("id").asString();
        assertThat(members(cluster, "2026-03-31")).containsExactly(ending.toString());
        assertThat(members(cluster, "2026-04-01")).isEmpty();
    }

    @Test
    void nobodyIsNamedTwiceAndEveryClusterHasACodeOfItsOwn() {
        var twice = Competition.newAcceptance(organiser, List.of(communes.subList(0, 2), communes.subList(1, 3)));
        assertThat(pointer(officer.post(PROPOSALS + "/acceptance", twice))).isEqualTo("/groups/1/members/0");
        var group = Competition.newGroup(communes.subList(0, 2));
        var other = Competition.newGroup(communes.subList(2, 4));
        other.put("code", group.get("code"));
        var sameCode = Competition.newAcceptance(organiser, List.of());
        sameCode.put("groups", List.of(group, other));
        assertThat(pointer(officer.post(PROPOSALS + "/acceptance", sameCode))).isEqualTo("/groups/1/code");
        var early = Competition.newAcceptance(organiser, List.of(communes.subList(0, 2)));
        early.put("from", "2020-01-01");
        assertThat(pointer(officer.post(PROPOSALS + "/acceptance", early))).isEqualTo("/groups/0/members/0");
        var wish = Competition.newGrouping(organiser);
        wish.put("max", 2);
        assertThat(pointer(officer.post(PROPOSALS, wish))).isEqualTo("/max");
        wish.put("max", 5);
        wish.put("known", List.of(known(0, 1, "A"), known(0, 2, "A")));
        assertThat(pointer(officer.post(PROPOSALS, wish))).isEqualTo("/known/1/code");
    }

    private Map<String, Object> known(int commune, int figure, String region) {
        return Map.of("code", UnitWork.codeOf(communes.get(commune)), "figure", figure, "region", region);
    }

    private JsonNode proposed(Map<String, Object> wish) {
        var answer = officer.post(PROPOSALS, wish);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private List<String> members(String cluster, String day) {
        return officer.get("/api/v1/clusters/" + cluster + "/members?asOf=" + day)
                .body()
                .path("items")
                .findValuesAsString("unitId");
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    private static String pointer(Api.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        return refused.body().path("errors").path(0).path("pointer").asString();
    }
}
