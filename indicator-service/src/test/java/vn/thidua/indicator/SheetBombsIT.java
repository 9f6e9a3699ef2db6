package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.kit.table.Workbooks.repeated;
import static vn.thidua.kit.table.Workbooks.text;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.table.Workbooks;
import vn.thidua.kit.test.Api;

/** A workbook that is small on the line and endless behind it is refused at the door, in memory that does not grow with it. */
class SheetBombsIT {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final long MEMORY = 64L << 20;

    private final LivingSeason season = new LivingSeason(Catalogue.instance());
    private final UUID budget = season.indicator("QUANTITY", "RAISE", 2, false);
    private final UUID period = season.promised().period("H1", 10);
    private final Api officer = season.officer(season.first);

    @Test
    void oneThatUnpacksToGigabytesIsRefusedInLittleMemory() {
        // The first answer of a kind takes what every later one finds ready.
        post(WideWorkbook.of(Catalogue.instance(), java.util.List.of(budget), "K", 1));
        var bomb = Workbooks.of(
                Map.of(SHEET, repeated("<worksheet><sheetData>", "<row/>", 2L << 30, "</sheetData></worksheet>")));
        assertThat(bomb.length).isLessThan(8 << 20);
        refused("file-unpacks-too-large", bomb);
    }

    @Test
    void soIsOneThatHidesItsMassInSharedTextsOrInOneLongText() {
        refused(
                "file-unpacks-too-large",
                Workbooks.of(Map.of(
                        "xl/sharedStrings.xml",
                        repeated("<sst>", "<si><t>aaaaaaaaaaaaaaaa</t></si>", 300L << 20, "</sst>"))));
        refused(
                "file-unpacks-too-large",
                Workbooks.of(Map.of(
                        SHEET,
                        repeated(
                                "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>",
                                "aaaaaaaa",
                                300L << 20,
                                "</t></is></c></row></sheetData></worksheet>"))));
    }

    @Test
    void soIsOneOfVeryManyPartsAndOneThatLiesAboutItsSize() {
        var many = new LinkedHashMap<String, Workbooks.Part>();
        for (int i = 0; i < 3000; i++) {
            many.put("xl/media/" + i, text(""));
        }
        refused("file-unpacks-too-large", Workbooks.of(many));
        refused(
                "file-unpacks-too-large",
                lying(Workbooks.of(Map.of(
                        SHEET, repeated("<worksheet><sheetData>", "<row/>", 300L << 20, "</sheetData></worksheet>")))));
    }

    @Test
    void entitiesThatGrowAreNotRead() {
        var laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        refused("file-not-a-workbook", Workbooks.of(Map.of(SHEET, text(laughs + """
                ]><worksheet><sheetData><row><c t="inlineStr"><is><t>&a39;</t></is></c></row></sheetData></worksheet>"""))));
        var quadratic = "<!DOCTYPE a [<!ENTITY a \"" + "a".repeat(100_000)
                + "\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>" + "&a;".repeat(100_000)
                + "</t></is></c></row></sheetData></worksheet>";
        refused("file-not-a-workbook", Workbooks.of(Map.of(SHEET, text(quadratic))));
    }

    @Test
    void moreThanTheDoorTakesIsNotReadAtAll() {
        assertThat(officer.post(path(), new byte[33 << 20]).status()).isEqualTo(413);
        refused("file-not-a-workbook", "PK".repeat(2 << 20).getBytes(StandardCharsets.US_ASCII));
    }

    private void refused(String code, byte[] file) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getTotalThreadAllocatedBytes();
        var answer = post(file);
        var taken = threads.getTotalThreadAllocatedBytes() - before;
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.body().findValuesAsString("code")).containsExactly(code);
        assertThat(taken).isLessThan(MEMORY);
    }

    private Api.Answer post(byte[] file) {
        return officer.post(path(), file);
    }

    private String path() {
        return "/api/v1/value-imports/sheet?periodId=" + period;
    }

    /** Every part says in the archive's directory that it unpacks to ten bytes. */
    private static byte[] lying(byte[] file) {
        var zip = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
        var end = file.length - 22;
        var parts = Short.toUnsignedInt(zip.getShort(end + 10));
        var at = zip.getInt(end + 16);
        for (int i = 0; i < parts; i++) {
            zip.putInt(at + 24, 10);
            at += 46
                    + Short.toUnsignedInt(zip.getShort(at + 28))
                    + Short.toUnsignedInt(zip.getShort(at + 30))
                    + Short.toUnsignedInt(zip.getShort(at + 32));
        }
        return zip.array();
    }
}
