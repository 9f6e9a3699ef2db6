package vn.thidua.indicator.scoresheet;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.access.AnyMandate;
import vn.thidua.indicator.provenance.Provenance;
import vn.thidua.indicator.scoresheet.ScoresheetController.ScoresheetView;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Published scales as examples: none is anybody's rule before a cluster adopts it. */
@RestController
@RequestMapping("/api/v1/scoresheets/examples")
@Tag(name = "Scoresheets")
final class ExampleController {
    /** @param source where it was published */
    record ExampleView(
            @NotNull String code,
            @NotNull String title,
            @NotNull String source,
            @NotNull BigDecimal maximum,
            @NotNull List<ExampleGroup> groups) {
        static ExampleView of(ExampleSheet example) {
            return new ExampleView(
                    example.code(),
                    example.title(),
                    example.source(),
                    example.sheet().maximum(),
                    example.sheet().groups().stream()
                            .map(group ->
                                    new ExampleGroup(group.code(), group.name(), group.maximum(), group.bonusMaximum()))
                            .toList());
        }
    }

    record ExampleGroup(
            @NotNull String code,
            @NotNull String name,
            @NotNull BigDecimal maximum,
            @NotNull BigDecimal bonusMaximum) {}

    record ExamplesView(@NotNull List<ExampleView> items) {}

    /** @param periodId null for a sheet of the whole season */
    record BeginRequest(@NotNull UUID seasonId, @Nullable UUID periodId) {}

    private final ScoresheetService service;
    private final AnyMandate anyMandate;

    ExampleController(ScoresheetService service, AnyMandate anyMandate) {
        this.service = service;
        this.anyMandate = anyMandate;
    }

    @GetMapping
    @Operation(summary = "Published scales that a draft may begin from, each with its source; none is law")
    ExamplesView list(Caller caller) {
        anyMandate.require(caller, "indicators.read");
        return new ExamplesView(ExampleSheets.ALL.stream().map(ExampleView::of).toList());
    }

    @PostMapping("/{code}")
    @Operation(summary = "Drafts a scoresheet that says what the example says, marked with its source")
    ResponseEntity<ScoresheetView> begin(
            Caller caller, @PathVariable String code, @Valid @RequestBody BeginRequest request) {
        anyMandate.require(caller, "indicators.read");
        var example = ExampleSheets.find(code)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var draft =
                new ScoresheetService.Draft(example.title(), example.sheet(), Provenance.IN_DOCUMENT, example.source());
        var sheet = service.create(caller, request.seasonId(), request.periodId(), draft);
        return ResponseEntity.created(URI.create("/api/v1/scoresheets/" + sheet.id()))
                .header(HttpHeaders.ETAG, Versions.etag(sheet.version()))
                .body(ScoresheetView.of(sheet));
    }
}
