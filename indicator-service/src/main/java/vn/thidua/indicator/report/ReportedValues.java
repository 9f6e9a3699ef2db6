package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.security.Caller;

/** Values of one unit by the codes of their indicators, taken like a block; its report is begun where it is not. */
@Service
public class ReportedValues {
    public enum Outcome {
        SAVED,
        /** That is what stands there already. */
        UNCHANGED,
        REFUSED
    }

    /**
     * A value as somebody sends it.
     *
     * @param version of the cell that the author knows; null takes a cell that is empty or the author's own, and no other's
     * @param unitOfMeasure in which it is typed; null is the indicator's own
     * @param qualifier where the value is not stated exactly; null where it is
     * @param reached names on the target's list; null where none are named
     * @param estimate null keeps what is there
     * @param explanation null keeps what is there
     */
    public record Value(
            String indicatorCode,
            @Nullable Long version,
            @Nullable BigDecimal value,
            @Nullable String unitOfMeasure,
            @Nullable Qualifier qualifier,
            @Nullable List<String> reached,
            boolean notApplicable,
            @Nullable Boolean estimate,
            @Nullable String explanation) {}

    /** @param errors with pointers into the value, such as {@code /value} */
    public record Taken(Outcome outcome, List<FieldError> errors) {
        public Taken {
            errors = List.copyOf(errors);
        }

        /** @param versionKnown whether the author said which version of the cell was seen */
        static Taken of(Block.Judged judged, boolean versionKnown) {
            return switch (judged.outcome()) {
                case SAVED -> new Taken(Outcome.SAVED, List.of());
                case UNCHANGED -> new Taken(Outcome.UNCHANGED, List.of());
                case STALE ->
                    new Taken(
                            Outcome.REFUSED,
                            List.of(
                                    versionKnown
                                            ? FieldError.of("/version", "value-overtaken")
                                            : FieldError.of("/value", "value-of-another")));
                case REFUSED ->
                    new Taken(
                            Outcome.REFUSED,
                            judged.errors().stream()
                                    .map(error -> error.pointer().equals("/indicatorId")
                                            ? new FieldError("/indicatorCode", error.code(), error.arguments())
                                            : error)
                                    .toList());
            };
        }
    }

    /** A version that no cell has: such a value is taken only where it says what stands there. */
    private static final long NONE = -1;

    private final ValueQueries queries;
    private final ReportService reports;
    private final BlockService blocks;
    private final ReportAccess access;

    ReportedValues(ValueQueries queries, ReportService reports, BlockService blocks, ReportAccess access) {
        this.queries = queries;
        this.reports = reports;
        this.blocks = blocks;
        this.access = access;
    }

    /** @throws vn.thidua.kit.problem.ProblemException 403 when the caller may write for no unit at all */
    public void requireSomewhere(Caller caller) {
        access.requireWritingSomewhere(caller);
    }

    /** The member with that code in the period's season. */
    public Optional<UUID> member(UUID periodId, String unitCode) {
        return queries.member(periodId, unitCode);
    }

    /**
     * Judges every value and saves what can be saved.
     *
     * @return one for each value, in their order
     * @throws vn.thidua.kit.problem.ProblemException when the caller may not write for the unit, or its report is not open
     */
    @Transactional
    public List<Taken> take(Caller caller, UUID periodId, UUID unitId, List<Value> values) {
        var reportId = reports.begin(caller, periodId, unitId).id();
        var known = queries.known(
                periodId,
                unitId,
                values.stream().map(Value::indicatorCode).distinct().toList());
        var wanted = new ArrayList<Block.Wanted>();
        var places = new HashMap<Integer, Integer>();
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            var meant = known.getOrDefault(value.indicatorCode(), List.of());
            if (meant.size() == 1) {
                places.put(i, wanted.size());
                wanted.add(wanted(value, meant.getFirst(), caller));
            }
        }
        var judged = blocks.save(caller, reportId, wanted, BlockService.Mode.PARTIAL);
        var taken = new ArrayList<Taken>();
        for (int i = 0; i < values.size(); i++) {
            var place = places.get(i);
            taken.add(
                    place == null
                            ? unknown(values.get(i), known)
                            : Taken.of(judged.get(place), values.get(i).version() != null));
        }
        return taken;
    }

    private static Block.Wanted wanted(Value value, ValueQueries.Known there, Caller caller) {
        var version = value.version();
        if (version == null) {
            // Nobody types what is computed, so it is nobody's.
            version = there.version() == 0 || there.computed() || there.isOf(caller) ? there.version() : NONE;
        }
        return new Block.Wanted(
                there.indicatorId(),
                version,
                value.value(),
                value.unitOfMeasure(),
                value.qualifier(),
                value.reached(),
                value.notApplicable(),
                value.estimate() == null ? null : value.estimate() ? Cell.Actuality.ESTIMATE : Cell.Actuality.ACTUAL,
                value.explanation() == null,
                value.explanation(),
                null);
    }

    private static Taken unknown(Value value, Map<String, List<ValueQueries.Known>> known) {
        var code = known.containsKey(value.indicatorCode()) ? "indicator-ambiguous" : "not-found";
        return new Taken(Outcome.REFUSED, List.of(FieldError.of("/indicatorCode", code)));
    }
}
