package vn.thidua.indicator;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.TestIssuer;

/** A season of a khối with an organiser, a head and two more members, lived through the API by their own people. */
final class LivingSeason {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final Catalogue catalogue;
    final UUID organiser;
    final UUID head;
    final UUID first;
    final UUID second;
    final UUID cluster;
    final UUID id;
    final List<UUID> indicators = new ArrayList<>();
    private final Set<UUID> answered = new HashSet<>();
    private final Set<UUID> levelled = new HashSet<>();
    private final KnownSeasons known;

    LivingSeason(Catalogue catalogue) {
        this(catalogue, "LIVE", unit(catalogue), unit(catalogue), unit(catalogue), unit(catalogue));
    }

    LivingSeason(Catalogue catalogue, String mode, UUID organiser, UUID head, UUID first, UUID second) {
        this.catalogue = catalogue;
        this.organiser = organiser;
        this.head = head;
        this.first = first;
        this.second = second;
        this.cluster = UUID.randomUUID();
        this.known = new KnownSeasons(catalogue.service);
        known.cluster(
                cluster,
                organiser,
                Map.of(
                        head,
                        "2020-01-01/",
                        first,
                        "2020-01-01/",
                        second,
                        "2020-01-01/",
                        unit(catalogue),
                        "2019-01-01/2020-01-01"));
        id = known.season(cluster, organiser, mode, "OPEN", head);
    }

    private LivingSeason(LivingSeason before, UUID id) {
        this.catalogue = before.catalogue;
        this.organiser = before.organiser;
        this.head = before.head;
        this.first = before.first;
        this.second = before.second;
        this.cluster = before.cluster;
        this.known = before.known;
        this.id = id;
    }

    /** Another season of the same cluster and people. */
    LivingSeason next(String from, String until) {
        return new LivingSeason(this, known.seasonOf(cluster, organiser, head, "LIVE", from, until));
    }

    static UUID unit(Catalogue catalogue) {
        return catalogue.known.unit("K%04d".formatted(NUMBER.incrementAndGet()), null);
    }

    void closed() {
        known.seasonAgain(id, cluster, organiser, "LIVE", "CLOSED", head);
    }

    /** @param regulation its status */
    void figuresAreShared(String regulation) {
        known.figuresAreShared(id, cluster, organiser, head, regulation);
    }

    /** @param rule who sees what is published, or null where the regulation does not say */
    LivingSeason resultsAre(@Nullable String rule) {
        return resultsAre(rule, head);
    }

    /** The same in a season that another unit turns out to have headed. */
    LivingSeason resultsAre(@Nullable String rule, UUID headedBy) {
        known.resultsAre(id, cluster, organiser, headedBy, rule, "2026");
        return this;
    }

    /** Somebody new with that role at that unit. */
    Api at(UUID unit, String role) {
        var account = "somebody-" + NUMBER.incrementAndGet();
        catalogue.known.person(account, unit, role, "UNIT");
        return catalogue.service.api().as(TestIssuer.instance().person(account));
    }

    Api standing() {
        return at(organiser, "STANDING_OFFICER");
    }

    Api officer(UUID unit) {
        return at(unit, "UNIT_OFFICER");
    }

    Api leader(UUID unit) {
        return at(unit, "UNIT_LEADER");
    }

    /** An indicator in the organiser's catalogue. */
    UUID indicator(String kind, String direction, int decimals, boolean evidence) {
        var body = new HashMap<>(Catalogue.newIndicator(organiser));
        body.put("valueKind", kind);
        body.put("direction", direction);
        body.put("decimals", decimals);
        body.put("evidenceRequired", evidence);
        var id = created(standing().post("/api/v1/indicators", body)).id();
        indicators.add(id);
        if (kind.equals("YES_NO")) {
            answered.add(id);
        }
        return id;
    }

    /** Another indicator, answered with the name of a level, the lowest first. */
    UUID levels(String... names) {
        var body = new HashMap<>(Catalogue.newIndicator(organiser));
        body.putAll(Map.of("valueKind", "LEVEL", "levels", List.of(names)));
        var id = created(standing().post("/api/v1/indicators", body)).id();
        indicators.add(id);
        levelled.add(id);
        return id;
    }

    /** Another indicator, computed: twice as many as of that one. */
    UUID twice(UUID indicator) {
        var code = standing()
                .get("/api/v1/indicators/" + indicator)
                .body()
                .path("code")
                .asString();
        var body = new HashMap<>(Catalogue.newIndicator(organiser));
        body.putAll(Map.of("valueKind", "COUNT", "decimals", 0, "formula", "[" + code + "] × 2"));
        return created(standing().post("/api/v1/indicators", body)).id();
    }

    /** The first unit promises so many, twice as many in what is computed from them, and the names on a list; frozen. */
    void promisedByName(UUID counted, UUID twice, UUID named, List<String> items) {
        var list = row(first, named, null, items.size(), null);
        list.put("items", items);
        var rows = List.of(
                row(first, counted, 10, null, null),
                row(first, twice, 10, null, null),
                row(head, counted, 10, null, null),
                row(second, counted, 10, null, null),
                list);
        ok(standing().put("/api/v1/targets/" + id, 0, Map.of("rows", rows)));
        ok(standing().post("/api/v1/targets/" + id + "/freeze", null));
    }

    static Map<String, @Nullable Object> row(
            UUID unit,
            UUID indicator,
            @Nullable Object assigned,
            @Nullable Object registered,
            @Nullable Object lastYear) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("unitId", unit);
        row.put("indicatorId", indicator);
        row.put("assigned", assigned);
        row.put("registered", registered);
        row.put("lastYear", lastYear);
        return row;
    }

    /** The same target for every member in every indicator so far, then frozen. */
    LivingSeason promised() {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var unit : List.of(head, first, second)) {
            for (var indicator : indicators) {
                rows.add(
                        levelled.contains(indicator)
                                ? row(unit, indicator, 1, 2, 1)
                                : answered.contains(indicator)
                                        ? row(unit, indicator, 1, 1, 0)
                                        : row(unit, indicator, 100, new BigDecimal("120"), 90));
            }
        }
        ok(standing().put("/api/v1/targets/" + id, 0, Map.of("rows", rows)));
        ok(standing().post("/api/v1/targets/" + id + "/freeze", null));
        return this;
    }

    /** A period that began an hour ago and is due in as many days as said; it closes a day later. */
    UUID period(String kind, int dueInDays) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return created(standing()
                        .post(
                                "/api/v1/periods",
                                Map.of(
                                        "seasonId",
                                        id,
                                        "kind",
                                        kind,
                                        "name",
                                        "Báo cáo " + kind,
                                        "opensAt",
                                        now.minus(1, ChronoUnit.HOURS),
                                        "dueAt",
                                        now.plus(dueInDays, ChronoUnit.DAYS),
                                        "closesAt",
                                        now.plus(dueInDays + 1L, ChronoUnit.DAYS))))
                .id();
    }

    /** A period that was over long ago. */
    UUID closedPeriod() {
        return created(standing()
                        .post(
                                "/api/v1/periods",
                                Map.of(
                                        "seasonId",
                                        id,
                                        "kind",
                                        "H1",
                                        "name",
                                        "Báo cáo đã qua",
                                        "opensAt",
                                        "2020-06-01T00:00:00Z",
                                        "dueAt",
                                        "2020-06-20T00:00:00Z",
                                        "closesAt",
                                        "2020-06-25T00:00:00Z")))
                .id();
    }

    /** A cell of a block over that version. */
    static Map<String, Object> pasted(UUID indicator, long version, Object value) {
        return Map.of("indicatorId", indicator, "version", version, "value", value, "notApplicable", false);
    }

    /** That unit's report in that period, begun by its officer. */
    UUID report(UUID period, UUID unit) {
        var begun = created(officer(unit).post("/api/v1/reports", Map.of("periodId", period, "unitId", unit)));
        return UUID.fromString(begun.body().path("report").path("id").asString());
    }

    static String cell(UUID report, UUID indicator) {
        return "/api/v1/reports/" + report + "/cells/" + indicator;
    }

    /** A file brought in by that person. */
    static UUID file(Api by, String name, String content) {
        return created(by.with("Content-Type", "application/octet-stream")
                        .post("/api/v1/files/indicator?name=" + name, content))
                .id();
    }

    /** A value with an explanation, so that it is handed in whatever it is compared with. */
    static Map<String, Object> value(Object value) {
        return Map.of(
                "value", value, "notApplicable", false, "actuality", "ACTUAL", "explanation", "theo số đã kiểm tra");
    }

    /** A report with that value in every cell, handed in by the unit's leader. */
    UUID submitted(UUID period, UUID unit, Object value) {
        var report = report(period, unit);
        var officer = officer(unit);
        for (var indicator : indicators) {
            ok(officer.put(cell(report, indicator), 0, value(value)));
        }
        ok(leader(unit).post("/api/v1/reports/" + report + "/submission", null));
        return report;
    }

    /** Moves the business clock of the service, as only the owner of its database can. */
    void clock(String shift) {
        try (var connection = catalogue.service.database().asOwner();
                var statement =
                        connection.prepareStatement("update kit.business_clock set shift = cast(? as interval)")) {
            statement.setString(1, shift);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static Api.Answer created(Api.Answer answer) {
        if (answer.status() != 201) {
            throw new AssertionError("not created: " + answer);
        }
        return answer;
    }

    static Api.Answer ok(Api.Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError("not done: " + answer);
        }
        return answer;
    }
}
