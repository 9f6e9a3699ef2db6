package vn.thidua.award.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.thidua.kit.paper.OfficialDate;

/**
 * Draws an award document: A4 across, as it is handed over. The same document gives the same bytes, wherever and whenever it is
 * drawn: nothing of the clock goes in, and nothing is compressed, as compressors differ between machines.
 */
final class DocumentPdf {
    /** Raised when the drawing changes; older documents keep theirs. */
    static final int LAYOUT = 1;

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");
    private static final float LONG_SIDE = PDRectangle.A4.getHeight();
    private static final float SHORT_SIDE = PDRectangle.A4.getWidth();
    private static final PDRectangle A4_ACROSS = new PDRectangle(LONG_SIDE, SHORT_SIDE);
    private static final float WIDTH = A4_ACROSS.getWidth();
    private static final float HEIGHT = A4_ACROSS.getHeight();
    /** Upper edge of number, date and signature. */
    private static final float FOOT = 214;

    private final Fonts fonts = new Fonts();
    /** The parsed fonts are shared and read while they are cut down. */
    private final ReentrantLock drawing = new ReentrantLock();

    byte[] draw(AwardDocument document) {
        if (document.layout() != LAYOUT) {
            throw new IllegalArgumentException("no such layout: " + document.layout());
        }
        drawing.lock();
        try {
            return uncompressed(drawn(document));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            drawing.unlock();
        }
    }

    private byte[] drawn(AwardDocument document) throws IOException {
        try (var pdf = new PDDocument()) {
            var page = new PDPage(A4_ACROSS);
            pdf.addPage(page);
            var faces = fonts.in(pdf);
            try (var content = new PDPageContentStream(pdf, page, PDPageContentStream.AppendMode.OVERWRITE, false)) {
                border(content);
                var sheet = new Sheet(content);
                heading(sheet, faces, document);
                foot(sheet, content, faces, document);
            }
            describe(pdf, document);
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private static void border(PDPageContentStream page) throws IOException {
        page.setStrokingColor(0.70f, 0.09f, 0.12f);
        page.setLineWidth(3);
        page.addRect(26, 26, WIDTH - 52, HEIGHT - 52);
        page.stroke();
        page.setStrokingColor(0.80f, 0.60f, 0.12f);
        page.setLineWidth(1);
        page.addRect(32, 32, WIDTH - 64, HEIGHT - 64);
        page.stroke();
    }

    private static void heading(Sheet sheet, Fonts.Faces faces, AwardDocument document) throws IOException {
        var middle = new Sheet.Column(WIDTH / 2, WIDTH - 150);
        if (document.invented()) {
            sheet.colour(0.70f, 0.09f, 0.12f);
            sheet.write(
                    middle,
                    HEIGHT - 40,
                    faces.bold(),
                    10,
                    1,
                    "BẢN MINH HOẠ – DỮ LIỆU GIẢ ĐỊNH, KHÔNG CÓ GIÁ TRỊ PHÁP LÝ");
        }
        sheet.colour(0, 0, 0);
        var y = sheet.write(middle, HEIGHT - 58, faces.bold(), 14, 1, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        y = sheet.write(middle, y, faces.bold(), 14, 1, "Độc lập - Tự do - Hạnh phúc");
        y = sheet.write(middle, y + 6, faces.regular(), 12, 1, "____________________________");
        // As large as there is room for, and in the middle of what is left.
        var scale = 1f;
        var measure = new Sheet(null);
        while (scale > 0.4f && honour(measure, faces, document, y, scale) < FOOT) {
            scale -= 0.05f;
        }
        var left = Math.max(0, honour(measure, faces, document, y, scale) - FOOT);
        honour(sheet, faces, document, y - left / 2, scale);
    }

    /** Who gives what to whom for what. */
    private static float honour(Sheet sheet, Fonts.Faces faces, AwardDocument document, float from, float scale)
            throws IOException {
        var middle = new Sheet.Column(WIDTH / 2, WIDTH - 150);
        var y = sheet.write(middle, from - 4, faces.bold(), 18 * scale, 2, upper(document.decidedBy()));
        y = sheet.write(middle, y - 8 * scale, faces.bold(), 16 * scale, 1, "TẶNG");
        sheet.colour(0.70f, 0.09f, 0.12f);
        y = sheet.write(middle, y - 8 * scale, faces.bold(), 32 * scale, 2, upper(document.awardName()));
        sheet.colour(0, 0, 0);
        y = sheet.write(middle, y - 12 * scale, faces.bold(), 25 * scale, 2, document.recipient());
        return sheet.write(middle, y - 8 * scale, faces.italic(), 16 * scale, 3, document.citation());
    }

    private static void foot(Sheet sheet, PDPageContentStream content, Fonts.Faces faces, AwardDocument document)
            throws IOException {
        var left = new Sheet.Column(200, 290);
        var y = sheet.write(left, FOOT, faces.regular(), 12, 1, "Quyết định số " + document.decisionNumber());
        y = sheet.write(left, y, faces.regular(), 12, 1, OfficialDate.of(document.decidedOn()));
        QrCode.draw(content, document.checkUrl(), left.axis() - 39, y - 88, 78);
        y = sheet.write(left, y - 94, faces.regular(), 9, 1, "Mã tra cứu: " + CheckCode.grouped(document.code()));
        sheet.write(left, y, faces.regular(), 9, 2, document.checkUrl());

        var right = new Sheet.Column(WIDTH - 230, 330);
        y = sheet.write(
                right, FOOT, faces.italic(), 13, 1, document.place() + ", " + OfficialDate.of(document.decidedOn()));
        y = sheet.write(right, y, faces.bold(), 14, 2, upper(document.signerOffice()));
        sheet.write(right, y, faces.italic(), 11, 1, "(Ký tên, đóng dấu)");
        sheet.write(right, 76, faces.bold(), 14, 1, document.signerName());
    }

    private static void describe(PDDocument pdf, AwardDocument document) {
        var information = pdf.getDocumentInformation();
        information.setTitle(document.awardName() + " – " + document.recipient());
        information.setProducer("Thi Đua");
        var issued = GregorianCalendar.from(document.issuedOn().atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh")));
        information.setCreationDate(issued);
        pdf.getDocumentCatalog().setLanguage("vi-VN");
        pdf.setDocumentId(document.id().getMostSignificantBits());
    }

    /** The same document with every stream as it reads. */
    private static byte[] uncompressed(byte[] compressed) throws IOException {
        try (var pdf = Loader.loadPDF(compressed)) {
            var objects = pdf.getDocument();
            for (var key : objects.getXrefTable().keySet()) {
                if (objects.getObjectFromPool(key).getObject() instanceof COSStream stream
                        && stream.getFilters() != null) {
                    byte[] content;
                    try (var reading = stream.createInputStream()) {
                        content = reading.readAllBytes();
                    }
                    stream.removeItem(COSName.FILTER);
                    try (var writing = stream.createRawOutputStream()) {
                        writing.write(content);
                    }
                }
            }
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private static String upper(String text) {
        return text.toUpperCase(VIETNAMESE);
    }
}
