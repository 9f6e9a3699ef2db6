package vn.thidua.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Eventually;

/**
 * Season 2026 of the demo's living block, lived by its people through the gateway: from the frozen targets to the issued decision.
 * Every step finds what it needs by asking, so that it can be begun again where an earlier one was cut off.
 */
final class LivingSeason {
    /** Reported by the eighth member, which the demo left to people; the other seven are drafts in the demo. */
    static final String OWN_UNIT = "AB-X01";

    private final Person standing;
    private final Person officers;
    private final Person leaders;
    private final Person verifier;
    private final Person authority;
    private final Person clerk;
    private final Map<String, String> units = new LinkedHashMap<>();
    private final Map<String, String> indicators = new HashMap<>();
    private final String clusterId;
    private final String seasonId;

    /**
     * @param standing officer of the standing agency, who is the council's secretary too
     * @param officers holds the officer's mandate of all eight members
     * @param leaders holds the leader's mandate of all eight members
     */
    LivingSeason(Person standing, Person officers, Person leaders, Person verifier, Person authority, Person clerk) {
        this.standing = standing;
        this.officers = officers;
        this.leaders = leaders;
        this.verifier = verifier;
        this.authority = authority;
        this.clerk = clerk;
        clusterId = only(standing, "/api/v1/clusters?code=KHOI-XA").path("id").asString();
        seasonId = only(standing, "/api/v1/seasons?name=2026&clusterId=" + clusterId)
                .path("id")
                .asString();
        items(standing, "/api/v1/clusters/" + clusterId + "/members")
                .forEach(member -> units.put(
                        member.path("unitCode").asString(),
                        member.path("unitId").asString()));
        items(standing, "/api/v1/indicators?limit=200")
                .forEach(indicator -> indicators.put(
                        indicator.path("code").asString(), indicator.path("id").asString()));
    }

    String clusterId() {
        return clusterId;
    }

    String seasonId() {
        return seasonId;
    }

    String unit(String code) {
        return java.util.Objects.requireNonNull(units.get(code), () -> "no member " + code);
    }

    Map<String, String> units() {
        return units;
    }

    String indicator(String code) {
        return java.util.Objects.requireNonNull(indicators.get(code), () -> "no indicator " + code);
    }

    void freezeTargets() {
        var sheet = standing.get("/api/v1/targets/" + seasonId).ok();
        if (sheet.body().path("frozenAt").isNull()) {
            standing.post("/api/v1/targets/" + seasonId + "/freeze", Map.of()).ok();
        }
    }

    /** The compact's id; its words are the frozen targets, which reach cluster-service by the feed. */
    String draftCompact() {
        var found = items(standing, "/api/v1/compacts?seasonId=" + seasonId);
        if (!found.isEmpty()) {
            return found.getFirst().path("id").asString();
        }
        var made = new String[1];
        Eventually.within(Duration.ofSeconds(30), "the frozen targets are known to cluster-service", () -> {
            var answer = standing.post(
                    "/api/v1/compacts",
                    Map.of(
                            "seasonId",
                            seasonId,
                            "title",
                            "Giao ước thi đua năm 2026",
                            "preamble",
                            "Các đơn vị cùng cam kết."));
            if (answer.status() == 409) {
                return false;
            }
            made[0] = answer.ok().id();
            return true;
        });
        return made[0];
    }

    /** Every member's leader signs the words seen. */
    void signCompact(String compactId) {
        var compact = leaders.get("/api/v1/compacts/" + compactId).ok().body();
        for (var line : compact.path("board")) {
            if (line.path("signedAt").isNull()) {
                leaders.post(
                                "/api/v1/compacts/" + compactId + "/signatures",
                                Map.of(
                                        "unitId", line.path("unitId").asString(),
                                        "textSha256", compact.path("textSha256").asString()))
                        .ok();
            }
        }
        var signed = leaders.get("/api/v1/compacts/" + compactId).ok().body();
        assertThat(signed.path("status").asString()).isEqualTo("SIGNED");
    }

    String period(String kind) {
        return items(standing, "/api/v1/periods?seasonId=" + seasonId).stream()
                .filter(period -> period.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    /** The officer's report of a unit, begun if nobody has: the grid. */
    Person.Answer report(String periodId, String unitCode) {
        var begun = officers.post("/api/v1/reports", Map.of("periodId", periodId, "unitId", unit(unitCode)))
                .ok();
        return officers.get("/api/v1/reports/" + reportId(begun.body())).ok();
    }

    static String reportId(JsonNode grid) {
        return grid.path("report").path("id").asString();
    }

    static JsonNode row(JsonNode grid, String code) {
        for (var row : grid.path("rows")) {
            if (row.path("code").asString().equals(code)) {
                return row;
            }
        }
        throw new AssertionError("no indicator " + code + " in the grid");
    }

    /** What was promised, typed as reached; a paper stands behind the first figure. */
    String fillOwnReport() {
        var grid = report(period("YEAR"), OWN_UNIT).body();
        var id = reportId(grid);
        for (var row : grid.path("rows")) {
            if (!row.path("cell").path("value").isNull()) {
                continue;
            }
            var evidence = row.path("code").asString().equals("KX-01")
                            || row.path("evidenceRequired").asBoolean()
                    ? List.of(evidence())
                    : List.of();
            officers.put(
                            "/api/v1/reports/" + id + "/cells/"
                                    + row.path("indicatorId").asString(),
                            Map.of(
                                    "value",
                                    promised(row),
                                    "notApplicable",
                                    false,
                                    "actuality",
                                    "ACTUAL",
                                    "evidence",
                                    evidence),
                            "\"" + row.path("cell").path("version").asLong() + "\"")
                    .ok();
        }
        return id;
    }

    private String evidence() {
        return officers.upload(
                        "/api/v1/files/indicator?name=bao-cao-thu-ngan-sach.txt",
                        "Báo cáo thu ngân sách năm 2026 (minh hoạ)\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .ok()
                .id();
    }

    private static BigDecimal promised(JsonNode row) {
        for (var name : List.of("registered", "assigned")) {
            if (row.path(name).isNumber()) {
                return row.path(name).decimalValue();
            }
        }
        return switch (row.path("valueKind").asString()) {
            case "DAYS_LATE" -> BigDecimal.ZERO;
            default -> BigDecimal.ONE;
        };
    }

    /** Every member's leader hands the year's report in. */
    void submitReports() {
        for (var unitCode : units.keySet()) {
            var grid = report(period("YEAR"), unitCode).body();
            var state = grid.path("report").path("state").asString();
            if (!state.equals("SUBMITTED") && !state.equals("ACCEPTED")) {
                leaders.post("/api/v1/reports/" + reportId(grid) + "/submission", Map.of())
                        .ok();
            }
        }
    }

    /** The department corrects one figure and says why; the agency accepts all reports. */
    void verifyAndAccept() {
        var grid = report(period("YEAR"), OWN_UNIT).body();
        var first = row(grid, "KX-01");
        if (first.path("verified").isNull()) {
            verifier.post(
                            "/api/v1/reports/" + reportId(grid) + "/verifications",
                            Map.of(
                                    "indicatorId", first.path("indicatorId").asString(),
                                    "value",
                                            first.path("cell")
                                                    .path("value")
                                                    .decimalValue()
                                                    .subtract(BigDecimal.ONE),
                                    "reason", "Kho bạc xác nhận thấp hơn 1 tỷ đồng"))
                    .ok();
        }
        for (var unitCode : units.keySet()) {
            var report = report(period("YEAR"), unitCode).body();
            if (!report.path("report").path("state").asString().equals("ACCEPTED")) {
                standing.post("/api/v1/reports/" + reportId(report) + "/acceptance", Map.of())
                        .ok();
            }
        }
    }

    /** The frozen scoresheet's id. */
    String freezeScoresheet() {
        var sheet = only(standing, "/api/v1/scoresheets?seasonId=" + seasonId);
        var id = sheet.path("id").asString();
        if (!sheet.path("status").asString().equals("FROZEN")) {
            var etag = standing.get("/api/v1/scoresheets/" + id).ok().etag();
            standing.post("/api/v1/scoresheets/" + id + "/freeze", Map.of(), etag)
                    .ok();
        }
        return id;
    }

    /** What the own unit thinks of its first criterion, beside what the figures say. */
    void scoreOneself(String scoresheetId) {
        var path = "/api/v1/scores?scoresheetId=" + scoresheetId + "&unitId=" + unit(OWN_UNIT);
        var first = officers.get(path).ok().body().path("criteria").path(0);
        if (first.path("self").isNull()) {
            officers.put(
                            "/api/v1/scores/" + scoresheetId + "/" + unit(OWN_UNIT) + "/"
                                    + first.path("code").asString() + "/self",
                            Map.of("points", first.path("maximum").decimalValue(), "note", "Đạt kế hoạch"),
                            "\"0\"")
                    .ok();
        }
    }

    /** The published ranking's id. */
    String rankAndPublish(String scoresheetId) {
        var rankings = items(standing, "/api/v1/rankings?seasonId=" + seasonId);
        var published = rankings.stream()
                .filter(ranking -> ranking.path("status").asString().equals("PUBLISHED"))
                .findFirst();
        if (published.isPresent()) {
            return published.get().path("id").asString();
        }
        var ranking = rankings.isEmpty()
                ? standing.post("/api/v1/rankings", Map.of("scoresheetId", scoresheetId))
                        .ok()
                        .id()
                : rankings.getFirst().path("id").asString();
        var etag = standing.get("/api/v1/rankings/" + ranking).ok().etag();
        var done = standing.post("/api/v1/rankings/" + ranking + "/publication", Map.of("confirm", "2026"), etag)
                .ok();
        assertThat(done.body().path("status").asString()).isEqualTo("PUBLISHED");
        return ranking;
    }

    String yearEndConference() {
        return items(standing, "/api/v1/conferences?seasonId=" + seasonId).stream()
                .filter(conference -> conference.path("title").asString().contains("tổng kết"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    /** Draws up and opens the election of the leading unit. */
    String openElection() {
        var conference = yearEndConference();
        var found = items(standing, "/api/v1/elections?seasonId=" + seasonId);
        var id = found.isEmpty()
                ? standing.post(
                                "/api/v1/elections",
                                Map.of(
                                        "conferenceId",
                                        conference,
                                        "seasonId",
                                        seasonId,
                                        "title",
                                        "Bầu đơn vị dẫn đầu Khối năm 2026",
                                        "candidates",
                                        List.of(unit(OWN_UNIT), unit("AB-X02"), unit("AB-P02")),
                                        "quorum",
                                        Map.of("numerator", 2, "denominator", 3),
                                        "threshold",
                                        Map.of("numerator", 1, "denominator", 2),
                                        "base",
                                        "PRESENT"))
                        .ok()
                        .id()
                : found.getFirst().path("id").asString();
        var status = standing.get("/api/v1/elections/" + id).ok().body().path("status");
        if (status.asString().equals("DRAFT")) {
            standing.post("/api/v1/elections/" + id + "/opening", Map.of()).ok();
        }
        return id;
    }

    /** One ballot a member, by its leader: five for the own unit, two for another, one blank. Casting again changes nothing. */
    Map<String, String> castBallots(String electionId) {
        var receipts = new LinkedHashMap<String, String>();
        int number = 0;
        for (var unitId : units.values()) {
            var ballot = new HashMap<String, Object>();
            ballot.put("unitId", unitId);
            ballot.put("choice", number < 5 ? unit(OWN_UNIT) : number < 7 ? unit("AB-X02") : null);
            number++;
            receipts.put(
                    unitId,
                    leaders.post("/api/v1/elections/" + electionId + "/ballots", ballot)
                            .ok()
                            .body()
                            .path("receipt")
                            .asString());
        }
        return receipts;
    }

    /** Closes the session; gives back the counted election. */
    JsonNode countBallots(String electionId) {
        var path = "/api/v1/elections/" + electionId;
        if (standing.get(path).ok().body().path("status").asString().equals("OPEN")) {
            standing.post(path + "/closing", Map.of()).ok();
        }
        return standing.get(path).ok().body();
    }

    /** Nominates the elected unit for the provincial flag and hands the nomination in. */
    String nominate() {
        var candidate = new JsonNode[1];
        Eventually.within(Duration.ofSeconds(30), "award-service knows the election's outcome", () -> {
            candidate[0] = standing.get("/api/v1/candidates?seasonId=" + seasonId)
                    .ok()
                    .body()
                    .path("items")
                    .path(0);
            return candidate[0].has("unitId");
        });
        var unitId = candidate[0].path("unitId").asString();
        var award = items(standing, "/api/v1/awards").stream()
                .filter(rule -> rule.path("code").asString().equals("CO-THI-DUA-TINH"))
                .findFirst()
                .orElseThrow();
        var found = items(standing, "/api/v1/nominations?seasonId=" + seasonId);
        var id = found.isEmpty()
                ? standing.post(
                                "/api/v1/nominations",
                                Map.of(
                                        "awardId",
                                        award.path("id").asString(),
                                        "seasonId",
                                        seasonId,
                                        "unitId",
                                        unitId,
                                        "achievements",
                                        "Dẫn đầu Khối thi đua các xã, phường số 1 năm 2026"))
                        .ok()
                        .id()
                : found.getFirst().path("id").asString();
        var nomination = standing.get("/api/v1/nominations/" + id).ok().body();
        if (nomination.path("state").asString().equals("DRAFT")) {
            standing.post("/api/v1/nominations/" + id + "/submission", Map.of("declarations", declarations(nomination)))
                    .ok();
        }
        return id;
    }

    /** What the system cannot know, a person declares by name. */
    private static List<Map<String, Object>> declarations(JsonNode nomination) {
        var declared = new ArrayList<Map<String, Object>>();
        for (var finding : nomination.path("eligibility").path("findings")) {
            if (finding.path("outcome").asString().equals("UNKNOWN")) {
                declared.add(Map.of(
                        "number", finding.path("number").asInt(),
                        "statement", "Đã kiểm tra, đủ điều kiện",
                        "declaredBy", "Dương Văn Hội Đồng"));
            }
        }
        return declared;
    }

    void giveOpinion(String nominationId) {
        if (standing.get("/api/v1/nominations/" + nominationId)
                .ok()
                .body()
                .path("state")
                .asString()
                .equals("SUBMITTED")) {
            standing.post(
                            "/api/v1/nominations/" + nominationId + "/opinions",
                            Map.of(
                                    "councilUnitId",
                                    province(),
                                    "heldOn",
                                    "2026-12-28",
                                    "minutesNumber",
                                    "45/BB-HĐTĐKT",
                                    "present",
                                    8,
                                    "eligible",
                                    9,
                                    "votesFor",
                                    8,
                                    "votesAgainst",
                                    0,
                                    "conclusion",
                                    "AGREE",
                                    "departsFromCandidates",
                                    false))
                    .ok();
        }
    }

    /** Drafted by the agency, signed by the authority, numbered by the clerk: gives back the issued decision. */
    JsonNode decide(String nominationId) {
        var found = items(standing, "/api/v1/decisions").stream()
                .filter(decision -> decision.path("nominationIds").toString().contains(nominationId))
                .findFirst();
        var id = found.map(decision -> decision.path("id").asString())
                .orElseGet(() -> standing.post(
                                "/api/v1/decisions",
                                Map.of(
                                        "authorityUnitId",
                                        province(),
                                        "title",
                                        "Quyết định tặng Cờ thi đua của Ủy ban nhân dân tỉnh năm 2026",
                                        "grounds",
                                        "Theo đề nghị của Hội đồng Thi đua - Khen thưởng tỉnh",
                                        "nominationIds",
                                        List.of(nominationId)))
                        .ok()
                        .id());
        var path = "/api/v1/decisions/" + id;
        if (state(path).equals("DRAFT")) {
            authority
                    .post(
                            path + "/signature",
                            Map.of(
                                    "signerName", "Lý Thị Chủ Tịch",
                                    "signerOffice", "Chủ tịch Ủy ban nhân dân tỉnh",
                                    "signedOn", "2026-12-28"))
                    .ok();
        }
        if (state(path).equals("SIGNED")) {
            clerk.post(path + "/number", Map.of("number", "2026/QĐ-UBND")).ok();
        }
        return standing.get(path).ok().body();
    }

    private String state(String path) {
        return standing.get(path).ok().body().path("state").asString();
    }

    String province() {
        return items(standing, "/api/v1/units?level=PROVINCE&q=AB").stream()
                .filter(unit -> unit.path("code").asString().equals("AB"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    static JsonNode only(Person person, String path) {
        var found = items(person, path);
        assertThat(found).as(path).hasSize(1);
        return found.getFirst();
    }

    static List<JsonNode> items(Person person, String path) {
        var body = person.get(path).ok().body();
        var all = new ArrayList<JsonNode>();
        (body.isArray() ? body : body.path("items")).forEach(all::add);
        return all;
    }
}
