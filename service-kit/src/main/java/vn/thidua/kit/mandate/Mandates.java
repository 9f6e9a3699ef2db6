package vn.thidua.kit.mandate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/**
 * The one way to ask what a caller may do. Nothing is allowed unless a mandate in force today says so. Answers come from this
 * service's own copy and are never cached, so that a withdrawal bites as soon as the feed has brought it.
 */
public final class Mandates {
    private final MandateQueries queries;
    private final Clock clock;
    private final @Nullable String source;
    private final Duration tolerated;

    Mandates(MandateQueries queries, Clock clock, MandateSettings settings) {
        this.queries = queries;
        this.clock = clock;
        this.source = settings.source();
        this.tolerated = settings.silence().plus(settings.grace());
    }

    /**
     * All mandates of the caller today, narrowed to the one it acts under if it named one.
     *
     * @throws vn.thidua.kit.problem.ProblemException 403 when that one is not its own or not in force
     */
    public List<HeldMandate> inForce(Caller caller) {
        return narrowed(caller, null).stream().map(MandateQueries.Row::mandate).toList();
    }

    /** Whether the caller has the permission at that unit. */
    public boolean may(Caller caller, Permission permission, UUID unitId) {
        return basisOf(caller, permission, unitId) != null;
    }

    /**
     * Asks before a write.
     *
     * @return what the write rests on, for its audit row
     * @throws vn.thidua.kit.problem.ProblemException 403 when no mandate allows it, 503 {@code mandate-copy-stale} when the
     *     copy has been silent beyond the grace time
     */
    public Basis require(Caller caller, Permission permission, UUID unitId) {
        var asOf = freshEnough();
        var mandate = basisOf(caller, permission, unitId);
        if (mandate == null) {
            throw refusal(caller, permission).asException();
        }
        return new Basis(mandate, asOf);
    }

    /**
     * Asks before a write at many units at once.
     *
     * @return what the write rests on, for each of the units where a mandate allows it
     * @throws vn.thidua.kit.problem.ProblemException 403 when no mandate allows it anywhere, 503 as in {@link #require}
     */
    public Map<UUID, Basis> bases(Caller caller, Permission permission, Collection<UUID> unitIds) {
        var asOf = freshEnough();
        var suiting = suiting(caller, permission);
        if (suiting.isEmpty()) {
            throw refusal(caller, permission).asException();
        }
        var bases = new HashMap<UUID, Basis>();
        for (var mandate : suiting) {
            covered(mandate, unitIds).forEach(unit -> bases.putIfAbsent(unit, new Basis(mandate.id(), asOf)));
        }
        return bases;
    }

    /** At which of those units the caller has the permission. */
    public Set<UUID> among(Caller caller, Permission permission, Collection<UUID> unitIds) {
        var among = new HashSet<UUID>();
        for (var mandate : suiting(caller, permission)) {
            among.addAll(covered(mandate, unitIds));
        }
        return among;
    }

    private List<HeldMandate> suiting(Caller caller, Permission permission) {
        return narrowed(caller, null).stream()
                .map(MandateQueries.Row::mandate)
                .filter(mandate -> suits(caller, permission, mandate))
                .toList();
    }

    private List<UUID> covered(HeldMandate mandate, Collection<UUID> unitIds) {
        return mandate.subtree()
                ? queries.below(mandate.unitId(), unitIds)
                : unitIds.stream().filter(mandate.unitId()::equals).toList();
    }

    private Instant freshEnough() {
        var asOf = source == null ? clock.instant() : queries.asOf(source);
        if (asOf.plus(tolerated).isBefore(clock.instant())) {
            throw Problem.of(ProblemType.MANDATE_COPY_STALE)
                    .with("asOf", asOf.equals(Instant.EPOCH) ? "never" : asOf.toString())
                    .asException();
        }
        return asOf;
    }

    /** Where the caller has the permission; empty when nowhere. */
    public Reach reach(Caller caller, Permission permission) {
        var units = new ArrayList<UUID>();
        var roots = new ArrayList<UUID>();
        for (var row : narrowed(caller, null)) {
            if (suits(caller, permission, row.mandate())) {
                (row.mandate().subtree() ? roots : units).add(row.mandate().unitId());
            }
        }
        return new Reach(units, roots);
    }

    private @Nullable UUID basisOf(Caller caller, Permission permission, UUID unitId) {
        return narrowed(caller, unitId).stream()
                .filter(row -> row.covers() && suits(caller, permission, row.mandate()))
                .map(row -> row.mandate().id())
                .findFirst()
                .orElse(null);
    }

    private static boolean suits(Caller caller, Permission permission, HeldMandate mandate) {
        return switch (caller.kind()) {
            case PERSON -> permission.roles().contains(mandate.role());
            case AGENCY, SERVICE -> caller.scopes().contains(permission.agencyScope());
        };
    }

    private List<MandateQueries.Row> narrowed(Caller caller, @Nullable UUID unitId) {
        var held = queries.held(caller, unitId);
        if (caller.actingAs() == null) {
            return held;
        }
        var chosen = held.stream()
                .filter(row -> row.mandate().id().equals(caller.actingAs()))
                .toList();
        if (chosen.isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "acting-as-not-yours").asException();
        }
        return chosen;
    }

    private Problem refusal(Caller caller, Permission permission) {
        if (caller.kind() != Caller.Kind.PERSON && !caller.scopes().contains(permission.agencyScope())) {
            return Problem.because(ProblemType.FORBIDDEN, "scope-missing", permission.agencyScope());
        }
        return Problem.because(ProblemType.FORBIDDEN, inForce(caller).isEmpty() ? "no-mandate" : "not-over-unit");
    }
}
