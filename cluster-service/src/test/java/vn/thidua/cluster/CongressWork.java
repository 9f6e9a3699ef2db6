package vn.thidua.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.Api;

/** A congress that is prepared, and the officer who does it. The bodies hold what is needed and no more. */
final class CongressWork {
    private static final Province PROVINCE = Province.instance();
    private static final AtomicInteger TERM = new AtomicInteger();

    final Api officer;
    final UUID id;
    final String path;

    private CongressWork(UUID unit) {
        officer = PROVINCE.person(PROVINCE.holder(unit, "STANDING_OFFICER", "UNIT"));
        var prepared = Draft.ok(officer.post("/api/v1/congresses", newCongress(unit)));
        id = UUID.fromString(prepared.body().path("congress").path("id").asString());
        path = "/api/v1/congresses/" + id;
    }

    static CongressWork at(UUID unit) {
        return new CongressWork(unit);
    }

    static CongressWork anew() {
        return at(PROVINCE.unit("Xã mở đại hội", PROVINCE.id));
    }

    /** Of a term that no other congress of the unit has. */
    static Map<String, Object> newCongress(UUID unit) {
        var body = new HashMap<String, Object>();
        body.put("unitId", unit);
        body.put("termFrom", 1900 + TERM.incrementAndGet() % 290);
        body.put("heldOn", "2026-08-15");
        body.put("place", "Trung tâm hội nghị");
        body.put("theme", "Thi đua yêu nước, đổi mới, phát triển");
        return body;
    }

    static Map<String, Object> newAllotments(UUID unit, int delegates) {
        return new HashMap<>(Map.of("allotments", List.of(Map.of("unitId", unit, "delegates", delegates))));
    }

    static Map<String, Object> newDelegate(UUID unit, @Nullable UUID exemplar, @Nullable String capacity) {
        var body = new HashMap<String, Object>();
        body.put("unitId", unit);
        body.put("exemplarId", exemplar);
        body.put("name", exemplar == null ? "Giàng A Biểu" : null);
        body.put("capacity", capacity);
        return body;
    }

    static Map<String, Object> newResolution(UUID unit) {
        return new HashMap<>(Map.of("text", "Phát động phong trào mới", "unitId", unit, "dueOn", "2026-12-31"));
    }

    static Map<String, Object> newCompletion() {
        return new HashMap<>(Map.of("doneOn", "2026-01-31", "note", "Đã phát động"));
    }

    Api.Answer allot(UUID unit, int delegates) {
        return officer.put(path + "/allotments", version(), newAllotments(unit, delegates));
    }

    Api.Answer register(UUID unit, @Nullable UUID exemplar, @Nullable String capacity) {
        return officer.post(path + "/delegates", newDelegate(unit, exemplar, capacity));
    }

    UUID resolved(UUID unit) {
        return Draft.ok(officer.post(path + "/resolutions", newResolution(unit)))
                .id();
    }

    Api.Answer step(String step) {
        return officer.with("If-Match", "\"" + version() + "\"").post(path + "/" + step, null);
    }

    int version() {
        return Draft.ok(officer.get(path))
                .body()
                .path("congress")
                .path("version")
                .asInt();
    }
}
