package vn.thidua.kit.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Events that could not be applied: seen by administrators and auditors, replayed by administrators. */
@RestController
@RequestMapping("/api/v1/feeds/${thidua.service}/parked")
@Tag(name = "Feed")
class ParkedController {
    private static final Permission SEE = Permission.of("feed.parked", "ADMINISTRATOR", "AUDITOR");
    private static final Permission REPLAY = Permission.of("feed.parked", "ADMINISTRATOR");

    record Parked(
            UUID id,
            String source,
            String aggregateType,
            UUID aggregateId,
            long aggregateVersion,
            String error,
            Instant parkedAt) {}

    private final CopyStore store;
    private final FeedReaders readers;
    private final Mandates mandates;

    ParkedController(CopyStore store, FeedReaders readers, Mandates mandates) {
        this.store = store;
        this.readers = readers;
        this.mandates = mandates;
    }

    @GetMapping
    @Operation(summary = "Events set aside because they could not be applied")
    List<Parked> parked(Caller caller) {
        require(caller, SEE);
        return store.parked().stream()
                .map(p -> new Parked(
                        p.id(),
                        p.source(),
                        p.event().aggregateType(),
                        p.event().aggregateId(),
                        p.event().version(),
                        p.error(),
                        p.parkedAt()))
                .toList();
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Operation(summary = "Applies an event that was set aside, after its cause is mended")
    public void replay(Caller caller, @PathVariable UUID id) {
        require(caller, REPLAY);
        var parked = store.parked(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        readers.of(parked.source())
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException())
                .replay(id)
                .ifPresent(problem -> {
                    throw problem.asException();
                });
    }

    private void require(Caller caller, Permission permission) {
        if (mandates.reach(caller, permission).isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "no-mandate").asException();
        }
    }
}
