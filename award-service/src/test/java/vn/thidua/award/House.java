package vn.thidua.award;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.feed.FeedEvent;
import vn.thidua.kit.feed.FeedHandler;
import vn.thidua.kit.replica.MandateCopy;
import vn.thidua.kit.replica.UnitEvent;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.KnownMandates;
import vn.thidua.kit.test.ServiceUnderTest;
import vn.thidua.kit.test.TestIssuer;

/** A province with a khối of three communes, and one caller of each kind. Events are put in as the feeds would bring them. */
final class House {
    static final String PUBLIC = "https://thidua.test";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final House INSTANCE = new House();

    final ServiceUnderTest service = ServiceUnderTest.start(
            AwardService.class, Map.of("thidua.feed.sources", "", "thidua.documents.public-url", PUBLIC));
    final KnownMandates known = new KnownMandates(service);
    final UUID province = unit("AB", "Tỉnh An Bình (minh hoạ)", null);
    final List<UUID> communes = List.of(
            unit("AB-X01", "Xã Suối Mây (minh hoạ)", province),
            unit("AB-X02", "Xã Đồng Sen (minh hoạ)", province),
            unit("AB-X03", "Phường Vườn Quế (minh hoạ)", province));
    final Side own = new Side(province, communes);
    final Side other = otherSide();

    /** A province with its communes, all of one khối. */
    record Side(UUID province, List<UUID> communes) {
        UUID first() {
            return communes.getFirst();
        }
    }

    private House() {
        known.confirmed(0);
    }

    private Side otherSide() {
        var id = unit("CD", "Tỉnh Cửu Đỉnh", null);
        return new Side(id, List.of(unit("CD-X01", "Xã Ngoài", id)));
    }

    static House instance() {
        return INSTANCE;
    }

    /** Somebody new with one mandate. */
    Api holder(UUID unit, String role, String scope) {
        var account = role.toLowerCase(java.util.Locale.ROOT) + "-" + NUMBER.incrementAndGet();
        known.person(account, unit, role, scope);
        return service.api().as(TestIssuer.instance().person(account));
    }

    Api standingOfficer() {
        return standingOfficer(own);
    }

    Api standingOfficer(Side side) {
        return holder(side.province(), "STANDING_OFFICER", "SUBTREE");
    }

    Api authority() {
        return authority(own);
    }

    Api authority(Side side) {
        return holder(side.province(), "AWARDING_AUTHORITY", "UNIT");
    }

    Api clerk() {
        return clerk(own);
    }

    Api clerk(Side side) {
        return holder(side.province(), "CLERK", "UNIT");
    }

    UUID unit(String code, String name, @Nullable UUID parent) {
        var id = UUID.randomUUID();
        var states = List.of(new UnitEvent.State(LocalDate.of(2020, 1, 1), null, name, parent));
        var copy = service.bean(MandateCopy.class);
        new TransactionTemplate(service.bean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> copy.put(id, 1, new UnitEvent(code, states)));
        return id;
    }

    /** Hands an event to the service's own handlers, as the readers of the feeds do. */
    void event(String type, UUID id, Object data) {
        var event = new FeedEvent(
                1, type, id, 1, "vn.thidua." + type + ".told", null, JSON.valueToTree(data), Instant.now());
        var handler = service.bean(
                switch (type) {
                    case "ranking" -> "rankingCopy";
                    case "lineage" -> "lineageCopy";
                    default -> "clusterCopy";
                },
                FeedHandler.class);
        new TransactionTemplate(service.bean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> handler.apply(event));
    }

    /** An event of which units came out of others. */
    UUID lineage(String kind, LocalDate from, List<UUID> predecessors, List<UUID> successors) {
        var id = UUID.randomUUID();
        lineage(id, kind, from, predecessors, successors, false);
        return id;
    }

    void lineage(
            UUID id, String kind, LocalDate from, List<UUID> predecessors, List<UUID> successors, boolean withdrawn) {
        var lineage = new HashMap<String, Object>();
        lineage.put("kind", kind);
        lineage.put("effectiveFrom", from.toString());
        lineage.put("decision", "Nghị quyết " + from.getYear());
        lineage.put("predecessors", predecessors);
        lineage.put("successors", successors);
        lineage.put("withdrawn", withdrawn);
        event("lineage", id, PublishedEvents.data("lineage", lineage));
    }

    UUID cluster(UUID organiser, List<UUID> members) {
        var id = UUID.randomUUID();
        var cluster = new HashMap<String, Object>();
        cluster.put("code", "K" + NUMBER.incrementAndGet());
        cluster.put("name", "Khối thi đua các xã, phường số 1");
        cluster.put("organiserId", organiser);
        cluster.put("members", members.stream().map(House::member).toList());
        event("cluster", id, PublishedEvents.data("cluster", cluster));
        return id;
    }

    /**
     * A living season of 2026.
     *
     * @param candidateRule null for a season without a regulation
     */
    UUID season(UUID cluster, UUID organiser, @Nullable String candidateRule, String tieRule) {
        return season(cluster, organiser, "LIVE", candidateRule, tieRule);
    }

    UUID season(UUID cluster, UUID organiser, String mode, @Nullable String candidateRule, String tieRule) {
        var id = UUID.randomUUID();
        var season = new HashMap<String, @Nullable Object>();
        season.put("clusterId", cluster);
        season.put("organiserId", organiser);
        season.put("mode", mode);
        season.put("state", "OPEN");
        season.put("headships", List.of());
        season.put(
                "regulation",
                candidateRule == null
                        ? null
                        : Map.of(
                                "candidateRule", candidateRule, "tieRule", tieRule, "status", "ADOPTED", "version", 1));
        event("season", id, PublishedEvents.data("season", season));
        return id;
    }

    /** A season recorded after the fact, whose regulation is known and its rules are not stated. */
    UUID regulationWithoutRules(UUID cluster, UUID organiser) {
        var id = UUID.randomUUID();
        var regulation = new HashMap<String, @Nullable Object>();
        regulation.put("candidateRule", null);
        regulation.put("tieRule", null);
        regulation.put("status", "ADOPTED");
        regulation.put("version", 1);
        event(
                "season",
                id,
                PublishedEvents.data(
                        "season",
                        Map.of(
                                "clusterId",
                                cluster,
                                "organiserId",
                                organiser,
                                "mode",
                                "RECORDED",
                                "state",
                                "CLOSED",
                                "regulation",
                                regulation)));
        return id;
    }

    /** A season in which the side's first commune was elected. */
    UUID seasonWithElected(Side side) {
        var cluster = cluster(side.province(), side.communes());
        var season = season(cluster, side.province(), "ELECTED", "BALLOT");
        election(season, cluster, side.first());
        return season;
    }

    UUID election(UUID season, UUID cluster, @Nullable UUID elected) {
        var id = UUID.randomUUID();
        var election = new HashMap<String, @Nullable Object>();
        election.put("seasonId", season);
        election.put("clusterId", cluster);
        election.put("electedUnitId", elected);
        election.put("closedAt", "2026-11-20T03:00:00Z");
        event("election", id, PublishedEvents.data("election", election));
        return id;
    }

    /** An election that ended without a count. */
    UUID voided(UUID season, UUID cluster) {
        var id = UUID.randomUUID();
        var election = new HashMap<String, @Nullable Object>();
        election.put("seasonId", season);
        election.put("clusterId", cluster);
        election.put("status", "VOID");
        election.put("electedUnitId", null);
        election.put("votes", Map.of());
        election.put("cast", null);
        election.put("blank", null);
        election.put("closedAt", "2026-11-20T04:00:00Z");
        event("election", id, PublishedEvents.data("election", election));
        return id;
    }

    /** @param ranks of units, in the order of rank */
    UUID ranking(UUID season, UUID cluster, Map<UUID, Integer> ranks) {
        var id = UUID.randomUUID();
        var rows = new ArrayList<Map<String, Object>>();
        ranks.forEach((unit, rank) ->
                rows.add(Map.of("unitId", unit.toString(), "rank", rank, "points", new java.math.BigDecimal("91.25"))));
        event(
                "ranking",
                id,
                Map.of(
                        "seasonId", season.toString(),
                        "clusterId", cluster.toString(),
                        "scoresheetId", UUID.randomUUID().toString(),
                        "status", "PUBLISHED",
                        "rows", rows));
        return id;
    }

    /** The body of a rule row for the provincial flag; change it as needed. */
    Map<String, Object> flagRule(UUID unit) {
        var rule = new HashMap<String, Object>();
        rule.put("unitId", unit);
        rule.put("code", "CO-TINH-" + NUMBER.incrementAndGet());
        rule.put("name", "Cờ thi đua của Ủy ban nhân dân tỉnh");
        rule.put("kind", "TITLE");
        rule.put("level", "PROVINCE");
        rule.put("subject", "COLLECTIVE");
        rule.put("decidedBy", "Chủ tịch Ủy ban nhân dân tỉnh An Bình");
        rule.put(
                "standard",
                List.of(
                        Map.of("type", "LEADER_OF_CLUSTER"),
                        Map.of("type", "TARGETS_EXCEEDED"),
                        Map.of("type", "NOT_UNDER_DISCIPLINE")));
        rule.put("effectiveFrom", "2024-01-01");
        rule.put("effectiveTo", null);
        rule.put("source", "Luật 06/2022/QH15, Điều 26 (chưa đối chiếu nguyên văn)");
        rule.put("verified", false);
        return rule;
    }

    UUID flag() {
        return flag(own);
    }

    UUID flag(Side side) {
        return created(standingOfficer(side).post("/api/v1/awards", flagRule(side.province())));
    }

    static Map<String, Object> nomination(UUID award, UUID season, UUID unit) {
        var body = new HashMap<String, Object>();
        body.put("awardId", award);
        body.put("seasonId", season);
        body.put("unitId", unit);
        body.put("achievements", "Hoàn thành vượt mức 12/12 chỉ tiêu, dẫn đầu khối.");
        body.put("citation", null);
        return body;
    }

    /** Declares the second and third condition of the flag. */
    static Map<String, Object> submission(@Nullable String departureReason) {
        var body = new HashMap<String, Object>();
        body.put(
                "declarations",
                List.of(
                        declaration(2, "Vượt mức tất cả các chỉ tiêu được giao"),
                        declaration(3, "Không có cá nhân, tập thể bị kỷ luật hoặc đang bị xem xét")));
        body.put("departureReason", departureReason);
        return body;
    }

    static Map<String, Object> declaration(int number, String statement) {
        return Map.of("number", number, "statement", statement, "declaredBy", "Phạm Thị Lãnh Đạo, Chủ tịch UBND xã");
    }

    static Map<String, Object> opinion(UUID council, boolean agrees, boolean departs, @Nullable String reason) {
        var body = new HashMap<String, Object>();
        body.put("councilUnitId", council);
        body.put("heldOn", today().minusDays(1));
        body.put("minutesNumber", "15/BB-HĐTĐKT");
        body.put("present", 11);
        body.put("eligible", 13);
        body.put("votesFor", agrees ? 11 : 2);
        body.put("votesAgainst", agrees ? 0 : 9);
        body.put("conclusion", agrees ? "AGREE" : "DISAGREE");
        body.put("departsFromCandidates", departs);
        body.put("reason", reason);
        return body;
    }

    static Map<String, Object> decision(UUID authority, List<UUID> nominations) {
        var body = new HashMap<String, Object>();
        body.put("authorityUnitId", authority);
        body.put("title", "Về việc tặng Cờ thi đua của Ủy ban nhân dân tỉnh năm 2026");
        body.put("grounds", "Căn cứ Luật Thi đua, khen thưởng; theo đề nghị của Hội đồng Thi đua - Khen thưởng tỉnh.");
        body.put("nominationIds", nominations);
        return body;
    }

    static Map<String, Object> signature() {
        return Map.of("signerName", "Nguyễn Văn Thẩm Quyền", "signerOffice", "Chủ tịch", "signedOn", today());
    }

    static Map<String, Object> number() {
        return Map.of("number", NUMBER.incrementAndGet() + "/QĐ-UBND");
    }

    /** A drafted nomination of the elected commune. */
    UUID nominated(Side side) {
        return created(standingOfficer(side)
                .post("/api/v1/nominations", nomination(flag(side), seasonWithElected(side), side.first())));
    }

    UUID submitted(Side side) {
        var id = nominated(side);
        ok(standingOfficer(side).post("/api/v1/nominations/" + id + "/submission", submission(null)));
        return id;
    }

    /** A nomination to which the council agreed. */
    UUID advised(Side side) {
        var id = submitted(side);
        ok(standingOfficer(side)
                .post("/api/v1/nominations/" + id + "/opinions", opinion(side.province(), true, false, null)));
        return id;
    }

    UUID drafted(Side side) {
        return created(
                standingOfficer(side).post("/api/v1/decisions", decision(side.province(), List.of(advised(side)))));
    }

    UUID signed(Side side) {
        var id = drafted(side);
        ok(authority(side).post("/api/v1/decisions/" + id + "/signature", signature()));
        return id;
    }

    UUID issued(Side side) {
        var id = signed(side);
        ok(clerk(side).post("/api/v1/decisions/" + id + "/number", number()));
        return id;
    }

    /** The document of a decision that was just issued. */
    JsonNode document(Side side) {
        return standingOfficer(side)
                .get("/api/v1/award-documents?decisionId=" + issued(side))
                .body()
                .path("items")
                .path(0);
    }

    /** An honour of the past as its source prints it. */
    static Map<String, Object> honour(UUID register) {
        var body = new HashMap<String, Object>();
        body.put("registerUnitId", register);
        body.put("awardName", "Cờ thi đua");
        body.put("awardId", null);
        body.put("recipientUnitId", null);
        body.put("recipientText", "Đơn vị thứ " + NUMBER.incrementAndGet());
        body.put("givenBy", "UBND tỉnh");
        body.put("seasonId", null);
        body.put("givenOn", null);
        body.put("decisionNumber", null);
        body.put("decisionDate", null);
        body.put("provenance", "IN_DOCUMENT");
        body.put("source", "003, trang 1");
        return body;
    }

    static Map<String, Object> revocation() {
        return Map.of(
                "ground", "FRAUD",
                "decisionNumber", "99/QĐ-UBND",
                "decidedOn", today(),
                "reason", "Kê khai gian dối thành tích");
    }

    static LocalDate today() {
        return LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    static UUID created(Api.Answer answer) {
        if (answer.status() != 201) {
            throw new AssertionError("not created: " + answer);
        }
        return answer.id();
    }

    static Api.Answer ok(Api.Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError("not done: " + answer);
        }
        return answer;
    }

    private static Map<String, Object> member(UUID unit) {
        var member = new HashMap<String, Object>();
        member.put("unitId", unit.toString());
        member.put("from", "2025-07-01");
        member.put("until", null);
        return member;
    }
}
