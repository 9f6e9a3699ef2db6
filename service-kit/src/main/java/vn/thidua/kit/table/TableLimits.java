package vn.thidua.kit.table;

/**
 * How much of a file is read before it is refused. A file of a megabyte can unpack to gigabytes; nothing beyond these bounds
 * is ever held in memory.
 *
 * @param unpackedBytes all parts of the file together
 * @param rows with something in them
 * @param columns cells further right are not read
 * @param textLength of one cell
 * @param sharedCharacters of all texts that the file keeps apart from its cells
 */
public record TableLimits(long unpackedBytes, int rows, int columns, int textLength, int sharedCharacters) {
    /** For what people send through a form. */
    public static final TableLimits USUAL = new TableLimits(32L << 20, 10_000, 64, 4_000, 2_000_000);
}
