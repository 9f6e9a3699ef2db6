package vn.thidua.indicator.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Keeps the catalogue. */
@Service
public class CatalogueService {
    /** At the unit in whose catalogue an indicator stands. */
    public static final Permission WRITE = Permission.of("indicators.write", "ADMINISTRATOR", "STANDING_OFFICER");

    private final IndicatorStore store;
    private final Bounds bounds;
    private final UnitRows units;
    private final Formulas formulas;
    private final Mandates mandates;
    private final Outbox outbox;
    private final Audit audit;

    CatalogueService(
            IndicatorStore store,
            Bounds bounds,
            UnitRows units,
            Formulas formulas,
            Mandates mandates,
            Outbox outbox,
            Audit audit) {
        this.store = store;
        this.bounds = bounds;
        this.units = units;
        this.formulas = formulas;
        this.mandates = mandates;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** An indicator as the feed tells it. */
    record IndicatorPublished(
            UUID id,
            UUID unitId,
            String code,
            String name,
            String unitOfMeasure,
            Measure.ValueKind valueKind,
            Measure.Direction direction,
            int decimals,
            boolean evidenceRequired,
            List<String> levels,
            List<Units.Unit> units,
            @Nullable String formula,
            @Nullable UUID sourceUnitId,
            @Nullable String statisticsCode,
            long version) {
        static IndicatorPublished of(Indicator indicator) {
            return new IndicatorPublished(
                    indicator.id(),
                    indicator.unitId(),
                    indicator.code(),
                    indicator.name(),
                    indicator.unitOfMeasure(),
                    indicator.measure().valueKind(),
                    indicator.measure().direction(),
                    indicator.measure().decimals(),
                    indicator.measure().evidenceRequired(),
                    indicator.measure().levels(),
                    indicator.units(),
                    indicator.formula(),
                    indicator.source().unitId(),
                    indicator.source().statisticsCode(),
                    indicator.version());
        }
    }

    @Transactional
    Indicator create(Caller caller, UUID unitId, String code, Indicator.Said said) {
        var basis = mandates.require(caller, WRITE, unitId);
        var measure = checked(said.measure(), Measure.USUAL);
        var formula = formulas.checked(unitId, code, said.formulaOver(null), measure);
        var indicator = new Indicator(
                store.nextId(),
                unitId,
                code,
                said.name(),
                said.unitOfMeasure(),
                measure,
                checked(said, List.of()),
                formula == null ? null : formula.text(),
                checked(said.source(), Indicator.Source.UNTOLD),
                1);
        try {
            store.insert(indicator);
            units.replace(indicator.id(), indicator.units());
            formulas.replace(indicator.id(), unitId, formula);
        } catch (DuplicateKeyException taken) {
            throw Problem.invalid(FieldError.of("/code", "taken")).asException();
        }
        tell(caller, basis, indicator, null, "indicator.created");
        return indicator;
    }

    @Transactional
    Indicator change(Caller caller, UUID id, long expected, Indicator.Said said) {
        var before = store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var basis = mandates.require(caller, WRITE, before.unitId());
        if (before.version() != expected) {
            throw Versions.mismatch(before.version()).asException();
        }
        var measure = checked(said.measure(), before.measure());
        var formula = formulas.checked(before.unitId(), before.code(), said.formulaOver(before.formula()), measure);
        var after = before.changed(
                said.name(),
                said.unitOfMeasure(),
                measure,
                checked(said, before.units()),
                formula == null ? null : formula.text(),
                checked(said.source(), before.source()));
        try {
            store.update(after);
            units.replace(id, after.units());
            formulas.replace(id, before.unitId(), formula);
        } catch (DataIntegrityViolationException violation) {
            throw refused(violation);
        }
        tell(caller, basis, after, before, "indicator.changed");
        return after;
    }

    /**
     * Sets from where on the indicator's numbers are checked; its version counts that too.
     *
     * @param expected the indicator's version
     */
    @Transactional
    Indicator bound(Caller caller, UUID id, long expected, List<Bound> given) {
        var before = store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var basis = mandates.require(caller, WRITE, before.unitId());
        if (before.version() != expected) {
            throw Versions.mismatch(before.version()).asException();
        }
        var after = before.changed(
                before.name(),
                before.unitOfMeasure(),
                before.measure(),
                before.units(),
                before.formula(),
                before.source());
        var was = bounds.of(List.of(id)).getOrDefault(id, Map.of()).values();
        store.update(after);
        bounds.replace(id, given);
        outbox.publish(
                Indicator.AGGREGATE,
                id,
                after.version(),
                "vn.thidua.indicator.changed",
                after.unitId(),
                IndicatorPublished.of(after));
        audit.record(new AuditEntry(
                caller, basis, "indicator.bounded", Indicator.AGGREGATE, id, after.unitId(), was, given, null));
        return after;
    }

    /** What the database keeps because others rely on it, said in the caller's language. */
    private static RuntimeException refused(DataIntegrityViolationException violation) {
        var message = String.valueOf(violation.getMostSpecificCause().getMessage());
        if (message.contains("frozen targets rely")) {
            return Problem.because(ProblemType.CONFLICT, "indicator-promised").asException();
        }
        if (message.contains("levels_stay") || message.contains("levels that targets")) {
            return Problem.because(ProblemType.CONFLICT, "levels-used").asException();
        }
        if (message.contains("typed in this unit") || message.contains("converted to this unit")) {
            return Problem.because(ProblemType.CONFLICT, "unit-used").asException();
        }
        return violation;
    }

    private static List<Units.Unit> checked(Indicator.Said said, List<Units.Unit> present) {
        var given = said.units() == null ? present : said.units();
        var errors = new ArrayList<FieldError>();
        var seen = new HashSet<>(Set.of(Units.key(said.unitOfMeasure())));
        for (int i = 0; i < given.size(); i++) {
            var unit = given.get(i);
            if (!seen.add(Units.key(unit.name()))) {
                errors.add(FieldError.of("/units/" + i + "/name", "taken"));
            }
            if (unit.numerator().signum() <= 0 || !Decimals.fits(unit.numerator())) {
                errors.add(FieldError.of("/units/" + i + "/numerator", "range"));
            }
            if (unit.denominator().signum() <= 0 || !Decimals.fits(unit.denominator())) {
                errors.add(FieldError.of("/units/" + i + "/denominator", "range"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
        return given;
    }

    private Indicator.Source checked(Indicator.@Nullable Source said, Indicator.Source present) {
        if (said == null) {
            return present;
        }
        if (said.unitId() != null && !said.unitId().equals(present.unitId()) && !store.isUnit(said.unitId())) {
            throw Problem.invalid(FieldError.of("/source/unitId", "not-found")).asException();
        }
        return said;
    }

    private static Measure checked(Measure.Said said, Measure present) {
        if (!Measure.fits(said.kindOver(present), said.decimalsOver(present))) {
            throw Problem.invalid(FieldError.of("/decimals", "range")).asException();
        }
        var errors = Levels.faults(said.kindOver(present), said.levelsOver(present), present);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
        return said.over(present);
    }

    private void tell(Caller caller, Basis basis, Indicator indicator, @Nullable Indicator before, String action) {
        outbox.publish(
                Indicator.AGGREGATE,
                indicator.id(),
                indicator.version(),
                "vn.thidua." + action,
                indicator.unitId(),
                IndicatorPublished.of(indicator));
        audit.record(new AuditEntry(
                caller,
                basis,
                action,
                Indicator.AGGREGATE,
                indicator.id(),
                indicator.unitId(),
                before,
                indicator,
                null));
    }
}
