package vn.thidua.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The five clusters of record say what their documents say, in the console's own words. */
class FRecordsIT {
    private static final Platform PLATFORM = Platform.running();
    private static final Browser BROWSER = new Browser();
    private static Person reader;

    @BeforeAll
    static void logIn() {
        reader = Person.of(BROWSER.logIn("quantri"));
    }

    @AfterAll
    static void closeTheBrowser() {
        BROWSER.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CUM-5TP       | H1   | 193.310 ; 48,43 ; 132.134 ; 50,2 ; 14,4 ; 5,3 ; 0,19
            CUM-DBSH      | H1   | trên ; 8
            CUM-TNB       | H1   | 8,2 ; 17 ; gần ; 12/12 ; 55 ; trên ; 80 ; 97
            KHOI-DONG-LUC | YEAR | 124 ; 103 ; 102 ; 105 ; 125 ; 115 ; 113 ; 153,3 ; 138,7 ; 115,3 ; 114,4 ; 49 ; 35 ; 18 ; 17 ; 0,16
            """)
    void aDigestShowsTheFiguresAsPrinted(String cluster, String period, String figures) {
        var page = digest(cluster, period);
        for (var figure : figures.split(" ; ", -1)) {
            assertThat(page.getByTestId("digest")).containsText(figure);
        }
        Browser.picture(page, "digest-" + cluster);
    }

    @Test
    void hoChiMinhCityComesBeforeHaNoiInBudgetRevenue() {
        var digest = reader.get("/api/v1/digests?seasonId=" + season("CUM-5TP", "2019") + "&periodKind=H1")
                .ok()
                .body();
        for (var indicator : digest.path("indicators")) {
            for (var series : indicator.path("series")) {
                var leaders = series.path("leaders");
                if (leaders.size() > 0
                        && leaders.path(0).path("value").decimalValue().intValue() == 193_310) {
                    assertThat(leaders.path(1).path("value").decimalValue()).isEqualByComparingTo("132134");
                    return;
                }
            }
        }
        throw new AssertionError("no budget revenue in " + digest);
    }

    @Test
    void aStatementAboutTheWholeClusterIsNotSpreadOverItsMembers() {
        var figures = LivingSeason.items(reader, "/api/v1/figures?limit=200&seasonId=" + season("CUM-TNB", "2019"));
        var stated = figures.stream()
                .filter(figure -> figure.path("subject").asString().equals("MEMBERS"))
                .toList();
        assertThat(stated).hasSize(1);
        assertThat(stated.getFirst().path("members").path("count").asInt()).isEqualTo(12);
        assertThat(figures.stream()
                        .filter(figure -> figure.path("value").asString().equals("55")))
                .isEmpty();
    }

    @Test
    void bacQuangHeads2020BesideHaGiangCityFor2019() {
        var cluster = cluster("KHOI-DONG-LUC");
        var headships = LivingSeason.items(reader, "/api/v1/clusters/" + cluster + "/headships");
        assertThat(headships)
                .anySatisfy(one -> {
                    assertThat(one.path("seasonName").asString()).isEqualTo("2019");
                    assertThat(one.path("unitName").asString()).contains("Hà Giang");
                    assertThat(one.path("role").asString()).isEqualTo("HEAD");
                })
                .anySatisfy(one -> {
                    assertThat(one.path("seasonName").asString()).isEqualTo("2020");
                    assertThat(one.path("unitName").asString()).contains("Bắc Quang");
                    assertThat(one.path("role").asString()).isEqualTo("HEAD");
                });
        var page = reader.page();
        page.navigate(PLATFORM.address() + "/clusters/" + cluster);
        assertThat(page.getByText("Bắc Quang").first()).isVisible();
        Browser.picture(page, "cluster-ha-giang");
    }

    @Test
    void vanGiangAndVanLamHaveTheirFlagsAndWhatIsNotSaidStaysUnsaid() {
        var honours = LivingSeason.items(reader, "/api/v1/honours?limit=200&seasonId=" + season("KHOI-HUYEN", "2019"));
        assertThat(honours.stream()
                        .map(honour -> honour.path("recipientText").asString())
                        .toList())
                .anyMatch(name -> name.contains("Văn Giang"))
                .anyMatch(name -> name.contains("Văn Lâm"));
        assertThat(honours).allSatisfy(honour -> {
            assertThat(honour.path("decisionNumber").isNull()).isTrue();
            assertThat(honour.path("decisionDate").isNull()).isTrue();
        });
    }

    private static Page digest(String cluster, String period) {
        var page = reader.page();
        page.navigate(PLATFORM.address() + "/seasons/" + season(cluster, "2019") + "/digest");
        page.getByTestId("digest-period-" + period).click();
        page.getByTestId("digest").waitFor();
        return page;
    }

    private static String cluster(String code) {
        return LivingSeason.only(reader, "/api/v1/clusters?code=" + code)
                .path("id")
                .asString();
    }

    private static String season(String cluster, String name) {
        return LivingSeason.only(reader, "/api/v1/seasons?name=" + name + "&clusterId=" + cluster(cluster))
                .path("id")
                .asString();
    }
}
