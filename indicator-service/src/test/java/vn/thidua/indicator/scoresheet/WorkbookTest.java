package vn.thidua.indicator.scoresheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.score.RandomSheets;
import vn.thidua.indicator.scoresheet.SheetBody.Content;

/** What goes out as a workbook comes in as the same sheet, to the byte of its canonical text. */
class WorkbookTest {
    private static final List<WorkbookCell> CHOICES = List.of(
            WorkbookWords.RULE,
            WorkbookWords.OF,
            WorkbookWords.BONUS,
            WorkbookWords.NOT_APPLICABLE,
            WorkbookWords.PLAN,
            WorkbookWords.ROUNDED_AT,
            WorkbookWords.ROUNDING,
            WorkbookWords.UNMATCHED,
            WorkbookWords.MEASURED,
            WorkbookWords.OVERLAP,
            WorkbookWords.STACKING,
            WorkbookWords.READING,
            WorkbookWords.PROVENANCE);

    @TempDir
    private Path folder;

    static Stream<Sheet> sheetsOfEveryRule() {
        return IntStream.range(0, 60).mapToObj(seed -> new EveryRule(seed).sheet());
    }

    /** With numbers as a request leaves them: 1.090 is 1.09. */
    static Stream<Sheet> sheetsThatMakeSense() {
        return IntStream.range(0, 60)
                .mapToObj(seed -> SheetReader.read(SheetWriter.write(RandomSheets.sheet(new Random(seed)))));
    }

    static Stream<Sheet> sheetsInTheResources() throws IOException {
        try (var file = WorkbookTest.class.getResourceAsStream("/scoring/sheet-of-twelve.json")) {
            var ofTwelve = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.concat(
                    Stream.of(SheetReader.read(Canonical.read(ofTwelve, Content.class))),
                    ExampleSheets.ALL.stream().map(ExampleSheet::sheet));
        }
    }

    /** The living block's and Hà Giang's. */
    static Stream<Sheet> sheetsOfTheDemo() {
        return Stream.concat(DemoSheets.ofTheLivingBlock(), DemoSheets.ofHaGiang());
    }

    @ParameterizedTest
    @MethodSource({"sheetsOfEveryRule", "sheetsThatMakeSense", "sheetsInTheResources", "sheetsOfTheDemo"})
    void aSheetOfAnyRulesComesBackWithTheSameHash(Sheet sheet) {
        ThroughAWorkbook.same(sheet);
    }

    @Test
    void noCellOfAWorkbookIsAFormulaWhateverANameBeginsWith() throws IOException {
        var parts = unpacked(ThroughAWorkbook.written(new EveryRule(1).sheet(), Map.of()));
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("cmd|").doesNotContain("<f>");
    }

    @Test
    void aWorkbookLetsRowsBeAdded() throws IOException {
        var parts = unpacked(ThroughAWorkbook.written(new EveryRule(1).sheet(), Map.of()));
        assertThat(parts.get("xl/worksheets/sheet1.xml")).doesNotContain("sheetProtection");
    }

    @Test
    void theWordsToChooseFromAreAsShortAsASpreadsheetTakesThemAndNoneMeansTwoThings() {
        var lists = new ArrayList<List<String>>();
        CHOICES.forEach(cell -> lists.add(cell.choices()));
        lists.add(List.of(WorkbookRow.labels()));
        assertThat(lists).allSatisfy(words -> {
            assertThat(words).doesNotHaveDuplicates().noneMatch(word -> word.contains(","));
            assertThat(String.join(",", words)).hasSizeLessThan(256);
        });
        var declared = new ArrayList<String>();
        Stream.of(WorkbookWords.OVERLAP, WorkbookWords.STACKING, WorkbookWords.READING)
                .forEach(cell -> declared.addAll(cell.choices()));
        assertThat(declared).as("one column, told apart by the words").doesNotHaveDuplicates();
    }

    private Map<String, String> unpacked(byte[] workbook) throws IOException {
        var parts = new HashMap<String, String>();
        var file = Files.createTempFile(folder, "workbook", ".xlsx");
        Files.write(file, workbook);
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
