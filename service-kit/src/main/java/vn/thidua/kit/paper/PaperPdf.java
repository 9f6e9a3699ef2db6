package vn.thidua.kit.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;

/** Writes papers as one PDF file. */
final class PaperPdf {
    private static final String FACES = "/com/mpobjects/jasperreports/fonts/liberation/LiberationSerif-";

    private static final String FONT_CACHE = "pdfbox.fontcache";

    static {
        // What the drawing finds out about the machine's fonts is no person's file.
        if (System.getProperty(FONT_CACHE) == null) {
            System.setProperty(FONT_CACHE, System.getProperty("java.io.tmpdir"));
        }
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PaperPdf() {}

    /** @param papers each begins a page; pages of one paper alone are numbered from the second on */
    static byte[] write(List<Paper> papers) {
        var bytes = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        face(builder, "Regular", 400, FontStyle.NORMAL);
        face(builder, "Bold", 700, FontStyle.NORMAL);
        face(builder, "Italic", 400, FontStyle.ITALIC);
        face(builder, "BoldItalic", 700, FontStyle.ITALIC);
        builder.withW3cDocument(PaperPage.of(papers), null)
                .withProducer("Thi Đua")
                .toStream(bytes);
        try {
            builder.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** Liberation Serif: the widths of Times New Roman, which official papers are set in. */
    private static void face(PdfRendererBuilder builder, String face, int weight, FontStyle style) {
        builder.useFont(
                () -> Objects.requireNonNull(PaperPdf.class.getResourceAsStream(FACES + face + ".ttf")),
                PaperPage.FONT,
                weight,
                style,
                true);
    }
}
