package vn.thidua.indicator.target;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Measure;

/**
 * The one text of a season's targets, the same whatever order the rows were written in and however their numbers were typed:
 * a first line that names the form and the season, then one line for each unit and indicator, sorted by their codes. Portions and lists
 * stand behind the other columns where there are any, and nothing does where there are none.
 */
final class CanonicalTargets {
    private static final String FORM = "thidua-targets/1";
    private static final String GAP = " | ";

    /** A row with what names it, as a reader of the text knows it. */
    record Line(
            String unitCode,
            String unitName,
            String indicatorCode,
            String indicatorName,
            Measure.Direction direction,
            String unitOfMeasure,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,
            List<Target.Portion> portions,
            List<String> items,
            UUID indicatorId) {}

    private CanonicalTargets() {}

    static String text(UUID seasonId, String seasonName, List<Line> lines) {
        var text = new StringBuilder(FORM)
                .append(GAP)
                .append(seasonId)
                .append(GAP)
                .append(escaped(seasonName))
                .append('\n');
        lines.stream()
                // Two catalogues may use the same code, so the id decides last.
                .sorted(Comparator.comparing(Line::unitCode)
                        .thenComparing(Line::indicatorCode)
                        .thenComparing(line -> line.indicatorId().toString()))
                .map(CanonicalTargets::line)
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static String line(Line line) {
        var columns = new ArrayList<>(List.of(
                line.unitCode(),
                escaped(line.unitName()),
                line.indicatorCode(),
                escaped(line.indicatorName()),
                line.direction().name(),
                escaped(line.unitOfMeasure()),
                number(line.assigned()),
                number(line.registered()),
                number(line.lastYear())));
        for (var portion : line.portions()) {
            columns.add(
                    portion.periodKind() + ": " + number(portion.assigned()) + " / " + number(portion.registered()));
        }
        if (!line.items().isEmpty()) {
            columns.add(line.items().stream().map(CanonicalTargets::item).collect(Collectors.joining("; ")));
        }
        return String.join(GAP, columns);
    }

    /** A name on a list cannot pretend to be two. */
    private static String item(String name) {
        return escaped(name).replace(";", "\\;");
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "-" : Decimals.plain(number).toPlainString();
    }

    /** A name can neither end its line nor pretend to be the next column. */
    private static String escaped(String name) {
        return name.strip().replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\s+", " ");
    }
}
