package vn.thidua.cluster.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.paper.OfficialDate;
import vn.thidua.kit.paper.Paper;

/**
 * The minutes of a conference as a draft paper: what was noted of it in words, and dots for what only those who were there know.
 * Nothing is said of what nobody noted.
 */
final class MinutesPaper {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    /** What the minutes are written from. */
    record Facts(
            ConferenceController.ConferenceMinutes conference,
            MinutesQueries.Setting setting,
            List<MinutesQueries.LaidDraft> drafts,
            List<MinutesQueries.ReviewedTask> reviewed,
            List<MinutesQueries.AdoptedRegulation> regulations,
            List<MinutesQueries.SignedCompact> compacts,
            List<MinutesQueries.Vote> votes,
            List<MinutesQueries.NamedHead> heads,
            List<MinutesQueries.HandedOver> handovers) {}

    private final Facts facts;
    private final List<Paper.Block> body = new ArrayList<>();
    private int section;

    private MinutesPaper(Facts facts) {
        this.facts = facts;
    }

    static Paper of(Facts facts) {
        return new MinutesPaper(facts).paper();
    }

    private Paper paper() {
        var conference = facts.conference();
        body.add(new Paper.Text("Hôm nay, %s, tại %s, %s tổ chức: %s.%s"
                .formatted(
                        OfficialDate.of(conference.heldOn()),
                        conference.place(),
                        facts.setting().clusterName(),
                        conference.title(),
                        conference.hostUnitName() == null
                                ? ""
                                : " Đơn vị đăng cai: " + conference.hostUnitName() + ".")));
        body.add(new Paper.Text("Hội nghị bắt đầu lúc …… giờ ……"
                + (conference.startsAt() == null ? "" : " (dự kiến " + conference.startsAt() + ").")
                + conference.agenda().stream()
                        .map(AgendaController.AgendaItemView::begunAt)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .map(first -> " (Mục đầu của chương trình bắt đầu lúc " + hour(first) + ".)")
                        .orElse("")));
        attendance();
        purposes();
        agenda();
        drafts();
        papers();
        reviewedTasks();
        adopted();
        facts.votes().forEach(this::vote);
        heads();
        resolutions();
        body.add(new Paper.Text("Hội nghị kết thúc lúc …… giờ …… cùng ngày."
                + facts.conference().agenda().stream()
                        .map(AgendaController.AgendaItemView::endedAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .map(last -> " (Mục cuối của chương trình kết thúc lúc " + hour(last) + ".)")
                        .orElse("")));
        return new Paper(
                mark(conference),
                new Paper.Letterhead(
                        facts.setting().organiserName(),
                        facts.setting().clusterName(),
                        "Số: ……/BB-……",
                        // A locality, where the conference says a hall or a street.
                        "……………",
                        conference.heldOn()),
                "Biên bản",
                conference.title(),
                body,
                List.of(new Paper.Signature("Thư ký", null), new Paper.Signature("Chủ trì", null)),
                List.of("Các đơn vị thành viên", facts.setting().organiserName(), "Lưu: hồ sơ hội nghị"));
    }

    private static @Nullable String mark(ConferenceController.ConferenceMinutes conference) {
        return switch (conference.provenance()) {
            case INVENTED -> "BẢN MINH HOẠ – DỮ LIỆU GIẢ ĐỊNH";
            case IN_DOCUMENT, NOT_IN_DOCUMENT -> "GHI LẠI SAU THEO TÀI LIỆU, KHÔNG PHẢI BIÊN BẢN GỐC";
            case LIVE -> null;
        };
    }

    private void attendance() {
        var attendances = facts.conference().attendances();
        heading("Thành phần");
        if (attendances.isEmpty()) {
            body.add(new Paper.Text("Thành phần dự họp chưa được ghi."));
            return;
        }
        line("Chủ trì", Conference.Capacity.CHAIR);
        line("Đại diện cấp trên", Conference.Capacity.SUPERIOR);
        var present = attendances.stream()
                .filter(a -> a.unitId() != null
                        && (a.capacity() == Conference.Capacity.MEMBER || a.capacity() == Conference.Capacity.CHAIR))
                .map(ConferenceListController.AttendanceView::unitId)
                .distinct()
                .count();
        // "Delegates of all members" in one line is no count.
        var counted =
                attendances.stream().noneMatch(a -> a.capacity() == Conference.Capacity.MEMBER && a.unitId() == null);
        line(
                counted
                        ? "Thành viên (%d/%d đơn vị)"
                                .formatted(present, facts.setting().members())
                        : "Thành viên",
                Conference.Capacity.MEMBER);
        line("Khách mời", Conference.Capacity.GUEST);
    }

    private void line(String who, Conference.Capacity capacity) {
        var named = facts.conference().attendances().stream()
                .filter(a -> a.capacity() == capacity)
                .map(a -> Stream.of(a.name(), a.office(), a.unitName())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        if (!named.isEmpty()) {
            body.add(new Paper.Text(who + ": " + named + "."));
        }
    }

    private void purposes() {
        heading("Nội dung");
        body.add(new Paper.Items(facts.conference().purposes().stream()
                .map(p -> "%s (mùa %s)".formatted(word(p.purpose()), p.seasonName()))
                .toList()));
    }

    private void agenda() {
        var agenda = facts.conference().agenda();
        if (!agenda.isEmpty()) {
            heading("Chương trình");
            body.add(new Paper.Items(
                    agenda.stream().map(MinutesPaper::agendaLine).toList()));
        }
    }

    private static String agendaLine(AgendaController.AgendaItemView item) {
        var begun = item.begunAt();
        if (begun == null) {
            return plannedLine(item);
        }
        return plannedLine(item)
                + (item.endedAt() == null
                        ? " – bắt đầu lúc " + hour(begun)
                        : " – từ %s đến %s".formatted(hour(begun), hour(item.endedAt())));
    }

    private static String hour(Instant moment) {
        return HOUR.format(moment.atZone(HANOI));
    }

    static String plannedLine(AgendaController.AgendaItemView item) {
        var who = Stream.of(item.presenter(), item.unitName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return (item.startsAt() == null ? "" : item.startsAt() + ": ")
                + item.title()
                + (who.isEmpty() ? "" : " (" + who + ")");
    }

    private void drafts() {
        if (!facts.drafts().isEmpty()) {
            heading("Văn bản trình hội nghị");
            body.add(new Paper.Items(
                    facts.drafts().stream().map(MinutesPaper::draftLine).toList()));
        }
    }

    private static String draftLine(MinutesQueries.LaidDraft draft) {
        var kind = switch (draft.kind()) {
            case "REPORT" -> "Dự thảo báo cáo: ";
            case "PLAN" -> "Dự thảo kế hoạch: ";
            case "CRITERIA" -> "Dự thảo tiêu chí, bảng điểm: ";
            case "COMPACT" -> "Dự thảo giao ước thi đua: ";
            case "RESOLUTION" -> "Dự thảo nghị quyết, kết luận: ";
            case "OTHER" -> "Dự thảo văn bản: ";
            default -> throw new IllegalStateException(draft.kind());
        };
        var comments = draft.comments() == 0
                ? "không có góp ý"
                : "%d góp ý, tiếp thu toàn bộ hoặc một phần %d".formatted(draft.comments(), draft.taken());
        return kind + draft.title() + " (bản thứ %d; %s)".formatted(draft.number(), comments);
    }

    private void papers() {
        var papers = facts.conference().papers();
        if (!papers.isEmpty()) {
            heading("Báo cáo, tham luận");
            body.add(new Paper.Items(papers.stream()
                    .map(p -> p.unitName() == null ? p.title() : p.unitName() + ": " + p.title())
                    .toList()));
        }
    }

    private void reviewedTasks() {
        if (facts.reviewed().isEmpty()) {
            return;
        }
        heading("Kiểm điểm nhiệm vụ trọng tâm");
        body.add(new Paper.Table(
                List.of(
                        new Paper.Column("STT", 7, Paper.Align.CENTRE),
                        new Paper.Column("Nhiệm vụ", 41, Paper.Align.LEFT),
                        new Paper.Column("Đơn vị, thời hạn", 24, Paper.Align.LEFT),
                        new Paper.Column("Kết quả", 28, Paper.Align.LEFT)),
                IntStream.range(0, facts.reviewed().size())
                        .mapToObj(i -> row(i + 1, facts.reviewed().get(i)))
                        .toList()));
    }

    private static List<String> row(int number, MinutesQueries.ReviewedTask task) {
        return List.of(
                Integer.toString(number),
                task.text(),
                Stream.of(task.owner(), day(task.dueOn()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")),
                Stream.of(outcome(task.outcome()), task.note())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(": ")));
    }

    private void adopted() {
        if (facts.regulations().isEmpty() && facts.compacts().isEmpty()) {
            return;
        }
        heading("Thông qua, ký kết");
        body.add(new Paper.Items(Stream.concat(
                        facts.regulations().stream()
                                .map(r -> "Thông qua %s, lần thứ %d, áp dụng cho mùa %s"
                                        .formatted(r.title(), r.number(), r.season())),
                        facts.compacts().stream()
                                .map(c -> "Ký kết %s (mùa %s)%s"
                                        .formatted(
                                                c.title(),
                                                c.season(),
                                                c.members() == 0 ? "" : ", " + c.members() + " đơn vị ký")))
                .toList()));
    }

    private void vote(MinutesQueries.Vote vote) {
        heading((vote.invalid() == null ? "Bỏ phiếu kín: " : "Bỏ phiếu kín bằng phiếu giấy: ") + vote.title());
        body.add(new Paper.Text("Số phiếu được quyền bầu: %d; số phiếu đã bỏ: %d; trong đó phiếu trắng: %d%s."
                .formatted(
                        vote.eligible(),
                        vote.cast(),
                        vote.blank(),
                        vote.invalid() == null ? "" : ", phiếu không hợp lệ: " + vote.invalid())));
        body.add(new Paper.Table(
                List.of(
                        new Paper.Column("Đơn vị được giới thiệu", 70, Paper.Align.LEFT),
                        new Paper.Column("Số phiếu", 30, Paper.Align.RIGHT)),
                vote.candidates().stream()
                        .map(c -> List.of(c.name(), Integer.toString(c.votes())))
                        .toList()));
        body.add(new Paper.Text("Kết quả: "
                + switch (vote.result()) {
                    case "ELECTED" -> vote.elected() + " được bầu (mùa " + vote.season() + ").";
                    case "BELOW_QUORUM" -> "không đủ số phiếu tối thiểu, không đơn vị nào được bầu.";
                    case "BELOW_THRESHOLD" -> "không đơn vị nào đạt tỷ lệ phiếu quy định.";
                    case "TIE" -> "các đơn vị dẫn đầu bằng phiếu nhau, không đơn vị nào được bầu.";
                    default -> throw new IllegalStateException(vote.result());
                }));
    }

    private void heads() {
        if (facts.heads().isEmpty() && facts.handovers().isEmpty()) {
            return;
        }
        heading("Trưởng, phó và bàn giao");
        body.add(new Paper.Items(Stream.concat(
                        facts.heads().stream()
                                .map(h -> "%s: %s, mùa %s".formatted(office(h.role()), h.unit(), h.season())),
                        facts.handovers().stream()
                                .map(h -> "%s nhận bàn giao mùa %s từ %s (mùa %s)"
                                        .formatted(
                                                h.to(),
                                                h.toSeason(),
                                                h.from() == null ? "đơn vị trưởng trước" : h.from(),
                                                h.fromSeason())))
                .toList()));
    }

    private void resolutions() {
        heading("Kết luận");
        var resolutions = facts.conference().resolutions();
        if (resolutions.isEmpty()) {
            body.add(new Paper.Text("Kết luận của hội nghị chưa được ghi."));
        }
        for (int i = 0; i < resolutions.size(); i++) {
            body.add(new Paper.Text((i + 1) + ". " + resolutions.get(i).text()));
        }
    }

    private void heading(String text) {
        section++;
        body.add(new Paper.Heading(section + ". " + text));
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : DAY.format(day);
    }

    static String word(Conference.Purpose purpose) {
        return switch (purpose) {
            case SIGNING -> "Ký kết giao ước thi đua";
            case MID_YEAR -> "Sơ kết";
            case YEAR_END -> "Tổng kết";
            case PLAN -> "Thông qua kế hoạch";
            case REGULATION -> "Thông qua quy chế";
            case ELECTION -> "Bình xét, suy tôn";
            case HANDOVER -> "Bàn giao nhiệm vụ trưởng";
        };
    }

    private static String office(String role) {
        return switch (role) {
            case "HEAD" -> "Đơn vị trưởng";
            case "DEPUTY" -> "Đơn vị phó";
            case "STANDING_GROUP" -> "Thường trực cụm, khối";
            default -> throw new IllegalStateException(role);
        };
    }

    private static @Nullable String outcome(String outcome) {
        return switch (outcome) {
            case "DONE" -> "Đã xong";
            case "GOING_ON" -> "Đang thực hiện";
            case "NOT_DONE" -> "Chưa thực hiện";
            case "NOT_STATED" -> null;
            default -> throw new IllegalStateException(outcome);
        };
    }
}
