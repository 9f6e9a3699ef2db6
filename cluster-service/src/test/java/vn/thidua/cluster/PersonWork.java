package vn.thidua.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.test.Api;

/** People as tables. */
final class PersonWork {
    /** The headings that people see, by the field's name. */
    static final Map<String, TableColumn> COLUMNS = UnitWork.columns(List.of(
            "id", "Khóa",
            "code", "Mã cán bộ",
            "name", "Họ và tên",
            "unitCode", "Mã đơn vị công tác",
            "email", "Thư điện tử",
            "phone", "Điện thoại",
            "username", "Tên đăng nhập",
            "role", "Vai trò",
            "mandateUnitCode", "Mã đơn vị được giao",
            "scope", "Phạm vi",
            "from", "Từ ngày",
            "to", "Đến ngày"));

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private PersonWork() {}

    static String newCode() {
        return "CB.%04d".formatted(NUMBER.incrementAndGet());
    }

    /** A row that registers somebody who verifies for the unit; change it as needed. */
    static Map<String, Object> row(String name, UUID unit) {
        var row = mandate(newCode(), "VERIFIER");
        row.put("name", name);
        row.put("unitCode", UnitWork.codeOf(unit));
        return row;
    }

    /** A further row of somebody, with a mandate for the unit he works for. */
    static Map<String, Object> mandate(Object code, String role) {
        var row = new HashMap<String, Object>();
        row.put("code", code);
        row.put("role", role);
        row.put("from", "2026-01-01");
        return row;
    }

    static JsonNode person(Api reader, Object code) {
        return reader.get("/api/v1/people?code=" + code).body().path("items").path(0);
    }

    static JsonNode mandates(Api reader, JsonNode person) {
        return reader.get("/api/v1/mandates?personId=" + person.path("id").asString())
                .body()
                .path("items");
    }
}
