package vn.thidua.cluster.council;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.mandate.Mandate;
import vn.thidua.cluster.mandate.MandateService;
import vn.thidua.cluster.mandate.MandateService.Grant;
import vn.thidua.cluster.mandate.MandateService.Granted;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/**
 * Composes councils. With a composition its people are entrusted as members and chair for just its days; so whoever may grant
 * mandates for the unit composes its council, and by the same rules.
 */
@Service
class CouncilService {
    /** What the audit learns; who sits where is told by the mandates. */
    private record Told(
            String decisionNumber,
            LocalDate decidedOn,
            LocalDate from,
            @Nullable LocalDate until,
            List<UUID> mandates) {}

    private final CouncilStore store;
    private final Units units;
    private final Mandates mandates;
    private final MandateService granting;
    private final Audit audit;

    CouncilService(CouncilStore store, Units units, Mandates mandates, MandateService granting, Audit audit) {
        this.store = store;
        this.units = units;
        this.mandates = mandates;
        this.granting = granting;
        this.audit = audit;
    }

    /** The composition in force until then ends the day before, with its mandates. */
    @Transactional
    UUID compose(Caller caller, Council named) {
        units.requireKnown("/unitId", named.unitId());
        var basis = mandates.require(caller, Ability.MANDATES_WRITE.permission(), named.unitId());
        var standing = store.lockAll(named.unitId());
        standing.stream()
                .filter(council -> council.from().equals(named.from()))
                .findFirst()
                .ifPresent(council -> {
                    throw Recording.already(council.id()).asException();
                });
        requireOffices(named);
        var until = standing.stream()
                .map(Council::from)
                .filter(later -> later.isAfter(named.from()))
                .findFirst()
                .orElse(null);
        standing.stream().filter(council -> covers(council, named.from())).forEach(before -> {
            store.end(before, named.from());
            granting.end(caller, basis, store.mandatesOf(before.id()), named.from());
        });
        var grants = named.seats().stream()
                .map(seat -> new Grant(
                        seat.personId(),
                        null,
                        named.unitId(),
                        seat.office().role(),
                        Mandate.Scope.SUBTREE,
                        named.from(),
                        until))
                .toList();
        requireFit(caller, named.seats(), grants);
        var granted = granting.grant(
                caller, grants.stream().map(grant -> new Granted(basis, grant)).toList());
        var composed = new Council(
                store.nextId(),
                named.unitId(),
                named.decisionNumber(),
                named.decidedOn(),
                named.from(),
                until,
                named.seats(),
                1);
        store.insert(composed, granted);
        record(caller, basis, "council.composed", composed, granted, null);
        return composed.id();
    }

    /** Takes back the newest composition, which never was; the one before goes on, with its mandates. */
    @Transactional
    void withdraw(Caller caller, UUID id, long expected, String reason) {
        var unit = store.unitOf(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var basis = mandates.require(caller, Ability.MANDATES_WRITE.permission(), unit);
        var standing = store.lockAll(unit);
        var newest = standing.isEmpty() ? null : standing.getLast();
        if (newest == null || !newest.id().equals(id)) {
            throw Problem.because(ProblemType.CONFLICT, "council-followed").asException();
        }
        if (newest.version() != expected) {
            throw Versions.mismatch(newest.version()).asException();
        }
        var withdrawn = store.mandatesOf(id);
        granting.withdraw(caller, basis, withdrawn, reason);
        store.withdraw(newest, reason);
        if (standing.size() > 1) {
            var before = standing.get(standing.size() - 2);
            if (newest.from().equals(before.until())) {
                store.end(before, null);
                granting.end(caller, basis, store.mandatesOf(before.id()), null);
            }
        }
        record(caller, basis, "council.withdrawn", newest, withdrawn, reason);
    }

    private static boolean covers(Council council, LocalDate day) {
        return council.from().isBefore(day) && (council.until() == null || day.isBefore(council.until()));
    }

    private void requireOffices(Council named) {
        var chairs = named.seats().stream()
                .filter(seat -> seat.office() == Council.Office.CHAIR)
                .count();
        var standing = named.seats().stream()
                .filter(seat -> seat.office() == Council.Office.STANDING_VICE_CHAIR)
                .count();
        var errors = new ArrayList<FieldError>();
        if (chairs != 1) {
            errors.add(FieldError.of("/seats", "one-chair"));
        }
        if (standing > 1) {
            errors.add(FieldError.of("/seats", "one-standing-vice-chair"));
        }
        if (named.viceChairs() > Council.MOST_VICE_CHAIRS_OF_A_PROVINCE && store.isProvince(named.unitId())) {
            errors.add(FieldError.of("/seats", "too-many-vice-chairs", Council.MOST_VICE_CHAIRS_OF_A_PROVINCE));
        }
        refuse(errors);
    }

    private void requireFit(Caller caller, List<Council.Seat> seats, List<Grant> grants) {
        var known = new HashSet<>(
                store.known(seats.stream().map(Council.Seat::personId).toList()));
        var unfit = granting.unfit(caller, grants);
        var seated = new HashSet<UUID>();
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < seats.size(); i++) {
            var person = seats.get(i).personId();
            var code = known.contains(person) ? seated.add(person) ? unfit.get(person) : "taken" : "not-found";
            if (code != null) {
                errors.add(FieldError.of("/seats/" + i + "/personId", code));
            }
        }
        refuse(errors);
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }

    private void record(
            Caller caller, Basis basis, String action, Council council, List<UUID> entrusted, @Nullable String reason) {
        var told = new Told(council.decisionNumber(), council.decidedOn(), council.from(), council.until(), entrusted);
        audit.record(
                new AuditEntry(caller, basis, action, "council", council.id(), council.unitId(), null, told, reason));
    }
}
