package vn.thidua.indicator.score;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.access.AnyMandate;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Scores with their trace, and self scores beside them. */
@RestController
@RequestMapping("/api/v1/scores")
@Tag(name = "Scores")
final class ScoreController {
    record SelfRequest(
            @NotNull @Digits(integer = 9, fraction = 6) BigDecimal points,
            @Nullable @Size(min = 1, max = 1000) String note) {}

    record Revision(int revision) {
        static ResponseEntity<Revision> answer(int revision) {
            return ResponseEntity.ok()
                    .header(HttpHeaders.ETAG, Versions.etag(revision))
                    .body(new Revision(revision));
        }

        /** The revision that If-Match names. */
        static int seen(@Nullable String ifMatch) {
            var version = Versions.required(ifMatch);
            return version > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) version;
        }
    }

    private final ScoreService scores;
    private final SelfScoreService self;
    private final AnyMandate anyMandate;

    ScoreController(ScoreService scores, SelfScoreService self, AnyMandate anyMandate) {
        this.scores = scores;
        this.self = self;
        this.anyMandate = anyMandate;
    }

    @GetMapping
    @Operation(summary = "A unit's score by a scoresheet as of now, with the way to every point")
    ScoreViews.ScoreView score(Caller caller, @RequestParam UUID scoresheetId, @RequestParam UUID unitId) {
        anyMandate.require(caller, "reports.read");
        return ScoreViews.of(scores.score(caller, scoresheetId, unitId));
    }

    @PutMapping("/{scoresheetId}/{unitId}/{criterionCode}/self")
    @Operation(summary = "A unit's own points for a criterion; If-Match is the revision seen, \"0\" before the first")
    ResponseEntity<Revision> giveSelf(
            Caller caller,
            @PathVariable UUID scoresheetId,
            @PathVariable UUID unitId,
            @PathVariable String criterionCode,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SelfRequest request) {
        anyMandate.require(caller, "reports.write");
        return Revision.answer(self.give(
                caller,
                scoresheetId,
                unitId,
                criterionCode,
                Revision.seen(ifMatch),
                request.points(),
                request.note() == null || request.note().isBlank()
                        ? null
                        : request.note().strip()));
    }
}
