package vn.thidua.indicator.report;

import java.util.List;
import java.util.stream.Stream;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.kit.table.TableColumn;

/** The columns of a report as a spreadsheet. */
final class SheetColumns {
    static final String MARK = "x";

    /** Period, unit, indicator and version: by it a row is known again, however it was sorted. */
    static final TableColumn KEY = TableColumn.hidden("Khoá dòng");

    static final TableColumn UNIT_CODE = TableColumn.shown("Mã đơn vị", 12);
    static final TableColumn UNIT = TableColumn.shown("Đơn vị", 28);
    static final TableColumn CODE = TableColumn.shown("Mã chỉ tiêu", 12);
    static final TableColumn NAME = TableColumn.shown("Chỉ tiêu", 48);
    static final TableColumn MEASURE = TableColumn.shown("Đơn vị tính", 14);
    static final TableColumn PLAN = TableColumn.shown("Kế hoạch", 14);
    static final TableColumn LAST_YEAR = TableColumn.shown("Năm trước", 14);
    static final TableColumn VALUE = TableColumn.input("Số liệu", 16);
    static final TableColumn NOT_APPLICABLE = TableColumn.input("Không áp dụng", 12, MARK);
    static final TableColumn ESTIMATE = TableColumn.input("Ước tính", 10, MARK);
    static final TableColumn EXPLANATION = TableColumn.input("Giải trình", 48);
    static final TableColumn FAULT = TableColumn.shown("Lỗi", 48);

    static final List<TableColumn> ALL = List.of(
            KEY, UNIT_CODE, UNIT, CODE, NAME, MEASURE, PLAN, LAST_YEAR, VALUE, NOT_APPLICABLE, ESTIMATE, EXPLANATION);

    /** What must come back; the rest is for reading. */
    static final List<TableColumn> NEEDED = List.of(KEY, VALUE, NOT_APPLICABLE, ESTIMATE, EXPLANATION);

    static final List<String> GUIDANCE = List.of(
            "Chỉ nhập vào bốn cột màu vàng: Số liệu, Không áp dụng, Ước tính, Giải trình.",
            "Số 0 là số liệu. Để trống (hoặc gõ “(xóa)”) là chưa có số liệu. Chỉ tiêu không áp dụng thì đánh dấu x ở cột Không áp dụng.",
            "Chỉ tiêu có hoặc không: gõ Có hoặc Không (hoặc 1, 0) ở cột Số liệu.",
            "Số liệu theo đơn vị tính khác mà chỉ tiêu chấp nhận thì gõ kèm đơn vị, ví dụ: 1,2 tỷ đồng.",
            "Số liệu không chính xác thì ghi như thực tế báo cáo: khoảng 7, gần 95, trên 1.200, từ 30 trở lên.",
            "Chỉ tiêu ghi “tự tính” lấy số từ các chỉ tiêu khác theo công thức; số gõ vào dòng ấy không được nhận.",
            "Chỉ tiêu có danh sách (ví dụ các xã sẽ đạt chuẩn) thì chọn tên những mục đã đạt trên hệ thống.",
            "Số liệu ước tính thì đánh dấu x ở cột Ước tính.",
            "Ô bị khoá: chỉ tiêu tự tính, chỉ tiêu có danh sách, và các dòng của đơn vị không còn (hoặc không do người tải tệp) nhập số liệu.",
            "Dán được cả khối ô từ bảng tính khác vào các cột màu vàng. Dòng để nguyên thì giữ nguyên trên hệ thống.",
            "Tài liệu minh chứng đính kèm trên hệ thống, không nằm trong tệp này.");

    private SheetColumns() {}

    /** What may be chosen of an indicator that is answered with a word, the highest first. */
    static String[] choices(Measure measure, String... further) {
        return Stream.concat(measure.answers().reversed().stream(), Stream.of(further))
                .toArray(String[]::new);
    }
}
