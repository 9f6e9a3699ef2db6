package vn.thidua.indicator.catalogue;

import java.util.UUID;

/**
 * Something that is measured.
 *
 * @param unitId the unit in whose catalogue it stands
 * @param code unique within that catalogue
 * @param unitOfMeasure as printed: tỷ đồng, %, người ...
 */
record Indicator(UUID id, UUID unitId, String code, String name, String unitOfMeasure, Measure measure, long version) {
    static final String AGGREGATE = "indicator";

    Indicator changed(String newName, String newUnitOfMeasure, Measure newMeasure) {
        return new Indicator(id, unitId, code, newName, newUnitOfMeasure, newMeasure, version + 1);
    }
}
