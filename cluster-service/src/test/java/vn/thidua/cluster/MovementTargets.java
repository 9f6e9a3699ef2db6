package vn.thidua.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.AuthorisationTable.Row;

/**
 * What the authorisation table tries movements on. Launched by the callers' own unit or another one; what joined units do is tried
 * on a movement of the province that the own unit or the other one joins, or in state "below" on one of the unit that a unit below joins.
 */
final class MovementTargets {
    /** Closed, so that nothing sent to it can succeed. */
    static final UUID SETTLED;

    private static final UUID NOBODY = UUID.fromString("00000000-0000-4000-8000-000000000000");
    private static final Province PROVINCE = Province.instance();

    static {
        var work = MovementWork.anew();
        Draft.ok(work.close("thử"));
        SETTLED = work.id;
    }

    private MovementTargets() {}

    static boolean concerns(String path) {
        return path.startsWith("/api/v1/movements");
    }

    static AuthorisationIT.Target target(Row row, UUID area) {
        var path = row.path();
        if (!path.contains("{id}")) {
            return new AuthorisationIT.Target(area, UUID.randomUUID(), 1);
        }
        if (path.contains("/participations") && !row.method().equals("GET")) {
            return joining(row, area);
        }
        if (!path.contains("/reviews") && !path.endsWith("ing")) {
            return new AuthorisationIT.Target(area, Competition.movement(area), 1);
        }
        var work = MovementWork.at(area);
        if (path.endsWith("/reopening")) {
            Draft.ok(work.close("thử"));
            return new AuthorisationIT.Target(area, work.id, 2);
        }
        var part = path.contains("{reviewId}") ? Draft.ok(work.review("FINAL")).id() : work.id;
        return new AuthorisationIT.Target(area, work.id, part, 1);
    }

    private static AuthorisationIT.Target joining(Row row, UUID area) {
        var below = row.state().equals("below");
        var work = MovementWork.at(below ? area : PROVINCE.id);
        var unit = below ? work.below() : area;
        if (!row.path().contains("{participationId}")) {
            return new AuthorisationIT.Target(unit, work.id, 1);
        }
        var participation = work.joined(unit);
        if (!row.path().contains("{reportId}")) {
            return new AuthorisationIT.Target(unit, work.id, participation, 1);
        }
        var report = work.report(MovementWork.officerOf(unit), participation, MovementWork.newReport("FINAL"));
        return new AuthorisationIT.Target(
                participation, work.id, Draft.ok(report).id(), 1);
    }

    static @Nullable Object body(String endpoint, AuthorisationIT.Target target) {
        if (endpoint.startsWith("GET")) {
            return null;
        }
        if (endpoint.contains("/reports")) {
            return MovementWork.newReport("FINAL");
        }
        return switch (endpoint.substring(endpoint.lastIndexOf('/') + 1)) {
            case "movements" -> Competition.newMovement(target.area(), null);
            case "{id}" ->
                ClusterTargets.because(Competition.newMovement(target.area(), null), "seasonId", "launchedByUnitId");
            case "participations" -> MovementWork.newParticipation(target.area());
            case "reviews" -> MovementWork.newReview("FINAL");
            case "closing" -> MovementWork.newClosing("thử");
            default -> Map.of("reason", "thử");
        };
    }

    /** Bodies that are well formed yet refused, because what they name is not there or closed. */
    static Map<String, Object> refused(String endpoint) {
        if (endpoint.contains("/reports")) {
            return MovementWork.newReport("FINAL");
        }
        return switch (endpoint.substring(endpoint.lastIndexOf('/') + 1)) {
            case "movements" -> {
                var body = MovementWork.planned(NOBODY, NOBODY, "2026-01-01", "2026-12-31");
                body.put("parentId", NOBODY);
                yield body;
            }
            case "{movement}" -> {
                var body = ClusterTargets.because(
                        MovementWork.planned(NOBODY, NOBODY, "2026-01-01", "2026-12-31"),
                        "seasonId",
                        "launchedByUnitId");
                body.put("parentId", NOBODY);
                yield body;
            }
            case "participations" -> MovementWork.newParticipation(NOBODY);
            case "reviews" -> MovementWork.newReview("MID_TERM");
            case "closing" -> MovementWork.newClosing("vì");
            default -> new HashMap<>(Map.of("reason", "vì"));
        };
    }
}
