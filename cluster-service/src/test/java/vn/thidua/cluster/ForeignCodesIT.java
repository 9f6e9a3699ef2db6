package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

/** Other agencies' codes for units. */
class ForeignCodesIT {
    private static final String CODES = "/api/v1/foreign-codes";

    private final Province province = Province.instance();
    private final Api administrator = province.administrator();

    @Test
    void aForeignCodeFindsTheUnitItStoodForOnADay() {
        var old = province.unit("Xã Mã Cũ", province.id);
        var next = province.unit("Xã Mã Mới", province.id);
        var first = UnitWork.foreignCode(old);
        recorded(first);
        var second = UnitWork.foreignCode(next);
        second.put("code", first.get("code"));
        second.put("validFrom", "2027-01-01");
        second.remove("validTo");
        recorded(second);
        assertThat(unitOn(first.get("code"), "2026-12-31")).isEqualTo(old.toString());
        assertThat(unitOn(first.get("code"), "2027-01-01")).isEqualTo(next.toString());
        assertThat(administrator
                        .get(CODES + "?unitId=" + next)
                        .body()
                        .path("items")
                        .path(0)
                        .path("unitName")
                        .asString())
                .isEqualTo("Xã Mã Mới");
    }

    @Test
    void onAnyDayACodeStandsForOneUnit() {
        var body = UnitWork.foreignCode(province.unit("Xã Giữ Mã", province.id));
        var id = recorded(body);
        var again = administrator.post(CODES, body);
        assertThat(again.problem()).isEqualTo("already-recorded");
        assertThat(again.body().path("existingId").asString()).isEqualTo(id.toString());
        body.put("unitId", province.unit("Xã Tranh Mã", province.id));
        assertThat(administrator.post(CODES, body).status()).isEqualTo(409);
        body.put("list", "THUE");
        assertThat(administrator.post(CODES, body).status()).isEqualTo(201);
        body.put("validTo", "2025-06-30");
        assertThat(administrator
                        .post(CODES, body)
                        .body()
                        .path("errors")
                        .path(0)
                        .path("pointer")
                        .asString())
                .isEqualTo("/validTo");
    }

    @Test
    void aCodeIsEndedCorrectedAndTakenBackWithAReason() {
        var body = UnitWork.foreignCode(province.unit("Xã Sửa Mã", province.id));
        var path = CODES + "/" + recorded(body);
        body.put("validTo", "2026-03-31");
        body.put("reason", "hết dùng");
        var corrected = administrator.put(path, 1, body);
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(corrected.body().path("validTo").asString()).isEqualTo("2026-03-31");
        assertThat(administrator.put(path, 1, body).status()).isEqualTo(412);
        assertThat(administrator
                        .with("If-Match", "\"2\"")
                        .post(path + "/withdrawal", Map.of("reason", "ghi nhầm"))
                        .status())
                .isEqualTo(204);
        assertThat(administrator.get(path).status()).isEqualTo(404);
    }

    private String unitOn(@Nullable Object code, String day) {
        var found = administrator
                .get(CODES + "?list=DVHC&code=" + code + "&asOf=" + day)
                .body()
                .path("items");
        assertThat(found.size()).isEqualTo(1);
        return found.path(0).path("unitId").asString();
    }

    private UUID recorded(Map<String, Object> body) {
        var answer = administrator.post(CODES, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }
}
