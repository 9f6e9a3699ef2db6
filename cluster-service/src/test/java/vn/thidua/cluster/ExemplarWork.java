package vn.thidua.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.Api;

/** A commune with an exemplar, its officer, and the standing agency above. The bodies hold what is needed and no more. */
final class ExemplarWork {
    private static final Province PROVINCE = Province.instance();
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

    final UUID unit;
    final Api officer;
    final Api agency;

    private ExemplarWork(UUID unit) {
        this.unit = unit;
        this.officer = PROVINCE.person(PROVINCE.holder(unit, "UNIT_OFFICER", "UNIT"));
        this.agency = PROVINCE.person(PROVINCE.holder(PROVINCE.id, "STANDING_OFFICER", "SUBTREE"));
    }

    static ExemplarWork at(UUID unit) {
        return new ExemplarWork(unit);
    }

    static ExemplarWork anew() {
        return at(PROVINCE.unit("Xã có điển hình", PROVINCE.id));
    }

    /** A household that somebody may follow. */
    static Map<String, Object> newExemplar(UUID unit) {
        var body = new HashMap<String, Object>();
        body.put("unitId", unit);
        body.put("subject", "HOUSEHOLD");
        body.put("name", "Hộ ông Lò Văn Mẫu");
        body.put("place", "Bản Nà Mẫu");
        body.put("title", "Trồng quế trên đất dốc");
        body.put("story", "Năm 2023 gia đình trồng một nghìn gốc quế.\n\nĐến nay đã giúp mười hộ cùng làm.");
        body.put("level", "UNIT");
        body.put("year", 2026);
        return body;
    }

    static Map<String, Object> newCollective(UUID unit) {
        var body = newExemplar(unit);
        body.put("subject", "COLLECTIVE");
        body.put("name", "Tổ hợp tác Nà Mẫu");
        body.remove("place");
        return body;
    }

    static Map<String, Object> newReplication(UUID unit) {
        return new HashMap<>(Map.of("unitId", unit, "since", "2026-02-01"));
    }

    static Map<String, Object> newFollowUp(String state, @Nullable String reason) {
        var body = new HashMap<String, Object>();
        body.put("day", "2026-03-01");
        body.put("state", state);
        body.put("done", "Đã tập huấn hai mươi hộ");
        body.put("reason", reason);
        return body;
    }

    static UUID picture(Api by) {
        return PaperVotes.file(by, PICTURE);
    }

    static String path(UUID id) {
        return "/api/v1/exemplars/" + id;
    }

    UUID proposed(Map<String, Object> body) {
        return Draft.ok(officer.post("/api/v1/exemplars", body)).id();
    }

    UUID proposed() {
        return proposed(newExemplar(unit));
    }

    UUID verified(Map<String, Object> body) {
        var id = proposed(body);
        Draft.ok(step(agency, id, "verification", null));
        return id;
    }

    UUID published(Map<String, Object> body) {
        var id = verified(body);
        if (!"COLLECTIVE".equals(body.get("subject"))) {
            Draft.ok(consent(id));
        }
        Draft.ok(step(agency, id, "publication", null));
        return id;
    }

    UUID published() {
        return published(newExemplar(unit));
    }

    Api.Answer consent(UUID id) {
        return officer.put(path(id) + "/consent", version(id), Map.of("day", "2026-01-15"));
    }

    /** One step on, relying on the newest version. */
    Api.Answer step(Api by, UUID id, String step, @Nullable Object body) {
        return by.with("If-Match", "\"" + version(id) + "\"").post(path(id) + "/" + step, body);
    }

    Api.Answer withdraw(UUID id) {
        return step(officer, id, "withdrawal", Map.of("reason", "không còn đồng ý"));
    }

    int version(UUID id) {
        return Draft.ok(officer.get(path(id))).body().path("version").asInt();
    }

    String state(UUID id) {
        return officer.get(path(id)).body().path("state").asString();
    }
}
