package vn.thidua.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.AuthorisationTable.Row;

/** What the authorisation table tries councils on: of a unit of its own each, as a unit has one council at a time. */
final class CouncilTargets {
    /** Followed by another, so that nothing sent to it can succeed. */
    static final UUID FOLLOWED;

    static {
        var unit = Province.instance().unit("Đơn vị có hội đồng", Province.instance().id);
        FOLLOWED = CouncilWork.composed(unit, "2026-01-01");
        CouncilWork.composed(unit, "2026-02-01");
    }

    private CouncilTargets() {}

    static boolean concerns(String path) {
        return path.startsWith("/api/v1/councils");
    }

    static AuthorisationIT.Target target(Row row, UUID area) {
        var unit = Province.instance().unit("Đơn vị có hội đồng", area);
        if (!row.path().contains("{id}")) {
            return new AuthorisationIT.Target(unit, unit, 1);
        }
        return new AuthorisationIT.Target(unit, CouncilWork.composed(unit, "2026-01-01"), 1);
    }

    static @Nullable Object body(String endpoint, AuthorisationIT.Target target) {
        return switch (endpoint) {
            case "POST /api/v1/councils" -> CouncilWork.newCouncil(target.area(), "2026-01-01");
            case "POST /api/v1/councils/{id}/withdrawal" -> Map.of("reason", "thử");
            default -> null;
        };
    }

    /** What would be right but for the unit that nobody knows, or the composition that was followed. */
    static Map<String, Object> refused(String endpoint) {
        return endpoint.endsWith("/withdrawal")
                ? new HashMap<>(Map.of("reason", "thử"))
                : CouncilWork.newCouncil(UUID.randomUUID(), "2026-01-01", CouncilWork.seat(UUID.randomUUID(), "CHAIR"));
    }
}
