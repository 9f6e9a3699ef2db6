package vn.thidua.indicator.report;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.thidua.kit.table.TableColumn;

/** The words of a workbook with a line for each unit and a column for each indicator. */
public final class GridWords {
    /** Begins the heading of the column by which a line is known again; behind it stand the period and the indicators, each after a bar. */
    public static final String KEY = "Khoá dòng";

    /** As {@link #KEY}, of a workbook that marks estimates; the first ones did not, and are read as they were meant. */
    public static final String MARKING_KEY = KEY + " 2";

    public static final String BAR = "|";
    public static final TableColumn UNIT_CODE = TableColumn.shown("Mã đơn vị", 12);
    public static final TableColumn UNIT = TableColumn.shown("Đơn vị", 28).noted("Chỉ tiêu", "Đơn vị tính, giới hạn");
    public static final TableColumn STATE = TableColumn.shown("Khoá vì", 16);
    public static final TableColumn FAULT = TableColumn.shown("Lỗi", 60);
    public static final String NOT_APPLICABLE = "Không áp dụng";
    private static final String NOT_APPLICABLE_SHORT = "KAD";
    /** Before a number that is an estimate. */
    static final String ESTIMATE = "ước ";
    /** Begins the heading of a column of explanations; behind it stands the heading of the indicator. */
    public static final String EXPLANATION = "Giải trình ";

    private static final Set<String> ERASED = Set.of("(xóa)", "(xoá)");
    /** Between the names of what was reached. */
    public static final String BETWEEN_NAMES = "; ";

    public static final List<String> GUIDANCE = List.of(
            "Mỗi dòng là một đơn vị, mỗi cột là một chỉ tiêu. Dòng đầu là mã chỉ tiêu, dùng để nhận lại cột; hãy giữ nguyên.",
            "Chỉ nhập vào các ô màu vàng không bị khoá. Có thể chép, dán cả khối ô, đổi chỗ hoặc xoá bớt cột và dòng.",
            "Ô để trống: giữ nguyên số đang có trên hệ thống. Số 0 là số liệu. Muốn xóa số đã nhập thì gõ “(xóa)”.",
            "Số ước thực hiện thì gõ “ước” trước số, ví dụ: ước 12,5. Số không có chữ “ước” là số thực hiện.",
            "Số không chính xác thì ghi như thực tế báo cáo: khoảng 7, gần 95, trên 1.200, từ 30 trở lên, ước khoảng 12,5.",
            "Muốn giải trình: thêm một cột bất kỳ đâu trong bảng với tiêu đề “Giải trình” và mã chỉ tiêu, ví dụ: Giải trình KX-01; ghi ở dòng có số.",
            "Chỉ tiêu không áp dụng cho đơn vị thì gõ “Không áp dụng” (hoặc KAD).",
            "Chỉ tiêu có hoặc không: chọn Có hoặc Không.",
            "Số liệu theo đơn vị tính khác mà chỉ tiêu chấp nhận thì gõ kèm đơn vị, ví dụ: 1,2 tỷ đồng.",
            "Chỉ tiêu có danh sách: gõ tên những mục đã đạt, cách nhau bằng dấu chấm phẩy.",
            "Ô bị khoá: chỉ tiêu tự tính, chỉ tiêu đơn vị không được giao, và cả dòng khi có lý do ở cột “Khoá vì”.",
            "Ô người khác đã sửa sau khi tải tệp này thì không bị ghi đè; lỗi được báo riêng cho ô đó.",
            "Giải trình đã ghi và tài liệu minh chứng xem trên hệ thống, không nằm trong tệp này.");

    private GridWords() {}

    /** The heading of the column of keys: whose lines these are, and in which order a key has its versions. */
    public static String key(UUID periodId, List<String> headings) {
        return MARKING_KEY + BAR + periodId + BAR + String.join(BAR, headings);
    }

    /** What a line is known by: its unit, and which versions of its cells whoever fills it has seen. */
    public static String key(String unitCode, long[] versions) {
        return unitCode + " " + Arrays.stream(versions).mapToObj(Long::toString).collect(Collectors.joining(","));
    }

    /** Whether somebody says with that word that nothing shall stand there. */
    static boolean saysErased(String text) {
        return ERASED.contains(
                Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    }

    /** Whether somebody says with that word that the indicator does not apply. */
    static boolean saysNotApplicable(String text) {
        return text.equalsIgnoreCase(NOT_APPLICABLE)
                || text.toUpperCase(Locale.ROOT).equals(NOT_APPLICABLE_SHORT);
    }
}
