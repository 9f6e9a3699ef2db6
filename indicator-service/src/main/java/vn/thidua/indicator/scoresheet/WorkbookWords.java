package vn.thidua.indicator.scoresheet;

import java.math.RoundingMode;
import java.util.List;
import vn.thidua.indicator.period.Period;
import vn.thidua.indicator.provenance.Provenance;
import vn.thidua.indicator.scoresheet.FurtherRule.Overlap;
import vn.thidua.indicator.scoresheet.FurtherRule.Reading;
import vn.thidua.indicator.scoresheet.FurtherRule.Stacking;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.Sheet.BonusPlace;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.Plan;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;
import vn.thidua.indicator.scoresheet.Terms.Measured;
import vn.thidua.indicator.scoresheet.Terms.Unmatched;

/**
 * The words by which a workbook says what a scoresheet declares. None has a comma, and all of one list stay below 255 characters:
 * more a spreadsheet does not take as choices.
 */
final class WorkbookWords {
    static final WorkbookCell RULE = WorkbookCell.words(
            (RuleType type) -> switch (type) {
                case PROPORTIONAL -> "Theo tỷ lệ";
                case PER_PERCENT -> "Theo từng %";
                case LADDER -> "Bậc thang";
                case YES_NO -> "Có hay không";
                case DAYS_LATE -> "Ngày chậm";
                case COUNT -> "Số lần";
                case CHOICE -> "Theo tình huống";
                case BONUS -> "Thưởng mỗi mức";
                case PENALTY -> "Trừ mỗi mức";
                case FIXED -> "Điểm cố định";
                case GIVEN -> "Hội đồng chấm";
                case CONDITIONS -> "Bảng điều kiện";
                case DEDUCTION -> "Trừ dần theo bậc";
                case AGENCY_PENALTY -> "Cơ quan trừ";
                case AWARD_BONUS -> "Khen thưởng";
                case WORKLOAD_BONUS -> "Thưởng khối lượng";
                case OVER_FULFILMENT -> "Vượt kế hoạch";
                case GIVEN_BONUS -> "Hội đồng thưởng";
            },
            List.of(RuleType.values()));

    static final WorkbookCell OF = WorkbookCell.words(
            (Of of) -> switch (of) {
                case VALUE -> "Giá trị";
                case PERCENT_OF_PLAN -> "% kế hoạch";
                case PERCENT_OF_REGISTERED -> "% đăng ký";
                case RATIO -> "Tỷ lệ %";
            },
            List.of(Of.values()));

    static final WorkbookCell BONUS = WorkbookCell.words(
            (BonusPlace place) -> switch (place) {
                case INSIDE -> "Trong tổng điểm";
                case ABOVE -> "Ngoài tổng điểm";
            },
            List.of(BonusPlace.values()));

    static final WorkbookCell NOT_APPLICABLE = WorkbookCell.words(
            (NotApplicable what) -> switch (what) {
                case EXCLUDE -> "Bỏ ra và chia điểm cho các tiêu chí khác";
                case LEAVE_OUT -> "Bỏ ra";
                case FULL -> "Cho đủ điểm";
                case ZERO -> "Không điểm";
            },
            List.of(NotApplicable.values()));

    static final WorkbookCell PLAN = WorkbookCell.words(
            (Plan plan) -> switch (plan) {
                case ASSIGNED -> "Kế hoạch giao";
                case REGISTERED -> "Đăng ký";
                case REGISTERED_ELSE_ASSIGNED -> "Đăng ký hoặc kế hoạch giao";
            },
            List.of(Plan.values()));

    static final WorkbookCell ROUNDED_AT = WorkbookCell.words(
            (RoundedAt at) -> switch (at) {
                case CRITERION -> "Từng tiêu chí";
                case GROUP -> "Từng nhóm";
                case TOTAL -> "Tổng điểm";
            },
            List.of(RoundedAt.values()));

    static final WorkbookCell ROUNDING = WorkbookCell.words(
            (RoundingMode mode) -> switch (mode) {
                case HALF_UP -> "Nửa làm tròn lên";
                case HALF_DOWN -> "Nửa làm tròn xuống";
                case HALF_EVEN -> "Nửa về số chẵn";
                case UP -> "Ra xa số 0";
                case DOWN -> "Về phía số 0";
                case CEILING -> "Lên";
                case FLOOR -> "Xuống";
                case UNNECESSARY -> "Không làm tròn";
            },
            List.of(RoundingMode.values()));

    static final WorkbookCell UNMATCHED = WorkbookCell.words(
            (Unmatched unmatched) -> switch (unmatched) {
                case RULING -> "Cơ quan thường trực quyết định";
                case ZERO -> "Không điểm";
            },
            List.of(Unmatched.values()));

    static final WorkbookCell MEASURED = WorkbookCell.words(
            (Measured measured) -> switch (measured) {
                case VALUE -> "Giá trị";
                case POINTS -> "Điểm";
                case PERCENT_OF_MAXIMUM -> "% điểm tối đa";
            },
            List.of(Measured.values()));

    static final WorkbookCell OVERLAP = WorkbookCell.words(
            (Overlap overlap) -> switch (overlap) {
                case HIGHEST -> "Lấy dòng cao nhất";
                case LOWEST -> "Lấy dòng thấp nhất";
            },
            List.of(Overlap.values()));

    static final WorkbookCell STACKING = WorkbookCell.words(
            (Stacking stacking) -> switch (stacking) {
                case SUM -> "Cộng dồn";
                case HIGHEST -> "Chỉ mức cao nhất";
            },
            List.of(Stacking.values()));

    static final WorkbookCell READING = WorkbookCell.words(
            (Reading reading) -> switch (reading) {
                case WHOLE_PERCENT -> "Nhân cả tỷ lệ";
                case EXCESS -> "Chỉ nhân phần vượt";
            },
            List.of(Reading.values()));

    /** One after the other, or nothing for all of them. */
    static final WorkbookCell PERIODS = WorkbookCell.severalOf(
            (Period.Kind kind) -> switch (kind) {
                case H1 -> "6 tháng";
                case M9 -> "9 tháng";
                case YEAR -> "Cả năm";
            },
            List.of(Period.Kind.values()));

    static final WorkbookCell PROVENANCE = WorkbookCell.words(
            (Provenance provenance) -> switch (provenance) {
                case LIVE -> "Lập trên hệ thống";
                case IN_DOCUMENT -> "Theo văn bản";
                case NOT_IN_DOCUMENT -> "Không nêu trong văn bản";
                case INVENTED -> "Minh hoạ";
            },
            List.of(Provenance.values()));

    private WorkbookWords() {}
}
