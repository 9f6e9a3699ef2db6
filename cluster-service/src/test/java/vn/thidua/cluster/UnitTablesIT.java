package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.TableLimits;
import vn.thidua.kit.table.TableReader;
import vn.thidua.kit.table.TableValue;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.AuthorisationTable;

/** Units come in as a table, from a spreadsheet or another system. */
class UnitTablesIT {
    private static final String TABLES = "/api/v1/unit-tables";

    private final Province province = Province.instance();
    private final Api administrator = province.administrator();

    @Test
    void aTableIsTakenOnceHoweverOftenItIsSent() {
        var commune = UnitWork.row("Xã Có Bảng", province.id);
        commune.put("kind", "Chính quyền");
        commune.put("level", "Cấp xã");
        commune.put("from", "01/07/2025");
        commune.put("agencyCode", "H01.77.1");
        commune.put("budgetCode", new BigDecimal("1012345"));
        commune.put("formalName", "Ủy ban nhân dân xã Có Bảng");
        commune.put("address", "Thôn 1");
        commune.put("phone", "0260 3862 111");
        commune.put("email", "cobang@thu.gov.vn");
        var school = UnitWork.row("Trường Có Bảng", province.id);
        school.put("kind", "Trường học");
        school.put("level", "không phân cấp");
        // A spreadsheet keeps a day as a count.
        school.put("from", new BigDecimal("45839"));
        school.put("parentCode", "H01.77.1");
        var file = UnitWork.workbook(List.of(school, commune));
        var before = kept();
        var tried = take(file, "DRY_RUN");
        assertThat(tried.path("founded").asInt()).isEqualTo(2);
        assertThat(tried.path("applied").asBoolean()).isFalse();
        assertThat(kept()).isEqualTo(before);
        var taken = take(file, "WHOLE_OR_NOTHING");
        assertThat(taken.path("errors").size()).as(taken.toString()).isZero();
        assertThat(taken.path("applied").asBoolean()).isTrue();
        var stored = unit(commune.get("code"));
        assertThat(stored.path("agencyCode").asString()).isEqualTo("H01.77.1");
        assertThat(stored.path("budgetCode").asString()).isEqualTo("1012345");
        assertThat(stored.path("formalName").asString()).isEqualTo("Ủy ban nhân dân xã Có Bảng");
        assertThat(stored.path("address").asString()).isEqualTo("Thôn 1");
        assertThat(stored.path("phone").asString()).isEqualTo("0260 3862 111");
        assertThat(stored.path("email").asString()).isEqualTo("cobang@thu.gov.vn");
        assertThat(stored.path("validFrom").asString()).isEqualTo("2025-07-01");
        assertThat(unit(school.get("code")).path("parentName").asString()).isEqualTo("Xã Có Bảng");
        assertThat(unit(school.get("code")).path("validFrom").asString()).isEqualTo("2025-07-01");
        var done = kept();
        var again = take(file, "PARTIAL");
        assertThat(again.path("unchanged").asInt()).isEqualTo(2);
        assertThat(kept()).isEqualTo(done);
    }

    @Test
    void aNewUnitOfATableIsSomebodysToActFor() {
        var row = UnitWork.row("Xã Có Người Lo", province.id);
        rows("WHOLE_OR_NOTHING", List.of(row));
        var id = UUID.fromString(unit(row.get("code")).path("id").asString());
        var officer = province.person(province.holder(id, "STANDING_OFFICER", "SUBTREE"));
        assertThat(officer.post("/api/v1/units", province.newUnit("Thôn", id)).status())
                .isEqualTo(201);
        assertThat(administrator
                        .get("/api/v1/audit/cluster?aggregateId=" + id)
                        .body()
                        .path("items")
                        .findValuesAsString("action"))
                .containsExactly("unit.created");
    }

    @Test
    void aRowWithTheAgencyCodeAloneChangesTheUnitAndLeavesWhatItDoesNotSay() {
        var first = UnitWork.row("Xã Đổi Theo Bảng", province.id);
        first.put("agencyCode", "H01.78");
        first.put("phone", "0260 111");
        rows("WHOLE_OR_NOTHING", List.of(first));
        var change = Map.<String, Object>of(
                "agencyCode", "H01.78", "name", "Phường Đổi Theo Bảng", "from", "2026-01-01", "address", "Tổ 1");
        assertThat(administrator
                        .post(TABLES + "/rows?mode=PARTIAL", Map.of("rows", List.of(change)))
                        .body()
                        .path("errors")
                        .path(0)
                        .path("pointer")
                        .asString())
                .isEqualTo("/reason");
        var taken = rows("PARTIAL", List.of(change));
        assertThat(taken.path("changed").asInt()).as(taken.toString()).isEqualTo(1);
        var unit = unit(first.get("code"));
        assertThat(unit.path("name").asString()).isEqualTo("Phường Đổi Theo Bảng");
        assertThat(unit.path("phone").asString()).isEqualTo("0260 111");
        assertThat(unit.path("address").asString()).isEqualTo("Tổ 1");
        assertThat(administrator
                        .get("/api/v1/units/" + unit.path("id").asString() + "?asOf=2025-12-31")
                        .body()
                        .path("name")
                        .asString())
                .isEqualTo("Xã Đổi Theo Bảng");
        assertThat(rows("PARTIAL", List.of(change)).path("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void everyFaultHasItsRowAndColumnAndTheGoodRowsAreTakenIfOneSaysSo() {
        var good = UnitWork.row("Xã Tốt", province.id);
        var long_ = UnitWork.row("x".repeat(301), province.id);
        var nameless = UnitWork.row("Xã", province.id);
        nameless.remove("name");
        nameless.put("kind", "Vương quốc");
        var orphan = UnitWork.row("Xã Mồ Côi", province.id);
        orphan.put("parentCode", "KHONG.CO");
        var early = UnitWork.row("Xã Trước Tỉnh", province.id);
        early.put("from", "31/12/1989");
        var twice = new HashMap<>(good);
        var below = UnitWork.row("Dưới Xã Hỏng", province.id);
        below.put("parentCode", long_.get("code"));
        var dayless = UnitWork.row("Xã Sai Ngày", province.id);
        dayless.put("from", "30/02/2025");
        var file = UnitWork.workbook(List.of(good, long_, nameless, orphan, early, twice, below, dayless));
        var whole = take(file, "WHOLE_OR_NOTHING");
        assertThat(whole.path("applied").asBoolean()).isFalse();
        assertThat(faults(whole))
                .containsExactly(
                        "3 Tên đơn vị length",
                        "4 Loại hình not-a-choice",
                        "5 Mã đơn vị cấp trên not-found",
                        "6 Mã đơn vị cấp trên parent-not-there",
                        "7 Mã đơn vị row-twice",
                        "8 Mã đơn vị cấp trên row-of-parent-refused",
                        "9 Từ ngày not-a-day");
        assertThat(whole.path("errors").path(0).path("detail").asString()).isEqualTo("Dài từ 1 đến 300 ký tự");
        assertThat(whole.path("errors").path(1).path("detail").asString())
                .startsWith("“Vương quốc” không có trong các lựa chọn: Chính quyền; ")
                .contains("Trường học");
        assertThat(found(good.get("code"))).isZero();
        var some = take(file, "PARTIAL");
        assertThat(some.path("founded").asInt()).isEqualTo(1);
        assertThat(some.path("refused").asInt()).isEqualTo(7);
        assertThat(found(good.get("code"))).isEqualTo(1);
    }

    @Test
    void theFailedRowsComeBackWithTheirReasonAndAreSentAgainMended() {
        var good = UnitWork.row("Xã Được", province.id);
        var bad = UnitWork.row("Xã Chưa Được", province.id);
        bad.put("budgetCode", "12");
        var back = administrator.post(TABLES + "/failures", UnitWork.workbook(List.of(good, bad)));
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        var fault = TableColumn.shown("Lỗi", 10);
        var lines = new ArrayList<TableReader.Line>();
        new TableReader(List.of(UnitWork.column("name"), fault), TableLimits.USUAL)
                .read(() -> new ByteArrayInputStream(back.bytes()), lines::add);
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().at(UnitWork.column("name"))).isEqualTo(new TableValue.Text("Xã Chưa Được"));
        assertThat(lines.getFirst().at(fault).toString()).contains("Mã quan hệ ngân sách: Sai định dạng");
        assertThat(found(good.get("code"))).isZero();
        bad.put("budgetCode", "1234567");
        assertThat(take(UnitWork.workbook(List.of(bad)), "PARTIAL")
                        .path("founded")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatWasTakenOutIsBroughtBackWithoutEffect() {
        var area = province.unit("Khu Xuất Bảng", province.id);
        province.unit("Xã Xuất Một", area);
        province.unit("Xã Xuất Hai", area);
        var out = administrator.get(TABLES + "?under=" + area);
        assertThat(out.header("Content-Disposition")).contains("attachment", ".xlsx");
        var back = take(out.bytes(), "WHOLE_OR_NOTHING");
        assertThat(back.path("rows").asInt()).as(back.toString()).isEqualTo(3);
        assertThat(back.path("unchanged").asInt()).as(back.toString()).isEqualTo(3);
        assertThat(administrator.get(TABLES).status()).isEqualTo(200);
    }

    @Test
    void nobodyPutsAUnitWhereHeIsNotEntrusted() {
        var own = province.unit("Khu Được Giao", province.id);
        var inside = province.unit("Xã Được Giao", own);
        var outside = province.unit("Xã Không Được Giao", province.id);
        var officer = province.person(province.holder(own, "STANDING_OFFICER", "SUBTREE"));
        var moved = Map.<String, Object>of("code", UnitWork.codeOf(inside), "parentCode", UnitWork.codeOf(outside));
        var taken = officer.post(
                        TABLES + "/rows?mode=PARTIAL",
                        Map.of(
                                "reason",
                                "chuyển",
                                "rows",
                                List.of(
                                        UnitWork.row("Trong", inside),
                                        UnitWork.row("Ngoài", outside),
                                        Map.of("code", UnitWork.codeOf(outside), "name", "Đổi Trộm"),
                                        moved)))
                .body();
        assertThat(taken.path("founded").asInt()).as(taken.toString()).isEqualTo(1);
        assertThat(faults(taken))
                .containsExactly(
                        "2 Mã đơn vị cấp trên not-over-unit",
                        "3 Mã đơn vị not-over-unit",
                        "4 Mã đơn vị cấp trên not-over-unit");
    }

    @Test
    void noRowPutsAUnitUnderItself() {
        var above = province.unit("Khu Vòng Trên", province.id);
        var below = province.unit("Khu Vòng Dưới", above);
        var between = UnitWork.row("Khu Vòng Giữa", below);
        var ringed = Map.<String, Object>of("code", UnitWork.codeOf(above), "parentCode", between.get("code"));
        assertThat(faults(rows("PARTIAL", List.of(between, ringed))))
                .containsExactly("2 Mã đơn vị cấp trên unit-under-itself");
        var one = UnitWork.row("Vòng Một", province.id);
        var two = UnitWork.row("Vòng Hai", province.id);
        one.put("parentCode", two.get("code"));
        two.put("parentCode", one.get("code"));
        assertThat(faults(rows("PARTIAL", List.of(one, two))))
                .containsExactly(
                        "1 Mã đơn vị cấp trên row-of-parent-refused", "2 Mã đơn vị cấp trên unit-under-itself");
        // Each move alone is good; both together make a ring, which the database refuses.
        var left = province.unit("Cánh Trái", province.id);
        var right = province.unit("Cánh Phải", province.id);
        var both = administrator.post(
                TABLES + "/rows?mode=PARTIAL",
                Map.of(
                        "reason",
                        "vòng",
                        "rows",
                        List.of(
                                Map.of("code", UnitWork.codeOf(left), "parentCode", UnitWork.codeOf(right)),
                                Map.of("code", UnitWork.codeOf(right), "parentCode", UnitWork.codeOf(left)))));
        assertThat(both.status()).as(both.text()).isEqualTo(409);
    }

    @Test
    void rowsOfAnotherSystemAreCheckedAtTheEdge() {
        var bad = UnitWork.row("Xã", province.id);
        bad.put("agencyCode", "h01..2");
        var refused = administrator.post(TABLES + "/rows", Map.of("rows", List.of(bad)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/rows/0/agencyCode");
        assertThat(administrator.post(TABLES, new byte[] {1, 2, 3}).status()).isEqualTo(422);
    }

    @Test
    void aLargeTableIsTakenInSeconds() {
        var area = province.unit("Khu Bảng Lớn", province.id);
        var rows = new ArrayList<Map<String, Object>>();
        var first = UnitWork.row("Xã Lớn", area);
        for (int i = 0; i < 2_000; i++) {
            var row = new HashMap<>(first);
            row.put("code", "LON.%04d".formatted(i));
            row.put("name", "Xã Lớn " + i);
            row.put("parentCode", i % 50 == 0 ? first.get("parentCode") : "LON.%04d".formatted(i - i % 50));
            rows.add(row);
        }
        var file = UnitWork.workbook(rows);
        var begun = System.nanoTime();
        assertThat(take(file, "WHOLE_OR_NOTHING").path("founded").asInt()).isEqualTo(2_000);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        assertThat(take(file, "DRY_RUN").path("unchanged").asInt()).isEqualTo(2_000);
        rows.add(new HashMap<>(first));
        assertThat(administrator
                        .post(TABLES, UnitWork.workbook(rows))
                        .body()
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("file-too-many-rows");
    }

    private JsonNode take(byte[] file, String mode) {
        var taken = administrator.post(TABLES + "?mode=" + mode, file);
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        return taken.body();
    }

    private JsonNode rows(String mode, List<Map<String, Object>> rows) {
        var taken = administrator.post(TABLES + "/rows?mode=" + mode, Map.of("rows", rows, "reason", "sắp xếp"));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        return taken.body();
    }

    private JsonNode unit(@Nullable Object code) {
        return administrator
                .get("/api/v1/units?code=" + code)
                .body()
                .path("items")
                .path(0);
    }

    private int found(@Nullable Object code) {
        return administrator
                .get("/api/v1/units?code=" + code)
                .body()
                .path("items")
                .size();
    }

    /** Everything of the field; the kit keeps answers to be given again. */
    private List<String> kept() {
        return AuthorisationTable.checksum(province.service.database())
                .lines()
                .filter(table -> table.startsWith("public.") || table.startsWith("kit.audit "))
                .toList();
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
