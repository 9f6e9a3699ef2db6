package vn.thidua.cluster;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
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

    /** The decision that founded a cluster; without a scan. */
    static Map<String, Object> newFounding() {
        var body = new HashMap<String, Object>();
        body.put("number", "1618/QĐ-UBND");
        body.put("decidedOn", "2025-12-20");
        body.put("issuedBy", "Chủ tịch Ủy ban nhân dân tỉnh");
        return body;
    }

    static void founded(UUID cluster) {
        done(administrator().put("/api/v1/clusters/" + cluster + "/founding-decision", 0, newFounding()));
    }

    /** Groups of three to five communes of one kind that are in no cluster of the organiser. */
    static Map<String, Object> newGrouping(UUID organiser) {
        var body = new HashMap<String, Object>();
        body.put("organiserId", organiser);
        body.put("asOf", "2026-01-01");
        body.put("level", "COMMUNE");
        body.put("whom", "FREE");
        body.put("min", 3);
        body.put("max", 5);
        body.put("by", List.of("KIND"));
        return body;
    }

    static Map<String, Object> newGroup(List<UUID> members) {
        var group = new HashMap<String, Object>();
        group.put("code", "K.%03d".formatted(NUMBER.incrementAndGet()));
        group.put("name", "Cụm thi đua lập từ đề xuất");
        group.put("kind", "REGIONAL");
        group.put("members", members);
        return group;
    }

    static Map<String, Object> newAcceptance(UUID organiser, List<List<UUID>> groups) {
        var body = new HashMap<String, Object>();
        body.put("organiserId", organiser);
        body.put("from", "2026-01-01");
        body.put("provenance", "LIVE");
        body.put("groups", groups.stream().map(Competition::newGroup).toList());
        return body;
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

    static Map<String, Object> newAgendaItem(String title) {
        var item = new HashMap<String, Object>();
        item.put("startsAt", "08:00");
        item.put("minutes", 15);
        item.put("title", title);
        return item;
    }

    static Map<String, Object> newAgenda(List<Map<String, Object>> items) {
        var body = new HashMap<String, Object>();
        body.put("items", items);
        return body;
    }

    /** @param version of the conference */
    static void agenda(UUID conference, int version, List<Map<String, Object>> items) {
        done(administrator().put("/api/v1/conferences/" + conference + "/agenda", version, newAgenda(items)));
    }

    /** @param position of the item that is under way from then on, or null for none */
    static Map<String, Object> underWay(@Nullable Integer position) {
        var body = new HashMap<String, Object>();
        body.put("position", position);
        body.put("mistaken", false);
        return body;
    }

    static String today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
    }

    /** A day on which a conference is still to be held. */
    static String nextMonth() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(30).toString();
    }

    /** All members, no other unit and one guest. */
    static Map<String, Object> newInvitations() {
        var body = new HashMap<String, Object>();
        body.put("members", true);
        body.put("units", List.of());
        body.put("guests", List.of(Map.of("name", "Bà Khách", "office", "Nguyên Phó Chủ tịch", "capacity", "GUEST")));
        return body;
    }

    /** The invitation of that unit alone. */
    static UUID invited(UUID conference, UUID unit) {
        done(administrator()
                .post(
                        "/api/v1/conferences/" + conference + "/invitations",
                        Map.of(
                                "members",
                                false,
                                "units",
                                List.of(Map.of("unitId", unit, "capacity", "GUEST")),
                                "guests",
                                List.of())));
        return invitation(conference, unit);
    }

    static UUID invitation(UUID conference, UUID unit) {
        return UUID.fromString(
                Assembly.text("select id from conference_invitation where conference_id = '%s' and unit_id = '%s'"
                        .formatted(conference, unit)));
    }

    /** @param words who is sent, or why nobody comes */
    static Map<String, Object> newAnswer(String answer, @Nullable String words) {
        var body = new HashMap<String, Object>();
        body.put("answer", answer);
        body.put("delegate", answer.equals("SENDS") ? words : null);
        body.put("reason", answer.equals("CANNOT") ? words : null);
        return body;
    }

    static Map<String, Object> newRegulation() {
        var body = new HashMap<String, Object>();
        body.put("title", "Quy chế bình xét");
        body.put("status", "ADOPTED");
        body.put("candidateRule", "ELECTED");
        body.put("tieRule", "SHARED");
        body.put("figuresRule", "HANDED_IN");
        body.put("resultsRule", "CLUSTER");
        body.put("provenance", "LIVE");
        return body;
    }

    /** @param version of the season */
    static void regulation(UUID season, int version) {
        done(administrator().put("/api/v1/seasons/" + season + "/regulation", version, newRegulation()));
    }

    static void open(UUID season) {
        done(administrator().post("/api/v1/seasons/" + season + "/opening", Map.of()));
    }

    static void close(UUID season) {
        done(administrator().post("/api/v1/seasons/" + season + "/closing", Map.of("reason", "thử")));
    }

    /** A season of 2027. */
    static Map<String, Object> newCopy() {
        var body = new HashMap<String, Object>();
        body.put("name", "2027-" + NUMBER.incrementAndGet());
        body.put("from", "2027-01-01");
        body.put("to", "2027-12-31");
        body.put("provenance", "LIVE");
        return body;
    }

    static Map<String, Object> newHandover(UUID toSeason) {
        var body = new HashMap<String, Object>();
        body.put("toSeasonId", toSeason);
        body.put("handedOverOn", "2026-12-20");
        body.put("note", "Bàn giao con dấu và hồ sơ");
        body.put("provenance", "LIVE");
        return body;
    }

    static void handOver(UUID fromSeason, UUID toSeason) {
        var path = "/api/v1/seasons/" + fromSeason + "/handover";
        var answer = administrator().post(path, newHandover(toSeason));
        if (answer.status() != 201) {
            throw new AssertionError("not handed over: " + answer);
        }
    }

    static Map<String, Object> newRotation(UUID... units) {
        var body = new HashMap<String, Object>();
        body.put(
                "turns",
                java.util.Arrays.stream(units)
                        .map(unit -> Map.of("unitId", unit))
                        .toList());
        body.put("reason", "theo quy chế");
        return body;
    }

    static Map<String, Object> newKeyTask(UUID season, @Nullable String dueOn) {
        var body = new HashMap<String, Object>();
        body.put("seasonId", season);
        body.put("kind", "KEY_TASK");
        body.put("text", "Nhiệm vụ trọng tâm " + NUMBER.incrementAndGet());
        body.put("dueOn", dueOn);
        body.put("provenance", "LIVE");
        return body;
    }

    static UUID keyTask(UUID season, @Nullable String dueOn) {
        return created(administrator().post("/api/v1/key-tasks", newKeyTask(season, dueOn)));
    }

    /** An inspection with one finding. */
    static Map<String, Object> newInspection(UUID season, UUID unit) {
        var body = new HashMap<String, Object>();
        body.put("seasonId", season);
        body.put("unitId", unit);
        body.put("inspector", "Tổ kiểm tra số 1");
        body.put("subject", "Kiểm tra việc thực hiện quy chế " + NUMBER.incrementAndGet());
        body.put("heldOn", "2026-05-20");
        body.put("findings", List.of(Map.of("text", "Chưa gửi báo cáo quý I", "dueOn", "2026-06-30")));
        body.put("provenance", "LIVE");
        return body;
    }

    static UUID inspection(UUID season, UUID unit) {
        return created(administrator().post("/api/v1/inspections", newInspection(season, unit)));
    }

    /** The only finding of that inspection. */
    static UUID finding(UUID inspection) {
        return UUID.fromString(
                Assembly.text("select id from inspection_finding where inspection_id = '" + inspection + "'"));
    }

    static Map<String, Object> newMovement(UUID unit, @Nullable UUID season) {
        var body = new HashMap<String, Object>();
        body.put("seasonId", season);
        body.put("launchedByUnitId", unit);
        body.put("level", "UNIT");
        body.put("kind", "THEMATIC");
        body.put("name", "Phong trào " + NUMBER.incrementAndGet());
        body.put("provenance", "LIVE");
        return body;
    }

    static UUID movement(UUID unit) {
        return created(administrator().post("/api/v1/movements", newMovement(unit, null)));
    }

    static UUID recorded(Map<String, Object> lineage) {
        return created(administrator().post("/api/v1/lineages", lineage));
    }

    /** The end of a unit that was dissolved on 01/04/2026. */
    static Map<String, Object> dissolution(UUID parent) {
        return lineage("DISSOLVE", List.of(ended(parent, "Xã giải thể")), List.of());
    }

    /** A unit that was there until 31/03/2026. */
    static UUID ended(UUID parent, String name) {
        var unit = PROVINCE.unit(name, parent);
        done(administrator()
                .put(
                        "/api/v1/units/" + unit,
                        1,
                        Map.of(
                                "name", name,
                                "parentId", parent,
                                "effectiveFrom", "2025-07-01",
                                "validTo", "2026-03-31",
                                "reason", "sắp xếp đơn vị")));
        return unit;
    }

    static Map<String, Object> lineage(String kind, List<UUID> predecessors, List<UUID> successors) {
        var body = new HashMap<String, Object>();
        body.put("kind", kind);
        body.put("effectiveFrom", "2026-04-01");
        body.put("predecessors", predecessors);
        body.put("successors", successors);
        body.put("provenance", "LIVE");
        return body;
    }

    private static void done(Api.Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError("not done: " + answer);
        }
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
