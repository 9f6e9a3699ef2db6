package vn.thidua.cluster.foreigncode;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.foreigncode.ForeignCodeTableController.ForeignCodeTableRow;
import vn.thidua.cluster.table.RowCells;
import vn.thidua.cluster.table.TableForm;
import vn.thidua.cluster.table.TableTelling;
import vn.thidua.kit.table.TableColumn;

/** The columns of other agencies' codes as a table. */
final class ForeignCodeTable {
    static final TableForm FORM = new TableForm(
            "Mã của nơi khác",
            columns(),
            List.of(
                    "Mỗi dòng là một mã mà cơ quan khác dùng để gọi một đơn vị, trong một thời gian.",
                    "Danh mục là tên viết tắt, chữ in hoa không dấu: DVHC, THUE, BHXH…",
                    "Mã đơn vị là mã đơn vị hoặc mã định danh ở hệ thống này.",
                    "Mã có số 0 ở đầu phải được ghi ở ô dạng văn bản, như trong mẫu này.",
                    "Cùng danh mục, mã, đơn vị và Từ ngày là mã đã có: Đến ngày khác đi là kết thúc hoặc gia hạn mã, để trống là giữ nguyên.",
                    "Trong một ngày, mỗi mã của một danh mục chỉ tới một đơn vị.",
                    "Ngày ghi dạng ngày/tháng/năm, ví dụ 01/07/2025.",
                    "Gửi lại tệp đã nhận thì không có gì thay đổi."));

    private ForeignCodeTable() {}

    static ForeignCodeTableRow row(RowCells cells) {
        return new ForeignCodeTableRow(
                cells.text("list"), cells.text("code"), cells.text("unitCode"), cells.day("from"), cells.day("to"));
    }

    static List<@Nullable Object> line(ForeignCodeController.ForeignCodeView code) {
        return Arrays.asList(
                code.list(),
                code.code(),
                code.unitCode(),
                TableTelling.day(code.validFrom()),
                TableTelling.day(code.validTo()));
    }

    private static Map<String, TableColumn> columns() {
        var columns = new LinkedHashMap<String, TableColumn>();
        columns.put("list", TableColumn.input("Danh mục", 14));
        columns.put("code", TableColumn.verbatim("Mã ở danh mục", 24));
        columns.put("unitCode", TableColumn.verbatim("Mã đơn vị", 18));
        columns.put("from", TableColumn.input("Từ ngày", 12));
        columns.put("to", TableColumn.input("Đến ngày", 12));
        return columns;
    }
}
