package vn.thidua.kit.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The kinds of files that are taken, known by their content and never by their name. */
enum FileKind {
    PDF("application/pdf"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** A digital signature beside what it signs (RFC 5652). */
    P7S("application/pkcs7-signature"),
    TXT("text/plain;charset=UTF-8");

    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int MOST_ENTRIES = 5000;
    private static final byte[] SIGNED_DATA = {
        0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x07, 0x02
    };

    private final String contentType;

    FileKind(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /** What the content is; empty when it is nothing that is taken. */
    static Optional<FileKind> of(byte[] content) {
        if (startsWith(content, '%', 'P', 'D', 'F', '-')) {
            return Optional.of(PDF);
        }
        if (startsWith(content, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of(PNG);
        }
        if (startsWith(content, 0xff, 0xd8, 0xff)) {
            return Optional.of(JPEG);
        }
        if (startsWith(content, 'P', 'K', 3, 4)) {
            return ofOffice(entries(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN)));
        }
        if (isSignedData(content)) {
            return Optional.of(P7S);
        }
        return isText(content) ? Optional.of(TXT) : Optional.empty();
    }

    private static Optional<FileKind> ofOffice(Set<String> entries) {
        if (!entries.contains("[Content_Types].xml")
                || entries.stream().anyMatch(entry -> entry.endsWith("vbaProject.bin"))) {
            return Optional.empty();
        }
        if (entries.contains("word/document.xml")) {
            return Optional.of(DOCX);
        }
        return entries.contains("xl/workbook.xml") ? Optional.of(XLSX) : Optional.empty();
    }

    /** The names in a zip's directory. Nothing is unpacked, so a small file that grows huge costs nothing. */
    private static Set<String> entries(ByteBuffer zip) {
        var names = new HashSet<String>();
        var end = zip.limit() - 22;
        while (end >= 0 && zip.getInt(end) != END_OF_DIRECTORY) {
            end--;
        }
        if (end < 0) {
            return names;
        }
        var count = Short.toUnsignedInt(zip.getShort(end + 10));
        var at = Integer.toUnsignedLong(zip.getInt(end + 16));
        for (int i = 0; i < Math.min(count, MOST_ENTRIES); i++) {
            if (at + 46 > end || zip.getInt((int) at) != DIRECTORY_ENTRY) {
                return Set.of();
            }
            var length = Short.toUnsignedInt(zip.getShort((int) at + 28));
            if (at + 46 + length > end) {
                return Set.of();
            }
            var name = new byte[length];
            zip.get((int) at + 46, name);
            names.add(new String(name, StandardCharsets.UTF_8));
            at += 46L
                    + length
                    + Short.toUnsignedInt(zip.getShort((int) at + 30))
                    + Short.toUnsignedInt(zip.getShort((int) at + 32));
        }
        return names;
    }

    /** A sequence of any length, or of a length that is not said, that begins with the object identifier 1.2.840.113549.1.7.2. */
    private static boolean isSignedData(byte[] content) {
        if (content.length < 2 || content[0] != 0x30) {
            return false;
        }
        var length = Byte.toUnsignedInt(content[1]);
        var begin = length > 0x80 ? 2 + length - 0x80 : 2;
        return begin <= 6
                && content.length > begin + SIGNED_DATA.length
                && Arrays.equals(content, begin, begin + SIGNED_DATA.length, SIGNED_DATA, 0, SIGNED_DATA.length);
    }

    private static boolean isText(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .allMatch(c -> (c >= 0x20 && c != 0x7f) || c == '\n' || c == '\r' || c == '\t');
        } catch (CharacterCodingException notText) {
            return false;
        }
    }

    private static boolean startsWith(byte[] content, int... magic) {
        if (content.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (Byte.toUnsignedInt(content[i]) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
