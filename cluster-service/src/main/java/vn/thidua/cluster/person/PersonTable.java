package vn.thidua.cluster.person;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.access.Role;
import vn.thidua.cluster.mandate.Mandate;
import vn.thidua.cluster.person.PersonTableController.PersonTableRow;
import vn.thidua.cluster.table.RowCells;
import vn.thidua.cluster.table.TableForm;
import vn.thidua.cluster.table.TableTelling;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.web.Days;

/** The columns of people and their mandates as a table, and the words in them. */
final class PersonTable {
    /** As the console calls them; an agency's client is not in a table of people. */
    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("Cán bộ đơn vị", Role.UNIT_OFFICER),
            Map.entry("Lãnh đạo đơn vị", Role.UNIT_LEADER),
            Map.entry("Thư ký cụm, khối", Role.CLUSTER_SECRETARY),
            Map.entry("Cán bộ thẩm định", Role.VERIFIER),
            Map.entry("Cán bộ thường trực", Role.STANDING_OFFICER),
            Map.entry("Lãnh đạo thường trực", Role.STANDING_LEADER),
            Map.entry("Ủy viên Hội đồng", Role.COUNCIL_MEMBER),
            Map.entry("Chủ tịch Hội đồng", Role.COUNCIL_CHAIR),
            Map.entry("Ban kiểm phiếu", Role.TELLER),
            Map.entry("Người có thẩm quyền khen thưởng", Role.AWARDING_AUTHORITY),
            Map.entry("Văn thư", Role.CLERK),
            Map.entry("Kế toán", Role.ACCOUNTANT),
            Map.entry("Quản trị", Role.ADMINISTRATOR),
            Map.entry("Thanh tra, kiểm tra", Role.AUDITOR));

    private static final Map<String, Mandate.Scope> SCOPES =
            Map.of("Chỉ đơn vị", Mandate.Scope.UNIT, "Cả trực thuộc", Mandate.Scope.SUBTREE);

    static final TableForm FORM = new TableForm(
            "Nhân sự",
            columns(),
            List.of(
                    "Mỗi dòng là một người, hoặc thêm một phân công của người đã có ở dòng trên. Người được nhận ra theo Mã cán bộ: mỗi người một mã, không trùng trong toàn hệ thống.",
                    "Người mới: bắt buộc có Mã cán bộ, Họ và tên, Mã đơn vị công tác. Các dòng sau của cùng người chỉ cần Mã cán bộ và phân công.",
                    "Người đã có: ô để trống là giữ nguyên; ô có nội dung là thay đổi.",
                    "Mã đơn vị là mã đơn vị hoặc mã định danh. Mã đơn vị được giao để trống là đơn vị công tác.",
                    "Vai trò: "
                            + String.join("; ", ROLES.keySet().stream().sorted().toList()) + ".",
                    "Phân công bắt buộc có Vai trò và Từ ngày; Phạm vi để trống là chỉ đơn vị; Đến ngày để trống là không thời hạn.",
                    "Ngày ghi dạng ngày/tháng/năm, ví dụ 01/07/2025.",
                    "Tên đăng nhập: điền để tạo tài khoản; chữ thường không dấu, số, dấu chấm, gạch. Không bao giờ điền mật khẩu vào tệp này.",
                    "Cột ẩn Khóa do hệ thống ghi; để trống với người mới.",
                    "Gửi lại tệp đã nhận thì không có gì thay đổi."));

    private PersonTable() {}

    static PersonTableRow row(RowCells cells) {
        return new PersonTableRow(
                cells.id("id"),
                cells.text("code"),
                cells.text("name"),
                cells.text("unitCode"),
                cells.text("email"),
                cells.text("phone"),
                cells.text("username"),
                cells.word("role", ROLES),
                cells.text("mandateUnitCode"),
                cells.word("scope", SCOPES),
                cells.day("from"),
                cells.day("to"));
    }

    static List<@Nullable Object> line(PersonTableQueries.Line line) {
        return Arrays.asList(
                line.id().toString(),
                line.code(),
                line.name(),
                line.unitCode(),
                line.email(),
                line.phone(),
                line.username(),
                line.role() == null ? null : TableForm.word(ROLES, line.role()),
                line.mandateUnitCode(),
                line.scope() == null ? null : TableForm.word(SCOPES, line.scope()),
                TableTelling.day(line.from()),
                TableTelling.day(Days.lastBefore(line.until())));
    }

    private static Map<String, TableColumn> columns() {
        var columns = new LinkedHashMap<String, TableColumn>();
        columns.put("id", TableColumn.hidden("Khóa"));
        columns.put("code", TableColumn.verbatim("Mã cán bộ", 16));
        columns.put("name", TableColumn.input("Họ và tên", 30));
        columns.put("unitCode", TableColumn.verbatim("Mã đơn vị công tác", 18));
        columns.put("email", TableColumn.input("Thư điện tử", 26));
        columns.put("phone", TableColumn.verbatim("Điện thoại", 16));
        columns.put("username", TableColumn.verbatim("Tên đăng nhập", 18));
        // Too many words for a list in a cell; they stand in the guidance.
        columns.put("role", TableColumn.input("Vai trò", 26));
        columns.put("mandateUnitCode", TableColumn.verbatim("Mã đơn vị được giao", 18));
        columns.put(
                "scope",
                TableColumn.input(
                        "Phạm vi", 16, SCOPES.keySet().stream().sorted().toArray(String[]::new)));
        columns.put("from", TableColumn.input("Từ ngày", 12));
        columns.put("to", TableColumn.input("Đến ngày", 12));
        return columns;
    }
}
