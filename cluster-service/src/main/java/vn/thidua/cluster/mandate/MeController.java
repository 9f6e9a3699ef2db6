package vn.thidua.cluster.mandate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.access.Ability;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.security.Caller;

/** Who am I, and what may I do. */
@RestController
@Tag(name = "Me")
final class MeController {
    /**
     * @param name null for a client, and for somebody who logged in but is not registered
     * @param mandates in force today; every one of them, also when acting as one
     * @param otherMandates ended, future and withdrawn ones, which allow nothing but explain why
     * @param abilities what the mandates allow somewhere, narrowed to the one acted as
     * @param now by the business clock, which days and deadlines go by; a demo may have moved it
     */
    record Me(
            @NotNull String subject,
            @NotNull Caller.Kind kind,
            @Nullable UUID personId,
            @Nullable String name,
            @NotNull List<MandateController.MandateView> mandates,
            @NotNull List<MandateController.MandateView> otherMandates,
            @Nullable UUID actingAs,
            @NotNull List<Ability> abilities,
            @NotNull Instant now) {}

    private final MandateStore store;
    private final Mandates mandates;
    private final MeQueries queries;

    MeController(MandateStore store, Mandates mandates, MeQueries queries) {
        this.store = store;
        this.mandates = mandates;
        this.queries = queries;
    }

    @GetMapping("/api/v1/me")
    @Operation(summary = "The caller, its mandates in force, what they allow, and the mandates that are not in force")
    Me me(Caller caller) {
        var known = caller.kind() == Caller.Kind.PERSON
                ? queries.person(caller.subject()).orElse(null)
                : null;
        var held = store.everHeldBy(caller);
        var abilities = Arrays.stream(Ability.values())
                .filter(ability -> !mandates.reach(caller, ability.permission()).isEmpty())
                .toList();
        return new Me(
                caller.subject(),
                caller.kind(),
                known == null ? null : known.id(),
                known == null ? null : known.name(),
                views(held, true),
                views(held, false),
                caller.actingAs(),
                abilities,
                queries.now());
    }

    private static List<MandateController.MandateView> views(List<MandateStore.Held> held, boolean inForce) {
        return held.stream()
                .filter(h -> h.inForce() == inForce)
                .map(h -> MandateController.MandateView.of(h.named()))
                .toList();
    }
}
