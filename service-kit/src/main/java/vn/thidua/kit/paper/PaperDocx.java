package vn.thidua.kit.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;

/** Writes papers as one Word file to go on writing in. Lengths in twentieths of a point. */
final class PaperDocx {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");
    private static final int MILLIMETRE = 57;
    private static final int BODY = 13;

    private final XWPFDocument word = new XWPFDocument();

    private PaperDocx() {}

    /** @param papers each begins a page; pages of one paper alone are numbered from the second on */
    static byte[] write(List<Paper> papers) {
        var docx = new PaperDocx();
        try (var word = docx.word) {
            docx.page(papers.size() == 1);
            for (int i = 0; i < papers.size(); i++) {
                if (i > 0) {
                    word.createParagraph().createRun().addBreak(BreakType.PAGE);
                }
                docx.paper(papers.get(i));
            }
            var bytes = new ByteArrayOutputStream();
            word.write(bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void page(boolean numbered) {
        var section = word.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(twips(210));
        size.setH(twips(297));
        var margins = section.addNewPgMar();
        margins.setTop(twips(20));
        margins.setBottom(twips(20));
        margins.setLeft(twips(30));
        margins.setRight(twips(15));
        margins.setHeader(twips(10));
        margins.setFooter(twips(10));
        var fonts = CTFonts.Factory.newInstance();
        fonts.setAscii("Times New Roman");
        fonts.setHAnsi("Times New Roman");
        fonts.setCs("Times New Roman");
        fonts.setEastAsia("Times New Roman");
        word.createStyles().setDefaultFonts(fonts);
        if (numbered) {
            section.addNewTitlePg();
            var number = word.createHeader(HeaderFooterType.DEFAULT).createParagraph();
            number.setAlignment(ParagraphAlignment.CENTER);
            number.getCTP().addNewFldSimple().setInstr("PAGE");
            word.createHeader(HeaderFooterType.FIRST).createParagraph();
        }
    }

    private void paper(Paper paper) {
        if (paper.mark() != null) {
            line(word.createParagraph(), paper.mark(), 11, true, false);
        }
        letterhead(paper.letterhead());
        var kind = word.createParagraph();
        kind.setSpacingBefore(360);
        line(kind, upper(paper.kind()), 14, true, false);
        var subject = word.createParagraph();
        subject.setSpacingAfter(280);
        line(subject, paper.subject(), BODY, true, false);
        paper.body().forEach(this::block);
        foot(paper);
    }

    private void letterhead(Paper.Letterhead letterhead) {
        var row = bare(2).getRow(0);
        var left = row.getCell(0);
        left.setWidth("42%");
        if (letterhead.superior() != null) {
            line(next(left), upper(letterhead.superior()), 12, false, false);
        }
        line(next(left), upper(letterhead.issuer()), 12, true, false);
        line(next(left), "───────", 8, false, false);
        line(next(left), letterhead.number(), BODY, false, false);
        var right = row.getCell(1);
        right.setWidth("58%");
        line(next(right), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, true, false);
        line(next(right), "Độc lập - Tự do - Hạnh phúc", BODY, true, false);
        line(next(right), "────────────────", 8, false, false);
        line(next(right), letterhead.placeAndDay(), BODY, false, true);
    }

    private void block(Paper.Block block) {
        switch (block) {
            case Paper.Heading(var text) -> {
                var heading = word.createParagraph();
                heading.setSpacingBefore(200);
                heading.setSpacingAfter(80);
                heading.setKeepNext(true);
                run(heading, text, BODY, true, false);
            }
            case Paper.Text(var text) -> text.lines().forEach(this::paragraph);
            case Paper.Items(var items) -> items.forEach(item -> paragraph("- " + item));
            case Paper.Table table -> table(table);
        }
    }

    private void paragraph(String text) {
        var paragraph = word.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(10 * MILLIMETRE);
        paragraph.setSpacingAfter(120);
        run(paragraph, text, BODY, false, false);
    }

    private void table(Paper.Table content) {
        var table =
                word.createTable(content.rows().size() + 1, content.columns().size());
        table.setWidth("100%");
        table.getRow(0).setRepeatHeader(true);
        for (int column = 0; column < content.columns().size(); column++) {
            var described = content.columns().get(column);
            for (int row = 0; row <= content.rows().size(); row++) {
                var cell = table.getRow(row).getCell(column);
                cell.setWidth(described.width() + "%");
                var text = row == 0
                        ? described.title()
                        : content.rows().get(row - 1).get(column);
                var paragraph = next(cell);
                run(paragraph, text, 12, row == 0, false);
                paragraph.setAlignment(row == 0 ? ParagraphAlignment.CENTER : alignment(described.align()));
            }
        }
        word.createParagraph();
    }

    private void foot(Paper paper) {
        var cells = paper.signatures().size() + (paper.recipients().isEmpty() ? 0 : 1);
        if (cells == 0) {
            return;
        }
        var row = bare(cells).getRow(0);
        row.setCantSplitRow(true);
        var column = 0;
        if (!paper.recipients().isEmpty()) {
            var cell = row.getCell(column++);
            run(next(cell), "Nơi nhận:", 12, true, true);
            paper.recipientLines().forEach(line -> run(next(cell), line, 11, false, false));
        }
        for (var signature : paper.signatures()) {
            var cell = row.getCell(column++);
            line(next(cell), upper(signature.office()), BODY, true, false);
            for (int i = 0; i < 4; i++) {
                line(next(cell), "", BODY, false, false);
            }
            line(next(cell), signature.name() == null ? "" : signature.name(), BODY, true, false);
        }
    }

    /** One row without lines. */
    private XWPFTable bare(int columns) {
        var table = word.createTable(1, columns);
        table.setWidth("100%");
        table.removeBorders();
        return table;
    }

    /** The cell's own empty paragraph first, then new ones: a cell never ends without one. */
    private static XWPFParagraph next(XWPFTableCell cell) {
        var last = cell.getParagraphs().getLast();
        var paragraph = cell.getParagraphs().size() == 1 && last.getRuns().isEmpty() ? last : cell.addParagraph();
        paragraph.setSpacingAfter(0);
        return paragraph;
    }

    private static void line(XWPFParagraph paragraph, String text, int size, boolean bold, boolean italic) {
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        run(paragraph, text, size, bold, italic);
    }

    private static void run(XWPFParagraph paragraph, String text, int size, boolean bold, boolean italic) {
        var run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(size);
        run.setBold(bold);
        run.setItalic(italic);
    }

    private static ParagraphAlignment alignment(Paper.Align align) {
        return switch (align) {
            case LEFT -> ParagraphAlignment.LEFT;
            case CENTRE -> ParagraphAlignment.CENTER;
            case RIGHT -> ParagraphAlignment.RIGHT;
        };
    }

    private static BigInteger twips(int millimetres) {
        return BigInteger.valueOf((long) millimetres * MILLIMETRE);
    }

    private static String upper(String text) {
        return text.toUpperCase(VIETNAMESE);
    }
}
