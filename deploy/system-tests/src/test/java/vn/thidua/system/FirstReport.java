package vn.thidua.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A unit's report as people make it who were never here: from the log-in page to the report handed in, by nothing but what the
 * screens offer. Tells every step with its presses and seconds; how long they take is printed and not asserted.
 */
final class FirstReport {
    private final Hand hand;
    private final String person;
    private Instant last = Instant.now();
    private int presses;

    private FirstReport(Page page, String person) {
        this.hand = new Hand(page);
        this.person = person;
    }

    /** The unit's officer at a desk types the year, in the order of the indicators, with a file behind the first number. */
    static void typed(Browser browser, String officer, List<String> year) {
        var first = new FirstReport(browser.open(), officer);
        first.logsIn();
        first.followsTheTask();
        first.press("cell-KX-01-value");
        for (var number : year) {
            first.hand.page().keyboard().type(number);
            first.key("Enter");
        }
        first.hand.sees("report-next");
        assertThat(first.hand.at("report-filled")).containsText("12 trên 12");
        first.step("types the year");
        first.press("cell-KX-01-evidence");
        first.hand.attach("evidence-input", "thu-ngan-sach.txt", "Báo cáo thu (minh hoạ)\n");
        first.key("Escape");
        assertThat(first.hand.at("cell-KX-01-evidence")).containsText("1 tệp");
        first.step("attaches a file");
        // What is left is somebody else's: the page says whose.
        assertThat(first.hand.at("report-next")).containsText("Lãnh đạo đơn vị");
        first.hand.pictured("season-report");
    }

    /** The unit's leader looks at it on a phone and hands it in. */
    static void handedIn(Browser browser, String leader) {
        var first = new FirstReport(browser.openPhone(), leader);
        first.logsIn();
        first.followsTheTask();
        assertThat(first.hand.at("report-next")).containsText("Nộp báo cáo");
        first.press("report-submit");
        first.hand.sees("confirm-button");
        first.step("is told what is handed in");
        first.press("confirm-button");
        first.hand.sees("report-state-SUBMITTED");
        first.step("hands it in");
        Browser.picture(first.hand.page(), "season-report-handed-in-phone");
    }

    private void logsIn() {
        Browser.enter(hand.page(), person, "thidua");
        presses += 2;
        hand.sees("waiting-REPORT_SUBMIT");
        step("logs in and sees what waits");
    }

    private void followsTheTask() {
        assertThat(hand.at("waiting-filled")).containsText("trên 12");
        press("waiting-REPORT_SUBMIT");
        hand.sees("report-filled");
        step("is in the report");
    }

    private void press(String name) {
        hand.press(name);
        presses++;
    }

    private void key(String name) {
        hand.page().keyboard().press(name);
        presses++;
    }

    private void step(String done) {
        var now = Instant.now();
        System.out.printf(
                "first report: %-12s %-28s %3d presses %6.1f s%n",
                person, done, presses, Duration.between(last, now).toMillis() / 1000.0);
        last = now;
        presses = 0;
    }
}
