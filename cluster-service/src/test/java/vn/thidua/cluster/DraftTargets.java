package vn.thidua.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.AuthorisationTable.Row;

/** What the authorisation table tries draft regulations on, each before members of its own season. */
final class DraftTargets {
    /** Withdrawn, so that nothing sent to it can succeed. */
    static final UUID SETTLED;

    static final UUID SETTLED_COMMENT;
    private static final Province PROVINCE = Province.instance();
    private static final UUID NOBODY = UUID.fromString("00000000-0000-4000-8000-000000000000");
    private static final Map<String, Ground> GROUNDS = new ConcurrentHashMap<>();

    static {
        var assembly = Assembly.of(2);
        SETTLED = Draft.begun(assembly.officer(), assembly.season);
        SETTLED_COMMENT = Draft.ok(assembly.leader(1)
                        .post(Draft.path(SETTLED) + "/comments", Draft.comment(assembly.unit(1), 1, "nên rõ hơn")))
                .id();
        Draft.ok(assembly.officer().post(Draft.path(SETTLED) + "/withdrawal", Map.of("reason", "soạn lại")));
    }

    private record Ground(UUID cluster, UUID member, Api leader, Api officer) {}

    private DraftTargets() {}

    static boolean concerns(String path) {
        return path.startsWith("/api/v1/deliberations");
    }

    static AuthorisationIT.Target target(Row row, UUID organiser, @Nullable UUID head) {
        var ground = GROUNDS.computeIfAbsent(row.relation(), _ -> ground(organiser, head));
        var season = Competition.season(ground.cluster());
        if (head != null) {
            Competition.headship(season, head, "HEAD");
        }
        if (row.path().equals("/api/v1/deliberations")) {
            Draft.written(ground.officer(), season, "Dự thảo quy chế", Draft.TEXT);
            return new AuthorisationIT.Target(season, season, 1);
        }
        var id = Draft.begun(ground.officer(), season);
        if (row.path().contains("{commentId}")) {
            var comment = Draft.ok(ground.leader()
                            .post(Draft.path(id) + "/comments", Draft.comment(ground.member(), null, "đồng ý")))
                    .id();
            return new AuthorisationIT.Target(season, id, comment, 1);
        }
        if (!row.state().equals("-")) {
            Draft.passDays(id);
        }
        if (row.state().equals("voting")) {
            Draft.ok(ground.officer().post(Draft.path(id) + "/voting", Draft.voting(1)));
        }
        return new AuthorisationIT.Target(season, id, head == null ? ground.member() : head, 1);
    }

    static @Nullable Object body(String endpoint, AuthorisationIT.Target target) {
        return switch (endpoint) {
            case "POST /api/v1/deliberations" -> Draft.newDeliberation(target.area(), 1);
            case "POST /api/v1/deliberations/{id}/comments" -> Draft.comment(target.part(), 2, "nên nêu rõ");
            case "POST /api/v1/deliberations/{id}/comments/{commentId}/answer" -> Draft.answer("ACCEPTED");
            case "POST /api/v1/deliberations/{id}/voting" -> Draft.voting(1);
            case "POST /api/v1/deliberations/{id}/votes" -> Map.of("unitId", target.part(), "choice", "FOR");
            case "POST /api/v1/deliberations/{id}/withdrawal" -> Map.of("reason", "thử");
            default -> null;
        };
    }

    /** Bodies that are well formed yet refused, because what they name is not there or settled. */
    static Map<String, Object> refused(String endpoint) {
        return switch (endpoint.substring(endpoint.lastIndexOf('/') + 1)) {
            case "deliberations" -> Draft.newDeliberation(NOBODY, 1);
            case "comments" -> Draft.comment(NOBODY, 1, "nên rõ");
            case "answer" -> Draft.answer("DECLINED");
            case "voting" -> Draft.voting(1);
            case "votes" -> new HashMap<>(Map.of("unitId", NOBODY, "choice", "FOR"));
            default -> new HashMap<>(Map.of("reason", "vì"));
        };
    }

    private static Ground ground(UUID organiser, @Nullable UUID head) {
        var cluster = Competition.cluster(head == null ? organiser : PROVINCE.unit("Cơ quan khác", PROVINCE.id));
        var organising = PROVINCE.administrator()
                .get("/api/v1/clusters/" + cluster)
                .body()
                .path("organiserId")
                .asString();
        var member = Competition.memberOf(cluster);
        if (head != null) {
            Competition.member(cluster, head, "2026-01-01", null);
        }
        return new Ground(
                cluster,
                member,
                PROVINCE.person(PROVINCE.holder(member, "UNIT_LEADER", "UNIT")),
                PROVINCE.person(PROVINCE.holder(UUID.fromString(organising), "STANDING_OFFICER", "UNIT")));
    }
}
