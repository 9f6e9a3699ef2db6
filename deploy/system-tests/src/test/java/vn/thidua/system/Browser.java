package vn.thidua.system;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A real Chromium. Each person gets a browser of their own: own cookies, own storage. */
final class Browser implements AutoCloseable {
    /** What a busy machine may take to show what it has been asked for. */
    private static final int PATIENCE = 20_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private final Playwright playwright = Playwright.create();
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    /** Opens the console and logs that person in with the demo password. */
    Page logIn(String person) {
        var page = open();
        enter(page, person, "thidua");
        page.getByTestId("nav-home").first().waitFor();
        return page;
    }

    /** Opens the console in that page and types a name and a password; what comes then is the caller's to see. */
    static void enter(Page page, String name, String password) {
        page.navigate(Platform.running().address() + "/");
        page.getByTestId("login-button").first().click();
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    Page open() {
        return open(1440, 900);
    }

    Page openPhone() {
        return open(390, 844);
    }

    /** Nothing moves: what is still growing into view takes no click, and a machine is quicker than a person. */
    private Page open(int width, int height) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("vi-VN")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, height));
        context.setDefaultTimeout(PATIENCE);
        return context.newPage();
    }

    /** The page as a desktop and as a phone shows it, the phone on a page of its own. For people to look at, in target/screens. */
    static void bothPictures(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        picture(page, name);
        try (var phone = page.context().newPage()) {
            phone.setViewportSize(390, 844);
            phone.navigate(page.url());
            phone.waitForLoadState(LoadState.NETWORKIDLE);
            picture(phone, name + "-phone");
        }
    }

    /** A picture for people to look at, in target/screens. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
    }

    private static Path executable() {
        var named = System.getenv("CHROMIUM");
        if (named != null) {
            return Path.of(named);
        }
        var folders = Objects.requireNonNullElse(System.getenv("PATH"), "").split(":", -1);
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no browser: install Chromium (Debian: apt-get install chromium) or set CHROMIUM"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
