package vn.thidua.cluster.table;

/** How a table is taken. */
public enum TableMode {
    /** Only judged. */
    DRY_RUN,
    /** The right rows are saved. */
    PARTIAL,
    /** Nothing is saved when one row is refused. */
    WHOLE_OR_NOTHING;

    /** @param refused whether any row is */
    public boolean saves(boolean refused) {
        return switch (this) {
            case DRY_RUN -> false;
            case PARTIAL -> true;
            case WHOLE_OR_NOTHING -> !refused;
        };
    }
}
