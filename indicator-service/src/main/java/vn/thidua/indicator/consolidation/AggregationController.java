package vn.thidua.indicator.consolidation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.access.AnyMandate;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** How an indicator's cluster number is made of members' numbers. */
@RestController
@RequestMapping("/api/v1/indicators")
@Tag(name = "Indicators")
final class AggregationController {
    private final AggregationService service;
    private final AnyMandate anyMandate;

    AggregationController(AggregationService service, AnyMandate anyMandate) {
        this.service = service;
        this.anyMandate = anyMandate;
    }

    @GetMapping("/{id}/aggregation")
    @Operation(summary = "How a cluster's number is made of its members'")
    ResponseEntity<ConsolidationViews.AggregationView> find(Caller caller, @PathVariable UUID id) {
        anyMandate.require(caller, "indicators.read");
        return answer(id, service.find(id));
    }

    @PutMapping("/{id}/aggregation")
    @Operation(
            summary =
                    "Says how a cluster's number is made of its members'; numbers that were handed in stay as they are")
    ResponseEntity<ConsolidationViews.AggregationView> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ConsolidationViews.AggregationChange request) {
        anyMandate.require(caller, "indicators.write");
        var said = new AggregationService.Said(id, request.rule(), request.weightId(), Versions.required(ifMatch), "");
        return answer(
                id, Objects.requireNonNull(service.change(caller, List.of(said)).get(id)));
    }

    @PutMapping("/aggregations")
    @Operation(
            summary =
                    "Says many such rules, all of them or none; each with the version it replaces, 0 where nobody said one")
    ConsolidationViews.Aggregations changeMany(
            Caller caller, @Valid @RequestBody ConsolidationViews.AggregationChanges request) {
        anyMandate.require(caller, "indicators.write");
        var said = new ArrayList<AggregationService.Said>();
        for (int i = 0; i < request.rules().size(); i++) {
            var one = request.rules().get(i);
            said.add(new AggregationService.Said(
                    one.indicatorId(), one.rule(), one.weightId(), one.version(), "/rules/" + i));
        }
        var ruled = service.change(caller, said);
        return new ConsolidationViews.Aggregations(said.stream()
                .map(one -> view(one.indicatorId(), Objects.requireNonNull(ruled.get(one.indicatorId()))))
                .toList());
    }

    private static ResponseEntity<ConsolidationViews.AggregationView> answer(UUID id, AggregationStore.Ruled ruled) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(ruled.aggregation().version()))
                .body(view(id, ruled));
    }

    private static ConsolidationViews.AggregationView view(UUID id, AggregationStore.Ruled ruled) {
        var aggregation = ruled.aggregation();
        return new ConsolidationViews.AggregationView(
                id, aggregation.rule(), ruled.suggested(), aggregation.weightId(), aggregation.version());
    }
}
