package vn.thidua.award.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DocumentPdfTest {
    private final DocumentPdf pdf = new DocumentPdf();

    @Test
    void thePageSaysInVietnameseWhoIsHonouredForWhatAndByWhom() throws IOException {
        var bytes = pdf.draw(document("Xã Suối Mây (minh hoạ)", true));
        Files.createDirectories(Path.of("target", "pages"));
        Files.write(Path.of("target", "pages", "flag.pdf"), bytes);
        try (var read = Loader.loadPDF(bytes)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            assertThat(read.getPage(0).getMediaBox().getWidth())
                    .isGreaterThan(read.getPage(0).getMediaBox().getHeight());
            assertThat(new PDFTextStripper().getText(read))
                    .contains(
                            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN BÌNH",
                            "CỜ THI ĐUA CỦA ỦY BAN NHÂN DÂN TỈNH",
                            "Xã Suối Mây (minh hoạ)",
                            "Quyết định số 1234/QĐ-UBND",
                            "An Bình (minh hoạ), ngày 05 tháng 12 năm 2026",
                            "BẢN MINH HOẠ",
                            "(Ký tên, đóng dấu)");
        }
    }

    @Test
    void onlyInventedDataIsMarkedAsSuch() throws IOException {
        try (var read = Loader.loadPDF(pdf.draw(document("Xã Suối Mây", false)))) {
            assertThat(new PDFTextStripper().getText(read)).doesNotContain("BẢN MINH HOẠ");
        }
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        try (var read = Loader.loadPDF(pdf.draw(document("Xã Suối Mây", false)))) {
            var resources = read.getPage(0).getResources();
            assertThat(resources.getFontNames()).hasSize(3);
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    @Test
    void theCodeOnThePageLeadsToTheCheckPage() throws Exception {
        var document = document("Xã Suối Mây", false);
        try (var read = Loader.loadPDF(pdf.draw(document))) {
            var image = new PDFRenderer(read).renderImageWithDPI(0, 150);
            var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var luminance = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
            var found = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(luminance)));
            assertThat(found.getText()).isEqualTo(document.checkUrl());
        }
    }

    @Test
    void theSameDocumentGivesTheSameBytesAlsoFromAnotherDrawer() {
        var document = document("Thị xã Gò Nắng", false);
        assertThat(new DocumentPdf().draw(document)).isEqualTo(pdf.draw(document));
        assertThat(pdf.draw(document("Thị xã Khác", false))).isNotEqualTo(pdf.draw(document));
    }

    /**
     * Documents issued by an earlier version are drawn again by this one and compared with their hash. When this fails, a library
     * or the drawing has changed: keep the old drawing under its number and give the new one the next.
     */
    @Test
    void layoutOneIsDrawnAsItAlwaysWas() {
        assertThat(DocumentIssuer.sha256(pdf.draw(document("Phường Vườn Quế", true))))
                .isEqualTo("f13764113f7732c28884cea6ecf98dd1a584b1b48114559b7a4833e52b8361c7");
    }

    @Test
    void longNamesAndRareLettersStayOnThePage() throws IOException {
        var bytes = pdf.draw(document(
                "Ủy ban nhân dân xã Ea M’Droh – Cư̆ Pơ̆ng – Nghĩa Hành – Thượng Quảng Đường Lâm Kỳ Ngưỡng Khuỷu, "
                        + "đơn vị có tên rất dài để xem chữ có tự thu nhỏ và xuống dòng đúng hay không 漢",
                true));
        Files.createDirectories(Path.of("target", "pages"));
        Files.write(Path.of("target", "pages", "long.pdf"), bytes);
        try (var read = Loader.loadPDF(bytes)) {
            assertThat(new PDFTextStripper().getText(read)).contains("Ngưỡng", "Khuỷu", "hay không ?");
        }
    }

    private static AwardDocument document(String recipient, boolean invented) {
        return new AwardDocument(
                UUID.fromString("01890000-0000-7000-8000-00000000d0c1"),
                "7K3QZ9M2XT4VB8R1NC",
                new UUID(0, 1),
                new UUID(0, 2),
                new UUID(0, 3),
                recipient,
                "Cờ thi đua của Ủy ban nhân dân tỉnh",
                "Đã dẫn đầu phong trào thi đua của Khối thi đua các xã, phường số 1, năm 2026",
                "Chủ tịch Ủy ban nhân dân tỉnh An Bình",
                "An Bình (minh hoạ)",
                "Nguyễn Văn Thẩm Quyền",
                "Chủ tịch",
                "1234/QĐ-UBND",
                LocalDate.of(2026, 12, 5),
                LocalDate.of(2026, 12, 5),
                "http://127.0.0.1:8080/check/7K3QZ9-M2XT4V-B8R1NC",
                invented,
                1,
                "");
    }
}
