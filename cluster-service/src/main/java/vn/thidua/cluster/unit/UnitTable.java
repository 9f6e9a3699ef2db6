package vn.thidua.cluster.unit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thidua.kit.table.TableColumn;

/** The columns of units as a table, and the words in them. */
final class UnitTable {
    /** Most rows of one table. */
    static final int MOST = 2_000;

    static final Map<String, Unit.Kind> KINDS = Map.of(
            "Chính quyền", Unit.Kind.ADMINISTRATION,
            "Sở/ban/ngành", Unit.Kind.DEPARTMENT,
            "Trường học", Unit.Kind.SCHOOL,
            "Doanh nghiệp", Unit.Kind.ENTERPRISE,
            "Tổ chức", Unit.Kind.ORGANISATION);
    static final Map<String, Unit.Level> LEVELS = Map.of(
            "Trung ương", Unit.Level.CENTRAL,
            "Cấp tỉnh", Unit.Level.PROVINCE,
            "Cấp huyện", Unit.Level.DISTRICT,
            "Cấp xã", Unit.Level.COMMUNE,
            "Không phân cấp", Unit.Level.NONE);

    /** By the field's name in the API. */
    static final Map<String, TableColumn> COLUMNS = columns();

    static final TableColumn FAULT = TableColumn.shown("Lỗi", 48);

    static final List<String> GUIDANCE = List.of(
            "Mỗi dòng là một đơn vị. Đơn vị được nhận ra theo Mã đơn vị, nếu để trống thì theo Mã định danh.",
            "Đơn vị mới: bắt buộc có Mã đơn vị, Tên đơn vị, Loại hình, Cấp, Mã đơn vị cấp trên và Từ ngày.",
            "Đơn vị đã có: ô để trống là giữ nguyên; ô có nội dung là thay đổi kể từ Từ ngày (để trống là hôm nay).",
            "Mã đơn vị cấp trên là mã đơn vị hoặc mã định danh, của đơn vị đã có hoặc của một dòng khác trong tệp này.",
            "Từ ngày ghi dạng ngày/tháng/năm, ví dụ 01/07/2025.",
            "Địa chỉ, điện thoại, thư điện tử là của cơ quan, không phải của cá nhân.",
            "Gửi lại tệp đã nhận thì không có gì thay đổi.");

    private UnitTable() {}

    static TableColumn column(String field) {
        return java.util.Objects.requireNonNull(COLUMNS.get(field), field);
    }

    static List<TableColumn> columnList() {
        return List.copyOf(COLUMNS.values());
    }

    static <E> String word(Map<String, E> words, E meaning) {
        return words.entrySet().stream()
                .filter(word -> word.getValue().equals(meaning))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, TableColumn> columns() {
        var columns = new LinkedHashMap<String, TableColumn>();
        columns.put("code", TableColumn.input("Mã đơn vị", 16));
        columns.put("agencyCode", TableColumn.input("Mã định danh", 20));
        columns.put("budgetCode", TableColumn.input("Mã quan hệ ngân sách", 14));
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
        columns.put("parentCode", TableColumn.input("Mã đơn vị cấp trên", 18));
        columns.put("from", TableColumn.input("Từ ngày", 12));
        columns.put("address", TableColumn.input("Địa chỉ", 40));
        columns.put("phone", TableColumn.input("Điện thoại", 16));
        columns.put("email", TableColumn.input("Thư điện tử", 24));
        return java.util.Collections.unmodifiableMap(columns);
    }
}
