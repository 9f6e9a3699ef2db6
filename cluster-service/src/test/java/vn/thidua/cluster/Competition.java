package vn.thidua.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.Api;

/** What tests of clusters begin with. The bodies hold what is needed and no more; change them as wanted. */
final class Competition {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Province PROVINCE = Province.instance();

    private Competition() {}

    static Map<String, Object> newCluster(UUID organiser) {
        var body = new HashMap<String, Object>();
        body.put("code", "K.%03d".formatted(NUMBER.incrementAndGet()));
        body.put("name", "Khối thi đua các xã");
        body.put("kind", "SECTORAL");
        body.put("organiserId", organiser);
        body.put("provenance", "LIVE");
        return body;
    }

    static UUID cluster(UUID organiser) {
        return created(administrator().post("/api/v1/clusters", newCluster(organiser)));
    }

    static Map<String, Object> newMember(UUID unit, String from, @Nullable String to) {
        var body = new HashMap<String, Object>();
        body.put("unitId", unit);
        body.put("from", from);
        body.put("to", to);
        body.put("provenance", "LIVE");
        return body;
    }

    static UUID member(UUID cluster, UUID unit, String from, @Nullable String to) {
        return created(administrator().post("/api/v1/clusters/" + cluster + "/members", newMember(unit, from, to)));
    }

    /** A new unit that is a member from 2026 on. */
    static UUID memberOf(UUID cluster) {
        var unit = PROVINCE.unit("Xã thành viên", PROVINCE.id);
        member(cluster, unit, "2026-01-01", null);
        return unit;
    }

    static Map<String, Object> newSeason(UUID cluster, String name, String from, String to, String mode) {
        var body = new HashMap<String, Object>();
        body.put("clusterId", cluster);
        body.put("name", name);
        body.put("from", from);
        body.put("to", to);
        body.put("mode", mode);
        body.put("provenance", "LIVE");
        return body;
    }

    static UUID season(UUID cluster, String name, String from, String to, String mode) {
        return created(administrator().post("/api/v1/seasons", newSeason(cluster, name, from, to, mode)));
    }

    /** A live season of 2026, planned. */
    static UUID season(UUID cluster) {
        return season(cluster, "2026-" + NUMBER.incrementAndGet(), "2026-01-01", "2026-12-31", "LIVE");
    }

    static Map<String, Object> newHeadship(UUID unit, String role) {
        var body = new HashMap<String, Object>();
        body.put("unitId", unit);
        body.put("role", role);
        body.put("how", "ROTATION");
        body.put("provenance", "LIVE");
        return body;
    }

    static UUID headship(UUID season, UUID unit, String role) {
        return created(administrator().post("/api/v1/seasons/" + season + "/headships", newHeadship(unit, role)));
    }

    /** @param purposes purpose to season */
    static Map<String, Object> newConference(UUID cluster, String heldOn, Map<String, UUID> purposes) {
        var body = new HashMap<String, Object>();
        body.put("clusterId", cluster);
        body.put("heldOn", heldOn);
        body.put("place", "Hội trường tỉnh");
        body.put("title", "Hội nghị " + NUMBER.incrementAndGet());
        body.put(
                "purposes",
                purposes.entrySet().stream()
                        .map(p -> Map.of("purpose", p.getKey(), "seasonId", p.getValue()))
                        .toList());
        body.put("provenance", "LIVE");
        return body;
    }

    static UUID conference(UUID cluster, String heldOn, Map<String, UUID> purposes) {
        return created(administrator().post("/api/v1/conferences", newConference(cluster, heldOn, purposes)));
    }

    private static Api administrator() {
        return PROVINCE.administrator();
    }

    private static UUID created(Api.Answer answer) {
        if (answer.status() != 201) {
            throw new AssertionError("not created: " + answer);
        }
        return answer.id();
    }
}
