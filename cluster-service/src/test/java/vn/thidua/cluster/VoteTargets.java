package vn.thidua.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.AuthorisationTable.Row;
import vn.thidua.kit.test.Eventually;

/**
 * What the authorisation table tries elections and compacts on. "own" and "other" is the organiser; "head" is a season that the
 * callers' own unit heads, in a cluster of another organiser.
 */
final class VoteTargets {
    /** Settled, so that nothing sent to them can succeed. */
    static final UUID SETTLED_ELECTION;

    static final UUID SETTLED_COMPACT;
    private static final Province PROVINCE = Province.instance();
    private static final UUID NOBODY = UUID.fromString("00000000-0000-4000-8000-000000000000");
    private static final String HASH = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final Map<String, Ground> GROUNDS = new ConcurrentHashMap<>();

    static {
        var assembly = Assembly.of(3);
        SETTLED_ELECTION = assembly.drawn(1);
        assembly.officer().post(Assembly.path(SETTLED_ELECTION) + "/voiding", Map.of("reason", "thử"));
        Assembly.sql("insert into season_targets values ('%s', 'abc', '%s', now())".formatted(assembly.season, HASH));
        SETTLED_COMPACT = assembly.officer()
                .post("/api/v1/compacts", newCompact(assembly.season))
                .id();
        assembly.officer().post("/api/v1/compacts/" + SETTLED_COMPACT + "/withdrawal", Map.of("reason", "thử"));
    }

    /** Where elections can be held; one for each relation. */
    private record Ground(UUID cluster, UUID season, UUID conference, List<UUID> members, Api officer) {}

    private VoteTargets() {}

    /** An election in which everybody has voted, and a compact that only the first member still has to sign. */
    record AllButClosed(Assembly assembly, UUID election, UUID compact) {
        Api.Answer lastSignature() {
            return sign(assembly, compact, 0);
        }
    }

    static AllButClosed allButClosed(Assembly assembly) {
        var election = assembly.opened(2);
        Assembly.sql("insert into season_targets values ('%s', 'abc', '%s', now())".formatted(assembly.season, HASH));
        var compact = assembly.officer()
                .post("/api/v1/compacts", newCompact(assembly.season))
                .id();
        for (int member = 0; member < assembly.members.size(); member++) {
            assembly.cast(election, member, assembly.unit(1));
            if (member > 0) {
                sign(assembly, compact, member);
            }
        }
        return new AllButClosed(assembly, election, compact);
    }

    /** A counted election and a signed compact, for whoever looks at what is published. */
    static void live() {
        var votes = allButClosed(Assembly.of(3));
        votes.lastSignature();
        votes.assembly().close(votes.election());
    }

    private static Api.Answer sign(Assembly assembly, UUID compact, int member) {
        var words = assembly.officer().get("/api/v1/compacts/" + compact).body();
        return assembly.leader(member)
                .post(
                        "/api/v1/compacts/" + compact + "/signatures",
                        Map.of(
                                "unitId",
                                assembly.unit(member),
                                "textSha256",
                                words.path("textSha256").asString()));
    }

    static boolean concerns(String path) {
        return path.startsWith("/api/v1/elections") || path.startsWith("/api/v1/compacts");
    }

    static AuthorisationIT.Target target(Row row, UUID organiser, @Nullable UUID head) {
        awaitDestroyedKeys();
        var ground = GROUNDS.computeIfAbsent(row.relation(), _ -> ground(organiser, head));
        if (row.path().startsWith("/api/v1/compacts")) {
            var season = Competition.season(ground.cluster());
            if (head != null) {
                Competition.headship(season, head, "HEAD");
            }
            Assembly.sql("insert into season_targets values ('%s', 'abc', '%s', now())".formatted(season, HASH));
            var id = row.path().equals("/api/v1/compacts")
                    ? NOBODY
                    : ground.officer()
                            .post("/api/v1/compacts", newCompact(season))
                            .id();
            return new AuthorisationIT.Target(season, id, ground.members().getFirst(), 1);
        }
        if (row.path().equals("/api/v1/elections")) {
            return new AuthorisationIT.Target(
                    ground.season(), ground.conference(), ground.members().getFirst(), 1);
        }
        var id = ground.officer()
                .post(
                        "/api/v1/elections",
                        newElection(
                                ground.season(),
                                ground.conference(),
                                ground.members().getFirst()))
                .id();
        if (row.state().equals("open")) {
            ground.officer().post(Assembly.path(id) + "/opening", null);
        }
        return new AuthorisationIT.Target(ground.season(), id, ground.members().getFirst(), 1);
    }

    static @Nullable Object body(String endpoint, AuthorisationIT.Target target) {
        return switch (endpoint) {
            case "POST /api/v1/elections" -> newElection(target.area(), target.id(), target.part());
            case "POST /api/v1/elections/{id}/ballots" -> Assembly.ballot(target.part(), target.part());
            case "POST /api/v1/elections/{id}/voiding",
                    "POST /api/v1/compacts/{id}/withdrawal",
                    "POST /api/v1/compacts/{id}/amendment" -> Map.of("reason", "thử");
            case "POST /api/v1/compacts" -> newCompact(target.area());
            case "POST /api/v1/compacts/{id}/signatures" -> Map.of("unitId", target.part(), "textSha256", HASH);
            case "PUT /api/v1/compacts/{id}/signatories/{unitId}" ->
                Map.of("capacities", List.of("Bí thư Đảng uỷ", "Chủ tịch UBND"));
            case "POST /api/v1/compacts/{id}/signed-files" -> Map.of("unitId", target.part(), "fileId", NOBODY);
            default -> null;
        };
    }

    /** Bodies that are well formed yet refused, because what they name is not there or settled. */
    static Map<String, Object> refused(String endpoint) {
        return switch (endpoint.substring(endpoint.lastIndexOf('/') + 1)) {
            case "elections" -> newElection(NOBODY, NOBODY, NOBODY);
            case "ballots" -> Assembly.ballot(NOBODY, NOBODY);
            case "compacts" -> newCompact(NOBODY);
            case "signatures" ->
                new HashMap<>(Map.of("unitId", NOBODY, "capacity", "Chủ tịch UBND", "textSha256", HASH));
            case "{unit}" -> new HashMap<>(Map.of("capacities", List.of("Bí thư Đảng uỷ", "Chủ tịch UBND")));
            case "signed-files" -> new HashMap<>(Map.of("unitId", NOBODY, "fileId", NOBODY));
            default -> new HashMap<>(Map.of("reason", "vì"));
        };
    }

    /** The note of a destroyed key moves by itself, a moment after an election has ended. */
    private static void awaitDestroyedKeys() {
        Eventually.within(
                Duration.ofSeconds(30),
                "the keys of ended elections are destroyed",
                () -> Assembly.text("""
                        select count(*) from election
                        where key_id is not null and key_destroyed_at is null and status in ('COUNTED', 'VOID')
                        """).equals("0"));
    }

    private static Ground ground(UUID organiser, @Nullable UUID head) {
        var cluster = Competition.cluster(organiser);
        var members =
                List.of(Competition.memberOf(cluster), Competition.memberOf(cluster), Competition.memberOf(cluster));
        var season = Competition.season(cluster);
        if (head != null) {
            Competition.member(cluster, head, "2026-01-01", null);
            Competition.headship(season, head, "HEAD");
        }
        Competition.open(season);
        var conference = Competition.conference(cluster, "2026-12-10", Map.of("ELECTION", season));
        var officer = PROVINCE.person(PROVINCE.holder(organiser, "STANDING_OFFICER", "UNIT"));
        return new Ground(cluster, season, conference, members, officer);
    }

    private static Map<String, Object> newElection(UUID season, UUID conference, UUID candidate) {
        var body = new HashMap<String, Object>();
        body.put("conferenceId", conference);
        body.put("seasonId", season);
        body.put("title", "Suy tôn đơn vị dẫn đầu");
        body.put("candidates", List.of(candidate));
        body.put("quorum", Map.of("numerator", 2, "denominator", 3));
        body.put("threshold", Map.of("numerator", 1, "denominator", 2));
        body.put("base", "PRESENT");
        return body;
    }

    private static Map<String, Object> newCompact(UUID season) {
        var body = new HashMap<String, Object>();
        body.put("seasonId", season);
        body.put("title", "Giao ước thi đua");
        body.put("preamble", "Chúng tôi cùng ký kết.");
        body.put("capacities", List.of());
        return body;
    }
}
