package vn.thidua.award.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws a QR code as squares: sharp at any size, and the same bytes every time. */
final class QrCode {
    private QrCode() {}

    /** @param x left edge, {@code y} lower edge; the quiet zone lies outside and is the caller's to keep */
    static void draw(PDPageContentStream page, String text, float x, float y, float size) throws IOException {
        var modules = modules(text);
        var side = size / modules.getWidth();
        page.setNonStrokingColor(0f, 0f, 0f);
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); ) {
                int end = column;
                while (end < modules.getWidth() && modules.get(end, row)) {
                    end++;
                }
                if (end > column) {
                    page.addRect(x + column * side, y + size - (row + 1) * side, (end - column) * side, side);
                }
                column = Math.max(end, column + 1);
            }
        }
        page.fill();
    }

    private static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }
}
