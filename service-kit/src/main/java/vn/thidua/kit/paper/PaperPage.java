package vn.thidua.kit.paper;

import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Papers as pages of a browser, from which the PDF is drawn. Built as a tree, never as text: what people typed cannot become markup.
 * Sizes and margins are those of Decree 30/2020/NĐ-CP, annex I.
 */
final class PaperPage {
    static final String FONT = "paper";

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");
    private static final String STYLE = """
            @page { size: A4; margin: 20mm 15mm 20mm 30mm }
            body { font-family: paper; font-size: 13pt; line-height: 1.25; margin: 0 }
            .sheet + .sheet { page-break-before: always }
            .mark { text-align: center; font-weight: bold; font-size: 11pt; margin: 0 0 6pt }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate }
            .head td { text-align: center; vertical-align: top; padding: 0 }
            .head .nation { font-size: 12pt; font-weight: bold; white-space: nowrap }
            .head .place { font-style: italic; padding-top: 8pt }
            .head .number { padding-top: 8pt }
            .rule { border-top: 0.7pt solid black; margin: 2pt auto 0; height: 0 }
            h1 { font-size: 14pt; text-align: center; margin: 18pt 0 0; text-transform: none }
            .subject { font-weight: bold; text-align: center; margin: 2pt 0 14pt }
            h2 { font-size: 13pt; margin: 10pt 0 4pt; page-break-after: avoid }
            p { text-align: justify; text-indent: 10mm; margin: 0 0 6pt }
            .grid { margin: 4pt 0 10pt }
            .grid th, .grid td { border: 0.5pt solid black; padding: 3pt 4pt; font-size: 12pt; vertical-align: top }
            .grid tr { page-break-inside: avoid }
            .foot { margin-top: 14pt; page-break-inside: avoid }
            .foot td { text-align: center; vertical-align: top; padding: 0 }
            .foot .to { text-align: left; font-size: 11pt; width: 45% }
            .office { font-weight: bold } .space { height: 62pt }
            .LEFT { text-align: left } .CENTRE { text-align: center } .RIGHT { text-align: right }
            """;
    /** Page numbers in the middle of the upper margin from the second page on. */
    private static final String NUMBERED = """
            @page { @top-center { content: counter(page); font-family: paper; font-size: 13pt } }
            @page :first { @top-center { content: none } }
            """;

    private final Document document;

    private PaperPage(Document document) {
        this.document = document;
    }

    static Document of(List<Paper> papers) {
        Document document;
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException failure) {
            throw new IllegalStateException(failure);
        }
        var page = new PaperPage(document);
        var html = document.createElement("html");
        document.appendChild(html);
        html.setAttribute("lang", "vi");
        var head = page.add(html, "head", null, null);
        page.add(
                head,
                "title",
                null,
                papers.getFirst().kind() + " " + papers.getFirst().subject());
        page.add(head, "style", null, papers.size() == 1 ? STYLE + NUMBERED : STYLE);
        var body = page.add(html, "body", null, null);
        papers.forEach(paper -> page.sheet(page.add(body, "div", "sheet", null), paper));
        return document;
    }

    private void sheet(Element sheet, Paper paper) {
        if (paper.mark() != null) {
            add(sheet, "div", "mark", paper.mark());
        }
        letterhead(add(add(sheet, "table", "head", null), "tr", null, null), paper.letterhead());
        add(sheet, "h1", null, upper(paper.kind()));
        add(sheet, "div", "subject", paper.subject());
        paper.body().forEach(block -> block(sheet, block));
        foot(sheet, paper);
    }

    private void letterhead(Element row, Paper.Letterhead letterhead) {
        var left = add(row, "td", null, null);
        left.setAttribute("style", "width: 42%");
        if (letterhead.superior() != null) {
            add(left, "div", null, upper(letterhead.superior()));
        }
        add(left, "div", "office", upper(letterhead.issuer()));
        add(left, "div", "rule", null).setAttribute("style", "width: 22mm");
        add(left, "div", "number", letterhead.number());
        var right = add(row, "td", null, null);
        add(right, "div", "nation", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        add(right, "div", "office", "Độc lập - Tự do - Hạnh phúc");
        add(right, "div", "rule", null).setAttribute("style", "width: 50mm");
        add(right, "div", "place", letterhead.placeAndDay());
    }

    private void block(Element sheet, Paper.Block block) {
        switch (block) {
            case Paper.Heading(var text) -> add(sheet, "h2", null, text);
            case Paper.Text(var text) -> text.lines().forEach(line -> add(sheet, "p", null, line));
            case Paper.Items(var items) -> items.forEach(item -> add(sheet, "p", null, "- " + item));
            case Paper.Table table -> table(sheet, table);
        }
    }

    private void table(Element sheet, Paper.Table table) {
        var grid = add(sheet, "table", "grid", null);
        var titles = add(add(grid, "thead", null, null), "tr", null, null);
        for (var column : table.columns()) {
            add(titles, "th", "CENTRE", column.title()).setAttribute("style", "width: " + column.width() + "%");
        }
        var rows = add(grid, "tbody", null, null);
        for (var cells : table.rows()) {
            var row = add(rows, "tr", null, null);
            for (int i = 0; i < cells.size(); i++) {
                add(row, "td", table.columns().get(i).align().name(), cells.get(i));
            }
        }
    }

    private void foot(Element sheet, Paper paper) {
        if (paper.signatures().isEmpty() && paper.recipients().isEmpty()) {
            return;
        }
        var row = add(add(sheet, "table", "foot", null), "tr", null, null);
        if (!paper.recipients().isEmpty()) {
            var to = add(row, "td", "to", null);
            add(add(to, "b", null, null), "i", null, "Nơi nhận:");
            paper.recipientLines().forEach(line -> add(to, "div", null, line));
        }
        for (var signature : paper.signatures()) {
            var cell = add(row, "td", null, null);
            add(cell, "div", "office", upper(signature.office()));
            add(cell, "div", "space", null);
            add(cell, "div", "office", signature.name() == null ? "" : signature.name());
        }
    }

    private Element add(Element parent, String name, @Nullable String style, @Nullable String text) {
        var element = document.createElement(name);
        if (style != null) {
            element.setAttribute("class", style);
        }
        if (text != null) {
            element.appendChild(document.createTextNode(text));
        }
        parent.appendChild(element);
        return element;
    }

    private static String upper(String text) {
        return text.toUpperCase(VIETNAMESE);
    }
}
