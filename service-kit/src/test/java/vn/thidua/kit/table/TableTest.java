package vn.thidua.kit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.kit.table.Workbooks.repeated;
import static vn.thidua.kit.table.Workbooks.rows;
import static vn.thidua.kit.table.Workbooks.sheet;
import static vn.thidua.kit.table.Workbooks.text;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.kit.problem.ProblemException;

/** Tables go out and come in again; what comes from outside is read within bounds. */
class TableTest {
    private static final TableColumn KEY = TableColumn.hidden("Khoá");
    private static final TableColumn NAME = TableColumn.shown("Tên", 20);
    private static final TableColumn VALUE = TableColumn.input("Số liệu", 12);
    private static final TableColumn MARK = TableColumn.input("Đánh dấu", 8, "x");
    private static final List<TableColumn> COLUMNS = List.of(KEY, NAME, VALUE, MARK);
    private static final TableLimits LIMITS = new TableLimits(8L << 20, 1000, 20, 200, 100_000);

    @Test
    void whatGoesOutComesInAgain() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var table = new XlsxWriter(out, "Kỳ 6 tháng: A/B", COLUMNS, List.of("Nhập cột màu vàng"))) {
            for (int i = 0; i < 450; i++) {
                var number = new BigDecimal("132134.05").add(BigDecimal.valueOf(i));
                table.row(Arrays.asList("k" + i, "=1+1 ễ <&> " + i, number, null));
            }
        }
        var lines = new ArrayList<TableReader.Line>();
        new TableReader(COLUMNS.reversed(), LIMITS).read(() -> new ByteArrayInputStream(out.toByteArray()), lines::add);
        assertThat(lines).hasSize(450);
        var last = lines.getLast();
        assertThat(last.number()).isEqualTo(451);
        assertThat(last.at(KEY)).isEqualTo(new TableValue.Text("k449"));
        assertThat(last.at(NAME)).isEqualTo(new TableValue.Text("=1+1 ễ <&> 449"));
        assertThat(last.at(VALUE)).isEqualTo(new TableValue.Amount(new BigDecimal("132583.05")));
        assertThat(last.at(MARK)).isEqualTo(TableValue.EMPTY);
    }

    @Test
    void onlyColumnsForInputAreUnlockedAndChoicesAreAList() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var table = new XlsxWriter(out, "t", COLUMNS, List.of())) {
            table.row(Arrays.asList("k", "=HYPERLINK(1)", BigDecimal.ONE, "x"));
        }
        var parts = unzipped(out.toByteArray());
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("<sheetProtection", "dataValidation", "hidden=")
                .doesNotContain("<f>");
        assertThat(parts.get("xl/styles.xml")).contains("locked=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84 123", "-2", "@SUM(A1)", "  =1+1", "\t=1", "\r=1", "＝1+1"})
    void noTextInCsvIsEverAFormula(String text) {
        assertThat(CsvWriter.harmless(text)).isEqualTo("'" + text);
    }

    @Test
    void ordinaryTextAndNumbersInCsvStayAsTheyAreAndQuotesAreDoubled() throws IOException {
        assertThat(CsvWriter.harmless("tăng 5% = 3 + 2")).isEqualTo("tăng 5% = 3 + 2");
        var out = new ByteArrayOutputStream();
        try (var table = new CsvWriter(out, List.of(NAME, VALUE))) {
            table.row(Arrays.asList("a \"b\", c", new BigDecimal("-5")));
            table.row(Arrays.asList(null, null));
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFTên,Số liệu\r\n\"a \"\"b\"\", c\",-5\r\n,\r\n");
    }

    @Test
    void everyKindOfCellIsReadAsWhatItIs() {
        var file = sheet("""
                <row r="3"><c r="A3"><v>0.30000000000000004</v></c><c r="B3" t="str"><f>A1&amp;B1</f><v>kết quả</v></c>
                <c r="C3" t="e"><v>#N/A</v></c><c r="D3" t="b"><v>1</v></c><c r="E3"><v>1E400</v></c>
                <c r="F3" t="inlineStr"><is><r><t>hai </t></r><r><t>mảnh</t></r><rPh><t>x</t></rPh></is></c>
                <c r="G3"><f>1/3</f><v>0.33333333333333331</v></c><c r="H3"><v> </v></c><c r="I3"><v>1.2E3</v></c></row>
                """);
        assertThat(rows(file, LIMITS).getFirst().subList(0, 9))
                .containsExactly(
                        new TableValue.Amount(new BigDecimal("0.3")),
                        new TableValue.Text("kết quả"),
                        new TableValue.Fault("#N/A"),
                        new TableValue.Amount(BigDecimal.ONE),
                        new TableValue.Fault("1E400"),
                        new TableValue.Text("hai mảnh"),
                        new TableValue.Amount(new BigDecimal("0.333333333333333")),
                        TableValue.EMPTY,
                        new TableValue.Amount(new BigDecimal("1200")));
    }

    @Test
    void textsThatCellsShareAreFoundWhereverTheyLieInTheFile() {
        var parts = new LinkedHashMap<String, Workbooks.Part>();
        parts.put("xl/worksheets/sheet1.xml", text("""
                <worksheet><sheetData><row><c t="s"><v>1</v></c><c t="s"><v>7</v></c></row></sheetData></worksheet>"""));
        parts.put("xl/sharedStrings.xml", text("""
                <sst><si><t>không</t></si><si><r><t>A &amp; </t></r><r><t>B</t></r></si></sst>"""));
        var row = rows(Workbooks.of(parts), LIMITS).getFirst();
        assertThat(row.get(0)).isEqualTo(new TableValue.Text("A & B"));
        assertThat(row.get(1)).isInstanceOf(TableValue.Fault.class);
    }

    @Test
    void aFileThatUnpacksToMuchIsRefusedInLittleMemory() {
        var bomb = Workbooks.of(Map.of(
                "xl/worksheets/sheet1.xml",
                repeated("<worksheet><sheetData>", "<row/>", 400L << 20, "</sheetData></worksheet>")));
        assertThat(bomb.length).isLessThan(4 << 20);
        assertThat(allocatedWhile(() -> refused(bomb, "file-unpacks-too-large")))
                .isLessThan(8L << 20);
    }

    @Test
    void soIsOneThatHidesItsMassElsewhere() {
        var inTexts = Workbooks.of(
                Map.of("xl/sharedStrings.xml", repeated("<sst>", "<si><t>aaaaaaaa</t></si>", 7L << 20, "</sst>")));
        var inOneText = Workbooks.of(
                Map.of("xl/sharedStrings.xml", repeated("<sst><si><t>", "aaaaaaaa", 7L << 20, "</t></si></sst>")));
        var inAnAttribute = Workbooks.of(Map.of(
                "xl/worksheets/sheet1.xml",
                repeated("<worksheet><sheetData><row a=\"", "aaaaaaaa", 7L << 20, "\"/></sheetData></worksheet>")));
        for (var bomb : List.of(inTexts, inOneText, inAnAttribute)) {
            assertThat(allocatedWhile(() -> refused(bomb, "file-unpacks-too-large")))
                    .isLessThan(24L << 20);
        }
    }

    @Test
    void whatIsNotNeededIsNotUnpacked() {
        var picture = Workbooks.of(Map.of(
                "docProps/thumbnail",
                repeated("", "aaaaaaaa", 100L << 20, ""),
                "xl/worksheets/sheet1.xml",
                text("<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>")));
        assertThat(rows(picture, LIMITS)).hasSize(1);
    }

    @Test
    void cellsFarAwayCostNothingAndTooManyRowsAreRefused() {
        var far = sheet("""
                <row><c r="ZZZZZZZ1"><v>1</v></c><c r="XFD1"><v>1</v></c><c r="A1"><v>2</v></c></row>""");
        assertThat(rows(far, LIMITS).getFirst()).hasSize(20).startsWith(new TableValue.Amount(new BigDecimal("2")));
        refused(sheet("<row><c><v>1</v></c></row>".repeat(1001)), "file-too-many-rows");
        assertThat(rows(sheet("<row/>".repeat(5000)), LIMITS)).isEmpty();
    }

    @Test
    void textsInACellHaveABoundAndHiddenSignsAreNotTaken() {
        var file = sheet("<row><c t=\"inlineStr\"><is><t>" + "a".repeat(300)
                + "</t></is></c><c t=\"inlineStr\"><is><t>a\u202Eb</t></is></c><c><v>" + "1".repeat(150)
                + "</v></c></row>");
        assertThat(rows(file, LIMITS).getFirst().subList(0, 3)).allMatch(TableValue.Fault.class::isInstance);
    }

    @Test
    void aDocumentTypeIsNotRead() {
        var file = Workbooks.of(Map.of("xl/worksheets/sheet1.xml", text("""
                <!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY d SYSTEM "file:///etc/hostname">]>
                <worksheet><sheetData><row><c t="inlineStr"><is><t>x&b;&d;</t></is></c></row></sheetData></worksheet>""")));
        refused(file, "file-not-a-workbook");
    }

    @Test
    void whatIsNoWorkbookIsSaidToBeNone() {
        refused(new byte[0], "file-not-a-workbook");
        refused("không phải tệp Excel".getBytes(StandardCharsets.UTF_8), "file-not-a-workbook");
        refused(Workbooks.zip(Map.of("word/document.xml", text("<a/>"))), "file-not-a-workbook");
        refused(sheet("<row><c>"), "file-not-a-workbook");
        var good = sheet("<row><c><v>1</v></c></row>".repeat(500));
        refused(Arrays.copyOf(good, good.length / 2), "file-not-a-workbook");
        refused(sheet("<row r=\"x\"><c><v>1</v></c></row>"), "file-not-a-workbook");
    }

    @Test
    void aMissingHeadingIsNamed() {
        var file = sheet("""
                <row><c t="inlineStr"><is><t> SỐ LIỆU </t></is></c></row><row><c><v>5</v></c></row>""");
        var lines = new ArrayList<TableReader.Line>();
        new TableReader(List.of(VALUE), LIMITS).read(() -> new ByteArrayInputStream(file), lines::add);
        assertThat(lines.getFirst().at(VALUE)).isEqualTo(new TableValue.Amount(new BigDecimal("5")));
        assertThatThrownBy(() -> new TableReader(List.of(VALUE, KEY), LIMITS)
                        .read(() -> new ByteArrayInputStream(file), _ -> {}))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(
                                        refusal.problem().errors().getFirst().arguments())
                                .containsExactly("Khoá"));
    }

    @Test
    void manyEntitiesInOrdinaryTextAreOrdinary() {
        var cell = "<c t=\"inlineStr\"><is><t>" + "&amp;&lt;&#7877;".repeat(40) + "</t></is></c>";
        var read = rows(sheet(("<row>" + cell.repeat(10) + "</row>").repeat(500)), LIMITS);
        assertThat(read).hasSize(500);
        assertThat(read.getLast().getFirst()).isEqualTo(new TableValue.Text("&<ễ".repeat(40)));
    }

    private static void refused(byte[] file, String code) {
        assertThatThrownBy(() -> rows(file, LIMITS))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(
                                        refusal.problem().errors().getFirst().code())
                                .isEqualTo(code));
    }

    private static long allocatedWhile(Runnable work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static Map<String, String> unzipped(byte[] file) throws IOException {
        var parts = new HashMap<String, String>();
        var laid = Files.write(Files.createTempFile("table", ".xlsx"), file);
        try (var zip = new ZipFile(laid.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(laid);
        }
        return parts;
    }
}
