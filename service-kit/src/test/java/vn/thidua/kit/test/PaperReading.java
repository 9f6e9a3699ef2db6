package vn.thidua.kit.test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Reads papers back as another program would. */
public final class PaperReading {
    private PaperReading() {}

    public static String word(byte[] file) {
        try (var word = new XWPFDocument(new ByteArrayInputStream(file));
                var reading = new XWPFWordExtractor(word)) {
            return reading.getText();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param page counted from 1 */
    public static String pdf(byte[] file, int page) {
        try (var pdf = Loader.loadPDF(file)) {
            var reading = new PDFTextStripper();
            reading.setStartPage(page);
            reading.setEndPage(page);
            return reading.getText(pdf).replaceAll("[ \\u00a0]+", " ");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static int pages(byte[] file) {
        try (var pdf = Loader.loadPDF(file)) {
            return pdf.getNumberOfPages();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
