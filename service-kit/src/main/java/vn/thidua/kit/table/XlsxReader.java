package vn.thidua.kit.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemException;

/**
 * Reads the first sheet of a workbook row by row, in memory that does not grow with the file. Only the parts that say something
 * of that sheet are unpacked, through one count. The file is laid down first: an archive is read from its directory at the end,
 * as every spreadsheet does; what its parts say of themselves on the way there is not always true.
 */
public final class XlsxReader {
    private static final int MOST_PARTS = 2_000;

    /** Opens the file as it came, still packed. */
    public interface Source {
        InputStream open() throws IOException;
    }

    /** Takes a row that has something in it. */
    public interface RowHandler {
        /**
         * @param number as the spreadsheet shows it, from 1
         * @param cells from the first column on, as many as the limits allow
         */
        void row(int number, List<TableValue> cells);
    }

    private XlsxReader() {}

    /**
     * Reads the first sheet.
     *
     * @throws ProblemException 422 when it is no workbook, or more than the limits allow
     */
    public static void read(Source source, TableLimits limits, RowHandler rows) {
        var laid = laidDown(source);
        try {
            read(laid, limits, rows);
        } catch (XMLStreamException broken) {
            // The parser wraps what the stream below it threw.
            throw refused(
                    broken.getNestedException() instanceof UnpackingStream.TooMuch
                            ? "file-unpacks-too-large"
                            : "file-not-a-workbook");
        } catch (UnpackingStream.TooMuch bomb) {
            throw refused("file-unpacks-too-large");
        } catch (IOException | IllegalArgumentException unreadable) {
            throw refused("file-not-a-workbook");
        } finally {
            remove(laid);
        }
    }

    private static void read(Path file, TableLimits limits, RowHandler rows) throws IOException, XMLStreamException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw new UnpackingStream.TooMuch("more than " + MOST_PARTS + " parts");
            }
            var count = new UnpackingStream.Count(limits.unpackedBytes());
            var parts = new WorkbookParts(limits.sharedCharacters());
            for (var name : WorkbookParts.NAMES) {
                try (var content = part(zip, name, count)) {
                    if (content != null) {
                        parts.take(name, content);
                    }
                }
            }
            var sheet = parts.firstSheet();
            try (var content = sheet == null ? null : part(zip, sheet, count)) {
                if (content == null) {
                    throw new IOException("no sheet");
                }
                new SheetParser(limits, parts.texts(), rows).parse(content);
            }
        }
    }

    private static @Nullable InputStream part(ZipFile zip, String name, UnpackingStream.Count count)
            throws IOException {
        var entry = zip.getEntry(name);
        return entry == null ? null : new UnpackingStream(zip.getInputStream(entry), count);
    }

    private static Path laidDown(Source source) {
        try {
            var laid = Files.createTempFile("table", ".xlsx");
            try (var content = source.open()) {
                Files.copy(content, laid, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException | RuntimeException failure) {
                Files.delete(laid);
                throw failure;
            }
            return laid;
        } catch (IOException failure) {
            throw new UncheckedIOException("the file could not be laid down", failure);
        }
    }

    private static void remove(Path laid) {
        try {
            Files.deleteIfExists(laid);
        } catch (IOException stays) {
            throw new UncheckedIOException("a file that was read is still there", stays);
        }
    }

    static ProblemException refused(String code, Object... arguments) {
        return Problem.invalid(FieldError.of("", code, arguments)).asException();
    }
}
