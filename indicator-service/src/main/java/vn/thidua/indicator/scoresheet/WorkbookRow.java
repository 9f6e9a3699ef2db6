package vn.thidua.indicator.scoresheet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of rows of a scoresheet's workbook, and where each stands in the JSON form. Reading and writing both follow this table
 * and {@link WorkbookFields}, so that what goes out is what comes in.
 */
enum WorkbookRow {
    SETTING("Quy định", null, "", false),
    PART("Phần", null, "parts", true),
    GROUP("Nhóm", null, "groups", true),
    CRITERION("Tiêu chí", GROUP, "criteria", true),
    INPUT("Số liệu phụ", CRITERION, "inputs", true),
    UNDER("Khi thiếu", CRITERION, "rule/under", false),
    OVER("Khi vượt", CRITERION, "rule/over", false),
    RUNG("Bậc", CRITERION, "rule/rungs", true),
    STEP("Mức", CRITERION, "rule/steps", true),
    OPTION("Tình huống", CRITERION, "rule/options", true),
    CASE("Trường hợp", CRITERION, "rule/cases", true),
    WHEN("Điều kiện", CASE, "when", true),
    LEVEL("Mức khen", CRITERION, "rule/levels", true),
    CRITERION_KNOCK_OUT("Liệt tiêu chí", CRITERION, "knockOuts", true),
    /** Written after all that is said of the criterion itself, so that the rows of its rule that follow are its own. */
    VARIANT("Mức riêng", CRITERION, "variants", true),
    KNOCK_OUT("Điểm liệt", null, "knockOuts", true),
    GRADE("Xếp loại", null, "grades", true),
    PRIZE("Giải", null, "prizes", true),
    TIE("Bằng điểm xét", null, "ties", true);

    final String label;
    final @Nullable WorkbookRow parent;
    /** Within the parent's object. */
    final String path;
    /** Whether there may be several of it. */
    final boolean many;

    WorkbookRow(String label, @Nullable WorkbookRow parent, String path, boolean many) {
        this.label = label;
        this.parent = parent;
        this.path = path;
        this.many = many;
    }

    static String[] labels() {
        return Arrays.stream(values()).map(row -> row.label).toArray(String[]::new);
    }

    static @Nullable WorkbookRow labelled(String label) {
        return Arrays.stream(values())
                .filter(one -> same(one.label, label))
                .findFirst()
                .orElse(null);
    }

    List<WorkbookRow> children() {
        return Arrays.stream(values())
                .filter(one -> one.parent == this || (this == VARIANT && one.isOfRule()))
                .toList();
    }

    /** Whether it is a part of a rule: of the criterion's, or of the rule of the variant under which it stands. */
    boolean isOfRule() {
        return path.startsWith("rule/");
    }

    static boolean same(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }
}
