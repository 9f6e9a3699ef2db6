package vn.thidua.indicator.digest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.access.AnyMandate;
import vn.thidua.kit.paper.PaperFormat;
import vn.thidua.kit.security.Caller;

/** The digest of a cluster's period; anyone with a mandate reads what the cluster comes to where it gives no member away, members' own numbers by the regulations. */
@RestController
@RequestMapping("/api/v1/digests")
@Tag(name = "Digests")
final class DigestController {
    enum PeriodKind {
        H1,
        M9,
        YEAR
    }

    private final DigestService service;
    private final DigestSight sight;
    private final AnyMandate anyMandate;

    DigestController(DigestService service, DigestSight sight, AnyMandate anyMandate) {
        this.service = service;
        this.sight = sight;
        this.anyMandate = anyMandate;
    }

    @GetMapping
    @Operation(summary = "What a period of a season comes to; threshold asks who stands at or above it")
    Digest digest(
            Caller caller,
            @RequestParam UUID seasonId,
            @RequestParam PeriodKind periodKind,
            @RequestParam(required = false) @Nullable @Digits(integer = 12, fraction = 3) BigDecimal threshold) {
        anyMandate.require(caller, "indicators.read");
        return sight.seen(caller, service.digest(seasonId, periodKind.name(), threshold));
    }

    @GetMapping(path = "/report", produces = MediaType.ALL_VALUE)
    @Operation(summary = "The digest as a draft of the conference report: a Word file to go on writing in, or PDF")
    ResponseEntity<byte[]> report(
            Caller caller,
            @RequestParam UUID seasonId,
            @RequestParam PeriodKind periodKind,
            @RequestParam(required = false) @Nullable @Digits(integer = 12, fraction = 3) BigDecimal threshold,
            @RequestParam(defaultValue = "DOCX") PaperFormat format) {
        anyMandate.require(caller, "indicators.read");
        var setting = service.setting(seasonId);
        var digest = sight.seen(caller, service.digest(seasonId, periodKind.name(), threshold));
        return format.answer(
                "Báo cáo - %s - %s".formatted(setting.clusterName(), setting.seasonName()),
                List.of(DigestPaper.of(setting, digest)));
    }
}
