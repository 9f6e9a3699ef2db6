package vn.thidua.cluster;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.AuthorisationTable.Row;

/** What the authorisation table tries counts on paper on. Nobody in it is a teller, so one of each relation lasts. */
final class PaperTargets {
    /** Rejected, so that nothing sent to it can succeed. */
    static final UUID SETTLED;

    private static final Province PROVINCE = Province.instance();
    private static final UUID NOBODY = UUID.fromString("00000000-0000-4000-8000-000000000000");
    private static final Map<String, Ground> GROUNDS = new ConcurrentHashMap<>();

    static {
        var assembly = Assembly.of(5);
        SETTLED = PaperVotes.recorded(assembly.organiser, assembly.drawn(2), assembly.unit(0), assembly.unit(1));
        Draft.ok(PaperVotes.teller(assembly.organiser).post(PaperVotes.rejection(SETTLED), Map.of("reason", "nhầm")));
    }

    private record Ground(UUID election, UUID candidate, UUID other, UUID count, UUID file) {}

    private PaperTargets() {}

    static boolean concerns(String path) {
        return path.startsWith("/api/v1/paper-counts") || path.startsWith("/api/v1/files");
    }

    static AuthorisationIT.Target target(Row row, UUID organiser, @Nullable UUID head) {
        var ground = GROUNDS.computeIfAbsent(
                row.relation(),
                _ -> ground(head == null ? organiser : PROVINCE.unit("Cơ quan khác", PROVINCE.id), head));
        if (row.path().startsWith("/api/v1/files")) {
            return new AuthorisationIT.Target(organiser, ground.file(), 1);
        }
        return row.path().equals("/api/v1/paper-counts")
                ? new AuthorisationIT.Target(ground.election(), ground.candidate(), ground.other(), 1)
                : new AuthorisationIT.Target(ground.election(), ground.count(), 1);
    }

    static @Nullable Object body(String endpoint, AuthorisationIT.Target target) {
        return switch (endpoint) {
            case "POST /api/v1/paper-counts" ->
                PaperVotes.newCount("ELECTION", target.area(), NOBODY, Map.of(target.id(), 2, target.part(), 1));
            case "POST /api/v1/paper-counts/{id}/rejection" -> Map.of("reason", "thử");
            case "POST /api/v1/files/cluster" -> "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
            default -> null;
        };
    }

    /** Bodies that are well formed yet refused, because what they name is not there or settled. */
    static Map<String, Object> refused(String endpoint) {
        return endpoint.endsWith("/rejection")
                ? new HashMap<>(Map.of("reason", "vì"))
                : PaperVotes.newCount("ELECTION", NOBODY, NOBODY, Map.of(NOBODY, 3));
    }

    private static Ground ground(UUID organiser, @Nullable UUID head) {
        var cluster = Competition.cluster(organiser);
        var members = List.of(
                Competition.memberOf(cluster),
                Competition.memberOf(cluster),
                Competition.memberOf(cluster),
                Competition.memberOf(cluster),
                Competition.memberOf(cluster));
        var season = Competition.season(cluster);
        if (head != null) {
            Competition.member(cluster, head, "2026-01-01", null);
            Competition.headship(season, head, "HEAD");
        }
        Competition.open(season);
        var conference = Competition.conference(cluster, "2026-12-10", Map.of("ELECTION", season));
        var election = new HashMap<String, Object>();
        election.put("conferenceId", conference);
        election.put("seasonId", season);
        election.put("title", "Suy tôn đơn vị dẫn đầu");
        election.put("candidates", members.subList(0, 2));
        election.put("quorum", Map.of("numerator", 2, "denominator", 3));
        election.put("threshold", Map.of("numerator", 1, "denominator", 2));
        election.put("base", "PRESENT");
        var officer = PROVINCE.person(PROVINCE.holder(organiser, "STANDING_OFFICER", "UNIT"));
        var drawn = Draft.ok(officer.post("/api/v1/elections", election)).id();
        var count = PaperVotes.recorded(organiser, drawn, members.get(0), members.get(1));
        var file = officer.get("/api/v1/paper-counts?pollId=" + drawn)
                .body()
                .path("items")
                .path(0)
                .path("fileId")
                .asString();
        return new Ground(drawn, members.get(0), members.get(1), count, UUID.fromString(file));
    }
}
