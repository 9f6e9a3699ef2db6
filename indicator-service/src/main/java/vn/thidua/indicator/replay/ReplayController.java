package vn.thidua.indicator.replay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.access.AnyMandate;
import vn.thidua.kit.security.Caller;

/** A scoresheet tried on a season that is over. */
@RestController
@RequestMapping("/api/v1/scoresheets/{id}/replay")
@Tag(name = "Scoresheets")
final class ReplayController {
    private final ReplayService service;
    private final AnyMandate anyMandate;

    ReplayController(ReplayService service, AnyMandate anyMandate) {
        this.service = service;
        this.anyMandate = anyMandate;
    }

    @GetMapping
    @Operation(
            summary =
                    "Counts a season anew by this sheet, a draft or frozen: who would have moved, and why; nothing is stored. onto is the frozen sheet by which that season was scored, top the most changes told of each unit")
    ReplayViews.ReplayView replay(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam UUID onto,
            @RequestParam(defaultValue = "5") @Min(1) @Max(50) int top) {
        anyMandate.require(caller, "indicators.read");
        return ReplayViews.of(service.replay(caller, id, onto), top);
    }
}
