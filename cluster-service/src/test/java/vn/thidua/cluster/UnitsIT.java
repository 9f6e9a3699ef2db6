package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnitsIT {
    private final Province province = Province.instance();

    @Test
    void aUnitIsFoundWithoutTypingItsAccents() {
        province.unit("Xã Đăk Glei Thượng", province.id);
        for (var typed : new String[] {"dak glei", "ĐĂK GLEI", "Dak%20Glei%20Thuong"}) {
            var found = province.administrator().get("/api/v1/units?q=" + typed.replace(" ", "%20"));
            assertThat(found.status()).isEqualTo(200);
            assertThat(found.body().path("items").findValuesAsString("name")).containsExactly("Xã Đăk Glei Thượng");
        }
    }

    @Test
    void wildcardsOfTheDatabaseMeanThemselves() {
        province.unit("Phường 100% Nước Sạch", province.id);
        assertThat(province.administrator()
                        .get("/api/v1/units?q=%25")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(province.administrator()
                        .get("/api/v1/units?q=_")
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void theSameNameTypedInTwoUnicodeFormsIsStoredAsOne() {
        var composed = "Phường Bến Nghé";
        var decomposed = java.text.Normalizer.normalize(composed, java.text.Normalizer.Form.NFD);
        var id = province.unit(decomposed, province.id);
        assertThat(province.administrator()
                        .get("/api/v1/units/" + id)
                        .body()
                        .path("name")
                        .asString())
                .isEqualTo(composed);
    }

    @Test
    void aUnitRenamedFromADayOnKeepsItsOldNameBefore() {
        var id = province.unit("Xã Cũ", province.id);
        var changed =
                province.administrator().put("/api/v1/units/" + id, 1, change("Phường Mới", province.id, "2026-01-01"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(nameOn(id, "2025-12-31")).isEqualTo("Xã Cũ");
        assertThat(nameOn(id, "2026-01-01")).isEqualTo("Phường Mới");
        var states =
                province.administrator().get("/api/v1/units/" + id + "/states").body();
        assertThat(states.findValuesAsString("name")).containsExactly("Xã Cũ", "Phường Mới");
        assertThat(states.path(0).path("to").asString()).isEqualTo("2025-12-31");
    }

    @Test
    void aParentCanBeRenamedWhileItsChildrenStayWithIt() {
        var parent = province.unit("Huyện Mẹ", province.id);
        var child = province.unit("Xã Con", parent);
        var changed = province.administrator()
                .put("/api/v1/units/" + parent, 1, change("Thị Xã Mẹ", province.id, "2026-02-01"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(province.administrator()
                        .get("/api/v1/units/" + child + "?asOf=2026-03-01")
                        .body()
                        .path("parentName")
                        .asString())
                .isEqualTo("Thị Xã Mẹ");
    }

    @Test
    void aUnitWithChildrenCannotEndBeforeThem() {
        var parent = province.unit("Huyện Sắp Giải Thể", province.id);
        province.unit("Xã Còn Lại", parent);
        var closing = change("Huyện Sắp Giải Thể", province.id, "2025-07-01");
        closing.put("validTo", "2026-06-30");
        var refused = province.administrator().put("/api/v1/units/" + parent, 1, closing);
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.body().path("detail").asString()).isEqualTo("Còn đơn vị trực thuộc sau ngày này.");
        assertThat(province.administrator()
                        .get("/api/v1/units/" + parent)
                        .body()
                        .path("validTo")
                        .isNull())
                .isTrue();
    }

    @Test
    void aUnitCannotLieUnderAUnitOfItsOwn() {
        var parent = province.unit("Khu Trên", province.id);
        var child = province.unit("Khu Dưới", parent);
        var refused =
                province.administrator().put("/api/v1/units/" + parent, 1, change("Khu Trên", child, "2026-01-01"));
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
    }

    @Test
    void whoChangesAnOlderVersionIsToldSo() {
        var id = province.unit("Xã Hai Người Sửa", province.id);
        var path = "/api/v1/units/" + id;
        assertThat(province.administrator()
                        .put(path, 1, change("Tên Một", province.id, "2026-01-01"))
                        .status())
                .isEqualTo(200);
        var second = province.administrator().put(path, 1, change("Tên Hai", province.id, "2026-01-01"));
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.problem()).isEqualTo("version-mismatch");
        assertThat(second.body().path("currentVersion").asLong()).isEqualTo(2);
        assertThat(province.administrator()
                        .send("PUT", path, change("Tên Ba", province.id, "2026-01-01"))
                        .status())
                .isEqualTo(428);
    }

    @Test
    void aCodeIsGivenOnlyOnceAndTheRefusalPointsAtIt() {
        var first = province.newUnit("Xã Thứ Nhất", province.id);
        assertThat(province.administrator().post("/api/v1/units", first).status())
                .isEqualTo(201);
        var second = province.newUnit("Xã Thứ Hai", province.id);
        second.put("code", first.get("code"));
        var refused = province.administrator().with("Accept-Language", "en").post("/api/v1/units", second);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/code");
        assertThat(refused.body().path("errors").path(0).path("detail").asString())
                .isEqualTo("Already in use");
    }

    @Test
    void aListIsReadPageByPageInVietnameseOrder() {
        var parent = province.unit("Thành Phố Nhiều Phường", province.id);
        for (var name : new String[] {"Đông", "Ân", "An", "Ăn", "Dương", "Ất"}) {
            province.unit("Phường " + name, parent);
        }
        var names = new ArrayList<String>();
        var next = "";
        do {
            var page = province.administrator()
                    .get("/api/v1/units?limit=2&parentId=" + parent + (next.isEmpty() ? "" : "&after=" + next))
                    .body();
            names.addAll(page.path("items").findValuesAsString("name"));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(names)
                .containsExactly("Phường An", "Phường Ăn", "Phường Ân", "Phường Ất", "Phường Dương", "Phường Đông");
    }

    @Test
    void anAgencySeesTheUnitsUnderItsMandateAndNoOthers() {
        var own = province.unit("Sở Của Cơ Quan", province.id);
        var below = province.unit("Chi Cục Trực Thuộc", own);
        var other = province.unit("Sở Khác", province.id);
        var agency = province.agency(province.agencyWithMandate(own), "units.read");
        assertThat(agency.get("/api/v1/units?limit=200").body().path("items").findValuesAsString("id"))
                .containsExactlyInAnyOrder(own.toString(), below.toString());
        assertThat(agency.get("/api/v1/units/" + below).status()).isEqualTo(200);
        assertThat(agency.get("/api/v1/units/" + other).status()).isEqualTo(404);
        assertThat(agency.get("/api/v1/units/" + UUID.randomUUID()).text())
                .isEqualTo(agency.get("/api/v1/units/" + other).text());
    }

    @Test
    void whatPapersAndOtherSystemsCallAUnitIsKeptWithItsOffice() {
        var body = province.newUnit("Xã Có Mã", province.id);
        body.putAll(UnitWork.OFFICE);
        var id = province.administrator().post("/api/v1/units", body).id();
        var unit = province.administrator().get("/api/v1/units/" + id).body();
        UnitWork.OFFICE.forEach((field, value) ->
                assertThat(unit.path(field).asString()).as(field).isEqualTo(value));
        assertThat(province.administrator()
                        .get("/api/v1/units?q=h99.1")
                        .body()
                        .path("items")
                        .findValuesAsString("id"))
                .containsExactly(id.toString());
        var other = province.newUnit("Xã Trùng Mã", province.id);
        other.put("agencyCode", "H99.1.2");
        var refused = province.administrator().post("/api/v1/units", other);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/agencyCode");
        var change = change("Xã Có Mã", province.id, "2026-01-01");
        change.put("formalName", "Ủy ban nhân dân xã Có Mã");
        assertThat(province.administrator()
                        .put("/api/v1/units/" + id, 1, change)
                        .status())
                .isEqualTo(200);
        var states =
                province.administrator().get("/api/v1/units/" + id + "/states").body();
        assertThat(states.findValuesAsString("formalName"))
                .containsExactly("Ủy ban nhân dân xã Thử", "Ủy ban nhân dân xã Có Mã");
        // What is left out is not known any more, and the code is free for whom it belongs to.
        assertThat(province.administrator()
                        .get("/api/v1/units/" + id)
                        .body()
                        .path("phone")
                        .isNull())
                .isTrue();
        assertThat(province.administrator().post("/api/v1/units", other).status())
                .isEqualTo(201);
        // The same again makes no new state.
        assertThat(province.administrator()
                        .put("/api/v1/units/" + id, 2, change)
                        .status())
                .isEqualTo(200);
        assertThat(province.administrator()
                        .get("/api/v1/units/" + id + "/states")
                        .body()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void twoWhoMoveTwoUnitsUnderEachOtherAtOnceMakeNoRing() throws Exception {
        for (int round = 0; round < 5; round++) {
            var left = province.unit("Khối Trái", province.id);
            var right = province.unit("Khối Phải", province.id);
            try (var both = java.util.concurrent.Executors.newFixedThreadPool(2)) {
                var one = both.submit(() -> moved(left, right));
                var two = both.submit(() -> moved(right, left));
                assertThat(java.util.List.of(one.get(), two.get())).containsExactlyInAnyOrder(200, 409);
            }
        }
    }

    private int moved(UUID unit, UUID under) {
        return province.administrator()
                .put("/api/v1/units/" + unit, 1, change("Khối", under, "2026-01-01"))
                .status();
    }

    private String nameOn(UUID id, String day) {
        return province.administrator()
                .get("/api/v1/units/" + id + "?asOf=" + day)
                .body()
                .path("name")
                .asString();
    }

    private static Map<String, Object> change(String name, UUID parent, String from) {
        var change = new HashMap<String, Object>();
        change.put("name", name);
        change.put("parentId", parent);
        change.put("effectiveFrom", from);
        change.put("reason", "theo quyết định");
        return change;
    }
}
