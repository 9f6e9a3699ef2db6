package vn.thidua.kit.table;

import java.math.BigDecimal;

/** What stands in a cell of a spreadsheet. */
public sealed interface TableValue {
    /** Nothing, or blanks only. */
    record Empty() implements TableValue {}

    record Text(String text) implements TableValue {}

    /** A spreadsheet keeps 15 digits; what it shows beyond them is noise of its arithmetic and is gone here. */
    record Amount(BigDecimal number) implements TableValue {}

    /** The cell shows an error such as {@code #N/A}, or holds what no cell should. */
    record Fault(String shown) implements TableValue {}

    Empty EMPTY = new Empty();
}
