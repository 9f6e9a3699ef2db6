package vn.thidua.indicator.target;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Registers what a cluster as a whole is to reach: the organiser's office and the head's people, any time, and with a reason when it changes. */
@Service
class ClusterTargetService {
    /**
     * All numbers as they shall be; null shall be empty.
     *
     * @param portions null leaves them as they are
     * @param reason due from the second time on
     */
    record Given(
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,
            @Nullable List<Target.Portion> portions,
            @Nullable String reason) {
        Answers.Numbers numbers() {
            return new Answers.Numbers(assigned, registered, lastYear, portions == null ? List.of() : portions);
        }
    }

    private final ClusterTargetStore store;
    private final TargetSheetStore sheets;
    private final SeasonAccess access;
    private final Outbox outbox;
    private final Audit audit;

    ClusterTargetService(
            ClusterTargetStore store, TargetSheetStore sheets, SeasonAccess access, Outbox outbox, Audit audit) {
        this.store = store;
        this.sheets = sheets;
        this.access = access;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * @param expected its version, 0 while nothing is registered
     * @throws vn.thidua.kit.problem.ProblemException 404 where no member has a target of the indicator
     */
    @Transactional
    ClusterTarget register(Caller caller, UUID seasonId, UUID indicatorId, Given given, long expected) {
        var season = access.season(seasonId);
        var basis = access.require(caller, season, TargetService.WRITE);
        SeasonAccess.requireNotClosed(season);
        // The sheet first, as every writer of a season's targets does.
        sheets.lock(seasonId);
        if (!store.isMeasured(seasonId, indicatorId)) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        var before = store.find(seasonId, indicatorId).orElse(null);
        var version = before == null ? 0 : before.version();
        if (version != expected) {
            throw Versions.mismatch(version).asException();
        }
        var after = new ClusterTarget(
                before == null ? UUID.randomUUID() : before.id(),
                seasonId,
                indicatorId,
                version + 1,
                Decimals.plainOrNull(given.assigned()),
                Decimals.plainOrNull(given.registered()),
                Decimals.plainOrNull(given.lastYear()),
                portions(given, before),
                given.reason());
        var errors = faults(given, before, after);
        store.answers(indicatorId).ifPresent(answers -> answers.check(errors, "", given.numbers(), present(before)));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
        store.add(after, caller, basis);
        outbox.publish(
                ClusterTarget.AGGREGATE,
                after.id(),
                after.version(),
                "vn.thidua.cluster-target.registered",
                season.organiserId(),
                after);
        audit.record(new AuditEntry(
                caller,
                basis,
                "cluster-target.registered",
                ClusterTarget.AGGREGATE,
                after.id(),
                season.organiserId(),
                before,
                after,
                after.reason()));
        return after;
    }

    private static List<Target.Portion> portions(Given given, @Nullable ClusterTarget before) {
        if (given.portions() == null) {
            return before == null ? List.of() : before.portions();
        }
        return TargetDrafts.plain(given.portions());
    }

    private static Answers.Numbers present(@Nullable ClusterTarget before) {
        return before == null ? Answers.Numbers.NONE : before.numbers();
    }

    private static List<FieldError> faults(Given given, @Nullable ClusterTarget before, ClusterTarget after) {
        var errors = new ArrayList<FieldError>();
        range(errors, "/assigned", after.assigned());
        range(errors, "/registered", after.registered());
        range(errors, "/lastYear", after.lastYear());
        if (given.portions() != null) {
            check(errors, given.portions());
        }
        if (before == null ? after.assigned() == null && after.registered() == null : after.saysTheSameAs(before)) {
            errors.add(FieldError.of("", before == null ? "target-empty" : "unchanged"));
        }
        if (before != null && after.reason() == null) {
            errors.add(FieldError.of("/reason", "change-with-reason"));
        }
        return errors;
    }

    private static void check(List<FieldError> errors, List<Target.Portion> portions) {
        var seen = EnumSet.noneOf(Target.Part.class);
        for (int i = 0; i < portions.size(); i++) {
            var portion = portions.get(i);
            if (!seen.add(portion.periodKind())) {
                errors.add(FieldError.of("/portions/" + i + "/periodKind", "taken"));
            }
            range(errors, "/portions/" + i + "/assigned", portion.assigned());
            range(errors, "/portions/" + i + "/registered", portion.registered());
        }
    }

    private static void range(List<FieldError> errors, String pointer, @Nullable BigDecimal number) {
        if (number != null && !Decimals.fits(number)) {
            errors.add(FieldError.of(pointer, "range"));
        }
    }
}
