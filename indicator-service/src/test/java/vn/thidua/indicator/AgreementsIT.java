package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.indicator.LivingSeason.ok;
import static vn.thidua.indicator.LivingSeason.row;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/** Before targets are frozen the unit proposes them, those who lead the season agree or send them back, and the organiser's office approves. */
class AgreementsIT {
    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID budget = season.indicator("QUANTITY", "RAISE", 2, false);
    private final UUID jobs = season.indicator("COUNT", "RAISE", 0, false);
    private final String sheet = "/api/v1/targets/" + season.id;
    private final String agreements = sheet + "/agreements";
    private final Api office = season.standing();
    private final Api head = season.leader(season.head);
    private final Api officer = season.officer(season.first);
    private final Api leader = season.leader(season.first);

    @BeforeEach
    void assigned() {
        ok(office.put(sheet, 0, Map.of("rows", rows(100))));
    }

    @Test
    void aUnitProposesTheHeadAgreesTheOfficeApprovesAndEachStepKeepsWhatWasOnTheTable() throws SQLException {
        assertThat(agreement(season.first).path("status").asString()).isEqualTo("DRAFT");
        ok(officer.put(cell(season.first, budget), 1, Map.of("assigned", 100, "registered", 120)));
        var proposed = step(leader, season.first, "proposal", 0, Map.of("note", "theo nghị quyết"));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(200);
        assertThat(proposed.header("ETag")).isEqualTo("\"1\"");
        assertThat(proposed.body().path("turn").asString()).isEqualTo("ABOVE");
        assertThat(ok(step(head, season.first, "consent", 1, Map.of()))
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("NEGOTIATED");
        var approved = ok(approve(office, season.first, 2)).body().path("items").path(0);
        assertThat(approved.path("status").asString()).isEqualTo("APPROVED");
        assertThat(approved.path("byFreezing").asBoolean()).isFalse();
        var steps = steps(officer, season.first);
        assertThat(steps.findValuesAsString("kind")).containsExactly("APPROVED", "AGREED", "PROPOSED");
        var first = steps.path(2);
        assertThat(first.path("note").asString()).isEqualTo("theo nghị quyết");
        assertThat(first.path("role").asString()).isEqualTo("UNIT_LEADER");
        assertThat(first.path("own").asBoolean()).isFalse();
        var tabled = first.path("targets");
        assertThat(tabled).hasSize(2);
        assertThat(registered(tabled)).containsExactly("120");
        assertThat(tabled.findValuesAsString("indicatorId"))
                .containsExactlyInAnyOrder(budget.toString(), jobs.toString());
        assertThat(audited(season.first)).containsExactly("targets.proposed", "targets.agreed", "targets.approved");
        ok(freeze());
        assertThat(agreement(season.first).path("byFreezing").asBoolean()).isFalse();
        assertThat(agreement(season.second).path("byFreezing").asBoolean())
                .as("what a unit never proposed is approved by freezing it as it stands")
                .isTrue();
        assertThat(agreement(season.second).path("status").asString()).isEqualTo("APPROVED");
        assertThat(step(leader, season.first, "proposal", 3, Map.of()).problem())
                .isEqualTo("targets-frozen");
    }

    @Test
    void theUnitProposesNoNumberThatItHasNotSeen() {
        var seen = numbers(season.first);
        assertThat(seen).matches("[0-9a-f]{64}");
        ok(office.put(cell(season.first, budget), 1, Map.of("assigned", 120)));
        var unseen = step(officer, season.first, "proposal", 0, Map.of("targetsSha256", seen));
        assertThat(unseen.status()).as(unseen.text()).isEqualTo(412);
        assertThat(unseen.body().path("detail").asString()).contains("đã thay đổi kể từ lúc anh/chị xem");
        assertThat(unseen.body().path("targetsSha256").asString())
                .isEqualTo(numbers(season.first))
                .isNotEqualTo(seen);
        assertThat(steps(officer, season.first)).isEmpty();
        ok(office.put(cell(season.first, budget), 2, Map.of("assigned", new BigDecimal("100.00"))));
        assertThat(numbers(season.first))
                .as("the same numbers again, however they are typed")
                .isEqualTo(seen);
        assertThat(numbers(season.second))
                .as("the same numbers of another unit")
                .isEqualTo(seen);
        assertThat(officer.with("If-Match", "\"0\"")
                        .post(agreements + "/" + season.first + "/proposal", Map.of())
                        .status())
                .isEqualTo(422);
        ok(step(officer, season.first, "proposal", 0, Map.of("targetsSha256", seen)));
        ok(office.put(cell(season.first, budget), 3, Map.of("assigned", 130)));
        assertThat(step(leader, season.first, "consent", 2, Map.of("targetsSha256", seen))
                        .status())
                .as("nor does it agree to one")
                .isEqualTo(412);
        ok(step(leader, season.first, "consent", 2, Map.of()));
    }

    @Test
    void theUnitDoesNotChangeWhatItProposedUntilItTakesItBack() {
        ok(step(officer, season.first, "proposal", 0, Map.of()));
        var locked = register(officer, season.first, 1, 130);
        assertThat(locked.status()).as(locked.text()).isEqualTo(409);
        assertThat(locked.problem()).isEqualTo("targets-under-agreement");
        assertThat(locked.body().path("agreementStatus").asString()).isEqualTo("PROPOSED");
        assertThat(locked.body().path("since").asString()).isNotEmpty();
        assertThat(locked.body().path("detail").asString()).contains("đang chờ trả lời");
        assertThat(ok(step(leader, season.first, "withdrawal", 1, Map.of()))
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("DRAFT");
        ok(register(officer, season.first, 1, 130));
        ok(step(officer, season.first, "proposal", 2, Map.of()));
        ok(step(office, season.first, "consent", 3, Map.of()));
        assertThat(step(officer, season.first, "withdrawal", 4, Map.of()).problem())
                .as("what is agreed is not taken back")
                .isEqualTo("agreement-status");
        assertThat(register(officer, season.first, 2, 140).body().path("detail").asString())
                .contains("đã thống nhất");
    }

    @Test
    void whatIsSentBackSaysWhyAndIsTheUnitsAgain() {
        ok(step(officer, season.first, "proposal", 0, Map.of()));
        assertThat(step(office, season.first, "return", 1, Map.of("reason", " "))
                        .status())
                .isEqualTo(422);
        ok(step(office, season.first, "return", 1, Map.of("reason", "thấp hơn năm trước")));
        var returned = agreement(season.first);
        assertThat(returned.path("last").asString()).isEqualTo("RETURNED");
        assertThat(returned.path("note").asString()).isEqualTo("thấp hơn năm trước");
        ok(register(officer, season.first, 1, 150));
        ok(step(officer, season.first, "proposal", 2, Map.of()));
        assertThat(registered(steps(office, season.first)))
                .as("only the second proposal had a number")
                .containsExactly("150");
    }

    @Test
    void numbersChangedFromAboveAreTheUnitsToAgreeTo() throws SQLException {
        ok(register(officer, season.first, 1, 120));
        ok(step(officer, season.first, "proposal", 0, Map.of()));
        var seen = 1;
        ok(office.put(cell(season.first, budget), 2, Map.of("assigned", 110, "registered", 120)));
        var changed = agreement(season.first);
        assertThat(changed.path("status").asString()).isEqualTo("PROPOSED");
        assertThat(changed.path("last").asString()).isEqualTo("CHANGED");
        assertThat(changed.path("turn").asString()).isEqualTo("UNIT");
        assertThat(step(officer, season.first, "consent", seen, Map.of()).status())
                .as("he has not seen the change")
                .isEqualTo(412);
        assertThat(audited(season.first)).containsExactly("targets.proposed", "targets.changed-under-agreement");
        assertThat(step(office, season.first, "consent", 2, Map.of()).status()).isEqualTo(403);
        assertThat(officer.put(cell(season.first, budget), 3, Map.of("assigned", 110, "registered", 90))
                        .problem())
                .isEqualTo("targets-under-agreement");
        assertThat(ok(step(leader, season.first, "consent", 2, Map.of()))
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("NEGOTIATED");
    }

    @Test
    void whatWasAgreedFallsBackWhenASheetFromAboveChangesItAndStaysWhenItSaysTheSame() {
        for (var unit : List.of(season.first, season.second)) {
            ok(step(season.officer(unit), unit, "proposal", 0, Map.of()));
            ok(step(office, unit, "consent", 1, Map.of()));
        }
        ok(office.put(sheet, version(), Map.of("rows", rows(100), "replace", true)));
        assertThat(agreement(season.first).path("version").asInt())
                .as("nothing changed")
                .isEqualTo(2);
        var rows = rows(100);
        rows.getFirst().put("assigned", 999);
        rows.removeIf(one -> season.second.equals(one.get("unitId")) && jobs.equals(one.get("indicatorId")));
        ok(head.put(sheet, version(), Map.of("rows", rows, "replace", true)));
        for (var unit : List.of(season.first, season.second)) {
            assertThat(agreement(unit).path("status").asString()).isEqualTo("PROPOSED");
            assertThat(agreement(unit).path("turn").asString()).isEqualTo("UNIT");
        }
        assertThat(steps(office, season.second).path(0).path("targets")).hasSize(1);
        assertThat(agreement(season.head).path("status").asString()).isEqualTo("DRAFT");
        ok(step(officer, season.first, "consent", 3, Map.of()));
        ok(office.put(cell(season.first, budget), 2, Map.of("assigned", 998)));
        assertThat(agreement(season.first).path("status").asString()).isEqualTo("PROPOSED");
    }

    @Test
    void whatIsApprovedNobodyChangesUntilTheOfficeOpensItAgainWithAReason() {
        approved(season.first);
        assertThat(office.put(cell(season.first, budget), 1, Map.of("assigned", 90))
                        .problem())
                .isEqualTo("targets-under-agreement");
        var sheetVersion = version();
        var refused = office.put(sheet, sheetVersion, Map.of("rows", rows(90)));
        assertThat(refused.problem()).isEqualTo("targets-under-agreement");
        assertThat(refused.body().path("unitId").asString()).isEqualTo(season.first.toString());
        var withoutIt = rows(100);
        withoutIt.removeIf(one -> season.first.equals(one.get("unitId")));
        assertThat(office.put(sheet, sheetVersion, Map.of("rows", withoutIt, "replace", true))
                        .problem())
                .isEqualTo("targets-under-agreement");
        assertThat(version()).as("nothing of it was written").isEqualTo(sheetVersion);
        ok(office.put(sheet, sheetVersion, Map.of("rows", rows(100))));
        assertThat(step(head, season.first, "reopening", 3, Map.of("reason", "x"))
                        .status())
                .isEqualTo(403);
        ok(step(office, season.first, "reopening", 3, Map.of("reason", "giao bổ sung")));
        ok(office.put(cell(season.first, budget), 1, Map.of("assigned", 90)));
    }

    @Test
    void theHeadCompetesAndSoNeitherApprovesNorAnswersItself() {
        ok(step(officer, season.first, "proposal", 0, Map.of()));
        ok(step(head, season.first, "consent", 1, Map.of()));
        assertThat(approve(head, season.first, 2).status()).isEqualTo(403);
        ok(step(head, season.head, "proposal", 0, Map.of()));
        var another = season.officer(season.head);
        assertThat(step(another, season.head, "consent", 1, Map.of()).status()).isEqualTo(403);
        assertThat(step(another, season.head, "return", 1, Map.of("reason", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(another.put(cell(season.head, budget), 1, Map.of("assigned", 1))
                        .problem())
                .as("nor does it change its own numbers under its proposal")
                .isEqualTo("targets-under-agreement");
        assertThat(another.put(sheet, version(), Map.of("rows", List.of(row(season.head, budget, 1, null, null))))
                        .problem())
                .isEqualTo("targets-under-agreement");
        ok(step(office, season.head, "consent", 1, Map.of()));
        ok(approve(office, season.head, 2));
    }

    @Test
    void strangersSeeNothingAndOthersMoveNothing() {
        ok(step(officer, season.first, "proposal", 0, Map.of()));
        var stranger = season.officer(LivingSeason.unit(catalogue));
        assertThat(stranger.get(agreements).status()).isEqualTo(404);
        assertThat(stranger.get(agreements + "/" + season.first + "/steps").status())
                .isEqualTo(404);
        assertThat(step(stranger, season.first, "consent", 1, Map.of()).status())
                .isEqualTo(404);
        var other = season.leader(season.second);
        assertThat(steps(other, season.first)).hasSize(1);
        assertThat(step(other, season.first, "withdrawal", 1, Map.of()).status())
                .isEqualTo(403);
        assertThat(step(other, season.first, "consent", 1, Map.of()).status()).isEqualTo(403);
        assertThat(step(other, season.first, "return", 1, Map.of("reason", "x")).status())
                .isEqualTo(403);
        assertThat(step(office, season.second, "proposal", 0, Map.of()).status())
                .as("nobody proposes for a unit but its own people")
                .isEqualTo(403);
        assertThat(step(leader, season.first, "consent", 1, Map.of()).status()).isEqualTo(403);
        assertThat(approve(leader, season.first, 1).status()).isEqualTo(403);
    }

    @Test
    void manyAreApprovedAtOnceOrNoneIs() {
        for (var unit : List.of(season.first, season.second)) {
            ok(step(season.leader(unit), unit, "proposal", 0, Map.of()));
        }
        ok(step(office, season.first, "consent", 1, Map.of()));
        var both = Map.of("units", List.of(seen(season.first, 2), seen(season.second, 2)));
        var outdated = office.post(agreements + "/approvals", both);
        assertThat(outdated.status()).isEqualTo(412);
        assertThat(outdated.body().path("unitIds").toString()).contains(season.second.toString());
        var early = office.post(
                agreements + "/approvals", Map.of("units", List.of(seen(season.first, 2), seen(season.second, 1))));
        assertThat(early.problem()).isEqualTo("agreement-status");
        assertThat(agreement(season.first).path("status").asString()).isEqualTo("NEGOTIATED");
        ok(step(office, season.second, "consent", 1, Map.of()));
        assertThat(office.post(
                                agreements + "/approvals",
                                Map.of("units", List.of(seen(season.first, 2), seen(season.first, 2))))
                        .status())
                .isEqualTo(422);
        assertThat(ok(office.post(agreements + "/approvals", both)).body().findValuesAsString("status"))
                .containsExactly("APPROVED", "APPROVED");
    }

    @Test
    void nothingIsFrozenWhileSomethingIsStillBeingAgreed() {
        ok(step(officer, season.first, "proposal", 0, Map.of()));
        ok(step(season.leader(season.second), season.second, "proposal", 0, Map.of()));
        ok(step(office, season.second, "consent", 1, Map.of()));
        var refused = freeze();
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("agreements-open");
        assertThat(refused.body().path("unitIds")).hasSize(2);
        ok(step(office, season.first, "return", 1, Map.of("reason", "chốt như đã giao")));
        ok(approve(office, season.second, 2));
        ok(freeze());
        var first = agreement(season.first);
        assertThat(first.path("byFreezing").asBoolean()).isTrue();
        assertThat(first.path("note").asString()).isEqualTo("chốt như đã giao");
        assertThat(step(officer, season.first, "proposal", 2, Map.of()).problem())
                .isEqualTo("targets-frozen");
        var amended = season.officer(season.second)
                .post(
                        sheet + "/amendments",
                        Map.of(
                                "unitId",
                                season.second,
                                "indicatorId",
                                budget,
                                "assigned",
                                100,
                                "registered",
                                80,
                                "reason",
                                "bão"));
        assertThat(amended.status()).as(amended.text()).isEqualTo(201);
        ok(office.post(sheet + "/amendments/" + amended.id() + "/approval", null));
    }

    @Test
    void aUnitWithoutTargetsHasNothingToPropose() {
        var rows = rows(100);
        rows.removeIf(one -> season.first.equals(one.get("unitId")));
        ok(office.put(sheet, version(), Map.of("rows", rows, "replace", true)));
        assertThat(step(officer, season.first, "proposal", 0, Map.of()).status())
                .isEqualTo(409);
        assertThat(step(officer, season.first, "proposal", 3, Map.of()).status())
                .isEqualTo(412);
    }

    @Test
    void theDatabaseItselfKeepsWhatIsAgreedAndTheOrderOfTheSteps() throws SQLException {
        approved(season.first);
        ok(step(season.leader(season.second), season.second, "proposal", 0, Map.of()));
        try (var connection = catalogue.service.database().asApp();
                var statement = connection.createStatement()) {
            var ofFirst = " where season_id = '%s' and unit_id = '%s'".formatted(season.id, season.first);
            assertThatThrownBy(() -> statement.executeUpdate("update target set assigned = 1" + ofFirst))
                    .hasMessageContaining("agreed");
            assertThatThrownBy(() -> statement.executeUpdate("delete from target" + ofFirst))
                    .hasMessageContaining("agreed");
            assertThatThrownBy(
                            () -> statement.executeUpdate("update target_agreement_step set kind = 'AGREED'" + ofFirst))
                    .hasMessageContaining("permission denied");
            for (var wrong :
                    List.of("4, 'PROPOSED'", "5, 'REOPENED'", "3, 'REOPENED'", "4, 'RETURNED'", "4, 'CHANGED'")) {
                assertThatThrownBy(() -> statement.executeUpdate(
                                """
                                insert into target_agreement_step (season_id, unit_id, version, kind, note, targets, actor_kind, actor, mandate_id)
                                values ('%s', '%s', %s, 'x', '[]', 'PERSON', 'x', '%s')
                                """.formatted(season.id, season.first, wrong, UUID.randomUUID())))
                        .as(wrong)
                        .hasMessageContaining("does not follow");
            }
            assertThatThrownBy(() -> statement.executeUpdate("""
                            update target_sheet set frozen_at = now(), frozen_by = 'x', text = '', edition = 1,
                                   sha256 = encode(sha256(''), 'hex') where season_id = '%s'
                            """.formatted(season.id)))
                    .hasMessageContaining("still being agreed");
        }
    }

    @Test
    void whoWritesWhileAnotherProposesIsRefusedOrTheOtherLooksAgain() throws Exception {
        for (int round = 0; round < 8; round++) {
            var version = target(season.first).path("version").asLong();
            var agreed = agreement(season.first).path("version").asLong();
            var number = 200 + round;
            var shown = numbers(season.first);
            var answers = atOnce(
                    () -> register(officer, season.first, version, number),
                    () -> step(leader, season.first, "proposal", agreed, Map.of("targetsSha256", shown)));
            var wrote = answers.get(0).status() == 200;
            assertThat(answers.get(0).status()).isIn(200, 409);
            assertThat(answers.get(1).status()).as("round " + round).isEqualTo(wrote ? 412 : 200);
            if (wrote) {
                ok(step(leader, season.first, "proposal", agreed, Map.of()));
            }
            var stands = target(season.first).path("registered");
            var tabled = steps(office, season.first)
                    .path(0)
                    .path("targets")
                    .valueStream()
                    .filter(one -> one.path("indicatorId").asString().equals(budget.toString()))
                    .findFirst()
                    .orElseThrow()
                    .path("registered");
            assertThat(stands.toString()).as("round " + round).isEqualTo(tabled.toString());
            assertThat(stands.toString().equals(String.valueOf(number))).isEqualTo(wrote);
            ok(step(officer, season.first, "withdrawal", agreed + 1, Map.of()));
        }
    }

    @Test
    void whoProposesWhileAnotherFreezesOrTwoAnswerAtOnceOnlyOneOfThemSucceeds() throws Exception {
        ok(step(season.leader(season.second), season.second, "proposal", 0, Map.of()));
        var answered = atOnce(
                () -> step(office, season.second, "consent", 1, Map.of()),
                () -> step(head, season.second, "return", 1, Map.of("reason", "thấp")));
        assertThat(answered.stream().map(Api.Answer::status)).containsExactlyInAnyOrder(200, 412);
        if (answered.getFirst().status() == 200) {
            ok(approve(office, season.second, 2));
        }
        var raced = atOnce(() -> step(officer, season.first, "proposal", 0, Map.of()), this::freeze);
        assertThat(raced.stream().map(Api.Answer::status)).containsExactlyInAnyOrder(200, 409);
        assertThat(raced.getLast().status() == 200)
                .isEqualTo(!office.get(sheet).body().path("frozenAt").isNull());
    }

    private static List<Api.Answer> atOnce(Callable<Api.Answer> one, Callable<Api.Answer> other) throws Exception {
        var barrier = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = new ArrayList<java.util.concurrent.Future<Api.Answer>>();
            for (var task : List.of(one, other)) {
                running.add(threads.submit(() -> {
                    barrier.await();
                    return task.call();
                }));
            }
            return List.of(running.get(0).get(), running.get(1).get());
        }
    }

    /** What was done about that unit's agreement, in order. */
    private List<String> audited(UUID unit) throws SQLException {
        try (var connection = catalogue.service.database().asSuperuser();
                var statement = connection.prepareStatement("""
                        select action from kit.audit
                        where aggregate_id = ? and unit_id = ? and action <> 'target.written' order by id
                        """)) {
            statement.setObject(1, season.id);
            statement.setObject(2, unit);
            var rows = statement.executeQuery();
            var actions = new ArrayList<String>();
            while (rows.next()) {
                actions.add(rows.getString(1));
            }
            return actions;
        }
    }

    private void approved(UUID unit) {
        ok(step(season.leader(unit), unit, "proposal", 0, Map.of()));
        ok(step(office, unit, "consent", 1, Map.of()));
        ok(approve(office, unit, 2));
    }

    private List<Map<String, @Nullable Object>> rows(Object assigned) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var unit : List.of(season.first, season.second, season.head)) {
            rows.add(row(unit, budget, assigned, null, null));
            rows.add(row(unit, jobs, 10, null, null));
        }
        return rows;
    }

    private long version() {
        return office.get(sheet).body().path("version").asLong();
    }

    private String cell(UUID unit, UUID indicator) {
        return sheet + "/" + unit + "/" + indicator;
    }

    private Api.Answer register(Api by, UUID unit, long version, int registered) {
        return by.put(cell(unit, budget), version, Map.of("assigned", 100, "registered", registered));
    }

    private JsonNode target(UUID unit) {
        return office.get("/api/v1/targets?seasonId=" + season.id + "&unitId=" + unit)
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("indicatorId").asString().equals(budget.toString()))
                .findFirst()
                .orElseThrow();
    }

    /** A step about the numbers as they stand, where nothing else is said. */
    private Api.Answer step(Api by, UUID unit, String step, long version, Map<String, ?> more) {
        var said = new HashMap<String, Object>(more);
        if (step.equals("proposal") || step.equals("consent")) {
            said.putIfAbsent("targetsSha256", numbers(unit));
        }
        return by.with("If-Match", "\"" + version + "\"").post(agreements + "/" + unit + "/" + step, said);
    }

    private String numbers(UUID unit) {
        return agreement(unit).path("targetsSha256").asString();
    }

    private Api.Answer approve(Api by, UUID unit, long version) {
        return by.post(agreements + "/approvals", Map.of("units", List.of(seen(unit, version))));
    }

    private static Map<String, Object> seen(UUID unit, long version) {
        return Map.of("unitId", unit, "version", version);
    }

    private static List<String> registered(JsonNode tabled) {
        return tabled.findValues("registered").stream()
                .filter(one -> !one.isNull())
                .map(JsonNode::toString)
                .toList();
    }

    private JsonNode agreement(UUID unit) {
        return ok(office.get(agreements))
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("unitId").asString().equals(unit.toString()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode steps(Api by, UUID unit) {
        return ok(by.get(agreements + "/" + unit + "/steps")).body().path("items");
    }

    private Api.Answer freeze() {
        return office.post(sheet + "/freeze", null);
    }
}
