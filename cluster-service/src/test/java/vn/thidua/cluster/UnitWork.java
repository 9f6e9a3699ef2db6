package vn.thidua.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.XlsxWriter;

/** Units as tables, and what else is said of them beside their names. */
final class UnitWork {
    /** The headings that people see, by the field's name. */
    static final Map<String, TableColumn> COLUMNS = columns();

    static final Map<String, TableColumn> CODE_COLUMNS = columns(List.of(
            "list", "Danh mục",
            "code", "Mã ở danh mục",
            "unitCode", "Mã đơn vị",
            "from", "Từ ngày",
            "to", "Đến ngày"));

    /** What may be known of an office. */
    static final Map<String, Object> OFFICE = Map.of(
            "agencyCode", "H99.1.2",
            "budgetCode", "1012345",
            "formalName", "Ủy ban nhân dân xã Thử",
            "address", "Số 1, đường Thử",
            "phone", "0260 3862 000",
            "email", "xa@thu.gov.vn");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private UnitWork() {}

    static String codeOf(UUID unit) {
        return Province.instance()
                .administrator()
                .get("/api/v1/units/" + unit)
                .body()
                .path("code")
                .asString();
    }

    /** A row that founds a unit; change it as needed. */
    static Map<String, Object> row(String name, UUID parent) {
        var row = new HashMap<String, Object>();
        row.put("code", Province.newCode());
        row.put("name", name);
        row.put("kind", "ADMINISTRATION");
        row.put("level", "COMMUNE");
        row.put("parentCode", codeOf(parent));
        row.put("from", "2025-07-01");
        return row;
    }

    /** The rows as people fill them in. */
    static byte[] workbook(List<Map<String, Object>> rows) {
        return workbook(COLUMNS, rows);
    }

    static byte[] workbook(Map<String, TableColumn> columns, List<Map<String, Object>> rows) {
        var out = new ByteArrayOutputStream();
        try (var table = new XlsxWriter(out, "Bảng", List.copyOf(columns.values()), List.of())) {
            for (var row : rows) {
                var values = new ArrayList<@Nullable Object>();
                columns.keySet().forEach(field -> values.add(row.get(field)));
                table.row(values);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    static TableColumn column(String field) {
        return Objects.requireNonNull(COLUMNS.get(field));
    }

    /** The body with which another agency's code is recorded; change it as needed. */
    static Map<String, Object> foreignCode(UUID unit) {
        var body = new HashMap<String, Object>();
        body.put("list", "DVHC");
        body.put("code", "F%05d".formatted(NUMBER.incrementAndGet()));
        body.put("unitId", unit);
        body.put("validFrom", "2025-07-01");
        body.put("validTo", "2026-12-31");
        return body;
    }

    /** A row that records another agency's code; change it as needed. */
    static Map<String, Object> codeRow(UUID unit) {
        var body = foreignCode(unit);
        var row = new HashMap<String, Object>();
        row.put("list", body.get("list"));
        row.put("code", body.get("code"));
        row.put("unitCode", codeOf(unit));
        row.put("from", body.get("validFrom"));
        row.put("to", body.get("validTo"));
        return row;
    }

    private static Map<String, TableColumn> columns() {
        return columns(List.of(
                "code", "Mã đơn vị",
                "agencyCode", "Mã định danh",
                "budgetCode", "Mã quan hệ ngân sách",
                "name", "Tên đơn vị",
                "shortName", "Tên viết tắt",
                "nameEn", "Tên tiếng Anh",
                "formalName", "Tên ghi trên văn bản",
                "kind", "Loại hình",
                "level", "Cấp",
                "parentCode", "Mã đơn vị cấp trên",
                "from", "Từ ngày",
                "address", "Địa chỉ",
                "phone", "Điện thoại",
                "email", "Thư điện tử"));
    }

    /** @param titles field and heading by turns */
    static Map<String, TableColumn> columns(List<String> titles) {
        var columns = new LinkedHashMap<String, TableColumn>();
        for (int i = 0; i < titles.size(); i += 2) {
            columns.put(titles.get(i), TableColumn.input(titles.get(i + 1), 12));
        }
        return columns;
    }
}
