package vn.thidua.indicator.scoresheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
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
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.provenance.Provenance;
import vn.thidua.indicator.scoresheet.SheetBody.Content;

/** What goes out as a workbook comes in as the same sheet, to the byte of its canonical text. */
class WorkbookTest {
    private static final UUID ORGANISER = UUID.randomUUID();
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

    static Stream<Sheet> sheetsInTheResources() throws IOException {
        try (var file = WorkbookTest.class.getResourceAsStream("/scoring/sheet-of-twelve.json")) {
            var ofTwelve = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.concat(
                    Stream.of(SheetReader.read(Canonical.read(ofTwelve, Content.class))),
                    ExampleSheets.ALL.stream().map(ExampleSheet::sheet));
        }
    }

    @ParameterizedTest
    @MethodSource({"sheetsOfEveryRule", "sheetsInTheResources"})
    void aSheetOfAnyRulesComesBackWithTheSameHash(Sheet sheet) throws IOException {
        var before = SheetText.write(sheet);
        var after = SheetText.write(again(sheet));
        assertThat(after).isEqualTo(before);
        assertThat(Canonical.sha256(after)).isEqualTo(Canonical.sha256(before));
    }

    @Test
    void noCellOfAWorkbookIsAFormulaWhateverANameBeginsWith() throws IOException {
        var parts = unpacked(workbook(new EveryRule(1).sheet(), Map.of()));
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("cmd|").doesNotContain("<f>");
    }

    @Test
    void aWorkbookLetsRowsBeAdded() throws IOException {
        var parts = unpacked(workbook(new EveryRule(1).sheet(), Map.of()));
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

    private static Sheet again(Sheet sheet) throws IOException {
        var known = new ArrayList<WorkbookIndicators.Known>();
        var codes = new HashMap<UUID, String>();
        for (var id : ScoresheetService.indicators(sheet)) {
            codes.put(id, "CT" + codes.size());
            known.add(new WorkbookIndicators.Known(id, ORGANISER, Objects.requireNonNull(codes.get(id))));
        }
        var reading = WorkbookReading.read(workbook(sheet, codes));
        assertThat(reading.faults()).isEmpty();
        assertThat(WorkbookIndicators.resolve(reading.body(), ORGANISER, known)).isEmpty();
        return SheetReader.read(JsonMapper.shared().treeToValue(reading.body(), Content.class));
    }

    private static byte[] workbook(Sheet sheet, Map<UUID, String> codes) throws IOException {
        var out = new ByteArrayOutputStream();
        var scoresheet = new Scoresheet(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                1,
                "Bảng điểm",
                Scoresheet.Status.DRAFT,
                SheetText.write(sheet),
                null,
                null,
                Provenance.INVENTED,
                null,
                1);
        WorkbookWriting.write(out, scoresheet, codes, Map.of());
        return out.toByteArray();
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
