package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.indicator.LivingSeason.cell;
import static vn.thidua.indicator.LivingSeason.ok;
import static vn.thidua.indicator.LivingSeason.value;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.TableLimits;
import vn.thidua.kit.table.TableReader;
import vn.thidua.kit.table.TableValue;
import vn.thidua.kit.table.XlsxWriter;
import vn.thidua.kit.test.Api;

/** A report is taken away as a spreadsheet, filled there, and brought back. */
class SheetsIT {
    private static final TableColumn KEY = TableColumn.hidden("Khoá dòng");
    private static final TableColumn VALUE = TableColumn.input("Số liệu", 10);
    private static final TableColumn NOT_APPLICABLE = TableColumn.input("Không áp dụng", 10);
    private static final TableColumn ESTIMATE = TableColumn.input("Ước tính", 10);
    private static final TableColumn EXPLANATION = TableColumn.input("Giải trình", 10);
    private static final List<TableColumn> FORM = List.of(KEY, VALUE, NOT_APPLICABLE, ESTIMATE, EXPLANATION);

    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID budget = season.indicator("QUANTITY", "RAISE", 2, false);
    private final UUID poor = season.indicator("COUNT", "REDUCE", 0, false);
    private final UUID ready = season.indicator("YES_NO", "RAISE", 0, false);
    private final UUID period = season.promised().period("H1", 10);
    private final UUID report = season.report(period, season.first);
    private final Api officer = season.officer(season.first);
    private final String sheet = "/api/v1/reports/" + report + "/sheet";

    @AfterEach
    void theClockIsRightAgain() {
        season.clock("0");
    }

    @Test
    void aFormIsFilledAndBroughtBackOnceHoweverOftenItIsSent() {
        var filled = form(
                filled(budget, 0, new BigDecimal("100.5"), null, "x", "theo kho bạc"),
                filled(poor, 0, null, "x", null, null),
                filled(ready, 0, "Có", null, null, null));
        var tried = take(filled, "DRY_RUN");
        assertThat(tried.path("saved").asInt()).isEqualTo(3);
        assertThat(tried.path("applied").asBoolean()).isFalse();
        assertThat(row(budget).path("version").asInt()).isZero();
        var taken = take(filled, "WHOLE_OR_NOTHING");
        assertThat(taken.path("applied").asBoolean()).isTrue();
        assertThat(row(budget).path("value").decimalValue()).isEqualByComparingTo("100.5");
        assertThat(row(budget).path("actuality").asString()).isEqualTo("ESTIMATE");
        assertThat(row(budget).path("explanation").asString()).isEqualTo("theo kho bạc");
        assertThat(row(poor).path("notApplicable").asBoolean()).isTrue();
        assertThat(row(ready).path("value").asInt()).isEqualTo(1);
        var again = take(filled, "PARTIAL");
        assertThat(again.path("unchanged").asInt()).isEqualTo(3);
        assertThat(again.path("errors").size()).isZero();
        assertThat(row(budget).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void aMarkErasesAsInTheWideForm() {
        var numbers = form(
                filled(budget, 0, new BigDecimal("7"), null, null, "theo kho bạc"),
                filled(ready, 0, "Có", null, null, null));
        assertThat(take(numbers, "PARTIAL").path("saved").asInt()).isEqualTo(2);
        var erasing = form(
                filled(budget, 1, "(xóa)", null, null, "gõ nhầm dòng"), filled(ready, 1, " (Xoá) ", null, null, null));
        assertThat(take(erasing, "PARTIAL").path("saved").asInt()).isEqualTo(2);
        assertThat(row(budget).path("value").isNull()).isTrue();
        assertThat(row(budget).path("explanation").asString()).isEqualTo("gõ nhầm dòng");
        assertThat(row(ready).path("value").isNull()).isTrue();
        assertThat(take(erasing, "PARTIAL").path("unchanged").asInt()).isEqualTo(2);
    }

    @Test
    void aNumberTypedWithItsUnitIsTakenAndGoesOutAsItWasTyped() {
        ok(season.standing()
                .put(
                        "/api/v1/indicators/" + budget,
                        1,
                        Map.of(
                                "name",
                                "Thu ngân sách",
                                "unitOfMeasure",
                                "tỷ đồng",
                                "units",
                                List.of(Map.of("name", "triệu đồng", "numerator", 1, "denominator", 1000)))));
        var taken = take(
                form(
                        filled(budget, 0, "1.250,5 triệu đồng", null, null, "theo kho bạc"),
                        filled(poor, 0, "3 tấn", null, null, null)),
                "PARTIAL");
        assertThat(taken.path("saved").asInt()).isEqualTo(1);
        assertThat(taken.path("errors").path(0).path("code").asString()).isEqualTo("unit-unknown");
        assertThat(taken.path("errors").path(0).path("detail").asString())
                .as("what was typed, what is expected, what would do")
                .contains("“tấn”")
                .contains("không đổi được")
                .contains("dùng được: ");
        assertThat(taken.path("errors").path(0).path("column").asString()).isEqualTo("Số liệu");
        assertThat(row(budget).path("value").decimalValue()).isEqualByComparingTo("1.2505");
        assertThat(row(budget).path("typed").path("value").decimalValue()).isEqualByComparingTo("1250.5");
        var out = officer.get(sheet).bytes();
        assertThat(lines(out).stream().map(line -> line.at(VALUE))).contains(new TableValue.Text("1250,5 triệu đồng"));
        var again = take(out, "PARTIAL");
        assertThat(again.path("saved").asInt()).isZero();
        assertThat(again.path("errors").size()).isZero();
    }

    @Test
    void aNumberThatIsNotExactIsTakenAndGoesOutAsItWasTyped() {
        var taken = take(
                form(
                        filled(budget, 0, "~ 95,5", null, "x", null),
                        filled(poor, 0, ">1.200", null, null, null),
                        filled(ready, 0, "gần 1", null, null, null)),
                "PARTIAL");
        assertThat(taken.path("saved").asInt()).isEqualTo(2);
        assertThat(taken.path("errors").path(0).path("code").asString()).isEqualTo("yes-or-no");
        assertThat(row(budget).path("qualifier").asString()).isEqualTo("ABOUT");
        assertThat(row(budget).path("actuality").asString()).isEqualTo("ESTIMATE");
        assertThat(row(poor).path("value").asInt()).isEqualTo(1200);
        assertThat(row(poor).path("qualifier").asString()).isEqualTo("ABOVE");
        var out = officer.get(sheet).bytes();
        assertThat(lines(out).stream().map(line -> line.at(VALUE)))
                .contains(new TableValue.Text("khoảng 95,5"), new TableValue.Text("trên 1200"));
        assertThat(take(out, "PARTIAL").path("unchanged").asInt()).isEqualTo(3);
        var reworded = take(form(filled(poor, 1, "từ 1200 trở lên", null, null, null)), "PARTIAL");
        assertThat(reworded.path("saved").asInt()).isEqualTo(1);
        assertThat(row(poor).path("qualifier").asString()).isEqualTo("AT_LEAST");
    }

    @Test
    void whatWasTakenOutIsBroughtBackWithoutEffect() {
        ok(officer.put(cell(report, budget), 0, value(7)));
        ok(officer.put(cell(report, ready), 0, value(0)));
        var out = officer.get(sheet);
        assertThat(out.header("Content-Disposition")).contains("attachment", ".xlsx");
        var lines = lines(out.bytes());
        assertThat(lines).hasSize(3);
        assertThat(lines.stream().map(line -> line.at(VALUE)))
                .contains(new TableValue.Amount(new BigDecimal("7")), new TableValue.Text("Không"), TableValue.EMPTY);
        assertThat(take(out.bytes(), "WHOLE_OR_NOTHING").path("unchanged").asInt())
                .isEqualTo(3);
    }

    @Test
    void everyFaultHasItsRowAndColumnAndTheGoodRowsAreTakenIfOneSaysSo() {
        var file = form(
                filled(budget, 0, "1.5 tỷ", null, null, null),
                filled(poor, 0, new BigDecimal("-2"), null, "có", null),
                filled(ready, 0, "Không", null, null, null),
                Arrays.asList("hỏng", BigDecimal.ONE, null, null, null),
                Arrays.asList(period + "/" + season.second + "/" + budget + "/0", BigDecimal.ONE, null, null, null));
        var whole = take(file, "WHOLE_OR_NOTHING");
        assertThat(whole.path("applied").asBoolean()).isFalse();
        assertThat(row(ready).path("version").asInt()).isZero();
        assertThat(whole.path("errors").findValuesAsString("code"))
                .containsExactly("not-a-number", "not-a-mark", "row-key", "row-of-another-report");
        assertThat(whole.path("errors").path(0).path("row").asInt()).isEqualTo(2);
        assertThat(whole.path("errors").path(0).path("column").asString()).isEqualTo("Số liệu");
        assertThat(whole.path("errors").path(0).path("detail").asString()).contains("1.234,5");
        var some = take(file, "PARTIAL");
        assertThat(some.path("saved").asInt()).isEqualTo(1);
        assertThat(some.path("refused").asInt()).isEqualTo(4);
        assertThat(row(ready).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void theFailedRowsComeBackWithTheirReasonAndAreSentAgainMended() {
        var file = form(filled(budget, 0, "nhiều", null, null, "vì"), filled(ready, 0, "Có", null, null, null));
        var back = officer.post(sheet + "/failures", file);
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        var fault = TableColumn.shown("Lỗi", 10);
        var lines = new ArrayList<TableReader.Line>();
        new TableReader(List.of(KEY, VALUE, fault), TableLimits.USUAL)
                .read(() -> new ByteArrayInputStream(back.bytes()), lines::add);
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().at(VALUE)).isEqualTo(new TableValue.Text("nhiều"));
        assertThat(lines.getFirst().at(fault).toString()).contains("Số liệu: Không phải số");
        assertThat(row(ready).path("version").asInt()).isZero();
        var mended = form(filled(budget, 0, "1.234,5", null, null, "vì"));
        assertThat(take(mended, "PARTIAL").path("saved").asInt()).isEqualTo(1);
        assertThat(row(budget).path("value").decimalValue()).isEqualByComparingTo("1234.5");
    }

    @Test
    void whoFilledAFormMergesWithWhoTypedMeanwhileCellByCell() {
        ok(season.leader(season.first).put(cell(report, budget), 0, value(50)));
        ok(season.leader(season.first).put(cell(report, poor), 0, value(5)));
        var back = take(
                form(
                        filled(budget, 0, new BigDecimal("60"), null, null, null),
                        filled(poor, 0, null, null, null, null),
                        filled(ready, 0, "Có", null, null, null)),
                "PARTIAL");
        assertThat(back.path("stale").asInt()).isEqualTo(1);
        assertThat(back.path("unchanged").asInt()).isEqualTo(1);
        assertThat(back.path("saved").asInt()).isEqualTo(1);
        assertThat(back.path("errors").findValuesAsString("code")).containsExactly("row-overtaken");
        assertThat(row(budget).path("value").asInt()).isEqualTo(50);
        assertThat(row(poor).path("value").asInt()).isEqualTo(5);
    }

    @Test
    void evidenceStaysWhereItIsAndAnEmptiedExplanationGoes() {
        var file = LivingSeason.file(officer, "minh-chung.txt", "số liệu");
        ok(officer.put(cell(report, budget), 0, TriedOn.with(value(1), "evidence", List.of(file))));
        take(form(filled(budget, 1, new BigDecimal("2"), null, null, null)), "PARTIAL");
        assertThat(row(budget).path("value").asInt()).isEqualTo(2);
        assertThat(row(budget).path("evidence").size()).isEqualTo(1);
        assertThat(row(budget).path("explanation").isNull()).isTrue();
    }

    @Test
    void aClusterIsTakenOutByWhoSeesItAndCsvCarriesNoFormula() {
        ok(officer.put(cell(report, budget), 0, TriedOn.with(value(1), "explanation", "=cmd|' /C calc'!A0")));
        var path = "/api/v1/periods/" + period + "/sheet";
        assertThat(lines(season.standing().get(path).bytes())).hasSize(9);
        assertThat(lines(officer.get(path).bytes())).hasSize(3);
        var csv = season.standing().get(path + "?format=CSV");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text()).contains("Khoá dòng,Mã đơn vị", ",'=cmd|").doesNotContain(",=cmd");
        assertThat(season.officer(LivingSeason.unit(catalogue)).get(path).status())
                .isEqualTo(404);
        assertThat(season.officer(season.second).get(sheet).status()).isEqualTo(404);
    }

    @Test
    void aClosedPeriodAndAStrangerTakeNoForm() {
        var file = form(filled(budget, 0, BigDecimal.ONE, null, null, null));
        assertThat(season.standing().post(sheet + "?mode=PARTIAL", file).status())
                .isEqualTo(403);
        assertThat(season.officer(season.second).post(sheet, file).status()).isEqualTo(404);
        season.clock("12 days");
        assertThat(officer.post(sheet + "?mode=PARTIAL", file).problem()).isEqualTo("period-closed");
    }

    @Test
    void whatIsNoWorkbookOrABombIsRefusedAndChangesNothing() {
        for (var bad : List.of(new byte[0], "PK".getBytes(StandardCharsets.UTF_8), new byte[100_000])) {
            var answer = officer.post(sheet + "?mode=PARTIAL", bad);
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(code(answer)).isEqualTo("file-not-a-workbook");
        }
        assertThat(code(officer.post(sheet, bomb()))).isEqualTo("file-unpacks-too-large");
        var headless = workbook(List.of(VALUE), List.of(Arrays.asList(BigDecimal.ONE)));
        assertThat(code(officer.post(sheet, headless))).isEqualTo("column-missing");
        var rows = new ArrayList<List<? extends @Nullable Object>>();
        for (int i = 0; i < 501; i++) {
            rows.add(filled(budget, 0, BigDecimal.ONE, null, null, null));
        }
        assertThat(code(officer.post(sheet, workbook(FORM, rows)))).isEqualTo("file-too-many-rows");
        assertThat(officer.with("Content-Type", "application/json")
                        .post(sheet, "{}")
                        .status())
                .isEqualTo(415);
        assertThat(officer.post(sheet + "?mode=NONE", new byte[0]).status()).isEqualTo(400);
        assertThat(row(budget).path("version").asInt()).isZero();
    }

    /** A hundred kilobytes that unpack to a hundred megabytes. */
    private static byte[] bomb() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook xmlns:r='r'><sheets><sheet r:id='a'/></sheets></workbook>"
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
            zip.write("<a><Relationship Id='a' Target='sheet.xml'/></a>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/sheet.xml"));
            zip.write("<sheet>".getBytes(StandardCharsets.UTF_8));
            var rows = "<row></row>".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                zip.write(rows);
            }
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private JsonNode take(byte[] file, String mode) {
        var answer = officer.post(sheet + "?mode=" + mode, file);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private static String code(Api.Answer answer) {
        return answer.body().path("errors").path(0).path("code").asString();
    }

    private List<@Nullable Object> filled(
            UUID indicator,
            long version,
            @Nullable Object value,
            @Nullable String notApplicable,
            @Nullable String estimate,
            @Nullable String explanation) {
        return Arrays.asList(
                period + "/" + season.first + "/" + indicator + "/" + version,
                value,
                notApplicable,
                estimate,
                explanation);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static byte[] form(List<? extends @Nullable Object>... rows) {
        return workbook(FORM, List.of(rows));
    }

    private static byte[] workbook(List<TableColumn> columns, List<? extends List<? extends @Nullable Object>> rows) {
        var out = new ByteArrayOutputStream();
        try (var table = new XlsxWriter(out, "Biểu", columns, List.of())) {
            for (var row : rows) {
                table.row(row);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static List<TableReader.Line> lines(byte[] file) {
        var lines = new ArrayList<TableReader.Line>();
        new TableReader(FORM, TableLimits.USUAL).read(() -> new ByteArrayInputStream(file), lines::add);
        return lines;
    }

    private JsonNode row(UUID indicator) {
        for (var row : officer.get("/api/v1/reports/" + report).body().path("rows")) {
            if (row.path("indicatorId").asString().equals(indicator.toString())) {
                return row.path("cell");
            }
        }
        throw new AssertionError("no row for " + indicator);
    }
}
