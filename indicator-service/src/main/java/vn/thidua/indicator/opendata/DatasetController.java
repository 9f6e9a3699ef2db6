package vn.thidua.indicator.opendata;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.opendata.DatasetViews.Dataset;
import vn.thidua.indicator.opendata.DatasetViews.OpenFigure;
import vn.thidua.indicator.opendata.DatasetViews.OpenFigures;
import vn.thidua.indicator.opendata.DatasetViews.OpenRanking;
import vn.thidua.kit.web.Page;

/** Anybody may read the results that a regulation makes public. */
@RestController
@RequestMapping("/api/v1/public/datasets")
@SecurityRequirements
@Tag(name = "Open data")
final class DatasetController {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String CSV_ALONE = "text/csv";
    private static final int UNITS_AT_ONCE = 100;

    private final OpenResults results;

    DatasetController(OpenResults results) {
        this.results = results;
    }

    @GetMapping
    @Operation(summary = "Seasons whose published results are open to everybody, the newest first; no log-in")
    ResponseEntity<Page<Dataset>> list(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return fresh().body(results.list(after, limit));
    }

    @GetMapping("/{id}")
    @Operation(summary = "What is open of a season, and where; no log-in")
    ResponseEntity<Dataset> find(@PathVariable UUID id) {
        var dataset = results.find(id);
        return tagged(Canonical.sha256(Canonical.text(dataset))).body(dataset);
    }

    @GetMapping("/{id}/ranking")
    @Operation(summary = "The published ranking of a season with the points of every group; no log-in")
    ResponseEntity<OpenRanking> ranking(@PathVariable UUID id) {
        var ranking = results.ranking(id);
        return tagged(ranking.contentSha256()).body(ranking);
    }

    @GetMapping(path = "/{id}/ranking.csv", produces = CSV_ALONE)
    @Operation(summary = "The same as a table; no log-in")
    ResponseEntity<byte[]> rankingTable(@PathVariable UUID id) throws IOException {
        return table(id, "xep-hang", OpenTables.ranking(results.ranking(id)));
    }

    @GetMapping("/{id}/figures")
    @Operation(summary = "What the units reported for the year; after is a unit, limit counts units; no log-in")
    ResponseEntity<OpenFigures> figures(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(UNITS_AT_ONCE) int limit) {
        var figures = results.figures(id, after, limit);
        return tagged(Canonical.sha256(Canonical.text(figures))).body(figures);
    }

    @GetMapping(path = "/{id}/figures.csv", produces = CSV_ALONE)
    @Operation(summary = "The figures of all units as a table; no log-in")
    ResponseEntity<byte[]> figureTable(@PathVariable UUID id) throws IOException {
        var figures = new ArrayList<OpenFigure>();
        UUID after = null;
        do {
            var page = results.figures(id, after, UNITS_AT_ONCE);
            figures.addAll(page.items());
            after = page.next() == null ? null : UUID.fromString(page.next());
        } while (after != null);
        return table(id, "so-lieu", OpenTables.figures(figures));
    }

    private static ResponseEntity<byte[]> table(UUID id, String name, byte[] content) {
        return tagged(Canonical.sha256(new String(content, StandardCharsets.UTF_8)))
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("%s-%s.csv".formatted(name, id))
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.LINK, "</api/v1/public/datasets/%s>; rel=\"describedby\"".formatted(id))
                .body(content);
    }

    private static ResponseEntity.BodyBuilder fresh() {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(FRESH).cachePublic());
    }

    private static ResponseEntity.BodyBuilder tagged(String sha256) {
        return fresh().eTag('"' + sha256 + '"');
    }
}
