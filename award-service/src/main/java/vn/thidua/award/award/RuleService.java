package vn.thidua.award.award;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.award.access.Ability;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Keeps the rule rows of awards. */
@Service
public class RuleService {
    private final Awards awards;
    private final Mandates mandates;
    private final Outbox outbox;
    private final Audit audit;

    RuleService(Awards awards, Mandates mandates, Outbox outbox, Audit audit) {
        this.awards = awards;
        this.mandates = mandates;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** @param asked with any id and version; what is returned has its own */
    @Transactional
    Award create(Caller caller, Award asked) {
        var basis = mandates.require(caller, Ability.RULES_WRITE.permission(), asked.unitId());
        var award = withIdentity(asked, awards.nextId(), 1);
        write(() -> awards.insert(award));
        tell(caller, basis, award, null, "award.created");
        return award;
    }

    /** Corrects a row. What was judged by its older version keeps that version. */
    @Transactional
    Award change(Caller caller, UUID id, long expected, Award asked) {
        var before = awards.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var basis = mandates.require(caller, Ability.RULES_WRITE.permission(), before.unitId());
        if (!asked.unitId().equals(before.unitId())) {
            mandates.require(caller, Ability.RULES_WRITE.permission(), asked.unitId());
        }
        if (before.version() != expected) {
            throw Versions.mismatch(before.version()).asException();
        }
        var after = withIdentity(asked, id, before.version() + 1);
        write(() -> awards.update(after));
        tell(caller, basis, after, before, "award.changed");
        return after;
    }

    private void tell(Caller caller, Basis basis, Award award, @Nullable Award before, String action) {
        var view = AwardView.of(award);
        awards.keep(award.id(), award.version(), view);
        outbox.publish(Award.AGGREGATE, award.id(), award.version(), "vn.thidua." + action, award.unitId(), view);
        audit.record(new AuditEntry(
                caller,
                basis,
                action,
                Award.AGGREGATE,
                award.id(),
                award.unitId(),
                before == null ? null : AwardView.of(before),
                view,
                null));
    }

    private static void write(Runnable statement) {
        try {
            statement.run();
        } catch (DataIntegrityViolationException violation) {
            if (String.valueOf(violation.getMostSpecificCause().getMessage()).contains("award_rule_once")) {
                throw Problem.because(ProblemType.CONFLICT, "award-rule-overlaps")
                        .asException();
            }
            throw violation;
        }
    }

    private static Award withIdentity(Award award, UUID id, long version) {
        return new Award(
                id,
                award.unitId(),
                award.code(),
                award.name(),
                award.kind(),
                award.level(),
                award.subject(),
                award.decidedBy(),
                award.standard(),
                award.effectiveFrom(),
                award.effectiveUntil(),
                award.source(),
                award.verified(),
                version);
    }
}
