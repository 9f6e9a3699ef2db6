package vn.thidua.cluster.election;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;

/**
 * Ballots. Casting is left out of the saved answers ({@code thidua.idempotency.traceless-paths}): neither the body nor a hash of
 * it is kept, and the member's mark makes the repetition safe.
 */
@RestController
@RequestMapping("/api/v1/elections/{id}/ballots")
@Tag(name = "Elections")
final class BallotController {
    /**
     * A member's ballot.
     *
     * @param unitId the member that votes
     * @param choice a candidate, or null for a blank ballot; must be there, so that a forgotten choice is not a blank one
     */
    record Ballot(
            @NotNull UUID unitId,

            @JsonProperty(required = true) @Nullable UUID choice) {
        /** Whatever writes this down, a debugging log above all, does not write the choice. */
        @Override
        public String toString() {
            return "Ballot of " + unitId;
        }
    }

    /** @param receipt says that a ballot was cast, not which */
    record BallotReceipt(@NotNull UUID receipt) {}

    /** @param choice null for a blank ballot */
    record ChoiceView(int number, @Nullable UUID choice) {}

    private final Ballots ballots;
    private final ElectionQueries queries;
    private final ElectionSight sight;

    BallotController(Ballots ballots, ElectionQueries queries, ElectionSight sight) {
        this.ballots = ballots;
        this.queries = queries;
        this.sight = sight;
    }

    @PostMapping
    @Operation(
            summary =
                    "Casts a member's one ballot; asked again, answers 200 with the first receipt, and the first counts")
    ResponseEntity<BallotReceipt> cast(Caller caller, @PathVariable UUID id, @Valid @RequestBody Ballot ballot) {
        var cast = ballots.cast(caller, id, ballot.unitId(), ballot.choice());
        return ResponseEntity.status(cast.isFirst() ? HttpStatus.CREATED : HttpStatus.OK)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new BallotReceipt(cast.receipt()));
    }

    @GetMapping
    @Operation(summary = "All choices after the count, in an order drawn by lot")
    Page<ChoiceView> published(Caller caller, @PathVariable UUID id) {
        var election = sight.visible(caller, id);
        if (election.status() != Election.Status.COUNTED) {
            throw ElectionProblems.status(election.status()).asException();
        }
        List<ChoiceView> choices = queries.choices(id).stream()
                .map(choice -> new ChoiceView(choice.number(), choice.choice()))
                .toList();
        return new Page<>(choices, null);
    }
}
