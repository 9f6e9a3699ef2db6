package vn.thidua.indicator;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.AuthorisationTable.Row;

/**
 * What a row of the authorisation table is tried on: made anew for each caller, so that one caller's write is not another's.
 *
 * @param path with everything in braces filled in
 */
record TriedOn(String path, @Nullable Object body) {
    static TriedOn of(Catalogue catalogue, Row row) {
        var noun = row.path().split("/", -1)[3];
        return switch (noun) {
            case "targets" -> targets(season(catalogue, row.relation()), row);
            case "periods" -> periods(season(catalogue, row.relation()), row);
            case "reports" -> reports(season(catalogue, row.relation()), row);
            case "value-imports" -> valueImports(catalogue, season(catalogue, row.relation()), row);
            case "files" -> files(season(catalogue, row.relation()), row);
            case "radar" -> new TriedOn(row.path() + "?seasonId=" + season(catalogue, row.relation()).id, null);
            case "public" ->
                new TriedOn(
                        row.path().replace("{id}", openSeason(catalogue, row).toString()), null);
            case "scoresheets", "scores", "rankings" -> ScoredSeason.tried(season(catalogue, row.relation()), row);
            default -> catalogue(catalogue, row);
        };
    }

    private static TriedOn reports(LivingSeason season, Row row) {
        var indicator = season.indicator("QUANTITY", "RAISE", 2, false);
        var period = season.promised().period("H1", 10);
        if (row.path().equals("/api/v1/reports")) {
            return new TriedOn(row.path(), Map.of("periodId", period, "unitId", season.first));
        }
        var handedIn = row.path().matches(".*/(verifications|acceptance|return)");
        var report = handedIn ? season.submitted(period, season.first, 1) : season.report(period, season.first);
        if (!handedIn) {
            LivingSeason.ok(
                    season.officer(season.first).put(LivingSeason.cell(report, indicator), 0, LivingSeason.value(1)));
        }
        var path = row.path().replace("{id}", report.toString()).replace("{indicatorId}", indicator.toString());
        if (path.contains("/comments/")) {
            var officer = season.officer(season.first);
            var comments = "/api/v1/reports/" + report + "/comments";
            var said = LivingSeason.created(
                    officer.post(comments, Map.of("indicatorId", indicator, "text", "số này lấy ở đâu?")));
            var thread = said.body().path("threadId").asString();
            if (path.endsWith("/reopening")) {
                officer.post(comments + "/" + thread + "/resolution", null);
            }
            path = path.replace("{threadId}", thread)
                    .replace("{commentId}", said.id().toString());
        }
        return new TriedOn(
                path,
                switch (row.endpoint()) {
                    case "POST /api/v1/reports/{id}/comments" ->
                        Map.of("indicatorId", indicator, "text", "số này lấy ở đâu?");
                    case "PUT /api/v1/reports/{id}/cells/{indicatorId}" -> LivingSeason.value(2);
                    case "POST /api/v1/reports/{id}/cells" ->
                        Map.of("cells", List.of(LivingSeason.pasted(indicator, 1, 2)));
                    case "POST /api/v1/reports/{id}/sheet", "POST /api/v1/reports/{id}/sheet/failures" ->
                        season.officer(season.first)
                                .get("/api/v1/reports/" + report + "/sheet")
                                .bytes();
                    case "POST /api/v1/reports/{id}/verifications" ->
                        Map.of("indicatorId", indicator, "value", 3, "reason", "theo số của thuế");
                    case "POST /api/v1/reports/{id}/return" -> Map.of("reason", "thiếu số");
                    default -> null;
                });
    }

    /** Posted for the first member; with "own" it is the unit officer's, with "other" somebody else's. */
    private static TriedOn valueImports(Catalogue catalogue, LivingSeason season, Row row) {
        var indicator = season.indicator("QUANTITY", "RAISE", 2, false);
        var period = season.promised().period("H1", 10);
        if (row.path().endsWith("/sheet")) {
            return new TriedOn(
                    row.path() + "?periodId=" + period, WideWorkbook.of(catalogue, List.of(indicator), "K", 1));
        }
        if (row.path().endsWith("/saving")) {
            var tried = poster(catalogue, season, row)
                    .post(
                            "/api/v1/value-imports/sheet?periodId=" + period,
                            WideWorkbook.of(catalogue, List.of(indicator), "K", 1));
            vn.thidua.indicator.valueimport.Taking.all(catalogue.service);
            return new TriedOn(row.path().replace("{id}", tried.id().toString()), null);
        }
        var body =
                Map.of("periodId", period, "rows", List.of(Map.of("unitCode", "K", "indicatorCode", "CT", "value", 1)));
        if (!row.path().contains("{id}")) {
            return new TriedOn(row.path(), row.method().equals("POST") ? body : null);
        }
        var poster = poster(catalogue, season, row);
        var posted = poster.post("/api/v1/value-imports", body);
        if (posted.status() != 202) {
            throw new AssertionError("not posted: " + posted);
        }
        if (row.endpoint().startsWith("POST")) {
            return new TriedOn(row.path().replace("{id}", posted.id().toString()), null);
        }
        var id = posted.id();
        poster.post("/api/v1/value-imports/" + id + "/cancellation", null);
        return new TriedOn(row.path().replace("{id}", id.toString()), null);
    }

    private static Api poster(Catalogue catalogue, LivingSeason season, Row row) {
        return row.relation().equals("own")
                ? java.util.Objects.requireNonNull(catalogue.callers.get("unitOfficer"))
                : season.officer(season.first);
    }

    private static TriedOn files(LivingSeason season, Row row) {
        if (row.method().equals("POST")) {
            return new TriedOn(row.path() + "?name=minh-chung.txt", "số liệu");
        }
        var indicator = season.indicator("QUANTITY", "RAISE", 2, true);
        var report = season.report(season.promised().period("H1", 10), season.first);
        var officer = season.officer(season.first);
        var file = LivingSeason.file(officer, "minh-chung.txt", "số liệu");
        LivingSeason.ok(officer.put(
                LivingSeason.cell(report, indicator), 0, with(LivingSeason.value(1), "evidence", List.of(file))));
        return new TriedOn(row.path().replace("{id}", file.toString()), null);
    }

    /** A season in which the callers' unit is what the relation says; with "other" it has nothing to do with it. */
    private static LivingSeason season(Catalogue catalogue, String relation) {
        var strange = List.of(
                LivingSeason.unit(catalogue),
                LivingSeason.unit(catalogue),
                LivingSeason.unit(catalogue),
                LivingSeason.unit(catalogue));
        return new LivingSeason(
                catalogue,
                "LIVE",
                relation.equals("organiser") ? catalogue.own : strange.get(0),
                relation.equals("head") ? catalogue.own : strange.get(1),
                relation.equals("member") ? catalogue.own : strange.get(2),
                strange.get(3));
    }

    /** Open to everybody where the relation is "own"; closed where it is "other". */
    private static UUID openSeason(Catalogue catalogue, Row row) {
        var season = season(catalogue, row.relation());
        var scored = new ScoredSeason(season).frozen();
        var ranking = LivingSeason.created(scored.rank(season.standing())).id();
        LivingSeason.ok(scored.publish(season.standing(), ranking, "2026"));
        return season.resultsAre(row.relation().equals("own") ? "PUBLIC" : "CLUSTER").id;
    }

    private static TriedOn targets(LivingSeason season, Row row) {
        var indicator = season.indicator("QUANTITY", "RAISE", 2, false);
        var rows = List.of(season.head, season.first, season.second).stream()
                .map(unit -> LivingSeason.row(unit, indicator, 100, null, null))
                .toList();
        LivingSeason.ok(season.standing().put("/api/v1/targets/" + season.id, 0, Map.of("rows", rows)));
        var path = row.path()
                .replace("{seasonId}", season.id.toString())
                .replace("{unitId}", season.first.toString())
                .replace("{indicatorId}", indicator.toString());
        return switch (row.endpoint()) {
            case "GET /api/v1/targets" -> new TriedOn(path + "?seasonId=" + season.id, null);
            case "PUT /api/v1/targets/{seasonId}" ->
                new TriedOn(path, Map.of("rows", List.of(LivingSeason.row(season.first, indicator, 110, null, null))));
            case "PUT /api/v1/targets/{seasonId}/cluster/{indicatorId}" -> {
                LivingSeason.ok(season.standing().put(path, 0, Map.of("assigned", 100)));
                yield new TriedOn(path, Map.of("assigned", 110, "reason", "giao bổ sung"));
            }
            case "PUT /api/v1/targets/{seasonId}/{unitId}/{indicatorId}" ->
                new TriedOn(path, Map.of("assigned", 100, "registered", 120));
            case "POST /api/v1/targets/{seasonId}/agreements/{unitId}/proposal" ->
                new TriedOn(path, Map.of("targetsSha256", numbers(season), "note", "theo nghị quyết"));
            case "POST /api/v1/targets/{seasonId}/agreements/{unitId}/withdrawal",
                    "POST /api/v1/targets/{seasonId}/agreements/{unitId}/consent",
                    "POST /api/v1/targets/{seasonId}/agreements/{unitId}/return" -> {
                step(season, season.officer(season.first), "proposal", 0);
                yield new TriedOn(
                        path,
                        path.endsWith("consent")
                                ? Map.of("targetsSha256", numbers(season))
                                : Map.of(path.endsWith("return") ? "reason" : "note", "theo nghị quyết"));
            }
            case "POST /api/v1/targets/{seasonId}/agreements/{unitId}/reopening",
                    "POST /api/v1/targets/{seasonId}/agreements/approvals" -> {
                step(season, season.officer(season.first), "proposal", 0);
                step(season, season.standing(), "consent", 1);
                yield new TriedOn(
                        path,
                        path.endsWith("reopening")
                                ? Map.of("reason", "giao bổ sung")
                                : Map.of("units", List.of(Map.of("unitId", season.first, "version", 2))));
            }
            case "POST /api/v1/targets/{seasonId}/amendments" -> {
                freeze(season);
                yield new TriedOn(
                        path,
                        Map.of(
                                "unitId",
                                season.first,
                                "indicatorId",
                                indicator,
                                "assigned",
                                100,
                                "registered",
                                120,
                                "reason",
                                "bão lụt"));
            }
            case "POST /api/v1/targets/{seasonId}/amendments/{id}/approval",
                    "POST /api/v1/targets/{seasonId}/amendments/{id}/refusal" -> {
                freeze(season);
                var proposed = LivingSeason.created(season.officer(season.second)
                        .post(
                                "/api/v1/targets/" + season.id + "/amendments",
                                Map.of(
                                        "unitId",
                                        season.second,
                                        "indicatorId",
                                        indicator,
                                        "assigned",
                                        100,
                                        "registered",
                                        120,
                                        "reason",
                                        "bão lụt")));
                yield new TriedOn(
                        path.replace("{id}", proposed.id().toString()),
                        row.path().endsWith("refusal") ? Map.of("reason", "chưa đủ căn cứ") : null);
            }
            default -> new TriedOn(path, null);
        };
    }

    /** Of the first member's targets. */
    private static void step(LivingSeason season, Api by, String step, long version) {
        var path = "/api/v1/targets/" + season.id + "/agreements/" + season.first + "/" + step;
        LivingSeason.ok(
                by.with("If-Match", "\"" + version + "\"").post(path, Map.of("targetsSha256", numbers(season))));
    }

    /** The hash of the first member's targets as they stand. */
    private static String numbers(LivingSeason season) {
        return season.standing()
                .get("/api/v1/targets/" + season.id + "/agreements")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("unitId").asString().equals(season.first.toString()))
                .map(one -> one.path("targetsSha256").asString())
                .findFirst()
                .orElseThrow();
    }

    private static void freeze(LivingSeason season) {
        LivingSeason.ok(season.standing().post("/api/v1/targets/" + season.id + "/freeze", null));
    }

    private static TriedOn periods(LivingSeason season, Row row) {
        var days = Map.of(
                "name", "Báo cáo năm",
                "opensAt", "2026-06-01T00:00:00Z",
                "dueAt", "2026-06-20T00:00:00Z",
                "closesAt", "2026-06-25T00:00:00Z");
        return switch (row.endpoint()) {
            case "GET /api/v1/periods" -> new TriedOn(row.path() + "?seasonId=" + season.id, null);
            case "POST /api/v1/periods/{id}/openings" ->
                new TriedOn(
                        row.path().replace("{id}", season.closedPeriod().toString()),
                        Map.of(
                                "unitId",
                                season.first,
                                "until",
                                java.time.Instant.now().plusSeconds(3600).toString(),
                                "reason",
                                "mất điện"));
            case "GET /api/v1/periods/{id}/board",
                    "GET /api/v1/periods/{id}/grid",
                    "GET /api/v1/periods/{id}/sheet" -> {
                season.indicator("QUANTITY", "RAISE", 2, false);
                yield new TriedOn(
                        row.path()
                                .replace(
                                        "{id}",
                                        season.promised().period("H1", 10).toString()),
                        null);
            }
            case "GET /api/v1/periods/{id}/comments",
                    "GET /api/v1/periods/{id}/consolidation",
                    "GET /api/v1/periods/{id}/consolidation/{indicatorId}",
                    "PUT /api/v1/periods/{id}/consolidation/{indicatorId}",
                    "POST /api/v1/periods/{id}/consolidation/submission",
                    "POST /api/v1/periods/{id}/consolidation/adoption",
                    "POST /api/v1/periods/{id}/consolidation/return" -> consolidated(season, row);
            case "POST /api/v1/periods/{id}/sheet", "POST /api/v1/periods/{id}/sheet/failures" -> {
                season.indicator("QUANTITY", "RAISE", 2, false);
                var period = season.promised().period("H1", 10);
                yield new TriedOn(
                        row.path().replace("{id}", period.toString()),
                        season.officer(season.first)
                                .get("/api/v1/periods/" + period + "/sheet")
                                .bytes());
            }
            case "POST /api/v1/periods" -> new TriedOn(row.path(), with(days, "seasonId", season.id, "kind", "YEAR"));
            default -> {
                var path = row.path().replace("{id}", season.period("H1", 10).toString());
                yield new TriedOn(path, row.method().equals("PUT") ? with(days, "reason", "vì mất điện") : null);
            }
        };
    }

    /** Somebody else has said something of it, or handed it in, so that the caller can go on. */
    private static TriedOn consolidated(LivingSeason season, Row row) {
        var indicator = season.indicator("QUANTITY", "RAISE", 2, false);
        var period = season.promised().period("H1", 10);
        season.submitted(period, season.first, 110);
        LivingSeason.ok(
                season.standing().put("/api/v1/indicators/" + indicator + "/aggregation", 0, Map.of("rule", "SUM")));
        var own = "/api/v1/periods/" + period + "/consolidation";
        Object body = null;
        if (row.method().equals("PUT")) {
            body = Map.of("adjusted", 100, "reason", "trừ phần tính trùng");
            LivingSeason.ok(season.standing().put(own + "/" + indicator, 0, body));
        } else if (row.path().endsWith("/adoption") || row.path().endsWith("/return")) {
            LivingSeason.ok(season.standing().post(own + "/submission", null));
            body = row.path().endsWith("/return") ? Map.of("reason", "thiếu số") : null;
        }
        return new TriedOn(
                row.path().replace("{id}", period.toString()).replace("{indicatorId}", indicator.toString()), body);
    }

    private static TriedOn catalogue(Catalogue catalogue, Row row) {
        var unit = row.relation().equals("own") ? catalogue.own : catalogue.other;
        var scored = Callers.path(row, unit);
        if (scored != null || Callers.body(row, unit) != null) {
            return new TriedOn(scored == null ? row.path() : scored, Callers.body(row, unit));
        }
        var id = UUID.randomUUID();
        if (row.path().contains("/replicas/")) {
            id = unit;
        } else if (row.path().startsWith("/api/v1/indicators/{id}")
                || row.path().endsWith("/aggregations")) {
            id = catalogue
                    .administratorOf(unit)
                    .post("/api/v1/indicators", Catalogue.newIndicator(unit))
                    .id();
        }
        if (row.endpoint().equals("PUT /api/v1/indicators/{id}/aggregation")) {
            LivingSeason.ok(catalogue
                    .administratorOf(unit)
                    .put("/api/v1/indicators/" + id + "/aggregation", 0, Map.of("rule", "MAX")));
        }
        Object body = switch (row.endpoint()) {
            case "PUT /api/v1/indicators/{id}/aggregation" -> Map.of("rule", "AVERAGE");
            case "PUT /api/v1/indicators/aggregations" ->
                Map.of("rules", List.of(Map.of("indicatorId", id, "rule", "AVERAGE", "version", 0)));
            case "POST /api/v1/indicators" -> Catalogue.newIndicator(unit);
            case "PUT /api/v1/indicators/{id}/checks" ->
                Map.of("bounds", List.of(Map.of("kind", "LIMITS", "lower", 0, "severity", "ERROR")));
            case "PUT /api/v1/indicators/{id}" -> Map.of("name", "Tên khác", "unitOfMeasure", "người");
            default -> null;
        };
        return new TriedOn(row.path().replace("{id}", id.toString()), body);
    }

    static Map<String, Object> with(Map<String, ?> body, Object... more) {
        var all = new java.util.HashMap<String, Object>(body);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }
}
