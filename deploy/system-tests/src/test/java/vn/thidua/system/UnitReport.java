package vn.thidua.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;

/**
 * A member's report of the year on its page, in the hands of whoever opened it there.
 *
 * @param hand stands on the report's page
 */
record UnitReport(Hand hand) {
    private static final String FIRST = "cell-KX-01-value";

    /**
     * Opens it from the list of the season's reports; a unit's officer begins it there where nobody has. Whoever is in another report
     * goes back to the list by the link above it.
     *
     * @param season address of the season
     * @param member code of the unit
     */
    static UnitReport open(Hand person, String season, String member) {
        var list = season + "/reports";
        if (person.path().startsWith("/reports/")) {
            person.page().locator("a[href='" + list + "']").first().click();
        } else {
            person.go(list);
        }
        person.page()
                .getByTestId("report-table-YEAR")
                .getByTestId("report-open-" + member)
                .click();
        return new UnitReport(person.sees("report-grid"));
    }

    /** Types the year down the page, one cell after the other; done when all of it is saved. */
    UnitReport typed(List<String> year) {
        hand.press(FIRST);
        for (var number : year) {
            hand.page().keyboard().type(number);
            hand.page().keyboard().press("Enter");
        }
        return saved(year);
    }

    /** Copies the year out of a list of one's own and pastes it as one block; done when all of it is saved. */
    UnitReport pasted(List<String> year) {
        hand.copies(String.join("\n", year)).press(FIRST).page().keyboard().press("Control+V");
        return saved(year);
    }

    private UnitReport saved(List<String> year) {
        hand.sees("report-next");
        assertThat(hand.at("report-filled")).containsText("%1$d trên %1$d".formatted(year.size()));
        return this;
    }

    /** Puts a paper behind the first number. */
    UnitReport proven(String file, String content) {
        hand.press("cell-KX-01-evidence").attach("evidence-input", file, content);
        hand.page().keyboard().press("Escape");
        assertThat(hand.at("cell-KX-01-evidence")).containsText("1 tệp");
        hand.sees("report-next");
        return this;
    }

    /** The leader reads that nothing is missing and hands it in. */
    void handedIn() {
        hand.press("report-submit");
        assertThat(hand.at("submit-summary")).containsText("Đã điền đủ 12 chỉ tiêu");
        hand.confirm().sees("report-state-SUBMITTED");
    }

    /** A verifier finds another value; it counts once it is said why. */
    void corrected(String indicator, String value, String reason) {
        var cell = "cell-" + indicator;
        hand.type(cell + "-verified", value).page().keyboard().press("Tab");
        hand.sees(cell + "-need-reason").type(cell + "-reason", reason);
        hand.page().keyboard().press("Tab");
        hand.sees(cell + "-verified-at");
    }

    void accepted() {
        hand.press("report-accept").confirm().sees("report-state-ACCEPTED");
    }
}
