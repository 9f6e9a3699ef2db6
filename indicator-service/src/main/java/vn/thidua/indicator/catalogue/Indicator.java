package vn.thidua.indicator.catalogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is measured.
 *
 * @param unitId the unit in whose catalogue it stands
 * @param code unique within that catalogue
 * @param unitOfMeasure as printed: tỷ đồng, %, người ...
 * @param units further ones that its numbers may be typed in
 * @param formula how it is computed from others of the catalogue, null where it is reported
 */
record Indicator(
        UUID id,
        UUID unitId,
        String code,
        String name,
        String unitOfMeasure,
        Measure measure,
        List<Units.Unit> units,
        @Nullable String formula,
        Source source,
        long version) {
    static final String AGGREGATE = "indicator";

    Indicator {
        units = List.copyOf(units);
    }

    /**
     * Where its figures are at home.
     *
     * @param unitId the department whose figures they are, or null
     * @param statisticsCode under which statisticians publish the same, or null
     */
    record Source(@Nullable UUID unitId, @Nullable String statisticsCode) {
        static final Source UNTOLD = new Source(null, null);
    }

    /**
     * What is said of an indicator.
     *
     * @param units null leaves them as they are
     * @param formula null leaves it as it is, a blank one makes the indicator one that is reported
     * @param source null leaves it as it is
     */
    record Said(
            String name,
            String unitOfMeasure,
            Measure.Said measure,
            @Nullable List<Units.Unit> units,
            @Nullable String formula,
            @Nullable Source source) {
        /** The formula that this leads to, or null. */
        @Nullable
        String formulaOver(@Nullable String present) {
            if (formula == null) {
                return present;
            }
            return formula.isBlank() ? null : formula;
        }
    }

    Indicator changed(
            String newName,
            String newUnitOfMeasure,
            Measure newMeasure,
            List<Units.Unit> newUnits,
            @Nullable String newFormula,
            Source newSource) {
        return new Indicator(
                id, unitId, code, newName, newUnitOfMeasure, newMeasure, newUnits, newFormula, newSource, version + 1);
    }
}
