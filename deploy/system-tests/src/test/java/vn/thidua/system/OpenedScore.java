package vn.thidua.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A unit's points as its page shows them, each opened by "Vì sao". */
record OpenedScore(Hand hand, String unitName) {
    private static final Pattern NUMBER = Pattern.compile("[-−+]?\\d+(\\.\\d{3})*(,\\d+)?");

    /** Chooses the unit on the scoresheet's page; its score is there when the name is. */
    static OpenedScore of(Hand hand, String unitName) {
        hand.choose("score-unit", unitName);
        assertThat(hand.at("score-unit")).containsText(unitName);
        assertThat(hand.at("score-total")).isVisible();
        return new OpenedScore(hand, unitName);
    }

    List<String> criteria() {
        return hand.page().locator("[data-testid^='why-']").all().stream()
                .map(why -> why.getAttribute("data-testid").substring("why-".length()))
                .toList();
    }

    BigDecimal total() {
        return number(hand.at("score-total").locator("strong").first().innerText());
    }

    boolean isScored(String code) {
        return !hand.at("points-" + code).innerText().equals("—");
    }

    /** What is shown of a criterion; one that is not scored adds nothing. */
    BigDecimal points(String code) {
        return isScored(code) ? number(hand.at("points-" + code).innerText()) : BigDecimal.ZERO;
    }

    /** All that the page shows as parts of the total: criteria and adjustments. */
    BigDecimal sum() {
        var parts = new ArrayList<BigDecimal>();
        criteria().forEach(code -> parts.add(points(code)));
        for (var adjustment :
                hand.page().getByTestId("adjustments").locator("li > strong").all()) {
            parts.add(number(adjustment.innerText()));
        }
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Opens why, where it is not open from the unit before, and gives what is told of the criterion. */
    Locator why(String code) {
        var line = hand.page().getByTestId("criterion-" + code);
        var button = line.getByTestId("why-" + code);
        if (!"true".equals(button.getAttribute("aria-expanded"))) {
            button.click();
        }
        assertThat(line.getByTestId("rule-" + code)).not().isEmpty();
        return line;
    }

    /** The first number in the text, as written in Vietnamese: 193.310,5. */
    static BigDecimal number(String text) {
        var found = NUMBER.matcher(text);
        assertThat(found.find()).as("a number in '%s'", text).isTrue();
        return new BigDecimal(found.group()
                .replace(".", "")
                .replace(',', '.')
                .replace('−', '-')
                .replace("+", ""));
    }
}
