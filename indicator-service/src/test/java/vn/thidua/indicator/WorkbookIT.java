package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.TableLimits;
import vn.thidua.kit.table.TableReader;
import vn.thidua.kit.table.TableValue;
import vn.thidua.kit.table.XlsxReader;
import vn.thidua.kit.table.XlsxWriter;
import vn.thidua.kit.test.Api;

/** A scoresheet goes out as a workbook, and a workbook becomes a draft. */
class WorkbookIT {
    private final LivingSeason season = new LivingSeason(Catalogue.instance());
    private final Api standing = season.standing();

    @Test
    void aFrozenSheetTakenOutAndBroughtBackIsADraftThatFreezesToTheSameHash() {
        var indicator = season.indicator("PERCENT", "RAISE", 2, false);
        var frozen = frozen(sheet(indicator));
        var file = standing.get("/api/v1/scoresheets/" + frozen.path("id").asString() + "/sheet");
        assertThat(file.header("Content-Disposition")).contains("attachment", ".xlsx");
        var judged = take(file.bytes(), "DRY_RUN");
        assertThat(judged.status()).isEqualTo(200);
        assertThat(judged.body().path("sha256").asString())
                .isEqualTo(frozen.path("sha256").asString());
        assertThat(judged.body().path("scoresheetId").isNull()).isTrue();

        var taken = take(file.bytes(), "DRAFT");
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(taken.body().path("errors")).isEmpty();
        assertThat(taken.body().path("unfinished")).isEmpty();
        var id = taken.body().path("scoresheetId").asString();
        assertThat(taken.header("Location")).endsWith(id);
        var draft = standing.get("/api/v1/scoresheets/" + id).body();
        assertThat(draft.path("status").asString()).isEqualTo("DRAFT");
        assertThat(draft.path("edition").asInt()).isEqualTo(2);
        assertThat(draft.path("title")).isEqualTo(frozen.path("title"));
        assertThat(draft.path("groups")).isEqualTo(frozen.path("groups"));
        var again =
                LivingSeason.ok(standing.with("If-Match", "\"1\"").post("/api/v1/scoresheets/" + id + "/freeze", null));
        assertThat(again.body().path("sha256")).isEqualTo(frozen.path("sha256"));
    }

    @Test
    void aDraftIsChangedByItsWorkbookOnlyInTheVersionThatWasSeen() {
        var made = LivingSeason.created(standing.post("/api/v1/scoresheets", ScoredSeason.sheetOfTwelve(season)));
        var file = changed(workbook(made.id()), row -> {
            if (row.containsValue("Thu ngân sách")) {
                row.put("Tên", "=HYPERLINK(\"http://x\")");
            }
        });
        var path = "/api/v1/scoresheets/" + made.id() + "/sheet?mode=DRAFT";
        assertThat(standing.with("If-Match", "\"7\"").post(path, file).status()).isEqualTo(412);
        LivingSeason.ok(standing.with("If-Match", "\"1\"").post(path, file));
        var draft = standing.get("/api/v1/scoresheets/" + made.id()).body();
        assertThat(draft.at("/groups/0/criteria/0/name").asString()).isEqualTo("=HYPERLINK(\"http://x\")");
        assertThat(draft.path("version").asInt()).isEqualTo(2);
    }

    @Test
    void everyErrorNamesItsCellAndNothingIsKept() {
        var made = LivingSeason.created(standing.post("/api/v1/scoresheets", ScoredSeason.sheetOfTwelve(season)));
        var file = changed(workbook(made.id()), row -> {
            var code = row.get("Mã");
            if ("I.1".equals(code)) {
                row.put("Cách chấm", "Theo cảm tính");
            } else if ("I.2".equals(code)) {
                row.put("Điểm tối đa", "mười");
            } else if ("I.3".equals(code)) {
                row.put("Mã chỉ tiêu", "KHONG-CO");
            } else if ("I.5".equals(code)) {
                row.put("Tính nhiều nhất đến", "5");
            } else if ("II".equals(code)) {
                row.put("Cứ mỗi", "1");
            } else if ("Cách làm tròn".equals(row.get("Tên"))) {
                row.put("Giá trị", null);
            } else if ("Tên bảng điểm".equals(row.get("Tên"))) {
                row.put("Dòng", "Ghi chú");
            }
        });
        var taken = take(file, "DRAFT");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body().path("sha256").isNull()).isTrue();
        assertThat(standing.get("/api/v1/scoresheets?seasonId=" + season.id)
                        .body()
                        .path("items"))
                .as("only the one it was taken from")
                .hasSize(1);
        var rows = rows(file);
        assertThat(faults(taken))
                .containsExactlyInAnyOrder(
                        number(rows, "Ghi chú") + " Dòng row-kind",
                        "1 Tên bảng điểm not-blank",
                        number(rows, "Cách làm tròn") + " Giá trị required",
                        number(rows, "I.1") + " Cách chấm not-a-choice",
                        number(rows, "I.2") + " Điểm tối đa not-a-number",
                        number(rows, "I.3") + " Mã chỉ tiêu not-found",
                        number(rows, "II") + " Cứ mỗi not-in-this-row");
        assertThat(taken.body().path("errors").findValuesAsString("text"))
                .allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @Test
    void aFieldOfAnotherRuleIsAnErrorInItsColumn() {
        var made = LivingSeason.created(standing.post("/api/v1/scoresheets", ScoredSeason.sheetOfTwelve(season)));
        var file = changed(workbook(made.id()), row -> {
            if ("I.5".equals(row.get("Mã"))) {
                row.put("Tính nhiều nhất đến", "5");
            }
        });
        assertThat(faults(take(file, "DRY_RUN")))
                .containsExactly(number(rows(file), "I.5") + " Tính nhiều nhất đến not-of-this-rule");
    }

    @Test
    void whatIsNotFinishedIsKeptAndToldCellByCell() {
        var made = LivingSeason.created(standing.post("/api/v1/scoresheets", ScoredSeason.sheetOfTwelve(season)));
        var file = changed(workbook(made.id()), row -> {
            if ("Tổng điểm tối đa".equals(row.get("Tên"))) {
                row.put("Giá trị", "1.000,5");
            }
        });
        var taken = take(file, "DRAFT");
        assertThat(taken.status()).isEqualTo(201);
        var unfinished = taken.body().path("unfinished");
        assertThat(unfinished.findValuesAsString("code")).containsExactly("sum-differs");
        assertThat(unfinished.path(0).path("row").asInt()).isEqualTo(number(rows(file), "Tổng điểm tối đa"));
        var draft = standing.get(
                "/api/v1/scoresheets/" + taken.body().path("scoresheetId").asString());
        assertThat(draft.body().path("maximum").decimalValue()).isEqualByComparingTo("1000.5");
    }

    @Test
    void aWorkbookFromBeforeThereWerePartsIsStillTaken() {
        var made = LivingSeason.created(standing.post("/api/v1/scoresheets", ScoredSeason.sheetOfTwelve(season)));
        var file = workbook(made.id());
        var titles = new ArrayList<>(headings(file));
        assertThat(titles.remove("Thuộc phần")).isTrue();
        var taken = take(written(titles, rows(file)), "DRY_RUN");
        assertThat(taken.body().path("errors")).isEmpty();
        assertThat(taken.body().path("sha256"))
                .isEqualTo(take(file, "DRY_RUN").body().path("sha256"));
    }

    @Test
    void aPartIsARowOfItsOwnAndWhatIsWrongWithItIsToldThere() {
        var file = changed(
                workbook(LivingSeason.created(standing.post("/api/v1/scoresheets", ScoredSeason.sheetWithTerms(season)))
                        .id()),
                row -> {
                    if ("phần A.1".equals(row.get("Tên"))) {
                        assertThat(row).containsEntry("Dòng", "Phần").containsEntry("Thuộc phần", "A");
                        row.put("Điểm tối đa", "64");
                        row.put("Thuộc phần", "Z");
                    }
                });
        var rows = rows(file);
        assertThat(faults(take(file, "DRY_RUN"), "unfinished"))
                .containsExactly(
                        number(rows, "phần A") + " Điểm tối đa sum-differs",
                        number(rows, "phần A.1") + " Thuộc phần not-found",
                        number(rows, "phần A.1") + " Điểm tối đa sum-differs");
    }

    @Test
    void anIndicatorIsFoundByItsCodeFirstInTheOrganisersCatalogue() {
        var own = season.indicator("QUANTITY", "RAISE", 2, false);
        var code = standing.get("/api/v1/indicators/" + own).body().path("code").asString();
        var stranger = new LivingSeason(season.catalogue);
        var twin = new HashMap<>(Catalogue.newIndicator(stranger.organiser));
        twin.put("code", code);
        var other = LivingSeason.created(stranger.standing().post("/api/v1/indicators", twin))
                .id();
        // The row brings the stranger's along; without that key the organiser's own is meant.
        var file = workbook(LivingSeason.created(standing.post("/api/v1/scoresheets", sheet(other)))
                .id());
        assertThat(indicator(take(file, "DRAFT"))).isEqualTo(other.toString());
        var without = changed(file, row -> row.remove("Khoá chỉ tiêu"));
        assertThat(indicator(take(without, "DRAFT"))).isEqualTo(own.toString());
    }

    @Test
    void whatIsNoWorkbookOrHasNoneOfItsColumnsIsRefused() {
        assertThat(take(new byte[] {1, 2, 3}, "DRAFT").status()).isEqualTo(422);
        assertThat(take(new byte[0], "DRAFT").status()).isEqualTo(422);
        var other = written(List.of("Họ tên"), List.of(Map.of("Họ tên", "An")));
        assertThat(take(other, "DRAFT").text()).contains("column-missing");
    }

    private String indicator(Api.Answer taken) {
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        return standing.get("/api/v1/scoresheets/"
                        + taken.body().path("scoresheetId").asString())
                .body()
                .at("/groups/0/criteria/0/indicatorId")
                .asString();
    }

    private ObjectNode sheet(UUID indicator) {
        var sheet = ScoredSeason.sheetWithTerms(season);
        var criterion = (ObjectNode) sheet.at("/groups/0/criteria/0");
        criterion.put("indicatorId", indicator.toString());
        criterion.putArray("notFor").add(season.first.toString());
        criterion.putArray("periods").add("H1").add("YEAR");
        var variant = criterion.putArray("variants").addObject();
        variant.put("label", "Sở, ngành")
                .put("maximum", criterion.path("maximum").decimalValue());
        variant.putArray("forUnits").add(season.second.toString());
        variant.putObject("rule").put("type", "PROPORTIONAL").put("of", "VALUE").put("floor", 60);
        return sheet;
    }

    private JsonNode frozen(ObjectNode sheet) {
        var id = LivingSeason.created(standing.post("/api/v1/scoresheets", sheet))
                .id();
        return LivingSeason.ok(standing.with("If-Match", "\"1\"").post("/api/v1/scoresheets/" + id + "/freeze", null))
                .body();
    }

    private byte[] workbook(UUID scoresheet) {
        return standing.get("/api/v1/scoresheets/" + scoresheet + "/sheet").bytes();
    }

    private Api.Answer take(byte[] file, String mode) {
        return standing.post("/api/v1/scoresheets/sheet?mode=" + mode + "&seasonId=" + season.id, file);
    }

    private static List<String> faults(Api.Answer taken) {
        return faults(taken, "errors");
    }

    private static List<String> faults(Api.Answer taken, String which) {
        return taken.body()
                .path(which)
                .valueStream()
                .map(fault -> "%d %s %s"
                        .formatted(
                                fault.path("row").asInt(),
                                fault.path("column").asString(),
                                fault.path("code").asString()))
                .toList();
    }

    /** The number of the row in which something stands. */
    private static int number(List<Map<String, @Nullable Object>> rows, String text) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).containsValue(text)) {
                return i + 2;
            }
        }
        throw new AssertionError("no row says " + text);
    }

    /** The workbook as somebody changes it. */
    private static byte[] changed(byte[] file, Consumer<Map<String, @Nullable Object>> change) {
        var rows = rows(file);
        rows.forEach(change);
        return written(headings(file), rows);
    }

    private static List<String> headings(byte[] file) {
        var headings = new ArrayList<String>();
        XlsxReader.read(() -> new ByteArrayInputStream(file), TableLimits.USUAL, (number, cells) -> {
            if (number == 1) {
                cells.forEach(cell -> {
                    if (cell instanceof TableValue.Text(var text)) {
                        headings.add(text);
                    }
                });
            }
        });
        return headings;
    }

    private static List<Map<String, @Nullable Object>> rows(byte[] file) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        var columns = headings(file).stream()
                .map(title -> TableColumn.input(title, 9))
                .toList();
        new TableReader(columns, TableLimits.USUAL).read(() -> new ByteArrayInputStream(file), line -> {
            var row = new HashMap<String, @Nullable Object>();
            for (var column : columns) {
                switch (line.at(column)) {
                    case TableValue.Text(var text) -> row.put(column.title(), text);
                    case TableValue.Amount(var number) -> row.put(column.title(), number);
                    default -> {}
                }
            }
            rows.add(row);
        });
        return rows;
    }

    private static byte[] written(List<String> titles, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        var columns = titles.stream().map(title -> TableColumn.input(title, 9)).toList();
        var out = new ByteArrayOutputStream();
        try (var table = new XlsxWriter(out, "Bảng điểm", columns, List.of())) {
            for (var row : rows) {
                var cells = new ArrayList<@Nullable Object>();
                titles.forEach(title -> cells.add(row.get(title)));
                table.row(cells);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
