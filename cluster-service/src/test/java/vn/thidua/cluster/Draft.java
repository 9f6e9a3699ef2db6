package vn.thidua.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.Api;

/** Draft regulations before the members, as tests lay them there. */
final class Draft {
    static final String TEXT = "Điều 1. Nguyên tắc\nCông khai, dân chủ.\n\nĐiều 2. Bình xét\nMỗi đơn vị một phiếu.";

    private Draft() {}

    /** Writes a draft as the season's next version. */
    static void written(Api by, UUID season, String title, @Nullable String text) {
        var version = by.get("/api/v1/seasons/" + season).body().path("version").asLong();
        var body = Competition.newRegulation();
        body.put("status", "DRAFT");
        body.put("title", title);
        body.put("text", text);
        ok(by.put("/api/v1/seasons/" + season + "/regulation", version, body));
    }

    /** A season's first draft before the members, for comments until far off. */
    static UUID begun(Api by, UUID season) {
        written(by, season, "Dự thảo quy chế", TEXT);
        var begun = by.post("/api/v1/deliberations", newDeliberation(season, 1));
        if (begun.status() != 201) {
            throw new AssertionError("not begun: " + begun);
        }
        return begun.id();
    }

    static Map<String, Object> newDeliberation(UUID season, int draft) {
        var body = new HashMap<String, Object>();
        body.put("seasonId", season);
        body.put("draft", draft);
        body.put("commentsUntil", "2199-06-30");
        return body;
    }

    static Map<String, Object> comment(UUID unit, @Nullable Integer paragraph, String text) {
        var body = new HashMap<String, Object>();
        body.put("unitId", unit);
        body.put("paragraph", paragraph);
        body.put("text", text);
        return body;
    }

    static Map<String, Object> answer(String outcome) {
        return new HashMap<>(Map.of("outcome", outcome, "reason", "theo ý kiến chung"));
    }

    /** Two thirds must vote, half of those present must be for it. */
    static Map<String, Object> voting(int number) {
        var body = new HashMap<String, Object>();
        body.put("number", number);
        body.put("quorum", Map.of("numerator", 2, "denominator", 3));
        body.put("threshold", Map.of("numerator", 1, "denominator", 2));
        body.put("base", "PRESENT");
        return body;
    }

    /** Lets the days for comments pass. */
    static void passDays(UUID deliberation) {
        Assembly.sql("""
                set session_replication_role = replica;
                update deliberation set comments_until = kit.business_today() - 1 where id = '%s';
                set session_replication_role = origin
                """.formatted(deliberation));
    }

    /** The draft put to the vote, without a comment. */
    static UUID putToTheVote(Api by, UUID season) {
        var id = begun(by, season);
        passDays(id);
        ok(by.post(path(id) + "/voting", voting(1)));
        return id;
    }

    static String path(UUID id) {
        return "/api/v1/deliberations/" + id;
    }

    static Api.Answer ok(Api.Answer answer) {
        if (answer.status() != 200 && answer.status() != 201) {
            throw new AssertionError("not done: " + answer);
        }
        return answer;
    }
}
