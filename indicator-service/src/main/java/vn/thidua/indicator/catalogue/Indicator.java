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
 */
record Indicator(
        UUID id,
        UUID unitId,
        String code,
        String name,
        String unitOfMeasure,
        Measure measure,
        List<Units.Unit> units,
        long version) {
    static final String AGGREGATE = "indicator";

    Indicator {
        units = List.copyOf(units);
    }

    /**
     * What is said of an indicator.
     *
     * @param units null leaves them as they are
     */
    record Said(
            String name,
            String unitOfMeasure,
            Measure.Said measure,
            @Nullable List<Units.Unit> units) {}

    Indicator changed(String newName, String newUnitOfMeasure, Measure newMeasure, List<Units.Unit> newUnits) {
        return new Indicator(id, unitId, code, newName, newUnitOfMeasure, newMeasure, newUnits, version + 1);
    }
}
