package vn.thidua.indicator;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.AuthorisationTable.Row;

/** What the rows of the authorisation table about figures, digests, scoresheets, scores and rankings are asked with. */
final class Callers {
    private static final Catalogue CATALOGUE = Catalogue.instance();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<UUID, UUID> RECORDED = new HashMap<>();
    private static final Map<UUID, UUID> MEMBERS = new HashMap<>();

    private Callers() {}

    /** The path with what it needs put in, or null when the row is about something else. */
    static @Nullable String path(Row row, UUID organiser) {
        return switch (row.endpoint()) {
            case "GET /api/v1/figures" -> row.path() + "?seasonId=" + recorded(organiser);
            case "GET /api/v1/digests", "GET /api/v1/digests/report" ->
                row.path() + "?periodKind=H1&seasonId=" + recorded(organiser);
            case "GET /api/v1/series" -> row.path() + "?unitId=" + organiser;
            case "GET /api/v1/figures/{id}", "PUT /api/v1/figures/{id}" ->
                row.path().replace("{id}", figure(organiser).toString());
            default -> null;
        };
    }

    static @Nullable Object body(Row row, UUID organiser) {
        return switch (row.endpoint()) {
            case "POST /api/v1/figures" -> newFigure(organiser);
            case "PUT /api/v1/figures/{id}" -> lastFigure(organiser);
            default -> null;
        };
    }

    private static final Map<UUID, Map<String, Object>> LAST = new HashMap<>();

    private static Map<String, Object> lastFigure(UUID organiser) {
        return java.util.Objects.requireNonNull(LAST.get(organiser));
    }

    private static UUID figure(UUID organiser) {
        var figure = newFigure(organiser);
        LAST.put(organiser, figure);
        var created = CATALOGUE.administratorOf(organiser).post("/api/v1/figures", figure);
        if (created.status() != 201) {
            throw new AssertionError(created.text());
        }
        return created.id();
    }

    private static Map<String, Object> newFigure(UUID organiser) {
        var season = recorded(organiser);
        var figure = new HashMap<String, Object>();
        figure.put("seasonId", season);
        figure.put("periodKind", "H1");
        figure.put(
                "indicatorId",
                CATALOGUE
                        .administratorOf(organiser)
                        .post("/api/v1/indicators", Catalogue.newIndicator(organiser))
                        .id());
        figure.put("subject", "UNIT");
        figure.put("unitId", MEMBERS.get(season));
        figure.put("measure", "VALUE");
        figure.put("value", 132134);
        figure.put("unitOfMeasure", "tỷ đồng");
        figure.put("qualifier", "EXACT");
        figure.put("actuality", "ESTIMATE");
        figure.put("basis", "STATED");
        figure.put("quote", "132.134 tỷ đồng");
        figure.put("provenance", "INVENTED");
        return figure;
    }

    /** A recorded season of a cluster which that unit organises. */
    static UUID recorded(UUID organiser) {
        return RECORDED.computeIfAbsent(organiser, _ -> season(organiser, "RECORDED"));
    }

    private static UUID season(UUID organiser, String mode) {
        var member = CATALOGUE.known.unit("TV.%03d".formatted(NUMBER.incrementAndGet()), organiser);
        var cluster = UUID.randomUUID();
        var seasons = new KnownSeasons(CATALOGUE.service);
        seasons.cluster(cluster, organiser, Map.of(member, "2026-01-01/"));
        var season = seasons.season(cluster, organiser, mode, "OPEN", member);
        MEMBERS.put(season, member);
        return season;
    }
}
