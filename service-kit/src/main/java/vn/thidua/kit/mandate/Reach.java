package vn.thidua.kit.mandate;

import java.util.List;
import java.util.UUID;

/**
 * Where a permission holds, for lists. In SQL: {@code unit_id = any(:units) or unit_id in (select
 * kit.units_and_below(:roots, kit.business_today()))}.
 *
 * @param units single units
 * @param roots units with everything below them
 */
public record Reach(List<UUID> units, List<UUID> roots) {
    public Reach {
        units = List.copyOf(units);
        roots = List.copyOf(roots);
    }

    public boolean isEmpty() {
        return units.isEmpty() && roots.isEmpty();
    }

    public UUID[] unitArray() {
        return units.toArray(UUID[]::new);
    }

    public UUID[] rootArray() {
        return roots.toArray(UUID[]::new);
    }
}
