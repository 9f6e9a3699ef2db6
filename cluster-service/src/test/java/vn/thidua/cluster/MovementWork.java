package vn.thidua.cluster;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/** A movement that a unit launched, and a unit below that may join it. The bodies hold what is needed and no more. */
final class MovementWork {
    private static final Province PROVINCE = Province.instance();

    /** By the business clock: what follows was always over a while ago, whenever it is tried. */
    static final LocalDate TODAY = LocalDate.parse(Assembly.text("select kit.business_today()"));

    static final LocalDate FROM = TODAY.minusDays(300);
    static final LocalDate TO = TODAY.minusDays(120);
    static final LocalDate CLOSED = TO.plusDays(6);

    final UUID launcher;
    final Api office;
    final UUID id;
    final String path;

    private MovementWork(UUID launcher, Map<String, Object> body) {
        this.launcher = launcher;
        office = PROVINCE.person(PROVINCE.holder(launcher, "STANDING_OFFICER", "UNIT"));
        id = Draft.ok(PROVINCE.administrator().post("/api/v1/movements", body)).id();
        path = "/api/v1/movements/" + id;
    }

    /** Over for months. */
    static MovementWork at(UUID launcher) {
        return new MovementWork(launcher, planned(launcher, null, FROM.toString(), TO.toString()));
    }

    static MovementWork anew() {
        return at(PROVINCE.unit("Sở phát động", PROVINCE.id));
    }

    static MovementWork of(UUID launcher, Map<String, Object> body) {
        return new MovementWork(launcher, body);
    }

    static Map<String, Object> planned(UUID unit, @Nullable UUID season, @Nullable String from, @Nullable String to) {
        var body = Competition.newMovement(unit, season);
        body.put("plannedFrom", from);
        body.put("plannedTo", to);
        body.put("text", "Thi đua hoàn thành xuất sắc nhiệm vụ");
        body.put("criteria", "Vượt chỉ tiêu được giao");
        return body;
    }

    static Map<String, Object> newParticipation(UUID unit) {
        return new HashMap<>(
                Map.of("unitId", unit, "joinedOn", FROM.plusDays(14).toString()));
    }

    static Map<String, Object> newReport(String kind) {
        var body = new HashMap<String, Object>();
        body.put("kind", kind);
        body.put("reportedOn", TO.toString());
        body.put("text", "Đã bê tông hóa đường bản");
        body.put("persons", 120);
        body.put("collectives", 4);
        body.put("works", 3);
        body.put("amount", 1_250_000_000.50);
        return body;
    }

    static Map<String, Object> newReview(String kind) {
        return new HashMap<>(
                Map.of("kind", kind, "reviewedOn", TO.plusDays(5).toString(), "text", "Phong trào đạt mục tiêu"));
    }

    static Map<String, Object> newClosing(@Nullable String reason) {
        var body = new HashMap<String, Object>();
        body.put("closedOn", CLOSED.toString());
        body.put("reason", reason);
        return body;
    }

    UUID below() {
        return PROVINCE.unit("Xã hưởng ứng", launcher);
    }

    static Api officerOf(UUID unit) {
        return PROVINCE.person(PROVINCE.holder(unit, "UNIT_OFFICER", "UNIT"));
    }

    Api.Answer join(Api by, UUID unit) {
        return by.post(path + "/participations", newParticipation(unit));
    }

    UUID joined(UUID unit) {
        return Draft.ok(join(officerOf(unit), unit)).id();
    }

    Api.Answer leave(Api by, UUID participation) {
        return by.post(path + "/participations/" + participation + "/withdrawal", Map.of("reason", "bận chống bão"));
    }

    Api.Answer report(Api by, UUID participation, Map<String, Object> body) {
        return by.post(path + "/participations/" + participation + "/reports", body);
    }

    Api.Answer correct(Api by, UUID participation, UUID report, int version, Map<String, Object> body) {
        return by.put(path + "/participations/" + participation + "/reports/" + report, version, body);
    }

    Api.Answer review(String kind) {
        return office.post(path + "/reviews", newReview(kind));
    }

    Api.Answer close(@Nullable String reason) {
        return office.with("If-Match", "\"" + version() + "\"").post(path + "/closing", newClosing(reason));
    }

    Api.Answer reopen(String reason) {
        return office.with("If-Match", "\"" + version() + "\"").post(path + "/reopening", Map.of("reason", reason));
    }

    JsonNode course() {
        return Draft.ok(office.get(path + "/course")).body();
    }

    JsonNode participations() {
        return Draft.ok(office.get(path + "/participations")).body().path("items");
    }

    int version() {
        return course().path("movement").path("version").asInt();
    }
}
