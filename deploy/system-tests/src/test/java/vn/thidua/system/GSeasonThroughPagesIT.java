package vn.thidua.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The season of the README, lived as a newcomer lives it: every act is pressed on a page, only the clock is moved by command. */
class GSeasonThroughPagesIT {
    private static final Platform PLATFORM = Platform.running();
    private static final Browser BROWSER = new Browser();
    private static final List<String> MEMBERS =
            List.of("AB-X01", "AB-X02", "AB-X03", "AB-X04", "AB-X05", "AB-P01", "AB-P02", "AB-P03");
    /** Xã Suối Mây's year, in the order of the README. */
    private static final List<String> YEAR =
            List.of("49,6", "67,4", "3,47", "458", "95,6", "4", "98,4", "69,5", "có", "0", "5", "4");

    private static final String OWN_UNIT = "Xã Suối Mây (minh hoạ)";

    @BeforeAll
    static void fromTheBeginning() {
        PLATFORM.command("reset");
    }

    @AfterAll
    static void backToToday() {
        BROWSER.close();
        PLATFORM.command("clock", "real");
    }

    @Test
    void aNewcomerLivesTheSeasonThroughPages() {
        PLATFORM.command("clock", "2026-01-20T08:00");
        var agency = Hand.of(BROWSER, "canbo.snv");
        var season = agency.season("Khối thi đua các xã, phường số 1", "2026");
        agency.sees("season-due");
        targetsAreFrozenAndTheCompactDrawnUp(agency, season);
        var leader = Hand.of(BROWSER, "lanhdao.khoi");
        everyLeaderSigns(leader, season);

        PLATFORM.command("clock", "2026-12-15T08:00");
        PLATFORM.command("fill");
        FirstReport.typed(BROWSER, "canbo.xa", YEAR);
        FirstReport.handedIn(BROWSER, "lanhdao.xa");
        for (var member : MEMBERS.subList(1, MEMBERS.size())) {
            UnitReport.open(leader, season, member).handedIn();
        }
        UnitReport.open(Hand.of(BROWSER, "thamdinh"), season, "AB-X05").corrected("KX-04", "280", "trùng năm người");
        for (var member : MEMBERS) {
            UnitReport.open(agency, season, member).accepted();
        }
        theSheetExplainsAndRanks(agency, season);

        PLATFORM.command("clock", "2026-12-28T08:00");
        theLeadingUnitIsElected(agency, leader, season);
        PLATFORM.command("clock", "2026-12-30T08:00");
        var nomination = itIsNominated(agency);
        theCouncilAgrees(Hand.of(BROWSER, "hoidong"), nomination);
        var decision = itIsDecided(agency, Hand.of(BROWSER, "chutich"));
        var document = itIsIssued(Hand.of(BROWSER, "vanthu"), decision);
        theDocumentLeadsBackToTheTypedNumber(agency.go(document));
        anybodyMayCheckIt(agency);
    }

    private static void targetsAreFrozenAndTheCompactDrawnUp(Hand agency, String season) {
        agency.press("season-link-targets").press("targets-freeze");
        // Enter in the field is the button's press: let through by the right words, and not by others.
        agency.type("confirm-input", "2025").enter("confirm-input").sees("confirm-button");
        agency.type("confirm-input", "2026").enter("confirm-input").sees("targets-frozen");
        agency.go(season).press("season-tab-compact").press("compact-draft");
        agency.type("compact-title", "Giao ước thi đua năm 2026");
        agency.type("compact-preamble", "Các đơn vị cùng cam kết.");
        // The frozen targets reach the compact's service a moment later; until then it says so and the form stays.
        agency.press("save-button");
        for (int again = 0; again < 10 && stays(agency); again++) {
            agency.press("save-button");
        }
        agency.sees("compact-board");
    }

    private static boolean stays(Hand agency) {
        agency.page()
                .getByTestId("problem-alert")
                .or(agency.page().getByTestId("compact-board"))
                .first()
                .waitFor();
        return agency.at("compact-board").isHidden();
    }

    private static void everyLeaderSigns(Hand leader, String season) {
        leader.go(season + "?tab=compact");
        for (int signed = 1; signed <= MEMBERS.size(); signed++) {
            leader.press("compact-sign");
            leader.at("sign-read").check();
            leader.press("sign-button");
            assertThat(leader.at("sign-button")).isHidden();
            assertThat(leader.page().locator("[data-testid^='signature-'][data-signed='true']"))
                    .hasCount(signed);
        }
        leader.sees("compact-SIGNED").pictured("season-compact");
    }

    private static void theSheetExplainsAndRanks(Hand agency, String season) {
        agency.go(season + "/scoresheet").press("scoresheet-freeze").confirm().sees("sheet-FROZEN");
        agency.choose("score-unit", OWN_UNIT).press("why-2.1");
        assertThat(agency.at("trace-formula")).containsText("9 điểm");
        assertThat(agency.at("score-total")).containsText("103,00");
        agency.pictured("season-score");
        agency.go(season + "/ranking").press("ranking-compute").sees("ranking-PROVISIONAL");
        for (var tied : List.of("AB-X03", "AB-P02")) {
            assertThat(agency.at("ranking-row-" + tied).getByTestId("tied")).isVisible();
        }
        agency.press("ranking-publish")
                .type("confirm-input", "2026")
                .confirm()
                .sees("ranking-PUBLISHED")
                .pictured("season-ranking");
    }

    private static void theLeadingUnitIsElected(Hand agency, Hand leader, String season) {
        agency.go(season).press("season-tab-conferences").follow("conference-row-2026-12-28");
        agency.press("election-create").choose("election-candidates", OWN_UNIT);
        agency.page()
                .locator(".ant-select-dropdown .ant-select-item-option")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Xã Đồng Sen"))
                .first()
                .click();
        agency.save()
                .press("election-opening")
                .press("election-opening-confirm")
                .sees("election-status-OPEN");
        leader.go(agency.path());
        for (int voted = 0; voted < MEMBERS.size(); voted++) {
            leader.press("ballot-open").press(voted < 5 ? "choice-" + OWN_UNIT : "choice-blank");
            leader.press("ballot-next")
                    .press("ballot-confirm")
                    .sees("ballot-receipt")
                    .press("ballot-done");
            assertThat(leader.at("ballot-done")).isHidden();
        }
        agency.press("election-closing").press("election-closing-confirm");
        assertThat(agency.at("elected-unit")).containsText(OWN_UNIT);
        agency.pictured("season-conference");
    }

    private static String itIsNominated(Hand agency) {
        agency.press("nav-awards").press("awards-tab-candidates").choose("candidates-season", "2026");
        agency.sees("candidates").page().getByText("Lập đề nghị").click();
        agency.choose("nomination-award", "Cờ thi đua");
        agency.type("nomination-achievements", "Dẫn đầu Khối năm 2026").save();
        agency.sees("eligibility").press("nomination-submit").sees("save-button");
        for (var number : List.of("2", "3", "4")) {
            agency.type("declaration-" + number, "Đã kiểm tra, đủ điều kiện");
        }
        agency.save().sees("nomination-state-SUBMITTED");
        return agency.path();
    }

    private static void theCouncilAgrees(Hand council, String nomination) {
        council.go(nomination).press("nomination-opinion").type("opinion-minutes", "45/BB-HĐTĐKT");
        assertThat(council.at("opinion-held-on")).hasValue("30/12/2026");
        council.type("opinion-eligible", "9").type("opinion-present", "8");
        council.type("opinion-votesFor", "8").type("opinion-votesAgainst", "0").save();
        council.sees("nomination-state-OPINION_GIVEN").pictured("season-nomination");
    }

    private static String itIsDecided(Hand agency, Hand authority) {
        agency.press("nav-awards").press("awards-tab-decisions").press("decision-create");
        agency.press("decision-unit-picker").page().keyboard().type("an binh");
        agency.press("option-AB").type("decision-title-input", "Quyết định tặng Cờ thi đua năm 2026");
        agency.type("decision-grounds-input", "Theo đề nghị của Hội đồng Thi đua - Khen thưởng tỉnh");
        agency.choose("decision-nominations", OWN_UNIT).save().sees("decision-info");
        authority.go(agency.path()).press("decision-sign").type("signer-office", "Chủ tịch Ủy ban nhân dân tỉnh");
        authority.save().sees("decision-state-SIGNED");
        assertThat(authority.at("decision-date")).containsText("30/12/2026");
        return agency.path();
    }

    private static String itIsIssued(Hand clerk, String decision) {
        clerk.go(decision)
                .press("decision-number")
                .type("decision-number-input", "2026/QĐ-UBND")
                .save();
        clerk.sees("decision-state-ISSUED")
                .pictured("season-decision")
                .page()
                .locator("[data-testid^='document-of-']")
                .first()
                .click();
        return clerk.sees("document-info").path();
    }

    private static void theDocumentLeadsBackToTheTypedNumber(Hand agency) {
        agency.pictured("season-document")
                .sees("trail-decision")
                .sees("trail-election")
                .sees("trail-ranking")
                .press("trail-criterion-1.1");
        agency.press("trace-report").sees("report-grid");
        assertThat(agency.at("cell-KX-01-value")).hasValue("49,6");
        agency.page().goBack();
    }

    private static void anybodyMayCheckIt(Hand agency) {
        var code = agency.at("document-code").innerText();
        var stranger =
                new Hand(BROWSER.open()).go("/check").type("check-input", code).press("check-button");
        stranger.sees("check-valid");
        assertThat(stranger.at("check-recipient")).containsText("Suối Mây");
        assertThat(stranger.at("check-decision")).containsText("2026/QĐ-UBND");
        Browser.picture(stranger.page(), "season-checked");
    }
}
