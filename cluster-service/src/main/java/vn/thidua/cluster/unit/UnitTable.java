package vn.thidua.cluster.unit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.table.RowCells;
import vn.thidua.cluster.table.TableForm;
import vn.thidua.cluster.table.TableTelling;
import vn.thidua.cluster.unit.UnitTableController.UnitTableRow;
import vn.thidua.kit.table.TableColumn;

/** The columns of units as a table, and the words in them. */
final class UnitTable {
    private static final Map<String, Unit.Kind> KINDS = Map.of(
            "Chính quyền", Unit.Kind.ADMINISTRATION,
            "Sở/ban/ngành", Unit.Kind.DEPARTMENT,
            "Trường học", Unit.Kind.SCHOOL,
            "Doanh nghiệp", Unit.Kind.ENTERPRISE,
            "Tổ chức", Unit.Kind.ORGANISATION);
    private static final Map<String, Unit.Level> LEVELS = Map.of(
            "Trung ương", Unit.Level.CENTRAL,
            "Cấp tỉnh", Unit.Level.PROVINCE,
            "Cấp huyện", Unit.Level.DISTRICT,
            "Cấp xã", Unit.Level.COMMUNE,
            "Không phân cấp", Unit.Level.NONE);

    static final TableForm FORM = new TableForm(
            "Đơn vị",
            columns(),
            List.of(
                    "Mỗi dòng là một đơn vị. Đơn vị được nhận ra theo Mã đơn vị, nếu để trống thì theo Mã định danh.",
                    "Đơn vị mới: bắt buộc có Mã đơn vị, Tên đơn vị, Loại hình, Cấp, Mã đơn vị cấp trên và Từ ngày.",
                    "Đơn vị đã có: ô để trống là giữ nguyên; ô có nội dung là thay đổi kể từ Từ ngày (để trống là hôm nay).",
                    "Mã đơn vị cấp trên là mã đơn vị hoặc mã định danh, của đơn vị đã có hoặc của một dòng khác trong tệp này.",
                    "Từ ngày ghi dạng ngày/tháng/năm, ví dụ 01/07/2025.",
                    "Địa chỉ, điện thoại, thư điện tử là của cơ quan, không phải của cá nhân.",
                    "Gửi lại tệp đã nhận thì không có gì thay đổi."));

    private UnitTable() {}

    static UnitTableRow row(RowCells cells) {
        return new UnitTableRow(
                cells.text("code"),
                cells.text("agencyCode"),
                cells.text("budgetCode"),
                cells.text("name"),
                cells.text("shortName"),
                cells.text("nameEn"),
                cells.text("formalName"),
                cells.word("kind", KINDS),
                cells.word("level", LEVELS),
                cells.text("parentCode"),
                cells.day("from"),
                cells.text("address"),
                cells.text("phone"),
                cells.text("email"));
    }

    static List<@Nullable Object> line(UnitQueries.TableLine unit) {
        return Arrays.asList(
                unit.code(),
                unit.office().agencyCode(),
                unit.office().budgetCode(),
                unit.state().name(),
                unit.state().shortName(),
                unit.state().nameEn(),
                unit.state().formalName(),
                TableForm.word(KINDS, unit.kind()),
                TableForm.word(LEVELS, unit.level()),
                unit.parentCode(),
                TableTelling.day(unit.state().from()),
                unit.office().address(),
                unit.office().phone(),
                unit.office().email());
    }

    private static Map<String, TableColumn> columns() {
        var columns = new LinkedHashMap<String, TableColumn>();
        columns.put("code", TableColumn.verbatim("Mã đơn vị", 16));
        columns.put("agencyCode", TableColumn.verbatim("Mã định danh", 20));
        columns.put("budgetCode", TableColumn.verbatim("Mã quan hệ ngân sách", 14));
        columns.put("name", TableColumn.input("Tên đơn vị", 40));
        columns.put("shortName", TableColumn.input("Tên viết tắt", 16));
        columns.put("nameEn", TableColumn.input("Tên tiếng Anh", 30));
        columns.put("formalName", TableColumn.input("Tên ghi trên văn bản", 40));
        columns.put(
                "kind",
                TableColumn.input(
                        "Loại hình", 16, KINDS.keySet().stream().sorted().toArray(String[]::new)));
        columns.put(
                "level",
                TableColumn.input("Cấp", 16, LEVELS.keySet().stream().sorted().toArray(String[]::new)));
        columns.put("parentCode", TableColumn.verbatim("Mã đơn vị cấp trên", 18));
        columns.put("from", TableColumn.input("Từ ngày", 12));
        columns.put("address", TableColumn.input("Địa chỉ", 40));
        columns.put("phone", TableColumn.verbatim("Điện thoại", 16));
        columns.put("email", TableColumn.input("Thư điện tử", 24));
        return columns;
    }
}
