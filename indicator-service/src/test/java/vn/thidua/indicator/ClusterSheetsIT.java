package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static vn.thidua.indicator.LivingSeason.cell;
import static vn.thidua.indicator.LivingSeason.ok;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
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
import vn.thidua.kit.test.Scratch;
import vn.thidua.kit.test.TestIssuer;

/** A whole cluster is taken away as one workbook, filled there, and brought back. */
class ClusterSheetsIT {
    private static final TableColumn KEY = TableColumn.hidden("Khoá dòng");
    private static final TableColumn VALUE = TableColumn.input("Số liệu", 10);
    private static final TableColumn NOT_APPLICABLE = TableColumn.input("Không áp dụng", 10);
    private static final TableColumn ESTIMATE = TableColumn.input("Ước tính", 10);
    private static final TableColumn EXPLANATION = TableColumn.input("Giải trình", 10);
    private static final TableColumn UNIT = TableColumn.shown("Đơn vị", 10);
    private static final TableColumn FAULT = TableColumn.shown("Lỗi", 10);
    private static final List<TableColumn> FORM = List.of(KEY, VALUE, NOT_APPLICABLE, ESTIMATE, EXPLANATION);

    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID budget = season.indicator("QUANTITY", "RAISE", 2, false);
    private final UUID ready = season.indicator("YES_NO", "RAISE", 0, false);
    private final UUID period = season.promised().period("H1", 10);
    private final Api both = both();
    private final String sheet = "/api/v1/periods/" + period + "/sheet";

    @AfterEach
    void theClockIsRightAgain() {
        season.clock("0");
    }

    @Test
    void aWorkbookOfManyUnitsIsFilledAndBroughtBackOnceHoweverOftenItIsSent() {
        var filled = refilled(both.get(sheet).bytes(), Map.of(season.first, "1.234,5", season.second, "7"));
        var judged = take(both, filled, "DRY_RUN");
        assertThat(judged.path("saved").asInt()).isEqualTo(2);
        assertThat(judged.path("applied").asBoolean()).isFalse();
        assertThat(reports()).as("nobody's report is begun by a look").isZero();
        var taken = take(both, filled, "PARTIAL");
        assertThat(taken.path("saved").asInt()).isEqualTo(2);
        assertThat(taken.path("unchanged").asInt()).isEqualTo(2);
        assertThat(value(season.first, budget).path("value").decimalValue()).isEqualByComparingTo("1234.5");
        assertThat(value(season.second, budget).path("version").asInt()).isEqualTo(1);
        assertThat(take(both, filled, "PARTIAL").path("unchanged").asInt()).isEqualTo(4);
        assertThat(value(season.first, budget).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void wrongCellsAreToldOneByOneAndTheOthersTaken() {
        var file = workbook(
                filled(season.first, budget, 0, "nhiều"),
                filled(season.second, budget, 0, new BigDecimal("1.234")),
                filled(season.second, ready, 0, "Có"),
                Arrays.asList("?", "1", null, null, null),
                filled(season.organiser, budget, 0, "1"));
        var whole = take(both, file, "WHOLE_OR_NOTHING");
        assertThat(whole.path("applied").asBoolean()).isFalse();
        assertThat(reports()).isZero();
        var some = take(both, file, "PARTIAL");
        assertThat(some.path("saved").asInt()).isEqualTo(1);
        assertThat(some.path("refused").asInt()).isEqualTo(4);
        assertThat(some.path("errors").findValuesAsString("code"))
                .containsExactly("not-a-number", "decimals", "row-key", "row-of-another-report");
        assertThat(value(season.second, ready).path("value").asInt()).isEqualTo(1);
        assertThat(reports()).as("where nothing is taken, nothing is begun").isEqualTo(1);
        var back = both.post(sheet + "/failures", file);
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        var lines = lines(back.bytes(), List.of(KEY, UNIT, VALUE, FAULT));
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst().at(VALUE)).isEqualTo(new TableValue.Text("nhiều"));
        assertThat(lines.getFirst().at(UNIT).toString()).contains("Đơn vị K");
        assertThat(lines.getFirst().at(FAULT).toString()).contains("Số liệu: Không phải số");
    }

    @Test
    void aUnitOfOthersAndOneThatHandedInAreRefusedWithTheirReasonAndTheOthersTaken() {
        season.submitted(period, season.second, 1);
        var file = workbook(
                filled(season.first, budget, 0, "3"),
                filled(season.second, budget, 0, "5"),
                filled(season.second, ready, 1, "Có"));
        var taken = take(both, file, "PARTIAL");
        assertThat(taken.path("saved").asInt()).isEqualTo(1);
        // What stands there as it was taken out was not touched.
        assertThat(taken.path("unchanged").asInt()).isEqualTo(1);
        assertThat(taken.path("errors").findValuesAsString("code")).containsExactly("report-not-editable");
        var own = season.officer(season.second);
        var strange = take(own, workbook(filled(season.second, ready, 1, "Có")), "PARTIAL");
        assertThat(strange.path("unchanged").asInt()).isEqualTo(1);
        var standing = season.standing().post(sheet, file);
        assertThat(standing.status()).as("who organises writes nobody's report").isEqualTo(403);
        assertThat(season.officer(LivingSeason.unit(catalogue))
                        .post(sheet, file)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aClosedPeriodTakesNothingAndSaysSo() {
        var file = workbook(filled(season.first, budget, 0, "3"));
        season.clock("12 days");
        var refused = take(both, file, "PARTIAL");
        assertThat(refused.path("saved").asInt()).isZero();
        assertThat(refused.path("errors").findValuesAsString("code")).containsExactly("period-closed");
        assertThat(refused.path("errors").path(0).path("detail").asString()).contains("đã đóng");
        assertThat(take(both, file, "WHOLE_OR_NOTHING").path("applied").asBoolean())
                .isFalse();
    }

    @Test
    void whoFilledAWorkbookMergesWithWhoTypedMeanwhile() {
        var report = season.report(period, season.first);
        ok(season.leader(season.first).put(cell(report, budget), 0, LivingSeason.value(50)));
        var back = take(
                both,
                workbook(filled(season.first, budget, 0, "60"), filled(season.second, budget, 0, "61")),
                "PARTIAL");
        assertThat(back.path("stale").asInt()).isEqualTo(1);
        assertThat(back.path("saved").asInt()).isEqualTo(1);
        assertThat(value(season.first, budget).path("value").asInt()).isEqualTo(50);
    }

    @Test
    void onlyWhatTheCallerCanFillIsUnlockedAndNumbersKeepToTheirLimits() throws IOException {
        ok(season.standing()
                .put(
                        "/api/v1/indicators/" + budget + "/checks",
                        1,
                        Map.of(
                                "bounds",
                                List.of(Map.of("kind", "LIMITS", "lower", 0, "upper", 5000, "severity", "ERROR")))));
        var mine = xml(both.get(sheet).bytes());
        assertThat(mine).contains("<sheetProtection", "OR(ISTEXT(I2),AND(I2>=0,5000>=I2,ROUND(I2,2)=I2))", "Có,Không");
        assertThat(lines(both.get(sheet).bytes(), FORM))
                .as("it can be read again")
                .hasSize(4);
        assertThatCode(() -> XMLInputFactory.newDefaultFactory()
                        .createXMLEventReader(new StringReader(mine))
                        .forEachRemaining(_ -> {}))
                .as("what asks while people type is sound too")
                .doesNotThrowAnyException();
        var theirs = xml(season.standing().get(sheet).bytes());
        assertThat(theirs).contains("<sheetProtection").doesNotContain("ISTEXT(");
        season.clock("12 days");
        assertThat(xml(both.get(sheet).bytes())).doesNotContain("ISTEXT(");
    }

    private Api both() {
        var account = "both-" + UUID.randomUUID();
        catalogue.known.person(account, Map.of("UNIT_OFFICER", season.first, "UNIT_LEADER", season.second));
        return catalogue.service.api().as(TestIssuer.instance().person(account));
    }

    private JsonNode take(Api by, byte[] file, String mode) {
        var answer = by.post(sheet + "?mode=" + mode, file);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    /** The workbook as it came, with that said of the budget of each of those units. */
    private byte[] refilled(byte[] file, Map<UUID, String> budgets) {
        var rows = new ArrayList<List<? extends @Nullable Object>>();
        for (var line : lines(file, FORM)) {
            var key = ((TableValue.Text) line.at(KEY)).text();
            var parts = key.split("/", -1);
            var said = parts[2].equals(budget.toString()) ? budgets.get(UUID.fromString(parts[1])) : null;
            rows.add(Arrays.asList(key, said, null, null, null));
        }
        return written(rows);
    }

    private List<@Nullable Object> filled(UUID unit, UUID indicator, long version, Object value) {
        // As LivingSeason hands it in, so that only the number may differ.
        var explanation = version == 0 ? null : "theo số đã kiểm tra";
        return Arrays.asList(period + "/" + unit + "/" + indicator + "/" + version, value, null, null, explanation);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static byte[] workbook(List<? extends @Nullable Object>... rows) {
        return written(List.of(rows));
    }

    private static byte[] written(List<? extends List<? extends @Nullable Object>> rows) {
        var out = new ByteArrayOutputStream();
        try (var table = new XlsxWriter(out, "Biểu", FORM, List.of())) {
            for (var row : rows) {
                table.row(row);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static List<TableReader.Line> lines(byte[] file, List<TableColumn> columns) {
        var lines = new ArrayList<TableReader.Line>();
        new TableReader(columns, TableLimits.USUAL).read(() -> new ByteArrayInputStream(file), lines::add);
        return lines;
    }

    private static String xml(byte[] file) throws IOException {
        var kept = Scratch.folder("workbook").resolve("workbook.xlsx");
        Files.write(kept, file);
        try (var zip = new ZipFile(kept.toFile())) {
            var part = zip.getEntry("xl/worksheets/sheet1.xml");
            return new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int reports() {
        var begun = 0;
        for (var line : season.standing()
                .get("/api/v1/reports?periodId=" + period)
                .body()
                .path("items")) {
            begun += line.path("id").isNull() ? 0 : 1;
        }
        return begun;
    }

    private JsonNode value(UUID unit, UUID indicator) {
        for (var line : season.standing()
                .get("/api/v1/reports?periodId=" + period)
                .body()
                .path("items")) {
            if (line.path("unitId").asString().equals(unit.toString())) {
                var report = season.standing()
                        .get("/api/v1/reports/" + line.path("id").asString());
                for (var row : report.body().path("rows")) {
                    if (row.path("indicatorId").asString().equals(indicator.toString())) {
                        return row.path("cell");
                    }
                }
            }
        }
        throw new AssertionError("no cell of " + unit);
    }
}
