package vn.thidua.award.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Liberation Serif: the widths of Times New Roman, which official papers are set in, and every Vietnamese letter. */
final class Fonts {
    private static final String FOLDER = "/com/mpobjects/jasperreports/fonts/liberation/LiberationSerif-";

    private final TrueTypeFont regular = parse("Regular");
    private final TrueTypeFont bold = parse("Bold");
    private final TrueTypeFont italic = parse("Italic");

    /** The three faces as one document embeds them, cut down to the letters it uses. */
    record Faces(PDType0Font regular, PDType0Font bold, PDType0Font italic) {}

    Faces in(PDDocument document) throws IOException {
        return new Faces(
                PDType0Font.load(document, regular, true),
                PDType0Font.load(document, bold, true),
                PDType0Font.load(document, italic, true));
    }

    private static TrueTypeFont parse(String face) {
        try (var file = Objects.requireNonNull(Fonts.class.getResourceAsStream(FOLDER + face + ".ttf"))) {
            return new TTFParser().parse(new RandomAccessReadBuffer(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
