package vn.thidua.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.AuthorisationTable.Row;

/** What the authorisation table tries papers of conferences in draft on, each of a conference of its own. */
final class ConferenceDraftTargets {
    /** Withdrawn, so that nothing sent to it can succeed. */
    static final UUID SETTLED;

    static final UUID SETTLED_COMMENT;
    private static final Province PROVINCE = Province.instance();
    private static final UUID NOBODY = UUID.fromString("00000000-0000-4000-8000-000000000000");

    static {
        var assembly = Assembly.of(2);
        var conference =
                Competition.conference(assembly.cluster, Competition.nextMonth(), Map.of("YEAR_END", assembly.season));
        SETTLED = ConferenceDrafts.laid(assembly.officer(), conference);
        SETTLED_COMMENT = ConferenceDrafts.said(assembly.leader(1), SETTLED, assembly.unit(1));
        Draft.ok(assembly.officer()
                .with("If-Match", "\"1\"")
                .post(ConferenceDrafts.path(SETTLED) + "/withdrawal", Map.of("reason", "soạn lại")));
    }

    private ConferenceDraftTargets() {}

    static boolean concerns(String path) {
        return path.startsWith("/api/v1/drafts");
    }

    static AuthorisationIT.Target target(Row row, UUID organiser, @Nullable UUID head) {
        var cluster = Competition.cluster(head == null ? organiser : PROVINCE.unit("Cơ quan khác", PROVINCE.id));
        var season = Competition.season(cluster);
        if (head != null) {
            Competition.member(cluster, head, "2026-01-01", null);
            Competition.headship(season, head, "HEAD");
        }
        var conference = Competition.conference(cluster, Competition.nextMonth(), Map.of("YEAR_END", season));
        if (row.path().equals("/api/v1/drafts")) {
            return new AuthorisationIT.Target(cluster, conference, 1);
        }
        var draft = ConferenceDrafts.laid(PROVINCE.administrator(), conference);
        if (row.path().contains("{commentId}")) {
            var member = Competition.memberOf(cluster);
            var leader = PROVINCE.person(PROVINCE.holder(member, "UNIT_LEADER", "UNIT"));
            return new AuthorisationIT.Target(cluster, draft, ConferenceDrafts.said(leader, draft, member), 1);
        }
        return new AuthorisationIT.Target(cluster, draft, head == null ? Competition.memberOf(cluster) : head, 1);
    }

    static @Nullable Object body(String endpoint, AuthorisationIT.Target target) {
        return switch (endpoint) {
            case "POST /api/v1/drafts" -> ConferenceDrafts.newDraft(target.id());
            case "POST /api/v1/drafts/{id}/versions" -> ConferenceDrafts.newVersion("Bản hai");
            case "POST /api/v1/drafts/{id}/comments" -> ConferenceDrafts.comment(target.part(), "Mục I", "nên nêu rõ");
            case "POST /api/v1/drafts/{id}/comments/{commentId}/answer" -> Draft.answer("ACCEPTED");
            case "POST /api/v1/drafts/{id}/withdrawal" -> Map.of("reason", "thử");
            default -> null;
        };
    }

    /** Bodies that are well formed yet refused, because what they name is not there or withdrawn. */
    static Map<String, Object> refused(String endpoint) {
        return switch (endpoint.substring(endpoint.lastIndexOf('/') + 1)) {
            case "drafts" -> ConferenceDrafts.newDraft(NOBODY);
            case "versions" -> {
                var body = ConferenceDrafts.newVersion("Bản hai");
                body.put("fileId", NOBODY);
                body.put("commentsUntil", Competition.nextMonth());
                yield body;
            }
            case "comments" -> ConferenceDrafts.comment(NOBODY, "Mục I", "nên rõ");
            case "answer" -> Draft.answer("DECLINED");
            default -> new HashMap<>(Map.of("reason", "vì"));
        };
    }
}
