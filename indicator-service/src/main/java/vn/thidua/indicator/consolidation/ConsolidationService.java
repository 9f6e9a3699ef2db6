package vn.thidua.indicator.consolidation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.season.Season;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** The way of a cluster's own report: put together by its secretary or head, handed in, adopted by another or given back. */
@Service
class ConsolidationService {
    /** At the organiser; the head's people and the cluster's secretary there may too. No agency does. */
    private static final Permission PREPARE = Permission.of("consolidation", "STANDING_OFFICER", "CLUSTER_SECRETARY");

    private static final Permission PREPARE_AS_HEAD =
            Permission.of("consolidation", "UNIT_OFFICER", "UNIT_LEADER", "CLUSTER_SECRETARY");
    private static final Permission ADOPT = Permission.of("consolidation", "STANDING_OFFICER", "STANDING_LEADER");
    private static final Permission ADOPT_AS_HEAD = Permission.of("consolidation", "UNIT_LEADER");

    /** It is not in the state that this asks for. */
    private static final ProblemType STATUS = new ProblemType("consolidation-status", HttpStatus.CONFLICT);

    private final ConsolidationStore store;
    private final ConsolidationQueries queries;
    private final SeasonAccess seasons;
    private final Mandates mandates;
    private final ConsolidationTelling telling;

    ConsolidationService(
            ConsolidationStore store,
            ConsolidationQueries queries,
            SeasonAccess seasons,
            Mandates mandates,
            ConsolidationTelling telling) {
        this.store = store;
        this.queries = queries;
        this.seasons = seasons;
        this.mandates = mandates;
        this.telling = telling;
    }

    /**
     * Says something beside one computed number.
     *
     * @param adjusted what shall stand in its place, or null for the computed one
     * @param expected the version of what is said there, 0 where nothing is
     */
    @Transactional
    void say(
            Caller caller,
            UUID periodId,
            UUID indicatorId,
            @Nullable BigDecimal adjusted,
            @Nullable String reason,
            @Nullable String explanation,
            long expected) {
        var season = open(caller, periodId);
        var basis = require(caller, season, PREPARE, PREPARE_AS_HEAD);
        if (adjusted != null && !Decimals.fits(adjusted)) {
            throw Problem.invalid(FieldError.of("/adjusted", "range")).asException();
        }
        if ((adjusted == null) != (reason == null)) {
            throw Problem.invalid(FieldError.of("/reason", "adjusted-with-reason"))
                    .asException();
        }
        requireStatus(store.lock(periodId), Consolidation.Status.DRAFT);
        var row = queries.computed(periodId).stream()
                .filter(one -> one.number().indicatorId().equals(indicatorId))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        if (adjusted != null && !row.indicator().takes(adjusted)) {
            throw Problem.invalid(FieldError.of(
                            "/adjusted", "no-level", 1, row.indicator().levels().size()))
                    .asException();
        }
        var before = store.beside(periodId).getOrDefault(indicatorId, Consolidation.Beside.nothing(indicatorId));
        if (before.version() != expected) {
            throw Versions.mismatch(before.version()).asException();
        }
        var after = new Consolidation.Beside(
                indicatorId,
                before.version() + 1,
                Decimals.plainOrNull(adjusted),
                reason,
                explanation,
                adjusted == null ? null : row.number().computed());
        store.say(periodId, after, caller, basis);
        telling.adjusted(caller, basis, season, periodId, before, after);
    }

    /** Hands it in: its numbers stand from now on, whatever members mend. */
    @Transactional
    void submit(Caller caller, UUID periodId) {
        var season = open(caller, periodId);
        var basis = require(caller, season, PREPARE, PREPARE_AS_HEAD);
        var before = store.lock(periodId);
        requireStatus(before, Consolidation.Status.DRAFT);
        if (queries.handedIn(periodId).isEmpty()) {
            throw Problem.because(ProblemType.CONFLICT, "nothing-to-consolidate")
                    .asException();
        }
        var rows = queries.computed(periodId);
        var beside = store.beside(periodId);
        requireRules(rows, beside);
        var numbers =
                rows.stream().map(ConsolidationQueries.ComputedRow::number).toList();
        store.submit(periodId, numbers, beside, caller.subject());
        telling.tell(caller, basis, season, "consolidation.submitted", before, null);
    }

    /** Adopts it; not by who handed it in. */
    @Transactional
    void adopt(Caller caller, UUID periodId) {
        var season = open(caller, periodId);
        var basis = require(caller, season, ADOPT, ADOPT_AS_HEAD);
        var before = store.lock(periodId);
        requireStatus(before, Consolidation.Status.SUBMITTED);
        if (caller.subject().equals(before.submittedBy())) {
            throw Problem.because(ProblemType.FORBIDDEN, "own-consolidation").asException();
        }
        store.adopt(periodId, caller.subject());
        telling.tell(caller, basis, season, "consolidation.adopted", before, null);
    }

    /** Makes a draft of it again, also after it was adopted. */
    @Transactional
    void giveBack(Caller caller, UUID periodId, String reason) {
        var season = open(caller, periodId);
        var basis = require(caller, season, ADOPT, ADOPT_AS_HEAD);
        var before = store.lock(periodId);
        if (before.status() == Consolidation.Status.DRAFT) {
            throw status(before).asException();
        }
        store.giveBack(periodId, reason);
        telling.tell(caller, basis, season, "consolidation.returned", before, reason);
    }

    boolean mayPrepare(Caller caller, Season season) {
        return may(caller, season, PREPARE, PREPARE_AS_HEAD);
    }

    boolean mayAdopt(Caller caller, Season season) {
        return may(caller, season, ADOPT, ADOPT_AS_HEAD);
    }

    private boolean may(Caller caller, Season season, Permission atOrganiser, Permission atHead) {
        return mandates.may(caller, atOrganiser, season.organiserId())
                || season.heads().stream().anyMatch(head -> mandates.may(caller, atHead, head));
    }

    private Basis require(Caller caller, Season season, Permission atOrganiser, Permission atHead) {
        for (var head : season.heads()) {
            if (mandates.may(caller, atHead, head)) {
                return mandates.require(caller, atHead, head);
            }
        }
        return mandates.require(caller, atOrganiser, season.organiserId());
    }

    /** What members say is put together as somebody said, or a person says the number; it is not guessed. */
    private static void requireRules(
            List<ConsolidationQueries.ComputedRow> rows, Map<UUID, Consolidation.Beside> beside) {
        var unsaid = rows.stream()
                .filter(row -> row.number().rule() == null
                        && row.number().coverage().known() > 0
                        && beside.getOrDefault(
                                                row.indicator().id(),
                                                Consolidation.Beside.nothing(
                                                        row.indicator().id()))
                                        .adjusted()
                                == null)
                .map(row -> row.indicator().code())
                .toList();
        if (!unsaid.isEmpty()) {
            throw Problem.because(ProblemType.CONFLICT, "aggregation-unsaid", unsaid.size(), String.join(", ", unsaid))
                    .asException();
        }
    }

    private Season open(Caller caller, UUID periodId) {
        var season = seasons.visible(
                caller,
                store.seasonOf(periodId)
                        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException()),
                "reports.read");
        SeasonAccess.requireNotClosed(season);
        return season;
    }

    private static void requireStatus(Consolidation present, Consolidation.Status wanted) {
        if (present.status() != wanted) {
            throw status(present).asException();
        }
    }

    private static Problem status(Consolidation present) {
        return Problem.of(STATUS).with("consolidationStatus", present.status().name());
    }
}
