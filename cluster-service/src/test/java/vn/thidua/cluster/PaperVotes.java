package vn.thidua.cluster;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.thidua.kit.test.Api;

/** Votes on paper, as their tellers record them. */
final class PaperVotes {
    private static final Province PROVINCE = Province.instance();
    private static final byte[] SCAN = "%PDF-1.7 biên bản kiểm phiếu đã ký".getBytes(StandardCharsets.UTF_8);

    private PaperVotes() {}

    /** Somebody new of the counting board there. */
    static Api teller(UUID unit) {
        return PROVINCE.person(PROVINCE.holder(unit, "TELLER", "UNIT"));
    }

    static UUID scan(Api by) {
        return file(by, SCAN);
    }

    static UUID file(Api by, byte[] content) {
        var taken = by.with("Content-Type", "application/octet-stream")
                .post("/api/v1/files/cluster?name=bien-ban.pdf", content);
        if (taken.status() != 201) {
            throw new AssertionError("not taken: " + taken);
        }
        return taken.id();
    }

    /** All ballots handed out came back, one of them invalid and one blank. */
    static Map<String, Object> newCount(String kind, UUID poll, UUID scan, Map<?, Integer> votes) {
        var body = new HashMap<String, Object>();
        var chosen = votes.values().stream().mapToInt(Integer::intValue).sum();
        body.put("kind", kind);
        body.put("pollId", poll);
        body.put("issued", chosen + 2);
        body.put("collected", chosen + 2);
        body.put("valid", chosen + 1);
        body.put("invalid", 1);
        body.put("blank", 1);
        var options = new ArrayList<Map<String, Object>>();
        votes.forEach((option, n) -> options.add(Map.of("option", option.toString(), "votes", n)));
        body.put("votes", List.copyOf(options));
        body.put("fileId", scan);
        return body;
    }

    /** A count of an election that its first candidate wins, recorded by a new teller. */
    static UUID recorded(UUID teller, UUID election, UUID first, UUID second) {
        var by = teller(teller);
        var body = newCount("ELECTION", election, scan(by), Map.of(first, 3, second, 0));
        return Draft.ok(by.post("/api/v1/paper-counts", body)).id();
    }

    static String confirmation(UUID count) {
        return "/api/v1/paper-counts/" + count + "/confirmation";
    }

    static String rejection(UUID count) {
        return "/api/v1/paper-counts/" + count + "/rejection";
    }
}
