package vn.thidua.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;

/**
 * A person's hand on the console's pages: presses, types and waits for what is to be seen. It never asks the API.
 *
 * @param page in a browser of the person's own
 */
record Hand(Page page) {
    static Hand of(Browser browser, String person) {
        return new Hand(browser.logIn(person));
    }

    Locator at(String name) {
        return page.getByTestId(name).first();
    }

    Hand press(String name) {
        at(name).click();
        return this;
    }

    Hand type(String name, String text) {
        at(name).fill(text);
        return this;
    }

    Hand enter(String name) {
        at(name).press("Enter");
        return this;
    }

    /** Goes to an address of the console. */
    Hand go(String path) {
        page.navigate(Platform.running().address() + path);
        return this;
    }

    Hand sees(String name) {
        assertThat(at(name)).isVisible();
        return this;
    }

    /** Opens a list of choices and takes the one with these words. */
    Hand choose(String name, String words) {
        press(name);
        page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
        return this;
    }

    /** Takes a text from elsewhere onto the clipboard, with the keys that do so; the page it is for stays as it is. */
    Hand copies(String text) {
        try (var elsewhere = page.context().newPage()) {
            elsewhere.setContent("<textarea autofocus></textarea>");
            var list = elsewhere.locator("textarea");
            list.fill(text);
            list.press("Control+A");
            list.press("Control+C");
        }
        page.bringToFront();
        return this;
    }

    /** Finds a cluster's season from the home page; gives its address. */
    String season(String cluster, String name) {
        press("nav-clusters").sees("cluster-table");
        at("cluster-table").getByText(cluster).first().click();
        press("cluster-tab-seasons").follow("season-row-" + name).sees("season-link-scoresheet");
        return path();
    }

    /** Freezes a season's targets for good, with the season's name typed as the page asks. */
    Hand freezesTargets(String season, String name) {
        go(season).press("season-link-targets").press("targets-freeze");
        return type("confirm-input", name).enter("confirm-input").sees("targets-frozen");
    }

    /** Presses what asks once more, and confirms; done when the question is gone. */
    Hand confirm() {
        press("confirm-button");
        gone("confirm-button");
        return this;
    }

    /** Saves the form at the side; done when it is gone. */
    Hand save() {
        press("save-button");
        gone("save-button");
        return this;
    }

    /** What asked or took typed words is gone; what it says instead is told, as only it knows why. */
    private void gone(String button) {
        try {
            assertThat(at(button)).isHidden();
        } catch (AssertionError stays) {
            Browser.picture(page, "refused");
            var said = page.locator(".ant-modal-content, .ant-drawer-content").allInnerTexts();
            throw new AssertionError("refused at " + path() + ": " + said, stays);
        }
    }

    /** Follows the first link in the first thing whose name begins so. */
    Hand follow(String beginning) {
        page.locator("[data-testid^='" + beginning + "']")
                .first()
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        return this;
    }

    /** Attaches a text file of that name. */
    Hand attach(String name, String file, String content) {
        at(name).setInputFiles(new com.microsoft.playwright.options.FilePayload(
                file, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    Hand pictured(String name) {
        Browser.bothPictures(page, name);
        return this;
    }

    String path() {
        return page.url().substring(Platform.running().address().length()).replaceFirst("[?#].*", "");
    }
}
