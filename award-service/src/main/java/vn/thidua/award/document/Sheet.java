package vn.thidua.award.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/** A page to write on: lines of text centred on an axis, broken and made smaller until they fit. */
final class Sheet {
    private static final float LEADING = 1.25f;
    private static final float SMALLEST = 8;

    private final @Nullable PDPageContentStream page;

    /** @param page null to measure only */
    Sheet(@Nullable PDPageContentStream page) {
        this.page = page;
    }

    /** Where and how wide a column of text stands. */
    record Column(float axis, float width) {}

    void colour(float red, float green, float blue) throws IOException {
        if (page != null) {
            page.setNonStrokingColor(red, green, blue);
        }
    }

    /**
     * Writes text centred on the column's axis.
     *
     * @param y the upper edge of the first line
     * @param size in points, made smaller while the text needs more lines than {@code most}
     * @return the lower edge of the last line
     */
    float write(Column column, float y, PDFont font, float size, int most, String text) throws IOException {
        var words = shown(font, text).split(" ", -1);
        var fitting = size;
        var lines = broken(words, font, fitting, column.width());
        while (lines.size() > most && fitting > SMALLEST) {
            fitting -= 0.5f;
            lines = broken(words, font, fitting, column.width());
        }
        var lower = y;
        for (var line : lines) {
            lower -= fitting * LEADING;
            if (page != null) {
                page.beginText();
                page.setFont(font, fitting);
                page.newLineAtOffset(column.axis() - width(font, fitting, line) / 2, lower + fitting * 0.3f);
                page.showText(line);
                page.endText();
            }
        }
        return lower;
    }

    private static List<String> broken(String[] words, PDFont font, float size, float width) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : words) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || width(font, size, longer) <= width) {
                line.setLength(0);
                line.append(longer);
            } else {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static float width(PDFont font, float size, String text) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** One line of what the font can show; a character that it lacks is shown as a question mark, and is not left out. */
    private static String shown(PDFont font, String text) {
        var shown = new StringBuilder();
        text.strip().replaceAll("\\s+", " ").codePoints().forEach(character -> {
            var one = Character.toString(character);
            shown.append(has(font, one) ? one : "?");
        });
        return shown.toString();
    }

    private static boolean has(PDFont font, String character) {
        try {
            font.encode(character);
            return true;
        } catch (IllegalArgumentException lacking) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
