package vn.thidua.indicator.scoresheet;

import java.util.List;
import vn.thidua.kit.table.TableColumn;

/** The columns of a scoresheet as a workbook, and what is said on its second sheet. */
final class WorkbookColumns {
    static final TableColumn ROW = TableColumn.input("Dòng", 18, WorkbookRow.labels());
    static final TableColumn CODE = TableColumn.verbatim("Mã", 10);
    static final TableColumn NAME = TableColumn.verbatim("Tên", 52);
    static final TableColumn IN = TableColumn.verbatim("Thuộc phần", 10);
    static final TableColumn VALUE = TableColumn.input("Giá trị", 24);
    static final TableColumn MAXIMUM = TableColumn.input("Điểm tối đa", 10);
    static final TableColumn BONUS_MAXIMUM = TableColumn.input("Điểm thưởng tối đa", 10);
    static final TableColumn INDICATOR = TableColumn.verbatim("Mã chỉ tiêu", 12);
    static final TableColumn RULE = TableColumn.input("Cách chấm", 20, words(WorkbookWords.RULE));
    static final TableColumn OF = TableColumn.input("Tính theo", 14, words(WorkbookWords.OF));
    static final TableColumn POINTS = TableColumn.input("Điểm", 10);
    static final TableColumn FROM = TableColumn.input("Từ", 10);
    static final TableColumn FROM_INCLUSIVE = TableColumn.input("Gồm cả Từ", 8, words(WorkbookCell.YES_NO));
    static final TableColumn TO = TableColumn.input("Đến", 10);
    static final TableColumn TO_INCLUSIVE = TableColumn.input("Gồm cả Đến", 8, words(WorkbookCell.YES_NO));
    static final TableColumn PER = TableColumn.input("Cứ mỗi", 10);
    static final TableColumn WHOLE = TableColumn.input("Chỉ tính tròn", 8, words(WorkbookCell.YES_NO));
    static final TableColumn FLOOR = TableColumn.input("Dưới mức này không điểm", 10);
    static final TableColumn CAP = TableColumn.input("Tính nhiều nhất đến", 10);
    static final TableColumn OTHERWISE = TableColumn.input("Không đạt thì được", 10);
    static final TableColumn DECLARED = TableColumn.input("Quy ước", 24);
    static final TableColumn INPUT = TableColumn.verbatim("Xét số liệu của mã", 14);
    static final TableColumn ZEROES = TableColumn.verbatim("Tiêu chí mất điểm", 16);
    static final TableColumn NOT_FOR = TableColumn.verbatim("Không áp dụng cho đơn vị", 18);
    static final TableColumn FOR_UNITS = TableColumn.verbatim("Áp dụng cho đơn vị", 18);
    static final TableColumn PERIODS = TableColumn.verbatim("Chỉ chấm ở kỳ", 12);
    static final TableColumn EVERY_CRITERION = TableColumn.input("Mọi tiêu chí từ %", 10);
    static final TableColumn EVERY_GROUP = TableColumn.input("Mọi nhóm từ %", 10);
    static final TableColumn VOTE = TableColumn.input("Phải bỏ phiếu", 8, words(WorkbookCell.YES_NO));

    /** Which catalogue's indicator it was, where several have the code; whoever types another code need not mind it. */
    static final TableColumn INDICATOR_KEY =
            new TableColumn("Khoá chỉ tiêu", 0, true, true, List.of(), List.of(), null);

    static final List<TableColumn> ALL = List.of(
            ROW,
            CODE,
            NAME,
            IN,
            VALUE,
            MAXIMUM,
            BONUS_MAXIMUM,
            INDICATOR,
            RULE,
            OF,
            POINTS,
            FROM,
            FROM_INCLUSIVE,
            TO,
            TO_INCLUSIVE,
            PER,
            WHOLE,
            FLOOR,
            CAP,
            OTHERWISE,
            DECLARED,
            INPUT,
            ZEROES,
            NOT_FOR,
            FOR_UNITS,
            PERIODS,
            EVERY_CRITERION,
            EVERY_GROUP,
            VOTE,
            INDICATOR_KEY);

    static final List<String> GUIDANCE = List.of(
            "Mỗi dòng nói một điều; cột Dòng cho biết đó là điều gì. Thêm, bớt, chuyển dòng tuỳ ý; dòng con đứng sau dòng của nó.",
            "Quy định: chọn ở cột Giá trị. Nhóm: mã, tên, điểm tối đa, quỹ điểm thưởng. Tiêu chí: thuộc nhóm đứng trên gần nhất.",
            "Phần: cấp đứng trên các nhóm (phần, mục lớn), nếu có: mã, tên, tổng điểm các nhóm của nó; nằm trong phần khác thì ghi ở Thuộc phần.",
            "Thuộc phần ở dòng Nhóm: mã của phần chứa nhóm đó; để trống nếu nhóm không thuộc phần nào. Phần không làm đổi cách tính điểm.",
            "Không áp dụng cho đơn vị: mã các đơn vị, cách nhau bằng dấu phẩy.",
            "Mức riêng: đứng sau mọi dòng của tiêu chí; tên gọi các đơn vị, điểm tối đa, mã các đơn vị ở Áp dụng cho đơn vị. Cách chấm để trống là"
                    + " như tiêu chí; có cách chấm riêng thì các dòng Bậc, Mức, Tình huống, … theo sau là của mức riêng đó.",
            "Chỉ chấm ở kỳ: 6 tháng, 9 tháng, Cả năm, cách nhau bằng dấu phẩy; để trống là kỳ nào cũng chấm.",
            "Mã chỉ tiêu để trống thì tiêu chí do người chấm nhập số liệu, không lấy từ báo cáo.",
            "Theo tỷ lệ: 100% được Điểm (để trống: điểm tối đa); dưới Mức không điểm thì 0; dòng Khi vượt cộng thêm cho phần trên 100%.",
            "Theo từng %: dòng Khi thiếu trừ, dòng Khi vượt cộng, cho mỗi số % ở cột Cứ mỗi.",
            "Bậc thang, Trừ dần theo bậc, Thưởng khối lượng: các dòng Bậc (Từ, Đến, Điểm). Ô Từ hoặc Đến để trống là không giới hạn.",
            "Ngày chậm, Số lần: các dòng Mức, Đến là số cuối của mức; mức cuối để trống ô Đến.",
            "Theo tình huống: các dòng Tình huống, Giá trị là số dùng khi nhập. Có hay không: Điểm khi có, cột Không đạt thì được khi không.",
            "Thưởng mỗi mức, Trừ mỗi mức: Điểm cho mỗi Cứ mỗi vượt trên Từ.",
            "Bảng điều kiện: dòng Trường hợp (tên, điểm), sau nó là các dòng Điều kiện cùng phải đúng.",
            "Khen thưởng: các dòng Mức khen, mỗi mức chỉ mã một dòng Số liệu phụ; Quy ước: cộng dồn hay chỉ mức cao nhất.",
            "Vượt kế hoạch: Quy ước: nhân cả tỷ lệ hay chỉ nhân phần vượt. Cơ quan trừ: Điểm là số trừ một lần.",
            "Thưởng khối lượng: từ mức Từ trở lên thì được điểm theo số liệu phụ mã workload. Tỷ lệ %: chia cho số liệu phụ mã base.",
            "Liệt tiêu chí: điều kiện làm cả tiêu chí 0 điểm. Xét số liệu của mã: mã số liệu phụ, hoặc value là số của chính tiêu chí.",
            "Điểm liệt: xét một tiêu chí hoặc nhóm; Tiêu chí mất điểm để trống thì đơn vị xếp sau mọi đơn vị khác.",
            "Xếp loại và Giải: ghi từ cao xuống thấp; Giải có Giá trị là số lượng.",
            "Bằng điểm xét: lần lượt từng dòng, mã tiêu chí hoặc nhóm ở cột Xét số liệu của mã; nhiều điểm hơn xếp trước. Vẫn bằng: theo quy chế.",
            "Không có giá trị mặc định nào là quy định của pháp luật; mọi con số là của văn bản mà bảng điểm nêu ở dòng Nguồn.");

    private WorkbookColumns() {}

    private static String[] words(WorkbookCell cell) {
        return cell.choices().toArray(String[]::new);
    }
}
