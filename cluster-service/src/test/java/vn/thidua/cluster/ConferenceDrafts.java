package vn.thidua.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.Api;

/** Papers of a conference in draft, as tests lay them before its units. */
final class ConferenceDrafts {
    private ConferenceDrafts() {}

    /** A report in words, for comments until the day of a conference of next month. */
    static Map<String, Object> newDraft(UUID conference) {
        var body = new HashMap<String, Object>();
        body.put("conferenceId", conference);
        body.put("kind", "REPORT");
        body.put("title", "Báo cáo tổng kết năm");
        body.put("text", "I. Kết quả\nII. Tồn tại");
        body.put("commentsUntil", Competition.nextMonth());
        return body;
    }

    static UUID laid(Api by, UUID conference) {
        var laid = by.post("/api/v1/drafts", newDraft(conference));
        if (laid.status() != 201) {
            throw new AssertionError("not laid: " + laid);
        }
        return laid.id();
    }

    static Map<String, Object> newVersion(String text) {
        var body = new HashMap<String, Object>();
        body.put("text", text);
        body.put("note", "tiếp thu ý kiến");
        return body;
    }

    static Map<String, Object> comment(UUID unit, @Nullable String place, String text) {
        var body = new HashMap<String, Object>();
        body.put("unitId", unit);
        body.put("place", place);
        body.put("text", text);
        return body;
    }

    static UUID said(Api by, UUID draft, UUID unit) {
        return Draft.ok(by.post(path(draft) + "/comments", comment(unit, null, "Nhất trí")))
                .id();
    }

    /** Lets the days for comments pass. */
    static void passDays(UUID draft) {
        Assembly.sql("update draft set comments_until = kit.business_today() - 1 where id = '%s'".formatted(draft));
    }

    static String path(UUID id) {
        return "/api/v1/drafts/" + id;
    }
}
