package vn.thidua.cluster.election;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.vote.Fraction;
import vn.thidua.cluster.vote.Rules;
import vn.thidua.kit.paper.Paper;

/** The papers of an election: ballots to be filled in by hand, and the minutes of the count. */
final class PollPapers {
    private PollPapers() {}

    /**
     * An empty ballot for each member, one at least. All are alike, so that none tells whose it was.
     */
    static List<Paper> ballots(PollFacts facts) {
        var rows = IntStream.range(0, facts.candidates().size())
                .mapToObj(i -> List.of(
                        Integer.toString(i + 1), facts.candidates().get(i).name(), ""))
                .toList();
        var ballot = new Paper(
                mark(facts),
                letterhead(facts, ""),
                "Phiếu bầu",
                facts.title(),
                List.of(
                        new Paper.Text(
                                "Đánh dấu X vào một ô ở cột bên phải. Không ghi tên người bỏ phiếu. Không đánh dấu ô nào là phiếu trắng; đánh dấu nhiều hơn một ô là phiếu không hợp lệ."),
                        new Paper.Table(
                                List.of(
                                        new Paper.Column("STT", 10, Paper.Align.CENTRE),
                                        new Paper.Column("Đơn vị được giới thiệu", 70, Paper.Align.LEFT),
                                        new Paper.Column("Chọn", 20, Paper.Align.CENTRE)),
                                rows)),
                List.of(),
                List.of());
        return Collections.nCopies(Math.max(1, facts.eligible()), ballot);
    }

    /** Of a counted election. */
    static Paper countingMinutes(PollFacts facts) {
        var count = facts.count();
        if (count == null) {
            throw new IllegalStateException("not counted");
        }
        var share = facts.rules().base() == Rules.Base.PRESENT
                ? "số phiếu đã bỏ (%d)".formatted(count.cast())
                : "tổng số đơn vị thành viên (%d)".formatted(facts.eligible());
        return new Paper(
                mark(facts),
                letterhead(facts, "Số: ……/BB-……"),
                "Biên bản kiểm phiếu",
                facts.title(),
                List.of(
                        new Paper.Text("Tổ kiểm phiếu gồm: …………………………………………………………………………"),
                        new Paper.Heading("1. Số phiếu"),
                        new Paper.Items(Stream.concat(
                                        ballots(facts.eligible(), count),
                                        Stream.of(
                                                "Tối thiểu để cuộc bầu có giá trị: %s số đơn vị được quyền bỏ phiếu"
                                                        .formatted(fraction(
                                                                facts.rules().quorum())),
                                                "Tỷ lệ để được bầu: %s %s"
                                                        .formatted(
                                                                fraction(facts.rules()
                                                                        .threshold()),
                                                                share)))
                                .toList()),
                        new Paper.Heading("2. Kết quả kiểm phiếu"),
                        new Paper.Table(
                                List.of(
                                        new Paper.Column("STT", 10, Paper.Align.CENTRE),
                                        new Paper.Column("Đơn vị được giới thiệu", 65, Paper.Align.LEFT),
                                        new Paper.Column("Số phiếu", 25, Paper.Align.RIGHT)),
                                IntStream.range(0, facts.candidates().size())
                                        .mapToObj(i ->
                                                row(i + 1, facts.candidates().get(i)))
                                        .toList()),
                        new Paper.Heading("3. Kết luận"),
                        new Paper.Text(conclusion(count.result(), count.elected())),
                        new Paper.Text(secrecy(count.paper()))),
                List.of(new Paper.Signature("Tổ kiểm phiếu", null), new Paper.Signature("Chủ trì", null)),
                List.of("Hồ sơ hội nghị", facts.organiser()));
    }

    private static Stream<String> ballots(int eligible, PollFacts.Counted count) {
        var paper = count.paper();
        if (paper == null) {
            return Stream.of(
                    "Số đơn vị được quyền bỏ phiếu: " + eligible,
                    "Số phiếu đã bỏ: " + count.cast(),
                    "Trong đó phiếu trắng: " + count.blank());
        }
        return Stream.of(
                "Số đơn vị được quyền bỏ phiếu: " + eligible,
                "Số phiếu phát ra: " + paper.issued(),
                "Số phiếu thu về: " + count.cast(),
                "Số phiếu hợp lệ: %d, trong đó phiếu trắng: %d".formatted(paper.valid(), count.blank()),
                "Số phiếu không hợp lệ: " + paper.invalid());
    }

    private static String secrecy(PollFacts.@Nullable OnPaper paper) {
        return paper == null
                ? "Phiếu được niêm phong khi bỏ, trộn ngẫu nhiên khi mở; khóa mở phiếu bị hủy sau khi kiểm. Không ai biết đơn vị nào bầu cho đơn vị nào."
                : "Bỏ phiếu bằng phiếu giấy. Số liệu ghi theo biên bản kiểm phiếu đã ký (bản quét có mã SHA-256 %s), do hai người trong tổ kiểm phiếu ghi và xác nhận."
                        .formatted(paper.sha256());
    }

    private static List<String> row(int number, PollFacts.Candidate candidate) {
        return List.of(Integer.toString(number), candidate.name(), Integer.toString(candidate.counted()));
    }

    private static String conclusion(ElectionViews.ElectionView.Outcome result, @Nullable String elected) {
        return switch (result) {
            case ELECTED -> elected + " được bầu.";
            case BELOW_QUORUM -> "Không đủ số phiếu tối thiểu; không đơn vị nào được bầu.";
            case BELOW_THRESHOLD -> "Không đơn vị nào đạt tỷ lệ phiếu quy định.";
            case TIE -> "Các đơn vị dẫn đầu có số phiếu bằng nhau; không đơn vị nào được bầu.";
        };
    }

    private static Paper.Letterhead letterhead(PollFacts facts, String number) {
        return new Paper.Letterhead(facts.organiser(), facts.cluster(), number, facts.place(), facts.heldOn());
    }

    private static @Nullable String mark(PollFacts facts) {
        return facts.invented() ? "BẢN MINH HOẠ – DỮ LIỆU GIẢ ĐỊNH" : null;
    }

    private static String fraction(Fraction fraction) {
        return fraction.numerator() + "/" + fraction.denominator();
    }
}
