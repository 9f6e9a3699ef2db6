package vn.thidua.kit.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class FileKindTest {
    @Test
    void aFileIsKnownByItsContent() throws IOException {
        assertThat(FileKind.of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).contains(FileKind.PDF);
        assertThat(FileKind.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0}))
                .contains(FileKind.PNG);
        assertThat(FileKind.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}))
                .contains(FileKind.JPEG);
        assertThat(FileKind.of(zip("[Content_Types].xml", "word/document.xml"))).contains(FileKind.DOCX);
        assertThat(FileKind.of(zip("[Content_Types].xml", "xl/workbook.xml"))).contains(FileKind.XLSX);
        assertThat(FileKind.of(HexFormat.of().parseHex("308006092a864886f70d010702a0800000")))
                .contains(FileKind.P7S);
        assertThat(FileKind.of(HexFormat.of().parseHex("3082053006092a864886f70d010702a082")))
                .contains(FileKind.P7S);
        assertThat(FileKind.of(HexFormat.of().parseHex("3009060724")))
                .as("some other structure")
                .isEmpty();
        assertThat(FileKind.of("Thu ngân sách\t132.134\n".getBytes(StandardCharsets.UTF_8)))
                .contains(FileKind.TXT);
    }

    @Test
    void aZipThatIsNoDocumentAndADocumentWithMacrosAreNotTaken() throws IOException {
        assertThat(FileKind.of(zip("a.txt"))).isEmpty();
        assertThat(FileKind.of(zip("word/document.xml"))).isEmpty();
        assertThat(FileKind.of(zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")))
                .isEmpty();
    }

    @Test
    void aZipCutOffAnywhereIsRefusedAndNothingBreaks() throws IOException {
        var whole = zip("[Content_Types].xml", "word/document.xml");
        for (int length = 4; length < whole.length; length++) {
            assertThat(FileKind.of(Arrays.copyOf(whole, length)))
                    .as("cut at " + length)
                    .isEmpty();
        }
    }

    @Test
    void aZipWithAnyByteOfItsDirectoryTurnedNeverBreaks() throws IOException {
        var whole = zip("[Content_Types].xml", "word/document.xml");
        for (int at = 4; at < whole.length; at++) {
            var turned = whole.clone();
            turned[at] = (byte) ~turned[at];
            assertThat(FileKind.of(turned)).as("turned at " + at).isNotNull();
        }
    }

    @Test
    void textWithControlsOrInAnotherEncodingIsNotText() {
        assertThat(FileKind.of(new byte[] {'a', 0, 'b'})).isEmpty();
        assertThat(FileKind.of(new byte[] {'a', (byte) 0xe9, 'b'})).isEmpty();
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
