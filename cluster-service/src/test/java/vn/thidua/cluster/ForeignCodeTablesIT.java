package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.TableLimits;
import vn.thidua.kit.table.TableReader;
import vn.thidua.kit.table.TableValue;
import vn.thidua.kit.test.Api;

/** Other agencies' codes come in as a table. */
class ForeignCodeTablesIT {
    private static final String TABLES = "/api/v1/foreign-code-tables";

    private final Province province = Province.instance();
    private final Api administrator = province.administrator();
    private final UUID commune = province.unit("Xã Bảng Mã", province.id);

    @Test
    void aTableIsTakenOnceHoweverOftenItIsSent() {
        var one = UnitWork.codeRow(commune);
        one.put("code", "00" + one.get("code"));
        one.put("from", "01/07/2025");
        one.put("to", "31/12/2026");
        var two = UnitWork.codeRow(commune);
        two.put("list", "THUE");
        two.remove("to");
        var file = UnitWork.workbook(UnitWork.CODE_COLUMNS, List.of(one, two));
        assertThat(take(file, "DRY_RUN").path("recorded").asInt()).isEqualTo(2);
        assertThat(codes()).isEmpty();
        assertThat(take(file, "WHOLE_OR_NOTHING").path("applied").asBoolean()).isTrue();
        assertThat(codes()).containsExactlyInAnyOrder("DVHC " + one.get("code"), "THUE " + two.get("code"));
        var again = take(file, "PARTIAL");
        assertThat(again.path("unchanged").asInt()).as(again.toString()).isEqualTo(2);
        assertThat(codes()).hasSize(2);
        var id = administrator
                .get("/api/v1/foreign-codes?unitId=" + commune + "&list=THUE")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(administrator
                        .get("/api/v1/audit/cluster?aggregateId=" + id)
                        .body()
                        .path("items")
                        .findValuesAsString("action"))
                .containsExactly("foreign-code.recorded");
    }

    @Test
    void aCodeThatEndsInTheTableMakesRoomInItAndAReasonIsAsked() {
        var next = province.unit("Xã Nhận Mã", province.id);
        var old = UnitWork.codeRow(commune);
        old.remove("to");
        rows("PARTIAL", List.of(old));
        var ended = new HashMap<>(old);
        ended.put("to", "2026-06-30");
        var follows = new HashMap<>(old);
        follows.put("unitCode", UnitWork.codeOf(next));
        follows.put("from", "2026-07-01");
        var reasonless = administrator.post(TABLES + "/rows?mode=PARTIAL", Map.of("rows", List.of(follows, ended)));
        assertThat(reasonless.status()).isEqualTo(422);
        assertThat(reasonless.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/reason");
        var taken = rows("WHOLE_OR_NOTHING", List.of(follows, ended));
        assertThat(taken.path("changed").asInt()).as(taken.toString()).isEqualTo(1);
        assertThat(taken.path("recorded").asInt()).isEqualTo(1);
        assertThat(rows("PARTIAL", List.of(follows, ended)).path("unchanged").asInt())
                .isEqualTo(2);
        assertThat(administrator
                        .get("/api/v1/foreign-codes?list=DVHC&asOf=2026-07-01&code=" + old.get("code"))
                        .body()
                        .path("items")
                        .path(0)
                        .path("unitId")
                        .asString())
                .isEqualTo(next.toString());
    }

    @Test
    void everyFaultHasItsRowAndColumn() {
        var outside = province.unit("Xã Ngoài Bảng Mã", province.id);
        var officer = province.person(province.holder(commune, "STANDING_OFFICER", "SUBTREE"));
        var held = UnitWork.codeRow(outside);
        rows("PARTIAL", List.of(held));
        var taken = new HashMap<>(held);
        taken.put("unitCode", UnitWork.codeOf(commune));
        var good = UnitWork.codeRow(commune);
        var twice = new HashMap<>(good);
        twice.put("from", "2025-08-01");
        var backwards = UnitWork.codeRow(commune);
        backwards.put("to", "2025-06-30");
        var nowhere = UnitWork.codeRow(commune);
        nowhere.put("unitCode", "KHONG.CO");
        var listless = UnitWork.codeRow(commune);
        listless.remove("list");
        var judged = officer.post(
                        TABLES + "/rows?mode=PARTIAL",
                        Map.of(
                                "rows",
                                List.of(taken, good, twice, backwards, nowhere, listless, UnitWork.codeRow(outside))))
                .body();
        assertThat(faults(judged))
                .containsExactly(
                        "1 Mã ở danh mục code-mapped",
                        "3 Mã ở danh mục row-twice",
                        "4 Đến ngày before-start",
                        "5 Mã đơn vị not-found",
                        "6 Danh mục required",
                        "7 Mã đơn vị not-over-unit");
        assertThat(judged.path("recorded").asInt()).isEqualTo(1);
    }

    @Test
    void whatWasTakenOutIsBroughtBackWithoutEffectAndFailedRowsComeBack() {
        rows("PARTIAL", List.of(UnitWork.codeRow(commune), UnitWork.codeRow(commune)));
        var out = administrator.get(TABLES + "?under=" + commune);
        assertThat(take(out.bytes(), "WHOLE_OR_NOTHING").path("unchanged").asInt())
                .isEqualTo(2);
        assertThat(administrator.get(TABLES).status()).isEqualTo(200);
        var bad = UnitWork.codeRow(commune);
        bad.put("list", "danh mục");
        var back = administrator.post(TABLES + "/failures", UnitWork.workbook(UnitWork.CODE_COLUMNS, List.of(bad)));
        var fault = TableColumn.shown("Lỗi", 10);
        var code = Objects.requireNonNull(UnitWork.CODE_COLUMNS.get("code"));
        var lines = new ArrayList<TableReader.Line>();
        new TableReader(List.of(code, fault), TableLimits.USUAL)
                .read(() -> new ByteArrayInputStream(back.bytes()), lines::add);
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().at(fault)).isEqualTo(new TableValue.Text("Danh mục: Sai định dạng"));
    }

    private List<String> codes() {
        return administrator
                .get("/api/v1/foreign-codes?unitId=" + commune)
                .body()
                .path("items")
                .valueStream()
                .map(code ->
                        code.path("list").asString() + " " + code.path("code").asString())
                .toList();
    }

    private JsonNode take(byte[] file, String mode) {
        var taken = administrator.post(TABLES + "?mode=" + mode, file);
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        return taken.body();
    }

    private JsonNode rows(String mode, List<Map<String, Object>> rows) {
        var taken = administrator.post(TABLES + "/rows?mode=" + mode, Map.of("rows", rows, "reason", "đổi danh mục"));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        return taken.body();
    }

    private static List<String> faults(JsonNode taken) {
        return taken.path("errors")
                .valueStream()
                .map(error -> error.path("row").asInt()
                        + " " + error.path("column").asString() + " "
                        + error.path("code").asString())
                .toList();
    }
}
