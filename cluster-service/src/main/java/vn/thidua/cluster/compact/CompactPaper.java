package vn.thidua.cluster.compact;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.compact.CompactViews.Signature;
import vn.thidua.kit.paper.Paper;

/**
 * A compact as a paper to read and to sign: its words, its numbers as people write them, who signs, and the hash of the very text. The
 * hash is what a digital signature over the paper ties to the text.
 */
final class CompactPaper {
    private static final String FORM = "thidua-targets/1 | ";
    private static final int COLUMNS = 9;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(?:\\.[0-9]{1,20})?");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    /** What the paper is written from. */
    record Facts(
            String clusterName,
            String organiserName,
            String title,
            String text,
            String sha256,
            Compact.Status status,
            @Nullable LocalDate signedOn,
            List<Signature> board) {}

    private CompactPaper() {}

    static Paper of(Facts facts) {
        var body = new ArrayList<Paper.Block>();
        words(facts.text(), facts.title(), body);
        body.add(new Paper.Heading("Người ký"));
        body.add(new Paper.Table(
                List.of(
                        new Paper.Column("Đơn vị", 34, Paper.Align.LEFT),
                        new Paper.Column("Tư cách", 26, Paper.Align.LEFT),
                        new Paper.Column("Đã ký trên hệ thống", 40, Paper.Align.LEFT)),
                facts.board().stream().flatMap(CompactPaper::signatories).toList()));
        body.add(new Paper.Heading("Mã băm SHA-256 của nguyên văn giao ước"));
        body.add(new Paper.Text(facts.sha256()));
        return new Paper(
                facts.status() == Compact.Status.WITHDRAWN ? "GIAO ƯỚC ĐÃ THU HỒI" : null,
                new Paper.Letterhead(
                        facts.organiserName(), facts.clusterName(), "Số: ……/……", "……………", facts.signedOn()),
                "Giao ước thi đua",
                facts.title(),
                body,
                List.of(),
                List.of());
    }

    private static Stream<List<String>> signatories(Signature member) {
        return member.signatories().stream()
                .map(one -> List.of(
                        member.unitName(),
                        one.capacity() == null ? "Lãnh đạo đơn vị" : one.capacity(),
                        one.signedAt() == null
                                ? ""
                                : (one.signedBy() == null ? "" : one.signedBy() + ", ") + moment(one.signedAt())));
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(HANOI));
    }

    /** The words before the targets, then each member's targets as a table; a text of another form stands as it is. */
    private static void words(String text, String title, List<Paper.Block> body) {
        var lines = text.lines().toList();
        var form = 0;
        while (form < lines.size() && !lines.get(form).startsWith(FORM)) {
            form++;
        }
        var members = form == lines.size() ? null : members(lines.subList(form + 1, lines.size()));
        var words = String.join("\n", members == null ? lines : lines.subList(0, form));
        // The title stands above already.
        var rest = words.startsWith(title) ? words.substring(title.length()) : words;
        rest.lines().filter(line -> !line.isBlank()).map(Paper.Text::new).forEach(body::add);
        if (members != null) {
            members.forEach((name, rows) -> {
                body.add(new Paper.Heading(name));
                body.add(new Paper.Table(
                        List.of(
                                new Paper.Column("Chỉ tiêu", 46, Paper.Align.LEFT),
                                new Paper.Column("Số giao", 18, Paper.Align.RIGHT),
                                new Paper.Column("Số đăng ký", 18, Paper.Align.RIGHT),
                                new Paper.Column("Năm trước", 18, Paper.Align.RIGHT)),
                        rows));
            });
        }
    }

    /** Rows by member; null when a line is not of the form known here. */
    private static @Nullable Map<String, List<List<String>>> members(List<String> lines) {
        var members = new LinkedHashMap<String, List<List<String>>>();
        for (var line : lines) {
            var columns = Arrays.stream(line.split(" \\| ", -1))
                    .map(column -> column.replaceAll("\\\\([\\\\|;])", "$1"))
                    .toList();
            if (columns.size() < COLUMNS) {
                return null;
            }
            members.computeIfAbsent(columns.get(1) + " (" + columns.get(0) + ")", _ -> new ArrayList<>())
                    .add(List.of(
                            columns.get(3) + " (" + columns.get(5) + ")" + more(columns),
                            number(columns.get(6)),
                            number(columns.get(7)),
                            number(columns.get(8))));
        }
        return members;
    }

    /** Portions by period and names on a list, where there are any. */
    private static String more(List<String> columns) {
        return columns.stream()
                .skip(COLUMNS)
                .map(more -> "; "
                        + more.replaceFirst("^H1: ", "6 tháng (giao / đăng ký): ")
                                .replaceFirst("^M9: ", "9 tháng (giao / đăng ký): "))
                .collect(Collectors.joining());
    }

    private static String number(String digits) {
        if (!NUMBER.matcher(digits).matches()) {
            return digits.equals("-") ? "—" : digits;
        }
        var format = NumberFormat.getNumberInstance(VIETNAMESE);
        format.setMaximumFractionDigits(20);
        return format.format(new BigDecimal(digits));
    }
}
