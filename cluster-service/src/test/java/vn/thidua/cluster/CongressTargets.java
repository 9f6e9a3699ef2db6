package vn.thidua.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.AuthorisationTable.Row;

/** What the authorisation table tries congresses on: held by the callers' own unit, or by another. */
final class CongressTargets {
    /** Closed, so that nothing sent to it can succeed. */
    static final UUID SETTLED;

    private static final UUID NOBODY = UUID.fromString("00000000-0000-4000-8000-000000000000");

    static {
        var work = CongressWork.anew();
        Draft.ok(work.step("holding"));
        Draft.ok(work.step("closing"));
        SETTLED = work.id;
    }

    private CongressTargets() {}

    static boolean concerns(String path) {
        return path.startsWith("/api/v1/congresses");
    }

    static AuthorisationIT.Target target(Row row, UUID area) {
        var path = row.path();
        if (!path.contains("{id}")) {
            return new AuthorisationIT.Target(area, area, 1);
        }
        // Units of their own, as a unit holds one a term.
        var unit = Province.instance().unit("Đơn vị mở đại hội", area);
        var work = CongressWork.at(unit);
        var part = area;
        if (path.contains("/delegates")) {
            Draft.ok(work.allot(area, 2));
            part = path.contains("{delegateId}")
                    ? Draft.ok(work.register(area, null, null)).id()
                    : area;
        }
        if (row.state().equals("held")) {
            Draft.ok(work.step("holding"));
        }
        if (path.contains("{resolutionId}")) {
            part = work.resolved(area);
        }
        return new AuthorisationIT.Target(
                path.endsWith("/congresses/{id}") ? unit : area, work.id, part, work.version());
    }

    static @Nullable Object body(String endpoint, AuthorisationIT.Target target) {
        return switch (endpoint.substring(endpoint.lastIndexOf('/') + 1)) {
            case "congresses", "{id}" -> endpoint.startsWith("GET") ? null : CongressWork.newCongress(target.area());
            case "allotments" -> CongressWork.newAllotments(target.area(), 3);
            case "delegates" -> CongressWork.newDelegate(target.area(), null, null);
            case "withdrawal" -> Map.of("reason", "thử");
            case "resolutions" -> CongressWork.newResolution(target.area());
            case "completion" -> CongressWork.newCompletion();
            default -> null;
        };
    }

    /** Bodies that are well formed yet refused, because what they name is not there or closed. */
    static Map<String, Object> refused(String endpoint) {
        return switch (endpoint.substring(endpoint.lastIndexOf('/') + 1)) {
            case "allotments" -> CongressWork.newAllotments(NOBODY, 3);
            case "delegates" -> CongressWork.newDelegate(NOBODY, NOBODY, "Đại biểu đương nhiên");
            case "withdrawal" -> new HashMap<>(Map.of("reason", "vì"));
            case "resolutions" -> CongressWork.newResolution(NOBODY);
            case "completion" -> CongressWork.newCompletion();
            default -> CongressWork.newCongress(NOBODY);
        };
    }
}
