package vn.thidua.indicator.scoresheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row {@link WorkbookRow#SETTING} says in its column of values, by the label that stands in its column of names.
 *
 * @param path within the scoresheet's JSON form
 */
record WorkbookSetting(String label, String path, WorkbookCell cell) {
    static final List<WorkbookSetting> ALL = List.of(
            new WorkbookSetting("Tên bảng điểm", "title", WorkbookCell.TEXT),
            new WorkbookSetting("Tổng điểm tối đa", "maximum", WorkbookCell.NUMBER),
            new WorkbookSetting("Điểm thưởng nằm", "bonus", WorkbookWords.BONUS),
            new WorkbookSetting("Tiêu chí không áp dụng", "notApplicable", WorkbookWords.NOT_APPLICABLE),
            new WorkbookSetting("Phần trăm kế hoạch so với", "plan", WorkbookWords.PLAN),
            new WorkbookSetting("Điểm trừ được xuống dưới 0", "belowZero", WorkbookCell.YES_NO),
            new WorkbookSetting("Làm tròn ở", "rounding/at", WorkbookWords.ROUNDED_AT),
            new WorkbookSetting("Số chữ số sau dấu phẩy", "rounding/scale", WorkbookCell.WHOLE),
            new WorkbookSetting("Cách làm tròn", "rounding/mode", WorkbookWords.ROUNDING),
            new WorkbookSetting("Trường hợp không có mức", "unmatched", WorkbookWords.UNMATCHED),
            new WorkbookSetting("Tính chất", "provenance", WorkbookWords.PROVENANCE),
            new WorkbookSetting("Nguồn", "source", WorkbookCell.TEXT));

    static @Nullable WorkbookSetting labelled(String label) {
        return ALL.stream()
                .filter(one -> WorkbookRow.same(one.label, label))
                .findFirst()
                .orElse(null);
    }
}
