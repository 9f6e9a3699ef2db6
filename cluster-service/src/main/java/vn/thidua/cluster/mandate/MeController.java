package vn.thidua.cluster.mandate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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
     * @param abilities what the mandates allow somewhere, narrowed to the one acted as
     */
    record Me(
            @NotNull String subject,
            Caller.@NotNull Kind kind,
            @Nullable UUID personId,
            @Nullable String name,
            @NotNull List<MandateController.MandateView> mandates,
            @Nullable UUID actingAs,
            @NotNull List<Ability> abilities) {}

    private record Known(UUID id, String name) {}

    private final MandateStore store;
    private final Mandates mandates;
    private final JdbcClient jdbc;

    MeController(MandateStore store, Mandates mandates, JdbcClient jdbc) {
        this.store = store;
        this.mandates = mandates;
        this.jdbc = jdbc;
    }

    @GetMapping("/api/v1/me")
    @Operation(summary = "The caller, its mandates in force and what they allow")
    Me me(Caller caller) {
        var known = caller.kind() == Caller.Kind.PERSON ? person(caller.subject()) : null;
        var held = store.heldBy(caller).stream()
                .map(MandateController.MandateView::of)
                .toList();
        var abilities = Arrays.stream(Ability.values())
                .filter(ability -> !mandates.reach(caller, ability.permission()).isEmpty())
                .toList();
        return new Me(
                caller.subject(),
                caller.kind(),
                known == null ? null : known.id(),
                known == null ? null : known.name(),
                held,
                caller.actingAs(),
                abilities);
    }

    private @Nullable Known person(String account) {
        return jdbc.sql("select id, name from person where account = :account")
                .param("account", account)
                .query((row, _) -> new Known(row.getObject("id", UUID.class), row.getString("name")))
                .optional()
                .orElse(null);
    }
}
