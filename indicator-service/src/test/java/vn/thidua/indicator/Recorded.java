package vn.thidua.indicator;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.Api;

/** A cluster of record: its members by name, and figures stated of it by its organiser's standing officer. */
final class Recorded {
    final Catalogue catalogue = Catalogue.instance();
    final Map<String, UUID> members = new LinkedHashMap<>();
    final UUID season;
    private final Map<String, UUID> indicators = new HashMap<>();

    Recorded(String... names) {
        var days = new LinkedHashMap<UUID, String>();
        for (var name : names) {
            var unit = catalogue.known.unit(name, catalogue.own);
            members.put(name, unit);
            days.put(unit, "2026-01-01/");
        }
        var cluster = UUID.randomUUID();
        var seasons = new KnownSeasons(catalogue.service);
        seasons.cluster(cluster, catalogue.own, days);
        season = seasons.season(cluster, catalogue.own, "RECORDED", "CLOSED", member(names[0]));
    }

    UUID member(String name) {
        return java.util.Objects.requireNonNull(members.get(name));
    }

    Api officer() {
        return java.util.Objects.requireNonNull(catalogue.callers.get("standingOfficer"));
    }

    UUID indicator(String name, String unitOfMeasure, String valueKind, String direction) {
        return indicators.computeIfAbsent(name, _ -> {
            var indicator = new HashMap<>(Catalogue.newIndicator(catalogue.own));
            indicator.put("name", name);
            indicator.put("unitOfMeasure", unitOfMeasure);
            indicator.put("valueKind", valueKind);
            indicator.put("direction", direction);
            var created = catalogue.administrator().post("/api/v1/indicators", indicator);
            if (created.status() != 201) {
                throw new AssertionError(created.text());
            }
            return created.id();
        });
    }

    /** A figure of a unit, exact and actual; change what differs. */
    Map<String, Object> ofUnit(UUID indicator, String unit, String measure, Object value, String unitOfMeasure) {
        var figure = figure(indicator, measure, unitOfMeasure);
        figure.put("subject", "UNIT");
        figure.put("unitId", member(unit));
        figure.put("value", value);
        return figure;
    }

    Map<String, Object> ofCluster(UUID indicator, String measure, Object value, String unitOfMeasure) {
        var figure = figure(indicator, measure, unitOfMeasure);
        figure.put("subject", "CLUSTER");
        figure.put("value", value);
        return figure;
    }

    Map<String, Object> ofMembers(UUID indicator, String measure, int count, int outOf, Object threshold) {
        var figure = figure(indicator, measure, "%");
        figure.put("subject", "MEMBERS");
        figure.put(
                "members",
                Map.of("count", count, "outOf", outOf, "threshold", threshold, "thresholdQualifier", "AT_LEAST"));
        return figure;
    }

    UUID state(Map<String, Object> figure) {
        var answer = officer().post("/api/v1/figures", figure);
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        return answer.id();
    }

    Api.Answer digest(@Nullable String threshold) {
        return officer()
                .get("/api/v1/digests?seasonId=" + season + "&periodKind=H1"
                        + (threshold == null ? "" : "&threshold=" + threshold));
    }

    Api.Answer draftReport(String threshold, String format) {
        return officer()
                .get("/api/v1/digests/report?seasonId=" + season + "&periodKind=H1&threshold=" + threshold + "&format="
                        + format);
    }

    private Map<String, Object> figure(UUID indicator, String measure, String unitOfMeasure) {
        var figure = new HashMap<String, Object>();
        figure.put("seasonId", season);
        figure.put("periodKind", "H1");
        figure.put("indicatorId", indicator);
        figure.put("measure", measure);
        figure.put("unitOfMeasure", unitOfMeasure);
        figure.put("qualifier", "EXACT");
        figure.put("actuality", "ACTUAL");
        figure.put("basis", "STATED");
        figure.put("quote", "như tài liệu in");
        figure.put("provenance", "IN_DOCUMENT");
        figure.put("source", "Bản tin hội nghị sơ kết, đoạn 6");
        return figure;
    }
}
