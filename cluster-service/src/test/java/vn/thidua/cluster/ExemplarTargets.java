package vn.thidua.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.AuthorisationTable.Row;

/** What the authorisation table tries exemplars on: of the callers' own unit, or of another; proposed by somebody else. */
final class ExemplarTargets {
    /** Withdrawn, so that nothing sent to it can succeed. */
    static final UUID SETTLED;

    private static final UUID NOBODY = UUID.fromString("00000000-0000-4000-8000-000000000000");

    static {
        var work = ExemplarWork.anew();
        SETTLED = work.proposed();
        Draft.ok(work.withdraw(SETTLED));
    }

    private ExemplarTargets() {}

    static boolean concerns(String path) {
        return path.startsWith("/api/v1/exemplars");
    }

    static AuthorisationIT.Target target(Row row, UUID area) {
        var path = row.path();
        if (!path.contains("{id}")) {
            return new AuthorisationIT.Target(area, area, 1);
        }
        if (path.endsWith("/replications") && row.method().equals("POST")) {
            // The callers replicate what yet another unit found.
            return new AuthorisationIT.Target(area, ExemplarWork.anew().published(), 1);
        }
        if (path.endsWith("/follow-ups")) {
            var found = ExemplarWork.anew();
            var id = found.published();
            var replicated = ExemplarWork.at(area)
                    .officer
                    .post(ExemplarWork.path(id) + "/replications", ExemplarWork.newReplication(area));
            return new AuthorisationIT.Target(area, id, Draft.ok(replicated).id(), 1);
        }
        var work = ExemplarWork.at(area);
        var body = ExemplarWork.newExemplar(area);
        var id = switch (row.state()) {
            case "verified" -> work.verified(body);
            case "agreed" -> {
                var verified = work.verified(body);
                Draft.ok(work.consent(verified));
                yield verified;
            }
            case "published" -> work.published(body);
            default -> work.proposed(body);
        };
        return new AuthorisationIT.Target(area, id, work.version(id));
    }

    static @Nullable Object body(String endpoint, AuthorisationIT.Target target) {
        return switch (endpoint.substring(endpoint.lastIndexOf('/') + 1)) {
            case "exemplars" -> ExemplarWork.newExemplar(target.area());
            case "{id}" -> endpoint.startsWith("PUT") ? ExemplarWork.newExemplar(target.area()) : null;
            case "refusal", "withdrawal" -> Map.of("reason", "thử");
            case "consent" -> Map.of("day", "2026-01-15");
            case "replications" -> ExemplarWork.newReplication(target.area());
            case "follow-ups" -> ExemplarWork.newFollowUp("ESTABLISHED", null);
            default -> null;
        };
    }

    /** Bodies that are well formed yet refused, because what they name is not there or withdrawn. */
    static Map<String, Object> refused(String endpoint) {
        return switch (endpoint.substring(endpoint.lastIndexOf('/') + 1)) {
            case "refusal", "withdrawal" -> new HashMap<>(Map.of("reason", "vì"));
            case "consent" -> new HashMap<>(Map.of("day", "2026-01-15"));
            case "replications" -> ExemplarWork.newReplication(NOBODY);
            case "follow-ups" -> ExemplarWork.newFollowUp("GIVEN_UP", "hết vốn");
            default -> {
                var body = ExemplarWork.newExemplar(NOBODY);
                body.put("movementId", NOBODY);
                body.put("personId", NOBODY);
                body.put("pictureId", NOBODY);
                body.put("field", "Nông nghiệp");
                yield body;
            }
        };
    }
}
