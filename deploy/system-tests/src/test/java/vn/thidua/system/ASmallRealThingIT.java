package vn.thidua.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Eventually;

/** One small real thing through every layer: a unit, seen and changed by people in browsers and followed by an agency. */
class ASmallRealThingIT {
    private static final Platform PLATFORM = Platform.running();
    private static final Browser BROWSER = new Browser();

    @AfterAll
    static void closeTheBrowser() {
        BROWSER.close();
    }

    @Test
    void aUnitMadeByOneChangedByAnotherIsSeenByBothKnownEverywhereAndFollowedByAnAgency() {
        var agency = PLATFORM.agency("feed.read", "units.read");
        var cursor = agency.get("/api/v1/feeds/cluster/snapshot").header("Feed-Cursor");
        var code = "AB-T" + System.currentTimeMillis() % 1_000_000;
        var department = PLATFORM.loader()
                .get("/api/v1/units?q=AB-STC")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        var created = PLATFORM.loader()
                .post(
                        "/api/v1/units",
                        Map.of(
                                "code", code,
                                "name", "Chi cục Đăng kiểm Thử Nghiệm",
                                "kind", "DEPARTMENT",
                                "level", "PROVINCE",
                                "parentId", department,
                                "validFrom", "2025-07-01"));
        assertThat(created.status()).as(created.text()).isEqualTo(201);

        var administrator = BROWSER.logIn("quantri");
        administrator.getByTestId("nav-units").first().click();
        administrator.getByTestId("unit-search").fill("dang kiem thu");
        // The list moves while the answer comes in; a row is clicked when it has come to rest.
        assertThat(administrator.locator("[data-testid^='unit-row-']")).hasCount(1);
        administrator.getByTestId("unit-row-" + code).click();
        assertThat(administrator.getByTestId("unit-name")).containsText("Chi cục Đăng kiểm Thử Nghiệm");
        Browser.picture(administrator, "unit");

        var officer = BROWSER.logIn("canbo.snv");
        officer.navigate(PLATFORM.address() + "/units/" + created.id());
        officer.getByTestId("unit-edit").click();
        officer.getByTestId("unit-name-input").fill("Trung tâm Đăng kiểm Thử Nghiệm");
        officer.getByTestId("reason-input").fill("Theo quyết định đổi tên");
        officer.getByTestId("save-button").click();
        assertThat(officer.getByTestId("unit-name")).containsText("Trung tâm Đăng kiểm");

        // The other browser was not touched; it sees the change by itself.
        assertThat(administrator.getByTestId("unit-name"))
                .containsText("Trung tâm Đăng kiểm", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
        administrator.getByTestId("unit-tab-known").click();
        for (var service : new String[] {"indicator", "award"}) {
            assertThat(administrator.getByTestId("known-" + service + "-current"))
                    .isVisible();
        }
        Browser.picture(administrator, "unit-known");
        administrator.getByTestId("unit-tab-audit").click();
        assertThat(administrator.getByText("Trần Thị Sở").first()).isVisible();
        Browser.picture(administrator, "unit-audit");

        var events = agency.get("/api/v1/feeds/cluster?lastEventId=" + cursor + "&timeout=10000")
                .body();
        assertThat(events.findValuesAsString("subject")).contains(created.id().toString());
        assertNoTokenInTheBrowser(administrator);
    }

    @Test
    void afterTheGatewayHasRestartedPeopleGoOnWithoutTypingAPassword() {
        var page = BROWSER.logIn("canbo.snv");
        PLATFORM.command("restart", "gateway");
        Eventually.within(
                Duration.ofSeconds(60), "the gateway is back", () -> PLATFORM.isReady(PLATFORM.process("gateway")));
        page.navigate(PLATFORM.address() + "/units");
        page.getByTestId("unit-search").waitFor();
        assertThat(page.url()).endsWith("/units");
        assertThat(page.getByTestId("unit-row-AB-SNV")).isVisible();
    }

    @Test
    void whoHasTwoMandatesActsAsOneOfThem() {
        var page = BROWSER.logIn("kiemnhiem");
        assertThat(page.getByTestId("acting-as").first()).isVisible();
        page.getByTestId("nav-me").first().click();
        assertThat(page.getByTestId("my-mandates")).containsText("Đồng Sen");
        Browser.picture(page, "my-access");
    }

    @Test
    void whoHasNoMandateIsToldSo() {
        var page = BROWSER.logIn("khachmoi");
        Browser.picture(page, "no-mandate");
        assertThat(page.getByTestId("nav-units").count()).isZero();
    }

    @Test
    void aNewPersonGetsAnAccountAndLogsInWithAPasswordForOneTime() {
        var department = PLATFORM.loader()
                .get("/api/v1/units?q=AB-STC")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        var person = PLATFORM.loader().post("/api/v1/people", Map.of("name", "Hồ Thị Mới", "unitId", department));
        assertThat(person.status()).as(person.text()).isEqualTo(201);

        var administrator = BROWSER.logIn("quantri");
        administrator.navigate(PLATFORM.address() + "/people/" + person.id());
        administrator.getByTestId("account-create").click();
        assertThat(administrator.getByTestId("account-username-input")).hasValue("moiht");
        administrator.getByTestId("save-button").click();
        assertThat(administrator.getByTestId("account-username"))
                .hasText("moiht", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
        administrator.getByTestId("account-password").click();
        administrator.getByTestId("account-password-confirm").click();
        var password =
                administrator.getByTestId("account-password-shown").innerText().strip();
        Browser.picture(administrator, "account-password");

        var newcomer = BROWSER.open();
        Browser.enter(newcomer, "moiht", password);
        newcomer.locator("#password-new").fill("mat-khau-cua-rieng-toi");
        newcomer.locator("#password-confirm").fill("mat-khau-cua-rieng-toi");
        newcomer.keyboard().press("Enter");
        assertThat(newcomer.getByText("Hồ Thị Mới").first()).isVisible();
        Browser.picture(newcomer, "newcomer");
    }

    private static void assertNoTokenInTheBrowser(Page page) {
        var kept = page.evaluate("() => JSON.stringify([localStorage, sessionStorage, document.cookie])")
                .toString();
        assertThat(kept).doesNotContain("eyJ").doesNotContain("SID");
    }
}
