package vn.thidua.kit.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.kit.test.PaperReading.pdf;
import static vn.thidua.kit.test.PaperReading.word;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.PaperReading;

class PaperTest {
    private static final List<Paper.Block> BODY = List.of(
            new Paper.Heading("1. Thành phần"),
            new Paper.Text("Chủ trì: ông Nguyễn Văn Ước.\nGhi <b>đậm</b> & nghiêng."),
            new Paper.Items(List.of("Khối trưởng", "Khối phó")),
            new Paper.Table(
                    List.of(
                            new Paper.Column("Đơn vị", 70, Paper.Align.LEFT),
                            new Paper.Column("Số phiếu", 30, Paper.Align.RIGHT)),
                    List.of(List.of("Xã Suối Mây", "1.234,5"))));

    @Test
    void aPaperReadsTheSameAsWordAndAsPdf() {
        var paper = paper(BODY);
        for (var text : List.of(word(PaperDocx.write(List.of(paper))), pdf(PaperPdf.write(List.of(paper)), 1))) {
            assertThat(text)
                    .contains(
                            "UBND TỈNH AN BÌNH",
                            "KHỐI THI ĐUA SỐ 1",
                            "Số: ……/BB-……",
                            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            "Độc lập - Tự do - Hạnh phúc",
                            "An Bình, ngày 09 tháng 02 năm 2026",
                            "BIÊN BẢN",
                            "Hội nghị tổng kết",
                            "Chủ trì: ông Nguyễn Văn Ước.",
                            "- Khối phó",
                            "Xã Suối Mây",
                            "1.234,5",
                            "Nơi nhận:",
                            "- Như trên.",
                            "THƯ KÝ",
                            "Trần Thị Ghi");
        }
    }

    @Test
    void whatPeopleTypedIsTextAndNeverMarkup() {
        var paper = paper(BODY);
        assertThat(word(PaperDocx.write(List.of(paper)))).contains("<b>đậm</b> & nghiêng");
        assertThat(pdf(PaperPdf.write(List.of(paper)), 1)).contains("<b>đậm</b> & nghiêng");
    }

    @Test
    void pagesAreNumberedFromTheSecondOn() {
        var pdf = PaperPdf.write(List.of(paper(Collections.nCopies(120, new Paper.Text("Một đoạn văn.")))));
        assertThat(pdf(pdf, 1).lines()).doesNotContain("1");
        assertThat(pdf(pdf, 2).lines().findFirst().orElseThrow().strip()).isEqualTo("2");
    }

    @Test
    void theHeadOfALongTableStandsOnEachOfItsPages() {
        var table = new Paper.Table(
                List.of(new Paper.Column("Đơn vị được giới thiệu", 100, Paper.Align.LEFT)),
                Collections.nCopies(100, List.of("Xã Suối Mây")));
        assertThat(pdf(PaperPdf.write(List.of(paper(List.of(table)))), 2)).contains("Đơn vị được giới thiệu");
    }

    @Test
    void severalPapersBeginAPageEach() {
        assertThat(PaperReading.pages(PaperPdf.write(Collections.nCopies(3, paper(BODY)))))
                .isEqualTo(3);
        assertThat(word(PaperDocx.write(Collections.nCopies(3, paper(BODY)))).split("BIÊN BẢN", -1))
                .hasSize(4);
    }

    @Test
    void aRowWithoutACellForEachColumnIsRefused() {
        var column = new Paper.Column("Đơn vị", 100, Paper.Align.LEFT);
        assertThatThrownBy(() -> new Paper.Table(List.of(column), List.of(List.of("một", "hai"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Paper paper(List<? extends Paper.Block> body) {
        return new Paper(
                null,
                new Paper.Letterhead(
                        "UBND tỉnh An Bình", "Khối thi đua số 1", "Số: ……/BB-……", "An Bình", LocalDate.of(2026, 2, 9)),
                "Biên bản",
                "Hội nghị tổng kết",
                List.copyOf(body),
                List.of(new Paper.Signature("Thư ký", "Trần Thị Ghi"), new Paper.Signature("Chủ trì", null)),
                List.of("Như trên"));
    }
}
