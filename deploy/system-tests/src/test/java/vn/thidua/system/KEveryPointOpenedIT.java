package vn.thidua.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two seasons scored on the pages, and every point of every member of the published ranking opened down to the number it rests on: the
 * living block's to the one that its people typed into its cell, with everyone who touched it, Hà Giang's of 2019 to the words of its
 * document.
 */
class KEveryPointOpenedIT {
    private static final Platform PLATFORM = Platform.running();
    private static final Browser BROWSER = new Browser();
    private static final Pattern RANKED = Pattern.compile("^ranking-row-.*");
    /** What document 004 prints of each member, by criterion; of everything else of group I it prints nothing. */
    private static final Map<String, Map<String, String>> PRINTED = Map.of(
            "Thành phố Hà Giang", Map.of("1.1", "124%", "1.2", "105%", "1.3", "115%", "1.4", "115,3%"),
            "Huyện Vị Xuyên", Map.of("1.1", "103%", "1.2", "105%", "1.3", "113%", "1.4", "138,7%"),
            "Huyện Bắc Quang", Map.of("1.4", "114,4%", "1.5", "49/35 tiêu chí"),
            "Huyện Quang Bình", Map.of("1.3", "125%", "1.4", "153,3%", "1.5", "18/17 tiêu chí"),
            "Huyện Bắc Mê", Map.of("1.1", "102%"));
    /** How many movements it names that the member launched; none of Bắc Mê. */
    private static final Map<String, Integer> MOVEMENTS =
            Map.of("Thành phố Hà Giang", 2, "Huyện Vị Xuyên", 5, "Huyện Bắc Quang", 1, "Huyện Quang Bình", 1);

    private static final List<String> UNSTATED = List.of("2.2", "2.3", "2.4", "2.5");

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
    void everyPointOfTheLivingBlockOpensDownToTheTypedNumber() {
        PLATFORM.command("clock", "2026-01-20T08:00");
        var agency = Hand.of(BROWSER, "hoidong");
        var season = agency.season("Khối thi đua các xã, phường số 1", "2026");
        agency.freezesTargets(season, "2026");
        PLATFORM.command("clock", "2026-12-15T08:00");
        var officer = Hand.of(BROWSER, "canbo.xa");
        LivingYear.reported(BROWSER, officer, season);
        LivingYear.verifiedAndAccepted(Hand.of(BROWSER, "thamdinh"), agency, season);

        agency.go(season + "/scoresheet").press("scoresheet-freeze").confirm().sees("sheet-FROZEN");
        theUnitScoresItself(officer, season);
        var ranked = ranked(agency, season, "2026");
        assertThat(ranked).hasSize(LivingYear.MEMBERS.size());

        int opened = 0;
        agency.go(season + "/scoresheet");
        for (var member : ranked.entrySet()) {
            var score = OpenedScore.of(agency, member.getKey());
            assertThat(score.total()).as(member.getKey()).isEqualByComparingTo(member.getValue());
            assertThat(score.sum()).as("the parts of %s", member.getKey()).isEqualByComparingTo(score.total());
            for (var code : score.criteria()) {
                theTypedNumberIsThere(score, code);
                opened++;
            }
        }
        assertThat(opened).isEqualTo(8 * 12);
        aPointLeadsToItsCellAndBack(agency);
    }

    /** Types its own points down the page, one below the other. */
    private static void theUnitScoresItself(Hand officer, String season) {
        officer.go(season + "/scoresheet");
        OpenedScore.of(officer, "Xã Suối Mây");
        officer.press("self-1.1");
        for (var points : List.of("15", "10", "10", "10", "10", "8", "5", "10", "7", "5", "10", "5")) {
            officer.page().keyboard().type(points);
            officer.page().keyboard().press("Enter");
        }
        assertThat(officer.at("score-self-total")).containsText("105");
    }

    /** The rule, the formula, the number that counted, and in the cell's history who typed it and who found otherwise. */
    private static void theTypedNumberIsThere(OpenedScore score, String code) {
        var line = score.why(code);
        assertThat(line.getByTestId("trace-formula")).not().isEmpty();
        if (line.getByTestId("trace-entries").count() == 0) {
            line.getByTestId("trace-history").click();
        }
        var counted = line.getByTestId("trace-input-value").innerText();
        var reported = line.getByTestId("trace-input-reported");
        var shown = reported.count() == 0 ? counted : reported.innerText();
        var typed = line.getByTestId("history-REVISION").first();
        assertThat(typed.locator("strong")).hasText(shown);
        assertThat(typed).containsText(score.unitName());
        assertThat(OpenedScore.number(shown))
                .as("typed for %s, %s", score.unitName(), code)
                .isEqualByComparingTo(LivingYear.typed(score.unitName(), code));
        if (reported.count() > 0) {
            var verification = line.getByTestId("history-VERIFICATION").first();
            assertThat(verification).containsText(counted);
            assertThat(verification).containsText("Kho bạc xác nhận");
            assertThat(line.getByTestId("trace-entries").locator("a").first()).isVisible();
        }
    }

    private static void aPointLeadsToItsCellAndBack(Hand agency) {
        OpenedScore.of(agency, "Xã Suối Mây");
        var reported = agency.page().getByTestId("criterion-1.1").getByTestId("trace-input-reported");
        var typed = reported.innerText();
        agency.page().getByTestId("criterion-1.1").getByTestId("trace-report").click();
        agency.sees("report-grid").sees("cell-history");
        assertThat(agency.at("cell-KX-01-value")).hasValue(typed);
        agency.page().goBack();
        assertThat(agency.page().getByTestId("criterion-1.1").getByTestId("trace-formula"))
                .isVisible();
        agency.pictured("every-point-living");
    }

    @Test
    void everyPointOfHaGiangOpensDownToTheWordsOfItsDocument() {
        var officer = Hand.of(BROWSER, "canbo.hagiang");
        var season = officer.season("vùng động lực", "2019");
        officer.go(season + "/scoresheet").sees("provenance-INVENTED").press("scoresheet-freeze");
        officer.confirm().sees("sheet-FROZEN");
        whatOnlyWordsStateIsAssessedByHand(officer);
        var ranked = ranked(officer, season, "2019");
        assertThat(ranked.keySet()).containsExactlyInAnyOrderElementsOf(PRINTED.keySet());
        officer.sees("provenance-INVENTED").pictured("every-point-ha-giang-ranking");

        int opened = 0;
        officer.go(season + "/scoresheet");
        for (var member : ranked.entrySet()) {
            var score = OpenedScore.of(officer, member.getKey());
            assertThat(score.total()).as(member.getKey()).isEqualByComparingTo(member.getValue());
            assertThat(score.sum()).as("the parts of %s", member.getKey()).isEqualByComparingTo(score.total());
            for (var code : score.criteria()) {
                theDocumentIsThere(score, code);
                opened++;
            }
        }
        assertThat(opened).isEqualTo(5 * 11);
        officer.pictured("every-point-ha-giang");
    }

    /** "Các huyện đều đạt" and the movements it names are no numbers of its own; they are entered with the reason. */
    private static void whatOnlyWordsStateIsAssessedByHand(Hand officer) {
        officer.press("scoresheet-assess").sees("assess-table");
        officer.type("assess-reason", "Tài liệu 004: giảm tỷ xuất sinh, các huyện đều đạt");
        var units = officer.page().locator("[data-testid^='assess-unit-']");
        assertThat(units).hasCount(PRINTED.size());
        for (int row = 0; row < PRINTED.size(); row++) {
            entered(officer, "assess-" + row + "-2.1", "có");
        }
        officer.type("assess-reason", "Tài liệu 004 nêu tên phong trào do đơn vị phát động");
        for (int row = 0; row < PRINTED.size(); row++) {
            var launched = MOVEMENTS.get(units.nth(row).locator("th").innerText());
            if (launched != null) {
                entered(officer, "assess-" + row + "-3.1", launched.toString());
            }
        }
        officer.pictured("every-point-assessed");
    }

    private static void entered(Hand officer, String cell, String text) {
        officer.press(cell).page().keyboard().type(text);
        officer.page().keyboard().press("Enter");
        assertThat(officer.at(cell + "-fate")).hasAttribute("data-fate", "saved");
    }

    private static void theDocumentIsThere(OpenedScore score, String code) {
        var line = score.why(code);
        var of = score.unitName() + ", " + code;
        var printed = PRINTED.getOrDefault(score.unitName(), Map.of()).get(code);
        var launched = MOVEMENTS.get(score.unitName());
        if (printed != null) {
            assertThat(line.getByTestId("figure-words")).containsText(printed);
            assertThat(line.getByTestId("figure-quote")).containsText(printed.replace(" tiêu chí", ""));
            assertThat(line.getByTestId("figure-source")).containsText("Tài liệu 004");
            assertThat(line.getByTestId("provenance-IN_DOCUMENT")).isVisible();
            assertThat(line.getByTestId("trace-formula")).not().isEmpty();
            assertThat(score.points(code)).as(of).isEqualByComparingTo(byTheSheet(printed));
        } else if (code.equals("2.1") || (code.equals("3.1") && launched != null)) {
            assertThat(line.getByTestId("assessed-" + code)).containsText("Tài liệu 004");
            assertThat(score.points(code)).as(of).isEqualByComparingTo(code.equals("2.1") ? "5" : "" + launched);
        } else {
            assertThat(score.isScored(code)).as(of).isFalse();
            assertThat(line.getByTestId("trace-no-fact")).isVisible();
            assertThat(line).containsText("Chưa có số liệu");
            assertThat(line.getByTestId("trace-figure")).hasCount(0);
            assertThat(code.startsWith("1.") || UNSTATED.contains(code) || code.equals("3.1"))
                    .isTrue();
        }
    }

    /** 10 points at 100 percent of plan, a tenth more for each further percent, at most 15. */
    private static BigDecimal byTheSheet(String printed) {
        var percent = OpenedScore.number(printed);
        if (printed.contains("/")) {
            var plan = OpenedScore.number(printed.substring(printed.indexOf('/')));
            percent = percent.multiply(BigDecimal.valueOf(100)).divide(plan, 12, RoundingMode.HALF_UP);
        }
        return percent.subtract(BigDecimal.valueOf(100))
                .movePointLeft(1)
                .add(BigDecimal.TEN)
                .min(BigDecimal.valueOf(15))
                .setScale(2, RoundingMode.HALF_UP);
    }

    /** Ranks, provisionally and then for all to see; the totals of the members in their order. */
    private static Map<String, BigDecimal> ranked(Hand office, String season, String typed) {
        office.go(season + "/ranking").press("ranking-compute").sees("ranking-PROVISIONAL");
        office.press("ranking-publish").type("confirm-input", typed).confirm().sees("ranking-PUBLISHED");
        var totals = new LinkedHashMap<String, BigDecimal>();
        for (var row : office.page().getByTestId(RANKED).all()) {
            var total = row.getByTestId("total").innerText();
            var name = row.locator("td").nth(2).innerText();
            totals.put(name, OpenedScore.number(total));
        }
        return totals;
    }
}
