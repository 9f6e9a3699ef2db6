package vn.thidua.indicator.digest;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.paper.Paper;

/**
 * The digest as a draft of the report that the head reads at the conference: the numbers are there, the words of judgement are left
 * to people.
 */
final class DigestPaper {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");
    private static final String TO_WRITE = "………………………………………………………………………………………";

    /** @param organiserName null while the organiser has not arrived by the feed */
    record Setting(String clusterName, @Nullable String organiserName, String seasonName, String provenance) {}

    private final Setting setting;
    private final Digest digest;
    private final NumberFormat numbers = NumberFormat.getNumberInstance(VIETNAMESE);
    private final List<Paper.Block> body = new ArrayList<>();

    private DigestPaper(Setting setting, Digest digest) {
        this.setting = setting;
        this.digest = digest;
        numbers.setMaximumFractionDigits(6);
    }

    static Paper of(Setting setting, Digest digest) {
        return new DigestPaper(setting, digest).paper();
    }

    private Paper paper() {
        body.add(new Paper.Text(
                "%s có %d đơn vị thành viên tham gia mùa thi đua %s. Kết quả thực hiện các chỉ tiêu như sau."
                        .formatted(setting.clusterName(), digest.memberCount(), setting.seasonName())));
        body.add(new Paper.Heading("I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU"));
        if (digest.indicators().isEmpty()) {
            body.add(new Paper.Text("Chưa có số liệu của kỳ này."));
        }
        for (int i = 0; i < digest.indicators().size(); i++) {
            var indicator = digest.indicators().get(i);
            body.add(new Paper.Heading((i + 1) + ". " + indicator.name()));
            if (indicator.adopted() != null) {
                adopted(indicator.adopted());
            }
            if (indicator.answered() != null) {
                answered(indicator.answered());
            }
            indicator.series().forEach(this::series);
        }
        for (var heading :
                List.of("II. ƯU ĐIỂM", "III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN", "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ")) {
            body.add(new Paper.Heading(heading));
            body.add(new Paper.Text(TO_WRITE));
        }
        return new Paper(
                setting.provenance().equals("INVENTED") ? "BẢN MINH HOẠ – DỮ LIỆU GIẢ ĐỊNH" : null,
                new Paper.Letterhead(setting.organiserName(), setting.clusterName(), "Số: ……/BC-……", "……………", null),
                "Báo cáo",
                "Kết quả thực hiện chỉ tiêu thi đua %s, mùa %s".formatted(period(), setting.seasonName()),
                body,
                List.of(new Paper.Signature("Đơn vị trưởng", null)),
                List.of("Các đơn vị thành viên", "Lưu: hồ sơ hội nghị"));
    }

    /** The cluster's own number comes first: it is what the conference speaks of. */
    private void adopted(Digest.Adopted adopted) {
        var unit = adopted.unitOfMeasure();
        var computed = adopted.computed();
        body.add(new Paper.Text("Kết quả chung đã thông qua: %s%s, %s %d/%d đơn vị%s%s."
                .formatted(
                        adopted.level() == null ? number(adopted.value(), unit) : adopted.level(),
                        adopted.percent() == null
                                ? ""
                                : " (%s kế hoạch của cụm, khối)".formatted(number(adopted.percent(), "%")),
                        rule(adopted.rule()),
                        adopted.known(),
                        adopted.expected(),
                        adopted.missing() == 0 ? "" : " (%d đơn vị chưa gửi báo cáo)".formatted(adopted.missing()),
                        !adopted.adjusted()
                                ? ""
                                : "; điều chỉnh%s vì: %s"
                                        .formatted(
                                                computed == null ? "" : " từ " + number(computed, unit),
                                                adopted.reason()))));
        if (adopted.explanation() != null) {
            body.add(new Paper.Text(adopted.explanation()));
        }
    }

    private void answered(Digest.Answered answered) {
        body.add(new Paper.Text("Có câu trả lời của %d/%d đơn vị.".formatted(answered.known(), answered.members())));
        for (var answer : answered.answers()) {
            if (!answer.units().isEmpty()) {
                body.add(new Paper.Text("%s: %s%s."
                        .formatted(
                                answer.level() != null ? answer.level() : answer.place() == 0 ? "Không" : "Có",
                                answer.count() == null ? "" : answer.count() + " đơn vị, gồm ",
                                answer.units().stream()
                                        .map(unit -> name(unit.unitId(), unit.unitCode(), unit.unitName()))
                                        .collect(Collectors.joining(", ")))));
            }
        }
    }

    private static String rule(@Nullable String rule) {
        return switch (rule) {
            case null -> "do cụm, khối xác định, có số liệu của";
            case "SUM" -> "tổng của";
            case "AVERAGE" -> "bình quân giản đơn của";
            case "WEIGHTED_AVERAGE" -> "bình quân gia quyền của";
            case "LAST" -> "số gửi sau cùng của";
            case "MAX" -> "cao nhất trong";
            case "MIN" -> "thấp nhất trong";
            case "COUNT_YES" -> "số đơn vị đạt trong";
            case "UNION" -> "số tên khác nhau của";
            case "NONE" -> "do cụm, khối xác định, có số liệu của";
            default -> throw new IllegalStateException(rule);
        };
    }

    private void series(Digest.Series series) {
        var unit = series.unitOfMeasure();
        var measure = measure(series.measure());
        for (var stated : series.stated()) {
            body.add(new Paper.Text("%s, theo báo cáo của cả cụm, khối: %s%s. Nguyên văn: “%s”."
                    .formatted(
                            measure,
                            qualified(stated.qualifier(), stated.value(), unit),
                            aggregation(stated.aggregation()),
                            stated.quote())));
        }
        for (var statement : series.statements()) {
            body.add(new Paper.Text("%s: %d/%d đơn vị đạt %s. Nguyên văn: “%s”."
                    .formatted(
                            measure,
                            statement.count(),
                            statement.outOf(),
                            qualified(statement.thresholdQualifier(), statement.threshold(), unit),
                            statement.quote())));
        }
        var computed = series.computed();
        if (computed != null) {
            body.add(new Paper.Text("%s, tính từ số liệu của %d/%d đơn vị: %sbình quân giản đơn %s%s%s%s."
                    .formatted(
                            measure,
                            computed.known(),
                            computed.members(),
                            computed.total() == null ? "" : "tổng " + number(computed.total(), unit) + "; ",
                            number(computed.average(), unit),
                            weighted(computed.weighted(), unit),
                            computed.approximate() ? " (có số liệu gần đúng)" : "",
                            change(computed.change(), unit))));
        }
        if (series.reached() != null) {
            reached(series, series.reached());
        }
        if (!series.leaders().isEmpty()) {
            body.add(new Paper.Table(
                    List.of(
                            new Paper.Column("Thứ tự", 14, Paper.Align.CENTRE),
                            new Paper.Column("Đơn vị", 52, Paper.Align.LEFT),
                            new Paper.Column("%s (%s)".formatted(measure, unit), 34, Paper.Align.RIGHT)),
                    series.leaders().stream().map(this::row).toList()));
        }
    }

    private String weighted(Digest.@Nullable Weighted weighted, String unit) {
        if (weighted == null) {
            return "";
        }
        var by = switch (weighted.by()) {
            case PLAN -> "kế hoạch";
            case BEFORE -> "số năm trước";
            case INDICATOR -> weighted.code();
        };
        return "; bình quân gia quyền theo %s %s".formatted(by, number(weighted.average(), unit));
    }

    private String change(Digest.@Nullable Moved change, String unit) {
        if (change == null) {
            return "";
        }
        var moved = change.total() == null ? change.average() : change.total();
        return "; so với cùng kỳ mùa trước %s %s %s (%d đơn vị có cả hai số)"
                .formatted(
                        change.total() == null ? "bình quân" : "tổng",
                        moved.signum() < 0 ? "giảm" : "tăng",
                        // A percent moves by so many points, not by so many percent.
                        unit.startsWith("%")
                                ? numbers.format(moved.abs()) + " điểm phần trăm"
                                : number(moved.abs(), unit),
                        change.known());
    }

    private void reached(Digest.Series series, Digest.Reached reached) {
        var names = series.leaders().stream()
                .collect(Collectors.toMap(Digest.Leader::unitId, DigestPaper::name, (one, _) -> one));
        body.add(new Paper.Text("Đạt từ %s trở lên: %d/%d đơn vị có số liệu%s%s."
                .formatted(
                        number(reached.threshold(), series.unitOfMeasure()),
                        reached.unitIds().size(),
                        reached.known(),
                        listed(": ", reached.unitIds(), names),
                        listed("; chưa rõ: ", reached.unclear(), names))));
    }

    private static String listed(String before, List<UUID> units, java.util.Map<UUID, String> names) {
        return units.isEmpty()
                ? ""
                : before
                        + units.stream()
                                .map(unit -> Objects.requireNonNull(names.get(unit)))
                                .collect(Collectors.joining(", "));
    }

    private List<String> row(Digest.Leader leader) {
        var place = leader.rankStated() == null ? leader.place() : leader.rankStated();
        return List.of(
                place == null ? "" : place.toString(),
                name(leader),
                qualifier(leader.qualifier()) + numbers.format(leader.value()));
    }

    private static String name(Digest.Leader leader) {
        return name(leader.unitId(), leader.unitCode(), leader.unitName());
    }

    private static String name(UUID id, @Nullable String code, @Nullable String name) {
        if (name != null) {
            return name;
        }
        return code == null ? id.toString() : code;
    }

    private String qualified(String qualifier, BigDecimal value, String unit) {
        return qualifier.equals("AT_LEAST")
                ? "từ " + number(value, unit) + " trở lên"
                : qualifier(qualifier) + number(value, unit);
    }

    private String number(BigDecimal value, String unit) {
        return numbers.format(value) + (unit.startsWith("%") ? unit : " " + unit);
    }

    private String period() {
        return switch (digest.periodKind()) {
            case "H1" -> "sáu tháng đầu năm";
            case "M9" -> "chín tháng";
            case "YEAR" -> "cả năm";
            default -> throw new IllegalStateException(digest.periodKind());
        };
    }

    private static String measure(String measure) {
        return switch (measure) {
            case "VALUE" -> "Kết quả";
            case "PERCENT_OF_PLAN" -> "Phần trăm kế hoạch";
            case "PERCENT_OF_BUDGET_ESTIMATE" -> "Phần trăm dự toán";
            case "GROWTH" -> "Tăng trưởng";
            case "AGAINST_TARGET" -> "So với chỉ tiêu";
            default -> throw new IllegalStateException(measure);
        };
    }

    private static String qualifier(String qualifier) {
        return switch (qualifier) {
            case "EXACT" -> "";
            case "ABOUT" -> "khoảng ";
            case "NEARLY" -> "gần ";
            case "ABOVE" -> "trên ";
            case "AT_LEAST" -> "ít nhất ";
            default -> throw new IllegalStateException(qualifier);
        };
    }

    private static String aggregation(@Nullable String aggregation) {
        return switch (aggregation) {
            case "AVERAGE" -> " (bình quân)";
            case "TOTAL" -> " (tổng)";
            case null -> "";
            default -> throw new IllegalStateException(aggregation);
        };
    }
}
