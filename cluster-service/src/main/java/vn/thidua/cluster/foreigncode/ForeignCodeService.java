package vn.thidua.cluster.foreigncode;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Records by which codes other agencies know units. */
@Service
class ForeignCodeService {
    private final ForeignCodeStore store;
    private final Units units;
    private final Mandates mandates;
    private final ForeignCodeTelling telling;

    ForeignCodeService(ForeignCodeStore store, Units units, Mandates mandates, ForeignCodeTelling telling) {
        this.store = store;
        this.units = units;
        this.mandates = mandates;
        this.telling = telling;
    }

    /** @param named its id is given here */
    @Transactional
    UUID record(Caller caller, ForeignCode named) {
        var basis = mandates.require(caller, Ability.UNITS_WRITE.permission(), named.unitId());
        units.required("/unitId", named.unitId());
        store.same(named).ifPresent(other -> {
            throw Recording.already(other).asException();
        });
        try {
            var id = store.insert(named);
            tell(caller, basis, null, store.lock(id).orElseThrow(), "foreign-code.recorded", null);
            return id;
        } catch (DataIntegrityViolationException taken) {
            throw refusal(taken).asException();
        }
    }

    /** @param corrected with the version the correction relies on */
    @Transactional
    void correct(Caller caller, ForeignCode corrected, String reason) {
        var before = lock(corrected.id(), corrected.version());
        mandates.require(caller, Ability.UNITS_WRITE.permission(), before.unitId());
        var basis = mandates.require(caller, Ability.UNITS_WRITE.permission(), corrected.unitId());
        units.required("/unitId", corrected.unitId());
        try {
            store.rewrite(corrected);
        } catch (DataIntegrityViolationException taken) {
            throw refusal(taken).asException();
        }
        tell(caller, basis, before, store.lock(corrected.id()).orElseThrow(), "foreign-code.corrected", reason);
    }

    /** @param expected the version the withdrawal relies on */
    @Transactional
    void withdraw(Caller caller, UUID id, long expected, String reason) {
        var before = lock(id, expected);
        var basis = mandates.require(caller, Ability.UNITS_WRITE.permission(), before.unitId());
        store.delete(id);
        tell(caller, basis, before, null, "foreign-code.withdrawn", reason);
    }

    private ForeignCode lock(UUID id, long expected) {
        var code = store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        if (code.version() != expected) {
            throw Versions.mismatch(code.version()).asException();
        }
        return code;
    }

    private void tell(
            Caller caller,
            Basis basis,
            @Nullable ForeignCode before,
            @Nullable ForeignCode after,
            String action,
            @Nullable String reason) {
        telling.tell(caller, List.of(new ForeignCodeTelling.Told(basis, before, after, action, reason)));
    }

    static Problem refusal(DataIntegrityViolationException violation) {
        if (String.valueOf(violation.getMostSpecificCause().getMessage()).contains("foreign_code_once")) {
            return Problem.because(ProblemType.CONFLICT, "code-mapped");
        }
        throw violation;
    }
}
