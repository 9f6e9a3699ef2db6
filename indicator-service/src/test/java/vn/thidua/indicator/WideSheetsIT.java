package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.indicator.LivingSeason.cell;
import static vn.thidua.indicator.LivingSeason.ok;
import static vn.thidua.indicator.LivingSeason.value;
import static vn.thidua.indicator.WideWorkbook.line;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.indicator.valueimport.Taking;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.ServiceUnderTest;
import vn.thidua.kit.test.TestIssuer;

/** A workbook with a line for each unit and a column for each indicator goes out, is filled away from the network and comes in again. */
class WideSheetsIT {
    private static final String PATH = "/api/v1/value-imports";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Catalogue catalogue = Catalogue.instance();
    private final ServiceUnderTest service = catalogue.service;
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID budget = season.indicator("QUANTITY", "RAISE", 2, false);
    private final UUID ready = season.indicator("YES_NO", "RAISE", 0, false);
    private final String budgetCode = code(budget);
    private final String readyCode = code(ready);
    private final UUID period = season.promised().period("H1", 10);
    private final String first = WideWorkbook.unitCode(catalogue, season.first);
    private final String second = WideWorkbook.unitCode(catalogue, season.second);
    private final Api both = both();

    @BeforeEach
    void nothingElseWaits() {
        Taking.all(service);
    }

    @AfterEach
    void theClockIsRightAgain() {
        season.clock("0");
    }

    @Test
    void aFormIsFilledTriedSavedAndTheSameAgainChangesNothing() {
        var filled = edited(form(both), sheet -> {
            put(sheet, first, budgetCode, 1234.5);
            put(sheet, first, readyCode, "Có");
            put(sheet, second, budgetCode, "7,25");
        });
        var tried = take(both, filled, "DRY_RUN");
        assertThat(tried.path("dry").asBoolean()).isTrue();
        assertThat(counts(tried)).isEqualTo("DONE 3 of 3: 3 saved, 0 unchanged, 0 refused");
        assertThat(number("select count(*) from report where period_id = '" + period + "'"))
                .as("nobody's report is begun by a look")
                .isZero();
        var saving = both.post(PATH + "/" + tried.path("id").asString() + "/saving", null);
        assertThat(saving.status()).as(saving.text()).isEqualTo(202);
        Taking.all(service);
        assertThat(counts(both.get(PATH + "/" + saving.id()).body()))
                .isEqualTo("DONE 3 of 3: 3 saved, 0 unchanged, 0 refused");
        assertThat(standing(season.first, budget).path("value").decimalValue()).isEqualByComparingTo("1234.5");
        assertThat(standing(season.first, ready).path("value").asInt()).isOne();
        assertThat(standing(season.second, budget).path("value").decimalValue()).isEqualByComparingTo("7.25");
        assertThat(counts(take(both, filled, "PARTIAL"))).isEqualTo("DONE 3 of 3: 0 saved, 3 unchanged, 0 refused");
        assertThat(standing(season.first, budget).path("version").asInt()).isOne();
        assertThat(both.post(PATH + "/" + saving.id() + "/saving", null).problem())
                .isEqualTo("import-not-tried");
        assertThat(number("select count(*) from kit.audit where action = 'report.begun' and unit_id in ('"
                        + season.first + "', '" + season.second + "')"))
                .isEqualTo(2);
        assertThat(number("select count(*) from kit.audit where action = 'report.cells-saved' and unit_id in ('"
                        + season.first + "', '" + season.second + "')"))
                .isEqualTo(2);
    }

    @Test
    void anEstimateIsTypedBeforeItsNumberAnExplanationInAColumnOfItsOwnAndAMarkErases() throws IOException {
        var explained = "Giải trình " + budgetCode;
        var file = WideWorkbook.of(
                List.of("Mã đơn vị", budgetCode, explained, readyCode),
                List.of(
                        line(first, "Ước 12,5", "đã cộng vốn chuyển nguồn", "Có"),
                        line(second, "dưới 7", "theo thuế", null)));
        var taken = take(both, file, "PARTIAL");
        assertThat(counts(taken)).isEqualTo("DONE 3 of 3: 2 saved, 0 unchanged, 1 refused");
        var cell = standing(season.first, budget);
        assertThat(cell.path("value").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(cell.path("actuality").asString()).isEqualTo("ESTIMATE");
        assertThat(cell.path("explanation").asString()).isEqualTo("đã cộng vốn chuyển nguồn");
        var id = taken.path("id").asString();
        var refused = both.get(PATH + "/" + id + "/lines?refused=true").body().path("items");
        assertThat(refused.path(0).path("cells").findValuesAsString("code")).containsExactly("number-qualified");
        assertThat(refused.path(0)
                        .path("cells")
                        .path(0)
                        .path("errors")
                        .path(0)
                        .path("detail")
                        .asString())
                .contains("“dưới 7”");
        var mended = edited(both.get(PATH + "/" + id + "/failures").bytes(), sheet -> {
            assertThat(row(sheet, second).getCell(column(sheet, explained)).getStringCellValue())
                    .isEqualTo("theo thuế");
            put(sheet, second, budgetCode, "ước 7");
        });
        assertThat(counts(take(both, mended, "PARTIAL"))).startsWith("DONE 1 of 1: 1 saved");
        assertThat(standing(season.second, budget).path("explanation").asString())
                .isEqualTo("theo thuế");

        var out = form(both);
        assertThat(counts(take(both, out, "PARTIAL")))
                .as("it comes in as it went out")
                .contains("0 saved", "0 refused");
        assertThat(counts(take(both, edited(out, sheet -> put(sheet, first, budgetCode, 12.5)), "PARTIAL")))
                .startsWith("DONE 3 of 3: 1 saved");
        assertThat(standing(season.first, budget).path("actuality").asString())
                .as("a number without the word is what was reached")
                .isEqualTo("ACTUAL");
        var erasing = WideWorkbook.of(
                List.of("Mã đơn vị", budgetCode, explained),
                List.of(line(first, "(Xóa)", null), line(second, null, "chỉ có lời")));
        assertThat(counts(take(both, erasing, "PARTIAL"))).isEqualTo("DONE 2 of 2: 1 saved, 0 unchanged, 1 refused");
        assertThat(standing(season.first, budget).path("value").isNull()).isTrue();
    }

    @Test
    void aNumberThatIsNotExactIsTypedAsItIsSaidAndGoesOutAndComesInAgain() throws IOException {
        var taken = take(
                both,
                WideWorkbook.of(
                        List.of("Mã đơn vị", budgetCode, readyCode),
                        List.of(line(first, "ước khoảng 12,5", null), line(second, "Tu 1.200 tro len", "khoảng 1"))),
                "PARTIAL");
        assertThat(counts(taken)).isEqualTo("DONE 3 of 3: 2 saved, 0 unchanged, 1 refused");
        assertThat(both.get(PATH + "/" + taken.path("id").asString() + "/lines?refused=true")
                        .body()
                        .findValuesAsString("code"))
                .contains("yes-or-no");
        var cell = standing(season.first, budget);
        assertThat(cell.path("value").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(cell.path("qualifier").asString()).isEqualTo("ABOUT");
        assertThat(cell.path("actuality").asString()).isEqualTo("ESTIMATE");
        assertThat(standing(season.second, budget).path("qualifier").asString()).isEqualTo("AT_LEAST");
        var out = form(both);
        var shown = edited(out, sheet -> {
            assertThat(row(sheet, first).getCell(column(sheet, budgetCode)).getStringCellValue())
                    .isEqualTo("ước khoảng 12,5");
            assertThat(row(sheet, second).getCell(column(sheet, budgetCode)).getStringCellValue())
                    .isEqualTo("từ 1200 trở lên");
        });
        assertThat(counts(take(both, shown, "PARTIAL")))
                .as("it comes in as it went out")
                .contains("0 saved", "0 refused");
        var exact = edited(out, sheet -> put(sheet, second, budgetCode, 1200));
        assertThat(counts(take(both, exact, "PARTIAL"))).contains("1 saved", "0 refused");
        assertThat(standing(season.second, budget).path("qualifier").isNull())
                .as("only the words are gone")
                .isTrue();
    }

    @Test
    void aFormOfTheFirstFormatIsReadAsItWasMeantAndOneOfAnotherKindSaysWhichToTake() {
        take(both, WideWorkbook.of(List.of("Mã đơn vị", budgetCode), List.of(line(first, "ước 12,5"))), "PARTIAL");
        var version = standing(season.first, budget).path("version").asInt();
        var older = WideWorkbook.of(
                List.of("Khoá dòng|" + period + "|" + budgetCode, "Mã đơn vị", budgetCode),
                List.of(line(first + " " + version, first, new java.math.BigDecimal("12.5"))));
        assertThat(counts(take(both, older, "PARTIAL"))).isEqualTo("DONE 1 of 1: 0 saved, 1 unchanged, 0 refused");
        assertThat(standing(season.first, budget).path("actuality").asString())
                .as("it knew no mark")
                .isEqualTo("ESTIMATE");
        var otherwise = both.post(
                PATH + "/sheet?mode=PARTIAL&periodId=" + period,
                WideWorkbook.of(List.of("Khoá dòng", "Mã đơn vị", budgetCode), List.of(line("x", first, 1))));
        assertThat(otherwise.status()).isEqualTo(422);
        assertThat(otherwise.text()).contains("form-of-another-kind");
    }

    @Test
    void wrongCellsAreToldOneByOneTheOthersTakenAndTheLinesGivenBackToBeMended() throws IOException {
        var file = WideWorkbook.of(
                List.of("Mã đơn vị", budgetCode, readyCode),
                List.of(
                        line(first, "nhiều", "Không"),
                        line(second, new java.math.BigDecimal("1.234"), "có lẽ"),
                        line("KHONG-CO", 1, null),
                        line(first, 2, null),
                        line(null, 3, null)));
        var taken = take(both, file, "PARTIAL");
        assertThat(counts(taken)).isEqualTo("DONE 7 of 7: 1 saved, 0 unchanged, 6 refused");
        var id = taken.path("id").asString();
        var lines = both.get(PATH + "/" + id + "/lines").body().path("items");
        assertThat(lines.findValuesAsString("number")).containsExactly("2", "3", "4", "5", "6");
        assertThat(lines.path(0).path("cells").findValuesAsString("cell")).containsExactly("B2");
        assertThat(lines.path(0).path("cells").path(0).path("shown").asString()).isEqualTo("nhiều");
        assertThat(lines.path(0).path("cells").path(0).path("indicatorCode").asString())
                .isEqualTo(budgetCode);
        assertThat(lines.path(0).path("saved").asInt()).isOne();
        assertThat(lines.path(1).path("cells").findValuesAsString("code")).containsExactly("decimals", "yes-or-no");
        assertThat(lines.path(2).path("detail").asString()).contains("Không phải thành viên");
        assertThat(lines.path(3).path("detail").asString()).contains("đã có ở một dòng phía trên");
        assertThat(lines.path(4).path("detail").asString()).contains("Bắt buộc");
        var page = both.get(PATH + "/" + id + "/lines?refused=true&limit=2").body();
        assertThat(page.path("next").asString()).isEqualTo("3");
        var back = both.get(PATH + "/" + id + "/failures");
        assertThat(back.header("Content-Disposition")).contains("filename");
        var mended = edited(back.bytes(), sheet -> {
            assertThat(sheet.getLastRowNum()).isEqualTo(7);
            assertThat(row(sheet, second).getCell(column(sheet, "Lỗi")).getStringCellValue())
                    .contains(budgetCode + ": ", readyCode + ": 1 là có");
            put(sheet, second, budgetCode, 1.23);
            put(sheet, second, readyCode, "Có");
        });
        assertThat(counts(take(both, mended, "PARTIAL"))).startsWith("DONE 7 of 7: 2 saved, 1 unchanged");
        assertThat(standing(season.second, budget).path("value").decimalValue()).isEqualByComparingTo("1.23");
    }

    @Test
    void aUnitOfOthersAndOneThatHandedInAndAClosedPeriodAreRefusedWithTheirReason() {
        season.submitted(period, season.second, 1);
        var file = WideWorkbook.of(
                List.of("Mã đơn vị", budgetCode),
                List.of(line(first, 3), line(second, 4), line(WideWorkbook.unitCode(catalogue, season.head), 5)));
        var taken = take(both, file, "PARTIAL");
        assertThat(counts(taken)).isEqualTo("DONE 3 of 3: 1 saved, 0 unchanged, 2 refused");
        assertThat(both.get(PATH + "/" + taken.path("id").asString() + "/lines?refused=true")
                        .body()
                        .path("items")
                        .findValuesAsString("problem"))
                .containsExactly("report-not-editable", "forbidden");
        season.clock("12 days");
        var late = take(both, file, "DRY_RUN");
        assertThat(both.get(PATH + "/" + late.path("id").asString() + "/lines")
                        .body()
                        .path("items")
                        .findValuesAsString("problem"))
                .containsExactly("period-closed", "report-not-editable", "forbidden");
        assertThat(season.standing()
                        .post(PATH + "/sheet?periodId=" + period, file)
                        .status())
                .as("who organises writes nobody's report")
                .isEqualTo(403);
    }

    @Test
    void whoFilledAFormMergesWithWhoTypedMeanwhileCellByCell() {
        var report = season.report(period, season.first);
        var leader = season.leader(season.first);
        ok(leader.put(cell(report, budget), 0, value(50)));
        var form = form(both);
        ok(leader.put(cell(report, budget), 1, value(51)));
        ok(leader.put(cell(report, ready), 0, value(1)));
        assertThat(counts(take(both, form, "PARTIAL")))
                .as("what was not touched in the form stays as somebody else left it")
                .isEqualTo("DONE 1 of 1: 0 saved, 1 unchanged, 0 refused");
        var touched = take(
                both,
                edited(form, sheet -> {
                    put(sheet, first, budgetCode, 60);
                    put(sheet, first, readyCode, "Không");
                }),
                "PARTIAL");
        assertThat(both.get(PATH + "/" + touched.path("id").asString() + "/lines")
                        .body()
                        .findValuesAsString("code"))
                .containsExactly("value-overtaken", "value-overtaken");
        assertThat(standing(season.first, budget).path("value").asInt()).isEqualTo(51);
        var again = edited(form(both), sheet -> put(sheet, first, budgetCode, 60));
        assertThat(counts(take(both, again, "PARTIAL"))).isEqualTo("DONE 2 of 2: 1 saved, 1 unchanged, 0 refused");
        assertThat(standing(season.first, budget).path("explanation").asString())
                .as("what the workbook does not speak of stays")
                .isEqualTo("theo số đã kiểm tra");
    }

    @Test
    void theFormShowsUnitsOfMeasureAndLimitsLocksWhatIsNotTypedAndHasLists() throws IOException {
        ok(season.standing()
                .put(
                        "/api/v1/indicators/" + budget + "/checks",
                        1,
                        Map.of(
                                "bounds",
                                List.of(Map.of("kind", "LIMITS", "lower", 0, "upper", 5000, "severity", "ERROR")))));
        season.submitted(period, season.second, 1);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(form(both)))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.isColumnHidden(0)).isTrue();
            var at = column(sheet, budgetCode);
            assertThat(sheet.getRow(2).getCell(at).getStringCellValue())
                    .isEqualTo("tỷ đồng; từ 0 đến 5000; tối đa 2 số lẻ");
            assertThat(row(sheet, first).getCell(at).getCellStyle().getLocked()).isFalse();
            assertThat(row(sheet, second).getCell(at).getCellStyle().getLocked())
                    .isTrue();
            assertThat(row(sheet, second).getCell(column(sheet, "Khoá vì")).getStringCellValue())
                    .isEqualTo("Báo cáo đã nộp");
            assertThat(sheet.getRow(0).getCell(at).getCellStyle().getLocked()).isTrue();
            assertThat(sheet.getDataValidations())
                    .as("one for each column, however many lines")
                    .hasSize(2)
                    .anyMatch(rule -> Objects.requireNonNull(
                                    rule.getValidationConstraint().getFormula1())
                            .contains("Có,Không"));
        }
        var csv =
                both.get("/api/v1/periods/" + period + "/grid/sheet?format=CSV").text();
        assertThat(csv).contains("Mã đơn vị", first);
    }

    @Test
    void whatIsComputedFollowsAndWhatIsNamedIsTypedByName() {
        var other = new LivingSeason(catalogue);
        var schools = other.indicator("COUNT", "RAISE", 0, false);
        var done = other.indicator("COUNT", "RAISE", 0, false);
        var twice = other.twice(schools);
        other.promisedByName(schools, twice, done, List.of("Nà Hoa", "Bản Lầu", "Si Pa"));
        var when = other.period("H1", 10);
        var officer = other.officer(other.first);
        var unit = WideWorkbook.unitCode(catalogue, other.first);
        var form = officer.get("/api/v1/periods/" + when + "/grid/sheet?scope=WRITABLE")
                .bytes();
        var filled = edited(form, sheet -> {
            put(sheet, unit, code(schools), 4);
            put(sheet, unit, code(done), "Si Pa; nà hoa");
        });
        var taken = taken(officer, when, filled, "PARTIAL");
        assertThat(officer.get(PATH + "/" + taken.path("id").asString() + "/lines")
                        .body()
                        .findValuesAsString("code"))
                .containsExactly("item-unknown");
        var mended = edited(form, sheet -> put(sheet, unit, code(done), "Si Pa; Nà Hoa"));
        assertThat(counts(taken(officer, when, mended, "PARTIAL")))
                .isEqualTo("DONE 1 of 1: 1 saved, 0 unchanged, 0 refused");
        var report = WideWorkbook.text(catalogue, "select id from report where period_id = '" + when + "'");
        var rows = officer.get("/api/v1/reports/" + report).body().path("rows");
        for (var row : rows) {
            var expected = row.path("indicatorId").asString().equals(twice.toString())
                    ? 8
                    : row.path("indicatorId").asString().equals(done.toString()) ? 2 : 4;
            assertThat(row.path("cell").path("value").asInt()).isEqualTo(expected);
        }
        var again = officer.get("/api/v1/periods/" + when + "/grid/sheet").bytes();
        assertThat(counts(taken(officer, when, again, "PARTIAL")))
                .as("as it goes out it comes in")
                .isEqualTo("DONE 3 of 3: 0 saved, 3 unchanged, 0 refused");
    }

    @Test
    void aProcessThatIsKilledMidwayIsTakenUpAndNothingIsDoubled() throws Exception {
        season.report(period, season.first);
        season.report(period, season.second);
        var posted = both.post(
                PATH + "/sheet?mode=PARTIAL&periodId=" + period,
                WideWorkbook.of(List.of("Mã đơn vị", budgetCode), List.of(line(first, 1), line(second, 2))));
        try (var held = holding(season.second)) {
            var dying = Thread.ofPlatform().start(() -> Taking.step(service));
            Eventually.within(PATIENCE, "it is in the middle", () -> blocked() == 1);
            number(
                    "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
            dying.join();
            held.rollback();
        }
        assertThat(counts(both.get(PATH + "/" + posted.id()).body()))
                .isEqualTo("WAITING 0 of 2: 0 saved, 0 unchanged, 0 refused");
        Eventually.within(PATIENCE, "another takes it up", () -> {
            Taking.step(service);
            return counts(both.get(PATH + "/" + posted.id()).body()).startsWith("DONE 2 of 2: 2 saved");
        });
        assertThat(number(
                        "select count(*) from cell_revision v join report r on r.id = v.report_id where r.period_id = '"
                                + period + "'"))
                .isEqualTo(2);
        assertThat(number("select count(*) from kit.audit where action = 'report.cells-saved' and unit_id in ('"
                        + season.first + "', '" + season.second + "')"))
                .isEqualTo(2);
    }

    @Test
    void whatIsCancelledStops() {
        var posted = both.post(
                PATH + "/sheet?mode=PARTIAL&periodId=" + period,
                WideWorkbook.of(List.of("Mã đơn vị", budgetCode), List.of(line(first, 1))));
        assertThat(posted.status()).as(posted.text()).isEqualTo(202);
        both.post(PATH + "/" + posted.id() + "/cancellation", null);
        assertThat(Taking.step(service)).isFalse();
        assertThat(counts(both.get(PATH + "/" + posted.id()).body())).startsWith("CANCELLED 0 of 1");
        assertThat(season.officer(season.first)
                        .get(PATH + "/" + posted.id() + "/failures")
                        .status())
                .as("nobody else sees it")
                .isEqualTo(404);
    }

    @Test
    void headingsThatAreNotUnderstoodAreNamed() {
        refused(
                "column-unknown",
                WideWorkbook.of(List.of("Mã đơn vị", budgetCode, "CT.SAI"), List.of(line(first, 1, 2))));
        refused(
                "column-twice",
                WideWorkbook.of(List.of("Mã đơn vị", budgetCode, budgetCode), List.of(line(first, 1, 2))));
        refused("column-missing", WideWorkbook.of(List.of(budgetCode), List.of(line(1))));
        refused("table-empty", WideWorkbook.of(List.of("Mã đơn vị", budgetCode), List.of(line(first, null))));
        refused("table-empty", WideWorkbook.of(List.of(), List.of()));
        refused("file-not-a-workbook", "không phải tệp Excel".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var other = season.period("YEAR", 10);
        var strange = both.post(PATH + "/sheet?periodId=" + other, form(both));
        assertThat(strange.body().findValuesAsString("code")).containsExactly("file-of-another-period");
        assertThat(both.post(PATH + "/sheet?periodId=" + UUID.randomUUID(), form(both))
                        .body()
                        .findValuesAsString("code"))
                .containsExactly("not-found");
    }

    @Test
    void ofAFormulaItsResultIsTakenAndNoTextThatGoesOutIsEverOne() throws IOException {
        var file = edited(form(both), sheet -> {
            row(sheet, first)
                    .getCell(
                            column(sheet, budgetCode),
                            org.apache.poi.ss.usermodel.Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                    .setCellFormula("SUM(40,2)");
            sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
            put(sheet, first, readyCode, "=HYPERLINK(\"http://x\")");
        });
        var taken = take(both, file, "PARTIAL");
        assertThat(counts(taken)).isEqualTo("DONE 2 of 2: 1 saved, 0 unchanged, 1 refused");
        assertThat(standing(season.first, budget).path("value").asInt()).isEqualTo(42);
        var back =
                both.get(PATH + "/" + taken.path("id").asString() + "/failures").bytes();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(back))) {
            var said = row(workbook.getSheetAt(0), first).getCell(column(workbook.getSheetAt(0), readyCode));
            assertThat(said.getCellType()).isEqualTo(CellType.STRING);
            assertThat(said.getStringCellValue()).startsWith("=HYPERLINK");
        }
    }

    private void refused(String code, byte[] file) {
        var answer = both.post(PATH + "/sheet?periodId=" + period, file);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.body().findValuesAsString("code")).containsExactly(code);
    }

    private Api both() {
        var account = "wide-" + UUID.randomUUID();
        catalogue.known.person(account, Map.of("UNIT_OFFICER", season.first, "UNIT_LEADER", season.second));
        return service.api().as(TestIssuer.instance().person(account));
    }

    private byte[] form(Api by) {
        var form = by.get("/api/v1/periods/" + period + "/grid/sheet");
        assertThat(form.status()).as(form.text()).isEqualTo(200);
        return form.bytes();
    }

    private JsonNode take(Api by, byte[] file, String mode) {
        return taken(by, period, file, mode);
    }

    private JsonNode taken(Api by, UUID when, byte[] file, String mode) {
        var posted = by.post(PATH + "/sheet?mode=" + mode + "&periodId=" + when, file);
        assertThat(posted.status()).as(posted.text()).isEqualTo(202);
        Taking.all(service);
        return by.get(PATH + "/" + posted.id()).body();
    }

    private static String counts(JsonNode one) {
        return "%s %d of %d: %d saved, %d unchanged, %d refused"
                .formatted(
                        one.path("state").asString(),
                        one.path("done").asInt(),
                        one.path("total").asInt(),
                        one.path("saved").asInt(),
                        one.path("unchanged").asInt(),
                        one.path("refused").asInt());
    }

    /** As an officer's own program opens, changes and keeps it. */
    private static byte[] edited(byte[] file, Consumer<Sheet> change) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            change.accept(workbook.getSheetAt(0));
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static org.apache.poi.ss.usermodel.Row row(Sheet sheet, String unitCode) {
        var at = column(sheet, "Mã đơn vị");
        for (var row : sheet) {
            var there = row.getCell(at);
            if (there != null && there.getStringCellValue().equals(unitCode)) {
                return row;
            }
        }
        throw new AssertionError("no line of " + unitCode);
    }

    private static int column(Sheet sheet, String heading) {
        for (var there : sheet.getRow(0)) {
            if (there.getStringCellValue().equals(heading)) {
                return there.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + heading);
    }

    private static void put(Sheet sheet, String unitCode, String heading, Object value) {
        // Anew: of a text that stands in its cell POI would leave the old one beside the new.
        var there = row(sheet, unitCode).createCell(column(sheet, heading));
        switch (value) {
            case Number number -> there.setCellValue(number.doubleValue());
            default -> there.setCellValue(value.toString());
        }
    }

    private JsonNode standing(UUID unit, UUID indicator) {
        var id = WideWorkbook.text(
                catalogue, "select id from report where period_id = '" + period + "' and unit_id = '" + unit + "'");
        for (var row : season.standing().get("/api/v1/reports/" + id).body().path("rows")) {
            if (row.path("indicatorId").asString().equals(indicator.toString())) {
                return row.path("cell");
            }
        }
        throw new AssertionError("no row for " + indicator);
    }

    private String code(UUID indicator) {
        return WideWorkbook.text(catalogue, "select code from indicator where id = '" + indicator + "'");
    }

    private Connection holding(UUID unit) throws SQLException {
        var connection = service.database().asOwner();
        connection.setAutoCommit(false);
        connection.createStatement().execute("select from report where unit_id = '" + unit + "' for update");
        return connection;
    }

    private int blocked() {
        return number(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
    }

    private int number(String query) {
        return Integer.parseInt(WideWorkbook.text(catalogue, query));
    }
}
