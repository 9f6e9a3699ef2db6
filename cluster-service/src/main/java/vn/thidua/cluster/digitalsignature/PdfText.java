package vn.thidua.cluster.digitalsignature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.text.PDFTextStripper;
import vn.thidua.cluster.digitalsignature.Examination.Flaw;

/** What the pages of a PDF say, read within bounds of memory and time. */
final class PdfText extends PDFTextStripper {
    private static final int MOST_UNPACKED = 32 * 1024 * 1024;
    private static final int MOST_STREAMS = 5_000;
    private static final String STREAM = "stream";
    private static final Pattern OTHER_PACKING = Pattern.compile("/(?:LZW|RunLength|ASCII85|ASCIIHex)Decode");
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\u00ad]+");

    private final ReadingTime time;

    private PdfText(ReadingTime time) {
        this.time = time;
    }

    /** All its letters in small, without any gap: a line break in the middle of a hash is no part of it. */
    static String of(byte[] file, ReadingTime time) throws FlawException {
        try (var pdf = Loader.loadPDF(file)) {
            return GAPS.matcher(new PdfText(time).getText(pdf)).replaceAll("").toLowerCase(Locale.ROOT);
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            // Whatever a hostile file makes of its reader.
            throw new FlawException(Flaw.UNREADABLE);
        }
    }

    /** A few operators may call each other a million times. */
    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        time.requireLeft();
        super.processOperator(operator, operands);
    }

    /**
     * Refuses a file whose streams unpack to more than is read, before anything keeps what they unpack to; and one that packs
     * otherwise than programs that sign do.
     */
    static void requireModest(byte[] file) throws FlawException {
        var raw = new String(file, ISO_8859_1);
        if (OTHER_PACKING.matcher(raw).find()) {
            throw new FlawException(Flaw.UNREADABLE);
        }
        var left = (long) MOST_UNPACKED;
        var streams = 0;
        var inflater = new Inflater(true);
        var scratch = new byte[64 * 1024];
        try {
            for (int at = raw.indexOf(STREAM); at >= 0; at = raw.indexOf(STREAM, at + STREAM.length())) {
                left -= unpacked(file, at + STREAM.length(), inflater, scratch, left);
                streams++;
                if (left < 0 || streams > MOST_STREAMS) {
                    throw new FlawException(Flaw.UNREADABLE);
                }
            }
        } finally {
            inflater.end();
        }
    }

    /** The most that the bytes there unpack to, wherever the line may end and whatever the two bytes of the header say. */
    private static long unpacked(byte[] file, int from, Inflater inflater, byte[] scratch, long most) {
        var begin = from;
        while (begin < file.length && file[begin] == ' ') {
            begin++;
        }
        var largest = 0L;
        for (int lineEnd = 0; lineEnd <= 2; lineEnd++) {
            var data = begin + lineEnd + 2;
            if (data < file.length) {
                inflater.reset();
                inflater.setInput(file, data, file.length - data);
                largest = Math.max(largest, size(inflater, scratch, most));
            }
        }
        return largest;
    }

    private static long size(Inflater inflater, byte[] scratch, long most) {
        var size = 0L;
        try {
            int read;
            do {
                read = inflater.inflate(scratch);
                size += read;
            } while (read > 0 && size <= most);
        } catch (DataFormatException notPacked) {
            return size;
        }
        return size;
    }
}
