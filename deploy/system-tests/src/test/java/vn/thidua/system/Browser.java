package vn.thidua.system;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A real Chromium. Each person gets a browser of their own: own cookies, own storage. */
final class Browser implements AutoCloseable {
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
        page.navigate(Platform.running().address() + "/");
        page.getByTestId("login-button").first().click();
        page.locator("#username").fill(person);
        page.locator("#password").fill("thidua");
        page.locator("#kc-login").click();
        page.getByTestId("nav-home").first().waitFor();
        return page;
    }

    Page open() {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("vi-VN")
                .setViewportSize(1440, 900));
        context.setDefaultTimeout(20_000);
        return context.newPage();
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
